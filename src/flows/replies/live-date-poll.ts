import { rankedOptions } from "../../core/committee/date-poll-ranking.ts";
import { optionStandings, seatsInPoll } from "../../core/committee/date-poll-standing.ts";
import { sliceOf } from "../../core/committee/slice-of.ts";
import type { DatePoll } from "../../core/date-poll/state.ts";
import { entry } from "../../core/kernel/table.ts";
import {
  datePollCancelled,
  datePollEnded,
  datePollRuns,
  datePollSettled,
  optionName,
} from "../../texts/announcements-date-poll.ts";
import { heading, list, type Reply, reply } from "../reply.ts";
import { nameOfPoll, roomChoices, standInShort, standingLine } from "./date-poll-lines.ts";
import type { Happened } from "./telling.ts";

/** Stand der Terminumfragen in the rooms: one message each, from the first answer on. */
export function datePollMessages(told: Happened): readonly Reply[] {
  const numbers = new Set(
    told.events.flatMap((event) => ("poll" in event && sliceOf[event.type] === "datePolls" ? [event.poll] : [])),
  );
  return [...numbers].flatMap((number) => {
    const poll = entry(told.after.datePolls.polls, number);
    return poll === undefined || poll.answers.size === 0 ? [] : [datePollMessage(poll, told)];
  });
}

function datePollMessage(poll: DatePoll, { after, today, names }: Happened): Reply {
  const standings = optionStandings(after, poll, today);
  const short = standInShort(rankedOptions(standings), seatsInPoll(after, poll, today), poll);
  const lines = list(standings.map((standing) => standingLine(standing, names)));
  return reply({ kind: "everyone" }, [heading(whereItStands(poll)), short, lines], {
    live: `terminumfrage-${poll.poll}`,
    choices: poll.status === "open" ? roomChoices(poll) : [],
  });
}

/** Whether it runs, and how it ended if not. */
export function whereItStands(poll: DatePoll): string {
  const name = nameOfPoll(poll);
  const appointment = poll.options[(poll.settled?.option ?? 0) - 1];
  if (poll.settled !== undefined && appointment !== undefined)
    return datePollSettled(name, optionName(poll.settled.option, appointment));
  if (poll.status === "cancelled") return datePollCancelled(name, poll.cancelReason ?? "");
  return poll.status === "open" ? datePollRuns(name, poll.lastDay) : datePollEnded(name);
}
