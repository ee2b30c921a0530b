import type { AgendaItemContent } from "../agenda/events.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { entries, entry } from "../kernel/table.ts";
import { currentMeeting } from "../meeting/queries.ts";
import { writtenDuties } from "../rules/written-procedure-duties.ts";
import type { WrittenProcedure } from "../written-procedure/state.ts";
import type { CommitteeEvent } from "./events.ts";
import { plannedMeeting } from "./meeting-now.ts";
import type { Slices } from "./state.ts";

/** Der Punkt, unter dem eine Sitzung von den Umlaufbeschlüssen erfährt. */
export const reportItem: AgendaItemContent = {
  title: "Bericht über Umlaufbeschlüsse",
  public: true,
  deciding: false,
};

/** Auf die Tagesordnung der laufenden oder nächsten Sitzung; with none planned it waits for the next plan. */
export function reportOf(state: Slices, procedure: WrittenProcedure, today: LocalDate): readonly CommitteeEvent[] {
  if (!mustBeReported(procedure)) return [];
  const meeting = currentMeeting(state.meetings) ?? plannedMeeting(state, today);
  if (meeting === undefined) return [];
  const procedures = [procedure.procedure];
  const known = entries(state.writtenProcedures.procedures)
    .filter(({ report }) => report?.meeting === meeting.number)
    .map(({ report }) => entry(state.agenda.items, report?.item ?? 0))
    .find((item) => item?.status === "waiting");
  const item = known?.item ?? state.agenda.items.size + 1;
  const placed: CommitteeEvent = { type: "WrittenReportPlaced", procedures, meeting: meeting.number, item };
  if (known !== undefined) return [placed];
  return [{ type: "AgendaItemAdded", item, meeting: meeting.number, content: reportItem }, placed];
}

/** Umlaufergebnisse, von denen noch keine Sitzung weiß. An adjourned report comes back with its own item. */
export function unreported(state: Slices): readonly WrittenProcedure[] {
  return entries(state.writtenProcedures.procedures).filter((one) => {
    if (one.status !== "closed" || !mustBeReported(one)) return false;
    return one.report === undefined || entry(state.agenda.items, one.report.item)?.status === "removed";
  });
}

/** Procedures whose report was adjourned with this item. */
export function reportedUnder(state: Slices, item: number): readonly number[] {
  return entries(state.writtenProcedures.procedures)
    .filter(({ report }) => report?.item === item)
    .map(({ procedure }) => procedure);
}

const mustBeReported = ({ rules }: WrittenProcedure): boolean => writtenDuties(rules).duties.includes("nextMeeting");
