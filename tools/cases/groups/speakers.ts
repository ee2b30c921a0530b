import type { Rules } from "../../../src/core/rules/rules.ts";
import { orderSpeakers, type SpeakingRequest, speakingTime, speakingTurn } from "../../../src/core/rules/speakers.ts";
import { type Facts, factsOf } from "../facts.ts";

/** Redeliste: the order, the turns, the time. */
export function speakersCase(rules: Rules, input: unknown): unknown {
  const facts = factsOf(input);
  if (facts.has("turnsSoFar"))
    return { admitted: speakingTurn(rules, { turnsSoFar: facts.number("turnsSoFar") }).isAdmitted };
  if (facts.has("spokenSeconds", "seconds")) {
    const ruling = speakingTime(rules, { spokenSeconds: facts.number("spokenSeconds", "seconds") });
    return { over: ruling.isOver, secondsLeft: ruling.secondsLeft };
  }
  const requests = facts.list("requestOrder", "requests", "queue").map((request) => requestOf(request, facts));
  const spoken = facts.has("spokenCount") ? facts.counts("spokenCount") : {};
  const history = Object.entries(spoken).flatMap(([speaker, turns]) =>
    Array.from({ length: turns }, () => ({ speaker })),
  );
  return { order: orderSpeakers(rules.speakers.mode.value, requests, history).map(({ speaker }) => speaker) };
}

function requestOf(request: unknown, frame: Facts): SpeakingRequest {
  if (typeof request !== "string") {
    const one = factsOf(request);
    const stance = one.textOr("", "side", "stance");
    return {
      speaker: one.text("speaker", "id", "name", "person"),
      ...(one.has("group", "gender") ? { group: one.text("group", "gender") } : {}),
      ...(stance === "" ? {} : { stance: /^(?:pro|für|for)$/u.test(stance) ? "pro" : "contra" }),
    };
  }
  const groups = frame.has("groups", "group", "gender") ? frame.facts("groups", "group", "gender") : undefined;
  return groups?.has(request) === true ? { speaker: request, group: groups.text(request) } : { speaker: request };
}
