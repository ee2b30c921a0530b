import { describe, expect, it } from "vitest";
import { weightingOver } from "../../../src/core/committee/weighting-now.ts";
import { given } from "../../support/given.ts";
import {
  advisor,
  guest,
  officePerson,
  seat,
  smallCommittee,
  substitute,
  voter,
} from "../../support/small-committee.ts";
import { onIdeas, opening, placed, placing, weighing, weightingOf, workshop } from "../../support/weightings.ts";

describe("opening a weighting", () => {
  it("is over all ideas that stand, or all groups with ideas in them", () => {
    const state = workshop([{ type: "IdeaWithdrawn", idea: 4 }]);
    state.when(opening()).thenEvents([
      {
        type: "WeightingOpened",
        weighting: 1,
        workshop: 1,
        over: "ideas",
        targets: [1, 2, 3, 5],
        budget: 3,
        per: "seat",
        several: true,
        mode: "open",
      },
    ]);
    const groups = state.when(opening({ over: "groups" })).thenAccepted();
    expect(weightingOf(groups).targets).toEqual([1, 2]);
    expect([[1], [3, 2], [3]].map((of) => weightingOver(groups.state, of))).toEqual([1, 1, undefined]);
    expect(weightingOver(groups.when({ type: "CloseWeighting" }).thenAccepted().state, [1])).toBeUndefined();
  });

  it("takes the targets that are named, each once, and refuses what cannot be weighed", () => {
    expect(weightingOf(weighing({ targets: [2, 5, 2] })).targets).toEqual([2, 5]);
    workshop()
      .when(opening({ targets: [2, 9] }))
      .thenRefused("UnknownDotTarget", { number: 9, targets: [1, 2, 3, 4, 5] });
    workshop()
      .when(opening({ over: "groups", targets: [3] }))
      .thenRefused("UnknownDotTarget", { over: "groups", number: 3, targets: [1, 2] });
    workshop()
      .when(opening({ targets: [] }))
      .thenRefused("NothingToWeigh");
  });

  it("is for the moderation: whoever leads, and whoever is named", () => {
    workshop()
      .when(opening(), { actor: voter(3) })
      .thenTypes(["WeightingOpened"]);
    workshop()
      .when(opening(), { actor: voter(2) })
      .thenRefused("ModeratorsOnly", { moderators: [voter(3)] });
  });

  it.each([0, 21, -1, 1.5, Number.NaN])("refuses a budget of %s", (budget) => {
    workshop().when(opening({ budget })).thenRefused("BudgetWrong", { most: 20 });
  });

  it("is one at a time, in an open workshop, over what everybody can read", () => {
    weighing().when(opening()).thenRefused("WeightingStillOpen", { weighting: 1 });
    given(smallCommittee()).when(opening()).thenRefused("NoWorkshop");
    workshop([{ type: "WorkshopClosed", workshop: 1 }])
      .when(opening())
      .thenRefused("WorkshopIs", { status: "closed" });
    workshop([{ type: "WorkshopModeSet", workshop: 1, anonymous: false, hidden: true }])
      .when(opening())
      .thenRefused("IdeasHidden");
    workshop([{ type: "AnonymousIdeaGiven", workshop: 1, round: 1 }])
      .when(opening())
      .thenRefused("NotThisPhase", { needed: "weighting" });
  });

  it("makes a box ready for secret dots", () => {
    const { result } = workshop().when(opening({ mode: "secret" }));
    expect(result).toMatchObject({ ok: true, value: { createsBox: "dots-1" } });
    const open = workshop().when(opening()).result;
    expect(open.ok && "createsBox" in open.value).toBe(false);
  });
});

describe("placing dots", () => {
  it("keeps them by seat, each target once, in the order of the targets", () => {
    weighing()
      .when(placing(onIdeas(5, 3, 5)), { actor: voter(1) })
      .thenEvents([
        {
          type: "DotsPlaced",
          weighting: 1,
          person: voter(1),
          seat: seat(1),
          dots: [
            { target: { kind: "idea", number: 3 }, dots: 1 },
            { target: { kind: "idea", number: 5 }, dots: 2 },
          ],
        },
      ]);
  });

  it("counts one placement per seat: the second person is told who; the first may change", () => {
    const after = placed(weighing(), [[substitute(1), 1, 1]]);
    after
      .when(placing(onIdeas(2)), { actor: voter(1) })
      .thenRefused("DotsPlacedAlready", { by: substitute(1), seat: seat(1) });
    const changed = placed(after, [[substitute(1), 2]]);
    expect([...weightingOf(changed).placed]).toEqual([[seat(1), { person: substitute(1), dots: onIdeas(2) }]]);
  });

  it("counts each person alone where it is per person, guests too", () => {
    const after = placed(weighing({ per: "person" }), [
      [voter(1), 1],
      [substitute(1), 1],
      [guest, 2],
      [advisor, 2],
    ]);
    expect([...weightingOf(after).placed.keys()]).toEqual([voter(1), substitute(1), guest, advisor]);
  });

  it("is not for people without a seat where it is per seat", () => {
    weighing()
      .when(placing(onIdeas(1)), { actor: guest })
      .thenRefused("NoDotsForYou", { person: guest });
    weighing()
      .when(placing(onIdeas(1)), { actor: officePerson })
      .thenRefused("NoDotsForYou");
  });

  it("is refused beyond the budget, on unknown targets, in pieces, and twice on one where one each is asked", () => {
    const open = weighing();
    open
      .when(placing(onIdeas(1, 2, 3, 4)), { actor: voter(1) })
      .thenRefused("DotsOverBudget", { placed: 4, budget: 3 });
    open.when(placing(onIdeas(9)), { actor: voter(1) }).thenRefused("UnknownDotTarget", { number: 9 });
    const group = [{ target: { kind: "group", number: 1 }, dots: 1 }] as const;
    open.when(placing(group), { actor: voter(1) }).thenRefused("UnknownDotTarget");
    open.when(placing([]), { actor: voter(1) }).thenRefused("DotsUnreadable");
    for (const dots of [0, -1, 0.5, Number.NaN])
      open
        .when(placing([{ target: { kind: "idea", number: 1 }, dots }]), { actor: voter(1) })
        .thenRefused("DotsUnreadable");
    weighing({ several: false })
      .when(placing(onIdeas(1, 1)), { actor: voter(1) })
      .thenRefused("OneDotEach");
  });

  it("a repeated placement changes nothing", () => {
    placed(weighing(), [[voter(1), 3, 5]])
      .when(placing(onIdeas(5, 3)), { actor: voter(1) })
      .thenRefused("DotsUnchanged");
  });

  it("one more is added to what is placed, up to the budget", () => {
    const more = (number: number) => ({ ...placing(onIdeas(number)), adds: true }) as const;
    const two = placed(weighing(), [[voter(1), 3, 5]]);
    const three = two.when(more(5), { actor: voter(1) }).thenAccepted();
    expect(weightingOf(three).placed.get(seat(1))?.dots).toEqual([
      { target: { kind: "idea", number: 3 }, dots: 1 },
      { target: { kind: "idea", number: 5 }, dots: 2 },
    ]);
    three.when(more(1), { actor: voter(1) }).thenRefused("DotsOverBudget", { placed: 4 });
    weighing()
      .when(more(1), { actor: voter(2) })
      .thenTypes(["DotsPlaced"]);
  });

  it("a late click on the button of another weighting does not count in this one", () => {
    const second = weighing().when({ type: "CloseWeighting" }).thenAccepted().when(opening()).thenAccepted();
    const late = { type: "PlaceDots", weighting: 1, dots: onIdeas(1), adds: true, private: true } as const;
    second.when(late, { actor: voter(1) }).thenRefused("WeightingIs", { weighting: 1, status: "closed" });
    second.when({ ...late, weighting: 7 }, { actor: voter(1) }).thenRefused("NoWeightingOpen");
    second.when({ ...late, weighting: 2 }, { actor: voter(1) }).thenTypes(["DotsPlaced"]);
    workshop()
      .when(placing(onIdeas(1)), { actor: voter(1) })
      .thenRefused("NoWeightingOpen");
  });
});

describe("secret dots", () => {
  const secret = () => weighing({ mode: "secret" });

  it("lie in the box alone, in the order of the targets", () => {
    const outcome = secret().when(placing(onIdeas(5, 3, 5)), { actor: voter(1) });
    outcome.thenEvents([{ type: "SecretDotsPlaced", weighting: 1, person: voter(1), seat: seat(1) }]);
    expect(outcome.result).toMatchObject({
      value: {
        sealed: {
          box: "dots-1",
          content: '[{"target":{"kind":"idea","number":3},"dots":1},{"target":{"kind":"idea","number":5},"dots":2}]',
        },
      },
    });
  });

  it("come by direct chat only, all in one line, and stand", () => {
    secret()
      .when(placing(onIdeas(1), false), { actor: voter(1) })
      .thenRefused("DotsOnlyInPrivate");
    secret()
      .when({ type: "PlaceDots", dots: onIdeas(1), adds: true, private: true }, { actor: voter(1) })
      .thenRefused("SecretDotsTogether", { budget: 3 });
    const after = placed(secret(), [[voter(1), 1]]);
    for (const actor of [voter(1), substitute(1)])
      after
        .when(placing(onIdeas(2)), { actor })
        .thenRefused("DotsPlacedAlready", { by: voter(1), seat: seat(1), mode: "secret" });
    weighing({ mode: "secret", budget: 1 })
      .when({ type: "PlaceDots", dots: onIdeas(1), adds: true, private: true }, { actor: voter(1) })
      .thenTypes(["SecretDotsPlaced"]);
  });

  it("are counted from the opened box, which is closed; a box that does not fit is a fault", () => {
    const after = placed(secret(), [
      [voter(1), 1],
      [voter(2), 1, 2],
    ]);
    const closing = { type: "CloseWeighting", secretDots: [onIdeas(1, 2), onIdeas(1)] } as const;
    expect(after.when(closing).result).toMatchObject({ ok: true, value: { closesBox: "dots-1" } });
    expect(weightingOf(after.when(closing).thenAccepted()).result).toMatchObject({
      voters: 2,
      counts: [{ dots: 2 }, { dots: 1 }, { dots: 0 }, { dots: 0 }, { dots: 0 }],
    });
    expect(() => after.when({ type: "CloseWeighting", secretDots: [onIdeas(1)] })).toThrow("1 sealed placements of 2");
    expect(() => after.when({ type: "CloseWeighting" })).toThrow("opened dots");
  });
});

describe("ending a weighting", () => {
  it("counts all at once, most first; a second call is refused", () => {
    const closed = placed(weighing(), [
      [voter(1), 2, 2, 4],
      [voter(2), 4, 5],
    ])
      .when({ type: "CloseWeighting" })
      .thenAccepted();
    expect(weightingOf(closed).result?.counts.map(({ target, dots }) => [target.number, dots])).toEqual([
      [2, 2],
      [4, 2],
      [5, 1],
      [1, 0],
      [3, 0],
    ]);
    closed.when({ type: "CloseWeighting" }).thenRefused("WeightingIs", { weighting: 1, status: "closed" });
    closed.when({ type: "CancelWeighting", reason: "x" }).thenRefused("WeightingIs");
  });

  it("is for the moderation", () => {
    weighing()
      .when({ type: "CloseWeighting" }, { actor: voter(2) })
      .thenRefused("ModeratorsOnly");
    weighing()
      .when({ type: "CancelWeighting", reason: "x" }, { actor: voter(2) })
      .thenRefused("ModeratorsOnly");
    weighing()
      .when({ type: "CloseWeighting" }, { actor: voter(3) })
      .thenTypes(["WeightingClosed"]);
    workshop().when({ type: "CloseWeighting" }).thenRefused("NoWeightingOpen");
  });

  it("cancelled counts nothing, and throws a secret box away", () => {
    const secret = weighing({ mode: "secret" }).when({ type: "CancelWeighting", reason: "Neu" });
    secret.thenEvents([{ type: "WeightingCancelled", weighting: 1, reason: "Neu" }]);
    expect(secret.result).toMatchObject({ value: { discardsBox: "dots-1" } });
    const cancelled = secret.thenAccepted();
    expect(weightingOf(cancelled)).toMatchObject({ status: "cancelled" });
    cancelled.when(opening()).thenTypes(["WeightingOpened"]);
  });

  it("keeps the targets it was opened with", () => {
    const open = weighing().and([{ type: "IdeaWithdrawn", idea: 2 }]);
    const closed = placed(open, [[voter(1), 2]])
      .when({ type: "CloseWeighting" })
      .thenAccepted();
    expect(weightingOf(closed).result?.counts[0]).toEqual({ target: { kind: "idea", number: 2 }, dots: 1 });
  });
});
