import { assertNever } from "../kernel/assert-never.ts";
import { ok } from "../kernel/result.ts";
import type { Given } from "./commands.ts";
import type { WorkshopCommand } from "./commands-workshop.ts";
import { askGuidingQuestions } from "./decide-guiding-question.ts";
import { beginPhase } from "./decide-phase.ts";
import { type Decided, happened, refused } from "./decision.ts";
import type { CommitteeEvent } from "./events.ts";
import { cancelWorkshop, moveWorkshop } from "./move-workshop.ts";
import { openIdeasBox } from "./open-ideas-box.ts";
import { countWorkshopHeads, nameModerator, planWorkshop, setWorkshopMode } from "./plan-workshop.ts";
import type { Slices } from "./state.ts";
import { openWeighting } from "./weighting-now.ts";
import { moderatorsOnly, openWorkshop, runningWorkshop, workshopAhead } from "./workshop-now.ts";

type Of<Type extends WorkshopCommand["type"]> = Extract<WorkshopCommand, { type: Type }>;

/** Entscheidung über den Ablauf eines Workshops. */
export function decideWorkshop(state: Slices, command: WorkshopCommand, given: Given): Decided {
  switch (command.type) {
    case "PlanWorkshop":
      return planWorkshop(state, command, given);
    case "MoveWorkshop":
      return moveWorkshop(state, command, given);
    case "CancelWorkshop":
      return cancelWorkshop(state, command);
    case "NameModerator":
      return nameModerator(state, command, given);
    case "SetWorkshopMode":
      return setWorkshopMode(state, command, given);
    case "AskGuidingQuestion":
      return askGuidingQuestions(state, command, given);
    case "CountWorkshopHeads":
      return countWorkshopHeads(state, command, given);
    case "OpenWorkshop":
      return open(state, given);
    case "BeginPhase":
      return beginPhase(state, command, given);
    case "CloseWorkshop":
      return close(state, command, given);
    default:
      return assertNever(command);
  }
}

/** Workshop eröffnen: the next one planned; one at a time. */
function open(state: Slices, given: Given): Decided {
  const running = runningWorkshop(state);
  if (running !== undefined)
    return refused({ code: "WorkshopAlreadyOpen", workshop: running.workshop, title: running.title });
  const ahead = workshopAhead(state, given.today);
  if (!ahead.ok) return ahead;
  const problem = moderatorsOnly(state, ahead.value, given);
  if (problem !== undefined) return refused(problem);
  return happened({ type: "WorkshopOpened", workshop: ahead.value.workshop });
}

/** Workshop schließen: what still lies in the box of anonymous ideas is opened with it. Days still to come are dropped, if that is meant. */
function close(state: Slices, command: Of<"CloseWorkshop">, given: Given): Decided {
  const open = openWorkshop(state);
  if (!open.ok) return open;
  const problem = moderatorsOnly(state, open.value, given);
  if (problem !== undefined) return refused(problem);
  const weighting = openWeighting(state);
  if (weighting !== undefined) return refused({ code: "WeightingStillOpen", weighting: weighting.weighting });
  const { workshop, days } = open.value;
  const toCome = days.filter(({ date }) => date > given.today);
  if (toCome.length > 0 && command.confirmed !== true) return refused({ code: "WorkshopDaysToCome", days: toCome });
  const { events, ...box } = openIdeasBox(state, open.value, command.sealedIdeas);
  const dropped: readonly CommitteeEvent[] =
    toCome.length === 0 ? [] : [{ type: "WorkshopMoved", workshop, days: days.filter((day) => !toCome.includes(day)) }];
  return ok({ events: [...events, ...dropped, { type: "WorkshopClosed", workshop }], ...box });
}
