import { describe, expect, it } from "vitest";
import { localOf } from "../../../src/adapters/clock/zone-time.ts";
import { runningWorkshop } from "../../../src/core/committee/workshop-now.ts";
import type { WallView } from "../../../src/core/papers/views.ts";
import { wallView } from "../../../src/core/papers/wall-view.ts";
import { paperContext } from "../../../src/flows/make-paper.ts";
import { type Past, usualInstant } from "../../support/fold.ts";
import { grouping } from "../../support/idea-groups.ts";
import { meetingDay, voter } from "../../support/small-committee.ts";
import { onIdeas } from "../../support/weightings.ts";

function viewOf({ state }: Past): WallView {
  const workshop = runningWorkshop(state);
  if (workshop === undefined) throw new Error("no workshop is open");
  return wallView(state, workshop, paperContext(state, usualInstant, localOf));
}

describe("the wall as a paper", () => {
  it("shows questions, groups and ideas, and nobody's name", () => {
    const past = grouping({ ideas: ["Mehr Plätze", "Fahrdienst", "Räume"], questions: [1, undefined, 1] })
      .when({ type: "MakeIdeaGroup", name: "Personal", ideas: [3, 1] })
      .thenAccepted();
    const { head, ...view } = viewOf(past);
    expect(head).toMatchObject({ committee: "AG 78 Hilfen zur Erziehung", version: "internal" });
    expect(view).toEqual({
      title: "Klausurtagung",
      meeting: { date: meetingDay },
      hasQuestions: true,
      groups: 1,
      grouped: 2,
      ungrouped: 1,
      sections: [
        {
          question: { number: 1, text: "Was ist Frage 1?" },
          groups: [
            {
              number: 1,
              name: "Personal",
              ideas: [
                { number: 1, text: "Mehr Plätze" },
                { number: 3, text: "Räume" },
              ],
            },
          ],
          ungrouped: [],
        },
        { groups: [], ungrouped: [{ number: 2, text: "Fahrdienst" }] },
      ],
    });
  });

  it("counts what is hidden, and leaves out what was withdrawn", () => {
    const { sections, hidden } = viewOf(grouping({ hidden: true }).and([{ type: "IdeaWithdrawn", idea: 1 }]));
    expect({ sections, hidden }).toEqual({ sections: [], hidden: 5 });
    const shown = viewOf(grouping({ ideas: ["a", "b"] }).and([{ type: "IdeaWithdrawn", idea: 1 }]));
    expect(shown.sections).toEqual([{ groups: [], ungrouped: [{ number: 2, text: "b" }] }]);
    expect(shown).not.toHaveProperty("hidden");
  });

  it("counts the dots of the last closed weighting and who supports; not where dots go while one runs", () => {
    const running = grouping({ ideas: ["a", "b"], phase: "weighting" }).and([
      { type: "IdeaSupported", idea: 2, person: voter(1) },
      {
        type: "WeightingOpened",
        weighting: 1,
        workshop: 1,
        over: "ideas",
        budget: 3,
        per: "seat",
        several: true,
        mode: "open",
        targets: [1, 2],
      },
      { type: "DotsPlaced", weighting: 1, person: voter(1), dots: onIdeas(1) },
    ]);
    const [before] = viewOf(running).sections;
    expect(before?.ungrouped).toEqual([
      { number: 1, text: "a" },
      { number: 2, text: "b", support: 1 },
    ]);
    const counts = [{ target: { kind: "idea", number: 1 }, dots: 4 }] as const;
    const [after] = viewOf(running.and([{ type: "WeightingClosed", weighting: 1, counts, voters: 1 }])).sections;
    expect(after?.ungrouped).toEqual([
      { number: 1, text: "a", dots: 4 },
      { number: 2, text: "b", support: 1 },
    ]);
  });
});
