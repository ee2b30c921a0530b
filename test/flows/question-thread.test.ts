import { describe, expect, it } from "vitest";
import { belowQuestion, questionThread, readQuestionThread } from "../../src/flows/question-thread.ts";
import { message } from "./conversation.ts";

const ofQuestion = questionThread({ workshop: 1, question: 2 });
const said = (text: string, thread?: string) => ({
  ...message(text, true),
  addressed: false,
  ...(thread === undefined ? {} : { thread }),
});

describe("the thread of a guiding question", () => {
  it("is known by its key, and no other thread is taken for one", () => {
    expect(readQuestionThread(ofQuestion)).toEqual({ workshop: 1, question: 2 });
    for (const key of ["1-2", "leitfrage-1", "leitfrage-1-2-3", "xleitfrage-1-2", ""])
      expect(readQuestionThread(key)).toBeUndefined();
  });

  it.each(["idee: Mehr Plätze", "Idee zu 1: Mehr Plätze", "ideen:\nEins\nZwei", "ideen\nEins"])(
    "takes ideas that are addressed to nobody: %s",
    (text) => {
      expect(belowQuestion(said(text, ofQuestion)).addressed).toBe(true);
      expect(belowQuestion(said(text, "2-5")).addressed).toBe(false);
      expect(belowQuestion(said(text)).addressed).toBe(false);
    },
  );

  it.each(["Gute Idee!", "Das ist meine idee: Mehr Plätze", "ideen", "ja", "abstimmung 1"])(
    "leaves people to their talk: %s",
    (text) => {
      expect(belowQuestion(said(text, ofQuestion)).addressed).toBe(false);
    },
  );
});
