import type { Answer } from "../invitation/state.ts";
import type { PersonId } from "../kernel/ids.ts";
import type { Meeting } from "../meeting/state.ts";
import { answerNow } from "./answers-now.ts";
import type { CommitteeEvent } from "./events.ts";
import type { Slices } from "./state.ts";

type AnswerGiven = Omit<Answer, "revision" | "at" | "source">;

/**
 * Rückmeldung, as it is to be recorded; undefined if exactly that is recorded already. While the answer stays the same, what is not said
 * anew (remark, Vertretung) stays too.
 */
export function answerEvent(state: Slices, meeting: Meeting, given: AnswerGiven): CommitteeEvent | undefined {
  const before = answerNow(state, meeting, given.person);
  const kept = before?.answer === given.answer ? before : undefined;
  const standIn = given.substitute === undefined && given.substituteName === undefined ? kept : given;
  const comment = given.comment ?? kept?.comment;
  if (kept !== undefined && kept.comment === comment && isSameStandIn(kept, standIn)) return undefined;
  const { person, answer, via, stampedAt } = given;
  return {
    type: "AttendanceAnswered",
    meeting: meeting.number,
    revision: meeting.revision,
    person,
    answer,
    ...standInOf(standIn),
    ...(comment === undefined ? {} : { comment }),
    via,
    ...(stampedAt === undefined ? {} : { stampedAt }),
  };
}

type StandIn = { readonly substitute?: PersonId; readonly substituteName?: string };

function standInOf(named: StandIn | undefined): StandIn {
  const { substitute, substituteName } = named ?? {};
  return {
    ...(substitute === undefined ? {} : { substitute }),
    ...(substituteName === undefined ? {} : { substituteName }),
  };
}

function isSameStandIn(one: StandIn, other: StandIn | undefined): boolean {
  return one.substitute === other?.substitute && one.substituteName === other?.substituteName;
}
