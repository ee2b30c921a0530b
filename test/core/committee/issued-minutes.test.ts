import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemsOf } from "../../../src/core/agenda/queries.ts";
import { decideSystem } from "../../../src/core/committee/decide-system.ts";
import { noHolidays } from "../../../src/core/kernel/workdays.ts";
import { type GivenCommittee, given } from "../../support/given.ts";
import { day, instant, personKey, time } from "../../support/keys.ts";
import {
  advisor,
  guest,
  meetingDay,
  officePerson,
  openMeeting,
  smallCommittee,
  voter,
} from "../../support/small-committee.ts";

type Rules = NonNullable<NonNullable<Parameters<typeof smallCommittee>[0]>["rules"]>;

const held = (rules: Rules = {}): GivenCommittee =>
  given([...smallCommittee({ rules }), ...openMeeting(4)])
    .when({ type: "CloseMeeting" })
    .thenAccepted();
const sent = (rules: Rules = {}): GivenCommittee => held(rules).when({ type: "SendMinutes" }).thenAccepted();
const objected = (rules: Rules = {}): GivenCommittee =>
  sent(rules)
    .when({ type: "RaiseMinutesObjection", text: "Es waren vier." }, { actor: voter(1) })
    .thenAccepted();

const lastDay = day("2023-02-10");
const later = { today: day("2023-03-01") };
const approve = { type: "ApproveMinutes" } as const;
const silence: Rules = { "protocol.approval": { value: "silence", paragraph: "§ 9" } };

function nextMeeting(past: GivenCommittee, people = 4): GivenCommittee {
  const present = Array.from({ length: people }, (_, n) => voter(n + 1));
  return past
    .when({ type: "OpenMeeting" }, later)
    .thenAccepted()
    .when({ type: "RecordAttendance", people: present, status: "present" }, later)
    .thenAccepted();
}

const bySystem = (past: GivenCommittee, today: string, planned = lastDay) =>
  decideSystem(
    past.state,
    { type: "ApproveDueMinutes", meeting: 1, lastDay: planned },
    {
      now: instant("2023-02-11T00:00:00.000Z"),
      today: day(today),
      time: time("00:00"),
      holidays: noHolidays,
      undelivered: [],
    },
  );

describe("sending the minutes", () => {
  it("opens the period for objections", () => {
    held()
      .when({ type: "SendMinutes" })
      .thenEvents([{ type: "MinutesSent", meeting: 1, sentOn: meetingDay, lastDay }]);
  });

  it("is refused twice, before the meeting, for tomorrow, and while the meeting runs", () => {
    sent().when({ type: "SendMinutes" }).thenRefused("MinutesAlreadySent", { lastDay });
    held()
      .when({ type: "SendMinutes", sentOn: day("2023-01-26") })
      .thenRefused("SentOnOutOfRange");
    held()
      .when({ type: "SendMinutes", sentOn: day("2023-01-28") })
      .thenRefused("SentOnOutOfRange");
    given([...smallCommittee(), ...openMeeting(4)])
      .when({ type: "SendMinutes", meeting: 1 })
      .thenRefused("NoMinutesYet", { isRunning: true });
  });

  it("moves a last day on a holiday to the next workday", () => {
    const holidays = new Set([lastDay]);
    held()
      .when({ type: "SendMinutes" }, { holidays })
      .thenEvents([{ type: "MinutesSent", meeting: 1, sentOn: meetingDay, lastDay: day("2023-02-13") }]);
  });

  it("can be taken back until somebody has objected", () => {
    sent().when({ type: "RevertLast" }).thenTypes(["EntryReverted"]);
    objected().when({ type: "RevertLast" }).thenRefused("DependedOn");
  });
});

describe("an objection", () => {
  const raise = { type: "RaiseMinutesObjection", text: "Es waren vier." } as const;

  it("is in time until the end of the last day, then kept and not considered", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), (days) => {
        const today = day(new Date(Date.UTC(2023, 0, 27 + days)).toISOString().slice(0, 10));
        const { result } = sent().when(raise, { actor: advisor, today });
        const [event] = result.ok ? result.value.events : [];
        expect(event).toMatchObject({ type: "MinutesObjectionRaised", isInTime: today <= lastDay });
      }),
      { numRuns: 31 },
    );
  });

  it("is not for guests, needs minutes that were sent, and counts once", () => {
    sent().when(raise, { actor: guest }).thenRefused("NotAllowed");
    held().when(raise, { actor: advisor }).thenRefused("MinutesNotSent");
    objected()
      .when(raise, { actor: voter(1) })
      .thenRefused("SameObjection", { objection: 1 });
  });

  it("needs a reason where the rules ask for one", () => {
    const rules: Rules = { "protocol.objectionNeedsReason": { value: true } };
    sent(rules).when(raise, { actor: advisor }).thenRefused("ObjectionNeedsReason");
    sent(rules)
      .when({ ...raise, reason: "So steht es in der Vorlage." }, { actor: advisor })
      .thenTypes(["MinutesObjectionRaised"]);
  });

  it("puts the minutes on the next agenda though silence would approve them", () => {
    const planned = sent(silence)
      .when({ type: "ScheduleMeeting", appointment: { date: day("2023-03-01") } })
      .thenTypes(["MeetingScheduled"]);
    const added = planned.when(raise, { actor: voter(1) }).thenTypes(["MinutesObjectionRaised", "AgendaItemAdded"]);
    expect(itemsOf(added.state.agenda, 2).map(({ title }) => title)).toEqual([
      "Einwendungen gegen das Protokoll vom 27.01.2023",
    ]);
  });
});

describe("approval", () => {
  it("by the next meeting: quorate, after the period, with no objection open", () => {
    sent().when(approve).thenRefused("ObjectionPeriodRuns", { lastDay });
    sent().when(approve, later).thenRefused("NoMeetingOpen");
    nextMeeting(sent(), 1).when(approve, later).thenRefused("NotQuorate");
    nextMeeting(objected())
      .when(approve, later)
      .thenRefused("ObjectionsOpen", { objections: [1] });
    nextMeeting(objected())
      .when({ type: "SettleMinutesObjection", objection: 1, isAccepted: false }, later)
      .thenTypes(["MinutesObjectionSettled"])
      .when(approve, later)
      .thenEvents([{ type: "MinutesApproved", meeting: 1, manner: "meeting", on: later.today, approvedIn: 2 }]);
  });

  it("where only objections are treated, needs no quorum", () => {
    nextMeeting(sent({ "protocol.approval": { value: "objectionsOnly" } }), 1)
      .when(approve, later)
      .thenEvents([
        { type: "MinutesApproved", meeting: 1, manner: "objectionsTreated", on: later.today, approvedIn: 2 },
      ]);
  });

  it("by silence comes by itself the day after the last one, unless somebody objected", () => {
    const approved = {
      type: "MinutesApproved",
      meeting: 1,
      manner: "silence",
      on: day("2023-02-11"),
      paragraph: "§ 9",
    } as const;
    expect(bySystem(sent(silence), "2023-02-11").events).toEqual([approved]);
    expect(bySystem(sent(silence), "2023-02-10").events).toEqual([]);
    expect(bySystem(sent(silence), "2023-02-11", day("2023-02-09")).events).toEqual([]);
    expect(bySystem(objected(silence), "2023-02-11").events).toEqual([]);
    expect(bySystem(sent(), "2023-02-11").events).toEqual([]);
    expect(bySystem(sent(silence).and([approved]), "2023-02-12").events).toEqual([]);
    sent(silence).when(approve, later).thenEvents([approved]);
  });

  it("by signature takes those whom the rules name, each once", () => {
    const signing: Rules = {
      "protocol.approval": { value: "signature" },
      "protocol.sign": { value: ["leitung", "mitglied"] },
    };
    const sign = { type: "SignMinutes" } as const;
    held(signing)
      .when(approve)
      .thenRefused("ApprovedBySignature", { missing: ["leitung", "mitglied"] });
    held(signing)
      .when(sign, { actor: voter(5) })
      .thenRefused("NotASigner");
    const first = held(signing)
      .when(sign, { actor: voter(1) })
      .thenTypes(["MinutesSigned"]);
    first.when(sign, { actor: voter(1) }).thenRefused("AlreadySigned", { missing: ["mitglied"] });
    first.when(sign, { actor: voter(2) }).thenTypes(["MinutesSigned", "MinutesApproved"]);
    held({ ...signing, "protocol.sign": { value: [] } })
      .when(sign)
      .thenRefused("NotASigner", { roles: [] });
  });

  it("is final: no note, no undo behind it, no second approval", () => {
    const noted = sent().when({ type: "TakeNote", grade: "found", text: "Nachtrag", internal: false }).thenAccepted();
    const approved = nextMeeting(noted)
      .and([{ type: "MinutesApproved", meeting: 1, manner: "meeting", on: later.today, approvedIn: 2 }], {
        by: personKey("andere"),
      })
      .when({ type: "CloseMeeting" }, later)
      .thenAccepted();
    approved.when({ ...approve, meeting: 1 }, later).thenRefused("MinutesLocked");
    const locked = sent().and([{ type: "MinutesApproved", meeting: 1, manner: "silence", on: lastDay }], {
      by: voter(1),
    });
    locked.when({ type: "TakeNote", grade: "found", text: "Nachtrag", internal: false }).thenRefused("MinutesLocked");
    locked.when({ type: "RevertLast" }, { actor: officePerson }).thenRefused("MinutesLocked");
    locked.when({ type: "SetReportDetails", reference: "DrS/2023/001" }).thenTypes(["ReportDetailsSet"]);
  });

  it("asks which minutes are meant where several are open", () => {
    const two = nextMeeting(sent()).when({ type: "CloseMeeting" }, later).thenAccepted();
    two.when(approve, later).thenRefused("SeveralMinutesOpen");
  });
});
