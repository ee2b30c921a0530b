import { ok, type Result } from "../kernel/result.ts";
import { sameData } from "../kernel/same-data.ts";
import { entries, entry } from "../kernel/table.ts";
import { currentMeeting } from "../meeting/queries.ts";
import type { ResultOrigin } from "../route/events.ts";
import type { WorkshopResult } from "../route/state.ts";
import type { RouteCommand } from "./commands-workshop.ts";
import { type Decided, happened, refused } from "./decision.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";
import { runningWorkshop } from "./workshop-now.ts";

type Make = Extract<RouteCommand, { type: "MakeResult" }>;

/** Was aus einer Idee, einer Gruppe, einem Antrag geworden ist, or came from outside; in its own words, or those of its origin. */
export function makeResult(state: Slices, command: Make): Decided {
  const { kind, grade, origin, owner, ownerName } = command;
  const found = originOf(state, origin);
  if (!found.ok) return found;
  const text = command.text ?? found.value.text;
  if (text === undefined || text.trim() === "") return refused({ code: "IdeaEmpty" });
  const same = entries(state.routes.results).find(
    (one) => one.kind === kind && one.text === text && sameData(one.origin, origin),
  );
  if (same !== undefined) return refused({ code: "ResultExists", result: same.result });
  const workshop = found.value.workshop ?? runningWorkshop(state)?.workshop;
  const meeting = currentMeeting(state.meetings)?.number;
  return happened({
    type: "ResultMade",
    result: state.routes.results.size + 1,
    kind,
    ...(grade === undefined || kind !== "statement" ? {} : { grade }),
    text,
    origin,
    ...(workshop === undefined ? {} : { workshop }),
    ...(meeting === undefined ? {} : { meeting }),
    ...(owner === undefined ? {} : { owner }),
    ...(ownerName === undefined ? {} : { ownerName }),
  });
}

type Origin = { readonly text?: string; readonly workshop?: number };

function originOf(state: Slices, origin: ResultOrigin): Result<Origin, Refusal> {
  switch (origin.kind) {
    case "idea":
      return ideaOrigin(state, origin.number);
    case "group":
      return groupOrigin(state, origin.number);
    case "motion": {
      const motion = entry(state.motions.motions, origin.number);
      if (motion !== undefined) return ok({ text: motion.text });
      return refused({ code: "UnknownMotion", motion: origin.number, open: [] });
    }
    case "none":
      return ok({});
  }
}

/** What is still hidden stays so. */
function ideaOrigin({ workshops }: Slices, number: number): Result<Origin, Refusal> {
  const idea = entry(workshops.ideas, number);
  if (idea === undefined) return refused({ code: "UnknownIdea", idea: number, count: workshops.ideas.size });
  if (idea.isWithdrawn) return refused({ code: "IdeaWithdrawnAlready", idea: number });
  const workshop = entry(workshops.workshops, idea.workshop);
  if (workshop?.hidden === true && !workshop.revealed) return refused({ code: "IdeasHidden" });
  return ok({ text: idea.text, workshop: idea.workshop });
}

function groupOrigin({ workshops }: Slices, number: number): Result<Origin, Refusal> {
  const group = entry(workshops.groups, number);
  if (group === undefined) return refused({ code: "UnknownIdeaGroup", group: number, count: workshops.groups.size });
  const { mergedInto, name: text, workshop } = group;
  return mergedInto === undefined
    ? ok({ text, workshop })
    : refused({ code: "IdeaGroupGone", group: number, mergedInto });
}

/** Ergebnis umformulieren. */
export function rewordResult({ result, text: before }: WorkshopResult, text: string): Decided {
  return text === before
    ? refused({ code: "ResultUnchanged", result })
    : happened({ type: "ResultReworded", result, text });
}
