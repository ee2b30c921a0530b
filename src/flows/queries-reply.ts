import { conflictOfInterest } from "../core/rules/conflict-of-interest.ts";
import { conflictSentences } from "../texts/rulings-conflicts.ts";
import { helpText } from "./help.ts";
import { whereAsked } from "./interpret.ts";
import type { Query } from "./queries.ts";
import type { Asked } from "./queries-asked.ts";
import { attendanceBlocks } from "./queries-attendance.ts";
import { excludedVoteBlocks } from "./queries-conflict.ts";
import { deadlineBlocks } from "./queries-deadlines.ts";
import { agendaBlocks, ballotBlocks, ballotChoices, statusBlocks } from "./queries-meeting.ts";
import { motionOrderBlocks } from "./queries-motion-order.ts";
import { officeBlocks } from "./queries-offices.ts";
import { resolutionBlocks, taskBlocks } from "./queries-results.ts";
import { rulesBlocks } from "./queries-rules.ts";
import { writtenBlocks, writtenChoices } from "./queries-written.ts";
import { speakersBlocks } from "./replies/live-messages.ts";
import { plainChoice } from "./replies/telling.ts";
import { type Reply, reply } from "./reply.ts";

/** Antwort auf eine Frage, said where it was asked. Papers are made elsewhere. */
export function replyToQuery(query: Exclude<Query, { kind: "paper" }>, asked: Asked): Reply {
  const { state, incoming, person, today, names } = asked;
  const to = whereAsked(incoming);
  switch (query.kind) {
    case "help": {
      const { blocks, choices } = helpText(state, person, today, query.about);
      return reply(to, blocks, { choices });
    }
    case "status":
      return reply(to, statusBlocks(asked), {
        choices: [
          ...ballotChoices(asked),
          plainChoice("tagesordnung"),
          plainChoice("anwesenheit"),
          plainChoice("hilfe"),
        ],
      });
    case "deadlines":
      return reply(to, deadlineBlocks(query, asked));
    case "agenda":
      return reply(to, agendaBlocks(asked));
    case "speakersList":
      return reply(to, speakersBlocks(state, today, names), { choices: [plainChoice("melden")] });
    case "attendance":
      return reply(to, attendanceBlocks(asked));
    case "ballot":
      return reply(to, ballotBlocks(asked), { choices: ballotChoices(asked) });
    case "conflictCheck":
      return reply(to, conflictSentences(conflictOfInterest(state.rules, query.facts)));
    case "excludedVote":
      return reply(to, excludedVoteBlocks(asked, query.subject, query.seat));
    case "resolutions":
      return reply(to, resolutionBlocks(asked));
    case "motionOrder":
      return reply(to, motionOrderBlocks(state));
    case "writtenProcedures":
      return reply(to, writtenBlocks(asked, query.procedure), { choices: writtenChoices(asked, query.procedure) });
    case "offices":
      return reply(to, officeBlocks(asked));
    case "rules":
      return reply(to, rulesBlocks(state, query.about));
    case "tasks":
      return reply(to, taskBlocks(asked));
  }
}
