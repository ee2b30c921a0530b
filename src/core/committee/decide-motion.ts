import { calledItem } from "../agenda/queries.ts";
import type { PersonId } from "../kernel/ids.ts";
import { type LocalDate, partsOf } from "../kernel/local-date.ts";
import { ok, type Result } from "../kernel/result.ts";
import { entries, entry } from "../kernel/table.ts";
import type { Meeting } from "../meeting/state.ts";
import type { MotionEvent } from "../motion/events.ts";
import type { Amendment, Motion } from "../motion/state.ts";
import { amendedMotion, takeOver, withdrawal } from "../rules/amendments.ts";
import { alternativeFirst, settledAlternatives } from "./alternatives-now.ts";
import { purposeOfAmendment } from "./amendment-order.ts";
import { unannouncedProblem } from "./announced-item.ts";
import type { Command, Given } from "./commands.ts";
import { type Decided, happened, refused } from "./decision.ts";
import { leads } from "./may.ts";
import { activeMeeting } from "./meeting-now.ts";
import { quorumForBallot, recusedSeats, votingSeats } from "./quorum-now.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** Antrag stellen: under the item called. */
export function moveMotion(state: Slices, command: Of<"MoveMotion">, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const item = calledItem(state.agenda, meeting.value.number);
  if (item !== undefined && !item.deciding) return refused({ code: "ItemWithoutDecision", title: item.title });
  return happened({
    type: "MotionMoved",
    motion: state.motions.motions.size + 1,
    meeting: meeting.value.number,
    ...(item === undefined ? {} : { item: item.item }),
    ...(command.title === undefined ? {} : { title: command.title }),
    text: command.text,
    mover: given.actor,
  });
}

/** The motion, if it is still to be decided. */
export function openMotion(state: Slices, number: number): Result<Motion, Refusal> {
  const motion = entry(state.motions.motions, number);
  if (motion === undefined) {
    const open = entries(state.motions.motions).filter((one) => one.status === "open");
    return refused({ code: "UnknownMotion", motion: number, open: open.map((one) => one.motion) });
  }
  if (motion.status === "withdrawn" || motion.status === "divided" || motion.status === "settled")
    return refused({ code: "MotionIsOver", motion: number, status: motion.status });
  if (motion.outcome !== undefined && motion.outcome.outcome !== "undecided")
    return refused({ code: "MotionIsOver", motion: number, status: motion.outcome.outcome });
  return ok(motion);
}

export function openAmendment(state: Slices, number: number): Result<Amendment, Refusal> {
  const amendment = entry(state.motions.amendments, number);
  if (amendment === undefined) {
    const open = entries(state.motions.amendments).filter((one) => one.status === "open");
    return refused({ code: "UnknownAmendment", amendment: number, open: open.map((one) => one.amendment) });
  }
  return amendment.status === "open" ? ok(amendment) : refused({ code: "AmendmentIsOver", amendment: number });
}

/** Not while it is being voted on. */
export function notUnderVote(state: Slices): Result<undefined, Refusal> {
  const ballot = entry(state.ballots.ballots, state.ballots.open ?? 0);
  if (ballot === undefined) return ok(undefined);
  return refused({ code: "BallotStillOpen", ballot: ballot.ballot, subject: ballot.subject });
}

export function moveAmendment(state: Slices, command: Of<"MoveAmendment">, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const motion = openMotion(state, command.motion);
  if (!motion.ok) return motion;
  const free = notUnderVote(state);
  if (!free.ok) return free;
  return happened({
    type: "AmendmentMoved",
    amendment: state.motions.amendments.size + 1,
    motion: command.motion,
    text: command.text,
    mover: given.actor,
  });
}

/** Wortlaut festhalten, as it is put to the vote. */
export function rewordMotion(state: Slices, command: Of<"RewordMotion">): Decided {
  const motion = openMotion(state, command.motion);
  if (!motion.ok) return motion;
  const free = notUnderVote(state);
  if (!free.ok) return free;
  return happened({ type: "MotionReworded", motion: command.motion, text: command.text });
}

/** Zurückziehen: by the mover, until the vote begins; the leadership may enter it for the mover. */
export function withdrawMotion(state: Slices, command: Of<"WithdrawMotion">, given: Given): Decided {
  const motion = openMotion(state, command.motion);
  if (!motion.ok) return motion;
  return byMover(state, motion.value.mover, given, { type: "MotionWithdrawn", motion: command.motion });
}

export function withdrawAmendment(state: Slices, command: Of<"WithdrawAmendment">, given: Given): Decided {
  const amendment = openAmendment(state, command.amendment);
  if (!amendment.ok) return amendment;
  const { mover } = amendment.value;
  return byMover(state, mover, given, { type: "AmendmentWithdrawn", amendment: command.amendment });
}

/** Übernahme durch die antragstellende Person: the amendment needs no vote. */
export function takeOverAmendment(state: Slices, command: Of<"TakeOverAmendment">, given: Given): Decided {
  const amendment = openAmendment(state, command.amendment);
  if (!amendment.ok) return amendment;
  const motion = openMotion(state, amendment.value.motion);
  if (!motion.ok) return motion;
  const { citation, voteOnAmendment } = takeOver(state.rules, { adoptedByMover: true });
  if (voteOnAmendment) return refused({ code: "TakeOverNotProvided", amendment: command.amendment, citation });
  const purpose = purposeOfAmendment(state, command.amendment);
  if (typeof purpose === "object" && "citation" in purpose)
    return refused({ code: "EssentialNeedsVote", amendment: command.amendment, citation: purpose.citation });
  return byMover(state, motion.value.mover, given, { type: "AmendmentTakenOver", amendment: command.amendment });
}

function byMover(state: Slices, mover: PersonId, given: Given, event: MotionEvent): Decided {
  const free = notUnderVote(state);
  const isMover = mover === given.actor || leads(state, given.actor, given.today);
  const ruling = withdrawal({ byMover: isMover, status: free.ok ? "open" : "underVote" });
  if (ruling.reason === "notTheMover") return refused({ code: "NotTheMover", mover });
  return free.ok ? happened(event) : free;
}

/** What must hold before a motion is decided, in whatever manner. */
export function readyToDecide(
  state: Slices,
  number: number,
  given: Given,
): Result<{ readonly motion: Motion; readonly meeting: Meeting }, Refusal> {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const free = notUnderVote(state);
  if (!free.ok) return free;
  const motion = openMotion(state, number);
  if (!motion.ok) return motion;
  const item = motion.value.item === undefined ? undefined : entry(state.agenda.items, motion.value.item);
  if (item?.deciding === false) return refused({ code: "ItemWithoutDecision", title: item.title });
  const turn = alternativeFirst(state, number);
  if (turn !== undefined) return refused(turn);
  const ahead = motion.value.amendments.filter((one) => entry(state.motions.amendments, one)?.status === "open");
  if (ahead.length > 0) return refused({ code: "AmendmentsFirst", motion: number, amendments: ahead });
  const ruling = quorumForBallot(state, meeting.value, given.today, motion.value.item);
  if (!ruling.quorate) return refused({ code: "NotQuorate", ruling });
  const late = unannouncedProblem(state, motion.value.item);
  if (late !== undefined) return refused(late);
  return ok({ motion: motion.value, meeting: meeting.value });
}

/** Beschluss im Konsens: nobody objects; no votes are counted, none are invented. */
export function adoptByConsensus(state: Slices, command: Of<"AdoptByConsensus">, given: Given): Decided {
  const ready = readyToDecide(state, command.motion, given);
  if (!ready.ok) return ready;
  const { motion, meeting } = ready.value;
  const settled = settledAlternatives(state, motion.motion);
  const decided: MotionEvent = {
    type: "MotionDecided",
    motion: motion.motion,
    meeting: meeting.number,
    outcome: "carried",
    manner: "consensus",
    reference: nextReference(state, given.today),
    withAmendments: command.withAmendments || isAmended(state, motion),
    eligible: eligibleNow(state, meeting, motion, given.today),
  };
  return happened(decided, ...settled);
}

/** Ergebnis, wie es die Sitzungsleitung feststellt, where votes were not counted. */
export function declareResult(state: Slices, command: Of<"DeclareResult">, given: Given): Decided {
  const ready = readyToDecide(state, command.motion, given);
  if (!ready.ok) return ready;
  const { motion, meeting } = ready.value;
  const { outcome, unanimous, withAmendments } = command;
  const settled = outcome === "carried" ? settledAlternatives(state, motion.motion) : [];
  const decided: MotionEvent = {
    type: "MotionDecided",
    motion: motion.motion,
    meeting: meeting.number,
    outcome,
    manner: "declared",
    ...(outcome === "carried" ? { reference: nextReference(state, given.today) } : {}),
    ...(unanimous === undefined ? {} : { unanimous }),
    withAmendments: withAmendments || isAmended(state, motion),
    eligible: eligibleNow(state, meeting, motion, given.today),
  };
  return happened(decided, ...settled);
}

/** Laufende Nummer der Beschluss-Sammlung: "2023-1"; `ahead`: so many are given in the same step before it. */
export function nextReference(state: Slices, today: LocalDate, ahead = 0): string {
  const year = String(partsOf(today).year);
  return `${year}-${(state.motions.carriedByYear.get(year) ?? 0) + 1 + ahead}`;
}

/** Geändert: an amendment was taken over or carried, or the wording settled otherwise. */
export function isAmended(state: Slices, motion: Motion): boolean {
  const amendments = motion.amendments.flatMap((number) => {
    const status = entry(state.motions.amendments, number)?.status ?? "open";
    return [{ id: `Ä${number}`, result: status === "carried" ? "accepted" : status } as const];
  });
  const { changed } = amendedMotion(state.rules, { wording: motion.text, amendments });
  return changed || motion.text !== motion.movedText;
}

export function eligibleNow(state: Slices, meeting: Meeting, motion: Motion, today: LocalDate): number {
  return votingSeats(state, meeting, today, recusedSeats(state, motion.item)).present.size;
}
