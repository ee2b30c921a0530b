import { describe, expect, it } from "vitest";
import type { Command } from "../../../src/core/committee/commands.ts";
import { ideasBy, ideaWorkshop } from "../../support/idea-workshop.ts";
import { roomKey } from "../../support/keys.ts";
import { advisor, guest, officePerson, voter } from "../../support/small-committee.ts";

const by = (n: number) => ({ actor: voter(n) });
const giving = (...texts: readonly string[]): Extract<Command, { type: "GiveIdeas" }> => ({
  type: "GiveIdeas",
  texts,
  private: true,
});
const two = ideaWorkshop().and(ideasBy(voter(1), "Mehr Plätze", "Kürzere Wege"));

describe("giving ideas", () => {
  it("takes one or many, numbered on, each as a card on one line, also of guests", () => {
    two
      .when(giving("  Weniger\n  Formulare "), { actor: guest })
      .thenEvents([{ type: "IdeaGiven", workshop: 1, idea: 3, person: guest, text: "Weniger Formulare" }]);
    two.when(giving("Eins", "Zwei", "Eins"), by(2)).thenEvents([
      { type: "IdeaGiven", workshop: 1, idea: 3, person: voter(2), text: "Eins" },
      { type: "IdeaGiven", workshop: 1, idea: 4, person: voter(2), text: "Zwei" },
    ]);
  });

  it("leaves hostile text as it is", () => {
    for (const text of [
      "<script>alert(1)</script>",
      "{{#each x}}",
      "[x](javascript:alert(1))",
      "=cmd()",
      "workshop schließen",
    ])
      two.when(giving(text)).thenEvents([{ type: "IdeaGiven", workshop: 1, idea: 3, person: officePerson, text }]);
  });

  it("refuses what is empty, too long, too much, or there already, and then takes none of it", () => {
    two.when(giving()).thenRefused("IdeaEmpty");
    two.when(giving("Gut", " \n ")).thenRefused("IdeaEmpty");
    two.when(giving("a".repeat(1001))).thenRefused("IdeaTooLong", { longest: 1000 });
    two.when(giving("Gut", "a".repeat(5000))).thenRefused("IdeaTooLong", { line: 2 });
    two.when(giving("🎈".repeat(1000))).thenTypes(["IdeaGiven"]);
    two.when(giving(...Array.from({ length: 51 }, (_, n) => `Idee ${n}`))).thenRefused("TooManyIdeas", { most: 50 });
    two.when(giving("Neu", "MEHR PLAETZE!"), by(1)).thenRefused("IdeaGivenAlready", { idea: 1 });
    two.when(giving("Mehr Plätze"), by(2)).thenTypes(["IdeaGiven"]);
  });

  it("takes again what was withdrawn", () => {
    two
      .when({ type: "WithdrawIdea", idea: 1 }, by(1))
      .thenEvents([{ type: "IdeaWithdrawn", idea: 1 }])
      .when(giving("Mehr Plätze"), by(1))
      .thenTypes(["IdeaGiven"]);
  });

  it("needs an open workshop that collects ideas", () => {
    ideaWorkshop({ phase: "grouping" })
      .when(giving("x"))
      .thenRefused("NotThisPhase", { now: "grouping", needed: "ideas" });
    two
      .and([{ type: "WorkshopClosed", workshop: 1 }])
      .when(giving("x"))
      .thenRefused("WorkshopIs", { status: "closed" });
  });
});

describe("the guiding question of an idea", () => {
  const own = roomKey("console:traeger");
  const asked = ideaWorkshop({
    questions: [{ text: "Was fehlt?" }, { text: "Was gelingt?", room: own }, { text: "Was nun?" }],
  });
  const given = (question?: number, room?: string) => {
    const where = room === undefined ? {} : { room: roomKey(room) };
    const { result } = asked.when({ ...giving("x"), ...where, ...(question === undefined ? {} : { question }) });
    const [event] = result.ok ? result.value.events : [];
    return event?.type === "IdeaGiven" ? event.question : "refused";
  };

  it("is the one that is named, else that of the room, else none of several", () => {
    expect(given(3)).toBe(3);
    expect(given(3, "console:traeger")).toBe(3);
    expect(given(undefined, "console:traeger")).toBe(2);
    expect(given(undefined, "console:saal")).toBeUndefined();
    expect(given()).toBeUndefined();
    asked.when({ ...giving("x"), question: 4 }).thenRefused("UnknownGuidingQuestion", { question: 4, count: 3 });
  });

  it("is that of the thread, unless it is the thread of an earlier workshop", () => {
    const under = (workshop: number, question: number, more: object = {}) =>
      asked.when({ ...giving("x"), ...more, thread: { workshop, question } });
    const place = { room: own };
    under(1, 1, place).thenEvents([expect.objectContaining({ type: "IdeaGiven", question: 1 })]);
    under(1, 1, { ...place, question: 3 }).thenEvents([expect.objectContaining({ type: "IdeaGiven", question: 3 })]);
    under(2, 1, place).thenEvents([expect.objectContaining({ type: "IdeaGiven", question: 2 })]);
    under(1, 9).thenRefused("UnknownGuidingQuestion", { question: 9, count: 3 });
  });

  it("is the only one there is", () => {
    ideaWorkshop({ questions: [{ text: "Was fehlt?" }] })
      .when(giving("x"))
      .thenEvents([{ type: "IdeaGiven", workshop: 1, idea: 1, person: officePerson, text: "x", question: 1 }]);
  });

  it("tells the same words apart", () => {
    asked
      .when({ ...giving("x"), question: 1 })
      .thenAccepted()
      .when({ ...giving("x"), question: 3 })
      .thenAccepted()
      .when({ ...giving("x"), question: 1 })
      .thenRefused("IdeaGivenAlready", { idea: 1 });
  });
});

describe("anonymous ideas", () => {
  const anonymous = ideaWorkshop({ anonymous: true, questions: [{ text: "Was fehlt?" }] });

  it("go into the box alone, each for itself, and leave nothing of who or what in the record", () => {
    const { result } = anonymous.when(giving("Zebrastreifen", "Yogamatten"), by(1));
    expect(result.ok && result.value).toEqual({
      events: [
        { type: "AnonymousIdeaGiven", workshop: 1, round: 1 },
        { type: "AnonymousIdeaGiven", workshop: 1, round: 1 },
      ],
      sealedApart: [
        { box: "workshop-1-1", content: '{"text":"Zebrastreifen","question":1}' },
        { box: "workshop-1-1", content: '{"text":"Yogamatten","question":1}' },
      ],
    });
  });

  it("are not taken with a photo: handwriting tells whose it is", () => {
    anonymous.when({ ...giving("x"), photo: "a.png" }).thenRefused("PhotoTellsWhose");
    anonymous.when({ ...giving("x"), photo: "a.png", private: false }).thenRefused("IdeaOnlyInPrivate");
  });

  it("are not taken in a room", () => {
    anonymous.when({ ...giving("x"), private: false }).thenRefused("IdeaOnlyInPrivate");
  });

  it("come out when they are revealed, and the next box is made ready", () => {
    const collected = anonymous.when(giving("Zebrastreifen"), by(1)).thenAccepted();
    const sealedIdeas = [{ text: "Zebrastreifen", question: 1 }];
    const { result } = collected.when({ type: "RevealIdeas", sealedIdeas });
    expect(result.ok && result.value).toEqual({
      events: [{ type: "AnonymousIdeasOpened", workshop: 1, round: 1, ideas: [{ idea: 1, ...sealedIdeas[0] }] }],
      closesBox: "workshop-1-1",
      createsBox: "workshop-1-2",
    });
  });

  it("are nobody's afterwards: only the moderation changes or withdraws them", () => {
    const opened = anonymous.and([
      { type: "AnonymousIdeasOpened", workshop: 1, round: 1, ideas: [{ idea: 1, text: "Zebrastreifen" }] },
    ]);
    opened.when({ type: "WithdrawIdea", idea: 1 }, by(2)).thenRefused("NotYourIdea", { isAnonymous: true });
    opened.when({ type: "ChangeIdea", idea: 1, text: "y" }, by(2)).thenRefused("NotYourIdea", { isAnonymous: true });
    opened.when({ type: "ChangeIdea", idea: 1, text: "y" }).thenTypes(["IdeaChanged"]);
  });
});

describe("hidden ideas", () => {
  const hidden = ideaWorkshop({ hidden: true, moderators: [voter(3)] }).and(ideasBy(voter(1), "Mehr Plätze"));

  it("are revealed once, by whoever moderates", () => {
    hidden.when({ type: "RevealIdeas" }, by(2)).thenRefused("ModeratorsOnly", { moderators: [voter(3)] });
    hidden
      .when({ type: "RevealIdeas" }, by(3))
      .thenEvents([{ type: "IdeasRevealed", workshop: 1 }])
      .when({ type: "RevealIdeas" })
      .thenRefused("NothingHidden");
    hidden.when({ type: "RevealIdeas" }).thenTypes(["IdeasRevealed"]);
  });

  it("cannot be answered to before, but changed by their givers", () => {
    hidden.when({ type: "CommentIdea", idea: 1, text: "Warum?" }, by(2)).thenRefused("IdeasHidden");
    hidden.when({ type: "SupportIdea", idea: 1 }, by(2)).thenRefused("IdeasHidden");
    hidden.when({ type: "ChangeIdea", idea: 1, text: "Viele Plätze" }, by(1)).thenTypes(["IdeaChanged"]);
  });
});

describe("what is done with an idea", () => {
  it("is changed and withdrawn by its giver or the moderation, once", () => {
    two.when({ type: "ChangeIdea", idea: 1, text: "x" }, by(2)).thenRefused("NotYourIdea", { isAnonymous: false });
    two.when({ type: "ChangeIdea", idea: 1, text: "Mehr Plätze" }, by(1)).thenRefused("IdeaUnchanged");
    two.when({ type: "ChangeIdea", idea: 1, text: "kürzere wege" }, by(1)).thenRefused("IdeaGivenAlready", { idea: 2 });
    two.when({ type: "ChangeIdea", idea: 1, text: " " }, by(1)).thenRefused("IdeaEmpty");
    two.when({ type: "ChangeIdea", idea: 3, text: "x" }, by(1)).thenRefused("UnknownIdea", { idea: 3, count: 2 });
    two
      .when({ type: "ChangeIdea", idea: 1, text: "Mehr  Plätze!" })
      .thenEvents([{ type: "IdeaChanged", idea: 1, text: "Mehr Plätze!" }])
      .when({ type: "WithdrawIdea", idea: 1 }, by(1))
      .thenAccepted()
      .when({ type: "WithdrawIdea", idea: 1 }, by(1))
      .thenRefused("IdeaWithdrawnAlready");
  });

  it("stays as it is while it can be given dots, and after the workshop", () => {
    const weighing = two.and([
      {
        type: "WeightingOpened",
        weighting: 1,
        workshop: 1,
        over: "ideas",
        targets: [1, 2],
        budget: 3,
        per: "person",
        several: true,
        mode: "open",
      },
    ]);
    weighing
      .when({ type: "ChangeIdea", idea: 1, text: "x" }, by(1))
      .thenRefused("WeightingStillOpen", { weighting: 1 });
    const closed = two.and([{ type: "WorkshopClosed", workshop: 1 }]);
    for (const command of [
      { type: "WithdrawIdea", idea: 1 },
      { type: "SupportIdea", idea: 1 },
      { type: "CommentIdea", idea: 1, text: "x" },
    ] as const)
      closed.when(command).thenRefused("WorkshopIs", { status: "closed" });
  });

  it("is supported once by each, not by its giver, and no longer if they like", () => {
    two.when({ type: "SupportIdea", idea: 1 }, by(1)).thenRefused("IdeaIsYours", { idea: 1 });
    two.when({ type: "EndSupport", idea: 1 }, by(2)).thenRefused("IdeaUnchanged");
    two
      .when({ type: "SupportIdea", idea: 1 }, { actor: advisor })
      .thenEvents([{ type: "IdeaSupported", idea: 1, person: advisor }])
      .when({ type: "SupportIdea", idea: 1 }, { actor: advisor })
      .thenRefused("IdeaUnchanged");
    two
      .and([{ type: "IdeaSupported", idea: 1, person: advisor }])
      .when({ type: "EndSupport", idea: 1 }, { actor: advisor })
      .thenEvents([{ type: "IdeaSupportEnded", idea: 1, person: advisor }]);
  });

  it("is commented on, the same words by the same person once", () => {
    const comment = { type: "CommentIdea", idea: 2, text: "Auch abends?" } as const;
    const commented = two
      .when(comment, by(4))
      .thenEvents([{ type: "IdeaCommented", idea: 2, person: voter(4), text: "Auch abends?" }]);
    commented.when(comment, by(4)).thenRefused("IdeaUnchanged", { idea: 2 });
    commented.when(comment, by(1)).thenTypes(["IdeaCommented"]);
  });
});
