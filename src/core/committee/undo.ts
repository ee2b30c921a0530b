import type { Given } from "./commands.ts";
import { type Decided, happened, refused } from "./decision.ts";
import type { CommitteeEvent, EventType } from "./events.ts";
import { recentEvents } from "./evolve.ts";
import type { CommitteeState } from "./state.ts";
import { restsOn } from "./touches.ts";

/** What may be taken back: entries of leadership and minute taker. Votes, counts, lots and acceptances stand. */
const revertible: ReadonlySet<EventType> = new Set<EventType>([
  "MeetingChaired",
  "MinuteTakerNamed",
  "MeetingPaused",
  "MeetingResumed",
  "AttendanceRecorded",
  "SeatExcused",
  "HeadCountRecorded",
  "QuorumEstablished",
  "AgendaItemAdded",
  "AgendaItemChanged",
  "AgendaItemMoved",
  "AgendaItemRemoved",
  "AgendaAdopted",
  "AgendaItemCalled",
  "AgendaItemAdjourned",
  "SpeakerCalled",
  "SpeakingTimeSet",
  "SpeakersListClosed",
  "SpeakersListReopened",
  "FieldOpened",
  "NoteTaken",
  "TaskAssigned",
  "DateAgreed",
  "ForwardingPromised",
  "ReportDetailsSet",
  "AttachmentNamed",
  "MotionMoved",
  "AmendmentMoved",
  "MotionReworded",
  "MotionWithdrawn",
  "AmendmentWithdrawn",
  "AmendmentTakenOver",
  "MotionDecided",
  "HandCountEntered",
  "ConflictDeclared",
  "ConflictLifted",
  "CandidateNominated",
  "CandidateWithdrawn",
  "ElectionOpened",
  "ElectionDeclared",
]);

/**
 * Rückgängig: takes back the actor's own last entry that can be taken back. Both entry and correction stay in the record.
 * Refused where something later rests on it.
 */
export function revertLast(state: CommitteeState, given: Given): Decided {
  const recent = recentEvents(state.recent);
  const at = recent.findLastIndex((one) => one.meta.by === given.actor && isRevertible(one.event));
  const target = recent[at];
  if (target === undefined) return refused({ code: "NothingToRevert" });
  const blocker = recent.slice(at + 1).find((later) => restsOn(later.event, target.event));
  if (blocker !== undefined) return refused({ code: "DependedOn", label: target.event.type, by: blocker.event.type });
  return happened({ type: "EntryReverted", reverted: target.meta.version, label: target.event.type });
}

/** A resolution by ballot stands; one found by the chair or by consensus may be corrected. */
function isRevertible(event: CommitteeEvent): boolean {
  return revertible.has(event.type) && (event.type !== "MotionDecided" || event.manner !== "ballot");
}
