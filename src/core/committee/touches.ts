import type { BallotSubject } from "../ballot/events.ts";
import type { CommitteeEvent } from "./events.ts";

/**
 * What an event creates or rests on, as keys. Two events that share a key hang together: the earlier one cannot be taken back
 * while the later one stands. Entries that stand alone (a note, a task) have a key of their own.
 */
export function touches(event: CommitteeEvent): readonly string[] {
  switch (event.type) {
    case "AttendanceRecorded":
      return [`person:${event.person}`, ...(event.seat === undefined ? [] : [`seat:${event.seat}`])];
    case "SeatExcused":
      return [`seat:${event.seat}`];
    case "HeadCountRecorded":
      return [`heads:${event.entry}`, "heads"];
    case "QuorumEstablished":
      return ["quorum"];
    case "MeetingOpened":
    case "MeetingClosed":
      return ["meeting", "agenda", "quorum"];
    case "MeetingChaired":
      return ["chair"];
    case "MinuteTakerNamed":
      return ["minuteTaker"];
    case "MeetingPaused":
    case "MeetingResumed":
      return ["pause"];
    case "AgendaItemAdded":
    case "AgendaItemChanged":
    case "AgendaItemMoved":
    case "AgendaItemRemoved":
    case "AgendaItemAdjourned":
      return [`item:${event.item}`, "agenda"];
    case "AgendaAdopted":
      return ["adopted"];
    case "AgendaItemCalled":
      return [`item:${event.item}`, "called", "list"];
    case "SpeakerRequested":
    case "SpeakerWithdrawn":
    case "SpeakerCalled":
      return [`speaker:${event.person}`, "list"];
    case "SpeakersListClosed":
    case "SpeakersListReopened":
      return ["listState"];
    case "SpeakingTimeSet":
      return ["speakingTime"];
    case "FieldOpened":
      return ["field", ...item(event.item)];
    case "NoteTaken":
    case "DateAgreed":
    case "ForwardingPromised":
      return ["entry", ...item(event.item)];
    case "AttachmentNamed":
      return ["entry"];
    case "TaskAssigned":
      return ["task", ...item(event.item)];
    case "ReportDetailsSet":
      return [`report:${event.meeting}`];
    case "MotionMoved":
    case "MotionReworded":
    case "MotionWithdrawn":
      return [`motion:${event.motion}`, ...("item" in event ? item(event.item) : [])];
    case "MotionDecided":
      return [`motion:${event.motion}`, ...(event.reference === undefined ? [] : ["resolutions"])];
    case "AmendmentMoved":
      return [`amendment:${event.amendment}`, "amendments", `motion:${event.motion}`];
    case "AmendmentWithdrawn":
    case "AmendmentTakenOver":
    case "AmendmentDecided":
      return [`amendment:${event.amendment}`];
    case "BallotOpened":
      return [`ballot:${event.ballot}`, ...subject(event.subject), "called", "quorum"];
    case "VoteCast":
    case "SecretVoteCast":
      return [`ballot:${event.ballot}`, `seat:${event.seat}`, `person:${event.person}`];
    case "HandCountEntered":
      return [`hands:${event.ballot}`];
    case "BallotClosed":
    case "BallotCancelled":
      return [`ballot:${event.ballot}`, `hands:${event.ballot}`];
    case "SecrecyDemanded":
      return subject(event.subject);
    case "ConflictDeclared":
    case "ConflictLifted":
      return [`conflict:${event.seat}:${event.item}`, `seat:${event.seat}`];
    case "ElectionOpened":
    case "ElectionRoundDecided":
    case "LotDrawn":
    case "ElectionDeclared":
    case "ElectionAccepted":
    case "ElectionDeclined":
    case "ElectionEnded":
      return [`election:${event.election}`];
    case "CandidateNominated":
    case "CandidateWithdrawn":
      return [`election:${event.election}`, `candidate:${event.person}`];
    default:
      return [];
  }
}

const item = (number: number | undefined): readonly string[] => (number === undefined ? [] : [`item:${number}`]);

function subject(of: BallotSubject): readonly string[] {
  switch (of.kind) {
    case "motion":
      return [`motion:${of.motion}`];
    case "amendment":
      return [`amendment:${of.amendment}`];
    case "election":
      return [`election:${of.election}`];
  }
}
