import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { createOutgoingFolder, safeName } from "../../../src/adapters/files/outgoing-folder.ts";

const root = mkdtempSync(join(tmpdir(), "sitzungsdienst-ausgang-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("the folder of finished papers", () => {
  it("never overwrites a file that somebody may have edited", () => {
    const folder = join(root, "neu");
    const outgoing = createOutgoingFolder(folder);
    expect(outgoing.put({ stem: "bericht", extension: "md", bytes: bytes("eins") })).toBe("bericht.md");
    expect(outgoing.put({ stem: "bericht", extension: "md", bytes: bytes("eins") })).toBe("bericht.md");
    writeFileSync(outgoing.pathOf("bericht.md"), "von Hand geändert");
    expect(outgoing.put({ stem: "bericht", extension: "md", bytes: bytes("eins") })).toBe("bericht-2.md");
    expect(outgoing.put({ stem: "bericht", extension: "md", bytes: bytes("zwei") })).toBe("bericht-3.md");
    expect(readFileSync(outgoing.pathOf("bericht.md"), "utf8")).toBe("von Hand geändert");
    expect(readdirSync(folder)).toEqual(["bericht-2.md", "bericht-3.md", "bericht.md"]);
  });

  it("takes from a wished name only what stays in the folder", () => {
    const wishes = {
      "2023-01-27-bericht-oeffentlich": "2023-01-27-bericht-oeffentlich",
      "../../etc/passwd": "etc-passwd",
      "..\\..\\Windows\\system.ini": "Windows-system.ini",
      "/absolut": "absolut",
      ".versteckt": "versteckt",
      "Träger & Maß\u0000": "Trager-Ma",
      con: "datei-con",
      "NUL.txt": "datei-NUL.txt",
      "\u202E": "datei",
      "": "datei",
    };
    for (const [wish, name] of Object.entries(wishes)) expect(safeName(wish)).toBe(name);
  });

  it("makes a harmless name of anything", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const name = safeName(text);
        expect(name).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,110}$/);
        expect(name).not.toContain("..");
      }),
    );
  });
});
