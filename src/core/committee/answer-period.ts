import type { AnswerPeriod } from "../election/events.ts";
import { electionAnswer } from "../rules/election-answer.ts";
import type { Given } from "./commands.ts";
import type { Slices } from "./state.ts";

/** Annahmefrist of those who are elected now, under the rules of the day. */
export function answerPeriod(state: Slices, { today, now, holidays }: Given): AnswerPeriod {
  const facts = { notified: today, notifiedAt: now, on: today, now, holidays };
  const { lastDay, lapsesAt, silence } = electionAnswer(state.rules, facts);
  return {
    ...(lastDay === undefined ? {} : { lastDay }),
    ...(lapsesAt === undefined ? {} : { until: lapsesAt }),
    silence,
  };
}
