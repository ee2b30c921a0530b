import type { CalendarEvent } from "../../core/calendar/events.ts";
import { comingMeetings } from "../../core/committee/meeting-meant.ts";
import { sameData } from "../../core/kernel/same-data.ts";
import {
  earlierFeedEnded,
  feedClosed,
  feedOpened,
  howToSubscribe,
  remindersMuted,
  remindersUnmuted,
} from "../../texts/announcements-calendar.ts";
import {
  bodySittingsEntered,
  inSchoolHolidays,
  schoolHolidaysEntered,
  schoolHolidaysRemoved,
  schoolHolidayText,
} from "../../texts/announcements-planning.ts";
import { list } from "../reply.ts";
import { type Announcers, type Happened, plainChoice } from "./telling.ts";

type SchoolHolidaysEntered = Extract<CalendarEvent, { type: "SchoolHolidaysEntered" }>;

/** All of it is told to whoever entered it, and to nobody else. */
export const announceCalendar: Announcers<CalendarEvent["type"]> = {
  SchoolHolidaysEntered: (event, told) => ({
    actor: [
      schoolHolidaysEntered(event.source),
      list(event.holidays.map(schoolHolidayText)),
      ...meetingsWithin(event, told),
    ],
    actorChoices: [plainChoice("schulferien")],
  }),
  SchoolHolidaysRemoved: ({ holidays }) => ({
    actor: [schoolHolidaysRemoved(holidays)],
    actorChoices: [plainChoice("schulferien")],
  }),
  BodySittingsEntered: ({ body, year, dates }) => ({
    actor: [bodySittingsEntered(body, year, dates)],
    actorChoices: dates.length === 0 ? [] : [plainChoice(`jahr planen ${year}`)],
  }),
  FeedOpened({ owner }, { before, feedAddress }) {
    const hadOne = [...before.calendar.feeds.values()].some((feed) => sameData(feed.owner, owner));
    return {
      actor: [
        feedOpened(owner.kind),
        ...(feedAddress === undefined ? [] : [feedAddress]),
        howToSubscribe(owner.kind),
        ...(hadOne ? [earlierFeedEnded()] : []),
      ],
      actorChoices: [plainChoice(owner.kind === "person" ? "mein kalender aus" : "kalender des gremiums aus")],
    };
  },
  FeedClosed: ({ owner }) => ({ actor: [feedClosed(owner.kind)] }),
  RemindersMuted: () => ({ actor: [remindersMuted()], actorChoices: [plainChoice("erinnerungen an")] }),
  RemindersUnmuted: () => ({ actor: [remindersUnmuted()] }),
};

/** Meetings to come that lie in the holidays just entered. */
function meetingsWithin({ holidays }: SchoolHolidaysEntered, { after, today }: Happened): readonly string[] {
  return comingMeetings(after, today).flatMap(({ appointment: { date } }) =>
    holidays.filter(({ from, to }) => from <= date && date <= to).map((one) => inSchoolHolidays(date, one)),
  );
}
