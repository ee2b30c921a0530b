import type { AnswerPeriod } from "../election/events.ts";
import type { ElectedPerson, Election } from "../election/state.ts";
import type { PersonId } from "../kernel/ids.ts";
import { entries, entry } from "../kernel/table.ts";
import type { Command, Given } from "./commands.ts";
import { runningElection } from "./decide-election.ts";
import { type Decided, happened, refused } from "./decision.ts";
import type { CommitteeEvent } from "./events.ts";
import { leads } from "./may.ts";
import { currentElection } from "./outcome-of-round.ts";
import type { Slices } from "./state.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** Wahl, auf deren Annahme noch gewartet wird: the newest one that waits for this person's answer. */
function awaitingAnswer(state: Slices, person: PersonId): Election | undefined {
  return entries(state.elections.elections).findLast((one) => openAnswer(one, person) !== undefined);
}

function openAnswer({ elected, status }: Election, person: PersonId): ElectedPerson | undefined {
  return status === "ended" ? undefined : elected.find((one) => one.person === person && one.answer === "open");
}

/**
 * Annahme oder Ablehnung der Wahl, by the person elected or entered by the leadership; within the period, in the meeting or after
 * it. Only acceptance gives the office.
 */
export function answerElection(state: Slices, command: Of<"AnswerElection">, given: Given): Decided {
  const person = command.person ?? given.actor;
  const election = awaitingAnswer(state, person);
  if (election === undefined) {
    const running = runningElection(state);
    return running.ok ? refused({ code: "NotElected", person }) : running;
  }
  if (person !== given.actor && !leads(state, given.actor, given.today)) return refused({ code: "OnlyForYourself" });
  const period = openAnswer(election, person)?.period;
  if (period !== undefined && isOver(period, given)) return refused({ code: "AnswerTooLate", person, period });
  return happened(...answered(state, election, person, command.accepts, given));
}

/** Schweigen: if the period has ended without an answer, the person has accepted or declined, as the rules of the day said; else no events. */
export function lapsedAnswer(
  state: Slices,
  command: { readonly election: number; readonly person: PersonId },
  given: Moment,
): readonly CommitteeEvent[] {
  const election = entry(state.elections.elections, command.election);
  const period = election === undefined ? undefined : openAnswer(election, command.person)?.period;
  if (election === undefined || period === undefined || !isOver(period, given)) return [];
  return answered(state, election, command.person, period.silence === "accepted", given, true);
}

type Moment = Pick<Given, "today" | "now">;

const isOver = ({ lastDay, until }: AnswerPeriod, { today, now }: Moment): boolean =>
  (lastDay !== undefined && today > lastDay) || (until !== undefined && now > until);

function answered(
  state: Slices,
  election: Election,
  person: PersonId,
  accepts: boolean,
  given: Moment,
  isBySilence = false,
): readonly CommitteeEvent[] {
  const silence = isBySilence ? ({ bySilence: true } as const) : {};
  const number = election.election;
  const ended = endedByAnswer(state, election, accepts);
  if (!accepts) return [{ type: "ElectionDeclined", election: number, person, ...silence }, ...ended];
  return [
    { type: "ElectionAccepted", election: number, person, from: given.today, ...silence },
    ...vacated(state, election, person, given),
    { type: "OfficeAssigned", office: election.office, person, from: given.today, origin: "election" },
    ...ended,
  ];
}

/**
 * With the last answer a place may be left open. After the meeting, or while another election is in hand, nobody can stand and vote
 * for it: this election ends, and the place is for a new one.
 */
function endedByAnswer(state: Slices, election: Election, accepts: boolean): readonly CommitteeEvent[] {
  const isLast = election.elected.filter(({ answer }) => answer === "open").length === 1;
  const isPlaceLeft = !accepts || election.open > 0;
  const inHand = currentElection(state);
  const isOtherInHand = inHand?.election !== election.election && inHand?.status !== "accepting";
  const isClosed = entry(state.meetings.meetings, election.meeting)?.status === "closed";
  if (!isLast || !isPlaceLeft || !(isClosed || isOtherInHand)) return [];
  return [{ type: "ElectionEnded", election: election.election, reason: "Ein Platz blieb ohne Annahme frei." }];
}

/** Whoever held the office before makes room, if it is full; a re-elected person keeps it. */
function vacated(state: Slices, election: Election, person: PersonId, given: Moment): readonly CommitteeEvent[] {
  const office = state.membership.offices.get(election.office);
  if (office === undefined || office.heldBy.includes(person) || office.heldBy.length < office.holders) return [];
  const elected = new Set(election.elected.filter((one) => one.answer !== "declined").map((one) => one.person));
  const leaving = office.heldBy.find((person) => !elected.has(person));
  return leaving === undefined
    ? []
    : [{ type: "OfficeVacated", office: office.office, person: leaving, until: given.today }];
}
