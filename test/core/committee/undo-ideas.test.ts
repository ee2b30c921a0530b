import { describe, expect, it } from "vitest";
import type { Command } from "../../../src/core/committee/commands.ts";
import { entry } from "../../../src/core/kernel/table.ts";
import type { GivenCommittee } from "../../support/given.ts";
import { ideasBy, ideaWorkshop } from "../../support/idea-workshop.ts";
import { officePerson, voter } from "../../support/small-committee.ts";

const by = (n: number) => ({ actor: voter(n) });
const undo: Command = { type: "RevertLast" };
const support: Command = { type: "SupportIdea", idea: 1 };
const two = ideaWorkshop().and(ideasBy(voter(1), "Mehr Plätze", "Kürzere Wege"));
const giving: Command = { type: "GiveIdeas", texts: ["Eins", "Zwei"], private: true };
const ideaOf = ({ state }: GivenCommittee, number: number) => entry(state.workshops.ideas, number);

describe("taking back what one did with ideas", () => {
  it("withdraws what was given together, and brings it back when it is said again", () => {
    const withdrawn = two
      .when(giving, by(2))
      .thenAccepted()
      .when(undo, by(2))
      .thenEvents([
        { type: "IdeaWithdrawn", idea: 3 },
        { type: "IdeaWithdrawn", idea: 4 },
      ]);
    const back = withdrawn.when(undo, by(2)).thenTypes(["EntryReverted"]);
    expect([3, 4].map((number) => ideaOf(back, number)?.isWithdrawn)).toEqual([false, false]);
  });

  it("restores the words, a withdrawn idea, a comment, a support", () => {
    const changed = two.when({ type: "ChangeIdea", idea: 1, text: "Anders" }, by(1)).thenAccepted();
    expect(ideaOf(changed.when(undo, by(1)).thenAccepted(), 1)?.text).toBe("Mehr Plätze");
    const withdrawn = two.when({ type: "WithdrawIdea", idea: 1 }, by(1)).thenAccepted();
    expect(ideaOf(withdrawn.when(undo, by(1)).thenAccepted(), 1)?.isWithdrawn).toBe(false);
    const commented = two.when({ type: "CommentIdea", idea: 1, text: "Gut" }, by(2)).thenAccepted();
    expect(ideaOf(commented.when(undo, by(2)).thenAccepted(), 1)?.comments).toEqual([]);
    const supported = two.when(support, by(2)).thenAccepted().when(support, by(3)).thenAccepted();
    expect([...(ideaOf(supported.when(undo, by(2)).thenAccepted(), 1)?.support ?? [])]).toEqual([voter(3)]);
  });

  it("is refused once somebody else did something with it, and after the workshop was closed", () => {
    const changed = two.when({ type: "ChangeIdea", idea: 1, text: "Anders" }, by(1)).thenAccepted();
    changed
      .when(support, by(2))
      .thenAccepted()
      .when(undo, by(1))
      .thenRefused("DependedOn", {
        by: "IdeaSupported",
        about: { kind: "idea", number: 1 },
      });
    changed
      .when({ type: "ChangeIdea", idea: 1, text: "Neu" }, { actor: officePerson })
      .thenAccepted()
      .when(undo, by(1))
      .thenRefused("DependedOn", { by: "IdeaChanged" });
    changed
      .when({ type: "CloseWorkshop" })
      .thenAccepted()
      .when(undo, by(1))
      .thenRefused("DependedOn", { by: "WorkshopClosed" });
  });

  it("says of which idea, group or result the refusal speaks", () => {
    const given = two.when(giving, by(2)).thenAccepted();
    given
      .when({ type: "SupportIdea", idea: 4 }, by(1))
      .thenAccepted()
      .when(undo, by(2))
      .thenRefused("DependedOn", { label: "IdeaGiven", about: { kind: "idea", number: 4 } });
    const grouped = given
      .and([{ type: "WorkshopPhaseBegun", workshop: 1, phase: 2, kind: "grouping" }])
      .when({ type: "MakeIdeaGroup", name: "Plätze", ideas: [1, 2] }, by(2))
      .thenAccepted();
    const renamed = grouped.when({ type: "RenameIdeaGroup", group: 1, name: "Wege" }, by(1)).thenAccepted();
    renamed
      .when(undo, by(2))
      .thenRefused("DependedOn", { by: "IdeaGroupRenamed", about: { kind: "group", number: 1 } });
    const out = grouped.when({ type: "MoveIdeas", ideas: [1, 2] }, by(2)).thenAccepted();
    out
      .when({ type: "MoveIdeas", ideas: [2, 3], group: 1 }, by(1))
      .thenAccepted()
      .when(undo, by(2))
      .thenRefused("DependedOn", { label: "IdeasMoved", about: { kind: "idea", number: 2 } });
    const made = two
      .when({ type: "MakeResult", kind: "task", origin: { kind: "none" }, text: "Eins" }, { actor: voter(1) })
      .thenAccepted()
      .when({ type: "RewordResult", result: 1, text: "Zwei" })
      .thenAccepted();
    made.when(undo, by(1)).thenRefused("DependedOn", { label: "ResultMade", about: { kind: "result", number: 1 } });
  });

  it("takes back open dots until they are counted, whatever others placed, and no idea while dots are given", () => {
    const weighing = two
      .when(giving, by(2))
      .thenAccepted()
      .when({
        type: "OpenWeighting",
        over: "ideas",
        targets: [1],
        budget: 2,
        per: "person",
        several: true,
        mode: "open",
      })
      .thenAccepted();
    weighing.when(undo, by(2)).thenRefused("WeightingStillOpen");
    const dots: Command = {
      type: "PlaceDots",
      dots: [{ target: { kind: "idea", number: 1 }, dots: 1 }],
      private: true,
    };
    const placed = weighing.when(dots, by(1)).thenAccepted().when(dots, by(3)).thenAccepted();
    const undone = placed.when(undo, by(1)).thenAccepted();
    expect([...(entry(undone.state.workshops.weightings, 1)?.placed.keys() ?? [])]).toEqual([voter(3)]);
    placed.when({ type: "CloseWeighting" }).thenAccepted().when(undo, by(1)).thenRefused("DependedOn");
  });

  it("takes back nothing older in place of an anonymous idea", () => {
    const anonymous = ideaWorkshop({ anonymous: true }).and([{ type: "AnonymousIdeaGiven", workshop: 1, round: 1 }]);
    anonymous.when(undo, by(1)).thenRefused("AnonymousIdeaStands");
  });
});

describe("revealing after the workshop was closed", () => {
  const hidden = ideaWorkshop({ hidden: true }).and(ideasBy(voter(1), "Mehr Plätze"));
  const open: Command = {
    type: "OpenWeighting",
    over: "ideas",
    budget: 2,
    per: "person",
    several: true,
    mode: "secret",
  };

  it("shows them, once, and by the moderation alone; no dots are given before", () => {
    hidden.when(open).thenRefused("IdeasHidden");
    const closed = hidden.when({ type: "CloseWorkshop" }).thenAccepted();
    closed.when({ type: "RevealIdeas" }, by(2)).thenRefused("ModeratorsOnly");
    closed
      .when({ type: "RevealIdeas" })
      .thenEvents([{ type: "IdeasRevealed", workshop: 1 }])
      .when({ type: "RevealIdeas" })
      .thenRefused("WorkshopIs", { status: "closed" });
  });

  it("opens the box of anonymous ideas with the end, and shows them later", () => {
    const sealed = ideaWorkshop({ anonymous: true, hidden: true }).and([
      { type: "AnonymousIdeaGiven", workshop: 1, round: 1 },
    ]);
    const closed = sealed
      .when({ type: "CloseWorkshop", sealedIdeas: [{ text: "Offene Türen" }] })
      .thenTypes(["AnonymousIdeasOpened", "WorkshopClosed"]);
    closed.when({ type: "RevealIdeas" }).thenEvents([{ type: "IdeasRevealed", workshop: 1 }]);
  });
});
