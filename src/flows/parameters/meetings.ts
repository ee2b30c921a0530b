import { comingMeetings } from "../../core/committee/meeting-meant.ts";
import { entries } from "../../core/kernel/table.ts";
import { appointmentText } from "../../texts/announcements-meeting.ts";
import { numericDate } from "../../texts/dates.ts";
import { cancelWhich, moveWhich, noMeetingOnDay } from "../../texts/prompts-dates.ts";
import { type Acceptor, absent, problem, type ReadingContext, type Suggestion, taken, withHead } from "./acceptor.ts";
import { day } from "./dates.ts";

/** Geplante Sitzung, by its day. */
export const meetingOnDay: Acceptor<number> = {
  sign: "SITZUNGSTAG",
  take(rest, context) {
    const value = day.take(rest, context);
    if (value.kind !== "taken") return value;
    const planned = entries(context.state.meetings.meetings).find(
      ({ status, appointment }) => status === "planned" && appointment.date === value.value,
    );
    return planned === undefined
      ? problem(noMeetingOnDay(value.value), rest.head, offersOf(context))
      : taken(planned.number, value.rest);
  },
};

/** Sitzung, by its day: planned, held or cancelled; of several on one day the newest. */
export const meetingOfDay: Acceptor<number> = {
  sign: "SITZUNGSTAG",
  take(rest, context) {
    const value = day.take(rest, context);
    if (value.kind !== "taken") return value;
    const found = entries(context.state.meetings.meetings).findLast(
      ({ appointment }) => appointment.date === value.value,
    );
    return found === undefined
      ? problem(noMeetingOnDay(value.value), rest.head, offersOf(context))
      : taken(found.number, value.rest);
  },
};

/** "vom 12.05. auf den 19.05.": what is moved, and whereto. */
export const FROM_TO =
  /^(?:(?:vom|am|der|den)\s+)?(?<from>.+?)\s+auf\s+(?:den\s+)?(?<to>(?:\d|mo|di|mi|do|fr|sa|so|morgen|über|nächst|kommend).*)$/iu;

/** Zu verlegende Sitzung, by its day before "auf"; with several planned it has to be said. */
export const meetingToMove: Acceptor<number> = {
  sign: "SITZUNGSTAG auf",
  take(rest, context) {
    if (rest.head === "") return absent;
    const { from, to } = FROM_TO.exec(rest.head)?.groups ?? {};
    if (from !== undefined && to !== undefined) {
      const meeting = meetingOnDay.take({ head: from, body: undefined }, context);
      return meeting.kind === "taken" ? taken(meeting.value, withHead(rest, to)) : meeting;
    }
    const offers = offersOf(context);
    if (offers.length < 2) return absent;
    const day = rest.head.replace(/^auf\s+(?:den\s+)?/iu, "");
    return problem(
      moveWhich(),
      rest.head,
      offers.map(({ label, instead }) => ({ label, instead: `${instead} auf ${day}` })),
    );
  },
};

/** Abzusagende Sitzung; with several planned it has to be said. */
export const meetingToCancel: Acceptor<number> = {
  sign: "SITZUNGSTAG",
  take(rest, context) {
    if (rest.head !== "") return meetingOnDay.take(rest, context);
    const offers = offersOf(context);
    return offers.length < 2 ? absent : problem(cancelWhich(), undefined, offers);
  },
};

function offersOf({ state, today }: ReadingContext): readonly Suggestion[] {
  return comingMeetings(state, today()).map(({ appointment }) => ({
    label: appointmentText(appointment),
    instead: numericDate(appointment.date),
  }));
}
