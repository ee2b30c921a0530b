import type { AttendanceAnswer, MailNoteKind } from "../invitation/events.ts";
import type { MailContent, MailReading } from "../invitation/mail-reading.ts";
import { assertNever } from "../kernel/assert-never.ts";
import type { PersonId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { answerByMail } from "./answer-by-mail.ts";
import { recordDispatch } from "./decide-dispatch.ts";
import type { Decision } from "./decision.ts";
import type { CommitteeEvent } from "./events.ts";
import { isKnownAddress, meetingAndPeople, meetingOfLetters, peopleOfAddress } from "./mail-people.ts";
import { type LetterKey, readLetterId } from "./meeting-uid.ts";
import type { Slices } from "./state.ts";
import type { SystemCommand, SystemGiven } from "./system-commands.ts";

type Content<Kind extends MailContent["kind"]> = Extract<MailContent, { kind: Kind }>;

const nothing: Decision = { events: [] };

/**
 * Eine Mail: an answer that is recorded, a letter that came back, or something the office is told of. What strangers write, and what
 * machines answer on their own, is nothing.
 */
export function takeMail(
  state: Slices,
  { mail }: Extract<SystemCommand, { type: "TakeMail" }>,
  { today }: SystemGiven,
): Decision {
  const { content } = mail;
  switch (content.kind) {
    case "reply":
      return content.answer === "needsAction" ? nothing : reply(state, mail, content, today);
    case "counter":
      return counter(state, mail, content, today);
    case "bounce":
      return bounce(state, content);
    case "text":
      return fromKnown(state, mail, "freeText", content.text, today, content.messageIds);
    case "unreadable":
      return fromKnown(state, mail, "unreadable", content.reason, today);
    case "tooLarge":
      return fromKnown(state, mail, "tooLarge", "", today);
    case "automatic":
      return nothing;
    default:
      return assertNever(content);
  }
}

function reply(state: Slices, mail: MailReading, content: Content<"reply">, today: LocalDate): Decision {
  const sender = senderOf(state, mail, content, today);
  if ("events" in sender) return sender;
  const { answer, note } = answerByMail(state, content, sender, today);
  const about = answer === undefined ? { ...sender, ...answerIn(content) } : sender;
  return {
    events: [
      ...(answer === undefined ? [] : [answer]),
      ...(note === undefined ? [] : [noted(mail, note, textOf(content), about)]),
    ],
  };
}

/** To whom it was handed on, and the remark. */
function textOf(content: Content<"reply" | "counter">): string {
  if (content.kind === "counter") return content.proposal;
  return [content.delegatedTo, content.comment].filter((part) => part !== undefined).join("; ");
}

function answerIn(content: Content<"reply" | "counter">): Pick<About, "answer"> {
  if (content.kind === "counter" || content.answer === "delegated" || content.answer === "needsAction") return {};
  return { answer: content.answer };
}

function counter(state: Slices, mail: MailReading, content: Content<"counter">, today: LocalDate): Decision {
  const sender = senderOf(state, mail, content, today);
  if ("events" in sender) return sender;
  return { events: [noted(mail, "counterProposal", textOf(content), sender)] };
}

type Sender = { readonly meeting: number; readonly person: PersonId };
type About = Partial<Sender> & { readonly answer?: AttendanceAnswer };

/** Who answers to which meeting, where the sender is the person invited; else what the office is told. */
function senderOf(
  state: Slices,
  mail: MailReading,
  content: Content<"reply" | "counter">,
  today: LocalDate,
): Sender | Decision {
  const found = meetingAndPeople(state, content, today);
  if (found === undefined) return fromKnown(state, mail, "unknownMeeting", textOf(content), today);
  const { meeting, people } = found;
  const [person, another] = people;
  const one = another !== undefined || person === undefined ? {} : { person };
  const about: About = { meeting, ...one, ...answerIn(content) };
  const note = (kind: MailNoteKind): Decision => ({ events: [noted(mail, kind, textOf(content), about)] });
  if (person === undefined) return note("notInvited");
  if (mail.from.toLowerCase() !== content.attendee.toLowerCase()) return note("foreignSender");
  return another === undefined ? { meeting, person } : note("sharedAddress");
}

/** Unzustellbar for good: by the ids of the letters, else by the newest invitation that went to the address. */
function bounce(state: Slices, { isPermanent, messageIds, address, diagnosis }: Content<"bounce">): Decision {
  if (!isPermanent) return nothing;
  const letters = messageIds.flatMap((id) => readLetterId(state, id) ?? []);
  const letter = letters.find((one) => recipientOf(state, one) !== undefined) ?? newestLetterTo(state, address);
  const recipient = letter === undefined ? undefined : recipientOf(state, letter);
  if (letter === undefined || recipient?.address === undefined) return nothing;
  return recordDispatch(state, {
    type: "RecordDispatch",
    ...letter,
    address: recipient.address,
    outcome: "bounced",
    answer: diagnosis,
  });
}

function recipientOf({ invitations }: Slices, { meeting, edition, person }: LetterKey) {
  const sent = invitations.get(meeting)?.editions.find((one) => one.edition === edition);
  return sent?.recipients.find((one) => one.person === person);
}

function newestLetterTo({ invitations }: Slices, address: string): LetterKey | undefined {
  const letters = [...invitations.values()].flatMap(({ meeting, editions }) =>
    editions.flatMap((edition) =>
      edition.recipients
        .filter((one) => one.address?.toLowerCase() === address.toLowerCase())
        .map(({ person }) => ({ key: { meeting, edition: edition.edition, person }, source: edition.source })),
    ),
  );
  return letters.reduce<(typeof letters)[number] | undefined>(
    (newest, one) => (newest === undefined || one.source > newest.source ? one : newest),
    undefined,
  )?.key;
}

/** What only people of the committee are heard for. */
function fromKnown(
  state: Slices,
  mail: MailReading,
  kind: MailNoteKind,
  text: string,
  today: LocalDate,
  messageIds: readonly string[] = [],
): Decision {
  if (!isKnownAddress(state, mail.from, today)) return nothing;
  const [person, another] = peopleOfAddress(state, mail.from, today);
  const meeting = meetingOfLetters(state, messageIds);
  return {
    events: [
      noted(mail, kind, text, {
        ...(meeting === undefined ? {} : { meeting }),
        ...(person === undefined || another !== undefined ? {} : { person }),
      }),
    ],
  };
}

function noted(
  { from, subject }: MailReading,
  kind: MailNoteKind,
  text: string,
  { meeting, person, answer }: About,
): CommitteeEvent {
  return {
    type: "MailNoted",
    kind,
    from,
    subject,
    text,
    ...(meeting === undefined ? {} : { meeting }),
    ...(person === undefined ? {} : { person }),
    ...(answer === undefined ? {} : { answer }),
  };
}
