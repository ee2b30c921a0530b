import { ordinalOf } from "../committee/meeting-ordinal.ts";
import type { CommitteeState } from "../committee/state.ts";
import type { EventRef } from "../kernel/ids.ts";
import { seatsOn } from "../membership/queries.ts";
import { noReportDetails } from "../minutes/state.ts";
import { attendanceGroups } from "./attendance-groups.ts";
import { whoCame } from "./attendance-people.ts";
import { seatsRepresented } from "./attendance-summary.ts";
import { quorumSentences } from "./attendance-view.ts";
import { attachmentsOf } from "./minutes-view.ts";
import { heldHead, paperHead } from "./paper-heads.ts";
import { type PaperContext, type PaperSource, paperSource } from "./paper-source.ts";
import { agreements, forwardings, history, regularDates } from "./report-agreements.ts";
import { completedElections, electedOffices, resolutionStatements } from "./report-decided.ts";
import { findingFields } from "./report-findings.ts";
import { summary } from "./report-summary.ts";
import { sentence } from "./sourced.ts";
import type { AgreedDate, AttendanceGroup, ReportOffice, ReportView, RouteStep, Sentence, Sources } from "./views.ts";

/** Sitzungsbericht (Bericht der Verwaltung) of one meeting, internal form. */
export function reportView(state: CommitteeState, meeting: number, context: PaperContext): ReportView {
  const source = paperSource(state, meeting, context);
  const groups = attendanceGroups(source);
  const elections = electedOffices(source);
  const dates = regularDates(source);
  return {
    head: paperHead(source),
    paper: paperOf(source),
    route: routeOf(source),
    summary: summary(source),
    history: history(source),
    meeting: heldHead(source),
    sitting: sitting(source),
    ...attendanceLeadIn(source, groups),
    attendance: groups,
    voting: [...seatsPresent(source), ...quorumSentences(source)],
    resolutions: resolutionStatements(source),
    ...electionLeadIn(source, elections),
    elections,
    findings: findingFields(source),
    agreements: agreements(source),
    forwarding: forwardings(source),
    ...datesLeadIn(source, dates),
    dates,
    attachments: attachmentsOf(source),
  };
}

const detailsOf = ({ state, meeting }: PaperSource) => state.minutes.reports.get(meeting.number) ?? noReportDetails;

function paperOf(source: PaperSource): ReportView["paper"] {
  const { reference, date, unit } = detailsOf(source);
  const reporting = unit ?? source.state.membership.description?.unit;
  return {
    type: source.context.wording.report.type,
    ...(reference === undefined ? {} : { number: reference }),
    date: date ?? source.context.today,
    ...(reporting === undefined ? {} : { unit: reporting }),
    isPublic: true,
  };
}

function routeOf(source: PaperSource): readonly RouteStep[] {
  return detailsOf(source).forwardTo.map(({ body, role, date }) => ({
    body,
    role,
    ...(date === undefined ? {} : { date }),
  }));
}

function sitting(source: PaperSource): readonly Sentence[] {
  const { meeting, state, context } = source;
  if (meeting.openedAt === undefined) return [];
  const { name, addition } = state.membership.description ?? { name: "" };
  const text = context.wording.report.sitting({
    date: meeting.appointment.date,
    ordinal: ordinalOf(source),
    committee: name,
    ...(addition === undefined ? {} : { addition }),
    ...(meeting.place === undefined ? {} : { place: meeting.place }),
    ...(meeting.title === undefined ? {} : { title: meeting.title }),
  });
  return [sentence(text, meeting.sources)];
}

function attendanceLeadIn(
  source: PaperSource,
  groups: readonly AttendanceGroup[],
): Pick<ReportView, "attendanceLeadIn"> {
  if (groups.length === 0) return {};
  return { attendanceLeadIn: sentence(source.context.wording.report.attendanceLeadIn, refsOf(groups)) };
}

/** Stimmen, nicht Köpfe. */
function seatsPresent(source: PaperSource): readonly Sentence[] {
  const delegates = whoCame(source).filter((one) => one.seat !== undefined);
  if (delegates.length === 0) return [];
  const all = seatsOn(source.state.membership, source.meeting.appointment.date).length;
  const text = source.context.wording.report.seatsPresent(seatsRepresented(source).length, all);
  return [
    sentence(
      text,
      delegates.flatMap((one) => one.sources),
    ),
  ];
}

function electionLeadIn(source: PaperSource, elections: readonly ReportOffice[]): Pick<ReportView, "electionLeadIn"> {
  const shown = openOnes(elections);
  if (shown.length === 0) return {};
  const unanimous = completedElections(source).every((election) => election.declared?.unanimous === true);
  const text = source.context.wording.report.electionLeadIn({
    unanimous,
    people: shown.flatMap(({ holders }) => holders).length,
  });
  return { electionLeadIn: sentence(text, refsOf(shown), isAllInternal(elections)) };
}

function datesLeadIn(source: PaperSource, dates: readonly AgreedDate[]): Pick<ReportView, "datesLeadIn"> {
  const shown = openOnes(dates);
  if (shown.length === 0) return {};
  const years = [...new Set(shown.map(({ date }) => Number(date.slice(0, 4))))];
  const text = source.context.wording.report.datesLeadIn(years);
  return { datesLeadIn: sentence(text, refsOf(shown), isAllInternal(dates)) };
}

type Narrowed = { readonly sources: Sources; readonly internalOnly?: true };

/** What the public version will show; if that is nothing, all of it, and the lead-in is internal too. */
function openOnes<T extends Narrowed>(list: readonly T[]): readonly T[] {
  return isAllInternal(list) ? list : list.filter((one) => one.internalOnly !== true);
}

const isAllInternal = (list: readonly Narrowed[]): boolean => list.every((one) => one.internalOnly === true);

const refsOf = (list: readonly { readonly sources: Sources }[]): readonly EventRef[] =>
  list.flatMap((one) => one.sources);
