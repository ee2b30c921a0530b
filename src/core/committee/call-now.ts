import { itemsOf } from "../agenda/queries.ts";
import type { SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { seatsHere } from "../meeting/queries.ts";
import type { Meeting } from "../meeting/state.ts";
import { type CallDefectKind, type CallDefectRuling, callDefect } from "../rules/call-defect.ts";
import { type InvitationRuling, invitationContent } from "../rules/invitation-content.ts";
import { lateCall } from "../rules/late-call.ts";
import type { QuorumInput } from "../rules/quorum.ts";
import { restsNow } from "./seat-voter-now.ts";
import type { Slices } from "./state.ts";
import { seatsWithVote } from "./voting-right-now.ts";

/** Was die Ladung sagt, as far as the bot knows the meeting: place, start, agenda. Other things the rules ask for it cannot tell. */
export function invitationContentNow(state: Slices, meeting: Meeting): InvitationRuling {
  const { place, appointment } = meeting;
  const ruling = invitationContent(state.rules, {
    ort: place,
    beginn: appointment.from,
    tagesordnung: itemsOf(state.agenda, meeting.number).map((item) => item.title),
  });
  const missing = ruling.missing.filter((field) => known.has(field));
  return { ...ruling, missing, isComplete: missing.length === 0 };
}

const known: ReadonlySet<string> = new Set(["ort", "beginn", "tagesordnung"]);

/** Ladungsmängel, as the call was entered, and whether each counts with those present now. None while no call was entered. */
export function callDefectsNow(state: Slices, meeting: Meeting, today: LocalDate): readonly CallDefectRuling[] {
  const { invitation } = meeting;
  if (invitation === undefined) return [];
  const all = new Set(seatsWithVote(state, today).map((one) => one.seat));
  const here = seatsHere(meeting, {
    withRemote: state.rules.quorum.remoteCounts.value,
    recused: new Set(),
    rests: (one) => restsNow(state, one.person, today),
  });
  const present = new Set([...here].filter((seat) => all.has(seat)));
  const objecting = new Set(meeting.callObjections.filter((one) => one.inTime).map((one) => one.seat));
  const notInvited = invitation.notInvited.filter((seat) => all.has(seat));
  const takesPart = (seat: SeatId): boolean => present.has(seat) && !objecting.has(seat);
  return defectsOf(state, meeting, notInvited).map((defect) =>
    callDefect(state.rules, {
      defect,
      votingSeats: all.size,
      present: present.size,
      objections: objecting.size,
      notInvited: { seats: notInvited.length, takePart: notInvited.filter(takesPart).length },
    }),
  );
}

function defectsOf(state: Slices, { invitation }: Meeting, notInvited: readonly SeatId[]): readonly CallDefectKind[] {
  if (invitation === undefined) return [];
  const { timely, clearDays, urgent, reason, missing } = invitation;
  const shortened = lateCall(state.rules, {
    isTimely: timely,
    clearDays,
    isUrgent: urgent,
    ...(reason === undefined ? {} : { reason }),
  });
  const isShortened = shortened.isAllowed && shortened.on === "urgency";
  return [
    ...(timely || isShortened ? [] : (["period"] as const)),
    ...(notInvited.length > 0 ? (["notInvited"] as const) : []),
    ...(missing.length > 0 ? (["content"] as const) : []),
  ];
}

/** Ladungsmangel, as the quorum takes it: one that counts, one that was cured by taking part, or none. */
export function callDefectForQuorum(
  state: Slices,
  meeting: Meeting,
  today: LocalDate,
): Pick<QuorumInput, "callDefect"> {
  const defects = callDefectsNow(state, meeting, today);
  if (defects.some((one) => one.isConsidered)) return { callDefect: { cured: false } };
  if (defects.some((one) => one.note === "curedByParticipation")) return { callDefect: { cured: true } };
  return {};
}
