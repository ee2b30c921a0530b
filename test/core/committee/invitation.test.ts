import { describe, expect, it } from "vitest";
import type { Command } from "../../../src/core/committee/commands.ts";
import type { CommitteeEvent } from "../../../src/core/committee/events.ts";
import { type GivenCommittee, given } from "../../support/given.ts";
import {
  addressOf,
  inviteDay,
  invitedCommittee,
  item,
  linked,
  reached,
  withAddress,
} from "../../support/invited-committee.ts";
import { day, time } from "../../support/keys.ts";
import { advisor, guest, officePerson, seat, substitute, voter } from "../../support/small-committee.ts";

const draft = { type: "DraftInvitation", afresh: false, links: [], papers: [] } as const satisfies Command;
const send = { type: "SendInvitation", urgent: false, otherwise: [] } as const satisfies Command;

const at = (date: string) => ({ today: day(date) });
const early = at("2023-01-27");

const planning = (settings: Readonly<Record<string, unknown>> = {}) => given([...invitedCommittee(settings), reached]);
const drafted = (settings: Readonly<Record<string, unknown>> = {}) =>
  planning(settings).when(draft, early).thenAccepted();
const sent = () => drafted().when(send, early).thenAccepted();

const moved = (date: string): CommitteeEvent => ({
  type: "MeetingMoved",
  meeting: 1,
  appointment: { date: day(date), from: time("10:00") },
});

function editions({ state }: GivenCommittee) {
  return state.invitations.get(1)?.editions ?? [];
}

function draftOf({ state }: GivenCommittee) {
  return state.invitations.get(1)?.draft?.text;
}

describe("the draft of an invitation", () => {
  it("says what the record says, with the usual days", () => {
    const { state } = drafted({ "agenda.proposals": { n: 7, count: "nthDayBefore" } });
    expect(state.invitations.get(1)?.draft?.text).toEqual({
      ordinal: 1,
      appointment: { date: inviteDay, from: "09:00", to: "12:00" },
      place: "Kreishaus",
      items: [
        { title: "Begrüßung", public: true, deciding: false },
        { title: "Bericht", public: true, deciding: true },
      ],
      links: [],
      papers: [],
      hints: ["substitute"],
      answerBy: "2023-02-10",
      proposalsUntil: "2023-02-10",
    });
  });

  it("marks what was proposed late, and asks nobody to send a substitute where the rules know none", () => {
    const late: CommitteeEvent = {
      type: "AgendaItemAdded",
      item: 3,
      meeting: 1,
      content: { title: "Spät", public: false, deciding: true, minutes: 5 },
      arrival: "late",
    };
    const text = draftOf(planning({ "membership.proxy": "none" }).and([late]).when(draft, early).thenAccepted());
    expect(text?.items.at(-1)).toEqual({ title: "Spät", public: false, deciding: true, minutes: 5, late: true });
    expect(text?.hints).toEqual([]);
  });

  it("is refused as unchanged, and keeps what is not said anew unless begun afresh", () => {
    const words = {
      ...draft,
      note: "Bringen Sie Zahlen mit.",
      links: ["https://kreis.example/a"],
      papers: ["Bericht.pdf"],
    };
    const first = planning()
      .when({ ...words, answerBy: day("2023-02-01") }, early)
      .thenAccepted();
    first.when({ ...words, answerBy: day("2023-02-01") }, early).thenRefused("DraftUnchanged");
    first.when(draft, early).thenRefused("DraftUnchanged");
    const other = draftOf(first.when({ ...draft, papers: ["Neu.pdf"] }, early).thenAccepted());
    expect(other).toMatchObject({ note: "Bringen Sie Zahlen mit.", papers: ["Neu.pdf"], answerBy: "2023-02-01" });
    const afresh = draftOf(first.when({ ...draft, afresh: true }, early).thenAccepted());
    expect(afresh).toMatchObject({ links: [], papers: [], answerBy: "2023-02-10" });
    expect(afresh?.note).toBeUndefined();
  });

  it.each([
    ["2023-02-09", "2023-02-10"],
    ["2023-02-10", "2023-02-16"],
    ["2023-02-16", "2023-02-16"],
    ["2023-02-17", undefined],
  ])("of %s wants answers by %s", (today, answerBy) => {
    expect(draftOf(planning().when(draft, at(today)).thenAccepted())?.answerBy).toBe(answerBy);
  });

  it("wants no answers before today or after the meeting", () => {
    const wanting = (answerBy: string) => planning().when({ ...draft, answerBy: day(answerBy) }, at("2023-02-01"));
    wanting("2023-01-31").thenRefused("AnswerDayWrong");
    wanting("2023-02-18").thenRefused("AnswerDayWrong", { meeting: inviteDay });
    wanting("2023-02-01").thenAccepted();
    wanting("2023-02-17").thenAccepted();
  });

  it.each([
    ["http://kreis.example", "notHttps"],
    ["ftp://kreis.example", "notHttps"],
    ["javascript:alert(1)", "notHttps"],
    ["https://kreis.example/a b", "notHttps"],
    ["kreis.example", "notHttps"],
    ["https://ich:geheim@kreis.example", "credentials"],
    ["https://ich@kreis.example", "credentials"],
  ] as const)("refuses the link %s: %s", (link, problem) => {
    planning()
      .when({ ...draft, links: ["https://kreis.example/ä", link] }, early)
      .thenRefused("InvitationLinkRefused", { link, problem });
  });

  it.each([
    "../a.pdf",
    "a/b.pdf",
    "a\\b.pdf",
    ".env",
    "",
    "a..pdf",
    "a b.pdf",
    "a\u202Efdp.exe",
    `${"a".repeat(200)}.pdf`,
  ])("refuses the paper %j", (name) => {
    planning()
      .when({ ...draft, papers: ["Bericht_2.final.pdf", name] }, early)
      .thenRefused("PaperNameRefused", { name });
  });

  it("has at most ten links and ten papers", () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `${index}.pdf`);
    planning()
      .when({ ...draft, papers: many(10) }, early)
      .thenAccepted();
    planning()
      .when({ ...draft, papers: many(11) }, early)
      .thenRefused("TooManyEnclosures", { what: "papers", most: 10 });
    const links = many(11).map((name) => `https://kreis.example/${name}`);
    planning()
      .when({ ...draft, links }, early)
      .thenRefused("TooManyEnclosures", { what: "links" });
  });

  it("is for a meeting to come, and for those who lead", () => {
    given(invitedCommittee())
      .when({ ...draft, meeting: 9 }, early)
      .thenRefused("NoMeeting");
    planning()
      .when({ ...draft, meeting: 1 }, at("2023-02-18"))
      .thenRefused("DateIsPast");
    planning()
      .when(draft, { ...early, actor: voter(2) })
      .thenRefused("NotAllowed");
    const cancelled: CommitteeEvent = { type: "MeetingCancelled", meeting: 1, reason: "x" };
    planning().and([cancelled]).when(draft, early).thenRefused("NoMeeting");
  });
});

describe("the sending of an invitation", () => {
  it("goes out as drafted, to everybody but guests, and is the call of today", () => {
    const outcome = drafted().when(send, { ...early, time: time("10:00") });
    outcome.thenTypes(["InvitationSent", "InvitationRecorded"]);
    expect(outcome.result).toMatchObject({
      ok: true,
      value: {
        events: [
          { edition: 1, kind: "invitation", sequence: 0, revision: 0 },
          { sent: "2023-01-27", time: "10:00", notInvited: [], missing: [], urgent: false, timely: true },
        ],
        jobs: [
          { id: "rueckmeldung-1-early", day: "2023-02-03" },
          { id: "rueckmeldung-1-late", day: "2023-02-08" },
        ],
      },
    });
    const [edition] = editions(outcome.thenAccepted());
    expect(edition?.recipients).toEqual([
      ...[1, 2, 3].map((n) => ({ person: voter(n), address: addressOf(n) })),
      { person: voter(4) },
      { person: voter(5) },
      { person: substitute(1) },
      { person: substitute(2) },
      // A guest by role, and holder of the office.
      { person: officePerson },
      { person: advisor },
    ]);
    expect(edition?.recipients.map(({ person }) => person)).not.toContain(guest);
  });

  it("needs a draft that still holds", () => {
    planning().when(send, early).thenRefused("NoDraft", { date: inviteDay });
    drafted()
      .and([item(3, "Neu", true)])
      .when(send, early)
      .thenRefused("DraftOutdated");
    drafted()
      .and([moved("2023-02-24")])
      .when(send, early)
      .thenRefused("DraftOutdated");
    const soon = planning()
      .when({ ...draft, answerBy: day("2023-01-28") }, early)
      .thenAccepted();
    soon.when(send, at("2023-01-29")).thenRefused("DraftOutdated");
    soon.when(send, at("2023-01-28")).thenAccepted();
  });

  it("does not go out twice", () => {
    sent().when(send, early).thenRefused("AlreadySent", { kind: "invitation", date: inviteDay });
    // The same draft anew is no change either.
    sent().when(draft, early).thenRefused("DraftUnchanged");
  });

  it("goes out again as an update once the text is another one, under the call that stands", () => {
    const changed = sent()
      .and([item(3, "Neu", true)])
      .when(draft, at("2023-02-10"))
      .thenAccepted();
    const outcome = changed.when(send, at("2023-02-10"));
    outcome.thenTypes(["InvitationSent"]);
    expect(editions(outcome.thenAccepted())[1]).toMatchObject({ edition: 2, kind: "update", sequence: 1, revision: 0 });
  });

  it("is sent on to those alone who are new or have another address", () => {
    const other = sent().and([withAddress(2, "neu@traeger.example")]);
    const outcome = other.when(send, at("2023-02-15"));
    outcome.thenTypes(["InvitationSent"]);
    const after = outcome.thenAccepted();
    expect(editions(after)[1]).toMatchObject({ edition: 2, kind: "invitation", sequence: 0 });
    expect(editions(after)[1]?.recipients).toContainEqual({ person: voter(2), address: "neu@traeger.example" });
    after.when(send, at("2023-02-15")).thenRefused("AlreadySent");
  });

  it("names the day it was moved from, and has a new period to keep", () => {
    const later = sent()
      .and([moved("2023-02-24")])
      .when(draft, at("2023-02-09"))
      .thenAccepted();
    expect(draftOf(later)?.movedFrom).toEqual({ date: inviteDay, from: "09:00", to: "12:00" });
    const outcome = later.when(send, at("2023-02-09"));
    outcome.thenTypes(["InvitationSent", "InvitationRecorded"]);
    const after = outcome.thenAccepted();
    expect(editions(after)[1]).toMatchObject({ kind: "update", sequence: 2, revision: 1 });
    // It is told as moved from the same day in every further edition.
    const changed = after
      .and([item(3, "Neu", true)])
      .when(draft, at("2023-02-10"))
      .thenAccepted();
    expect(draftOf(changed)?.movedFrom).toMatchObject({ date: inviteDay });
    later.when(send, at("2023-02-10")).thenRefused("CallTooLate", { act: "send" });
  });

  it("is not told as moved where nobody was invited to the old day", () => {
    expect(
      draftOf(
        planning()
          .and([moved("2023-02-24")])
          .when(draft, early)
          .thenAccepted(),
      )?.movedFrom,
    ).toBeUndefined();
  });

  it("is refused after the period, unless urgent as the rules have it", () => {
    const late = at("2023-02-03");
    const inTime = { "invite.urgent": { allowed: true, reasonRequired: true } };
    drafted(inTime).when(send, at("2023-02-02")).thenAccepted();
    drafted(inTime).when(send, late).thenRefused("CallTooLate", { act: "send" });
    drafted(inTime)
      .when({ ...send, urgent: true }, late)
      .thenRefused("CallTooLate");
    const urgent = drafted(inTime).when({ ...send, urgent: true, reason: "Frist des Landes" }, late);
    expect(urgent.result).toMatchObject({
      value: { events: [{ type: "InvitationSent" }, { urgent: true, reason: "Frist des Landes", timely: false }] },
    });
    drafted({ "invite.urgent": { allowed: false, reasonRequired: false } })
      .when({ ...send, urgent: true, reason: "Frist" }, late)
      .thenRefused("CallTooLate");
    drafted({ "invite.binding": "should" }).when(send, late).thenAccepted();
  });

  it("takes the place of a call with a defect, and leaves one that stood alone", () => {
    const recorded = { type: "RecordInvitation", notInvited: [], urgent: false, regardless: true } as const;
    const proper = drafted().when(recorded, early).thenAccepted();
    proper.when(send, at("2023-02-10")).thenTypes(["InvitationSent"]);
    const forgotten = drafted()
      .when({ ...recorded, notInvited: [seat(2)] }, early)
      .thenAccepted();
    forgotten.when(send, early).thenTypes(["InvitationSent", "InvitationRecorded"]);
    forgotten.when(send, at("2023-02-10")).thenTypes(["InvitationSent"]);
  });

  it("is refused where something is missing that it has to say", () => {
    const { type: _, ...place } = { type: "x", meeting: 1, appointment: { date: inviteDay, from: time("09:00") } };
    const withoutPlace = given([...invitedCommittee().filter(({ type }) => type !== "MeetingScheduled"), reached]);
    const bare = withoutPlace
      .and([{ type: "MeetingScheduled", ...place }])
      .when(draft, early)
      .thenAccepted();
    bare.when(send, early).thenRefused("InvitationIncomplete", { act: "send" });
  });

  it("reaches every seat, or the office does", () => {
    const unreached = given(invitedCommittee()).when(draft, early).thenAccepted();
    unreached.when(send, early).thenRefused("SeatsUnreachable", { seats: [seat(5)] });
    unreached.when({ ...send, otherwise: [seat(5)] }, early).thenAccepted();
    unreached.when({ ...send, otherwise: [seat(9)] }, early).thenRefused("UnknownSeat", { seat: seat(9) });
    // A substitute with an account is enough.
    given([...invitedCommittee().filter(({ type }) => type !== "AccountLinked"), linked(substitute(2)), reached])
      .when(draft, early)
      .thenAccepted()
      .when(send, early)
      .thenRefused("SeatsUnreachable", { seats: [seat(4)] });
  });

  it("cannot be taken back", () => {
    sent().when({ type: "RevertLast" }, early).thenRefused("NotRevertible");
  });
});
