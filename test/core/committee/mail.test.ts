import { describe, expect, it } from "vitest";
import type { CommitteeEvent } from "../../../src/core/committee/events.ts";
import { letterId } from "../../../src/core/committee/meeting-uid.ts";
import type { SystemCommand } from "../../../src/core/committee/system-commands.ts";
import type { MailContent } from "../../../src/core/invitation/mail-reading.ts";
import {
  addressOf,
  answering,
  calendarReply,
  invitedTo,
  joinedLater,
  mailFrom,
  moved,
  planned,
  sent,
  systemDoes,
} from "../../support/answered-invitations.ts";
import type { GivenCommittee } from "../../support/given.ts";
import { instant, personKey } from "../../support/keys.ts";
import { advisor, officePerson, substitute, voter } from "../../support/small-committee.ts";

const events = (before: GivenCommittee, command: SystemCommand) => systemDoes(before, command).events;
const committeeAfter = (before: GivenCommittee, command: SystemCommand): GivenCommittee =>
  before.and(events(before, command), { at: instant("2023-02-10T09:00:00.000Z") });
const notes = (all: readonly CommitteeEvent[]) =>
  all.flatMap((event) => (event.type === "MailNoted" ? [{ kind: event.kind, person: event.person }] : []));
const types = (all: readonly CommitteeEvent[]) => all.map(({ type }) => type);

describe("an answer by the calendar", () => {
  it("is recorded for the person invited, with remark and the time it was given", () => {
    const committee = invitedTo();
    const stampedAt = instant("2023-02-09T12:00:00.000Z");
    const reply = calendarReply(committee, voter(2), "declined", { comment: "Bin im Urlaub", stampedAt });
    expect(events(committee, reply)).toEqual([
      {
        type: "AttendanceAnswered",
        meeting: 1,
        revision: 0,
        person: voter(2),
        answer: "declined",
        comment: "Bin im Urlaub",
        via: "mail",
        stampedAt,
      },
    ]);
  });

  it("is recognized whatever the case of the addresses", () => {
    const committee = planned().and([sent(1, { recipients: [{ person: voter(2), address: "Stimme-2@Example.ORG" }] })]);
    expect(types(events(committee, calendarReply(committee, voter(2), "accepted")))).toEqual(["AttendanceAnswered"]);
  });

  it("counts to the address of an earlier edition too", () => {
    const committee = invitedTo().and([sent(2, { recipients: [{ person: voter(2), address: "neu@example.org" }] })]);
    expect(types(events(committee, calendarReply(committee, voter(2), "accepted")))).toEqual(["AttendanceAnswered"]);
  });

  it("is nothing when only opened, and nothing a second time", () => {
    const committee = invitedTo();
    expect(events(committee, calendarReply(committee, voter(2), "needsAction"))).toEqual([]);
    const once = committeeAfter(committee, calendarReply(committee, voter(2), "accepted"));
    expect(events(once, calendarReply(once, voter(2), "accepted"))).toEqual([]);
    expect(types(events(once, calendarReply(once, voter(2), "declined")))).toEqual(["AttendanceAnswered"]);
  });

  it("that was overtaken is nothing: by a later mail, or by what was said in the chat since", () => {
    const stamped = (text: string) => ({ stampedAt: instant(text) });
    const byMail = committeeAfter(
      invitedTo(),
      calendarReply(invitedTo(), voter(2), "accepted", stamped("2023-02-09T12:00:00.000Z")),
    );
    expect(events(byMail, calendarReply(byMail, voter(2), "declined", stamped("2023-02-09T11:59:59.000Z")))).toEqual(
      [],
    );
    expect(
      events(byMail, calendarReply(byMail, voter(2), "declined", stamped("2023-02-09T12:00:01.000Z"))),
    ).toHaveLength(1);
    const byChat = answering(invitedTo(), [[voter(2), "accepted"]]);
    expect(events(byChat, calendarReply(byChat, voter(2), "declined", stamped("2023-01-27T07:00:00.000Z")))).toEqual(
      [],
    );
    expect(
      events(byChat, calendarReply(byChat, voter(2), "declined", stamped("2023-01-27T09:00:00.000Z"))),
    ).toHaveLength(1);
  });

  it("from another address than the one invited is told to the office, and not recorded", () => {
    const committee = invitedTo();
    const { mail } = calendarReply(committee, voter(2), "accepted");
    const foreign: SystemCommand = { type: "TakeMail", mail: { ...mail, from: "fremd@example.com" } };
    expect(events(committee, foreign)).toEqual([
      {
        type: "MailNoted",
        kind: "foreignSender",
        from: "fremd@example.com",
        subject: "AW: Einladung",
        text: "",
        meeting: 1,
        person: voter(2),
        answer: "accepted",
      },
    ]);
  });

  it("to a date before the meeting was moved is told to the office, also while the new invitation is not out", () => {
    const before = calendarReply(invitedTo(), voter(2), "accepted");
    const waiting = invitedTo().and([moved]);
    expect(notes(events(waiting, before))).toEqual([{ kind: "oldDate", person: voter(2) }]);
    const again = waiting.and([sent(2, { revision: 1, sequence: 2 })]);
    expect(notes(events(again, before))).toEqual([{ kind: "oldDate", person: voter(2) }]);
    expect(types(events(again, calendarReply(again, voter(2), "accepted", { sequence: 2 })))).toEqual([
      "AttendanceAnswered",
    ]);
  });

  it("to an update of the same date counts for either edition", () => {
    const committee = invitedTo().and([sent(2)]);
    for (const sequence of [0, 1])
      expect(types(events(committee, calendarReply(committee, voter(2), "accepted", { sequence })))).toEqual([
        "AttendanceAnswered",
      ]);
  });

  it("after the opening or a cancellation is told to the office", () => {
    const opened = invitedTo().and([{ type: "MeetingOpened", meeting: 1, chairedBy: voter(1) }]);
    const cancelled = invitedTo().and([{ type: "MeetingCancelled", meeting: 1, reason: "x" }]);
    for (const committee of [opened, cancelled])
      expect(notes(events(committee, calendarReply(committee, voter(2), "accepted")))).toEqual([
        { kind: "oldDate", person: voter(2) },
      ]);
  });

  it("by somebody who was not invited, or before anybody was, is told to the office", () => {
    const committee = invitedTo();
    const forwarded = calendarReply(committee, personKey("fremd"), "accepted");
    expect(notes(events(committee, forwarded))).toEqual([{ kind: "notInvited", person: undefined }]);
    expect(notes(events(planned(), calendarReply(planned(), voter(2), "accepted")))).toEqual([
      { kind: "notInvited", person: undefined },
    ]);
  });

  it("from an address that several share is told to the office: whose it is nobody can tell", () => {
    const shared = [voter(1), voter(2)].map((person) => ({ person, address: addressOf(voter(2)) }));
    const committee = planned().and([sent(1, { recipients: shared })]);
    expect(notes(events(committee, calendarReply(committee, voter(2), "accepted")))).toEqual([
      { kind: "sharedAddress", person: undefined },
    ]);
  });

  it("to an entry that is not ours is told to the office if the sender is known, else nothing", () => {
    const committee = invitedTo();
    const elsewhere = { uid: "abc@example.com" };
    expect(notes(events(committee, calendarReply(committee, voter(2), "accepted", elsewhere)))).toEqual([
      { kind: "unknownMeeting", person: voter(2) },
    ]);
    expect(events(committee, calendarReply(committee, personKey("fremd"), "accepted", elsewhere))).toEqual([]);
  });
});

describe("a delegated invitation", () => {
  it("to somebody who may cast the seat's vote names the Vertretung", () => {
    const committee = invitedTo();
    const to = calendarReply(committee, voter(1), "delegated", { delegatedTo: addressOf(substitute(1)) });
    expect(events(committee, to)).toMatchObject([
      { type: "AttendanceAnswered", answer: "declined", substitute: substitute(1) },
    ]);
    const once = committeeAfter(committee, to);
    expect(events(once, to)).toEqual([]);
  });

  it("to anybody else is an Absage with that name, and the office is told", () => {
    const committee = invitedTo();
    for (const delegatedTo of ["neu@example.com", "Herr Neu", addressOf(voter(2))]) {
      const found = events(committee, calendarReply(committee, voter(1), "delegated", { delegatedTo }));
      expect(found).toMatchObject([
        { type: "AttendanceAnswered", answer: "declined", substituteName: delegatedTo },
        { type: "MailNoted", kind: "delegated", text: delegatedTo, person: voter(1) },
      ]);
    }
    expect(types(events(committee, calendarReply(committee, advisor, "delegated")))).toEqual([
      "AttendanceAnswered",
      "MailNoted",
    ]);
  });
});

describe("a counter-proposal", () => {
  const counter = (person: Parameters<typeof addressOf>[0], from = addressOf(person)) => {
    const { mail } = calendarReply(invitedTo(), person, "accepted");
    const content = mail.content.kind === "reply" ? mail.content : undefined;
    return mailFrom(from, {
      kind: "counter",
      uid: content?.uid ?? "",
      attendee: addressOf(person),
      proposal: "01.03.2023, 10:00",
    });
  };

  it("is told to the office, with the date proposed, and nothing is recorded", () => {
    expect(events(invitedTo(), counter(voter(2)))).toMatchObject([
      { type: "MailNoted", kind: "counterProposal", text: "01.03.2023, 10:00", person: voter(2), meeting: 1 },
    ]);
    expect(notes(events(invitedTo(), counter(voter(2), "fremd@example.com")))).toEqual([
      { kind: "foreignSender", person: voter(2) },
    ]);
  });
});

describe("a letter that came back", () => {
  const bounce = (more: Partial<Extract<MailContent, { kind: "bounce" }>> = {}) =>
    mailFrom("mailer-daemon@example.org", {
      kind: "bounce",
      address: addressOf(voter(2)),
      isPermanent: true,
      messageIds: [],
      diagnosis: "550 5.1.1 unknown",
      ...more,
    });
  const recorded = (edition: number) => ({
    type: "DispatchRecorded",
    meeting: 1,
    edition,
    person: voter(2),
    address: addressOf(voter(2)),
    outcome: "bounced",
    answer: "550 5.1.1 unknown",
  });

  it("is recorded for the letter it names, whatever address it names beside", () => {
    const committee = invitedTo().and([sent(2)]);
    const id = `<${letterId(committee.state, { meeting: 1, edition: 1, person: voter(2) })}@example.org>`;
    expect(events(committee, bounce({ messageIds: ["<x@y>", id], address: "umgeleitet@example.com" }))).toEqual([
      recorded(1),
    ]);
  });

  it("is recorded for the newest letter to the address, where it names none; a second time is nothing", () => {
    const committee = invitedTo().and([sent(2)]);
    expect(events(committee, bounce())).toEqual([recorded(2)]);
    expect(events(committeeAfter(committee, bounce()), bounce())).toEqual([]);
  });

  it("is nothing if it is only delayed, and nothing for an address we never wrote to", () => {
    expect(events(invitedTo(), bounce({ isPermanent: false }))).toEqual([]);
    expect(events(invitedTo(), bounce({ address: "fremd@example.com" }))).toEqual([]);
    const unknown = `<${letterId(planned().state, { meeting: 9, edition: 1, person: voter(2) })}@example.org>`;
    expect(events(planned(), bounce({ messageIds: [unknown] }))).toEqual([]);
  });
});

describe("any other mail", () => {
  const text = {
    kind: "text",
    text: "Ich komme leider nicht.",
    messageIds: [letterId(invitedTo().state, { meeting: 1, edition: 1, person: voter(2) })],
  } as const;

  it("in free words is told to the office, with the meeting it answers; from strangers it is nothing", () => {
    expect(events(invitedTo(), mailFrom(addressOf(voter(2)), text))).toEqual([
      {
        type: "MailNoted",
        kind: "freeText",
        from: addressOf(voter(2)),
        subject: "AW: Einladung",
        text: "Ich komme leider nicht.",
        meeting: 1,
        person: voter(2),
      },
    ]);
    expect(events(invitedTo(), mailFrom("fremd@example.com", text))).toEqual([]);
    const unasked = mailFrom(addressOf(officePerson), { ...text, messageIds: [] });
    expect(events(planned(), unasked)).toMatchObject([{ type: "MailNoted", kind: "freeText", person: officePerson }]);
  });

  it("from an address that several share names nobody", () => {
    const shared = invitedTo().and([joinedLater(personKey("neu"), addressOf(voter(2)))]);
    expect(notes(events(shared, mailFrom(addressOf(voter(2)), text)))).toEqual([
      { kind: "freeText", person: undefined },
    ]);
  });

  it("that cannot be read or is too large is told to the office, if the sender is known", () => {
    const unreadable = { kind: "unreadable", reason: "kaputt" } as const;
    const tooLarge = { kind: "tooLarge", bytes: 10_000_000 } as const;
    expect(notes(events(invitedTo(), mailFrom(addressOf(voter(2)), unreadable)))).toEqual([
      { kind: "unreadable", person: voter(2) },
    ]);
    expect(notes(events(invitedTo(), mailFrom(addressOf(voter(2)), tooLarge)))).toEqual([
      { kind: "tooLarge", person: voter(2) },
    ]);
    for (const content of [unreadable, tooLarge])
      expect(events(invitedTo(), mailFrom("fremd@example.com", content))).toEqual([]);
  });

  it("that a machine wrote is nothing", () => {
    expect(events(invitedTo(), mailFrom(addressOf(voter(2)), { kind: "automatic" }))).toEqual([]);
  });
});
