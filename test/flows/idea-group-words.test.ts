import { describe, expect, it } from "vitest";
import { stateAfter } from "../support/fold.ts";
import { workshopWithIdeas } from "../support/idea-groups.ts";
import { described, founded, hear } from "./conversation.ts";

const state = stateAfter([
  ...founded,
  ...workshopWithIdeas(),
  { type: "IdeaGroupMade", workshop: 1, group: 1, name: "Personal", ideas: [1] },
  { type: "IdeaGroupMade", workshop: 1, group: 2, name: "Räume", ideas: [] },
]);

function commandOf(text: string) {
  const heard = hear(text, { state });
  if (heard.kind !== "command") throw new Error(`${text}: ${described(heard)}`);
  return heard.command;
}

describe("the words of groups", () => {
  it.each([
    ['gruppe "Personal": 1, 4, 7', { type: "MakeIdeaGroup", name: "Personal", ideas: [1, 4, 7] }],
    ["gruppe Mehr Personal: 1 und 4", { type: "MakeIdeaGroup", name: "Mehr Personal", ideas: [1, 4] }],
    ["gruppe „A: B, C“: Ideen 1; 4", { type: "MakeIdeaGroup", name: "A: B, C", ideas: [1, 4] }],
    ['gruppe "Personal" 1, 4', { type: "MakeIdeaGroup", name: "Personal", ideas: [1, 4] }],
    ['neue gruppe "Leer"', { type: "MakeIdeaGroup", name: "Leer", ideas: [] }],
    ["gruppe 2 umbenennen: Fachkräfte", { type: "RenameIdeaGroup", group: 2, name: "Fachkräfte" }],
    ['gruppe umbenennen 2: "Fachkräfte"', { type: "RenameIdeaGroup", group: 2, name: "Fachkräfte" }],
    ["gruppen 2 und 3 zusammenlegen", { type: "MergeIdeaGroups", into: 2, from: [3] }],
    ["gruppen 2, 3 und 4", { type: "MergeIdeaGroups", into: 2, from: [3, 4] }],
    ["gruppen zusammenlegen 2 3", { type: "MergeIdeaGroups", into: 2, from: [3] }],
    ["gruppe 2 und gruppe 3 zusammenführen", { type: "MergeIdeaGroups", into: 2, from: [3] }],
    ["gruppe 2 mit gruppe 3 zusammenlegen", { type: "MergeIdeaGroups", into: 2, from: [3] }],
    ['gruppe 2 teilen "Ausbildung": 5, 6', { type: "SplitIdeaGroup", group: 2, name: "Ausbildung", ideas: [5, 6] }],
  ])("%s", (text, expected) => {
    expect(commandOf(text)).toEqual(expected);
  });

  it.each([
    ["idee 3 nach gruppe 2", { ideas: [3], group: 2 }],
    ["Idee 3 in Gruppe 2", { ideas: [3], group: 2 }],
    ["idee 3 aus gruppe", { ideas: [3] }],
    ["idee 3 aus gruppe 1", { ideas: [3], from: 1 }],
    ["idee 3 aus gruppe 1 nach gruppe 2", { ideas: [3], group: 2, from: 1 }],
    ["ideen 3, 5 nach gruppe 2", { ideas: [3, 5], group: 2 }],
    ["ideen 3, 5 und 7 zu gruppe 2.", { ideas: [3, 5, 7], group: 2 }],
    ["ideen 3, 5 aus gruppe", { ideas: [3, 5] }],
    ["ideen 3, 5 aus der Gruppe 1", { ideas: [3, 5], from: 1 }],
    ["ideen 3 aus gruppe 1 nach gruppe 2", { ideas: [3], group: 2, from: 1 }],
    ["ideen 3 ohne gruppe nach gruppe 2", { ideas: [3], group: 2, from: "none" }],
    ["verschiebe idee 3 nach gruppe 2", { ideas: [3], group: 2 }],
  ])("%s", (text, expected) => {
    expect(commandOf(text)).toEqual({ type: "MoveIdeas", ...expected });
  });

  it("ask for what is missing, with the groups there are", () => {
    const where = described(hear("ideen 3, 5", { state }));
    expect(where).toContain("In welche Gruppe?");
    expect(where).toContain("→ Gruppe 2 Räume: ideen verschieben 3, 5 nach gruppe 2");
    expect(described(hear("idee 3 nach gruppe", { state }))).toContain("→ Gruppe 1 Personal: idee nach gruppe 3 1");
    expect(commandOf("idee nach gruppe 3 1")).toEqual({ type: "MoveIdeas", ideas: [3], group: 1 });
    expect(described(hear("gruppe 2 teilen", { state }))).toContain("Wie heißt die Gruppe?");
    expect(described(hear("gruppe: 1, 2", { state }))).toContain("Wie heißt die Gruppe?");
  });

  it("take no name that is too long, and nothing that is no number", () => {
    expect(described(hear(`gruppe "${"x".repeat(101)}": 1`, { state }))).toContain("100");
    expect(described(hear(`gruppe 2 umbenennen: ${"x".repeat(101)}`, { state }))).toContain("100");
    expect(commandOf(`gruppe "${"ä".repeat(100)}": 1`)).toMatchObject({ type: "MakeIdeaGroup" });
    for (const text of ['gruppe "A": eins', 'gruppe "A": 1, =cmd()', "ideen 3 nach gruppe zwei", "gruppen 2"])
      expect(hear(text, { state }).kind, text).toBe("problem");
  });

  it("show one group, or the wall, or make a paper of it", () => {
    expect(hear("gruppe 2", { state })).toEqual({ kind: "query", query: { kind: "ideas", group: 2 } });
    for (const text of ["tafel", "gruppen"]) expect(hear(text, { state })).toMatchObject({ query: { kind: "wall" } });
    expect(hear("tafel datei", { state })).toMatchObject({ query: { kind: "paper", paper: "wall" } });
  });
});
