import type { CommitteeState } from "../core/committee/state.ts";
import { conflictOfInterest } from "../core/rules/conflict-of-interest.ts";
import { conflictSentences } from "../texts/rulings-conflicts.ts";
import { helpText } from "./help.ts";
import { whereAsked } from "./interpret.ts";
import type { StateQuery } from "./queries.ts";
import { answersBlocks, answersChoices } from "./queries-answers.ts";
import type { Asked } from "./queries-asked.ts";
import { attendanceBlocks } from "./queries-attendance.ts";
import { excludedVoteBlocks } from "./queries-conflict.ts";
import { datePollBlocks, datePollChoices } from "./queries-date-poll.ts";
import { deadlineBlocks } from "./queries-deadlines.ts";
import { ideasBlocks, ideasChoices } from "./queries-ideas.ts";
import { dispatchBlocks, dispatchChoices, invitationBlocks, invitationChoices } from "./queries-invitation.ts";
import { agendaBlocks, ballotBlocks, ballotChoices, ballotMeant, statusBlocks } from "./queries-meeting.ts";
import { motionOrderBlocks } from "./queries-motion-order.ts";
import { officeBlocks } from "./queries-offices.ts";
import { planningBlocks, planningChoices } from "./queries-planning.ts";
import { resolutionBlocks, taskBlocks } from "./queries-results.ts";
import { resultsBlocks, resultsChoices } from "./queries-routes.ts";
import { rulesBlocks } from "./queries-rules.ts";
import { wallBlocks, wallChoices } from "./queries-wall.ts";
import { weightingBlocks, weightingChoices } from "./queries-weighting.ts";
import { workshopBlocks, workshopChoices } from "./queries-workshop.ts";
import { writtenBlocks, writtenChoices } from "./queries-written.ts";
import { ideaField } from "./replies/idea-field.ts";
import { speakersBlocks } from "./replies/live-messages.ts";
import { plainChoice } from "./replies/telling.ts";
import { type Reply, reply } from "./reply.ts";

/** Antwort auf eine Frage, said where it was asked. Papers are made elsewhere. */
export function replyToQuery(query: StateQuery, asked: Asked): Reply {
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
    case "datePoll":
      return reply(to, datePollBlocks(asked, query), { choices: datePollChoices(asked, query) });
    case "dates":
    case "yearPlan":
    case "schoolHolidays":
      return reply(to, planningBlocks(asked, query), { choices: planningChoices(asked, query) });
    case "answers":
      return reply(to, answersBlocks(asked, query), { choices: answersChoices(asked, query) });
    case "dispatch":
      // Addresses of people never go to a room, wherever it was asked for.
      return reply({ kind: "account", account: incoming.account }, dispatchBlocks(asked, query), {
        choices: dispatchChoices(asked, query),
      });
    case "invitation":
      return reply(to, invitationBlocks(asked, query), { choices: invitationChoices(asked, query) });
    case "workshop":
      return reply(to, workshopBlocks(asked, query), { choices: workshopChoices(asked, query), ...fieldNow(state) });
    case "ideas": {
      // One's own may be hidden from all others.
      const whom = query.own === true ? ({ kind: "account", account: incoming.account } as const) : to;
      return reply(whom, ideasBlocks(asked, query), { choices: ideasChoices(asked, query) });
    }
    case "wall":
      return reply(to, wallBlocks(asked, query), { choices: wallChoices(asked, query) });
    case "weighting":
      return reply(to, weightingBlocks(asked, query), { choices: weightingChoices(asked, query) });
    case "results":
      return reply(to, resultsBlocks(asked, query), { choices: resultsChoices(asked, query) });
    case "speakersList":
      return reply(to, speakersBlocks(state, today, names), { choices: [plainChoice("melden")] });
    case "attendance":
      return reply(to, attendanceBlocks(asked));
    case "ballot":
      return reply(to, ballotBlocks(asked), { choices: ballotChoices(asked), ...ballotMeant(asked) });
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

/** Where ideas are collected they can be given right below. */
function fieldNow(state: CommitteeState): Pick<Reply, "field"> {
  const field = ideaField(state);
  return field === undefined ? {} : { field };
}
