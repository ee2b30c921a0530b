import { rulingOfWritten } from "../../core/committee/close-written.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import { peopleOf } from "../../core/committee/written-now.ts";
import type { SeatId } from "../../core/kernel/ids.ts";
import { daysBetween } from "../../core/kernel/local-date.ts";
import { entry } from "../../core/kernel/table.ts";
import { seatsOn } from "../../core/membership/queries.ts";
import { cite } from "../../core/rules/setting.ts";
import { writtenDuties } from "../../core/rules/written-procedure-duties.ts";
import { writtenObjection } from "../../core/rules/written-procedure-objection.ts";
import { writtenDays } from "../../core/rules/written-procedure-period.ts";
import type { WrittenProcedureEvent } from "../../core/written-procedure/events.ts";
import type { WrittenProcedure } from "../../core/written-procedure/state.ts";
import {
  changeUntil,
  deliverOtherwise,
  deliveryRecorded,
  howToVoteWritten,
  intoNextMeeting,
  nothingYet,
  notReached,
  objectionRaised,
  objectionWithdrawn,
  outOfLimits,
  procedureClosed,
  procedureName,
  procedureStarted,
  procedureWithdrawn,
  reminderLine,
  replacedByMember,
  replacesSubstitute,
  shiftedLine,
  silenceIsConsent,
  silenceIsNothing,
  urgencyLine,
  wordingIs,
  writtenConflict,
  writtenVoteChanged,
  writtenVoteSaid,
} from "../../texts/announcements-written.ts";
import { seats } from "../../texts/names.ts";
import { citationText } from "../../texts/rulings-source.ts";
import {
  daysText,
  dutiesSentence,
  objectionRuleSentence,
  objectionSentence,
  writtenRulingSentence,
  writtenTurningSentence,
} from "../../texts/rulings-written.ts";
import type { ReplyChoice } from "../reply.ts";
import { procedureKey } from "../undelivered-seats.ts";
import {
  type Announcement,
  type Announcers,
  choice,
  type Happened,
  plainChoice,
  type Summons,
  silent,
} from "./telling.ts";

export const announceWritten: Announcers<WrittenProcedureEvent["type"]> = {
  WrittenProcedureStarted: ({ procedure }, told) => about(told.after, procedure, (one) => started(one, told)),
  WrittenVoteCast: (event, told) => about(told.after, event.procedure, (one) => voted(one, event, told)),
  WrittenObjectionRaised: ({ procedure, seat, reason }, { after, names, today }) =>
    about(after, procedure, (one, name) => ({
      everyone: [objectionRaised(name, names.seat(seat), reason), objectionSentence(objectionsNow(after, one, today))],
      actorChoices: [plainChoice(`umlauf ${procedure} widerspruch zurücknehmen`)],
    })),
  WrittenObjectionWithdrawn: ({ procedure, seat }, { after, names, today }) =>
    about(after, procedure, (one, name) => ({
      everyone: [objectionWithdrawn(name, names.seat(seat)), objectionSentence(objectionsNow(after, one, today))],
    })),
  WrittenDeliveryRecorded: ({ procedure, seat }, { after, names }) =>
    about(after, procedure, (one) => ({ actor: [deliveryRecorded(names.seat(seat), one.unreached.size)] })),
  WrittenConflictDeclared: ({ procedure, seat }, { after, names }) =>
    about(after, procedure, (_, name) => ({ everyone: [writtenConflict(name, names.seat(seat), true)] })),
  WrittenConflictLifted: ({ procedure, seat }, { after, names }) =>
    about(after, procedure, (_, name) => ({ everyone: [writtenConflict(name, names.seat(seat), false)] })),
  WrittenRemindersSent: (event, told) => about(told.after, event.procedure, (one) => reminded(one, event, told)),
  WrittenProcedureWithdrawn: ({ procedure, reason }, { after }) =>
    about(after, procedure, (_, name) => ({ everyone: [procedureWithdrawn(name, reason)] })),
  WrittenProcedureClosed: ({ procedure }, told) => about(told.after, procedure, (one) => closed(one, told)),
  /** The item itself is announced as any other. */
  WrittenReportPlaced: () => silent,
};

function about(
  state: CommitteeState,
  number: number,
  tell: (procedure: WrittenProcedure, name: string) => Announcement,
): Announcement {
  const found = entry(state.writtenProcedures.procedures, number);
  return found === undefined ? silent : tell(found, procedureName(number, found.title));
}

/** The wording goes to every room, and to everybody entitled by direct chat. */
function started(one: WrittenProcedure, told: Happened): Announcement {
  const lines = startLines(one, told);
  const { unreached } = one;
  const missed =
    unreached.size === 0 ? [] : [notReached(seats(told.names, [...unreached])), deliverOtherwise(one.procedure)];
  return {
    everyone: lines,
    choices: voteChoices(one),
    actor: missed,
    summons: toEntitled(one, told, () => lines).map((summons) => ({ ...summons, about: procedureKey(one.procedure) })),
  };
}

function startLines(one: WrittenProcedure, { after, today }: Happened): readonly string[] {
  const { procedure, title, text, urgency, lastDay, shiftedFrom, startedOn, rules } = one;
  const { shift, silence } = rules.umlauf;
  const days = writtenDays(rules, Math.max(0, daysBetween(startedOn, shiftedFrom ?? lastDay)));
  const silenceSource = citationText(cite("umlauf.silence", silence));
  return [
    procedureStarted(procedureName(procedure, title), lastDay),
    text,
    ...(urgency === undefined ? [] : [urgencyLine(urgency)]),
    ...(shiftedFrom === undefined ? [] : [shiftedLine(shiftedFrom, citationText(cite("umlauf.shift", shift)))]),
    ...(days.outcome === "warn" ? [outOfLimits(daysText(days))] : []),
    howToVoteWritten(procedure),
    objectionRuleSentence(objectionsNow(after, one, today)),
    silence.value === "consent" ? silenceIsConsent(silenceSource) : silenceIsNothing(silenceSource),
  ];
}

export function voteChoices({ procedure }: WrittenProcedure): readonly ReplyChoice[] {
  const word = (label: string, typed: string) => choice(label, `umlauf ${procedure} ${typed}`);
  return [word("Ja", "ja"), word("Nein", "nein"), word("Enthaltung", "enthaltung"), word("Widerspruch", "widerspruch")];
}

/** Everybody who could vote for one of these seats. */
function toEntitled(
  one: WrittenProcedure,
  { after, today, actor }: Happened,
  lines: (seat: SeatId) => readonly string[],
  wanted: readonly SeatId[] = seatsOn(after.membership, today).map(({ seat }) => seat),
): readonly Summons[] {
  const choices = one.status === "open" ? voteChoices(one) : [];
  return wanted.flatMap((seat) =>
    peopleOf(after, seat, today)
      .filter((person) => person !== actor || one.status === "open")
      .map((person) => ({ person, lines: lines(seat), choices })),
  );
}

type Of<Type extends WrittenProcedureEvent["type"]> = Extract<WrittenProcedureEvent, { type: Type }>;

function voted(one: WrittenProcedure, event: Of<"WrittenVoteCast">, { before, names }: Happened): Announcement {
  const name = procedureName(one.procedure, one.title);
  const { seat, choice: chosen, person } = event;
  const earlier = entry(before.writtenProcedures.procedures, one.procedure)?.votes.get(seat);
  const { change } = one.rules.vote;
  const until = one.status === "open" && change.value === "untilClose" ? [changeUntil(one.lastDay)] : [];
  if (earlier === undefined) return { actor: [writtenVoteSaid(name, names.seat(seat), chosen), ...until] };
  if (earlier.person === person) return { actor: [writtenVoteChanged(name, names.seat(seat), chosen, earlier.choice)] };
  const source = citationText(cite("umlauf.memberReplacesSubstitute", one.rules.umlauf.memberReplacesSubstitute));
  return {
    actor: [
      writtenVoteSaid(name, names.seat(seat), chosen),
      replacesSubstitute(names.person(earlier.person), earlier.choice, source),
    ],
    summons: [
      {
        person: earlier.person,
        lines: [replacedByMember(name, names.seat(seat), names.person(person), source)],
        choices: [],
      },
    ],
  };
}

function reminded(one: WrittenProcedure, event: Of<"WrittenRemindersSent">, told: Happened): Announcement {
  const { silence } = one.rules.umlauf;
  const consents = silence.value === "consent" ? [silenceIsConsent(citationText(cite("umlauf.silence", silence)))] : [];
  const lines = (seat: SeatId): readonly string[] => [
    reminderLine(procedureName(one.procedure, one.title), one.lastDay, event.reminder),
    nothingYet(told.names.seat(seat)),
    wordingIs(one.text),
    ...consents,
  ];
  const summons = toEntitled(one, told, lines, event.seats);
  return { summons: summons.filter(({ person }) => !told.after.calendar.muted.has(person)) };
}

function closed(one: WrittenProcedure, told: Happened): Announcement {
  const duties = writtenDuties(one.rules);
  const lines = [...resultLines(one), dutiesSentence(duties)].filter((line) => line !== "");
  return {
    everyone: lines,
    choices: [plainChoice("beschlüsse")],
    summons: duties.duties.includes("immediatelyText") ? toEntitled(one, told, () => lines) : [],
  };
}

/** Ergebnis mit Rechnung und Wortlaut, as it is told at the end and read out in the next meeting. */
export function resultLines(one: WrittenProcedure): readonly string[] {
  const { closing, text } = one;
  const ruling = rulingOfWritten(one);
  if (closing === undefined || ruling === undefined) return [];
  const isMovedOn = closing.outcome === "void" || closing.outcome === "noResult";
  return [
    procedureClosed(procedureName(one.procedure, one.title), closing),
    writtenRulingSentence(ruling),
    writtenTurningSentence(ruling),
    wordingIs(text),
    ...(isMovedOn ? [intoNextMeeting()] : []),
  ];
}

function objectionsNow(state: CommitteeState, one: WrittenProcedure, today: Happened["today"]) {
  const all = seatsOn(state.membership, today).filter(({ seat }) => !one.recused.has(seat));
  const objections = all.filter(({ seat }) => one.objections.has(seat)).length;
  return writtenObjection(one.rules, { objections, votingSeats: all.length });
}
