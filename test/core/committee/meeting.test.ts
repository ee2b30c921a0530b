import { describe, expect, it } from "vitest";
import { itemsOf } from "../../../src/core/agenda/queries.ts";
import { given } from "../../support/given.ts";
import { day, personKey } from "../../support/keys.ts";
import {
  arrived,
  calledItem,
  guest,
  meetingDay,
  officePerson,
  openMeeting,
  seat,
  smallCommittee,
  substitute,
  voter,
} from "../../support/small-committee.ts";

const standing = {
  type: "StandingItemsSet",
  opening: [{ title: "Begrüßung", deciding: false }],
  closing: [{ title: "Verschiedenes", deciding: false }],
} as const;

describe("opening and closing", () => {
  it("opens without a plan, with the standing items around what comes", () => {
    const opened = given([...smallCommittee(), standing])
      .when({ type: "OpenMeeting", place: "Kreishaus" })
      .thenTypes(["MeetingScheduled", "AgendaItemAdded", "AgendaItemAdded", "MeetingOpened"])
      .when({ type: "AddAgendaItem", title: "Haushalt", public: true, deciding: true }, { actor: voter(2) })
      .thenAccepted();
    expect(itemsOf(opened.state.agenda, 1).map((item) => item.title)).toEqual([
      "Begrüßung",
      "Haushalt",
      "Verschiedenes",
    ]);
  });

  it("opens the one planned for today, and refuses a second opening", () => {
    const planned = given([...smallCommittee(), standing])
      .when({ type: "ScheduleMeeting", appointment: { date: meetingDay } })
      .thenAccepted();
    planned
      .when({ type: "OpenMeeting" })
      .thenEvents([{ type: "MeetingOpened", meeting: 1, chairedBy: officePerson }])
      .when({ type: "OpenMeeting" })
      .thenRefused("MeetingAlreadyOpen", { meeting: 1 });
    planned
      .when({ type: "ScheduleMeeting", appointment: { date: meetingDay } })
      .thenRefused("MeetingAlreadyPlanned", { meeting: 1 });
  });

  it("plans nothing in the past", () => {
    given(smallCommittee())
      .when({ type: "ScheduleMeeting", appointment: { date: day("2023-01-26") } })
      .thenRefused("DateIsPast");
  });

  it("adjourns what was not treated: it comes back on the next agenda by itself", () => {
    const next = given([...smallCommittee(), standing])
      .when({ type: "OpenMeeting" })
      .thenAccepted()
      .when({ type: "AddAgendaItem", title: "Haushalt", public: true, deciding: true })
      .thenAccepted()
      .when({ type: "CloseMeeting" })
      .thenTypes(["AgendaItemAdjourned", "MeetingClosed"])
      .when({ type: "ScheduleMeeting", appointment: { date: day("2023-05-12") } })
      .thenTypes(["MeetingScheduled", "AgendaItemAdded", "AgendaItemAdded", "AgendaItemAdded", "AgendaItemAdded"]);
    expect(itemsOf(next.state.agenda, 2).map((item) => [item.title, item.carriedOver])).toEqual([
      ["Begrüßung", false],
      ["Genehmigung des Protokolls vom 27.01.2023", false],
      ["Haushalt", true],
      ["Verschiedenes", false],
    ]);
    expect(next.state.agenda.adjourned).toEqual([]);
  });

  it("is for the leadership", () => {
    given(smallCommittee())
      .when({ type: "OpenMeeting" }, { actor: voter(2) })
      .thenRefused("NotAllowed");
    given(smallCommittee())
      .when({ type: "OpenMeeting" }, { actor: voter(1) })
      .thenAccepted();
  });
});

describe("attendance", () => {
  const meeting = () => given([...smallCommittee(), ...openMeeting(0)]);

  it("is entered for oneself with one's own seat", () => {
    meeting()
      .when({ type: "RecordAttendance", people: [voter(2)], status: "present" }, { actor: voter(2) })
      .thenEvents([arrived(2)]);
  });

  it("is entered for others by leadership and minute taker alone, all or none", () => {
    meeting()
      .when({ type: "RecordAttendance", people: [voter(3)], status: "present" }, { actor: voter(2) })
      .thenRefused("OnlyForYourself");
    meeting()
      .when({ type: "RecordAttendance", people: [voter(2), voter(3)], status: "present" })
      .thenEvents([arrived(2), arrived(3)]);
  });

  it("counts a seat once, however many of its people are here", () => {
    meeting()
      .when({ type: "RecordAttendance", people: [voter(1), substitute(1), voter(2)], status: "present" })
      .thenAccepted()
      .when({ type: "EstablishQuorum" })
      .thenEvents([{ type: "QuorumEstablished", quorate: false, present: 2, needed: 3, base: 5 }]);
  });

  it("lets a person of another Träger represent a seat only where the rules know a power of attorney, by entry of the leadership", () => {
    const represent = { type: "RecordAttendance", people: [voter(4)], status: "present", seat: seat(5) } as const;
    const refused = meeting().when(represent).result;
    expect(!refused.ok && refused.error).toMatchObject({
      code: "SeatNotForYou",
      seat: seat(5),
      ruling: { reason: "noPowerOfAttorney" },
    });
    const rules = { "membership.proxy": { value: "poa1", paragraph: "§ 3" } };
    const allowing = given([...smallCommittee({ rules }), ...openMeeting(0)]);
    allowing.when(represent, { actor: voter(4) }).thenRefused("SeatNotYours", { seat: seat(5) });
    allowing.when(represent).thenAccepted();
    meeting()
      .when({ ...represent, people: [guest] })
      .thenRefused("SeatHasNoVote", { person: guest });
  });

  it("knows who is late: after the first item was called", () => {
    meeting()
      .and(calledItem())
      .when({ type: "RecordAttendance", people: [voter(3)], status: "remote" })
      .thenEvents([{ type: "AttendanceRecorded", person: voter(3), status: "remote", late: true, seat: seat(3) }]);
  });

  it("passes over those of a list who are entered already, and refuses only when that is all of them", () => {
    const here = meeting().and([arrived(1)]);
    const several = { type: "RecordAttendance", people: [voter(1), voter(2)], status: "present" } as const;
    const { result } = here.when(several);
    expect(result).toMatchObject({ ok: true, value: { events: [{ person: voter(2) }], unchanged: [voter(1)] } });
    here
      .when(several)
      .thenAccepted()
      .when(several)
      .thenRefused("AttendanceUnchanged", { people: [voter(1), voter(2)], status: "present" });
    here.when({ ...several, people: [voter(1), voter(2), personKey("nobody")] }).thenRefused("UnknownPerson");
  });

  it("says when nothing changes, and who cannot leave", () => {
    const here = meeting().and([arrived(1)]);
    here
      .when({ type: "RecordAttendance", people: [voter(1)], status: "present" })
      .thenRefused("AttendanceUnchanged", { people: [voter(1)] });
    here.when({ type: "RecordAttendance", people: [voter(2)], status: "left" }).thenRefused("NotPresent");
  });
});

describe("speakers' list", () => {
  const debate = () => given([...smallCommittee(), ...openMeeting(4), ...calledItem()]);

  it("lets those who have not spoken go first", () => {
    const ask = (n: number) => [{ type: "RequestToSpeak" } as const, { actor: voter(n) }] as const;
    debate()
      .when(...ask(1))
      .thenAccepted()
      .when({ type: "CallNextSpeaker" })
      .thenEvents([{ type: "SpeakerCalled", person: voter(1) }])
      .when(...ask(1))
      .thenAccepted()
      .when(...ask(2))
      .thenAccepted()
      .when({ type: "CallNextSpeaker" })
      .thenEvents([{ type: "SpeakerCalled", person: voter(2) }])
      .when({ type: "CallNextSpeaker" })
      .thenEvents([{ type: "SpeakerCalled", person: voter(1) }])
      .when({ type: "CallNextSpeaker" })
      .thenRefused("SpeakersListEmpty");
  });

  it("begins anew with each meeting", () => {
    const next = debate()
      .when({ type: "RequestToSpeak" }, { actor: voter(2) })
      .thenAccepted()
      .when({ type: "CloseMeeting" })
      .thenAccepted()
      .when({ type: "OpenMeeting" })
      .thenAccepted();
    expect(next.state.speakers.requests).toEqual([]);
  });

  it("takes nobody twice, nobody absent, nobody when it is closed", () => {
    const asked = debate()
      .when({ type: "RequestToSpeak" }, { actor: voter(2) })
      .thenAccepted();
    asked.when({ type: "RequestToSpeak" }, { actor: voter(2) }).thenRefused("AlreadyOnSpeakersList", { place: 1 });
    asked.when({ type: "RequestToSpeak" }, { actor: voter(5) }).thenRefused("NotCheckedIn");
    asked
      .when({ type: "CloseSpeakersList" })
      .thenAccepted()
      .when({ type: "RequestToSpeak" }, { actor: voter(3) })
      .thenRefused("SpeakersListIsClosed");
  });
});
