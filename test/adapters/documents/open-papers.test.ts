import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderPaperHere } from "../../../src/adapters/documents/render-paper.ts";
import { VIEW_SCHEMAS } from "../../../src/adapters/documents/view-schemas.ts";
import { viewShape } from "../../../src/adapters/documents/view-shape.ts";
import { readZip } from "../../../src/adapters/documents/zip-archive.ts";
import { segebergMinutes, segebergReport } from "../../fixtures/documents/segeberg.ts";
import { withEveryText } from "./every-text.ts";

const templatesFolder = new URL("../../../templates/", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "unterlagen-"));
const pdf = join(folder, "protokoll.pdf");
const docx = join(folder, "protokoll.docx");

beforeAll(async () => {
  const job = {
    kind: "minutes",
    version: "internal",
    view: segebergMinutes,
    formats: ["pdf", "docx"],
    templatesFolder,
  } as const;
  const [pdfFile, docxFile] = await renderPaperHere(job);
  writeFileSync(pdf, pdfFile?.bytes ?? "");
  writeFileSync(docx, docxFile?.bytes ?? "");
});
afterAll(() => rmSync(folder, { recursive: true }));

function isInstalled(tool: string, flag: string): boolean {
  try {
    execFileSync(tool, [flag], { stdio: "ignore" });
    return true;
  } catch {
    console.warn(
      `SKIPPED: ${tool} is not installed, the finished papers are not opened (apt-get install poppler-utils libreoffice-writer-nogui)`,
    );
    return false;
  }
}
const hasPoppler = isInstalled("pdftotext", "-v");
const hasOffice = isInstalled("soffice", "--version");

function run(tool: string, ...args: readonly string[]): string {
  return execFileSync(tool, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

/** Text without what setting it in lines adds: blanks, line ends, hyphens. */
function letters(text: string): string {
  return text.normalize("NFC").replace(/[\s\u00a0\-\u00ad\u2010]/g, "");
}

describe.skipIf(!hasPoppler)("the PDF", () => {
  it("is tagged, German, titled and says PDF/UA-1 of itself", () => {
    const info = run("pdfinfo", pdf);
    expect(info).toMatch(/Title:\s+Ergebnisprotokoll der 1\. Sitzung der AG 78 Hilfen zur Erziehung/);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(run("pdftotext", "-l", "1", pdf, "-")).toMatch(/Interne Fassung, nicht weitergeben\s+Ergebnisprotokoll/);
    const raw = readFileSync(pdf, "latin1");
    expect(raw).toMatch(/\/Lang\s*\(de/);
    expect(raw).toContain("<pdfuaid:part>1</pdfuaid:part>");
  });

  it("has headings, lists and tables with heads in its structure", () => {
    const structure = run("pdfinfo", "-struct-text", pdf);
    for (const tag of ["H1", "H2", "H3", "Table", "TH", "TD", "L", "LBody", "P"]) {
      expect(structure, tag).toMatch(new RegExp(`^\\s*${tag}\\b`, "m"));
    }
    expect(structure).toContain("TOP 3: Wahl der Sprecher*innen");
    expect(structure).toMatch(/Scope \/Column/i);
  });

  it("reads Seite x von y on each page", () => {
    const pages = run("pdftotext", "-layout", pdf, "-")
      .split("\f")
      .filter((page) => page.trim() !== "");
    for (const [index, page] of pages.entries()) expect(page).toContain(`Seite ${index + 1} von ${pages.length}`);
  });

  it("shows hostile text letter by letter", async () => {
    const text =
      "<script>x</script> {{head}} [K](javascript:1) # H | a | **f** #set text(red) $x^2$ @ref <label> \\u{41} &amp; =cmd()";
    const view = VIEW_SCHEMAS.report.parse(
      withEveryText(viewShape("report"), segebergReport, text, "javascript:alert(1)"),
    );
    const job = { kind: "report", version: "internal", view, formats: ["pdf"], templatesFolder } as const;
    const [file] = await renderPaperHere(job);
    const path = join(folder, "feindlich.pdf");
    writeFileSync(path, file?.bytes ?? "");
    const shown = letters(run("pdftotext", path, "-"));
    expect(shown.split(letters(text)).length - 1).toBeGreaterThan(40);
    expect(run("pdfinfo", "-js", path).trim()).toBe("");
  });
});

describe.skipIf(!hasOffice)("the Word file", () => {
  it("opens in LibreOffice with its page numbers and umlauts", () => {
    const profile = `-env:UserInstallation=file://${join(folder, "profil")}`;
    run("soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, docx);
    const text = readFileSync(join(folder, "protokoll.txt"), "utf8");
    expect(text).toContain("Ergebnisprotokoll der 1. Sitzung der AG 78 Hilfen zur Erziehung");
    expect(text).toContain("Unterbringungsmöglichkeiten für Grenzgänger*innen");
  });
});

describe("the Word file's parts", () => {
  it("hold real headings, repeated table heads, German, title and page numbers", () => {
    const parts = new Map(readZip(readFileSync(docx)).map((entry) => [entry.path, entry.data.toString("utf8")]));
    const body = parts.get("word/document.xml") ?? "";
    for (const style of ["Heading1", "Heading2", "Heading3", "ListParagraph", "Quote"])
      expect(body).toContain(`w:val="${style}"`);
    expect(body.split("<w:tblHeader/>")).toHaveLength(body.split("<w:tbl>").length);
    expect(body.indexOf("Interne Fassung, nicht weitergeben")).toBeGreaterThan(-1);
    expect(body.indexOf("Interne Fassung, nicht weitergeben")).toBeLessThan(body.indexOf("Ergebnisprotokoll"));
    expect(parts.get("word/styles.xml")).toContain('w:lang w:val="de-DE"');
    expect(parts.get("word/footer1.xml")).toMatch(/Seite .*PAGE.* von .*NUMPAGES/s);
    expect(parts.get("docProps/core.xml")).toContain("<dc:title>Ergebnisprotokoll der 1. Sitzung");
    expect(parts.get("docProps/core.xml")).toContain(">2023-02-14T08:30:00Z<");
  });

  it("keep the lead-in of a list with its list", () => {
    const body =
      new Map(readZip(readFileSync(docx)).map((entry) => [entry.path, entry.data.toString("utf8")])).get(
        "word/document.xml",
      ) ?? "";
    const leadIn = body.split("<w:p>").find((paragraph) => paragraph.includes("Im stationären Bereich mangelt es an"));
    expect(leadIn).toContain("<w:keepNext/>");
  });
});
