import { itemsOf } from "../agenda/queries.ts";
import { issuedMinutes, objectionsTo } from "../committee/minutes-now.ts";
import { entries, entry } from "../kernel/table.ts";
import type { MinutesObjection } from "../minutes/state.ts";
import { caseData } from "../rules/case-data.ts";
import { isInternalItem, type PaperSource } from "./paper-source.ts";
import { organizationName, personOfDay, spokenName } from "./people-in-papers.ts";
import { sentence } from "./sourced.ts";
import type { MinutesView, Sentence, Statement } from "./views.ts";

type Standing = Pick<
  MinutesView,
  "status" | "sentOn" | "objectionsUntil" | "approvedOn" | "approvedHow" | "signatures" | "objections"
>;

/** Stand der Niederschrift: Entwurf, versandt, genehmigt; signatures, and the objections with how they were settled. */
export function minutesStanding(source: PaperSource): Standing {
  const { minutes } = source.context.wording;
  const { sent, approval, signatures } = issuedMinutes(source.state, source.meeting.number);
  const common = {
    ...(sent === undefined ? {} : { sentOn: sent.on, objectionsUntil: sent.lastDay }),
    signatures: signatures.map(({ role, person, source: ref }) =>
      sentence(minutes.signed(spokenName(source, person), role), [ref]),
    ),
    objections: objectionsTo(source.state, source.meeting.number).map((one) => objectionSentence(source, one)),
  };
  if (approval === undefined) return { ...common, status: sent === undefined ? "draft" : "sent" };
  return { ...common, status: "approved", approvedOn: approval.on, approvedHow: minutes.approvalManner(approval) };
}

/** By Träger, so that it may stand in public; what could tell of a single case or of a non-public item stays internal. */
function objectionSentence(source: PaperSource, one: MinutesObjection): Sentence {
  const { settlement } = one;
  const settled = settlement === undefined ? undefined : entry(source.state.meetings.meetings, settlement.settledIn);
  const text = source.context.wording.minutes.objection({
    objection: one.objection,
    by: organizationName(source, personOfDay(source, one.person)),
    text: one.text,
    ...(one.reason === undefined ? {} : { reason: one.reason }),
    isInTime: one.isInTime,
    ...(settlement === undefined ? {} : { settlement }),
    ...(settled === undefined ? {} : { settledOn: settled.appointment.date }),
  });
  const refs = [one.source, ...(settlement === undefined ? [] : [settlement.source])];
  return sentence(text, refs, isDelicate(source, one));
}

function isDelicate({ state }: PaperSource, { meeting, text, reason = "", settlement }: MinutesObjection): boolean {
  const hasClosedItem = itemsOf(state.agenda, meeting).some((item) => !item.public);
  const texts = [text, reason, settlement?.text ?? ""];
  return hasClosedItem || texts.some((line) => caseData(state.rules, line).isSuspected);
}

/** Was diese Sitzung über frühere Niederschriften befand: objections with their new wording, approvals. */
export function approvalStatements(
  source: PaperSource,
  belongs: (item: number | undefined) => boolean,
): readonly Statement[] {
  return [...settlements(source, belongs), ...approvals(source, belongs)];
}

function settlements(source: PaperSource, belongs: (item: number | undefined) => boolean): readonly Statement[] {
  const { minutes } = source.context.wording;
  return entries(source.state.minutes.objections).flatMap((one): readonly Statement[] => {
    const { settlement } = one;
    if (settlement?.settledIn !== source.meeting.number || !belongs(settlement.item)) return [];
    const isInternal = isInternalItem(source, settlement.item) || isDelicate(source, one);
    const text = minutes.objectionSettled(one.objection, settlement.isAccepted, settlement.text);
    return [{ ...sentence(text, [settlement.source], isInternal), grade: "found", entries: [] }];
  });
}

function approvals(source: PaperSource, belongs: (item: number | undefined) => boolean): readonly Statement[] {
  const { state, meeting: here, context } = source;
  return [...state.minutes.issued.values()].flatMap(({ meeting, approval }): readonly Statement[] => {
    const held = entry(state.meetings.meetings, meeting);
    if (held === undefined || approval?.approvedIn !== here.number || !belongs(approval.item)) return [];
    const text = context.wording.minutes.minutesApproved(held.appointment.date, approval);
    const isInternal = isInternalItem(source, approval.item);
    return [{ ...sentence(text, [approval.source], isInternal), grade: "found", entries: [] }];
  });
}
