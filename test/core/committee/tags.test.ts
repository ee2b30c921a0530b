import { describe, expect, it } from "vitest";
import { committeeTags, ideasWithTag, resultsWithTag } from "../../../src/core/committee/committee-tags.ts";
import type { CommitteeEvent } from "../../../src/core/committee/events.ts";
import { entry } from "../../../src/core/kernel/table.ts";
import { type GivenCommittee, given } from "../../support/given.ts";
import { smallCommittee, voter } from "../../support/small-committee.ts";

const tagLists = [
  { name: "Prinzipien", tags: ["Orientierung am Willen", "Übergänge"] },
  { name: "Regionen", tags: ["Nord"] },
];

const ideas: readonly CommitteeEvent[] = [
  { type: "WorkshopPlanned", workshop: 1, title: "Klausur", days: [], anonymous: false, hidden: false },
  ...[1, 2, 3].map(
    (idea): CommitteeEvent => ({ type: "IdeaGiven", workshop: 1, idea, person: voter(2), text: `Idee ${idea}` }),
  ),
  { type: "IdeaWithdrawn", idea: 3 },
  { type: "ResultMade", result: 1, kind: "statement", text: "Elternrat", origin: { kind: "none" } },
];

const founded = (): GivenCommittee => given(smallCommittee({ description: { tagLists } })).and(ideas);

describe("tags", () => {
  it("are those of the committee's own lists", () => {
    expect(committeeTags(founded().state)).toEqual(["Orientierung am Willen", "Übergänge", "Nord"]);
    founded()
      .when({ type: "TagIdea", ideas: [1], tag: "Digitales" })
      .thenRefused("UnknownTag", { tag: "Digitales", known: ["Orientierung am Willen", "Übergänge", "Nord"] });
    given(smallCommittee())
      .and(ideas)
      .when({ type: "TagResult", result: 1, tag: "Nord" })
      .thenRefused("UnknownTag", { known: [] });
  });

  it("are put on several ideas at once, spelled as the list has them; who has it already is left out", () => {
    const after = founded()
      .when({ type: "TagIdea", ideas: [1], tag: "#uebergaenge" }, { actor: voter(2) })
      .thenEvents([{ type: "IdeaTagged", idea: 1, tag: "Übergänge" }])
      .when({ type: "TagIdea", ideas: [1, 2, 2], tag: "ÜBERGÄNGE" })
      .thenEvents([{ type: "IdeaTagged", idea: 2, tag: "Übergänge" }]);
    after.when({ type: "TagIdea", ideas: [1, 2], tag: "Übergänge" }).thenRefused("IdeaUnchanged", { idea: 1 });
    expect(ideasWithTag(after.state, "übergänge").map(({ idea }) => idea)).toEqual([1, 2]);
    const without = after
      .when({ type: "UntagIdea", ideas: [2, 1], tag: "übergänge" })
      .thenTypes(["IdeaUntagged", "IdeaUntagged"]);
    without.when({ type: "UntagIdea", ideas: [1], tag: "Übergänge" }).thenRefused("IdeaUnchanged");
    expect(ideasWithTag(without.state, "Übergänge")).toEqual([]);
  });

  it("are not put on ideas that are not there or withdrawn; then none is tagged", () => {
    founded()
      .when({ type: "TagIdea", ideas: [1, 9], tag: "Nord" })
      .thenRefused("UnknownIdea", { idea: 9, count: 3 });
    founded()
      .when({ type: "TagIdea", ideas: [1, 3], tag: "Nord" })
      .thenRefused("IdeaWithdrawnAlready", { idea: 3 });
  });

  it("are put on results and taken away, by the minute taker's side", () => {
    founded()
      .when({ type: "TagResult", result: 1, tag: "Nord" }, { actor: voter(3) })
      .thenRefused("NotAllowed");
    const after = founded()
      .when({ type: "TagResult", result: 1, tag: "nord" })
      .thenEvents([{ type: "ResultTagged", result: 1, tag: "Nord" }]);
    after.when({ type: "TagResult", result: 1, tag: "Nord" }).thenRefused("ResultUnchanged");
    expect(resultsWithTag(after.state, "nord")).toHaveLength(1);
    after.when({ type: "UntagResult", result: 1, tag: "Nord" }).thenTypes(["ResultUntagged"]);
  });

  it("that the lists no longer have can still be taken away", () => {
    const tagged = given(smallCommittee())
      .and(ideas)
      .and([
        { type: "ResultTagged", result: 1, tag: "Alt" },
        { type: "IdeaTagged", idea: 1, tag: "Alt" },
      ]);
    const after = tagged
      .when({ type: "UntagResult", result: 1, tag: "alt" })
      .thenAccepted()
      .when({ type: "UntagIdea", ideas: [1], tag: "alt" })
      .thenAccepted();
    expect(entry(after.state.routes.results, 1)?.tags.size).toBe(0);
    expect(entry(after.state.workshops.ideas, 1)?.tags.size).toBe(0);
  });
});
