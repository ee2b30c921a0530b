import { letterId } from "../core/committee/meeting-uid.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import type { SystemCommand } from "../core/committee/system-commands.ts";
import type { Edition } from "../core/invitation/state.ts";
import type { PersonId } from "../core/kernel/ids.ts";
import { calendarFileName, invitationFileName, letterSubject, ordinalTitle, salutation } from "../texts/letters.ts";
import { personOfAddress } from "./addresses.ts";
import { entryOfEdition } from "./calendar-entries.ts";
import type { CalendarWriting } from "./calendar-writing.ts";
import { type EditionPapers, editionOf } from "./edition-papers.ts";
import type { Letter, LetterFile, Mailbox, Mailing } from "./letter.ts";
import type { OutboxEntry } from "./ports.ts";
import { type LetterRef, plainText, type Reply } from "./reply.ts";

type Parts = {
  state(): CommitteeState;
  readonly papers: EditionPapers;
  readonly calendar: CalendarWriting;
  organizer(): Mailbox;
  mailing(): Promise<Mailing>;
  /** A file the office put among the outgoing papers; rejects if it is gone. */
  readPaper(name: string): Promise<LetterFile>;
  /** True once what follows from a letter is recorded. */
  isHandled(key: string): boolean;
  perform(key: string, command: SystemCommand): Promise<unknown>;
  /** Records that a letter went out of which nothing else is recorded. */
  noted(key: string): Promise<unknown>;
};

type InvitationRef = Extract<LetterRef, { kind: "invitation" }>;

/**
 * Zustellung eines Briefs: written from the record, handed to the mail server, and what the server answered recorded. If the process dies
 * between these two, the letter goes out again under the same id, with the same calendar entry: no calendar shows it twice.
 */
export function createLetterDelivery(parts: Parts): (entry: OutboxEntry) => Promise<void> {
  return async (entry) => {
    // What lies in the outbox was put there by the runner, as JSON of a reply.
    const reply = JSON.parse(entry.body) as Reply;
    const person = personOfAddress(entry.room);
    const { letter } = reply;
    if (person === undefined || letter === undefined) throw new Error("a mail without its letter");
    // It went out, and what was lost is only the mark that it did.
    const key = `dispatch:${entry.id}`;
    if (parts.isHandled(key)) return;
    const mailing = await parts.mailing();
    if (letter.kind === "note") {
      await mailing.send(note(entry, reply, person, letter));
      await parts.noted(key);
      return;
    }
    const posted = await mailing.send(await invitation(person, letter));
    const { meeting, edition, address } = letter;
    await parts.perform(key, {
      type: "RecordDispatch",
      meeting,
      edition,
      person,
      address,
      ...posted,
    });
  };

  function note(
    entry: OutboxEntry,
    reply: Reply,
    person: PersonId,
    letter: Extract<LetterRef, { kind: "note" }>,
  ): Letter {
    return {
      id: `notiz-${entry.id.replace(/[^A-Za-z0-9-]+/g, "-")}-${person}`,
      to: mailboxOf(person, letter.address),
      subject: letter.subject,
      text: plainText({ ...reply, choices: [] }),
      attachments: [],
      follows: [],
    };
  }

  async function invitation(person: PersonId, letter: InvitationRef): Promise<Letter> {
    const state = parts.state();
    const edition = editionOf(state, letter);
    const { kind, text } = edition;
    const words = await parts.papers.words(letter, salutationOf(state, person));
    const committee = state.membership.description?.name ?? "";
    return {
      id: letterId(state, { meeting: letter.meeting, edition: letter.edition, person }),
      to: mailboxOf(person, letter.address),
      subject: letterSubject(
        kind,
        kind !== "cancellation" && text.movedFrom !== undefined,
        committee,
        ordinalTitle(text.ordinal, text.title),
        text.appointment,
      ),
      ...words,
      calendar: await calendarPart(state, person, letter, edition),
      attachments: [
        { name: invitationFileName(kind), mediaType: "application/pdf", bytes: await parts.papers.pdf(letter) },
        ...(await Promise.all(text.papers.map(parts.readPaper))),
      ],
      follows: Array.from({ length: letter.edition - 1 }, (_, index) =>
        letterId(state, { meeting: letter.meeting, edition: index + 1, person }),
      ),
    };
  }

  async function calendarPart(
    state: CommitteeState,
    person: PersonId,
    letter: InvitationRef,
    edition: Edition,
  ): Promise<NonNullable<Letter["calendar"]>> {
    const method = edition.kind === "cancellation" ? "CANCEL" : "REQUEST";
    const answer = state.invitations.get(letter.meeting)?.answers.get(person);
    const isOfThisDay = answer !== undefined && answer.revision === edition.revision;
    const content = await parts.calendar.invitation(entryOfEdition(state, letter.meeting, edition), {
      method,
      organizer: parts.organizer(),
      attendee: mailboxOf(person, letter.address),
      ...(isOfThisDay ? { answer: answer.answer } : {}),
    });
    return { method, name: calendarFileName(edition.kind), content };
  }

  function mailboxOf(person: PersonId, address: string): Mailbox {
    const { people } = parts.state().membership;
    const record = people.get(person);
    const name = [record?.givenName, record?.name].filter((part) => part !== undefined).join(" ");
    return { name, address };
  }

  function salutationOf(state: CommitteeState, person: PersonId): string {
    return salutation(state.membership.people.get(person));
  }
}
