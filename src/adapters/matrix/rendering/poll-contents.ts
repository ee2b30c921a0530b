import { inOneLine, shortened } from "../../chat/visible-text.ts";

/** The unstable names are the ones clients send and understand. */
export const POLL_START = "org.matrix.msc3381.poll.start";
export const POLL_END = "org.matrix.msc3381.poll.end";
const DISCLOSED = "org.matrix.msc3381.poll.disclosed";
const TEXT = "org.matrix.msc1767.text";

const MOST_ANSWERS = 20;
const LONGEST_QUESTION = 340;
const LONGEST_ANSWER = 120;

type PollText = { readonly [TEXT]: string };

export type PollStart = PollText & {
  readonly [POLL_START]: {
    readonly question: PollText;
    readonly kind: typeof DISCLOSED;
    readonly max_selections: 1;
    readonly answers: readonly (PollText & { readonly id: string })[];
  };
};

export type PollEnd = PollText & {
  readonly "m.relates_to": { readonly rel_type: "m.reference"; readonly event_id: string };
  readonly [POLL_END]: Readonly<Record<string, never>>;
};

export type PollAnswer = { readonly id: string; readonly label: string };

/** Abstimmung zum Antippen, one answer each; undefined if clients could not show these answers as a poll. */
export function pollStart(question: string, answers: readonly PollAnswer[]): PollStart | undefined {
  const ids = new Set(answers.map(({ id }) => id));
  if (answers.length < 2 || answers.length > MOST_ANSWERS || ids.size < answers.length || ids.has("")) return undefined;
  const asked = shortened(inOneLine(question), LONGEST_QUESTION);
  const shown = answers.map(({ id, label }) => ({ id, [TEXT]: shortened(inOneLine(label), LONGEST_ANSWER) || "–" }));
  const numbered = shown.map((answer, index) => `${index + 1}. ${answer[TEXT]}`);
  return {
    [POLL_START]: { question: { [TEXT]: asked }, kind: DISCLOSED, max_selections: 1, answers: shown },
    [TEXT]: [asked, ...numbered].join("\n"),
  };
}

/** `text`: what clients without polls show. */
export function pollEnd(pollEventId: string, text: string): PollEnd {
  return {
    "m.relates_to": { rel_type: "m.reference", event_id: pollEventId },
    [POLL_END]: {},
    [TEXT]: shortened(inOneLine(text), LONGEST_QUESTION),
  };
}
