import { isCalled } from "../../core/committee/decide-move.ts";
import { comingMeetings } from "../../core/committee/meeting-meant.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import { workshopsAhead } from "../../core/committee/workshop-now.ts";
import { datesThatCount } from "../../core/committee/year-plan.ts";
import { partsOf } from "../../core/kernel/local-date.ts";
import { entry } from "../../core/kernel/table.ts";
import type { MeetingEvent } from "../../core/meeting/events.ts";
import type { Meeting } from "../../core/meeting/state.ts";
import { holdersOf } from "../../core/membership/queries.ts";
import { meetingsPerYear } from "../../core/rules/planning.ts";
import type { Workshop } from "../../core/workshop/state.ts";
import { adjournedToNext } from "../../texts/announcements-meeting.ts";
import {
  answersOutdated,
  becauseOf,
  callStillHolds,
  inviteAnew,
  itemsGoTo,
  meetingCalledOff,
  meetingMoved,
  newInvitationFollows,
  tellThemYourself,
} from "../../texts/announcements-move.ts";
import { workshopStaysPlanned } from "../../texts/announcements-workshop.ts";
import { numericDate } from "../../texts/dates.ts";
import { meetingsPerYearSentence } from "../../texts/rulings-deadlines.ts";
import { noticeAhead } from "./announce-call.ts";
import { dayWarnings } from "./day-warnings.ts";
import { type Announcement, type Announcers, type Happened, plainChoice, type Summons, silent } from "./telling.ts";

type Moving = Extract<MeetingEvent, { type: "MeetingMoved" | "MeetingCancelled" }>;
type Of<Type extends Moving["type"]> = Extract<Moving, { type: Type }>;

/** Verlegung und Absage. */
export const announceMove: Announcers<Moving["type"]> = {
  MeetingMoved(event, told) {
    const before = entry(told.before.meetings.meetings, event.meeting);
    return before === undefined ? silent : moved(event, before, told);
  },
  MeetingCancelled(event, told) {
    const before = entry(told.before.meetings.meetings, event.meeting);
    return before === undefined ? silent : cancelled(event, before, told);
  },
};

function moved(event: Of<"MeetingMoved">, before: Meeting, told: Happened): Announcement {
  const { appointment, place = before.place, reason } = event;
  const wasInvited = isCalled(told.before, before);
  const isSameDay = appointment.date === before.appointment.date;
  const outdated = wasInvited ? [isSameDay ? callStillHolds() : newInvitationFollows()] : [];
  const hadAnswers = [...(told.before.invitations.get(before.number)?.answers.values() ?? [])].some(
    ({ revision }) => revision === before.revision,
  );
  const next = inviteAnewTo(appointment.date);
  const belonging = isSameDay ? [] : workshopsOf(told.after, before);
  return {
    everyone: [
      meetingMoved(before.appointment, appointment, place),
      ...(reason === undefined ? [] : [becauseOf(reason)]),
      ...(isSameDay ? [] : dayWarnings(told.after, appointment.date, told.holidays)),
      ...outdated,
      ...(hadAnswers ? [answersOutdated()] : []),
      ...(wasInvited || isSameDay ? [] : noticeAhead(event.meeting, told)),
    ],
    choices: [plainChoice("tagesordnung")],
    actor: [...(wasInvited ? [inviteAnew()] : []), ...belonging.map(workshopStays)],
    actorChoices: [
      ...(wasInvited ? [next] : []),
      ...belonging.map(({ workshop }) => plainChoice(`workshop verlegen ${workshop}`)),
    ],
    ...(wasInvited ? { summons: toOffice(told, next.command) } : {}),
  };
}

/** Was an dieser Sitzung hängt: workshops that go on from it, and are still ahead. */
const workshopsOf = (state: CommitteeState, { number }: Meeting): readonly Workshop[] =>
  workshopsAhead(state).filter(({ continues }) => continues === number);

const workshopStays = ({ title, days }: Workshop): string => workshopStaysPlanned(title, days);

const inviteAnewTo = (date: Meeting["appointment"]["date"]) => plainChoice(`einladung entwurf ${numericDate(date)}`);

/** Whoever runs the office invites anew; it is not left to read the room. */
function toOffice({ after, today, actor }: Happened, command: string): readonly Summons[] {
  return holdersOf(after.membership, "office", today)
    .filter(({ person }) => person !== actor)
    .map(({ person }) => ({ person, lines: [inviteAnew()], choices: [plainChoice(command)] }));
}

function cancelled({ meeting, reason }: Of<"MeetingCancelled">, before: Meeting, told: Happened): Announcement {
  const isCalledElsewhere = isCalled(told.before, before) && !told.events.some(({ type }) => type === "InvitationSent");
  const { year } = partsOf(before.appointment.date);
  const belonging = workshopsOf(told.after, before);
  const ruling = meetingsPerYear(told.after.rules, year, datesThatCount(told.after));
  return {
    everyone: [meetingCalledOff(before.appointment), becauseOf(reason), ...itemLines(meeting, told)],
    choices: [plainChoice("termine")],
    actor: [
      ...(isCalledElsewhere ? [tellThemYourself()] : []),
      ...(ruling.isEnough ? [] : [meetingsPerYearSentence(ruling)]),
      ...belonging.map(workshopStays),
    ],
    actorChoices: belonging
      .filter(({ status }) => status === "planned")
      .map(({ workshop }) => plainChoice(`workshop absagen ${workshop}`)),
  };
}

function itemLines(meeting: number, { events, after, today }: Happened): readonly string[] {
  const open = events.filter(({ type }) => type === "AgendaItemAdjourned").length;
  if (open === 0) return [];
  const next = comingMeetings(after, today).find(({ number }) => number !== meeting);
  const isPlaced = events.some((event) => event.type === "AgendaItemAdded" && event.meeting === next?.number);
  return [isPlaced && next !== undefined ? itemsGoTo(open, next.appointment.date) : adjournedToNext(open)];
}
