import { assertNever } from "../kernel/assert-never.ts";
import type { EventMeta } from "../kernel/event-meta.ts";
import { changeEntry, withEntry } from "../kernel/table.ts";
import type { MotionEvent } from "./events.ts";
import type { Amendment, AmendmentStatus, Motion, MotionsState } from "./state.ts";

type Of<Type extends MotionEvent["type"]> = Extract<MotionEvent, { type: Type }>;

export function evolveMotions(state: MotionsState, event: MotionEvent, meta: EventMeta): MotionsState {
  switch (event.type) {
    case "MotionMoved": {
      const { type: _, ...rest } = event;
      const motion: Motion = {
        ...rest,
        movedText: event.text,
        status: "open",
        amendments: [],
        source: meta.version,
        sources: [meta.version],
      };
      return { ...state, motions: withEntry(state.motions, event.motion, motion) };
    }
    case "AmendmentMoved": {
      const { type: _, ...rest } = event;
      const amendment: Amendment = { ...rest, status: "open", source: meta.version, sources: [meta.version] };
      return {
        ...changeMotion(state, event.motion, meta, (motion) => ({
          ...motion,
          amendments: [...motion.amendments, event.amendment],
        })),
        amendments: withEntry(state.amendments, event.amendment, amendment),
      };
    }
    case "MotionReworded":
      return changeMotion(state, event.motion, meta, (motion) => ({ ...motion, text: event.text }));
    case "MotionWithdrawn":
      return changeMotion(state, event.motion, meta, (motion) => ({ ...motion, status: "withdrawn" }));
    case "AmendmentWithdrawn":
      return endAmendment(state, event.amendment, "withdrawn", meta);
    case "AmendmentTakenOver":
      return endAmendment(state, event.amendment, "takenOver", meta);
    case "AmendmentReachSet":
      return changeAmendment(state, event.amendment, meta, (one) => ({ ...one, reach: event.reach ?? null }));
    case "AmendmentFoundEssential":
      return changeAmendment(state, event.amendment, meta, (one) => ({ ...one, isEssential: true }));
    case "AmendmentSettled":
      return endAmendment(state, event.amendment, "settled", meta);
    case "AlternativesRanked": {
      const { preference, runoff } = event;
      return { ...state, ranking: { preference, ...(runoff === undefined ? {} : { runoff }) } };
    }
    case "MotionSettled":
      return changeMotion(state, event.motion, meta, (motion) => ({ ...motion, status: "settled" }));
    case "MotionDivided":
      return changeMotion(state, event.motion, meta, (motion) => ({ ...motion, status: "divided", parts: event.into }));
    case "AmendmentDecided":
      return endAmendment(state, event.amendment, event.carried ? "carried" : "rejected", meta, event.ballot);
    case "MotionDecided":
      return decided(state, event, meta);
    default:
      return assertNever(event);
  }
}

function changeMotion(
  state: MotionsState,
  motion: number,
  meta: EventMeta,
  change: (motion: Motion) => Motion,
): MotionsState {
  return {
    ...state,
    motions: changeEntry(state.motions, motion, (one) => ({ ...change(one), sources: [...one.sources, meta.version] })),
  };
}

function endAmendment(
  state: MotionsState,
  amendment: number,
  status: AmendmentStatus,
  meta: EventMeta,
  ballot?: number,
): MotionsState {
  return changeAmendment(state, amendment, meta, (one) => ({
    ...one,
    status,
    ...(ballot === undefined ? {} : { ballot }),
  }));
}

function changeAmendment(
  state: MotionsState,
  amendment: number,
  meta: EventMeta,
  change: (amendment: Amendment) => Amendment,
): MotionsState {
  return {
    ...state,
    amendments: changeEntry(state.amendments, amendment, (one) => ({
      ...change(one),
      sources: [...one.sources, meta.version],
    })),
  };
}

function decided(state: MotionsState, event: Of<"MotionDecided">, meta: EventMeta): MotionsState {
  const { type: _, motion: number, ...outcome } = event;
  const changed = changeMotion(state, number, meta, (motion) => ({
    ...motion,
    status: "decided",
    outcome: { ...outcome, source: meta.version },
  }));
  return event.reference === undefined ? changed : withResolution(changed, event.reference);
}

/** Counts a resolution of the year its number names. */
export function withResolution(state: MotionsState, reference: string): MotionsState {
  const year = reference.slice(0, 4);
  const carried = (state.carriedByYear.get(year) ?? 0) + 1;
  return { ...state, carriedByYear: new Map(state.carriedByYear).set(year, carried) };
}
