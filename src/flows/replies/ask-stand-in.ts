import { answerNow } from "../../core/committee/answers-now.ts";
import type { InvitationEvent } from "../../core/invitation/events.ts";
import type { PersonId } from "../../core/kernel/ids.ts";
import type { Meeting } from "../../core/meeting/state.ts";
import { personOn } from "../../core/membership/queries.ts";
import {
  askedToStandIn,
  reminderByMailNext,
  standInIsKnown,
  standInNext,
  standInSubject,
  substituteAsked,
  substituteComes,
  substituteUnreached,
} from "../../texts/announcements-answers.ts";
import { answerChoices } from "./answer-lines.ts";
import { reachPerson } from "./reach-person.ts";
import type { Happened, LetterTo, Summons } from "./telling.ts";

type StandIn = {
  readonly actor: readonly string[];
  readonly summons: readonly Summons[];
  readonly letters: readonly LetterTo[];
};

const nobody: StandIn = { actor: [], summons: [], letters: [] };

/** Vertretung fragen: once, when named. */
export function askStandIn(
  { person, substitute }: Extract<InvitationEvent, { type: "AttendanceAnswered" }>,
  meeting: Meeting,
  { before, after, names, today }: Happened,
): StandIn {
  const seat = personOn(after.membership, person, today)?.seat;
  if (substitute === undefined || seat === undefined) return nobody;
  const name = names.person(substitute);
  const comes = answerNow(after, meeting, substitute)?.answer === "accepted";
  if (wasNamed(before, meeting, person, substitute))
    return { ...nobody, actor: [comes ? substituteComes(name) : substituteAsked(name)] };
  const line = askedToStandIn(names.person(person), names.seat(seat), meeting.appointment);
  const subject = standInSubject(after.membership.description?.name ?? "", meeting.appointment);
  const reached = reachPerson(after, meeting.number, substitute, {
    summons: { lines: [line, comes ? standInIsKnown() : standInNext()], choices: answerChoices(meeting) },
    letter: { subject, lines: [line, reminderByMailNext()] },
  });
  const isReached = reached.summons.length + reached.letters.length > 0;
  return { ...reached, actor: [saidOf(name, comes, isReached)] };
}

function saidOf(name: string, comes: boolean, isReached: boolean): string {
  if (comes) return substituteComes(name);
  return isReached ? substituteAsked(name) : substituteUnreached(name);
}

function wasNamed(before: Happened["before"], meeting: Meeting, person: PersonId, substitute: PersonId): boolean {
  return answerNow(before, meeting, person)?.substitute === substitute;
}
