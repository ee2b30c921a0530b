import { peopleOfAddress } from "../../core/committee/mail-people.ts";
import type { InvitationEvent } from "../../core/invitation/events.ts";
import { assertNever } from "../../core/kernel/assert-never.ts";
import type { PersonId } from "../../core/kernel/ids.ts";
import { entry } from "../../core/kernel/table.ts";
import { holdersOf } from "../../core/membership/queries.ts";
import {
  aboutMeeting,
  answerChoice,
  answerIs,
  mailNotes,
  mailSubject,
  mailText,
} from "../../texts/announcements-answers.ts";
import type { ReplyChoice } from "../reply.ts";
import { answerCommand } from "./answer-lines.ts";
import { leadership } from "./leadership.ts";
import { type Announcement, choice, type Happened } from "./telling.ts";

type Noted = Extract<InvitationEvent, { type: "MailNoted" }>;

/** Post für die Geschäftsführung: by direct chat alone, since it may hold private words; these as text, whatever they say. */
export function announceMailNote(event: Noted, told: Happened): Announcement {
  const { kind, from, subject, text, answer, meeting: number } = event;
  const meeting = number === undefined ? undefined : entry(told.after.meetings.meetings, number);
  const person = event.person === undefined ? undefined : told.names.person(event.person);
  const [what = "", ...next] = mailNotes[kind]({ from, person });
  const lines = [
    what,
    ...(meeting === undefined ? [] : [aboutMeeting(meeting.appointment)]),
    ...(answer === undefined ? [] : [answerIs(answer)]),
    ...(subject === "" ? [] : [mailSubject(subject)]),
    ...(text === "" ? [] : [mailText(text)]),
    ...next,
  ];
  const choices = choicesFor(event, told);
  return { summons: office(told).map((one) => ({ person: one, lines, choices })) };
}

function office({ after, today }: Happened): readonly PersonId[] {
  const holders = holdersOf(after.membership, "office", today).map(({ person }) => person);
  return holders.length > 0 ? holders : leadership(after, today);
}

/** What the mail says or may mean, to be entered by whoever has read it. The person's key leaves no doubt who is meant. */
function choicesFor(event: Noted, told: Happened): readonly ReplyChoice[] {
  const meeting = event.meeting === undefined ? undefined : entry(told.after.meetings.meetings, event.meeting);
  if (meeting?.status !== "planned") return [];
  const answers = event.answer === undefined ? (["accepted", "declined"] as const) : [event.answer];
  return peopleMeant(event, told).flatMap((one) =>
    answers.map((answer) =>
      choice(answerChoice(answer, told.names.person(one)), `${answerCommand(answer, meeting.appointment)} für @${one}`),
    ),
  );
}

/** For whom an answer may be entered: not to an old date, which says nothing about the new one. */
function peopleMeant({ kind, person, from }: Noted, { after, today }: Happened): readonly PersonId[] {
  switch (kind) {
    case "foreignSender":
    case "counterProposal":
      return person === undefined ? [] : [person];
    case "freeText":
    case "sharedAddress":
      return person === undefined ? peopleOfAddress(after, from, today) : [person];
    case "notInvited":
    case "oldDate":
    case "delegated":
    case "unreadable":
    case "tooLarge":
    case "unknownMeeting":
      return [];
    default:
      return assertNever(kind);
  }
}
