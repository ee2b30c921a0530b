import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { DocumentFault } from "../../../src/adapters/documents/document-fault.ts";
import type { PaperFormat } from "../../../src/adapters/documents/paper-format.ts";
import { createPaperRenderer, type PaperRenderer } from "../../../src/adapters/documents/paper-renderer.ts";
import { runChild } from "../../../src/adapters/documents/run-child.ts";
import { publicVersion } from "../../../src/core/papers/public-version.ts";
import { segebergAgenda, segebergReport } from "../../fixtures/documents/segeberg.ts";

const TEMPLATES = new URL("../../../templates/", import.meta.url).pathname;
const FORMATS: readonly PaperFormat[] = ["md", "html", "docx", "pdf"];
const folder = mkdtempSync(join(tmpdir(), "unterlagen-"));
afterAll(() => rmSync(folder, { recursive: true }));

const renderer = createPaperRenderer({ templatesFolder: TEMPLATES, run: runChild });

describe("a paper from the child process", () => {
  it("comes in all formats, the same bytes for the same state", async () => {
    const request = { kind: "report", version: "public", view: segebergReport, formats: FORMATS } as const;
    const [first, second] = await Promise.all([renderer.renderPaper(request), renderer.renderPaper(request)]);
    expect(first.files.map((file) => file.name)).toEqual([
      "bericht-2023-01-27.md",
      "bericht-2023-01-27.html",
      "bericht-2023-01-27.docx",
      "bericht-2023-01-27.pdf",
    ]);
    expect(first.files.map((file) => file.mediaType)[3]).toBe("application/pdf");
    for (const [index, file] of first.files.entries()) {
      expect(Buffer.compare(file.bytes, second.files[index]?.bytes ?? Buffer.alloc(0)), file.name).toBe(0);
      expect(Buffer.from(file.bytes).includes("sekrse"), file.name).toBe(false);
    }
  });

  it("is marked in its name if it is internal", async () => {
    const request = { kind: "agenda", version: "internal", view: segebergAgenda, formats: ["md"] } as const;
    const { files } = await renderer.renderPaper(request);
    expect(files.map((file) => file.name)).toEqual(["tagesordnung-2023-01-27-intern.md"]);
  });
});

describe("faults of the child", () => {
  it("of a template name file, line and path, and the next paper comes", async () => {
    const templates = join(folder, "vorlagen");
    cpSync(TEMPLATES, templates, { recursive: true });
    const own = createPaperRenderer({ templatesFolder: templates, run: runChild });
    const source = readFileSync(join(templates, "tagesordnung.hbs"), "utf8");
    writeFileSync(join(templates, "tagesordnung.hbs"), source.replace("{{datum meeting.date", "{{datum meeting.dat"));
    const fault = await faultOf(own);
    expect(fault.code).toBe("template-invalid");
    expect(fault.place).toMatchObject({ file: "tagesordnung.hbs", line: 12, path: "meeting.dat" });
    expect(fault.message).toBe("tagesordnung.hbs:12: »meeting.dat« gibt es hier nicht – meinten Sie »date«?");
    writeFileSync(join(templates, "tagesordnung.hbs"), source);
    const again = await own.renderPaper({ kind: "agenda", version: "public", view: segebergAgenda, formats: ["md"] });
    expect(again.files).toHaveLength(1);
  });

  it("of a missing template name the file", async () => {
    const fault = await faultOf(createPaperRenderer({ templatesFolder: folder, run: runChild }));
    expect(fault).toMatchObject({ code: "template-missing", place: { file: "tagesordnung.hbs" } });
  });

  it("of a view that does not fit name the field", async () => {
    const view = { ...segebergAgenda, meeting: { date: "31.12." } };
    const fault = await faultOf(renderer, view);
    expect(fault).toMatchObject({ code: "view-invalid", place: { path: "meeting.date" } });
  });

  it("of a public view asked for as internal say so", async () => {
    const fault = await faultOf(renderer, publicVersion("agenda", segebergAgenda), "internal");
    expect(fault.code).toBe("view-invalid");
  });

  it.each([
    ["dies", "process.kill(process.pid, 'SIGKILL')", "child-crashed"],
    ["throws", "throw new Error('kaputt')", "child-crashed"],
    ["talks nonsense", 'console.log(\'{"status":"fertig"}\')', "child-crashed"],
    ["takes all memory", "const a = []; for (;;) a.push(new Array(100000).fill(a.length))", "child-crashed"],
    ["never ends", "setInterval(() => {}, 1000)", "timeout"],
  ])("that %s end in a coded fault, and the bot lives", async (_what, code, expected) => {
    const childEntry = join(folder, "kind.mjs");
    writeFileSync(childEntry, code);
    const timeoutMilliseconds = expected === "timeout" ? 300 : 15_000;
    const fault = await faultOf(
      createPaperRenderer({
        templatesFolder: TEMPLATES,
        run: runChild,
        childEntry,
        memoryMegabytes: 64,
        timeoutMilliseconds,
      }),
    );
    expect(fault.code).toBe(expected);
    expect(fault.message).toContain("tagesordnung.hbs");
  });

  it("do not hold up the papers behind them", async () => {
    const results = await Promise.allSettled([
      renderer.renderPaper({
        kind: "agenda",
        version: "public",
        view: { ...segebergAgenda, items: [{}] } as never,
        formats: ["md"],
      }),
      renderer.renderPaper({ kind: "agenda", version: "public", view: segebergAgenda, formats: ["md"] }),
    ]);
    expect(results.map((result) => result.status)).toEqual(["rejected", "fulfilled"]);
  });
});

async function faultOf(
  own: PaperRenderer,
  view = segebergAgenda,
  version: "public" | "internal" = "public",
): Promise<DocumentFault> {
  const error: unknown = await own
    .renderPaper({ kind: "agenda", version, view, formats: ["md"] })
    .catch((fault: unknown) => fault);
  if (error instanceof DocumentFault) return error;
  throw new Error(`no fault but ${JSON.stringify(error)}`);
}
