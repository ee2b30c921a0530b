import { calledItem } from "../agenda/queries.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { ok, type Result } from "../kernel/result.ts";
import { entries, entry } from "../kernel/table.ts";
import type { Meeting } from "../meeting/state.ts";
import type { ApprovalManner } from "../minutes/events.ts";
import { minutesDeadlines } from "../rules/minutes-deadlines.ts";
import type { Command, Given } from "./commands.ts";
import { meetingHeld } from "./decide-issued-minutes.ts";
import { type Decided, type Decision, happened, refused } from "./decision.ts";
import type { CommitteeEvent } from "./events.ts";
import { activeMeeting } from "./meeting-now.ts";
import { approvalNow, issuedMinutes, openMinutes, openObjections } from "./minutes-now.ts";
import { missingSigners } from "./minutes-signers.ts";
import { quorumForBallot } from "./quorum-now.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";
import type { SystemCommand, SystemGiven } from "./system-commands.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** Erledigung einer Einwendung, in a later meeting. */
export function settleObjection(state: Slices, command: Of<"SettleMinutesObjection">, given: Given): Decided {
  const { objection: number, isAccepted, text } = command;
  const objection = entry(state.minutes.objections, number);
  const open = entries(state.minutes.objections)
    .filter((one) => one.isInTime && one.settlement === undefined)
    .map((one) => one.objection);
  if (objection === undefined) return refused({ code: "UnknownObjection", objection: number, open });
  const { settlement, meeting, isInTime } = objection;
  if (settlement !== undefined)
    return refused({ code: "ObjectionIsSettled", objection: number, isAccepted: settlement.isAccepted, open });
  const { sent } = issuedMinutes(state, meeting);
  if (!isInTime) return refused({ code: "ObjectionWasLate", objection: number, lastDay: sent?.lastDay });
  const running = activeMeeting(state, given.today);
  if (!running.ok) return running;
  return happened({
    type: "MinutesObjectionSettled",
    objection: number,
    settledIn: running.value.number,
    ...itemOf(state, running.value),
    isAccepted,
    ...(text === undefined ? {} : { text }),
  });
}

/** Genehmigung des Protokolls, in the manner of the rules. */
export function approveMinutes(state: Slices, command: Of<"ApproveMinutes">, given: Given): Decided {
  const meant = meantMinutes(state, command.meeting);
  if (!meant.ok) return meant;
  const meeting = meant.value;
  const { sent, approval } = issuedMinutes(state, meeting.number);
  const { date } = meeting.appointment;
  if (approval !== undefined) return refused({ code: "MinutesLocked", date, approval });
  const ruling = approvalNow(state, meeting, given.today);
  const { citation } = ruling;
  const manner = state.rules.protocol.approval.value;
  if (manner === "signature")
    return refused({ code: "ApprovedBySignature", missing: missingSigners(state, meeting.number), citation });
  if (sent === undefined) return refused({ code: "MinutesNotSent", date });
  if (given.today <= sent.lastDay) return refused({ code: "ObjectionPeriodRuns", lastDay: sent.lastDay, citation });
  const open = openObjections(state, meeting.number).map(({ objection }) => objection);
  if (open.length > 0) return refused({ code: "ObjectionsOpen", objections: open, citation });
  if (manner === "silence" && ruling.isApproved) return ok(bySilence(state, meeting, sent, given));
  return inMeeting(state, meeting, manner === "nextMeeting" ? "meeting" : "objectionsTreated", given);
}

/** The one named, else the one that is open. */
function meantMinutes(state: Slices, number: number | undefined): Result<Meeting, Refusal> {
  if (number !== undefined) return meetingHeld(state, number);
  const [first, ...others] = openMinutes(state);
  if (first !== undefined && others.length === 0) return ok(first);
  if (first === undefined) return meetingHeld(state, state.meetings.current);
  const meetings = [first, ...others].map(({ number: of, appointment }) => ({ meeting: of, date: appointment.date }));
  return refused({ code: "SeveralMinutesOpen", meetings });
}

/** By a later meeting; where it has to approve, and not only to treat objections, it must be quorate. */
function inMeeting(
  state: Slices,
  meeting: Meeting,
  manner: Extract<ApprovalManner, "meeting" | "objectionsTreated">,
  given: Given,
): Decided {
  const running = activeMeeting(state, given.today);
  if (!running.ok) return running;
  const item = itemOf(state, running.value);
  const quorum = quorumForBallot(state, running.value, given.today, item.item);
  if (manner === "meeting" && !quorum.quorate) return refused({ code: "NotQuorate", ruling: quorum });
  return happened({
    ...approved(state, meeting.number, manner, given.today),
    approvedIn: running.value.number,
    ...item,
  });
}

/** Stillschweigende Genehmigung zum Fristende; what is no longer to be done, or done already, is nothing. */
export function approveDueMinutes(
  state: Slices,
  command: Extract<SystemCommand, { type: "ApproveDueMinutes" }>,
  given: SystemGiven,
): Decision {
  const meeting = entry(state.meetings.meetings, command.meeting);
  const { sent, approval } = issuedMinutes(state, command.meeting);
  const isMeant = sent?.lastDay === command.lastDay && approval === undefined;
  if (meeting === undefined || sent === undefined || !isMeant) return { events: [] };
  const isSilent = state.rules.protocol.approval.value === "silence";
  if (!isSilent || !approvalNow(state, meeting, given.today).isApproved) return { events: [] };
  return bySilence(state, meeting, sent, given);
}

function bySilence(
  state: Slices,
  { number, appointment }: Meeting,
  sent: { readonly on: LocalDate },
  { today, holidays }: Pick<Given, "today" | "holidays">,
): Decision {
  const { approvedFrom } = minutesDeadlines(state.rules, { meeting: appointment.date, submitted: sent.on, holidays });
  return { events: [approved(state, number, "silence", approvedFrom ?? today)] };
}

function approved(
  { rules }: Slices,
  meeting: number,
  manner: ApprovalManner,
  on: LocalDate,
): Extract<CommitteeEvent, { type: "MinutesApproved" }> {
  const { paragraph } = rules.protocol.approval;
  return { type: "MinutesApproved", meeting, manner, on, ...(paragraph === undefined ? {} : { paragraph }) };
}

function itemOf(state: Slices, meeting: Meeting): { readonly item?: number } {
  const item = calledItem(state.agenda, meeting.number);
  return item === undefined ? {} : { item: item.item };
}
