import { assertNever } from "../kernel/assert-never.ts";
import { ok, type Result } from "../kernel/result.ts";
import { sameData } from "../kernel/same-data.ts";
import { entry } from "../kernel/table.ts";
import type { DotCount } from "../workshop/events.ts";
import type { Weighting, Workshop } from "../workshop/state.ts";
import type { Given } from "./commands.ts";
import type { WeightingCommand } from "./commands-workshop.ts";
import { type Decided, happened, refused } from "./decision.ts";
import { dotCounts, sumOfDots } from "./dot-counts.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";
import { dotGiver, openWeighting, targetOf, weighable, weightingMeant } from "./weighting-now.ts";
import { dotsBox, moderatorsOnly, openWorkshop, phaseNow } from "./workshop-now.ts";

type Of<Type extends WeightingCommand["type"]> = Extract<WeightingCommand, { type: Type }>;

/** Entscheidung über einen Befehl zur Gewichtung. */
export function decideWeighting(state: Slices, command: WeightingCommand, given: Given): Decided {
  switch (command.type) {
    case "OpenWeighting":
      return open(state, command, given);
    case "PlaceDots":
      return placeDots(state, command, given);
    case "CloseWeighting":
      return close(state, command, given);
    case "CancelWeighting":
      return cancel(state, command, given);
    default:
      return assertNever(command);
  }
}

/** Punkte je Person oder Träger. */
const MOST_DOTS = 20;

/** Gewichtung eröffnen: by the moderation, one at a time, over what everybody can read by now. */
function open(state: Slices, command: Of<"OpenWeighting">, given: Given): Decided {
  const workshop = openWorkshop(state);
  if (!workshop.ok) return workshop;
  const { workshop: number } = workshop.value;
  const { over, budget, per, several, mode } = command;
  const problem = moderatorsOnly(state, workshop.value, given) ?? openingProblem(state, workshop.value, budget);
  if (problem !== undefined) return refused(problem);
  const possible = weighable(state, number, over);
  const targets = [...new Set(command.targets ?? possible)];
  const unknown = targets.find((target) => !possible.includes(target));
  if (unknown !== undefined) return refused({ code: "UnknownDotTarget", over, number: unknown, targets: possible });
  if (targets.length === 0) return refused({ code: "NothingToWeigh", over });
  const weighting = state.workshops.weightings.size + 1;
  return ok({
    events: [{ type: "WeightingOpened", weighting, workshop: number, over, targets, budget, per, several, mode }],
    ...(mode === "secret" ? { createsBox: dotsBox(weighting) } : {}),
  });
}

function openingProblem(state: Slices, workshop: Workshop, budget: number): Refusal | undefined {
  const running = openWeighting(state);
  if (running !== undefined) return { code: "WeightingStillOpen", weighting: running.weighting };
  if (!Number.isInteger(budget) || budget < 1 || budget > MOST_DOTS) return { code: "BudgetWrong", most: MOST_DOTS };
  // Anonymous ideas lie in their box until the next phase begins.
  if (workshop.sealed > 0) return { code: "NotThisPhase", now: phaseNow(workshop)?.kind, needed: "weighting" };
  return workshop.revealed ? undefined : { code: "IdeasHidden" };
}

/**
 * Punkte kleben: the whole placement in place of the earlier one, or one more. Per seat whoever of it is first; the same person may
 * change open dots until the end, while secret ones lie in the box for good.
 */
function placeDots(state: Slices, command: Of<"PlaceDots">, given: Given): Decided {
  const found = weightingMeant(state, command.weighting);
  if (!found.ok) return found;
  const weighting = found.value;
  const giver = dotGiver(state, weighting, given.actor, given.today);
  if (giver === undefined) return refused({ code: "NoDotsForYou", person: given.actor });
  const isSecret = weighting.mode === "secret";
  if (isSecret && !command.private) return refused({ code: "DotsOnlyInPrivate" });
  const before = weighting.placed.get(giver.seat ?? giver.person);
  if (before !== undefined && (isSecret || before.person !== given.actor))
    return refused({ code: "DotsPlacedAlready", by: before.person, seat: giver.seat, mode: weighting.mode });
  if (isSecret && command.adds === true && weighting.budget > 1)
    return refused({ code: "SecretDotsTogether", budget: weighting.budget });
  const wanted = command.adds === true ? [...(before?.dots ?? []), ...command.dots] : command.dots;
  const dots = readDots(weighting, wanted);
  if (!dots.ok) return dots;
  if (sameData(before?.dots, dots.value)) return refused({ code: "DotsUnchanged" });
  const placed = { weighting: weighting.weighting, ...giver };
  if (!isSecret) return happened({ type: "DotsPlaced", ...placed, dots: dots.value });
  return ok({
    events: [{ type: "SecretDotsPlaced", ...placed }],
    sealed: { box: dotsBox(weighting.weighting), content: JSON.stringify(dots.value) },
  });
}

/** Each target once, in the order in which they were put up: nothing tells then in which order they were typed. */
function readDots(weighting: Weighting, wanted: readonly DotCount[]): Result<readonly DotCount[], Refusal> {
  const { over, targets, budget, several } = weighting;
  const isWhole = wanted.every(({ dots }) => Number.isInteger(dots) && dots > 0);
  if (wanted.length === 0 || !isWhole) return refused({ code: "DotsUnreadable" });
  const unknown = wanted.find(({ target }) => !isTarget(weighting, target));
  if (unknown !== undefined) return refused({ code: "UnknownDotTarget", over, number: unknown.target.number, targets });
  const placed = sumOfDots(wanted);
  if (placed > budget) return refused({ code: "DotsOverBudget", placed, budget });
  const each = targets.flatMap((number) => {
    const dots = sumOfDots(wanted.filter(({ target }) => target.number === number));
    return dots === 0 ? [] : [{ target: targetOf(weighting, number), dots }];
  });
  return !several && each.some(({ dots }) => dots > 1) ? refused({ code: "OneDotEach" }) : ok(each);
}

const isTarget = (weighting: Weighting, { kind, number }: DotCount["target"]): boolean =>
  kind === targetOf(weighting, number).kind && weighting.targets.includes(number);

/** Gewichtung schließen: counted once, all at once; a second call finds none open. */
function close(state: Slices, command: Of<"CloseWeighting">, given: Given): Decided {
  const found = toEnd(state, given);
  if (!found.ok) return found;
  const { weighting, mode, placed } = found.value;
  const placements =
    mode === "secret" ? secretDotsOf(found.value, command) : [...placed.values()].map(({ dots }) => dots);
  const counts = dotCounts(found.value, placements);
  return ok({
    events: [{ type: "WeightingClosed", weighting, counts, voters: placed.size }],
    ...(mode === "secret" ? { closesBox: dotsBox(weighting) } : {}),
  });
}

/** A box that holds more or fewer placements than were made is a fault nobody may count over. */
function secretDotsOf({ weighting, placed }: Weighting, { secretDots }: Of<"CloseWeighting">) {
  if (secretDots === undefined) throw new Error("a secret weighting is closed with its opened dots");
  if (secretDots.length !== placed.size)
    throw new Error(`weighting ${weighting}: ${secretDots.length} sealed placements of ${placed.size}`);
  return secretDots;
}

/** Gewichtung abbrechen: nothing is counted, and of a secret one nobody shall ever see the dots. */
function cancel(state: Slices, command: Of<"CancelWeighting">, given: Given): Decided {
  const found = toEnd(state, given);
  if (!found.ok) return found;
  const { weighting, mode } = found.value;
  return ok({
    events: [{ type: "WeightingCancelled", weighting, reason: command.reason }],
    ...(mode === "secret" ? { discardsBox: dotsBox(weighting) } : {}),
  });
}

/** The open weighting, if the actor may end it. */
function toEnd(state: Slices, given: Given): Result<Weighting, Refusal> {
  const running = openWeighting(state);
  if (running === undefined) return endedBefore(state);
  const workshop = entry(state.workshops.workshops, running.workshop);
  const problem = workshop === undefined ? undefined : moderatorsOnly(state, workshop, given);
  return problem === undefined ? ok(running) : refused(problem);
}

function endedBefore(state: Slices): Result<Weighting, Refusal> {
  const { weightings } = state.workshops;
  const last = entry(weightings, weightings.size);
  return last === undefined || last.status === "open"
    ? refused({ code: "NoWeightingOpen" })
    : refused({ code: "WeightingIs", weighting: last.weighting, status: last.status });
}
