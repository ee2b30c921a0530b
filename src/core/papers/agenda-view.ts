import { itemsOf } from "../agenda/queries.ts";
import type { AgendaItem } from "../agenda/state.ts";
import type { CommitteeState } from "../committee/state.ts";
import { holdersOf } from "../membership/queries.ts";
import { paperHead, plannedHead } from "./paper-heads.ts";
import { type PaperContext, type PaperSource, paperSource } from "./paper-source.ts";
import { organizationName, personName, personOfDay } from "./people-in-papers.ts";
import type { AgendaItemView, AgendaView } from "./views.ts";

/** Tagesordnung of one meeting, internal form. */
export function agendaView(state: CommitteeState, meeting: number, context: PaperContext): AgendaView {
  const source = paperSource(state, meeting, context);
  const invitedBy = holdersOf(state.membership, "office", source.meeting.appointment.date)[0];
  return {
    head: paperHead(source),
    meeting: plannedHead(source),
    items: itemsOf(state.agenda, meeting).map((item, index) => agendaItem(source, item, index + 1)),
    hints: [...repeatNotice(source), ...context.wording.agenda.hints],
    ...(invitedBy === undefined ? {} : { invitedBy: personName(source, invitedBy.person) }),
  };
}

function agendaItem(source: PaperSource, item: AgendaItem, position: number): AgendaItemView {
  const notes = notesOn(source, item);
  return {
    number: String(position),
    title: item.title,
    isPublic: item.public,
    papers: [],
    ...(item.minutes === undefined ? {} : { minutes: item.minutes }),
    ...(notes.length === 0 ? {} : { note: notes.join("; ") }),
  };
}

/** Who proposed an item is named by its Träger alone: that may stand in the public version too. */
function notesOn(source: PaperSource, item: AgendaItem): readonly string[] {
  const { agenda } = source.context.wording;
  const proposer = item.proposedBy === undefined ? undefined : personOfDay(source, item.proposedBy);
  const organization = organizationName(source, proposer);
  return [
    ...(item.carriedOver ? [item.deferred ? agenda.deferred : agenda.carriedOver] : []),
    ...(organization === undefined ? [] : [agenda.proposedBy(organization)]),
    ...(item.arrival === "late" ? [agenda.late] : []),
    ...(item.deciding || item.standing !== undefined ? [] : [agenda.withoutResolution]),
  ];
}

/** Only where the meeting was called with it. */
function repeatNotice({ state, meeting, context }: PaperSource): readonly string[] {
  if (meeting.repeatOf === undefined || !meeting.notice) return [];
  return [context.wording.agenda.repeatNotice(state.rules.quorum.repeat.value.min)];
}
