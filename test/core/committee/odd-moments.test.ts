import { describe, expect, it } from "vitest";
import type { Command } from "../../../src/core/committee/commands.ts";
import { entry } from "../../../src/core/kernel/table.ts";
import { given } from "../../support/given.ts";
import { day } from "../../support/keys.ts";
import {
  calledItem,
  chairOffice,
  firstSpokesperson,
  meetingDay,
  memberSince,
  officePerson,
  openMeeting,
  secondSpokesperson,
  smallCommittee,
  substitute,
  voter,
} from "../../support/small-committee.ts";

const inMeeting = (present = 5) => given([...smallCommittee(), ...openMeeting(present), ...calledItem()]);

/** Led by the office, so that voter 1 may stand. */
const inElection = () => inMeeting().and([{ type: "MeetingChaired", person: officePerson }]);

const ask: Command = { type: "MoveMotion", text: "Fünf Plätze" };
const open: Command = { type: "OpenBallot", subject: { kind: "motion", motion: 1 } };
const yes: Command = { type: "CastVote", vote: { kind: "question", choice: "yes" }, private: false };
const here = (n: number, status: "present" | "remote" | "left"): Command => ({
  type: "RecordAttendance",
  people: [voter(n)],
  status,
});

/** Four of five present; Träger 1 votes in the chat, three hands are raised. */
const handsCounted = () =>
  inMeeting(4)
    .when(ask)
    .thenAccepted()
    .when(open)
    .thenAccepted()
    .when(yes, { actor: voter(1) })
    .thenAccepted()
    .when({ type: "EnterHandCount", yes: 3, no: 0, abstain: 0 })
    .thenAccepted();

describe("after the hands were counted", () => {
  it("keeps those whose hands were counted among the seats present, though they left before the close", () => {
    const left = [2, 3, 4].reduce((one, n) => one.when(here(n, "left")).thenAccepted(), handsCounted());
    const closed = left.when({ type: "CloseBallot" });
    expect(closed.result.ok && closed.result.value.events[0]).toMatchObject({ voted: 4, eligible: 4, members: 5 });
  });

  it("does not let somebody vote in the chat who went out and dialled in", () => {
    const dialledIn = handsCounted().when(here(2, "remote")).thenAccepted();
    dialledIn.when(yes, { actor: voter(2) }).thenRefused("CountedByHand");
  });

  it("does not let the substitute of a seat that left vote for it once more", () => {
    const left = handsCounted().when(here(2, "left")).thenAccepted();
    left
      .when({ type: "RecordAttendance", people: [substitute(2)], status: "remote" })
      .thenAccepted()
      .when(yes, { actor: substitute(2) })
      .thenRefused("CountedByHand");
  });

  it("lets a seat vote that was dialled in all the time, or came later from afar", () => {
    const elsewhere = inMeeting(3).when(here(4, "remote")).thenAccepted().when(ask).thenAccepted().when(open);
    const counted = elsewhere.thenAccepted().when({ type: "EnterHandCount", yes: 3, no: 0, abstain: 0 }).thenAccepted();
    counted.when(yes, { actor: voter(4) }).thenTypes(["VoteCast"]);
    const later = counted.when(here(5, "remote")).thenAccepted();
    later.when(yes, { actor: voter(5) }).thenTypes(["VoteCast"]);
  });
});

/** One week from the day of the meeting. */
const answer = { lastDay: day("2023-02-03"), silence: "declined" } as const;

describe("between the rounds of an election", () => {
  it("takes the demand for secrecy for the round to come", () => {
    const demanded = inMeeting()
      .when({ type: "OpenElection", office: firstSpokesperson, secret: false })
      .thenAccepted()
      .when({ type: "DemandSecrecy" }, { actor: voter(1) });
    expect(demanded.result.ok && demanded.result.value.events[0]).toMatchObject({
      subject: { kind: "election", election: 1, round: 1 },
    });
  });

  it("finds somebody named twice elected once", () => {
    inElection()
      .when({ type: "OpenElection", office: secondSpokesperson, secret: false })
      .thenAccepted()
      .when({ type: "Nominate" }, { actor: voter(1) })
      .thenAccepted()
      .when({ type: "DeclareElected", people: [voter(1), voter(1)] })
      .thenEvents([{ type: "ElectionDeclared", election: 1, elected: [voter(1)], eligible: 5, answer }]);
  });

  it("lets the other holder of a shared office be when one of them is elected again", () => {
    const held = ([1, 2] as const).map((n) => ({
      type: "OfficeAssigned" as const,
      office: secondSpokesperson,
      person: voter(n),
      from: memberSince,
      origin: "file" as const,
    }));
    const elected = inElection()
      .and(held)
      .when({ type: "OpenElection", office: secondSpokesperson, seats: 1, secret: false })
      .thenAccepted()
      .when({ type: "Nominate" }, { actor: voter(1) })
      .thenAccepted()
      .when({ type: "DeclareElected", people: [voter(1)] })
      .thenAccepted();
    const accepted = elected.when({ type: "AnswerElection", accepts: true }, { actor: voter(1) }).thenAccepted();
    expect(new Set(accepted.state.membership.offices.get(secondSpokesperson)?.heldBy)).toEqual(
      new Set([voter(1), voter(2)]),
    );
    expect(accepted.state.membership.offices.get(chairOffice)?.heldBy).toEqual([voter(1)]);
  });
});

describe("a meeting without any item", () => {
  it("does not stand in the way of the next one's agenda", () => {
    const emptyMeeting = given([...smallCommittee(), ...openMeeting(5)])
      .when({ type: "CloseMeeting" })
      .thenAccepted()
      .when({ type: "OpenMeeting" })
      .thenAccepted();
    const added = emptyMeeting
      .when({ type: "AddAgendaItem", title: "Haushalt", public: true, deciding: true }, { today: meetingDay })
      .thenAccepted();
    expect(entry(added.state.agenda.agendas, 2)?.order).toEqual([1, 2]);
    expect(entry(added.state.agenda.agendas, 1)?.order).toEqual([]);
  });
});
