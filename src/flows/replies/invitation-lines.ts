import type { CommitteeState } from "../../core/committee/state.ts";
import type { InvitationText } from "../../core/invitation/events.ts";
import type { Edition } from "../../core/invitation/state.ts";
import type { LocalDate } from "../../core/kernel/local-date.ts";
import type { Meeting } from "../../core/meeting/state.ts";
import { invitationHints } from "../../core/papers/invitation-hints.ts";
import {
  agendaFollows,
  answerLine,
  draftHead,
  entryFileName,
  invitationHead,
  itemLine,
  linksFollow,
  movedFromLine,
  noAgendaOnIt,
  nothingSentYet,
  paperFileName,
  papersLine,
  reasonLine,
  repeatOfLine,
} from "../../texts/announcements-invitation.ts";
import { numericDate } from "../../texts/dates.ts";
import { invitationWording } from "../../texts/papers-invitation.ts";
import { type Block, type EditionFileKind, list, type MadeFile, type ReplyFile } from "../reply.ts";

type Lines = readonly (Block | string)[];

/** Einladung, wie sie hinausging: what, when, where, the agenda, and until when to answer. A cancellation says only that and why. */
export function editionLines(edition: Pick<Edition, "kind" | "text" | "reason">): Lines {
  const { kind, text, reason } = edition;
  const head = invitationHead(kind, text);
  if (kind === "cancellation") return [head, ...(reason === undefined ? [] : [reasonLine(reason)])];
  return [head, ...aroundIt(text), ...contentLines(text), answerLine(text.answerBy)];
}

/** Entwurf, read back in full. */
export function draftLines({ rules }: CommitteeState, text: InvitationText, today: LocalDate): Lines {
  return [
    draftHead(text),
    nothingSentYet(),
    ...aroundIt(text),
    ...contentLines(text),
    answerLine(text.answerBy),
    ...invitationHints(rules, invitationWording, text, today),
  ];
}

function aroundIt({ movedFrom, repeatOf }: InvitationText): readonly string[] {
  return [
    ...(movedFrom === undefined ? [] : [movedFromLine(movedFrom)]),
    ...(repeatOf === undefined ? [] : [repeatOfLine(repeatOf)]),
  ];
}

function contentLines({ items, note, papers, links }: InvitationText): Lines {
  return [
    ...(items.length === 0 ? [noAgendaOnIt()] : [agendaFollows(), list(items.map(itemLine), true)]),
    ...(note === undefined ? [] : [note]),
    ...(papers.length === 0 ? [] : [papersLine(papers)]),
    ...(links.length === 0 ? [] : [linksFollow(), list(links)]),
  ];
}

/** Papier und Kalendereintrag, made when they are delivered; named by meeting and edition, so that none is taken for another. */
export function editionFiles(
  meeting: number,
  { edition, kind, text }: Pick<Edition, "edition" | "kind" | "text">,
): readonly ReplyFile[] {
  const { date } = text.appointment;
  const made = (what: EditionFileKind): MadeFile => ({ kind: what, meeting, edition });
  const paper = kind === "cancellation" ? "absage" : "einladung";
  return [
    {
      name: paperFileName(kind, date),
      mediaType: "application/pdf",
      reference: `${paper}-${date}-${meeting}-${edition}.pdf`,
      made: made("invitationPaper"),
    },
    {
      name: entryFileName(date),
      mediaType: "text/calendar",
      reference: `sitzung-${date}-${meeting}-${edition}.ics`,
      made: made("calendarEntry"),
    },
  ];
}

/** "einladung senden 12.05.2028": with the day, so that a late click never means another meeting. */
export const aboutMeeting = (words: string, { appointment }: Pick<Meeting, "appointment">): string =>
  `${words} ${numericDate(appointment.date)}`;
