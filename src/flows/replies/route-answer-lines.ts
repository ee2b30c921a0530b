import type { CommitteeEvent } from "../../core/committee/events.ts";
import type { WorkshopResult } from "../../core/route/state.ts";
import { ofResults, routeAnswered, routeHalts, wordsOfAnswer } from "../../texts/announcements-routes.ts";
import { whatFollows } from "./route-lines.ts";

export const numbersOf = (results: readonly WorkshopResult[]): readonly number[] => results.map(({ result }) => result);

/** Die Antwort, once for all results to which a body in the same role gave it, and once in its words. */
export function answerLines(events: readonly CommitteeEvent[], results: readonly WorkshopResult[]): readonly string[] {
  const given = results.flatMap(({ result, steps }) => {
    const event = events.find((one) => one.type === "RouteStepAnswered" && one.result === result);
    const step = steps.find((one) => event?.type === "RouteStepAnswered" && one.step === event.step);
    return step?.answer === undefined ? [] : [{ result, step, answer: step.answer }];
  });
  const same = Map.groupBy(given, ({ step, answer }) => routeAnswered([], step, answer));
  const lines = [...same.values()].flatMap((group) => {
    const [first] = group;
    const numbers = group.map(({ result }) => result);
    return first === undefined ? [] : [routeAnswered(numbers, first.step, first.answer)];
  });
  const words = new Set(given.flatMap(({ answer }) => answer.text ?? []));
  return [...lines, ...[...words].map(wordsOfAnswer)];
}

/** Wie es weitergeht: where all go the same way, once. */
export function followingLines(results: readonly WorkshopResult[]): readonly string[] {
  const halted = results.filter(({ isHalted }) => isHalted);
  const further = Map.groupBy(
    results.filter(({ isHalted }) => !isHalted),
    whatFollows,
  );
  const isOneWay = halted.length === 0 && further.size === 1;
  return [
    ...(halted.length === 0 ? [] : [routeHalts(numbersOf(halted))]),
    ...[...further].map(([line, group]) => (isOneWay ? line : ofResults(numbersOf(group), line))),
  ];
}
