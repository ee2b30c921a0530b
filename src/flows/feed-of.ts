import { meetingOfUid } from "../core/committee/meeting-uid.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import type { Instant, PersonId } from "../core/kernel/ids.ts";
import type { LocalDate } from "../core/kernel/local-date.ts";
import { entry } from "../core/kernel/table.ts";
import { personOn } from "../core/membership/queries.ts";
import { ownAnswer } from "../texts/calendar-entries.ts";
import { entriesNow } from "./calendar-entries.ts";
import type { CalendarEntry } from "./calendar-writing.ts";

/** Was hinter der Adresse eines Kalender-Abos steht. */
export type FeedContent = {
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
  readonly changedAt: Instant;
};

/** Undefined for an address that opens nothing (any more), also of somebody who has left the committee. */
export function feedOf(state: CommitteeState, secretHash: string, today: LocalDate): FeedContent | undefined {
  const feed = state.calendar.feeds.get(secretHash);
  if (feed === undefined) return undefined;
  const { owner } = feed;
  if (owner.kind === "person" && personOn(state.membership, owner.person, today) === undefined) return undefined;
  const shared = entriesNow(state);
  const own = owner.kind === "committee" ? shared : shared.map((one) => withAnswer(state, one, owner.person));
  const changes = own.map(({ changedAt }) => changedAt);
  return {
    name: state.membership.description?.name ?? "",
    entries: own,
    changedAt: latest([feed.openedAt, ...changes]),
  };
}

/** In the own calendar stands what one answered, as long as it is to this day. */
function withAnswer(state: CommitteeState, one: CalendarEntry, person: PersonId): CalendarEntry {
  const number = meetingOfUid(state, one.uid) ?? 0;
  const answer = state.invitations.get(number)?.answers.get(person);
  const isCurrent = answer !== undefined && answer.revision === entry(state.meetings.meetings, number)?.revision;
  if (!isCurrent || one.status === "cancelled") return one;
  const changedAt = latest([answer.at, one.changedAt]);
  return { ...one, description: `${ownAnswer(answer.answer)}\n${one.description}`, changedAt };
}

/** Instants sort as text. */
function latest([first, ...others]: readonly [Instant, ...Instant[]]): Instant {
  return [first, ...others].toSorted().at(-1) ?? first;
}
