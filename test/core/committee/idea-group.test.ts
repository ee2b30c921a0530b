import { describe, expect, it } from "vitest";
import type { Command } from "../../../src/core/committee/commands.ts";
import { given } from "../../support/given.ts";
import { grouping, groupsNow, workshopWithIdeas } from "../../support/idea-groups.ts";
import { guest, officePerson, smallCommittee, substitute, voter } from "../../support/small-committee.ts";

const make = (name: string, ...ideas: readonly number[]): Command => ({ type: "MakeIdeaGroup", name, ideas });
const move = (ideas: readonly number[], group?: number, from?: number | "none"): Command => ({
  type: "MoveIdeas",
  ideas,
  ...(group === undefined ? {} : { group }),
  ...(from === undefined ? {} : { from }),
});
const merge = (into: number, ...from: readonly number[]): Command => ({ type: "MergeIdeaGroups", into, from });
const undo: Command = { type: "RevertLast" };

/** 1 "Personal" with 1, 3, 4; 2 "Räume" with 5. */
const two = () =>
  grouping()
    .when(make("Personal", 1, 3, 4))
    .thenAccepted()
    .when(make("Räume", 5))
    .thenAccepted();

describe("groups of ideas", () => {
  it("are made with ideas or without, which change the group then", () => {
    grouping()
      .when(make("Personal", 4, 1, 4))
      .thenEvents([{ type: "IdeaGroupMade", workshop: 1, group: 1, name: "Personal", ideas: [4, 1] }]);
    const third = two()
      .when(make("Ausbildung", 3, 6))
      .thenAccepted()
      .when(make("Leer"))
      .thenAccepted();
    expect(groupsNow(third)).toEqual({ 1: ["Personal", 1, 4], 2: ["Räume", 5], 3: ["Ausbildung", 3, 6], 4: ["Leer"] });
  });

  it("have names that nobody mistakes for one another", () => {
    two().when(make("RAEUME", 2)).thenRefused("IdeaGroupNameTaken", { group: 2, name: "Räume" });
    two().when({ type: "RenameIdeaGroup", group: 1, name: "räume" }).thenRefused("IdeaGroupNameTaken", { group: 2 });
    two().when({ type: "RenameIdeaGroup", group: 2, name: "Räume" }).thenRefused("IdeaGroupUnchanged", { group: 2 });
    const spelled = two().when({ type: "RenameIdeaGroup", group: 2, name: "RÄUME" }).thenAccepted();
    expect(groupsNow(spelled)).toMatchObject({ 2: ["RÄUME", 5] });
    // The name of a group that is gone is free.
    two().when(merge(1, 2)).thenAccepted().when(make("Räume", 2)).thenAccepted();
  });

  it("take only ideas that are there", () => {
    grouping()
      .when(make("Neu", 1, 7))
      .thenRefused("UnknownIdea", { idea: 7, count: 6 });
    const withdrawn = grouping().and([{ type: "IdeaWithdrawn", idea: 2 }]);
    withdrawn.when(make("Neu", 2)).thenRefused("IdeaWithdrawnAlready", { idea: 2 });
    two()
      .when(move([2], 3))
      .thenRefused("UnknownIdeaGroup", { group: 3, count: 2 });
    two().when(move([], 1)).thenRefused("NoIdeasNamed");
    const hidden = grouping({ hidden: true });
    hidden.when(make("Neu", 1)).thenRefused("IdeasHidden");
    hidden
      .when(make("Leer"))
      .thenAccepted()
      .when(move([1], 1))
      .thenRefused("IdeasHidden");
  });

  it("do not take what belongs to another workshop", () => {
    const next = two().and([
      { type: "WorkshopClosed", workshop: 1 },
      { type: "WorkshopPlanned", workshop: 2, title: "Zweiter", days: [], anonymous: false, hidden: false },
      { type: "WorkshopOpened", workshop: 2 },
    ]);
    next.when(make("Neu", 1)).thenRefused("OfOtherWorkshop", { of: "idea", number: 1, workshop: 1 });
    next.when({ type: "RenameIdeaGroup", group: 2, name: "X" }).thenRefused("OfOtherWorkshop", { of: "group" });
    expect(groupsNow(next.when(make("Räume")).thenAccepted())).toMatchObject({ 3: ["Räume"] });
  });
});

describe("who may group", () => {
  it("is everybody while ideas are grouped, the moderation as long as the workshop is open", () => {
    for (const actor of [guest, voter(3), substitute(1)]) grouping().when(make("X", 1), { actor }).thenAccepted();
    const collecting = grouping({ phase: "ideas", moderator: voter(3) });
    collecting
      .when(make("X", 1), { actor: voter(2) })
      .thenRefused("NotThisPhase", { now: "ideas", needed: "grouping" });
    for (const actor of [officePerson, voter(1), voter(3)]) collecting.when(make("X", 1), { actor }).thenAccepted();
  });

  it("is nobody before and after", () => {
    given(smallCommittee()).when(make("X")).thenRefused("NoWorkshop");
    const planned = given([...smallCommittee(), ...workshopWithIdeas().slice(0, 1)]);
    planned.when(make("X")).thenRefused("WorkshopIs", { status: "planned" });
    const closed = two().and([{ type: "WorkshopClosed", workshop: 1 }]);
    closed.when(move([1], 2)).thenRefused("WorkshopIs", { status: "closed" });
  });
});

describe("moving ideas", () => {
  it("goes into a group, from one to another, and out of any; what is there already stays", () => {
    const moved = two().when(move([2, 5, 6], 2));
    moved.thenEvents([{ type: "IdeasMoved", ideas: [2, 6], group: 2 }]);
    expect(
      groupsNow(
        moved
          .thenAccepted()
          .when(move([1, 3], 2))
          .thenAccepted(),
      ),
    ).toEqual({
      1: ["Personal", 4],
      2: ["Räume", 1, 2, 3, 5, 6],
    });
    two()
      .when(move([1, 2]))
      .thenEvents([{ type: "IdeasMoved", ideas: [1] }]);
    two()
      .when(move([5], 2))
      .thenRefused("IdeaGroupUnchanged", { group: 2 });
    two()
      .when(move([2, 6]))
      .thenRefused("IdeaGroupUnchanged", { group: undefined });
  });

  it("is refused where somebody else moved one of them meanwhile, and says where it is", () => {
    const moved = two()
      .when(move([1], 2), { actor: voter(4) })
      .thenAccepted();
    moved.when(move([3, 1], 2, 1)).thenRefused("IdeaMovedMeanwhile", { idea: 1, group: 2 });
    moved.when(move([1], undefined, 1)).thenRefused("IdeaMovedMeanwhile", { idea: 1, group: 2 });
    moved.when(move([1], 1, "none")).thenRefused("IdeaMovedMeanwhile", { idea: 1, group: 2 });
    const out = two()
      .when(move([1]), { actor: voter(4) })
      .thenAccepted();
    out.when(move([1], 2, 1)).thenRefused("IdeaMovedMeanwhile", { idea: 1, group: undefined });
    two()
      .when(move([1, 3], 2, 1))
      .thenAccepted();
    two()
      .when(move([2], 2, "none"))
      .thenAccepted();
  });
});

describe("merging and splitting", () => {
  it("leaves the first group, and says where the others went", () => {
    const third = two().when(make("Ausbildung", 6)).thenAccepted();
    const merged = third.when(merge(2, 1)).thenAccepted().when(merge(3, 2)).thenAccepted();
    expect(groupsNow(merged)).toEqual({ 3: ["Ausbildung", 1, 3, 4, 5, 6] });
    merged.when(move([2], 1)).thenRefused("IdeaGroupGone", { group: 1, mergedInto: 3 });
    merged.when({ type: "RenameIdeaGroup", group: 2, name: "X" }).thenRefused("IdeaGroupGone", { mergedInto: 3 });
    merged.when(merge(3, 1)).thenRefused("IdeaGroupGone", { group: 1 });
    third.when(merge(1, 1)).thenRefused("IdeaGroupUnchanged", { group: 1 });
    third.when(merge(1, 9)).thenRefused("UnknownIdeaGroup", { group: 9, count: 3 });
    third.when(merge(1, 3, 2, 3, 1)).thenEvents([{ type: "IdeaGroupsMerged", into: 1, from: [3, 2] }]);
  });

  it("is refused while dots are given for one of the groups", () => {
    const weighing = (over: "ideas" | "groups", targets: readonly number[]) =>
      two().and([
        {
          type: "WeightingOpened",
          weighting: 1,
          workshop: 1,
          over,
          targets,
          budget: 3,
          per: "person",
          several: true,
          mode: "open",
        },
      ]);
    weighing("groups", [2]).when(merge(1, 2)).thenRefused("WeightingStillOpen", { weighting: 1 });
    weighing("groups", [1]).when(merge(1, 2)).thenRefused("WeightingStillOpen");
    weighing("ideas", [1, 2]).when(merge(1, 2)).thenAccepted();
    weighing("groups", [1, 2])
      .and([{ type: "WeightingCancelled", weighting: 1, reason: "x" }])
      .when(merge(1, 2))
      .thenAccepted();
  });

  it("splits off ideas of that group alone", () => {
    const split = (group: number, ...ideas: readonly number[]): Command => ({
      type: "SplitIdeaGroup",
      group,
      name: "Ausbildung",
      ideas,
    });
    expect(
      groupsNow(
        two()
          .when(split(1, 3, 4))
          .thenAccepted(),
      ),
    ).toEqual({
      1: ["Personal", 1],
      2: ["Räume", 5],
      3: ["Ausbildung", 3, 4],
    });
    two()
      .when(split(1, 3, 5))
      .thenRefused("IdeaNotInGroup", { idea: 5, group: 1 });
    two().when(split(1)).thenRefused("NoIdeasNamed");
    two().when(split(9, 3)).thenRefused("UnknownIdeaGroup");
    two()
      .when({ type: "SplitIdeaGroup", group: 1, name: "räume", ideas: [3] })
      .thenRefused("IdeaGroupNameTaken");
  });
});

describe("taking back", () => {
  it("is for everybody who grouped, and puts everything where it was", () => {
    const actor = voter(4);
    const before = groupsNow(two());
    for (const command of [
      make("Neu", 1, 5),
      move([1, 3], 2),
      move([1]),
      merge(1, 2),
      { type: "RenameIdeaGroup", group: 1, name: "Leute" },
    ] as const satisfies readonly Command[]) {
      const undone = two().when(command, { actor }).thenAccepted().when(undo, { actor }).thenTypes(["EntryReverted"]);
      expect(groupsNow(undone)).toEqual(before);
    }
  });

  it("stays with whoever keeps the minutes for all other entries", () => {
    two()
      .when(undo, { actor: voter(4) })
      .thenRefused("NotAllowed");
    const counted = two().and([{ type: "WorkshopHeadsCounted", workshop: 1, group: "Gäste", qualifier: "over" }], {
      by: guest,
    });
    counted.when(undo, { actor: guest }).thenRefused("NotAllowed");
  });

  it("is refused where a later entry rests on it", () => {
    const other = { actor: voter(4) };
    const firstMade = grouping().when(make("Personal", 1)).thenAccepted();
    for (const later of [
      make("Neu"),
      move([2], 1),
      move([1]),
      { type: "RenameIdeaGroup", group: 1, name: "X" },
    ] as const)
      firstMade.when(later, other).thenAccepted().when(undo).thenRefused("DependedOn");
    const moved = two()
      .when(move([1], 2))
      .thenAccepted();
    moved
      .when(move([1]), other)
      .thenAccepted()
      .when(undo)
      .thenRefused("DependedOn");
    moved
      .when(move([3], 2), other)
      .thenAccepted()
      .when(undo)
      .thenAccepted();
    const closed = two().and([{ type: "WorkshopClosed", workshop: 1 }], { by: voter(1) });
    closed.when(undo).thenRefused("DependedOn", { by: "WorkshopClosed" });
    // The old name may be somebody else's by now.
    const renamed = two().when({ type: "RenameIdeaGroup", group: 1, name: "Leute" }).thenAccepted();
    renamed.when(make("Personal"), other).thenAccepted().when(undo).thenRefused("DependedOn");
    const merged = two().when(merge(1, 2)).thenAccepted();
    merged.when(make("Räume"), other).thenAccepted().when(undo).thenRefused("DependedOn");
  });
});
