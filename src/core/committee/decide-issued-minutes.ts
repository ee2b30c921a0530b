import type { PersonId, SeatId } from "../kernel/ids.ts";
import { addDays, type LocalDate, type LocalTime, makeLocalTime } from "../kernel/local-date.ts";
import { ok, type Result } from "../kernel/result.ts";
import { entry } from "../kernel/table.ts";
import type { Meeting } from "../meeting/state.ts";
import { personOn } from "../membership/queries.ts";
import { minutesDeadlines } from "../rules/minutes-deadlines.ts";
import { cite } from "../rules/setting.ts";
import type { Command, Given } from "./commands.ts";
import { type Decided, happened, refused } from "./decision.ts";
import type { CommitteeEvent } from "./events.ts";
import { lastMeeting } from "./meeting-now.ts";
import { issuedMinutes, objectionsTo } from "./minutes-now.ts";
import { minutesItemForObjection } from "./minutes-on-agenda.ts";
import { missingSigners, signerRoles } from "./minutes-signers.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";
import type { JobRequest } from "./system-commands.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** Sitzung, die vorbei ist: the one named, else the last one held. */
export function meetingHeld(state: Slices, number: number | undefined): Result<Meeting, Refusal> {
  const meeting = number === undefined ? lastMeeting(state) : entry(state.meetings.meetings, number);
  if (meeting?.status === "closed") return ok(meeting);
  const isRunning = meeting !== undefined && meeting.number === state.meetings.current;
  return refused({ code: "NoMinutesYet", isRunning });
}

/** Versand des Protokolls: from this day runs the period for objections. */
export function sendMinutes(state: Slices, command: Of<"SendMinutes">, given: Given): Decided {
  const held = meetingHeld(state, command.meeting);
  if (!held.ok) return held;
  const { number: meeting, appointment } = held.value;
  const { sent } = issuedMinutes(state, meeting);
  if (sent !== undefined)
    return refused({ code: "MinutesAlreadySent", date: appointment.date, on: sent.on, lastDay: sent.lastDay });
  const sentOn = command.sentOn ?? given.today;
  if (sentOn > given.today || sentOn < appointment.date)
    return refused({ code: "SentOnOutOfRange", sentOn, earliest: appointment.date, today: given.today });
  const lastDay = lastDayForObjections(state, appointment.date, sentOn, given);
  const jobs = state.rules.protocol.approval.value === "silence" ? [approvalJob(meeting, lastDay)] : [];
  return ok({ events: [{ type: "MinutesSent", meeting, sentOn, lastDay }], jobs });
}

function lastDayForObjections(
  { rules }: Slices,
  meeting: LocalDate,
  submitted: LocalDate,
  { holidays }: Given,
): LocalDate {
  const { objections } = minutesDeadlines(rules, { meeting, submitted, holidays });
  if (objections === undefined) throw new Error("minutes that were sent have a period for objections");
  return objections.lastDay;
}

// It exists on every day.
const MIDNIGHT = makeLocalTime(0, 0) as LocalTime;

const approvalJob = (meeting: number, lastDay: LocalDate): JobRequest => ({
  id: `protokoll-${meeting}-genehmigung`,
  day: addDays(lastDay, 1),
  time: MIDNIGHT,
  command: { type: "ApproveDueMinutes", meeting, lastDay },
});

/** Unterschrift. Where the rules approve by signature the last one makes the minutes valid. */
export function signMinutes(state: Slices, command: Of<"SignMinutes">, given: Given): Decided {
  const held = meetingHeld(state, command.meeting);
  if (!held.ok) return held;
  const { number: meeting } = held.value;
  const { sign, approval } = state.rules.protocol;
  const citation = cite("protocol.sign", sign);
  const roles = signerRoles(state, meeting, given.actor, given.today);
  if (roles.length === 0) return refused({ code: "NotASigner", roles: sign.value, citation });
  const missing = missingSigners(state, meeting);
  const now = roles.filter((role) => missing.includes(role));
  if (now.length === 0) return refused({ code: "AlreadySigned", missing });
  const signatures = now.map((role): CommitteeEvent => ({ type: "MinutesSigned", meeting, role, person: given.actor }));
  const isValid = approval.value === "signature" && now.length === missing.length;
  const isOpen = issuedMinutes(state, meeting).approval === undefined;
  if (!isValid || !isOpen) return happened(...signatures);
  const { paragraph } = approval;
  return happened(...signatures, {
    type: "MinutesApproved",
    meeting,
    manner: "signature",
    on: given.today,
    ...(paragraph === undefined ? {} : { paragraph }),
  });
}

/** Einwendung: told to the leadership; one that comes late is kept with the record and not considered. */
export function raiseObjection(state: Slices, command: Of<"RaiseMinutesObjection">, given: Given): Decided {
  const held = meetingHeld(state, command.meeting ?? lastSent(state));
  if (!held.ok) return held;
  const { number: meeting, appointment } = held.value;
  const { sent, approval } = issuedMinutes(state, meeting);
  if (approval !== undefined && approval.manner !== "signature")
    return refused({ code: "MinutesLocked", date: appointment.date, approval });
  if (sent === undefined) return refused({ code: "MinutesNotSent", date: appointment.date });
  const { text, reason } = command;
  const { objectionNeedsReason } = state.rules.protocol;
  if (objectionNeedsReason.value && reason === undefined)
    return refused({
      code: "ObjectionNeedsReason",
      citation: cite("protocol.objectionNeedsReason", objectionNeedsReason),
    });
  const same = objectionsTo(state, meeting).find((one) => one.person === given.actor && one.text === text);
  if (same !== undefined) return refused({ code: "SameObjection", objection: same.objection });
  const isInTime = given.today <= sent.lastDay;
  return happened(
    {
      type: "MinutesObjectionRaised",
      objection: state.minutes.objections.size + 1,
      meeting,
      person: given.actor,
      ...seatOf(state, given.actor, given.today),
      text,
      ...(reason === undefined ? {} : { reason }),
      isInTime,
    },
    ...(isInTime ? minutesItemForObjection(state, held.value, given.today) : []),
  );
}

/** The minutes sent last, if they can still be objected to; else the last ones held, for the sentence of the refusal. */
function lastSent(state: Slices): number | undefined {
  const sent = [...state.minutes.issued.values()].filter((one) => one.sent !== undefined);
  const open = sent.filter(({ approval }) => approval === undefined || approval.manner === "signature");
  return (open.length > 0 ? open : sent).map(({ meeting }) => meeting).sort((a, b) => b - a)[0];
}

function seatOf(state: Slices, person: PersonId, today: LocalDate): { readonly seat?: SeatId } {
  const seat = personOn(state.membership, person, today)?.seat;
  return seat === undefined ? {} : { seat };
}
