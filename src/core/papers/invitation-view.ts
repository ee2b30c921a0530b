import { invitationTextNow } from "../committee/invitation-text-now.ts";
import type { CommitteeState } from "../committee/state.ts";
import type { EditionKind, InvitationItem, InvitationText } from "../invitation/events.ts";
import type { Appointment } from "../kernel/appointment.ts";
import type { Instant } from "../kernel/ids.ts";
import type { Meeting } from "../meeting/state.ts";
import { holdersOf } from "../membership/queries.ts";
import { invitationHints } from "./invitation-hints.ts";
import { paperHead } from "./paper-heads.ts";
import type { PaperContext, PaperSource } from "./paper-source.ts";
import { personName } from "./people-in-papers.ts";
import type { InvitationItemView, InvitationView, MeetingHead } from "./views.ts";

/** What the paper is made of: an edition as it was sent, or the draft. */
type Wording = {
  readonly kind: EditionKind;
  readonly text: InvitationText;
  readonly isDraft: boolean;
  readonly reason?: string;
  readonly at: Instant;
};

/** Einladung: one edition as it was sent; without one the draft, or what one would say. */
export function invitationView(
  state: CommitteeState,
  meeting: Meeting,
  wanted: { readonly edition?: number },
  context: PaperContext,
): InvitationView {
  const source = { state, meeting, context };
  const said = wordingOf(source, wanted.edition);
  const { kind, isDraft, text, reason } = said;
  return {
    head: { ...paperHead(source), version: "public", asOf: said.at, asOfDate: context.localDate(said.at) },
    kind,
    isDraft,
    meeting: headOf(text),
    ...(reason === undefined ? {} : { reason }),
    ...(kind === "cancellation" ? { items: [], papers: [], links: [], hints: [] } : contentOf(source, said)),
    ...invitedBy(source),
  };
}

function wordingOf({ state, meeting, context }: PaperSource, wanted: number | undefined): Wording {
  const invitation = state.invitations.get(meeting.number);
  if (wanted === undefined) {
    const draft = invitation?.draft?.text ?? invitationTextNow(state, meeting, { links: [], papers: [] });
    return { kind: kindOfDraft(invitation?.editions.length ?? 0), text: draft, isDraft: true, at: context.now };
  }
  const edition = invitation?.editions.find((one) => one.edition === wanted);
  if (edition === undefined) throw new Error(`there is no edition ${wanted} of meeting ${meeting.number}`);
  return { ...edition, isDraft: false };
}

const kindOfDraft = (editions: number): EditionKind => (editions === 0 ? "invitation" : "update");

function headOf({ ordinal, appointment, place, title }: InvitationText): MeetingHead {
  return {
    number: ordinal,
    ...timesOf(appointment),
    ...(title === undefined ? {} : { title }),
    ...(place === undefined ? {} : { place }),
  };
}

const timesOf = ({ date, from, to }: Appointment): Pick<MeetingHead, "date" | "begin" | "end"> => ({
  date,
  ...(from === undefined ? {} : { begin: from }),
  ...(to === undefined ? {} : { end: to }),
});

function contentOf(
  { state, context }: PaperSource,
  said: Wording,
): Omit<InvitationView, "head" | "kind" | "isDraft" | "meeting" | "reason" | "salutation" | "invitedBy"> {
  const { movedFrom, repeatOf, items, note, papers, links, answerBy } = said.text;
  return {
    ...(movedFrom === undefined ? {} : { movedFrom: timesOf(movedFrom) }),
    ...(repeatOf === undefined ? {} : { repeatOf }),
    items: items.map(itemView),
    ...(note === undefined ? {} : { note }),
    papers,
    links: links.map((url) => ({ text: url, url })),
    hints: invitationHints(state.rules, context.wording.invitation, said.text, context.localDate(said.at)),
    ...(answerBy === undefined ? {} : { answerBy }),
    howToAnswer: context.wording.invitation.howToAnswer,
  };
}

const itemView = ({ title, minutes, public: isPublic, deciding, late }: InvitationItem): InvitationItemView => ({
  title,
  isPublic,
  ...(minutes === undefined ? {} : { minutes }),
  isDeciding: deciding,
  isLate: late === true,
});

function invitedBy(source: PaperSource): Pick<InvitationView, "invitedBy"> {
  const [office] = holdersOf(source.state.membership, "office", source.meeting.appointment.date);
  return office === undefined ? {} : { invitedBy: personName(source, office.person) };
}
