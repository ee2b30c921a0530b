import { itemsOf } from "../agenda/queries.ts";
import type { AgendaItem } from "../agenda/state.ts";
import type { InvitationHint, InvitationItem, InvitationText } from "../invitation/events.ts";
import type { Edition } from "../invitation/state.ts";
import type { Appointment } from "../kernel/appointment.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { sameData } from "../kernel/same-data.ts";
import { entry } from "../kernel/table.ts";
import { daysLater } from "../kernel/workdays.ts";
import type { Meeting } from "../meeting/state.ts";
import { agendaProposals } from "../rules/agenda-deadline.ts";
import { ordinalOf } from "./meeting-ordinal.ts";
import type { Slices } from "./state.ts";

/** Was die Geschäftsstelle selbst dazu sagt; all the rest follows from the record. */
export type OwnWords = Pick<InvitationText, "note" | "links" | "papers" | "answerBy">;

export const ownWords = ({ note, links, papers, answerBy }: InvitationText): OwnWords => ({
  links,
  papers,
  ...(note === undefined ? {} : { note }),
  ...(answerBy === undefined ? {} : { answerBy }),
});

/** Einladung, wie sie jetzt lauten würde. It depends on no day, so that a draft is out of date only if something happened. */
export function invitationTextNow(state: Slices, meeting: Meeting, own: OwnWords): InvitationText {
  const { appointment, place, title } = meeting;
  const repeated = meeting.repeatOf === undefined ? undefined : entry(state.meetings.meetings, meeting.repeatOf);
  const movedFrom = movedFromNow(state, meeting);
  return {
    ordinal: ordinalOf({ state, meeting }),
    appointment,
    ...(place === undefined ? {} : { place }),
    ...(title === undefined ? {} : { title }),
    items: itemsOf(state.agenda, meeting.number).map(itemText),
    ...own,
    hints: hintsNow(state, meeting),
    proposalsUntil: agendaProposals(state.rules, { meeting: appointment.date }).latest,
    ...(movedFrom === undefined ? {} : { movedFrom }),
    ...(repeated === undefined ? {} : { repeatOf: repeated.appointment.date }),
  };
}

function itemText({ title, minutes, public: isPublic, deciding, arrival }: AgendaItem): InvitationItem {
  return {
    title,
    public: isPublic,
    deciding,
    ...(minutes === undefined ? {} : { minutes }),
    ...(arrival === "late" ? { late: true } : {}),
  };
}

function hintsNow({ rules }: Slices, { repeatOf, notice }: Meeting): readonly InvitationHint[] {
  return [
    ...(rules.membership.proxy.value === "none" ? [] : (["substitute"] as const)),
    ...(repeatOf !== undefined && notice ? (["repeat"] as const) : []),
  ];
}

/** Verlegt: from the day that people were last invited to. */
function movedFromNow({ invitations }: Slices, meeting: Meeting): Appointment | undefined {
  const editions: readonly Edition[] = invitations.get(meeting.number)?.editions ?? [];
  const before = editions.findLast(({ revision }) => revision < meeting.revision)?.text.appointment;
  return before === undefined || sameData(before, meeting.appointment) ? undefined : before;
}

const DAYS_BEFORE_MEETING = 7;

/** Rückmeldung erbeten bis: a week before, or the day before where less is left; none on the day itself. */
export function usualAnswerBy(meeting: LocalDate, today: LocalDate): LocalDate | undefined {
  const week = daysLater(meeting, -DAYS_BEFORE_MEETING);
  if (week > today) return week;
  const dayBefore = daysLater(meeting, -1);
  return dayBefore < today ? undefined : dayBefore;
}
