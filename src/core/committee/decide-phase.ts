import { addMinutes } from "../kernel/add-minutes.ts";
import type { Instant } from "../kernel/ids.ts";
import { ok } from "../kernel/result.ts";
import type { Workshop } from "../workshop/state.ts";
import type { Given } from "./commands.ts";
import type { WorkshopCommand } from "./commands-workshop.ts";
import { type Decided, type Decision, refused } from "./decision.ts";
import { endsCollecting, openIdeasBox } from "./open-ideas-box.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";
import type { JobRequest } from "./system-commands.ts";
import { ideasBox, moderatorsOnly, openWorkshop, phaseNow } from "./workshop-now.ts";

type BeginPhase = Extract<WorkshopCommand, { type: "BeginPhase" }>;

/** Longest time a phase can be given, in minutes. */
const LONGEST_PHASE = 600;

/**
 * Phase beginnen: the one before it ends with it. The box of anonymous ideas is made when their phase begins, and opened when
 * collecting is over.
 */
export function beginPhase(state: Slices, command: BeginPhase, given: Given): Decided {
  const open = openWorkshop(state);
  if (!open.ok) return open;
  const workshop = open.value;
  const until = command.minutes === undefined ? undefined : endOf(command.minutes, given.now);
  const problem = moderatorsOnly(state, workshop, given) ?? phaseProblem(workshop, command, until);
  if (problem !== undefined) return refused(problem);
  const { kind, title } = command;
  const phase = workshop.phases.length + 1;
  const opened = endsCollecting(kind) ? openIdeasBox(state, workshop, command.sealedIdeas) : { events: [] };
  return ok({
    ...opened,
    events: [
      ...opened.events,
      {
        type: "WorkshopPhaseBegun",
        workshop: workshop.workshop,
        phase,
        kind,
        ...(title === undefined ? {} : { title }),
        ...(until === undefined ? {} : { until }),
      },
    ],
    ...(kind === "ideas" ? boxFor(workshop) : {}),
    ...(until === undefined ? {} : { jobs: [timeUpJob(workshop.workshop, phase, until, given)] }),
  });
}

function phaseProblem(
  workshop: Workshop,
  { kind, title, minutes }: BeginPhase,
  until: Instant | undefined,
): Refusal | undefined {
  if (minutes !== undefined && until === undefined) return { code: "PhaseMinutesWrong", most: LONGEST_PHASE };
  if (kind === "other" && title === undefined) return { code: "PhaseTitleMissing" };
  const now = phaseNow(workshop);
  const isSame = now !== undefined && now.kind === kind && now.title === title;
  // Said again with a time, it is given that time from now on; within the same minute it was said twice.
  return isSame && (until === undefined || minuteOf(until) === minuteOf(now.until))
    ? { code: "PhaseUnchanged", kind, title }
    : undefined;
}

const minuteOf = (at: Instant | undefined): string | undefined => at?.slice(0, 16);

const endOf = (minutes: number, now: Instant): Instant | undefined =>
  Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST_PHASE ? addMinutes(now, minutes) : undefined;

/** The box in which anonymous ideas can be put; one that is there already stays. */
export const boxFor = (workshop: Workshop): Pick<Decision, "createsBox"> =>
  workshop.anonymous ? { createsBox: ideasBox(workshop) } : {};

/** One timer for each workshop: that of the next phase takes its place. */
function timeUpJob(workshop: number, phase: number, until: Instant, { today, time }: Given): JobRequest {
  return {
    id: `workshop-${workshop}-zeit`,
    day: today,
    time,
    at: until,
    command: { type: "EndPhaseTime", workshop, phase },
  };
}
