import type { AnswerReminder } from "../invitation/events.ts";
import type { PersonId } from "../kernel/ids.ts";
import { addDays, type LocalDate } from "../kernel/local-date.ts";
import { entry } from "../kernel/table.ts";
import type { Meeting } from "../meeting/state.ts";
import { accountsOf, personOn } from "../membership/queries.ts";
import { answerReminderJob, lateReminderDay } from "./answer-jobs.ts";
import { answerNow, expectedAttendance, newestEdition } from "./answers-now.ts";
import type { Decision } from "./decision.ts";
import { isQuiet, laterMorning } from "./quiet-hours.ts";
import type { Slices } from "./state.ts";
import type { SystemCommand, SystemGiven } from "./system-commands.ts";

type Of<Type extends SystemCommand["type"]> = Extract<SystemCommand, { type: Type }>;

const nothing: Decision = { events: [] };

/** Erinnerung an fehlende Rückmeldungen: nothing if it is another date by now, or nobody is missing. */
export function remindOfAnswers(state: Slices, command: Of<"RemindOfAnswers">, given: SystemGiven): Decision {
  const { reminder, revision } = command;
  const meeting = entry(state.meetings.meetings, command.meeting);
  if (meeting?.status !== "planned" || meeting.revision !== revision) return nothing;
  const answerBy = newestEdition(state, meeting.number)?.text.answerBy ?? meeting.appointment.date;
  const lastDay = lastDayFor(reminder, answerBy, given);
  if (given.today > lastDay) return nothing;
  if (isQuiet(given)) {
    const later = laterMorning(given, lastDay);
    return later === undefined ? nothing : { events: [], jobs: [answerReminderJob(command, later)] };
  }
  const people = peopleMissing(state, meeting, given.today);
  if (people.length === 0) return nothing;
  return { events: [{ type: "AnswerRemindersSent", meeting: meeting.number, revision, reminder, people }] };
}

/** An early one that comes too late leaves it to the late one, so that nobody is reminded twice in a row. */
function lastDayFor(reminder: AnswerReminder, answerBy: LocalDate, { today, holidays }: SystemGiven): LocalDate {
  return reminder === "late" ? answerBy : addDays(lateReminderDay(answerBy, today, holidays), -1);
}

/**
 * Wessen Rückmeldung fehlt: invited, silent, of a seat for which nobody has said anything yet or without a seat, or named to stand in. Not
 * those who want no reminders, nor those whom nothing of ours reaches.
 */
export function peopleMissing(state: Slices, meeting: Meeting, today: LocalDate): readonly PersonId[] {
  const { seats } = expectedAttendance(state, meeting);
  const settled = new Set(seats.flatMap(({ seat, standing }) => (standing === "open" ? [] : [seat])));
  const asked = new Set(seats.flatMap((one) => one.asked));
  const recipients = newestEdition(state, meeting.number)?.recipients ?? [];
  return recipients.flatMap(({ person, address }) => {
    const member = personOn(state.membership, person, today);
    const isReached = address !== undefined || accountsOf(state.membership, person).length > 0;
    const isWanted = member?.seat === undefined || !settled.has(member.seat) || asked.has(person);
    const isSilent = answerNow(state, meeting, person) === undefined && !state.calendar.muted.has(person);
    return member !== undefined && isReached && isWanted && isSilent ? [person] : [];
  });
}
