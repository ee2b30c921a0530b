import { describe, expect, it } from "vitest";
import type { Command } from "../../../src/core/committee/commands.ts";
import { stepFacts } from "../../../src/core/committee/step-facts.ts";
import { entry } from "../../../src/core/kernel/table.ts";
import type { RouteRole, RouteStepPlan } from "../../../src/core/route/events.ts";
import type { RouteStep } from "../../../src/core/route/state.ts";
import { nextStep } from "../../../src/core/route/steps.ts";
import type { Past } from "../../support/fold.ts";
import { type GivenCommittee, given } from "../../support/given.ts";
import { day } from "../../support/keys.ts";
import { meetingDay, openMeeting, smallCommittee, voter } from "../../support/small-committee.ts";

const wording = "Der Kreis richtet eine Fachstelle ein.";
const jha: RouteStepPlan = { body: "Jugendhilfeausschuss", role: "decision" };
const consensus: Command = { type: "AdoptByConsensus", motion: 1, withAmendments: false };
const undo: Command = { type: "RevertLast" };
const answer = (outcome: "agreed" | "declined" | "deferred", more: object = {}): Command => ({
  type: "AnswerRouteStep",
  results: [1],
  outcome,
  ...more,
});
const declared = (motion: number, outcome: "carried" | "rejected"): Command => ({
  type: "DeclareResult",
  motion,
  outcome,
  withAmendments: false,
});
const note = (text: string, internal = false): Command => ({ type: "TakeNote", grade: "found", text, internal });

/** A meeting is open, and result 1 is called: its item is the committee's own step. */
const called = (role: RouteRole = "vote", ...further: readonly RouteStepPlan[]): GivenCommittee =>
  given([
    ...smallCommittee(),
    { type: "MeetingScheduled", meeting: 1, appointment: { date: meetingDay } },
    { type: "MeetingScheduled", meeting: 2, appointment: { date: day("2023-03-03") } },
    { type: "ResultMade", result: 1, kind: "motion", text: wording, origin: { kind: "none" } },
  ])
    .when({ type: "SetRoute", results: [1], steps: [{ body: "AG 78", role }, ...further, jha] })
    .thenAccepted()
    .and(openMeeting(5).filter(({ type }) => type !== "MeetingScheduled"))
    .when({ type: "CallAgendaItem", item: 1 })
    .thenAccepted();

const moved = (text = wording, role?: RouteRole, ...further: readonly RouteStepPlan[]): GivenCommittee =>
  called(role, ...further)
    .when({ type: "MoveMotion", text }, { actor: voter(1) })
    .thenAccepted();

function stepsOf({ state }: Past): readonly RouteStep[] {
  return entry(state.routes.results, 1)?.steps ?? [];
}

function firstStep(past: Past): RouteStep {
  const [step] = stepsOf(past);
  if (step === undefined) throw new Error("result 1 has no route");
  return step;
}

const factsOf = (past: Past) => stepFacts(past.state, firstStep(past), meetingDay);
const nextBody = (past: Past): string | undefined => nextStep({ steps: stepsOf(past) })?.body;

describe("what the committee decides about its own step", () => {
  it("is the answer: by consensus without any count, and goes to the next body", () => {
    const after = moved().when(consensus).thenAccepted();
    expect(stepsOf(after)[0]?.answer).toMatchObject({
      outcome: "agreed",
      on: meetingDay,
      basis: { kind: "motion", number: 1 },
    });
    expect(stepsOf(after)[0]?.answer).not.toHaveProperty("unanimous");
    expect(nextBody(after)).toBe("Jugendhilfeausschuss");
    expect(factsOf(after).decision).toEqual({
      motion: 1,
      reference: "2023-1",
    });
  });

  it("is the answer of a ballot, with its counts", () => {
    const yes: Command = { type: "CastVote", vote: { kind: "question", choice: "yes" }, private: false };
    const after = moved("Es werden fünf Plätze geschaffen.")
      .when({ type: "OpenBallot", subject: { kind: "motion", motion: 1 } })
      .thenAccepted()
      .when(yes, { actor: voter(1) })
      .thenAccepted()
      .when(yes, { actor: voter(2) })
      .thenAccepted()
      .when({ type: "CloseBallot" })
      .thenTypes(["BallotClosed", "MotionDecided", "RouteStepAnswered"]);
    const [step] = stepsOf(after);
    expect(step?.answer).toMatchObject({
      outcome: "agreed",
      unanimous: true,
      text: "Es werden fünf Plätze geschaffen.",
    });
    expect(factsOf(after).decision?.counts).toMatchObject({ yes: 2, no: 0 });
  });

  it("is opened again with the motion that is put to the vote a second time", () => {
    const yes: Command = { type: "CastVote", vote: { kind: "question", choice: "yes" }, private: false };
    const decided = moved()
      .when({ type: "OpenBallot", subject: { kind: "motion", motion: 1 } })
      .thenAccepted()
      .when(yes, { actor: voter(1) })
      .thenAccepted()
      .when({ type: "CloseBallot" })
      .thenAccepted();
    const again = decided
      .when({ type: "MoveProcedural", wants: "recount", text: "Bitte neu auszählen" }, { actor: voter(1) })
      .thenAccepted();
    expect(stepsOf(again)[0]?.answer).toBeUndefined();
    const after = again.when(declared(1, "rejected")).thenTypes(["MotionDecided", "RouteStepAnswered"]);
    expect(stepsOf(after)[0]?.answer).toMatchObject({ outcome: "declined" });
  });

  it("halts the route where it was rejected", () => {
    const after = moved("Etwas anderes").when(declared(1, "rejected")).thenAccepted();
    expect(entry(after.state.routes.results, 1)).toMatchObject({ isHalted: true });
    expect(stepsOf(after)[0]?.answer).not.toHaveProperty("text");
  });

  it("brings the committee's next step onto its next agenda", () => {
    moved(wording, "vote", { body: "AG", role: "notice" })
      .when(consensus)
      .thenTypes(["MotionDecided", "RouteStepAnswered", "AgendaItemAdded", "RouteStepPlaced"]);
  });

  it("waits for all motions of the item, and is none if they ended differently", () => {
    const two = moved()
      .when({ type: "MoveMotion", text: "Bis 2029." }, { actor: voter(2) })
      .thenAccepted();
    const one = two.when(declared(1, "carried")).thenTypes(["MotionDecided"]);
    const both = one.when(declared(2, "carried")).thenTypes(["MotionDecided", "RouteStepAnswered"]);
    expect(stepsOf(both)[0]?.answer).toMatchObject({ text: `${wording}\nBis 2029.`, basis: { number: 2 } });
    one.when(declared(2, "rejected")).thenTypes(["MotionDecided"]);
    one
      .when({ type: "WithdrawMotion", motion: 2 })
      .thenAccepted()
      .when({ type: "CloseMeeting" })
      .thenTypes(["MeetingClosed", "AgendaItemAdded", "RouteStepAnswered"]);
  });

  it("is not given a second time where somebody has entered it, nor without a step", () => {
    const entered = moved().when(answer("declined")).thenAccepted().when(consensus).thenTypes(["MotionDecided"]);
    expect(stepsOf(entered)[0]?.answer).toMatchObject({ outcome: "declined" });
    const off = moved().when(answer("deferred")).thenAccepted();
    off.when(consensus).thenTypes(["MotionDecided", "RouteStepAnswered"]);
  });

  it("is taken back with the decision, as one entry", () => {
    const before = moved();
    const after = before.when(consensus).thenAccepted();
    after.when(undo).thenEvents([{ type: "EntryReverted", label: "MotionDecided", reverted: expect.any(Array) }]);
    expect(stepsOf(after.when(undo).thenAccepted())).toEqual(stepsOf(before));
    after
      .when(answer("agreed", { step: 2 }), { actor: voter(1) })
      .thenAccepted()
      .when(undo)
      .thenRefused("DependedOn", { label: "MotionDecided", by: "RouteStepAnswered" });
  });

  it("stays open if the item is adjourned, and goes to the next meeting", () => {
    const after = moved()
      .when({ type: "AdjournAgendaItem", item: 1 })
      .thenAccepted()
      .when({ type: "CloseMeeting" })
      .thenAccepted();
    expect(stepsOf(after)[0]?.answer).toBeUndefined();
    expect(stepsOf(after)[0]?.placed?.meeting).toBe(2);
  });
});

describe("a motion that was adjourned with its item", () => {
  it("is the answer in the meeting to which the item went", () => {
    const waiting = moved()
      .when({ type: "AdjournAgendaItem", item: 1 })
      .thenAccepted()
      .when({ type: "CloseMeeting" })
      .thenAccepted();
    const next = { today: day("2023-03-03") };
    const item = stepsOf(waiting)[0]?.placed?.item ?? 0;
    const again = waiting
      .when({ type: "OpenMeeting" }, { ...next, actor: voter(1) })
      .thenAccepted()
      .and(openMeeting(5).filter(({ type }) => type === "AttendanceRecorded"))
      .when({ type: "CallAgendaItem", item }, next)
      .thenAccepted();
    again.when(consensus, next).thenTypes(["MotionDecided", "RouteStepAnswered"]);
  });
});

describe("behind closed doors", () => {
  it("nothing of the words or the counts comes with the answer", () => {
    const closed = { title: "Ergebnis 1", public: false, deciding: true };
    const after = moved("Etwas anderes")
      .and([{ type: "AgendaItemChanged", item: 1, content: closed }])
      .when(consensus)
      .thenAccepted();
    const [step] = stepsOf(after);
    expect(step?.answer).toMatchObject({ outcome: "agreed" });
    expect(step?.answer).not.toHaveProperty("text");
    expect(factsOf(after)).not.toHaveProperty("decision");
  });
});

describe("a step without anything to decide", () => {
  it("is answered with what was found, once its item is left", () => {
    const noted = called("consultation")
      .when(note("Die Fachstelle wird begrüßt."))
      .thenTypes(["NoteTaken"])
      .when(note("Nur für uns.", true))
      .thenAccepted();
    const after = noted
      .when({ type: "CloseMeeting" })
      .thenTypes(["MeetingClosed", "AgendaItemAdded", "RouteStepAnswered"]);
    expect(stepsOf(after)[0]?.answer).toMatchObject({
      outcome: "considered",
      text: "Die Fachstelle wird begrüßt.",
      basis: { kind: "item", number: 1 },
    });
    called("notice").when(note("So ist es.")).thenAccepted().when({ type: "CloseMeeting" }).thenAccepted();
  });

  it("stays open if nothing was found, or there was something to decide", () => {
    called("consultation").when({ type: "CloseMeeting" }).thenTypes(["MeetingClosed", "AgendaItemAdded"]);
    called("vote")
      .when(note("Darüber wird noch gesprochen."))
      .thenAccepted()
      .when({ type: "CloseMeeting" })
      .thenTypes(["MeetingClosed", "AgendaItemAdded"]);
  });
});

describe("what came by itself, corrected by hand", () => {
  const decided = (): GivenCommittee => moved().when(consensus).thenAccepted();

  it("is meant on its day, and by its number later", () => {
    const corrected = decided().when(answer("declined")).thenAccepted();
    expect(stepsOf(corrected).map((step) => step.answer?.outcome)).toEqual(["declined", undefined]);
    const later = { today: day("2023-01-30") };
    decided()
      .when(answer("declined", { step: 1 }), later)
      .thenAccepted();
    const next = decided().when(answer("agreed"), later).thenAccepted();
    expect(stepsOf(next).map((step) => step.answer?.outcome)).toEqual(["agreed", "agreed"]);
  });

  it("is not the same again, and stands once corrected or once the next body has answered", () => {
    decided().when(answer("agreed")).thenRefused("ResultUnchanged");
    decided()
      .when(answer("agreed", { on: meetingDay }))
      .thenRefused("ResultUnchanged");
    decided()
      .when(answer("agreed", { text: "mit Auflagen zugestimmt" }))
      .thenAccepted()
      .when(answer("declined", { step: 1 }))
      .thenRefused("RouteStepAnswered");
    decided()
      .when(answer("agreed", { step: 2 }))
      .thenAccepted()
      .when(answer("declined", { step: 1 }))
      .thenRefused("RouteStepAnswered");
  });
});
