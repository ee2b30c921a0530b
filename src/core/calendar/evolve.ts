import { assertNever } from "../kernel/assert-never.ts";
import type { EventMeta } from "../kernel/event-meta.ts";
import { partsOf } from "../kernel/local-date.ts";
import { sameData } from "../kernel/same-data.ts";
import type { CalendarEvent, FeedOwner, SchoolHoliday } from "./events.ts";
import type { CalendarState, Feed } from "./state.ts";

/** Was der Kalender aus einem Ereignis macht. */
export function evolveCalendar(state: CalendarState, event: CalendarEvent, meta: EventMeta): CalendarState {
  switch (event.type) {
    case "SchoolHolidaysEntered": {
      const kept = state.schoolHolidays.filter((one) => !event.holidays.some((fresh) => isSameHoliday(one, fresh)));
      return { ...state, schoolHolidays: inOrder([...kept, ...event.holidays]) };
    }
    case "SchoolHolidaysRemoved": {
      const kept = state.schoolHolidays.filter((one) => !event.holidays.some((gone) => sameData(one, gone)));
      return { ...state, schoolHolidays: kept };
    }
    case "BodySittingsEntered": {
      const years = new Map(state.bodySittings.get(event.body)).set(event.year, event.dates.toSorted());
      return { ...state, bodySittings: new Map(state.bodySittings).set(event.body, years) };
    }
    case "FeedOpened": {
      const feeds = new Map(othersThan(state, event.owner));
      return { ...state, feeds: feeds.set(event.secretHash, { owner: event.owner, openedAt: meta.at }) };
    }
    case "FeedClosed":
      return { ...state, feeds: new Map(othersThan(state, event.owner)) };
    case "RemindersMuted":
      return { ...state, muted: new Set([...state.muted, event.person]) };
    case "RemindersUnmuted":
      return { ...state, muted: new Set([...state.muted].filter((person) => person !== event.person)) };
    default:
      return assertNever(event);
  }
}

/** The same holidays of the same year: entered anew, they were moved. */
export function isSameHoliday(one: SchoolHoliday, other: SchoolHoliday): boolean {
  return one.name === other.name && partsOf(one.from).year === partsOf(other.from).year;
}

function inOrder(holidays: readonly SchoolHoliday[]): readonly SchoolHoliday[] {
  return holidays.toSorted((one, other) => (one.from < other.from ? -1 : Number(one.from > other.from)));
}

function othersThan({ feeds }: CalendarState, owner: FeedOwner): readonly (readonly [string, Feed])[] {
  return [...feeds].filter(([, feed]) => !sameData(feed.owner, owner));
}
