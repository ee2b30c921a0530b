import type { AnswerPeriod } from "../election/events.ts";
import { addMinutes } from "../kernel/add-minutes.ts";
import type { PersonId } from "../kernel/ids.ts";
import { addDays, type LocalTime, makeLocalTime } from "../kernel/local-date.ts";
import { electionAnswer } from "../rules/election-answer.ts";
import type { Given } from "./commands.ts";
import type { CommitteeEvent } from "./events.ts";
import type { Slices } from "./state.ts";
import type { JobRequest } from "./system-commands.ts";

/** Annahmefrist of those who are elected now, under the rules of the day. */
export function answerPeriod(state: Slices, { today, now, holidays }: Given): AnswerPeriod {
  const facts = { notified: today, notifiedAt: now, on: today, now, holidays };
  const { lastDay, lapsesAt, silence } = electionAnswer(state.rules, facts);
  return {
    ...(lastDay === undefined ? {} : { lastDay }),
    ...(lapsesAt === undefined ? {} : { until: lapsesAt }),
    silence,
  };
}

// Exists on every day.
const MIDNIGHT = makeLocalTime(0, 0) as LocalTime;

/** Aufträge für das Ende der Annahmefrist: one for each person elected by these events, when silence takes effect. */
export function jobsOfAnswers(events: readonly CommitteeEvent[], { today }: Given): readonly JobRequest[] {
  return events.flatMap((event) => {
    const elected = electedBy(event);
    return elected.people.map((person): JobRequest => {
      const { lastDay, until } = elected.answer;
      return {
        id: `wahl-${elected.election}-annahme-${person}`,
        day: addDays(lastDay ?? today, 1),
        time: MIDNIGHT,
        ...(until === undefined ? {} : { at: addMinutes(until, 1) }),
        command: { type: "LapseAnswer", election: elected.election, person },
      };
    });
  });
}

type Elected = { readonly election: number; readonly people: readonly PersonId[]; readonly answer: AnswerPeriod };
const nobody: Elected = { election: 0, people: [], answer: { silence: "declined" } };

function electedBy(event: CommitteeEvent): Elected {
  switch (event.type) {
    case "ElectionRoundDecided":
    case "ElectionDeclared": {
      const { election, elected: people, answer } = event;
      return answer === undefined ? nobody : { election, people, answer };
    }
    case "LotDrawn": {
      const { election, winners: people, answer } = event;
      return answer === undefined ? nobody : { election, people, answer };
    }
    default:
      return nobody;
  }
}
