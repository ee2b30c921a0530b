import { describe, expect, it } from "vitest";
import { replyLines, shortText } from "../../../src/adapters/console/render-reply.ts";
import type { RoomId } from "../../../src/core/kernel/ids.ts";
import { heading, list, type Reply, reply } from "../../../src/flows/reply.ts";

const room = { kind: "room", room: "console:traeger" as RoomId } as const;
const pathOf = (reference: string): string => `data/ausgang/${reference}`;
const shown = (one: Reply, first: number | undefined = 1): readonly string[] => replyLines(one, first, pathOf);

describe("a reply in the terminal", () => {
  it("is marked in its first line and set in below", () => {
    const one = reply(room, [heading("Stand"), "Sitze: 3", list(["a", "b"], true), list(["c"])]);
    expect(shown(one)).toEqual(["» Stand", "  Sitze: 3", "  1. a", "  2. b", "  • c"]);
  });

  it("numbers its choices from where it is told, in one line while they fit", () => {
    const choices = ["Ja", "Nein"].map((label) => ({ label, command: label.toLowerCase() }));
    expect(shown(reply(room, ["Stimmen Sie."], { choices }), 4)).toEqual(["» Stimmen Sie.", "  [4] Ja  [5] Nein"]);
    expect(replyLines(reply(room, ["Stimmen Sie."], { choices }), undefined, pathOf)).toEqual(["» Stimmen Sie."]);
    const many = Array.from({ length: 9 }, (_, index) => ({ label: `Träger Nummer ${index}`, command: "x" }));
    expect(shown(reply(room, ["Wer?"], { choices: many }))).toHaveLength(10);
  });

  it("calls for attention, and says where a file lies", () => {
    const files = [{ name: "p.md", mediaType: "text/markdown", reference: "p.md" }];
    expect(shown(reply(room, ["Annehmen?"], { attention: true, files }))).toEqual([
      "! Annehmen?",
      "  Datei: data/ausgang/p.md",
    ]);
  });

  it("lets nothing through that moves the cursor, colours the screen or turns the direction of reading", () => {
    const hostile = "rot\u001b[31m\u0007 zurück\r oben\u009b2J quer\u202Egnul\u2066";
    const text = [...shown(reply(room, [hostile])), shortText(reply(room, [hostile]))].join("\n");
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202e\u2066]/u);
    expect(text).toContain("rot�[31m");
  });

  it("keeps line breaks inside its own indentation", () => {
    expect(shown(reply(room, ["eins\n» zwei"]))).toEqual(["» eins", "  » zwei"]);
  });

  it("is cut to one line for elsewhere, at a blank", () => {
    const long = reply(room, [`${"Wort ".repeat(40)}`]);
    expect(shortText(long)).toMatch(/^(Wort )+…$/);
    expect(shortText(long).length).toBeLessThanOrEqual(92);
    expect(shortText(reply(room, ["a\nb", list(["c"])]))).toBe("a b • c");
  });
});
