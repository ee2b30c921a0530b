import type { EventMeta } from "../kernel/event-meta.ts";
import { changeEntry, withEntry } from "../kernel/table.ts";
import type { MinutesEvent } from "./events.ts";
import { evolveIssued } from "./evolve-issued.ts";
import { type MinutesEntry, type MinutesState, noReportDetails, type ReportDetails, type Task } from "./state.ts";

type Of<Type extends MinutesEvent["type"]> = Extract<MinutesEvent, { type: Type }>;

export function evolveMinutes(state: MinutesState, event: MinutesEvent, meta: EventMeta): MinutesState {
  switch (event.type) {
    case "FieldOpened":
      return { ...state, field: event.heading };
    case "NoteTaken": {
      const { type: _, note, points, ...rest } = event;
      return withNote(state, note, { kind: "note", ...rest, points: points ?? [], source: meta.version });
    }
    case "DateAgreed": {
      const { type: _, note, kind, ...rest } = event;
      return withNote(state, note, { ...rest, kind: "date", dateKind: kind, source: meta.version });
    }
    case "ForwardingPromised": {
      const { type: _, note, ...rest } = event;
      return withNote(state, note, { kind: "forwarding", ...rest, source: meta.version });
    }
    case "AttachmentNamed": {
      const { type: _, note, ...rest } = event;
      return withNote(state, note, { kind: "attachment", ...rest, source: meta.version });
    }
    case "DocumentationAnnexed": {
      const { note, meeting, workshop } = event;
      return withNote(state, note, { kind: "documentation", meeting, documented: workshop, source: meta.version });
    }
    case "TaskAssigned": {
      const { type: _, ...rest } = event;
      const task: Task = { ...rest, source: meta.version };
      return { ...state, tasks: withEntry(state.tasks, event.task, task) };
    }
    case "ReportDetailsSet":
      return { ...state, reports: new Map(state.reports).set(event.meeting, withDetails(state, event, meta)) };
    case "AnonymousCollectionOpened": {
      const { type: _, ...rest } = event;
      const collection = { ...rest, given: 0, entries: undefined, source: meta.version };
      return { ...state, collections: withEntry(state.collections, event.collection, collection) };
    }
    case "AnonymousEntryGiven":
      return {
        ...state,
        collections: changeEntry(state.collections, event.collection, (one) => ({ ...one, given: one.given + 1 })),
      };
    case "AnonymousCollectionClosed":
      return {
        ...state,
        collections: changeEntry(state.collections, event.collection, (one) => ({
          ...one,
          entries: event.entries,
          source: meta.version,
        })),
      };
    default:
      return evolveIssued(state, event, meta);
  }
}

function withNote(state: MinutesState, number: number, note: MinutesEntry): MinutesState {
  return { ...state, entries: withEntry(state.entries, number, note) };
}

function withDetails(state: MinutesState, event: Of<"ReportDetailsSet">, meta: EventMeta): ReportDetails {
  const { type: _, meeting, forwardTo, ...details } = event;
  const before = state.reports.get(meeting) ?? noReportDetails;
  return {
    ...before,
    ...details,
    forwardTo:
      forwardTo === undefined ? before.forwardTo : [...before.forwardTo, { ...forwardTo, source: meta.version }],
    sources: [...before.sources, meta.version],
  };
}
