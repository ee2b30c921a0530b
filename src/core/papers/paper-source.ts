import type { Ballot } from "../ballot/state.ts";
import type { CommitteeState } from "../committee/state.ts";
import type { Instant } from "../kernel/ids.ts";
import type { LocalDate, LocalTime } from "../kernel/local-date.ts";
import { entry } from "../kernel/table.ts";
import type { Meeting } from "../meeting/state.ts";
import type { PaperWording } from "./wording.ts";

/** Was eine Unterlage außer dem Stand braucht: the moment, the committee's zone, the words. The core knows neither zones nor German. */
export type PaperContext = {
  readonly now: Instant;
  /** The committee's local day at `now`. */
  readonly today: LocalDate;
  readonly localDate: (instant: Instant) => LocalDate;
  readonly localTime: (instant: Instant) => LocalTime;
  readonly wording: PaperWording;
  /**
   * The ruling of a closed ballot with rule, paragraph and arithmetic, in German. The flow makes it from the rules of that
   * day; without it the papers show the numbers alone.
   */
  readonly ballotRuling?: (ballot: Ballot) => string | undefined;
};

/** Woraus eine Unterlage entsteht: the committee, one of its meetings, the context. */
export type PaperSource = {
  readonly state: CommitteeState;
  readonly meeting: Meeting;
  readonly context: PaperContext;
};

/** Throws if there is no such meeting: the flow asks for a meeting it found in the state. */
export function paperSource(state: CommitteeState, meeting: number, context: PaperContext): PaperSource {
  const found = entry(state.meetings.meetings, meeting);
  if (found === undefined) throw new Error(`there is no meeting ${meeting}`);
  return { state, meeting: found, context };
}

/** Uhrzeit eines Ereignisses. Undefined if it was entered on another day: then its time says nothing about the meeting. */
export function timeInMeeting({ meeting, context }: PaperSource, instant: Instant | undefined): LocalTime | undefined {
  if (instant === undefined || context.localDate(instant) !== meeting.appointment.date) return undefined;
  return context.localTime(instant);
}

/** Nichtöffentlich: what belongs to such an item stays internal. Outside of the agenda everything is public. */
export function isInternalItem({ state }: PaperSource, item: number | undefined): boolean {
  return item !== undefined && entry(state.agenda.items, item)?.public === false;
}
