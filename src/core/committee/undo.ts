import type { EventMeta } from "../kernel/event-meta.ts";
import { entry as entryOf } from "../kernel/table.ts";
import type { Given } from "./commands.ts";
import { type Decided, happened, refused } from "./decision.ts";
import type { CommitteeEvent, EventType } from "./events.ts";
import { recentEvents } from "./evolve.ts";
import { ideaEntries, ideaEntryTypes } from "./idea-entries.ts";
import { minutes, minuting, peopleWho } from "./may.ts";
import type { Refusal } from "./refusal.ts";
import type { CommitteeState } from "./state.ts";
import { restsOn } from "./touches.ts";
import { openWeighting } from "./weighting-now.ts";
import { runningWorkshop } from "./workshop-now.ts";

/** What may be taken back: entries of leadership and minute taker. Votes, counts, lots and acceptances stand. */
const revertible: ReadonlySet<EventType> = new Set<EventType>([
  "InvitationRecorded",
  "CallObjectionRaised",
  "MeetingChaired",
  "MinuteTakerNamed",
  "MeetingPaused",
  "MeetingResumed",
  "AttendanceRecorded",
  "SeatExcused",
  "HeadCountRecorded",
  "VoterDesignated",
  "ProxyGranted",
  "ProxyEnded",
  "QuorumEstablished",
  "AgendaItemAdded",
  "AgendaItemChanged",
  "AgendaItemMoved",
  "AgendaItemRemoved",
  "AgendaAdopted",
  "AgendaItemCalled",
  "AgendaItemAdjourned",
  "AgendaItemSetAside",
  "SpeakersLastCallGiven",
  "SpeakerCalled",
  "SpeakerWarned",
  "WordWithdrawn",
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
  "DocumentationAnnexed",
  "MinutesSent",
  "MinutesObjectionSettled",
  "MotionMoved",
  "AmendmentMoved",
  "MotionReworded",
  "MotionWithdrawn",
  "AmendmentWithdrawn",
  "AmendmentTakenOver",
  "AmendmentReachSet",
  "AmendmentFoundEssential",
  "MotionDivided",
  "AlternativesRanked",
  "MotionSettled",
  "MotionDecided",
  "QuestionPut",
  "QuestionOpposed",
  "QuestionSupported",
  "QuestionDecided",
  "QuestionWithdrawn",
  "HandCountEntered",
  "ConflictDeclared",
  "ConflictLifted",
  "CandidateNominated",
  "CandidateWithdrawn",
  "ElectionLeaderNamed",
  "ElectionListSubmitted",
  "ElectionMethodVoted",
  "ElectionOpened",
  "ElectionDeclared",
  "WrittenProcedureStarted",
  "WrittenDeliveryRecorded",
  "WrittenConflictDeclared",
  "WrittenConflictLifted",
  "WorkshopPlanned",
  "WorkshopModeratorNamed",
  "GuidingQuestionAsked",
  "WorkshopHeadsCounted",
  "ResultMade",
  "ResultReworded",
  "ResultTagged",
  "ResultUntagged",
  "RouteSet",
  "RouteStepPlaced",
  "RouteStepAnswered",
  "IdeaGroupMade",
  "IdeaGroupRenamed",
  "IdeasMoved",
  "IdeaGroupsMerged",
  ...ideaEntryTypes,
]);

/** Gruppen. */
const groupEntries: ReadonlySet<EventType> = new Set<EventType>([
  "IdeaGroupMade",
  "IdeaGroupRenamed",
  "IdeasMoved",
  "IdeaGroupsMerged",
]);

/** What everybody who takes part may do, and so may take back. */
const isEverybodys = ({ type }: CommitteeEvent): boolean => groupEntries.has(type) || ideaEntries.has(type);

type Recorded = { readonly event: CommitteeEvent; readonly meta: EventMeta };

/**
 * Rückgängig: takes back the actor's last entry, whole, if it can be taken back; never an older one in its place. Entry and
 * correction stay in the record. Refused where something later rests on it.
 */
export function revertLast(state: CommitteeState, given: Given): Decided {
  const recent = recentEvents(state.recent);
  const at = recent.findLastIndex((one) => one.meta.by === given.actor);
  const last = recent[at];
  if (mayBeAnonymous(state, recent, at)) return refused({ code: "AnonymousIdeaStands" });
  const mayNot = notAllowed(state, last?.event, given);
  if (mayNot !== undefined) return mayNot;
  if (last === undefined) return refused({ code: "NothingToRevert" });
  const entry = entryEndingAt(recent, at);
  const standing = entry.find((one) => !isRevertible(one.event));
  if (standing !== undefined) return refused({ code: "NotRevertible", label: standing.event.type });
  const locked = lockedBy(state, entry);
  if (locked !== undefined) return locked;
  const dependedOn = blockedBy(entry, recent.slice(at + 1));
  if (dependedOn !== undefined) return refused({ label: labelOf(entry) ?? last.event.type, ...dependedOn });
  const weighting = openWeighting(state);
  if (weighting !== undefined && entry.some(({ event }) => changesWhatIsWeighed.has(event.type)))
    return refused({ code: "WeightingStillOpen", weighting: weighting.weighting });
  const ideas = entry.flatMap(({ event }) => (event.type === "IdeaGiven" ? [event.idea] : []));
  // Numbers of ideas are not given twice: one that is taken back is withdrawn.
  if (ideas.length > 0) return happened(...ideas.map((idea) => ({ type: "IdeaWithdrawn", idea }) as const));
  const reverted = entry.map((one) => one.meta.version);
  return happened({ type: "EntryReverted", reverted, label: labelOf(entry) ?? last.event.type });
}

function blockedBy(
  entry: readonly Recorded[],
  later: readonly Recorded[],
): Omit<Extract<Refusal, { code: "DependedOn" }>, "label"> | undefined {
  const blockers = later.flatMap(({ event: by }) => {
    const blocked = entry.find(({ event }) => standsBehind(by, event))?.event;
    return blocked === undefined ? [] : [{ by, blocked }];
  });
  // What ends everything leaves nothing to be changed in another way.
  const found = blockers.find(({ by }) => by.type === "WorkshopClosed") ?? blockers[0];
  if (found === undefined) return undefined;
  const about = aboutOf(found.blocked, found.by);
  return { code: "DependedOn", by: found.by.type, ...(about === undefined ? {} : { about }) };
}

/** The idea, group or result that the entry was about; of several ideas, the one that something happened to since. */
function aboutOf(event: CommitteeEvent, by: CommitteeEvent): Extract<Refusal, { code: "DependedOn" }>["about"] {
  if (event.type === "IdeaGroupsMerged") return { kind: "group", number: event.into };
  if (event.type === "IdeaGroupMade" || event.type === "IdeaGroupRenamed")
    return { kind: "group", number: event.group };
  if (event.type === "IdeasMoved") {
    const since = "ideas" in by ? new Set<unknown>(by.ideas) : new Set<unknown>();
    return { kind: "idea", number: event.ideas.find((idea) => since.has(idea)) ?? event.ideas[0] ?? 0 };
  }
  if ("idea" in event) return { kind: "idea", number: event.idea };
  return "result" in event && typeof event.result === "number" ? { kind: "result", number: event.result } : undefined;
}

/** What was done, not the answer of a route that came with it by itself. */
const labelOf = (entry: readonly Recorded[]): EventType | undefined =>
  entry.find(({ event }) => event.type === "MotionDecided" || event.type === "AgendaItemCalled")?.event.type;

/** Not while dots are given. */
const changesWhatIsWeighed: ReadonlySet<EventType> = new Set<EventType>(["IdeaGiven", "IdeaChanged", "IdeaWithdrawn"]);

/** An anonymous idea came since: nobody knows whose last step it was, and nothing older is taken back in its place. */
function mayBeAnonymous(state: CommitteeState, recent: readonly Recorded[], at: number): boolean {
  const last = recent[at]?.event;
  if (runningWorkshop(state)?.anonymous !== true || (last !== undefined && !isEverybodys(last))) return false;
  return recent.slice(at + 1).some(({ event }) => event.type === "AnonymousIdeaGiven");
}

/** It rests on the entry, or ends what the entry belongs to: in a closed workshop groups and ideas stay as they are, but for their tags. */
const standsBehind = (later: CommitteeEvent, earlier: CommitteeEvent): boolean =>
  restsOn(later, earlier) ||
  endsWeighting(later, earlier) ||
  (later.type === "WorkshopClosed" && isEverybodys(earlier) && !isTag(earlier));

const endsWeighting = (later: CommitteeEvent, earlier: CommitteeEvent): boolean =>
  (later.type === "WeightingClosed" || later.type === "WeightingCancelled") &&
  earlier.type === "DotsPlaced" &&
  later.weighting === earlier.weighting;

const isTag = ({ type }: CommitteeEvent): boolean => type === "IdeaTagged" || type === "IdeaUntagged";

/** Entries of the record are taken back by whoever may make them. */
function notAllowed(
  state: CommitteeState,
  last: CommitteeEvent | undefined,
  { actor, today }: Given,
): ReturnType<typeof refused> | undefined {
  if (minutes(state, actor, today) || (last !== undefined && isEverybodys(last))) return undefined;
  const instead = peopleWho(state, minuting, today);
  return refused({ code: "NotAllowed", command: "RevertLast", allowed: minuting, instead });
}

/** Nothing behind an approval: what happened until the end of that meeting, and what was added to its minutes later. */
function lockedBy(state: CommitteeState, entry: readonly Recorded[]): ReturnType<typeof refused> | undefined {
  for (const { meeting, approval } of state.minutes.issued.values()) {
    const held = entryOf(state.meetings.meetings, meeting);
    if (approval === undefined || held?.closedAt === undefined) continue;
    const { closedAt, appointment } = held;
    const belongs = ({ event, meta }: Recorded): boolean =>
      meta.at <= closedAt || ("meeting" in event && event.meeting === meeting);
    if (entry.some(belongs)) return refused({ code: "MinutesLocked", date: appointment.date, approval });
  }
  return undefined;
}

/** A resolution by ballot stands; one found by the chair or by consensus may be corrected. */
function isRevertible(event: CommitteeEvent): boolean {
  if (event.type === "MotionDecided" || event.type === "QuestionDecided") return event.manner !== "ballot";
  return revertible.has(event.type);
}

/** What one command brought about is one entry: each command has an instant of its own. */
function entryEndingAt(recent: readonly Recorded[], at: number): readonly Recorded[] {
  const last = recent[at];
  let first = at;
  while (isSameEntry(recent[first - 1], last)) first -= 1;
  return recent.slice(first, at + 1);
}

function isSameEntry(one: Recorded | undefined, last: Recorded | undefined): boolean {
  return one !== undefined && one.meta.at === last?.meta.at && one.meta.by === last.meta.by;
}
