import { isOwnBody } from "../../core/committee/route-on-agenda.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import { entry } from "../../core/kernel/table.ts";
import { currentMeeting } from "../../core/meeting/queries.ts";
import type { RouteEvent } from "../../core/route/events.ts";
import type { RouteStep, WorkshopResult } from "../../core/route/state.ts";
import {
  answeredByItself,
  howToAnswerStep,
  howToForward,
  motionStillToMove,
  moveItLabel,
  ontoAgendaByItself,
  ownerLine,
  resultLine,
  resultMade,
  resultReworded,
  resultTagged,
  resultUntagged,
  routeOverdue,
  routeSet,
  routesSet,
  stepName,
} from "../../texts/announcements-routes.ts";
import { list, type ReplyChoice } from "../reply.ts";
import { answerLines, followingLines, numbersOf } from "./route-answer-lines.ts";
import { stepStanding, templateChoices, whatFollows } from "./route-lines.ts";
import { type Announcement, type Announcers, choice, type Happened, plainChoice, silent } from "./telling.ts";

export const announceRoutes: Announcers<RouteEvent["type"]> = {
  ResultMade: ({ result }, told) => about(told.after, result, (one) => made(one, told)),
  ResultReworded: ({ result }, { after }) =>
    about(after, result, (one) => ({ everyone: [resultReworded(lineOf(one))], choices: [storyChoice(result)] })),
  ResultTagged: ({ result, tag }) => ({ actor: [resultTagged(result, tag)], actorChoices: [storyChoice(result)] }),
  ResultUntagged: ({ result, tag }) => ({ actor: [resultUntagged(result, tag)], actorChoices: [storyChoice(result)] }),
  RouteSet: routed,
  /** The item of the agenda is announced as any other. */
  RouteStepPlaced: () => silent,
  RouteStepAnswered: answered,
  RouteRemindersSent: (event, { after }) => aboutStep(after, event, (one, step) => reminded(one, step, event.people)),
};

function about({ routes }: CommitteeState, number: number, tell: (one: WorkshopResult) => Announcement): Announcement {
  const found = entry(routes.results, number);
  return found === undefined ? silent : tell(found);
}

function aboutStep(
  state: CommitteeState,
  { result, step }: { readonly result: number; readonly step: number },
  tell: (one: WorkshopResult, step: RouteStep) => Announcement,
): Announcement {
  return about(state, result, (one) => {
    const found = one.steps.find((other) => other.step === step);
    return found === undefined ? silent : tell(one, found);
  });
}

const lineOf = (result: WorkshopResult): string => resultLine(result, result.text);
const storyChoice = (result: number): ReplyChoice => plainChoice(`wo steht ergebnis ${result}`);

/** A motion among the results is not moved yet: that takes a meeting. */
function made(one: WorkshopResult, { after, names }: Happened): Announcement {
  const owner = one.owner === undefined ? one.ownerName : names.person(one.owner);
  return {
    everyone: [
      resultMade(lineOf(one)),
      ...(owner === undefined ? [] : [ownerLine(owner)]),
      ...(one.kind === "motion" ? [motionStillToMove()] : []),
      howToForward(one.result),
    ],
    choices: [...moveChoice(after, one), ...templateChoices(after, one.result), storyChoice(one.result)],
  };
}

const LONGEST_COMMAND = 200;

function moveChoice({ meetings }: CommitteeState, { kind, text }: WorkshopResult): readonly ReplyChoice[] {
  const isShort = text.length <= LONGEST_COMMAND && !text.includes("\n");
  const isOpen = currentMeeting(meetings)?.status === "open";
  return kind === "motion" && isOpen && isShort ? [choice(moveItLabel(), `antrag: ${text}`)] : [];
}

/** All of the route, what is done of it too; of several results that go the same way, the way. */
function routed({ result, steps }: Extract<RouteEvent, { type: "RouteSet" }>, told: Happened): Announcement {
  const { after, today } = told;
  const results = resultsWith(told, "RouteSet");
  const [first] = results;
  if (first?.result !== result) return silent;
  const isOne = results.length === 1;
  const way = isOne ? first.steps.map((step) => stepStanding(after, step, today)) : steps.map(stepName);
  return {
    everyone: [
      isOne ? routeSet(result) : routesSet(numbersOf(results)),
      list(way),
      ...(steps.some(({ body }) => isOwnBody(after, body)) ? [ontoAgendaByItself()] : []),
    ],
    choices: storyChoices(results),
  };
}

/** Told once for all results of the same command; what the committee itself decided, in a line each. */
function answered(event: Extract<RouteEvent, { type: "RouteStepAnswered" }>, told: Happened): Announcement {
  const { result } = event;
  if (event.basis !== undefined)
    return aboutStep(told.after, event, (one, step) => ({
      everyone: step.answer === undefined ? [] : [answeredByItself(result, step, step.answer, whatFollows(one))],
    }));
  const results = resultsWith(told, "RouteStepAnswered");
  if (results[0]?.result !== result) return silent;
  return {
    everyone: [...answerLines(told.events, results), ...followingLines(results)],
    choices: storyChoices(results),
  };
}

function resultsWith({ events, after }: Happened, type: "RouteSet" | "RouteStepAnswered"): readonly WorkshopResult[] {
  return events.flatMap((event) => (event.type === type ? (entry(after.routes.results, event.result) ?? []) : []));
}

const MOST_CHOICES = 5;

const storyChoices = (results: readonly WorkshopResult[]): readonly ReplyChoice[] =>
  results.slice(0, MOST_CHOICES).map(({ result }) => storyChoice(result));

function reminded(
  one: WorkshopResult,
  step: RouteStep,
  people: Extract<RouteEvent, { type: "RouteRemindersSent" }>["people"],
): Announcement {
  if (step.target === undefined) return silent;
  const lines = [routeOverdue(one.result, step, step.target), lineOf(one), howToAnswerStep(one.result)];
  return { summons: people.map((person) => ({ person, lines, choices: [storyChoice(one.result)] })) };
}
