import type { Command } from "../../src/core/committee/commands.ts";
import { decideSystem } from "../../src/core/committee/decide-system.ts";
import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import { meetingUid } from "../../src/core/committee/meeting-uid.ts";
import type { SystemCommand, SystemGiven } from "../../src/core/committee/system-commands.ts";
import type { AttendanceAnswer, InvitationRecipient } from "../../src/core/invitation/events.ts";
import type { MailContent, MailReading } from "../../src/core/invitation/mail-reading.ts";
import type { PersonId } from "../../src/core/kernel/ids.ts";
import { noHolidays } from "../../src/core/kernel/workdays.ts";
import { happened } from "./fold.ts";
import { type GivenCommittee, given } from "./given.ts";
import { accountKey, day, instant, time } from "./keys.ts";
import { advisor, memberSince, smallCommittee, substitute, voter } from "./small-committee.ts";

type Rules = NonNullable<Parameters<typeof smallCommittee>[0]>["rules"];

export const sittingDay = day("2023-02-24");
export const answerDay = day("2023-02-17");
export const addressOf = (person: PersonId): string => `${person}@example.org`;

const invited: readonly PersonId[] = [...[1, 2, 3, 4, 5].map(voter), ...[1, 2].map(substitute), advisor];

/** Everybody can be reached by mail, as the committee file says. */
function withAddress(events: readonly CommitteeEvent[]): readonly CommitteeEvent[] {
  return events.map((event) =>
    event.type === "PersonJoined"
      ? { ...event, record: { ...event.record, email: addressOf(event.record.person) } }
      : event,
  );
}

export const scheduled: CommitteeEvent = { type: "MeetingScheduled", meeting: 1, appointment: { date: sittingDay } };

/** Edition `edition` of the invitation to meeting 1. */
export function sent(
  edition: number,
  more: Partial<Extract<CommitteeEvent, { type: "InvitationSent" }>> = {},
): CommitteeEvent {
  return {
    type: "InvitationSent",
    meeting: 1,
    edition,
    kind: edition === 1 ? "invitation" : "update",
    sequence: edition - 1,
    revision: 0,
    text: {
      ordinal: 1,
      appointment: { date: sittingDay },
      items: [],
      links: [],
      papers: [],
      hints: [],
      answerBy: answerDay,
    },
    recipients: invited.map((person): InvitationRecipient => ({ person, address: addressOf(person) })),
    ...more,
  };
}

export const moved: CommitteeEvent = {
  type: "MeetingMoved",
  meeting: 1,
  appointment: { date: day("2023-03-03") },
};

/** Five voting seats, a meeting planned for 24.02.2023, and nobody invited yet. */
export const planned = (rules: Rules = {}): GivenCommittee =>
  given([...withAddress(smallCommittee({ rules })), scheduled]);

/** The same, invited to by mail. */
export const invitedTo = (rules: Rules = {}): GivenCommittee => planned(rules).and([sent(1)]);

export const linkedTo = (...people: readonly PersonId[]): readonly CommitteeEvent[] =>
  people.map((person) => ({ type: "AccountLinked", person, account: accountKey(`console:${person}`) }));

export const joinedLater = (person: PersonId, email: string): CommitteeEvent => ({
  type: "PersonJoined",
  record: { person, name: "Neu", role: "advisory", email },
  from: memberSince,
});

type Answering = Partial<Extract<Command, { type: "AnswerInvitation" }>>;
export const answer = (said: AttendanceAnswer, more: Answering = {}): Command => ({
  type: "AnswerInvitation",
  answer: said,
  ...more,
});

export const answering = (
  before: GivenCommittee,
  answers: readonly (readonly [PersonId, AttendanceAnswer, Answering?])[],
): GivenCommittee =>
  answers.reduce((one, [actor, said, more]) => one.when(answer(said, more), { actor }).thenAccepted(), before);

/** What the system does on a Friday morning, and the committee after it. */
export function systemDoes(before: GivenCommittee, command: SystemCommand, facts: Partial<SystemGiven> = {}) {
  const now = instant("2023-02-10T09:00:00.000Z");
  const usual = { now, today: day("2023-02-10"), time: time("10:00"), holidays: noHolidays, undelivered: [] };
  const decision = decideSystem(before.state, command, { ...usual, ...facts });
  return { events: decision.events, jobs: decision.jobs ?? [], after: happened(before, decision.events, { at: now }) };
}

export const mailFrom = (from: string, content: MailContent): Extract<SystemCommand, { type: "TakeMail" }> => {
  const mail: MailReading = { from, subject: "AW: Einladung", content };
  return { type: "TakeMail", mail };
};

type ReplyContent = Extract<MailContent, { kind: "reply" }>;

/** The answer of a person's calendar to the invitation to meeting 1. */
export function calendarReply(
  { state }: GivenCommittee,
  person: PersonId,
  said: ReplyContent["answer"],
  more: Partial<ReplyContent> = {},
) {
  const uid = meetingUid(state, 1);
  return mailFrom(addressOf(person), {
    kind: "reply",
    uid,
    attendee: addressOf(person),
    answer: said,
    sequence: 0,
    ...more,
  });
}
