import { decideSystem } from "../core/committee/decide-system.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import type { JobRequest, SystemCommand } from "../core/committee/system-commands.ts";
import type { EventMeta } from "../core/kernel/event-meta.ts";
import type { Instant } from "../core/kernel/ids.ts";
import { landOf, zoneOf } from "./names-of.ts";
import type { DueJob, JobChange } from "./ports.ts";
import type { Committed } from "./replies.ts";
import type { Outcome, RunnerParts } from "./runner-parts.ts";
import { undeliveredSeats } from "./undelivered-seats.ts";

/** What lies in a job was put there by `scheduling`, as JSON of a command of the system. */
export const commandOfJob = (job: DueJob): SystemCommand => JSON.parse(job.payload) as SystemCommand;

/** Was aus einem Befehl des Systems folgt: decided by the core on the state of now, told as any other act. */
export function outcomeOfSystem(
  parts: RunnerParts,
  state: CommitteeState,
  command: SystemCommand,
  now: Instant,
): Outcome {
  const { date: today, time } = parts.localOf(now, zoneOf(state));
  const undelivered =
    "procedure" in command
      ? undeliveredSeats(state, command.procedure, today, {
          pending: parts.store.pending(),
          rooms: parts.dispatcher.status(),
        })
      : [];
  const holidays = parts.calendar.holidaysOf(landOf(state));
  const decision = decideSystem(state, command, { now, today, time, holidays, undelivered });
  const told = (before: CommitteeState, after: CommitteeState, metas: readonly EventMeta[]): Committed => ({
    before,
    after,
    events: decision.events,
    metas,
    actor: "system",
    incoming: undefined,
    today,
    holidays,
    localOf: parts.localOf,
  });
  return {
    decision,
    by: "system",
    replies: [],
    told,
  };
}

/** Ein Auftrag, wie er gespeichert wird. */
export function scheduling(parts: Pick<RunnerParts, "instantAt">, zone: string, request: JobRequest): JobChange {
  const { id, day, time, at, command } = request;
  return { kind: "schedule", id, dueAt: at ?? parts.instantAt(day, time, zone), payload: JSON.stringify(command) };
}

/** De-duplication: the same job at the same time is carried out once. */
export const jobKey = ({ id, dueAt }: DueJob): string => `job:${id}@${dueAt}`;
