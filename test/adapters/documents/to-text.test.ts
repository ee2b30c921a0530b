import { describe, expect, it } from "vitest";
import { paperTree } from "../../../src/adapters/documents/render-paper.ts";
import { paperToText } from "../../../src/adapters/documents/to-text.ts";
import type { InvitationView } from "../../../src/core/papers/views.ts";
import { segebergInvitation } from "../../fixtures/documents/segeberg.ts";

/** A template of its own: what the writer makes of each kind of block. */
function textOf(template: string, note = "Wort"): string {
  const view: InvitationView = { ...segebergInvitation, note };
  return paperToText(paperTree(view, template, "einladung.hbs"));
}

describe("a paper as plain text", () => {
  it("underlines headings of two levels, and escapes nothing", () => {
    expect(textOf("# Für {{note}}\n\n## Zwei\n\n### Drei\n\nGrenzgänger\\*innen: {{note}}\n", "a_b*c* [x] <y>")).toBe(
      "Für a_b*c* [x] <y>\n==================\n\nZwei\n----\n\nDrei\n\nGrenzgänger*innen: a_b*c* [x] <y>\n",
    );
  });

  it("writes lists, numbered ones too, with their lines under each other", () => {
    expect(textOf("- a\n- {{note}}\n  - c\n\n1. eins\n1. **zwei**\n", "b\nzweite Zeile")).toBe(
      "- a\n- b\n  zweite Zeile\n  - c\n\n1. eins\n2. zwei\n",
    );
  });

  it("writes a row of a table on a line", () => {
    expect(textOf("| TOP | Titel |\n| --- | ---- |\n| 1 | {{note}} |\n", "a\nb")).toBe("TOP | Titel\n1 | a b\n");
  });

  it("writes an address behind the words it belongs to, once", () => {
    expect(textOf("[Seite](https://kreis.example/a) und [https://kreis.example/b](https://kreis.example/b)\n")).toBe(
      "Seite (https://kreis.example/a) und https://kreis.example/b\n",
    );
  });

  it("marks quotations and rules, breaks lines where it is said, and wraps none", () => {
    const long = "Wort ".repeat(200).trim();
    expect(textOf("> {{note}}\n\n---\n\n**Datum:** heute \\\n**Ort:** hier\n", long)).toBe(
      `> ${long}\n\n${"-".repeat(72)}\n\nDatum: heute\nOrt: hier\n`,
    );
  });

  it("keeps what members wrote on its own lines", () => {
    expect(textOf("Davor\n\n{{note}}\n\nDanach\n", "a\r\n\r\nBcc: x@y.example\u202E")).toBe(
      "Davor\n\na\nBcc: x@y.example\n\nDanach\n",
    );
  });
});
