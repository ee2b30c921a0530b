import type { Incoming } from "./incoming.ts";

/** Faden einer Leitfrage: of which workshop, and which of its questions. */
export type QuestionThread = { readonly workshop: number; readonly question: number };

/** Key of the thread: "leitfrage-1-2" for the 2nd question of the 1st workshop. */
export const questionThread = ({ workshop, question }: QuestionThread): string => `leitfrage-${workshop}-${question}`;

/** None if it is the thread of something else. */
export function readQuestionThread(key: string): QuestionThread | undefined {
  const [, workshop, question] = /^leitfrage-(\d+)-(\d+)$/.exec(key) ?? [];
  return workshop === undefined || question === undefined
    ? undefined
    : { workshop: Number(workshop), question: Number(question) };
}

/** Below the question that asks for them, ideas need not be addressed to us. */
export function belowQuestion(incoming: Incoming): Incoming {
  const { addressed, thread, text } = incoming;
  if (addressed || thread === undefined || readQuestionThread(thread) === undefined) return incoming;
  return isIdeaLine(text) ? { ...incoming, addressed: true } : incoming;
}

/** "idee: …", "ideen zu 2:" and lines below it. */
export const isIdeaLine = (text: string): boolean => /^\s*ideen?\b[^:\n]{0,40}[:\n]/iu.test(text);
