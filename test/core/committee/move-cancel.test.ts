import { describe, expect, it } from "vitest";
import { itemsOf } from "../../../src/core/agenda/queries.ts";
import type { CommitteeEvent } from "../../../src/core/committee/events.ts";
import { nextSequence, sequenceNow } from "../../../src/core/committee/sequence-now.ts";
import type { InvitationText } from "../../../src/core/invitation/events.ts";
import { entry } from "../../../src/core/kernel/table.ts";
import type { Meeting } from "../../../src/core/meeting/state.ts";
import type { RulesRecord } from "../../../src/core/membership/events.ts";
import { type GivenCommittee, given } from "../../support/given.ts";
import { day, time } from "../../support/keys.ts";
import { calledItem, openMeeting, smallCommittee, voter } from "../../support/small-committee.ts";

const at = (date: string) => ({ date: day(date), from: time("09:00"), to: time("12:00") });
const first = at("2023-05-12");
const second = at("2023-09-01");

const scheduled = (meeting: number, appointment: typeof first): CommitteeEvent => ({
  type: "MeetingScheduled",
  meeting,
  appointment,
  place: "Kreishaus",
});

const text: InvitationText = {
  ordinal: 1,
  appointment: first,
  items: [],
  links: [],
  papers: [],
  hints: [],
};

const recipients = [{ person: voter(1), address: "eins@example.org" }, { person: voter(2) }];

function sent(edition: number, kind: "invitation" | "update", sequence: number, revision = 0): CommitteeEvent {
  return { type: "InvitationSent", meeting: 1, edition, kind, sequence, revision, text, recipients };
}

const called: CommitteeEvent = {
  type: "InvitationRecorded",
  meeting: 1,
  sent: day("2023-04-20"),
  notInvited: [],
  missing: [],
  urgent: false,
  timely: true,
  clearDays: 21,
  latest: day("2023-04-27"),
};

const planned = (events: readonly CommitteeEvent[] = [], rules: RulesRecord["settings"] = {}): GivenCommittee =>
  given([...smallCommittee({ rules }), scheduled(1, first), ...events]);

const move = { type: "MoveMeeting", appointment: at("2023-05-19"), urgent: false } as const;
const cancel = { type: "CancelMeeting", reason: "Zu viele sind krank.", confirmed: true } as const;
const before = { today: day("2023-04-24"), time: time("10:00") };

function meetingOf({ state }: GivenCommittee, number = 1): Meeting {
  const found = entry(state.meetings.meetings, number);
  if (found === undefined) throw new Error(`no meeting ${number}`);
  return found;
}

describe("moving a meeting", () => {
  it("keeps place and, if none is said, the times", () => {
    const moved = planned()
      .when({ type: "MoveMeeting", appointment: { date: day("2023-05-19") }, reason: "Raum belegt", urgent: false })
      .thenEvents([{ type: "MeetingMoved", meeting: 1, appointment: at("2023-05-19"), reason: "Raum belegt" }]);
    expect(meetingOf(moved)).toMatchObject({ appointment: at("2023-05-19"), place: "Kreishaus", revision: 1 });
    moved.when(move).thenRefused("MeetingUnchanged", { date: day("2023-05-19") });
  });

  it("is refused without a planned meeting, into the past, onto another meeting, by somebody else", () => {
    given(smallCommittee()).when(move).thenRefused("NoMeeting");
    planned()
      .when({ ...move, appointment: at("2023-01-26") })
      .thenRefused("DateIsPast");
    planned([scheduled(2, second)])
      .when({ ...move, meeting: 1, appointment: second })
      .thenRefused("MeetingAlreadyPlanned", { meeting: 2 });
    planned()
      .when(move, { actor: voter(2) })
      .thenRefused("NotAllowed");
    planned([{ type: "MeetingCancelled", meeting: 1, reason: "krank" }])
      .when({ ...move, meeting: 1 })
      .thenRefused("NoMeeting");
  });

  it("asks which, with several planned", () => {
    planned([scheduled(2, second)])
      .when(move)
      .thenRefused("WhichMeeting", { planned: [first.date, second.date] });
  });

  it("may go to the day of a cancelled meeting", () => {
    planned([scheduled(2, second), { type: "MeetingCancelled", meeting: 2, reason: "krank" }])
      .when({ ...move, appointment: second })
      .thenTypes(["MeetingMoved"]);
  });

  it("needs the period of the call for the new day, once the call has gone out", () => {
    const late = { ...move, appointment: at("2023-05-05") };
    planned().when(late, before).thenTypes(["MeetingMoved"]);
    for (const invited of [[called], [sent(1, "invitation", 0)]]) {
      planned(invited)
        .when(late, before)
        .thenRefused("CallTooLate", { act: "move", earliest: day("2023-05-09") });
      planned(invited)
        .when({ ...move, appointment: at("2023-05-09") }, before)
        .thenTypes(["MeetingMoved"]);
    }
  });

  it("is possible later for urgency, with its reason, where the GO has it", () => {
    const late = { ...move, appointment: at("2023-05-05"), urgent: true };
    planned([called]).when(late, before).thenRefused("CallTooLate");
    planned([called])
      .when({ ...late, reason: "Frist des Landes" }, before)
      .thenTypes(["MeetingMoved"]);
    planned([called], { "invite.urgent": { value: { allowed: false, reasonRequired: false } } })
      .when({ ...late, reason: "Frist des Landes" }, before)
      .thenRefused("CallTooLate");
  });

  it("on the same day leaves the call as it is; to another day it takes it away", () => {
    const sameDay = planned([called])
      .when({ ...move, appointment: { ...first, from: time("10:00") } }, { ...before, today: day("2023-05-11") })
      .thenTypes(["MeetingMoved"]);
    expect(meetingOf(sameDay).invitation).toMatchObject({ timely: true });
    const otherDay = planned([called]).when(move, before).thenAccepted();
    expect(meetingOf(otherDay)).not.toHaveProperty("invitation");
  });

  it("raises the sequence of the calendar entry, as updates and a cancellation do", () => {
    const both = (committee: GivenCommittee) => [
      sequenceNow(committee.state, meetingOf(committee)),
      nextSequence(committee.state, meetingOf(committee)),
    ];
    expect(both(planned())).toEqual([0, 0]);
    const invited = planned([sent(1, "invitation", 0)]);
    expect(both(invited)).toEqual([0, 1]);
    const moved = invited.when(move).thenAccepted();
    expect(both(moved)).toEqual([1, 2]);
    const updated = moved.and([sent(2, "update", 2, 1)]);
    expect(both(updated)).toEqual([2, 3]);
    const over = updated.when(cancel).thenAccepted();
    expect(sequenceNow(over.state, meetingOf(over))).toBe(3);
    expect(over.state.invitations.get(1)?.editions.at(-1)).toMatchObject({ kind: "cancellation", sequence: 3 });
  });
});

describe("cancelling a meeting", () => {
  const item = (number: number, meeting: number, title: string): CommitteeEvent => ({
    type: "AgendaItemAdded",
    item: number,
    meeting,
    content: { title, public: true, deciding: true },
  });

  it("is read back first, with whoever was invited", () => {
    const { reason } = cancel;
    planned()
      .when({ ...cancel, confirmed: false })
      .thenRefused("CancelUnconfirmed", { date: first.date, reason, invited: 0 });
    planned([sent(1, "invitation", 0)])
      .when({ ...cancel, confirmed: false })
      .thenRefused("CancelUnconfirmed", { invited: 2 });
    // Called otherwise: everybody it would go to.
    planned([called])
      .when({ ...cancel, confirmed: false })
      .thenRefused("CancelUnconfirmed", { invited: 9 });
  });

  it("leaves nothing planned, and cannot be repeated", () => {
    const over = planned()
      .when(cancel)
      .thenEvents([{ type: "MeetingCancelled", meeting: 1, reason: cancel.reason }]);
    over.when(cancel).thenRefused("NoMeeting");
    over.when({ ...cancel, meeting: 1 }).thenRefused("NoMeeting");
    over.when({ type: "AddAgendaItem", title: "Kita", public: true, deciding: true }).thenRefused("NoMeeting");
    over.when({ type: "ScheduleMeeting", appointment: first }).thenTypes(["MeetingScheduled"]);
    over.when({ type: "OpenMeeting" }, { today: first.date }).thenTypes(["MeetingScheduled", "MeetingOpened"]);
  });

  it("tells whoever was invited in the same way, with the words of the last edition", () => {
    planned([sent(1, "invitation", 0)])
      .when(cancel)
      .thenEvents([
        { type: "MeetingCancelled", meeting: 1, reason: cancel.reason },
        {
          type: "InvitationSent",
          meeting: 1,
          edition: 2,
          kind: "cancellation",
          sequence: 1,
          revision: 0,
          text,
          recipients,
          reason: cancel.reason,
        },
      ]);
  });

  it("sends its items to the next agenda: the one planned already, or the next that is", () => {
    const alone = planned([item(1, 1, "Kita"), item(2, 1, "Haushalt")])
      .when(cancel)
      .thenAccepted();
    expect(alone.state.agenda.adjourned).toEqual([1, 2]);
    const next = alone.when({ type: "ScheduleMeeting", appointment: second }).thenAccepted();
    expect(itemsOf(next.state.agenda, 2).map(({ title }) => title)).toEqual(["Kita", "Haushalt"]);
    const both = planned([scheduled(2, second), item(1, 1, "Kita"), item(2, 2, "Haushalt")])
      .when({ ...cancel, meeting: 1 })
      .thenTypes(["MeetingCancelled", "AgendaItemAdjourned", "AgendaItemAdded"]);
    expect(itemsOf(both.state.agenda, 2).map(({ title, carriedOver }) => [title, carriedOver])).toEqual([
      ["Haushalt", false],
      ["Kita", true],
    ]);
    expect(both.state.agenda.adjourned).toEqual([]);
  });

  it("leaves standing items behind", () => {
    planned([{ ...item(1, 1, "Begrüßung"), standing: "opening" } as CommitteeEvent])
      .when(cancel)
      .thenTypes(["MeetingCancelled"]);
  });

  it("gives back to a repeat meeting what the cancelled one was to repeat", () => {
    const lost = given([...smallCommittee(), ...openMeeting(2), ...calledItem("Haushalt")])
      .when({ type: "MoveMotion", text: "Es werden fünf Plätze geschaffen." })
      .thenAccepted()
      .when({ type: "CloseMeeting" })
      .thenAccepted()
      .when({ type: "ScheduleRepeatMeeting", appointment: { date: day("2023-02-10") }, notice: true })
      .thenAccepted();
    const over = lost.when(cancel).thenEvents([
      { type: "MeetingCancelled", meeting: 2, reason: cancel.reason },
      { type: "AgendaItemAdjourned", item: 2, reason: "inquorate" },
    ]);
    const again = over
      .when({ type: "ScheduleRepeatMeeting", appointment: { date: day("2023-02-17") }, notice: true })
      .thenAccepted();
    expect(meetingOf(again, 3).repeatOf).toBe(1);
    expect(itemsOf(again.state.agenda, 3).map(({ title, deferred }) => [title, deferred])).toEqual([
      ["Haushalt", true],
    ]);
  });
});

describe("what is adjourned while the next meeting is planned already", () => {
  const running = (present: number) =>
    given([...smallCommittee(), ...openMeeting(present), scheduled(2, second), ...calledItem("Haushalt")])
      .when({ type: "AddAgendaItem", title: "Kita", public: true, deciding: true })
      .thenAccepted();

  it("goes onto its agenda when the meeting is closed", () => {
    const closed = running(5).when({ type: "CloseMeeting" }).thenAccepted();
    expect(itemsOf(closed.state.agenda, 2).map(({ title }) => title)).toEqual([
      "Genehmigung des Protokolls vom 27.01.2023",
      "Kita",
    ]);
    expect(closed.state.agenda.adjourned).toEqual([]);
  });

  it("waits for the repeat meeting, if that is why; the one opened without it takes it all the same", () => {
    const closed = running(2).when({ type: "CloseMeeting" }).thenAccepted();
    expect(closed.state.agenda.adjourned).toHaveLength(2);
    const repeated = closed
      .when({ type: "ScheduleRepeatMeeting", appointment: { date: day("2023-02-10") }, notice: true })
      .thenAccepted();
    expect(itemsOf(repeated.state.agenda, 3).map(({ title }) => title)).toEqual(["Haushalt", "Kita"]);
    const opened = closed.when({ type: "OpenMeeting" }, { today: second.date }).thenAccepted();
    expect(itemsOf(opened.state.agenda, 2).map(({ title, arrival }) => [title, arrival])).toEqual([
      ["Genehmigung des Protokolls vom 27.01.2023", undefined],
      ["Haushalt", "atOpening"],
      ["Kita", "atOpening"],
    ]);
  });
});
