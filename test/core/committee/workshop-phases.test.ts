import { describe, expect, it } from "vitest";
import { addMinutes } from "../../../src/core/kernel/add-minutes.ts";
import { system } from "../../support/date-polls.ts";
import { usualInstant } from "../../support/fold.ts";
import type { GivenCommittee } from "../../support/given.ts";
import { collectingIdeas, openedWorkshop, workshopOf } from "../../support/workshops.ts";

const until = addMinutes(usualInstant, 20);

describe("a phase", () => {
  it("begins with its time, and a job for its end", () => {
    const { result } = openedWorkshop().when({ type: "BeginPhase", kind: "ideas", minutes: 20 });
    expect(result).toEqual({
      ok: true,
      value: {
        events: [{ type: "WorkshopPhaseBegun", workshop: 1, phase: 1, kind: "ideas", until }],
        jobs: [
          {
            id: "workshop-1-zeit",
            day: "2023-01-27",
            time: "09:00",
            at: until,
            command: { type: "EndPhaseTime", workshop: 1, phase: 1 },
          },
        ],
      },
    });
  });

  it("of one's own needs a title", () => {
    openedWorkshop().when({ type: "BeginPhase", kind: "other" }).thenRefused("PhaseTitleMissing");
    openedWorkshop()
      .when({ type: "BeginPhase", kind: "other", title: "Murmelrunde" })
      .thenEvents([{ type: "WorkshopPhaseBegun", workshop: 1, phase: 1, kind: "other", title: "Murmelrunde" }]);
  });

  it.each([0, -5, 601, 1.5, Number.NaN])("of %s minutes is refused", (minutes) => {
    openedWorkshop().when({ type: "BeginPhase", kind: "ideas", minutes }).thenRefused("PhaseMinutesWrong");
  });

  it("said again changes nothing; with another time it is given that time", () => {
    const running = openedWorkshop().when({ type: "BeginPhase", kind: "ideas", minutes: 20 }).thenAccepted();
    running.when({ type: "BeginPhase", kind: "ideas" }).thenRefused("PhaseUnchanged");
    running.when({ type: "BeginPhase", kind: "ideas", minutes: 20 }).thenRefused("PhaseUnchanged");
    running.when({ type: "BeginPhase", kind: "ideas", minutes: 30 }).thenTypes(["WorkshopPhaseBegun"]);
  });
});

describe("the end of its time", () => {
  const running = openedWorkshop().when({ type: "BeginPhase", kind: "ideas", minutes: 20 }).thenAccepted();
  const command = { type: "EndPhaseTime", workshop: 1, phase: 1 } as const;

  it("is told once, and not before", () => {
    expect(system(running, command, { now: addMinutes(until, -1) }).decision).toEqual({ events: [] });
    const { decision, after } = system(running, command, { now: until });
    expect(decision).toEqual({ events: [{ type: "WorkshopTimeUp", workshop: 1, phase: 1 }] });
    expect(workshopOf(after).phases[0]?.isTimeUp).toBe(true);
    expect(system(after, command, { now: until }).decision).toEqual({ events: [] });
  });

  it("is nothing once another phase runs, the workshop is closed, or there is none", () => {
    const next = running.when({ type: "BeginPhase", kind: "grouping" }).thenAccepted();
    const closed = running.when({ type: "CloseWorkshop", confirmed: true }).thenAccepted();
    for (const past of [next, closed]) expect(system(past, command, { now: until }).decision).toEqual({ events: [] });
    expect(system(running, { ...command, workshop: 7 }, { now: until }).decision).toEqual({ events: [] });
  });
});

describe("the box of anonymous ideas", () => {
  const sealedIdeas = [{ text: "Bus" }, { text: "Café", question: 1 }];
  const sealed = collectingIdeas({ anonymous: true }).and([
    { type: "AnonymousIdeaGiven", workshop: 1, round: 1 },
    { type: "AnonymousIdeaGiven", workshop: 1, round: 1 },
  ]);
  const decisionOf = ({ when }: GivenCommittee, command: Parameters<GivenCommittee["when"]>[0]) => {
    const { result } = when(command);
    return result.ok ? result.value : undefined;
  };

  it("is made when the phase of ideas begins", () => {
    const begin = { type: "BeginPhase", kind: "ideas" } as const;
    expect(decisionOf(openedWorkshop({ anonymous: true }), begin)?.createsBox).toBe("workshop-1-1");
    expect(decisionOf(openedWorkshop(), begin)).not.toHaveProperty("createsBox");
  });

  it("stays shut over a break", () => {
    const pause = decisionOf(sealed, { type: "BeginPhase", kind: "break" });
    expect(pause?.events.map(({ type }) => type)).toEqual(["WorkshopPhaseBegun"]);
    expect(pause).not.toHaveProperty("closesBox");
  });

  it("is opened with the next phase, its ideas numbered behind the others, and another one follows", () => {
    const opened = {
      type: "AnonymousIdeasOpened",
      workshop: 1,
      round: 1,
      ideas: [
        { idea: 1, text: "Bus" },
        { idea: 2, text: "Café", question: 1 },
      ],
    } as const;
    const command = { type: "BeginPhase", kind: "grouping", sealedIdeas } as const;
    const decision = decisionOf(sealed, command);
    expect(decision?.closesBox).toBe("workshop-1-1");
    expect(decision?.events).toEqual([opened, { type: "WorkshopPhaseBegun", workshop: 1, phase: 2, kind: "grouping" }]);
    const grouping = sealed.when(command).thenAccepted();
    expect(workshopOf(grouping)).toMatchObject({ round: 2, sealed: 0 });
    expect(decisionOf(grouping, { type: "BeginPhase", kind: "ideas" })?.createsBox).toBe("workshop-1-2");
  });

  it("is opened when the workshop closes", () => {
    const closing = decisionOf(sealed, { type: "CloseWorkshop", confirmed: true, sealedIdeas });
    expect(closing?.closesBox).toBe("workshop-1-1");
    expect(closing?.events.map(({ type }) => type)).toEqual([
      "AnonymousIdeasOpened",
      "WorkshopMoved",
      "WorkshopClosed",
    ]);
  });

  it("with more or fewer ideas than were given is a fault nobody passes over", () => {
    expect(() => sealed.when({ type: "CloseWorkshop", confirmed: true, sealedIdeas: sealedIdeas.slice(1) })).toThrow(
      /1 ideas in the box/,
    );
    expect(() => sealed.when({ type: "CloseWorkshop", confirmed: true })).toThrow(/opened contents/);
  });
});
