import { assertNever } from "../kernel/assert-never.ts";
import type { EventMeta } from "../kernel/event-meta.ts";
import { changeEntry, withEntry } from "../kernel/table.ts";
import type { MinutesEvent } from "./events.ts";
import type { IssuedMinutes, MinutesState } from "./state.ts";

export type IssuedEvent = Extract<
  MinutesEvent,
  {
    type: "MinutesSent" | "MinutesSigned" | "MinutesObjectionRaised" | "MinutesObjectionSettled" | "MinutesApproved";
  }
>;

/** Was aus einer Niederschrift nach der Sitzung wird. */
export function evolveIssued(state: MinutesState, event: IssuedEvent, meta: EventMeta): MinutesState {
  const source = meta.version;
  switch (event.type) {
    case "MinutesSent": {
      const { sentOn: on, lastDay } = event;
      return changeIssued(state, event.meeting, (one) => ({ ...one, sent: { on, lastDay, source } }));
    }
    case "MinutesSigned": {
      const { role, person } = event;
      return changeIssued(state, event.meeting, (one) => ({
        ...one,
        signatures: [...one.signatures, { role, person, source }],
      }));
    }
    case "MinutesObjectionRaised": {
      const { type: _, ...objection } = event;
      return { ...state, objections: withEntry(state.objections, event.objection, { ...objection, source }) };
    }
    case "MinutesObjectionSettled": {
      const { type: _, objection, ...settlement } = event;
      return {
        ...state,
        objections: changeEntry(state.objections, objection, (one) => ({
          ...one,
          settlement: { ...settlement, source },
        })),
      };
    }
    case "MinutesApproved": {
      const { type: _, meeting, ...approval } = event;
      return changeIssued(state, meeting, (one) => ({ ...one, approval: { ...approval, source } }));
    }
    default:
      return assertNever(event);
  }
}

function changeIssued(
  state: MinutesState,
  meeting: number,
  change: (issued: IssuedMinutes) => IssuedMinutes,
): MinutesState {
  const before = state.issued.get(meeting) ?? { meeting, signatures: [] };
  return { ...state, issued: new Map(state.issued).set(meeting, change(before)) };
}
