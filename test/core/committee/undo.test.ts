import { describe, expect, it } from "vitest";
import { entries } from "../../../src/core/kernel/table.ts";
import { currentMeeting } from "../../../src/core/meeting/queries.ts";
import { given } from "../../support/given.ts";
import { calledItem, officePerson, openMeeting, smallCommittee, voter } from "../../support/small-committee.ts";

const meeting = () => given([...smallCommittee(), ...openMeeting(4), ...calledItem()]);
const undo = { type: "RevertLast" } as const;

describe("undo", () => {
  it("takes back the actor's last entry and keeps the trace", () => {
    const undone = meeting()
      .when({ type: "RecordHeadCount", group: "Gäste", qualifier: "over", count: 50 })
      .thenAccepted()
      .when(undo)
      .thenTypes(["EntryReverted"]);
    expect(currentMeeting(undone.state.meetings)?.headCounts).toEqual([]);
    expect(undone.state.corrections).toMatchObject([{ label: "HeadCountRecorded", meeting: 1 }]);
  });

  it("leaves what others entered since", () => {
    const undone = meeting()
      .when({ type: "TakeNote", grade: "found", text: "falsch", internal: false })
      .thenAccepted()
      .when({ type: "MoveMotion", text: "bleibt" }, { actor: voter(2) })
      .thenAccepted()
      .when(undo)
      .thenAccepted();
    expect(entries(undone.state.minutes.entries)).toEqual([]);
    expect(entries(undone.state.motions.motions).map((motion) => motion.text)).toEqual(["bleibt"]);
  });

  it("is refused where something later rests on the entry", () => {
    meeting()
      .when({ type: "MoveMotion", text: "Antrag" })
      .thenAccepted()
      .when({ type: "MoveAmendment", motion: 1, text: "anders" }, { actor: voter(2) })
      .thenAccepted()
      .when(undo)
      .thenRefused("DependedOn");
  });

  it("is refused for a later entry of the same kind by somebody else, since numbers would shift", () => {
    const note = (text: string) => ({ type: "TakeNote", grade: "found", text, internal: false }) as const;
    meeting()
      .when(note("eins"))
      .thenAccepted()
      .when(note("zwei"), { actor: voter(1) })
      .thenAccepted()
      .when(undo)
      .thenRefused("DependedOn");
  });

  it("never takes back a vote or a counted result", () => {
    const counted = meeting()
      .when({ type: "MoveMotion", text: "Antrag" }, { actor: voter(1) })
      .thenAccepted()
      .when({ type: "OpenBallot", subject: { kind: "motion", motion: 1 } })
      .thenAccepted()
      .when({ type: "CastVote", vote: { kind: "question", choice: "yes" }, private: false }, { actor: voter(2) })
      .thenAccepted()
      .when({ type: "CloseBallot" })
      .thenAccepted();
    counted.when(undo, { actor: officePerson }).thenRefused("NotRevertible", { label: "BallotClosed" });
    counted.when(undo, { actor: voter(2) }).thenRefused("NotAllowed");
  });

  it("can be repeated, entry by entry", () => {
    const undone = meeting()
      .when({ type: "RecordHeadCount", group: "A", qualifier: "exact", count: 1 })
      .thenAccepted()
      .when({ type: "RecordHeadCount", group: "B", qualifier: "exact", count: 2 })
      .thenAccepted()
      .when(undo)
      .thenAccepted()
      .when(undo)
      .thenAccepted();
    expect(currentMeeting(undone.state.meetings)?.headCounts).toEqual([]);
    undone.when(undo).thenRefused("NothingToRevert");
  });
});

describe("undo of an entry of several events", () => {
  it("takes back everybody checked in by one command", () => {
    const before = given([...smallCommittee(), ...openMeeting(0)]);
    const undone = before
      .when({ type: "RecordAttendance", people: [voter(1), voter(2), voter(3)], status: "present" })
      .thenAccepted()
      .when(undo);
    expect(undone.result.ok && undone.result.value.events[0]).toMatchObject({ type: "EntryReverted" });
    expect(currentMeeting(undone.thenAccepted().state.meetings)?.attendance.size).toBe(0);
  });

  it("never takes back an older entry in place of one that stands", () => {
    meeting()
      .when({ type: "MoveMotion", text: "Antrag" })
      .thenAccepted()
      .when({ type: "OpenBallot", subject: { kind: "motion", motion: 1 } })
      .thenAccepted()
      .when(undo)
      .thenRefused("NotRevertible", { label: "BallotOpened" });
  });
});
