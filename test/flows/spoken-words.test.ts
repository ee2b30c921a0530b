import { describe, expect, it } from "vitest";
import { stateAfter } from "../support/fold.ts";
import { answerOf, choicesOf, described, founded, hear, jansen } from "./conversation.ts";

const state = stateAfter(founded);

function saidIn(text: string): unknown {
  const heard = hear(text, { state });
  if (heard.kind !== "command" || heard.command.type !== "TakeNote") return described(heard);
  const { said, text: words, grade } = heard.command;
  expect(grade).toBe("mentioned");
  return { ...said, words };
}

describe("the words of a quotation", () => {
  it.each([
    ["zitat Frau Jansen: Jetzt geht es los.", { manner: "verbatim", person: jansen, words: "Jetzt geht es los." }],
    ["zitat von Frau Jansen: „Jetzt geht es los“", { manner: "verbatim", person: jansen, words: "Jetzt geht es los" }],
    ["wörtlich Frau Jansen: Los: jetzt.", { manner: "verbatim", person: jansen, words: "Los: jetzt." }],
    [
      'zitat "Frau Holm, Kreiselternrat": „So“ und „so“',
      { manner: "verbatim", name: "Frau Holm, Kreiselternrat", words: "„So“ und „so“" },
    ],
    ["vortrag Frau Jansen: Es reicht nicht.", { manner: "reported", person: jansen, words: "Es reicht nicht." }],
    ["berichtet von Frau Jansen: Es reicht.", { manner: "reported", person: jansen, words: "Es reicht." }],
  ])("%s", (text, expected) => {
    expect(saidIn(text)).toEqual(expected);
  });

  it("ask who it was, and offer a name as it was written", () => {
    expect(answerOf(hear("zitat: Jetzt geht es los.", { state }))).toContain("Wer hat das gesagt?");
    expect(choicesOf(hear("zitat Frau Holm: Jetzt geht es los.", { state }))).toContain(
      'zitat "Frau Holm": Jetzt geht es los.',
    );
  });
});
