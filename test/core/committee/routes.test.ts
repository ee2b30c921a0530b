import { describe, expect, it } from "vitest";
import type { Command } from "../../../src/core/committee/commands.ts";
import { decideSystem } from "../../../src/core/committee/decide-system.ts";
import type { SystemCommand, SystemGiven } from "../../../src/core/committee/system-commands.ts";
import { entry } from "../../../src/core/kernel/table.ts";
import { noHolidays } from "../../../src/core/kernel/workdays.ts";
import type { RouteOutcome } from "../../../src/core/route/events.ts";
import type { WorkshopResult } from "../../../src/core/route/state.ts";
import { haltingStep, nextStep } from "../../../src/core/route/steps.ts";
import { happened, type Past } from "../../support/fold.ts";
import { type GivenCommittee, given } from "../../support/given.ts";
import { day, instant, time } from "../../support/keys.ts";
import { officePerson, smallCommittee, voter } from "../../support/small-committee.ts";

const template = {
  name: "Klausurtagung",
  steps: [
    { body: "Steuerungsgruppe", role: "preparation" },
    { body: "AG 78", role: "vote" },
  ],
} as const;

const founded = (): GivenCommittee => given(smallCommittee({ description: { routes: [template] } }));

const make = (more: Partial<Extract<Command, { type: "MakeResult" }>> = {}): Command => ({
  type: "MakeResult",
  kind: "statement",
  origin: { kind: "none" },
  text: "Der Kreis richtet eine Fachstelle ein.",
  ...more,
});

type Route = Extract<Command, { type: "SetRoute" }>;
const route = (...steps: Route["steps"]): Command => ({ type: "SetRoute", results: [1], steps });
const answer = (outcome: RouteOutcome, more: object = {}): Command => ({
  type: "AnswerRouteStep",
  results: [1],
  outcome,
  ...more,
});
const steering = { body: "Steuerungsgruppe", role: "preparation" } as const;
const ours = { body: "die AG78", role: "vote" } as const;
const jha = { body: "Jugendhilfeausschuss", role: "decision" } as const;
const staff = { body: "Fachkräfte", role: "notice" } as const;

const made = (): GivenCommittee => founded().when(make()).thenAccepted();

function resultOf({ state }: Past): WorkshopResult {
  const found = entry(state.routes.results, 1);
  if (found === undefined) throw new Error("there is no result 1");
  return found;
}

const meetingOn = (date: string): Command => ({ type: "ScheduleMeeting", appointment: { date: day(date) } });

describe("a result", () => {
  it("is made once of the same words and the same origin", () => {
    const one = made();
    one.when(make()).thenRefused("ResultExists", { result: 1 });
    one.when(make({ kind: "motion" })).thenTypes(["ResultMade"]);
  });

  it("is not made of what is not there", () => {
    founded()
      .when(make({ origin: { kind: "idea", number: 7 } }))
      .thenRefused("UnknownIdea", { idea: 7, count: 0 });
    founded()
      .when(make({ origin: { kind: "group", number: 2 } }))
      .thenRefused("UnknownIdeaGroup", { group: 2, count: 0 });
    founded()
      .when(make({ origin: { kind: "motion", number: 2 } }))
      .thenRefused("UnknownMotion", { motion: 2 });
  });

  it("takes the words of its idea, unless that is hidden or withdrawn", () => {
    const given = founded().and([
      { type: "WorkshopPlanned", workshop: 1, title: "Klausur", days: [], anonymous: false, hidden: true },
      { type: "IdeaGiven", workshop: 1, idea: 1, person: voter(2), text: "Ein Elternrat" },
    ]);
    const ofIdea = { type: "MakeResult", kind: "motion", origin: { kind: "idea", number: 1 } } as const;
    given.when(ofIdea).thenRefused("IdeasHidden");
    const revealed = given.and([{ type: "IdeasRevealed", workshop: 1 }]);
    revealed
      .when(ofIdea)
      .thenEvents([{ type: "ResultMade", result: 1, text: "Ein Elternrat", workshop: 1, ...rest(ofIdea) }]);
    revealed
      .and([{ type: "IdeaWithdrawn", idea: 1 }])
      .when(ofIdea)
      .thenRefused("IdeaWithdrawnAlready");
  });

  it("is reworded, if that changes anything, by who may", () => {
    const one = made();
    one.when({ type: "RewordResult", result: 2, text: "Neu" }).thenRefused("UnknownResult", { count: 1 });
    one.when({ type: "RewordResult", result: 1, text: "Neu" }, { actor: voter(3) }).thenRefused("NotAllowed");
    const after = one.when({ type: "RewordResult", result: 1, text: "Neu" }).thenAccepted();
    expect(resultOf(after).text).toBe("Neu");
    after.when({ type: "RewordResult", result: 1, text: "Neu" }).thenRefused("ResultUnchanged");
  });
});

const rest = ({ kind, origin }: Pick<Extract<Command, { type: "MakeResult" }>, "kind" | "origin">) => ({
  kind,
  origin,
});

describe("the route of a result", () => {
  it("comes from the committee file by its name, however it is spelled", () => {
    made()
      .when({ type: "SetRoute", results: [1], template: "klausurtagung", steps: [] })
      .thenEvents([{ type: "RouteSet", result: 1, steps: template.steps }]);
    made()
      .when({ type: "SetRoute", results: [1], template: "Mondfahrt", steps: [] })
      .thenRefused("UnknownRoute", { template: "Mondfahrt", known: ["Klausurtagung"] });
  });

  it("has 1 to 12 steps, and is not set twice", () => {
    made().when(route()).thenRefused("NoRouteStep", { result: 1 });
    made()
      .when(route(...Array.from({ length: 13 }, () => jha)))
      .thenRefused("TooManyRouteSteps", { most: 12 });
    const after = made().when(route(steering, jha)).thenAccepted();
    after.when(route(steering, jha)).thenRefused("ResultUnchanged");
  });

  it("keeps a role in its own words, and is another one with others", () => {
    const consulted = { ...jha, role: "consultation", roleText: "abschließende Beratung" } as const;
    const after = made().when(route(consulted)).thenAccepted();
    expect(resultOf(after).steps).toMatchObject([consulted]);
    after.when(route(consulted)).thenRefused("ResultUnchanged");
    after.when(route({ ...consulted, roleText: "Anhörung" })).thenTypes(["RouteSet"]);
  });

  it("keeps what is done, and numbers new steps on from there, whichever step was answered first", () => {
    const after = made()
      .when(route(steering, ours, jha))
      .thenAccepted()
      .when(answer("agreed", { step: 3 }))
      .thenAccepted()
      .when(route(staff))
      .thenAccepted();
    expect(resultOf(after).steps.map(({ step, body }) => [step, body])).toEqual([
      [3, "Jugendhilfeausschuss"],
      [4, "Fachkräfte"],
    ]);
  });

  it("plans a reminder on the working day after each target to come", () => {
    const outcome = made().when(
      route({ ...steering, target: day("2023-02-03") }, { ...jha, target: day("2022-12-01") }, staff),
    );
    const jobs = outcome.result.ok ? outcome.result.value.jobs : [];
    expect(jobs?.map(({ id, day: on, time: at }) => [id, on, at])).toEqual([
      ["ergebnis-1-schritt-1", "2023-02-06", "10:00"],
    ]);
  });
});

describe("the answer of a body", () => {
  it("is kept as it was said, without counts, and goes to the next step", () => {
    const after = made()
      .when(route(steering, jha))
      .thenAccepted()
      .when(answer("agreed", { unanimous: true, condition: "bei positiver Prognose", on: day("2023-01-20") }))
      .thenEvents([
        {
          type: "RouteStepAnswered",
          result: 1,
          step: 1,
          outcome: "agreed",
          unanimous: true,
          condition: "bei positiver Prognose",
          on: day("2023-01-20"),
        },
      ]);
    expect(nextStep(resultOf(after))?.body).toBe("Jugendhilfeausschuss");
    after.when(answer("noted", { step: 1 })).thenRefused("RouteStepAnswered", { step: 1 });
    after.when(answer("noted", { step: 9 })).thenRefused("NoRouteStep");
  });

  it.each(["prepared", "considered", "noted"] as const)("%s, goes to the next step", (outcome) => {
    const after = made().when(route(steering, jha)).thenAccepted().when(answer(outcome)).thenAccepted();
    expect(nextStep(resultOf(after))?.body).toBe("Jugendhilfeausschuss");
  });

  it("is not from a day to come, and needs a step", () => {
    made().when(answer("agreed")).thenRefused("NoRouteStep");
    const one = made().when(route(jha)).thenAccepted();
    one.when(answer("agreed", { on: day("2023-01-28") })).thenRefused("RouteAnswerAhead", { on: day("2023-01-28") });
  });

  it("put off, leaves the step open; the same again changes nothing, another one settles it", () => {
    const after = made().when(route(jha)).thenAccepted().when(answer("deferred")).thenAccepted();
    expect(nextStep(resultOf(after))?.step).toBe(1);
    after.when(answer("deferred")).thenRefused("ResultUnchanged");
    expect(nextStep(resultOf(after.when(answer("agreed")).thenAccepted()))).toBeUndefined();
  });

  it.each(["declined", "returned"] as const)("%s, halts the route until there is another one", (outcome) => {
    const after = made()
      .and([])
      .when(meetingOn("2023-03-03"))
      .thenAccepted()
      .when(route(steering, ours))
      .thenAccepted()
      .when(answer(outcome))
      .thenTypes(["RouteStepAnswered"]);
    expect(haltingStep(resultOf(after))?.step).toBe(1);
    const again = after.when(route(ours)).thenTypes(["RouteSet", "AgendaItemAdded", "RouteStepPlaced"]);
    expect(resultOf(again).isHalted).toBe(false);
  });
});

describe("several results at once", () => {
  const two = (): GivenCommittee =>
    made()
      .when(make({ kind: "task", text: "Schulen einladen" }))
      .thenAccepted();
  const routes = (results: readonly number[], ...steps: Route["steps"]): Command => ({
    type: "SetRoute",
    results,
    steps,
  });
  const answers = (...results: readonly number[]): Command => ({ type: "AnswerRouteStep", results, outcome: "agreed" });

  it("go the same way, each with its own item and its own reminder, named twice or not", () => {
    const planned = two().when(meetingOn("2023-03-03")).thenAccepted();
    const before = planned.state.agenda.items.size;
    const outcome = planned.when(routes([1, 2, 1], { ...ours, target: day("2023-03-03") }));
    const after = outcome.thenTypes([
      "RouteSet",
      "AgendaItemAdded",
      "RouteStepPlaced",
      "RouteSet",
      "AgendaItemAdded",
      "RouteStepPlaced",
    ]);
    expect([1, 2].map((one) => entry(after.state.routes.results, one)?.steps[0]?.placed?.item)).toEqual([
      before + 1,
      before + 2,
    ]);
    expect(outcome.result.ok && outcome.result.value.jobs?.map(({ id }) => id)).toEqual([
      "ergebnis-1-schritt-1",
      "ergebnis-2-schritt-1",
    ]);
    const back = after.when({ type: "RevertLast" }).thenAccepted();
    expect(back.state.agenda).toEqual(planned.state.agenda);
  });

  it("are all refused, if one of them cannot: which and why is said", () => {
    const unknown = { code: "UnknownResult", result: 9, count: 2 } as const;
    two()
      .when(routes([1, 9, 2], jha))
      .thenRefused("NoneOfResults", { others: [1, 2], because: unknown });
    const one = two()
      .when(routes([1], jha))
      .thenAccepted();
    one
      .when(routes([2, 1], jha))
      .thenRefused("NoneOfResults", { others: [2], because: { code: "ResultUnchanged", result: 1 } });
    one.when(answers(1, 2)).thenRefused("NoneOfResults", { others: [1], because: { code: "NoRouteStep", result: 2 } });
  });

  it("get the same answer, one event each", () => {
    two()
      .when(routes([1, 2], steering, jha))
      .thenAccepted()
      .when(answers(1, 2))
      .thenEvents([
        { type: "RouteStepAnswered", result: 1, step: 1, outcome: "agreed" },
        { type: "RouteStepAnswered", result: 2, step: 1, outcome: "agreed" },
      ]);
  });
});

describe("a step of the committee itself", () => {
  it("comes onto the next agenda when its turn comes, deciding by its role", () => {
    const planned = made().when(meetingOn("2023-03-03")).thenAccepted().when(route(steering, ours)).thenAccepted();
    const before = planned.state.agenda.items.size;
    const after = planned.when(answer("agreed")).thenEvents([
      { type: "RouteStepAnswered", result: 1, step: 1, outcome: "agreed" },
      {
        type: "AgendaItemAdded",
        item: before + 1,
        meeting: 1,
        content: { title: "Ergebnis 1: Der Kreis richtet eine Fachstelle ein", public: true, deciding: true },
      },
      { type: "RouteStepPlaced", result: 1, step: 2, meeting: 1, item: before + 1 },
    ]);
    after.when(meetingOn("2023-04-07")).thenTypes(["MeetingScheduled"]);
  });

  it("waits for the next plan if no meeting is planned", () => {
    const waiting = made()
      .when(route({ ...ours, role: "consultation" }))
      .thenTypes(["RouteSet"]);
    const planned = waiting.when(meetingOn("2023-03-03")).thenAccepted();
    const placed = resultOf(planned).steps[0]?.placed;
    expect(placed?.meeting).toBe(1);
    expect(entry(planned.state.agenda.items, placed?.item ?? 0)).toMatchObject({ deciding: false, status: "waiting" });
  });

  it("leaves the agenda with the route it belonged to", () => {
    made()
      .when(meetingOn("2023-03-03"))
      .thenAccepted()
      .when(route(ours, jha))
      .thenAccepted()
      .when(route(jha))
      .thenTypes(["RouteSet", "AgendaItemRemoved"]);
  });

  it("goes along when its meeting is cancelled", () => {
    const after = made()
      .when(meetingOn("2023-03-03"))
      .thenAccepted()
      .when(meetingOn("2023-04-07"))
      .thenAccepted()
      .when(route(ours))
      .thenAccepted()
      .when({ type: "CancelMeeting", meeting: 1, reason: "Krank", confirmed: true })
      .thenAccepted();
    expect(resultOf(after).steps[0]?.placed?.meeting).toBe(2);
  });

  it("is taken back with its item", () => {
    const before = made().when(meetingOn("2023-03-03")).thenAccepted();
    const after = before.when(route(ours)).thenAccepted().when({ type: "RevertLast" }).thenAccepted();
    expect(after.state.agenda).toEqual(before.state.agenda);
    expect(resultOf(after).steps).toEqual([]);
  });
});

describe("the reminder of a step", () => {
  const target = day("2023-02-03");
  const due: SystemCommand = { type: "RemindOfRoute", result: 1, step: 1, target };
  const running = (): GivenCommittee =>
    made()
      .when(route({ ...jha, target }))
      .thenAccepted();

  function reminded(before: Past, facts: Partial<SystemGiven> = {}) {
    const now = instant("2023-02-06T09:00:00.000Z");
    const usual = { now, today: day("2023-02-06"), time: time("10:00"), holidays: noHolidays, undelivered: [] };
    const decision = decideSystem(before.state, due, { ...usual, ...facts });
    return { decision, after: happened(before, decision.events, { at: now }) };
  }

  it("goes to whoever leads, once, without those who have muted reminders", () => {
    const { decision, after } = reminded(running());
    expect(decision.events).toEqual([
      { type: "RouteRemindersSent", result: 1, step: 1, people: [voter(1), officePerson] },
    ]);
    expect(reminded(after).decision.events).toEqual([]);
    const muted = running().when({ type: "MuteReminders" }).thenAccepted();
    expect(reminded(muted).decision.events).toMatchObject([{ people: [voter(1)] }]);
  });

  it("is not sent before its day, with another target, or once the answer is there", () => {
    expect(reminded(running(), { today: target }).decision.events).toEqual([]);
    const moved = running()
      .when(route({ ...jha, target: day("2023-03-01") }))
      .thenAccepted();
    expect(reminded(moved).decision.events).toEqual([]);
    expect(reminded(running().when(answer("agreed")).thenAccepted()).decision.events).toEqual([]);
    expect(reminded(running().when(answer("deferred")).thenAccepted()).decision.events).toHaveLength(1);
    expect(reminded(made()).decision.events).toEqual([]);
  });

  it("waits for the next morning in quiet hours", () => {
    const { decision } = reminded(running(), { time: time("20:30") });
    expect(decision).toMatchObject({ events: [], jobs: [{ day: "2023-02-07", time: "10:00", command: due }] });
  });
});
