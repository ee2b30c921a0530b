import { type AgendaState, noAgenda } from "../agenda/state.ts";
import { type BallotsState, noBallots } from "../ballot/state.ts";
import { type CalendarState, noCalendar } from "../calendar/state.ts";
import { type DatePollsState, noDatePolls } from "../date-poll/state.ts";
import { type ElectionsState, noElections } from "../election/state.ts";
import { type InvitationsState, noInvitations } from "../invitation/state.ts";
import type { EventMeta } from "../kernel/event-meta.ts";
import { type MeetingsState, noMeetings } from "../meeting/state.ts";
import { type MembershipState, noMembership } from "../membership/state.ts";
import { type MinutesState, noMinutes } from "../minutes/state.ts";
import { type MotionsState, noMotions } from "../motion/state.ts";
import { noQuestions, type QuestionsState } from "../question/state.ts";
import { noRoutes, type RoutesState } from "../route/state.ts";
import type { Rules } from "../rules/rules.ts";
import { noSpeakers, type SpeakersState } from "../speakers/state.ts";
import { noWorkshops, type WorkshopsState } from "../workshop/state.ts";
import { noWrittenProcedures, type WrittenProceduresState } from "../written-procedure/state.ts";
import type { CommitteeEvent } from "./events.ts";

/** What the slices know; everything but the means to take something back. */
export type Slices = {
  readonly membership: MembershipState;
  /** Geschäftsordnung in force: the profile, and over it what the committee adopted. */
  readonly rules: Rules;
  readonly meetings: MeetingsState;
  readonly agenda: AgendaState;
  readonly speakers: SpeakersState;
  readonly minutes: MinutesState;
  readonly motions: MotionsState;
  readonly questions: QuestionsState;
  readonly ballots: BallotsState;
  readonly elections: ElectionsState;
  readonly writtenProcedures: WrittenProceduresState;
  readonly datePolls: DatePollsState;
  readonly invitations: InvitationsState;
  readonly calendar: CalendarState;
  readonly workshops: WorkshopsState;
  readonly routes: RoutesState;
};

/** An event with who and when, newest first, so that adding one costs nothing. */
export type RecentEvents =
  | { readonly event: CommitteeEvent; readonly meta: EventMeta; readonly before: RecentEvents }
  | undefined;

/** Berichtigung: an entry that was taken back, for the internal minutes. */
export type Correction = { readonly label: string; readonly meeting: number | undefined; readonly meta: EventMeta };

/** Gremium: the one aggregate; its events are one stream. */
export type CommitteeState = Slices & {
  readonly version: number;
  /** State before the recent events, and these: an undo folds them again without the entry taken back. */
  readonly undoBase: Slices;
  /** State in the middle of them, so that letting the older half go costs nothing. */
  readonly undoMiddle: Slices;
  readonly recent: RecentEvents;
  readonly recentCount: number;
  readonly corrections: readonly Correction[];
};

export function emptySlices(rules: Rules): Slices {
  return {
    membership: noMembership,
    rules,
    meetings: noMeetings,
    agenda: noAgenda,
    speakers: noSpeakers,
    minutes: noMinutes,
    motions: noMotions,
    questions: noQuestions,
    ballots: noBallots,
    elections: noElections,
    writtenProcedures: noWrittenProcedures,
    datePolls: noDatePolls,
    invitations: noInvitations,
    calendar: noCalendar,
    workshops: noWorkshops,
    routes: noRoutes,
  };
}
