import { describe, expect, it } from "vitest";
import type { Dialog } from "../../src/flows/dialog.ts";
import { answerOf, choicesOf, commandOf, hear, jansen, lindner } from "./conversation.ts";

function dialogAfter(text: string, before?: Dialog): Dialog {
  const heard = hear(text, { dialog: before });
  if (heard.kind !== "ask") throw new Error(`no question after "${text}"`);
  return heard.dialog;
}

describe("a question for what is missing", () => {
  it("asks in German, says how to stop, and takes the next line as the answer", () => {
    const heard = hear("leitung");
    expect(answerOf(heard)).toBe("Wer leitet die Sitzung?\n„abbrechen“ beendet die Rückfrage.");
    expect(commandOf("Herr Lindner", { dialog: dialogAfter("leitung") })).toEqual({
      type: "NameChair",
      person: lindner,
    });
  });

  it("offers what there is to choose from, each choice a whole command", () => {
    const heard = hear("abstimmung geheim");
    expect(choicesOf(heard)).toEqual(["abstimmung geheim ä1", "abstimmung geheim 1"]);
    expect(commandOf("abstimmung geheim 1")).toMatchObject({ subject: { kind: "motion", motion: 1 }, mode: "secret" });
    expect(choicesOf(hear("top"))).toContain("top 2");
  });

  it("keeps what was said already", () => {
    const dialog = dialogAfter("abstimmung namentlich");
    expect(commandOf("ä1", { dialog })).toEqual({
      type: "OpenBallot",
      subject: { kind: "amendment", amendment: 1 },
      mode: "rollCall",
    });
  });

  it("asks for one thing after the other", () => {
    const first = dialogAfter("termin vereinbaren");
    expect(first.asked).toBe("title");
    const second = dialogAfter('"Fachaustausch"', first);
    // The answer to the question for a title needs no quotation marks.
    expect(dialogAfter("Fachaustausch", first)).toMatchObject({
      asked: second.asked,
      answers: { title: "Fachaustausch" },
    });
    expect(second.asked).toBe("when");
    expect(commandOf("20.03.2023", { dialog: second })).toMatchObject({
      title: "Fachaustausch",
      appointment: { date: "2023-03-20" },
    });
  });

  it("asks again where the answer does not do", () => {
    const dialog = dialogAfter("leitung");
    const heard = hear("Niemand", { dialog });
    expect(heard.kind).toBe("ask");
    expect(answerOf(heard)).toContain("gibt es in diesem Gremium nicht");
    expect(commandOf("Jansen", { dialog })).toEqual({ type: "NameChair", person: jansen });
  });

  it("takes a whole text as it is, further lines included", () => {
    const dialog = dialogAfter("vereinbarung");
    const text = "Wir treffen uns: monatlich.\nja\nsitzung schließen";
    expect(commandOf(text, { dialog })).toMatchObject({ type: "TakeNote", grade: "agreed", text });
  });

  it("ends with „abbrechen“, and says so", () => {
    const heard = hear("abbrechen", { dialog: dialogAfter("leitung") });
    expect(heard.kind).toBe("problem");
    expect(answerOf(heard)).toBe("Abgebrochen. Es wurde nichts geändert.");
    expect(answerOf(hear("abbrechen"))).toContain("nichts offen");
  });

  it("ends with a line that is itself a complete command", () => {
    expect(commandOf("redezeit 3", { dialog: dialogAfter("leitung") })).toEqual({
      type: "SetSpeakingTime",
      seconds: 180,
    });
    expect(commandOf("ja", { dialog: dialogAfter("vereinbarung") })).toMatchObject({ type: "CastVote" });
  });

  it("takes one of its own choices as the whole line that it is, also where the command goes on with a text", () => {
    const dialog = dialogAfter("ergebnis neu");
    expect(dialog.asked).toBe("result");
    const heard = hear("ergebnis neu 1", { dialog });
    expect(heard).toMatchObject({ kind: "ask", dialog: { row: "reword-result", rest: "1", asked: "text" } });
  });

  it("does not find a command inside a text that was asked for", () => {
    const text = "sitzung planen 12.05.2023 sollte früher verschickt werden";
    expect(commandOf(text, { dialog: dialogAfter("notiz") })).toMatchObject({ type: "TakeNote", text });
  });
});
