import type { AgendaEvent } from "../agenda/events.ts";
import type { BallotEvent } from "../ballot/events.ts";
import type { CalendarEvent } from "../calendar/events.ts";
import type { DatePollEvent } from "../date-poll/events.ts";
import type { ElectionEvent } from "../election/events.ts";
import type { InvitationEvent } from "../invitation/events.ts";
import type { EventRef } from "../kernel/ids.ts";
import type { MeetingEvent } from "../meeting/events.ts";
import type { MembershipEvent } from "../membership/events.ts";
import type { MinutesEvent } from "../minutes/events.ts";
import type { MotionEvent } from "../motion/events.ts";
import type { QuestionEvent } from "../question/events.ts";
import type { RouteEvent } from "../route/events.ts";
import type { SpeakersEvent } from "../speakers/events.ts";
import type { WorkshopEvent } from "../workshop/events.ts";
import type { WrittenProcedureEvent } from "../written-procedure/events.ts";

/** Rückgängig: the events of one entry count as never happened; they and the correction stay in the record. */
export type CorrectionEvent = {
  readonly type: "EntryReverted";
  readonly reverted: readonly EventRef[];
  readonly label: string;
};

/** Everything that can happen in a committee. Stored for ever: names and shapes are reviewed as such. */
export type CommitteeEvent =
  | MembershipEvent
  | MeetingEvent
  | AgendaEvent
  | SpeakersEvent
  | MinutesEvent
  | MotionEvent
  | QuestionEvent
  | BallotEvent
  | ElectionEvent
  | WrittenProcedureEvent
  | DatePollEvent
  | InvitationEvent
  | CalendarEvent
  | WorkshopEvent
  | RouteEvent
  | CorrectionEvent;

export type EventType = CommitteeEvent["type"];
