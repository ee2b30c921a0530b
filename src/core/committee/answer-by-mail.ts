import type { MailNoteKind } from "../invitation/events.ts";
import type { MailContent } from "../invitation/mail-reading.ts";
import type { PersonId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { entry } from "../kernel/table.ts";
import type { Meeting } from "../meeting/state.ts";
import { personOn } from "../membership/queries.ts";
import { answerEvent } from "./answer-given.ts";
import { answerNow } from "./answers-now.ts";
import type { CommitteeEvent } from "./events.ts";
import { peopleOfAddress } from "./mail-people.ts";
import { substituteBar } from "./stand-in.ts";
import type { Slices } from "./state.ts";

type Reply = Extract<MailContent, { kind: "reply" }>;

/** What becomes of an answer: it is recorded, the office is told, both, or neither. */
type Taken = { readonly answer?: CommitteeEvent; readonly note?: MailNoteKind };

/**
 * Antwort auf die Einladung mit dem Kalender: recorded if it is to the date that holds now, and newer than what the person said last. A
 * Vertretung counts if it is somebody of the committee who may cast the seat's vote; else the office is told.
 */
export function answerByMail(
  state: Slices,
  reply: Reply,
  { meeting: number, person }: { readonly meeting: number; readonly person: PersonId },
  today: LocalDate,
): Taken {
  const meeting = entry(state.meetings.meetings, number);
  if (meeting === undefined || !isToThisDate(state, meeting, reply)) return { note: "oldDate" };
  if (isOvertaken(state, meeting, person, reply)) return {};
  const { answer, comment, stampedAt } = reply;
  if (answer === "needsAction") return {};
  const standIn = answer === "delegated" ? delegated(state, person, reply, today) : {};
  const event = answerEvent(state, meeting, {
    person,
    answer: answer === "delegated" ? "declined" : answer,
    ...standIn,
    ...(comment === undefined ? {} : { comment }),
    via: "mail",
    ...(stampedAt === undefined ? {} : { stampedAt }),
  });
  if (event === undefined) return {};
  const isForOffice = answer === "delegated" && standIn.substitute === undefined;
  return { answer: event, ...(isForOffice ? { note: "delegated" } : {}) };
}

/** Not to a date before it was moved, nor to a meeting that has begun or was cancelled. */
function isToThisDate({ invitations }: Slices, meeting: Meeting, { sequence }: Reply): boolean {
  const editions = invitations.get(meeting.number)?.editions ?? [];
  const first = editions.find(({ revision }) => revision === meeting.revision);
  return meeting.status === "planned" && first !== undefined && sequence >= first.sequence;
}

/** Mails overtake each other, and what was said in the chat meanwhile: the one given last counts. */
function isOvertaken(state: Slices, meeting: Meeting, person: PersonId, { stampedAt }: Reply): boolean {
  const before = answerNow(state, meeting, person);
  if (before === undefined || stampedAt === undefined) return false;
  return stampedAt < (before.stampedAt ?? before.at);
}

type StandIn = { readonly substitute?: PersonId; readonly substituteName?: string };

function delegated(state: Slices, person: PersonId, { delegatedTo }: Reply, today: LocalDate): StandIn {
  if (delegatedTo === undefined) return {};
  const member = personOn(state.membership, person, today);
  const [substitute, another] = peopleOfAddress(state, delegatedTo, today);
  const isOne = member !== undefined && substitute !== undefined && another === undefined;
  const isPossible = isOne && substituteBar(state, member, substitute, today) === undefined;
  return isPossible ? { substitute } : { substituteName: delegatedTo };
}
