import type { CommitteeState } from "../core/committee/state.ts";
import type { LocalDate } from "../core/kernel/local-date.ts";
import { ok, type Result, refuse } from "../core/kernel/result.ts";
import type { CommitteeFile } from "../core/membership/committee-file.ts";
import type { MembershipEvent } from "../core/membership/events.ts";
import { diffCommittee } from "../core/membership/import-diff.ts";
import { hintsFor } from "../core/membership/import-hints.ts";
import { importProblems } from "../core/membership/import-problems.ts";
import { importPreview } from "../texts/membership.ts";
import { importProblem } from "../texts/membership-refusals.ts";

/** Geplanter Import: what it would change, in words and as events. */
export type PlannedImport = { readonly events: readonly MembershipEvent[]; readonly preview: readonly string[] };

/** What importing the file would do on this day, or why it cannot be imported. Changes nothing. */
export function planImport(
  state: CommitteeState,
  desired: CommitteeFile,
  today: LocalDate,
): Result<PlannedImport, readonly string[]> {
  const problems = importProblems(state.membership, desired, today);
  if (problems.length > 0) return refuse(problems.map(importProblem));
  const changes = diffCommittee(state.membership, desired, today);
  const preview = importPreview(changes, hintsFor(state.membership, desired, today));
  return ok({ events: changes.map(({ event }) => event), preview });
}
