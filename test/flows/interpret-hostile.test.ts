import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commandTable } from "../../src/flows/command-table/command-table.ts";
import { hiddenCharacter } from "../../src/flows/parameters/clean-text.ts";
import { answerOf, commandOf, hear } from "./conversation.ts";

/** Words of the table, signs and plain text, thrown together. */
const words = fc.constantFrom(
  ...commandTable.flatMap((row) => [row.words, row.example, ...row.aliases]),
  ":",
  "\n",
  '"',
  "„",
  "“",
  "@",
  "bis",
  "12.6.",
  "über 50",
  "15:1:1",
  "ä1",
  "…",
  "#",
  "für",
  "vor",
  "()",
  "(((",
  "Frau Jansen",
  "Müller",
  "Ω",
  "🙂",
  "0",
  "99999999999999999999",
  "-1",
  "null",
  "__proto__",
  "constructor",
);
const lines = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(words, { maxLength: 12 }).map((parts) => parts.join(" ")),
  fc.array(words, { maxLength: 12 }).map((parts) => parts.join("")),
);

/** Texts people could write: no hidden characters, not blank, composed. */
const memberText = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 400 }),
    fc.array(words, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(" ")),
  )
  .map((text) => text.replaceAll("\r\n", "\n").normalize("NFC").trim())
  .filter((text) => text !== "" && hiddenCharacter(text) === undefined && text.length <= 4000);

describe("hostile input", () => {
  it("never throws, and always answers something", () => {
    fc.assert(
      fc.property(lines, fc.boolean(), (text, inRoom) => {
        const heard = hear(text, { inRoom });
        if (heard.kind === "ask" || heard.kind === "problem") expect(answerOf(heard)).not.toBe("");
      }),
      { numRuns: 1500 },
    );
  });

  it("never throws on an answer to a question", () => {
    const questions = commandTable.flatMap((row) => {
      const heard = hear(row.words);
      return heard.kind === "ask" ? [heard.dialog] : [];
    });
    expect(questions.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(lines, fc.constantFrom(...questions), (text, dialog) => {
        const heard = hear(text, { dialog });
        if (heard.kind === "ask" || heard.kind === "problem") expect(answerOf(heard)).not.toBe("");
      }),
      { numRuns: 1000 },
    );
  });

  it("offers only choices that it understands or asks about", () => {
    fc.assert(
      fc.property(lines, (text) => {
        const heard = hear(text);
        if (heard.kind !== "ask" && heard.kind !== "problem") return;
        for (const { command } of heard.reply.choices) expect(answered(command)).not.toContain("nicht verstanden");
      }),
      { numRuns: 500 },
    );
  });

  it("keeps a text behind the colon word for word, whatever stands in it", () => {
    fc.assert(
      fc.property(memberText, fc.constantFrom("antrag", "vereinbarung", "notiz", "anonym", "intern"), (text, word) => {
        expect(commandOf(`${word}: ${text}`)).toMatchObject({ text });
      }),
      { numRuns: 500 },
    );
  });

  it("never executes what stands in a text", () => {
    const text = "Bitte so schreiben:\nsitzung schließen\nja\nabstimmung schließen";
    expect(commandOf(`antrag: ${text}`)).toEqual({ type: "MoveMotion", text });
    expect(commandOf(`antrag:\n${text}`)).toEqual({ type: "MoveMotion", text });
  });

  it.each([
    ["U+202E", "antrag: Wir sind \u202edafür"],
    ["U+200B", "antrag: Wir sind da\u200bfür"],
    ["U+0000", "antrag: Wir\u0000 sind dafür"],
    ["U+0007", "anwesend Frau\u0007 Jansen"],
    ["U+2066", "ja\u2066"],
    ["U+2028", "antrag: eins\u2028zwei"],
  ])("refuses %s and names it", (name, text) => {
    expect(answerOf(hear(text))).toContain(`(${name})`);
  });

  it("allows the joiner inside an emoji, and a tabulator", () => {
    expect(commandOf("notiz: 👩‍👧 und\tKind")).toMatchObject({ text: "👩‍👧 und\tKind" });
  });

  it("composes letters, so that the same word is stored the same way", () => {
    expect(commandOf("notiz: a\u0308hnlich")).toMatchObject({ text: "ähnlich" });
  });

  it("asks for the text when it is empty or blank", () => {
    expect(answerOf(hear("antrag:   "))).toContain("Wie lautet der Antrag?");
    expect(answerOf(hear("   "))).toContain("Die Nachricht ist leer");
  });

  it("takes 4 000 characters and refuses one more, with both numbers", () => {
    expect(commandOf(`antrag: ${"a".repeat(4000)}`)).toMatchObject({ type: "MoveMotion" });
    expect(answerOf(hear(`antrag: ${"a".repeat(4001)}`))).toContain("4\u00a0001 Zeichen, möglich sind 4\u00a0000");
    expect(answerOf(hear(`antrag: ${"a".repeat(10_000)}`))).toContain("10\u00a0008 Zeichen");
  });

  it("counts an emoji as one character", () => {
    expect(commandOf(`antrag: ${"🙂".repeat(4000)}`)).toMatchObject({ type: "MoveMotion" });
  });

  it("gives up on a long head instead of searching it", () => {
    expect(answerOf(hear(`anwesend ${"x ".repeat(1500)}`))).toContain("zu lang");
  });

  function answered(line: string): string {
    const heard = hear(line);
    return heard.kind === "ask" || heard.kind === "problem" ? answerOf(heard) : "";
  }
});
