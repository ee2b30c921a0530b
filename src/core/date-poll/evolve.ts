import { assertNever } from "../kernel/assert-never.ts";
import type { EventMeta } from "../kernel/event-meta.ts";
import { changeEntry, withEntry } from "../kernel/table.ts";
import type { DatePollEvent } from "./events.ts";
import type { DatePoll, DatePollsState } from "./state.ts";

/** Was eine Terminumfrage aus einem Ereignis macht. */
export function evolveDatePolls({ polls }: DatePollsState, event: DatePollEvent, meta: EventMeta): DatePollsState {
  if (event.type === "DatePollOpened") {
    const { type: _, ...rest } = event;
    const opened: DatePoll = { ...rest, status: "open", answers: new Map(), reminded: new Set(), source: meta.version };
    return { polls: withEntry(polls, event.poll, opened) };
  }
  return { polls: changeEntry(polls, event.poll, (poll) => changed(poll, event)) };
}

function changed(poll: DatePoll, event: Exclude<DatePollEvent, { type: "DatePollOpened" }>): DatePoll {
  switch (event.type) {
    case "DatePollAnswered": {
      const own = new Map(poll.answers.get(event.person));
      for (const { option, answer } of event.answers) own.set(option, answer);
      return { ...poll, answers: new Map(poll.answers).set(event.person, own) };
    }
    case "DatePollRemindersSent":
      return { ...poll, reminded: new Set([...poll.reminded, event.reminder]) };
    case "DatePollEnded":
      return { ...poll, status: "ended" };
    case "DatePollSettled":
      return { ...poll, status: "settled", settled: { option: event.option, meeting: event.meeting } };
    case "DatePollCancelled":
      return { ...poll, status: "cancelled", cancelReason: event.reason };
    default:
      return assertNever(event);
  }
}
