import { describe, expect, it } from "vitest";
import { readPromise } from "../../../src/core/minutes/promise-sentence.ts";
import { readResolutionSentence } from "../../../src/core/minutes/resolution-sentence.ts";

describe("sentences that tell of a resolution", () => {
  it("takes those entitled for what they are and invents no counts", () => {
    const sentence =
      "Die … Geschäftsordnung wurde von den 17 stimmberechtigten Mitgliedern mit einigen Änderungen (s. Anlage) beschlossen.";
    expect(readResolutionSentence(sentence)).toEqual({
      result: "geändert beschlossen",
      eligible: 17,
      attachmentExpected: true,
    });
  });

  it.each([
    ["Einstimmig beschlossen, JA-Stimmen:9 NEIN-Stimmen:0 Enthaltungen:0", { yes: 9, no: 0, abstain: 0 }],
    ["Angenommen: 9 Ja, 8 Nein, 1 Enthaltung", { yes: 9, no: 8, abstain: 1 }],
    ["Dafür 7 Dagegen 0 Enthaltung 2: beschlossen", { yes: 7, no: 0, abstain: 2 }],
  ])("%s", (sentence, counts) => expect(readResolutionSentence(sentence)?.counts).toEqual(counts));

  it("finds none where none is told of", () => {
    expect(readResolutionSentence("Das Thema wurde beraten.")).toBeUndefined();
  });
});

describe("promises", () => {
  it("become a task, with what they follow from", () => {
    const before = "Vereinbart wurde, einen gemeinsamen Fachaustausch im Workshop-Format durchzuführen.";
    const promise = "Die daraus resultierenden Ergebnisse, werden dem JHA im Nachgang übermittelt werden.";
    expect(readPromise(promise, before)).toEqual({
      what: "Ergebnisse des Fachaustauschs an den JHA übermitteln",
      after: "Fachaustausch-Workshop",
    });
    expect(readPromise(promise)).toEqual({ what: "Ergebnisse an den JHA übermitteln" });
  });

  it.each(["Die Ergebnisse liegen vor.", "Das Jugendamt wird prüfen.", ""])("%s is none", (text) => {
    expect(readPromise(text)).toBeUndefined();
  });
});
