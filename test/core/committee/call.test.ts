import { describe, expect, it } from "vitest";
import type { Command } from "../../../src/core/committee/commands.ts";
import type { CommitteeEvent } from "../../../src/core/committee/events.ts";
import { quorumNow } from "../../../src/core/committee/quorum-now.ts";
import { entry } from "../../../src/core/kernel/table.ts";
import { given } from "../../support/given.ts";
import { day, instant, time } from "../../support/keys.ts";
import { meetingDay, officePerson, seat, smallCommittee, voter } from "../../support/small-committee.ts";

const planned: CommitteeEvent = {
  type: "MeetingScheduled",
  meeting: 1,
  appointment: { date: day("2023-02-17") },
  place: "Kreishaus",
};
const item: CommitteeEvent = {
  type: "AgendaItemAdded",
  item: 1,
  meeting: 1,
  content: { title: "Bericht", public: true, deciding: true },
};
const call = { type: "RecordInvitation", notInvited: [], urgent: false, regardless: false } as const satisfies Command;

/** Five seats, everything said in the invitation but the start, which these rules do not ask for. */
const planning = (settings: Readonly<Record<string, unknown>> = {}) => {
  const wanted = Object.entries({ "invite.required": ["ort", "tagesordnung"], ...settings });
  const rules = Object.fromEntries(wanted.map(([path, value]) => [path, { value }]));
  return given([...smallCommittee({ rules }), planned, item]);
};

const at = (date: string) => ({ today: day(date) });
const opened: CommitteeEvent = { type: "MeetingOpened", meeting: 1, chairedBy: officePerson };
const present = (n: number): CommitteeEvent => ({
  type: "AttendanceRecorded",
  person: voter(n),
  seat: seat(n),
  status: "present",
  late: false,
});
const allFive = [1, 2, 3, 4, 5].map(present);

describe("the record of the call", () => {
  it("keeps the days and the numbers of its ruling", () => {
    planning()
      .when({ ...call, sent: day("2023-02-01"), received: day("2023-02-02") }, at("2023-02-03"))
      .thenEvents([
        {
          type: "InvitationRecorded",
          meeting: 1,
          sent: day("2023-02-01"),
          received: day("2023-02-02"),
          notInvited: [],
          missing: [],
          urgent: false,
          timely: true,
          clearDays: 14,
          latest: day("2023-02-02"),
        },
      ])
      .when({ ...call, sent: day("2023-02-01"), received: day("2023-02-02") }, at("2023-02-04"))
      .thenRefused("InvitationUnchanged");
  });

  it("is refused if late under a Muss, unless urgent with a reason or entered regardless", () => {
    const late = at("2023-02-03");
    planning().when(call, late).thenRefused("CallTooLate");
    planning()
      .when({ ...call, urgent: true }, late)
      .thenRefused("CallTooLate");
    planning()
      .when({ ...call, urgent: true, reason: "Frist des Landes" }, late)
      .thenAccepted();
    // Regardless does not stand for the reason that urgency needs.
    planning()
      .when({ ...call, urgent: true, regardless: true }, late)
      .thenRefused("CallTooLate");
    planning()
      .when({ ...call, regardless: true }, late)
      .thenAccepted();
    planning({ "invite.binding": "should" }).when(call, late).thenAccepted();
  });

  it("does not take urgency for more than it is where the period is kept", () => {
    const { result } = planning().when({ ...call, urgent: true, reason: "Eile" }, at("2023-02-02"));
    expect(result).toMatchObject({ ok: true, value: { events: [{ urgent: false, timely: true }] } });
  });

  it("is refused with days that cannot be, unknown seats, missing content, and without a meeting", () => {
    planning()
      .when({ ...call, sent: day("2023-02-02") }, at("2023-02-01"))
      .thenRefused("InvitationDays");
    planning()
      .when({ ...call, sent: day("2023-02-01"), received: day("2023-01-31") }, at("2023-02-01"))
      .thenRefused("InvitationDays", { problem: "receivedBeforeSent" });
    planning()
      .when({ ...call, notInvited: [seat(9)] }, at("2023-02-01"))
      .thenRefused("UnknownSeat");
    planning({ "invite.required": ["ort", "beginn"] })
      .when(call, at("2023-02-01"))
      .thenRefused("InvitationIncomplete");
    given(smallCommittee()).when(call).thenRefused("NoMeeting");
  });

  it("counts what comes after the time limit as of the next day", () => {
    const limited = { "invite.cutoff": "12:00" };
    planning(limited)
      .when(call, { ...at("2023-02-02"), time: time("12:00") })
      .thenAccepted();
    planning(limited)
      .when(call, { ...at("2023-02-02"), time: time("12:01") })
      .thenRefused("CallTooLate");
  });
});

describe("an objection to the call", () => {
  const lateCall = () =>
    planning()
      .when({ ...call, regardless: true }, at("2023-02-10"))
      .thenAccepted();
  const objection = { type: "ObjectToCall", text: "zu spät" } as const;
  const today = { today: day("2023-02-17"), now: instant("2023-02-17T09:00:00.000Z") };
  const quorumOf = (past: ReturnType<typeof lateCall>) => {
    const meeting = entry(past.state.meetings.meetings, 1);
    if (meeting === undefined) throw new Error("no meeting");
    return quorumNow(past.state, meeting, day("2023-02-17"));
  };

  it("takes the power to decide, once per seat", () => {
    const here = lateCall().and([opened, ...allFive.slice(0, 4)]);
    expect(quorumOf(here).quorate).toBe(true);
    const objected = here.when(objection, { ...today, actor: voter(2) }).thenAccepted();
    expect(quorumOf(objected)).toMatchObject({ quorate: false, reason: "callDefect" });
    objected.when(objection, { ...today, actor: voter(2) }).thenRefused("CallObjectionUnchanged");
  });

  it("may come before the meeting, and comes too late once an item was called", () => {
    const before = lateCall()
      .when(objection, { ...at("2023-02-12"), actor: voter(1) })
      .thenAccepted();
    expect(quorumOf(before.and([opened, ...allFive])).quorate).toBe(false);
    const called = lateCall().and([opened, ...allFive, { type: "AgendaItemCalled", item: 1 }]);
    const late = called.when(objection, { ...today, actor: voter(1) });
    expect(late.result).toMatchObject({ ok: true, value: { events: [{ inTime: false }] } });
    expect(quorumOf(late.thenAccepted()).quorate).toBe(true);
  });

  it("is for those who vote, and changes nothing where the call was in order or is not known", () => {
    lateCall()
      .when(objection, { ...today, actor: officePerson })
      .thenRefused("NotAllowed");
    const unknown = planning()
      .when(objection, { ...today, actor: voter(1) })
      .thenAccepted();
    expect(quorumOf(unknown.and([opened, ...allFive])).quorate).toBe(true);
    const proper = planning().when(call, at("2023-02-01")).thenAccepted();
    const objected = proper.when(objection, { ...today, actor: voter(1) }).thenAccepted();
    expect(quorumOf(objected.and([opened, ...allFive])).quorate).toBe(true);
  });

  it("is not needed by a seat that was not invited and stays away", () => {
    const forgotten = planning()
      .when({ ...call, notInvited: [seat(5)] }, at("2023-02-01"))
      .thenAccepted();
    const without = forgotten.and([opened, ...allFive.slice(0, 4)]);
    expect(quorumOf(without)).toMatchObject({ quorate: false, reason: "callDefect" });
    // Taking part without objecting cures it; objecting does not.
    expect(quorumOf(without.and([present(5)]))).toMatchObject({ quorate: true });
    const objected = without
      .and([present(5)])
      .when(objection, { ...today, actor: voter(5) })
      .thenAccepted();
    expect(quorumOf(objected).quorate).toBe(false);
  });

  it("can be taken back like every entry, by whoever may correct the record", () => {
    const past = planning()
      .when({ ...call, regardless: true }, at("2023-02-10"))
      .thenAccepted();
    const back = past.when({ type: "RevertLast" }, at("2023-02-10")).thenAccepted();
    expect(entry(back.state.meetings.meetings, 1)?.invitation).toBeUndefined();
  });
});

describe("a proposal for the agenda", () => {
  const propose = { type: "AddAgendaItem", title: "Spät", public: true, deciding: true } as const;

  it("is late after the last day, for a meeting that was known by then", () => {
    const early = planning().when(propose, { ...at("2023-02-10"), actor: voter(1) });
    expect(early.result).not.toMatchObject({ ok: true, value: { events: [{ arrival: "late" }] } });
    const late = planning().when(propose, { ...at("2023-02-11"), actor: voter(1) });
    expect(late.result).toMatchObject({ ok: true, value: { events: [{ arrival: "late" }] } });
  });

  it("is not late for a meeting that came about on the day", () => {
    const sudden = given(smallCommittee()).when({ type: "OpenMeeting", place: "Kreishaus" }).thenAccepted();
    const { result } = sudden.when(propose, { today: meetingDay, actor: voter(1) });
    expect(result).not.toMatchObject({ ok: true, value: { events: [{ arrival: "late" }] } });
  });

  it.each([
    ["debateOnly", true, false],
    ["refuse", false, false],
    ["allowed", true, true],
  ] as const)("may with „%s“ be called: %s, voted on: %s", (unannounced, mayCall, mayVote) => {
    const today = { today: day("2023-02-17"), now: instant("2023-02-17T09:00:00.000Z") };
    const meeting = planning({ "agenda.unannounced": unannounced })
      .when(propose, { ...at("2023-02-11"), actor: voter(1) })
      .thenAccepted()
      .and([opened, ...allFive]);
    const called = meeting.when({ type: "CallAgendaItem", item: 2 }, today);
    if (!mayCall) {
      called.thenRefused("ItemNotAnnounced", { title: "Spät" });
      return;
    }
    const moved = called
      .thenAccepted()
      .when({ type: "MoveMotion", text: "Es wird so gemacht." }, { ...today, actor: voter(1) })
      .thenAccepted();
    const ballot = moved.when({ type: "OpenBallot", subject: { kind: "motion", motion: 1 } }, today);
    if (mayVote) ballot.thenAccepted();
    else ballot.thenRefused("ItemNotAnnounced");
    const admitted = moved.and([{ type: "AgendaItemAdmitted", item: 2 }]);
    admitted.when({ type: "OpenBallot", subject: { kind: "motion", motion: 1 } }, today).thenAccepted();
  });
});
