import type { DatePoll } from "../date-poll/state.ts";
import type { Appointment } from "../kernel/appointment.ts";
import { assertNever } from "../kernel/assert-never.ts";
import type { PersonId } from "../kernel/ids.ts";
import { addDays, compareDates, type LocalDate } from "../kernel/local-date.ts";
import { ok } from "../kernel/result.ts";
import { sameData } from "../kernel/same-data.ts";
import { entry } from "../kernel/table.ts";
import { daysLater } from "../kernel/workdays.ts";
import { holdersOf, personOn } from "../membership/queries.ts";
import type { Given } from "./commands.ts";
import type { DatePollCommand } from "./commands-scheduling.ts";
import { datePollReminderJob, jobsOfDatePoll } from "./date-poll-jobs.ts";
import { datePollToAnswer, datePollToSettle, openDatePolls, peopleMissing } from "./date-poll-now.ts";
import { scheduleMeeting } from "./decide-meeting.ts";
import { type Decided, type Decision, happened, refused } from "./decision.ts";
import { leads } from "./may.ts";
import { isQuiet, laterMorning } from "./quiet-hours.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";
import type { SystemCommand, SystemGiven } from "./system-commands.ts";

type Of<Type extends DatePollCommand["type"]> = Extract<DatePollCommand, { type: Type }>;

/** Entscheidung über einen Befehl zur Terminumfrage. */
export function decideDatePoll(state: Slices, command: DatePollCommand, given: Given): Decided {
  switch (command.type) {
    case "OpenDatePoll":
      return openDatePoll(state, command, given);
    case "AnswerDatePoll":
      return answerDatePoll(state, command, given);
    case "SettleDatePoll":
      return settleDatePoll(state, command, given);
    case "CancelDatePoll": {
      const found = datePollToSettle(state, command.poll);
      if (!found.ok) return found;
      return happened({ type: "DatePollCancelled", poll: found.value.poll, reason: command.reason });
    }
    default:
      return assertNever(command);
  }
}

const LEAST_OPTIONS = 2;
const MOST_OPTIONS = 20;
/** Days for answers, if no last day is named. */
const USUAL_DAYS = 7;

/** Terminumfrage eröffnen: several days to come, each once, and a last day for answers that lies before the first of them. */
function openDatePoll(state: Slices, command: Of<"OpenDatePoll">, given: Given): Decided {
  const { title, place, options } = command;
  const { today } = given;
  const problem = optionsProblem(state, options, today);
  if (problem !== undefined) return refused(problem);
  const latest = addDays(firstDayOf(options, today), -1);
  const lastDay = command.lastDay ?? earlierOf(daysLater(today, USUAL_DAYS), latest);
  if (lastDay < today || lastDay > latest) return refused({ code: "PollDaysWrong", lastDay, earliest: today, latest });
  const stranger = command.required.find((person) => personOn(state.membership, person, today) === undefined);
  if (stranger !== undefined) return refused({ code: "UnknownPerson", person: stranger });
  const poll = state.datePolls.polls.size + 1;
  const dates = { startedOn: today, lastDay };
  return ok({
    events: [
      {
        type: "DatePollOpened",
        poll,
        ...(title === undefined ? {} : { title }),
        ...(place === undefined ? {} : { place }),
        options,
        required: requiredPeople(state, command.required, today),
        ...dates,
      },
    ],
    jobs: jobsOfDatePoll({ poll, ...dates }, given.holidays),
  });
}

function optionsProblem(state: Slices, options: readonly Appointment[], today: LocalDate): Refusal | undefined {
  const count = options.length;
  if (count < LEAST_OPTIONS || count > MOST_OPTIONS)
    return { code: "WrongNumberOfOptions", count, least: LEAST_OPTIONS, most: MOST_OPTIONS };
  const past = options.find(({ date }) => date < today);
  if (past !== undefined) return { code: "DateIsPast", date: past.date, today };
  const twice = options.find((one, index) => options.findIndex((other) => isSameBeginning(one, other)) < index);
  if (twice !== undefined) return { code: "OptionTwice", option: twice };
  const same = openDatePolls(state).find((one) => sameData(one.options, options));
  return same === undefined ? undefined : { code: "DatePollExists", poll: same.poll };
}

const isSameBeginning = (one: Appointment, other: Appointment): boolean =>
  one.date === other.date && one.from === other.from;

const earlierOf = (one: LocalDate, other: LocalDate): LocalDate => (compareDates(one, other) < 0 ? one : other);

const firstDayOf = (options: readonly Appointment[], today: LocalDate): LocalDate =>
  options.map(({ date }) => date).toSorted()[0] ?? today;

/** Vorsitz and Geschäftsführung, and who is named beside them; each once. */
function requiredPeople(state: Slices, named: readonly PersonId[], today: LocalDate): readonly PersonId[] {
  const holders = (["chair", "office"] as const).flatMap((kind) => holdersOf(state.membership, kind, today));
  return [...new Set([...holders.map(({ person }) => person), ...named])];
}

/** Antworten: for oneself, or by the leadership for somebody. Only what changes becomes part of the record. */
function answerDatePoll(state: Slices, command: Of<"AnswerDatePoll">, given: Given): Decided {
  const found = datePollToAnswer(state, command.poll, given.today);
  if (!found.ok) return found;
  const { poll, options, answers } = found.value;
  const { person = given.actor } = command;
  if (person !== given.actor && !leads(state, given.actor, given.today)) return refused({ code: "OnlyForYourself" });
  if (personOn(state.membership, person, given.today) === undefined) return refused({ code: "UnknownPerson", person });
  const wrong = command.answers.find(({ option }) => !isOption(found.value, option));
  if (wrong !== undefined)
    return refused({ code: "UnknownOption", poll, option: wrong.option, options: options.length });
  const before = answers.get(person);
  // The last one counts, if an option is named twice.
  const wanted = [...new Map(command.answers.map(({ option, answer }) => [option, answer]))];
  const changed = wanted.flatMap(([option, answer]) => (before?.get(option) === answer ? [] : [{ option, answer }]));
  if (changed.length === 0) return refused({ code: "PollAnswerUnchanged", poll });
  return happened({ type: "DatePollAnswered", poll, person, answers: changed });
}

const isOption = ({ options }: DatePoll, option: number): boolean => options[option - 1] !== undefined;

/** Termin festlegen: the option becomes the meeting, through the checks of any other. Answers to the date poll are no RSVPs. */
function settleDatePoll(state: Slices, command: Of<"SettleDatePoll">, given: Given): Decided {
  const found = datePollToSettle(state, command.poll);
  if (!found.ok) return found;
  const { poll, options, title, place } = found.value;
  const { option } = command;
  const appointment = options[option - 1];
  if (appointment === undefined) return refused({ code: "UnknownOption", poll, option, options: options.length });
  const scheduling = {
    type: "ScheduleMeeting",
    appointment,
    ...(place === undefined ? {} : { place }),
    ...(title === undefined ? {} : { title }),
  } as const;
  const scheduled = scheduleMeeting(state, scheduling, given);
  if (!scheduled.ok) return scheduled;
  const meeting = state.meetings.meetings.size + 1;
  const settled = { type: "DatePollSettled", poll, option, meeting } as const;
  return ok({ ...scheduled.value, events: [settled, ...scheduled.value.events] });
}

type System = Extract<SystemCommand, { type: "RemindOfPoll" | "EndPoll" }>;

const nothing: Decision = { events: [] };

/** Was einer Terminumfrage von selbst geschieht: once, and only while it is the one that was meant. */
export function pollDue(state: Slices, command: System, given: SystemGiven): Decision {
  const poll = entry(state.datePolls.polls, command.poll);
  if (poll?.status !== "open" || poll.lastDay !== command.lastDay) return nothing;
  if (command.type === "RemindOfPoll") return reminded(state, poll, command, given);
  return given.today > poll.lastDay ? { events: [{ type: "DatePollEnded", poll: poll.poll }] } : nothing;
}

/** Erinnert wird, wer fehlt, and who has not muted reminders. In quiet hours it waits for the next morning, if there is one in time. */
function reminded(
  state: Slices,
  poll: DatePoll,
  command: Extract<System, { type: "RemindOfPoll" }>,
  given: SystemGiven,
): Decision {
  const { reminder } = command;
  if (given.today > poll.lastDay || poll.reminded.has(reminder)) return nothing;
  if (isQuiet(given)) {
    const later = laterMorning(given, poll.lastDay);
    return later === undefined ? nothing : { events: [], jobs: [datePollReminderJob(command, later)] };
  }
  const people = peopleMissing(state, poll, given.today).filter((person) => !state.calendar.muted.has(person));
  if (people.length === 0) return nothing;
  return { events: [{ type: "DatePollRemindersSent", poll: poll.poll, reminder, people }] };
}
