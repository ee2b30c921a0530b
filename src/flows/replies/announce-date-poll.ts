import { peopleAsked, unansweredOptions } from "../../core/committee/date-poll-now.ts";
import { seatsInPoll } from "../../core/committee/date-poll-standing.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import type { DatePollEvent } from "../../core/date-poll/events.ts";
import type { DatePoll } from "../../core/date-poll/state.ts";
import { entries, entry } from "../../core/kernel/table.ts";
import {
  allAnswered,
  answeredForYou,
  answersAreNoRsvp,
  answersNoted,
  answersNotedFor,
  datePollCancelled,
  datePollEnded,
  datePollOpened,
  datePollReminder,
  datePollSettled,
  howToAnswer,
  meetingOnDay,
  neededPeople,
  notAnsweredYet,
  optionName,
  placeLine,
  shownWithoutSeat,
} from "../../texts/announcements-date-poll.ts";
import { people } from "../../texts/names.ts";
import { list } from "../reply.ts";
import { nameOfPoll, nextQuestion, rankingLines, rankingOf, roomChoices, settleChoices } from "./date-poll-lines.ts";
import { dayWarnings } from "./day-warnings.ts";
import { leadership } from "./leadership.ts";
import { type Announcement, type Announcers, type Happened, plainChoice, silent } from "./telling.ts";

export const announceDatePoll: Announcers<DatePollEvent["type"]> = {
  DatePollOpened: ({ poll }, told) => about(told.after, poll, (one) => opened(one, told)),
  DatePollAnswered: (event, told) => about(told.after, event.poll, (one) => answered(one, event, told)),
  DatePollRemindersSent: (event, { after }) => about(after, event.poll, (one) => reminded(one, event)),
  DatePollEnded: ({ poll }, told) => about(told.after, poll, (one) => ended(one, told)),
  /** The meeting itself is announced as any other. */
  DatePollSettled: ({ poll, option }, { after }) =>
    about(after, poll, (one) => ({
      everyone: [datePollSettled(nameOfPoll(one), optionText(one, option)), answersAreNoRsvp()],
    })),
  DatePollCancelled: ({ poll, reason }, { after }) =>
    about(after, poll, (one) => ({ everyone: [datePollCancelled(nameOfPoll(one), reason)] })),
};

function about(state: CommitteeState, number: number, tell: (poll: DatePoll) => Announcement): Announcement {
  const found = entry(state.datePolls.polls, number);
  return found === undefined ? silent : tell(found);
}

function optionText({ options }: DatePoll, option: number): string {
  const appointment = options[option - 1];
  return appointment === undefined ? "" : optionName(option, appointment);
}

/** Each option is read back with its weekday; whoever is asked gets the first of them by direct chat. */
function opened(poll: DatePoll, told: Happened): Announcement {
  const { after, today, names, actor, incoming } = told;
  const head = datePollOpened(nameOfPoll(poll), poll.lastDay);
  const options = list(poll.options.map((one, index) => optionName(index + 1, one)));
  const place = poll.place === undefined ? [] : [placeLine(poll.place)];
  const needed = poll.required.length === 0 ? [] : [neededPeople(people(names, poll.required))];
  const isDirect = incoming !== undefined && incoming.room === undefined;
  const asked = peopleAsked(after, poll, today).filter((person) => !isDirect || person !== actor);
  return {
    everyone: [head, options, ...place, ...warnings(poll, told), ...needed, howToAnswer(poll.poll)],
    choices: roomChoices(poll),
    summons: asked.map((person) => {
      const { lines, choices } = nextQuestion(poll, person);
      return { person, lines: [head, options, ...place, ...lines], choices };
    }),
  };
}

/** Feiertage, Wochenenden, Ferien, and days on which something is planned already. */
function warnings({ options }: DatePoll, { after, holidays }: Happened): readonly string[] {
  const planned = entries(after.meetings.meetings).filter(({ status }) => status === "planned");
  return [...new Set(options.map(({ date }) => date))].flatMap((date) => [
    ...dayWarnings(after, date, holidays),
    ...(planned.some(({ appointment }) => appointment.date === date) ? [meetingOnDay(date)] : []),
  ]);
}

type Of<Type extends DatePollEvent["type"]> = Extract<DatePollEvent, { type: Type }>;

/** What was understood is read back, and the next option asked; somebody answered for is told. */
function answered(poll: DatePoll, { person, answers }: Of<"DatePollAnswered">, told: Happened): Announcement {
  const { after, today, names, actor } = told;
  const name = nameOfPoll(poll);
  const hasSeat = seatsInPoll(after, poll, today).some((seat) => seat.people.includes(person));
  const note = hasSeat ? [] : [shownWithoutSeat()];
  if (person !== actor) {
    const by = actor === "system" ? "" : names.person(actor);
    const { lines, choices } = nextQuestion(poll, person);
    return {
      actor: [answersNotedFor(name, names.person(person), answers), ...note],
      actorChoices: [plainChoice(`terminumfrage ${poll.poll}`)],
      summons: [{ person, lines: [answeredForYou(name, by, answers), ...lines], choices }],
    };
  }
  const { lines, choices } = nextQuestion(poll, person);
  const isComplete = unansweredOptions(poll, person).length === 0;
  return {
    actor: [answersNoted(name, answers), ...note, ...(isComplete ? [allAnswered(poll.lastDay)] : lines)],
    actorChoices: isComplete ? [plainChoice(`terminumfrage ${poll.poll}`)] : choices,
  };
}

function reminded(poll: DatePoll, { people: missing, reminder }: Of<"DatePollRemindersSent">): Announcement {
  const head = datePollReminder(nameOfPoll(poll), poll.lastDay, reminder);
  return {
    summons: missing.map((person) => {
      const { lines, choices } = nextQuestion(poll, person);
      return { person, lines: [head, notAnsweredYet(unansweredOptions(poll, person)), ...lines], choices };
    }),
  };
}

/** Whoever leads gets the ranking, with the dates to choose from. */
function ended(poll: DatePoll, { after, today, names }: Happened): Announcement {
  const choices = settleChoices(rankingOf(after, poll, today), poll);
  const lines = [datePollEnded(nameOfPoll(poll)), list(rankingLines(after, poll, today, names))];
  return { summons: leadership(after, today).map((person) => ({ person, lines, choices })) };
}
