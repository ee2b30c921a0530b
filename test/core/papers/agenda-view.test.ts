import { describe, expect, it } from "vitest";
import type { CommitteeEvent } from "../../../src/core/committee/events.ts";
import { agendaView } from "../../../src/core/papers/agenda-view.ts";
import { attendanceView } from "../../../src/core/papers/attendance-view.ts";
import { publicVersion } from "../../../src/core/papers/public-version.ts";
import { reportView } from "../../../src/core/papers/report-view.ts";
import { stateAfter } from "../../support/fold.ts";
import { day, time } from "../../support/keys.ts";
import { paperContext } from "../../support/paper-context.ts";
import { meetingDay, openMeeting, smallCommittee, voter } from "../../support/small-committee.ts";

const content = { public: true, deciding: true };
const agenda: readonly CommitteeEvent[] = [
  {
    type: "MeetingScheduled",
    meeting: 1,
    appointment: { date: meetingDay, from: time("09:00"), to: time("12:00") },
    place: "Kreishaus",
    title: "Auftaktsitzung",
  },
  {
    type: "AgendaItemAdded",
    item: 1,
    meeting: 1,
    content: { ...content, title: "Begrüßung", deciding: false },
    standing: "opening",
  },
  {
    type: "AgendaItemAdded",
    item: 2,
    meeting: 1,
    content: { ...content, title: "Verschiedenes" },
    standing: "closing",
  },
  {
    type: "AgendaItemAdded",
    item: 3,
    meeting: 1,
    content: { ...content, title: "Bedarfe", minutes: 20 },
    proposedBy: voter(3),
  },
  {
    type: "AgendaItemAdded",
    item: 4,
    meeting: 1,
    content: { title: "Personal", public: false, deciding: false },
    carriedOver: true,
  },
  { type: "AgendaItemAdded", item: 5, meeting: 1, content: { ...content, title: "Gestrichen" } },
  { type: "AgendaItemRemoved", item: 5 },
];

describe("the agenda of a planned meeting", () => {
  const view = agendaView(stateAfter([...smallCommittee(), ...agenda]), 1, paperContext);

  it("has the planned times, who invites, and the items in order with their numbers", () => {
    expect(view.meeting).toEqual({
      number: 1,
      title: "Auftaktsitzung",
      date: "2023-01-27",
      begin: "09:00",
      end: "12:00",
      place: "Kreishaus",
    });
    expect(view.invitedBy).toEqual({ salutation: "Frau", name: "Amt" });
    expect(view.items.map(({ number, title, minutes, note }) => [number, title, minutes, note])).toEqual([
      ["1", "Begrüßung", undefined, undefined],
      ["2", "Bedarfe", 20, "Vorschlag: Träger 3"],
      ["3", "Personal", undefined, "aus der vorigen Sitzung übernommen; ohne Beschlussfassung"],
      ["4", "Verschiedenes", undefined, undefined],
    ]);
  });

  it("shows of a non-public item its number alone in public", () => {
    expect(publicVersion("agenda", view).items[2]).toEqual({
      number: "3",
      title: "nichtöffentlich",
      isPublic: false,
      papers: [],
    });
  });

  it("promises no sitting in the report before there was one", () => {
    const report = reportView(stateAfter([...smallCommittee(), ...agenda]), 1, paperContext);
    expect([...report.summary, ...report.sitting, ...report.voting, ...report.attendance]).toEqual([]);
  });
});

describe("the number of a meeting", () => {
  it("counts those held before the record began, and goes by date, not by when it was planned", () => {
    const planned = (meeting: number, date: string): CommitteeEvent => ({
      type: "MeetingScheduled",
      meeting,
      appointment: { date: day(date) },
    });
    const state = stateAfter([
      ...smallCommittee({ description: { meetingsBefore: 3 } }),
      planned(1, "2023-05-12"),
      planned(2, "2023-01-27"),
    ]);
    expect(agendaView(state, 1, paperContext).meeting.number).toBe(5);
    expect(agendaView(state, 2, paperContext).meeting.number).toBe(4);
  });
});

describe("the attendance list", () => {
  it("counts seats only once somebody was recorded, and heads only if nobody counted them", () => {
    const nobody = attendanceView(stateAfter([...smallCommittee(), ...openMeeting(0)]), 1, paperContext);
    expect(nobody.attendance).toEqual({ seats: [], persons: [], groups: [], votingSeats: 5 });
    const three = attendanceView(stateAfter([...smallCommittee(), ...openMeeting(3)]), 1, paperContext);
    expect(three.attendance).toMatchObject({
      presentVotingSeats: 3,
      presentPersons: { number: 3 },
      groups: [{ label: "Trägervertretungen", count: { number: 3 } }],
    });
    const heads: CommitteeEvent = {
      type: "HeadCountRecorded",
      entry: 1,
      group: "Fachkräfte",
      qualifier: "over",
      count: 50,
    };
    const counted = attendanceView(stateAfter([...smallCommittee(), ...openMeeting(3), heads]), 1, paperContext);
    expect(counted.attendance.presentPersons).toBeUndefined();
    expect(counted.attendance.groups).toMatchObject([
      { label: "Fachkräfte", count: { number: 50, qualifier: "über" } },
    ]);
  });

  it("prints the finding of the quorum with numbers and source", () => {
    const finding: CommitteeEvent = { type: "QuorumEstablished", quorate: true, present: 3, needed: 3, base: 5 };
    const view = attendanceView(stateAfter([...smallCommittee(), ...openMeeting(3), finding]), 1, paperContext);
    expect(view.quorum.map(({ text }) => text)).toEqual([
      "Beschlussfähigkeit wurde um 9 Uhr festgestellt: 3 von 5 Stimmen anwesend, nötig sind 3 (GO schweigt, Standardregel).",
    ]);
  });
});
