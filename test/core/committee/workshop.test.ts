import { describe, expect, it } from "vitest";
import { given } from "../../support/given.ts";
import { day, personKey, roomKey } from "../../support/keys.ts";
import { guest, officePerson, smallCommittee, voter } from "../../support/small-committee.ts";
import {
  collectingIdeas,
  openedWorkshop,
  plannedWorkshop,
  planningWorkshop,
  twoDays,
  workshopOf,
} from "../../support/workshops.ts";

const founded = given(smallCommittee());

describe("planning a workshop", () => {
  it("keeps its days in their order", () => {
    founded.when(planningWorkshop({ days: twoDays.toReversed(), place: "Kreishaus", anonymous: true })).thenEvents([
      {
        type: "WorkshopPlanned",
        workshop: 1,
        title: "Klausur",
        days: twoDays,
        place: "Kreishaus",
        anonymous: true,
        hidden: false,
      },
    ]);
  });

  it("goes on from the meeting of one of its days, or from the one that is named", () => {
    const meetings = founded.and([
      { type: "MeetingScheduled", meeting: 1, appointment: { date: day("2023-01-20") } },
      { type: "MeetingScheduled", meeting: 2, appointment: { date: day("2023-01-28") } },
    ]);
    expect(workshopOf(meetings.when(planningWorkshop()).thenAccepted()).continues).toBe(2);
    expect(workshopOf(meetings.when(planningWorkshop({ continues: 1 })).thenAccepted()).continues).toBe(1);
    meetings.when(planningWorkshop({ continues: 3 })).thenRefused("NoMeetingToContinue", { meeting: 3, known: 2 });
    expect(workshopOf(plannedWorkshop())).not.toHaveProperty("continues");
  });

  it.each([
    ["no day", { days: [] }, "WorkshopDaysWrong"],
    ["a past day", { days: [{ date: day("2023-01-26") }, ...twoDays] }, "DateIsPast"],
    ["a day twice", { days: [{ date: day("2023-01-28") }, ...twoDays] }, "WorkshopDayTwice"],
  ] as const)("is refused with %s", (_, more, code) => {
    founded.when(planningWorkshop(more)).thenRefused(code);
  });

  it("is refused when it is planned already, and to whoever does not lead", () => {
    plannedWorkshop().when(planningWorkshop()).thenRefused("WorkshopExists", { workshop: 1 });
    founded.when(planningWorkshop(), { actor: voter(2) }).thenRefused("NotAllowed");
  });
});

describe("the moderation", () => {
  const moderated = plannedWorkshop().when({ type: "NameModerator", person: guest }).thenAccepted();

  it("is whoever is named, guests too, each once", () => {
    expect(workshopOf(moderated).moderators).toEqual([guest]);
    moderated.when({ type: "NameModerator", person: guest }).thenRefused("ModeratorUnchanged");
    moderated
      .when({ type: "NameModerator", person: personKey("fremd") })
      .thenRefused("UnknownPerson", { person: personKey("fremd") });
  });

  it("runs the workshop, and so does the leadership, but nobody else", () => {
    const by = { actor: guest };
    moderated
      .when({ type: "OpenWorkshop" }, { actor: voter(2) })
      .thenRefused("ModeratorsOnly", { moderators: [guest] });
    const open = moderated.when({ type: "OpenWorkshop" }, by).thenAccepted();
    open.when({ type: "BeginPhase", kind: "ideas" }, { actor: voter(2) }).thenRefused("ModeratorsOnly");
    open.when({ type: "CloseWorkshop", confirmed: true }, { actor: voter(2) }).thenRefused("ModeratorsOnly");
    open.when({ type: "AskGuidingQuestion", texts: ["Was?"] }, { actor: voter(2) }).thenRefused("ModeratorsOnly");
    open
      .when({ type: "BeginPhase", kind: "ideas" }, by)
      .thenAccepted()
      .when({ type: "CloseWorkshop", confirmed: true }, { actor: officePerson })
      .thenTypes(["WorkshopMoved", "WorkshopClosed"]);
  });
});

describe("anonymous or named, hidden or open", () => {
  it("changes what is said and nothing else", () => {
    plannedWorkshop({ hidden: true })
      .when({ type: "SetWorkshopMode", anonymous: true })
      .thenEvents([{ type: "WorkshopModeSet", workshop: 1, anonymous: true, hidden: true }]);
    plannedWorkshop().when({ type: "SetWorkshopMode", hidden: false }).thenRefused("WorkshopModeUnchanged");
  });

  it("is fixed with the first idea, named, withdrawn, or in the box", () => {
    const named = collectingIdeas().and([
      { type: "IdeaGiven", workshop: 1, idea: 1, person: guest, text: "Bus" },
      { type: "IdeaWithdrawn", idea: 1 },
    ]);
    named.when({ type: "SetWorkshopMode", anonymous: true }).thenRefused("WorkshopModeFixed");
    const sealed = collectingIdeas({ anonymous: true }).and([{ type: "AnonymousIdeaGiven", workshop: 1, round: 1 }]);
    sealed.when({ type: "SetWorkshopMode", hidden: true }).thenRefused("WorkshopModeFixed");
  });

  it("makes the box when it becomes anonymous while ideas are collected", () => {
    const { result } = collectingIdeas().when({ type: "SetWorkshopMode", anonymous: true });
    expect(result).toMatchObject({ ok: true, value: { createsBox: "workshop-1-1" } });
    const before = plannedWorkshop().when({ type: "SetWorkshopMode", anonymous: true }).result;
    expect(before.ok && before.value).not.toHaveProperty("createsBox");
  });
});

describe("guiding questions", () => {
  const room = roomKey("console:traeger");
  const withRoom = plannedWorkshop().and([{ type: "RoomBound", record: { room, name: "Träger" } }]);

  it("are numbered one after the other, several at once, for all or for a room", () => {
    const asked = withRoom.when({ type: "AskGuidingQuestion", texts: ["Was?", "Wie?"] }).thenAccepted();
    asked
      .when({ type: "AskGuidingQuestion", texts: ["Was?"], room })
      .thenEvents([{ type: "GuidingQuestionAsked", workshop: 1, question: 3, text: "Was?", room }]);
  });

  it("are refused twice, in a room nobody knows, and beyond 20", () => {
    const asked = withRoom.when({ type: "AskGuidingQuestion", texts: ["Was?", "Wie?"] }).thenAccepted();
    asked.when({ type: "AskGuidingQuestion", texts: ["Wie?"] }).thenRefused("GuidingQuestionExists", { question: 2 });
    asked
      .when({ type: "AskGuidingQuestion", texts: ["Wo?", "Wo?"] })
      .thenRefused("GuidingQuestionExists", { question: 3 });
    plannedWorkshop()
      .when({ type: "AskGuidingQuestion", texts: ["Wo?"], room: roomKey("console:keiner") })
      .thenRefused("RoomNotBound");
    const many = Array.from({ length: 19 }, (_, index) => `Frage ${index}`);
    asked
      .when({ type: "AskGuidingQuestion", texts: many })
      .thenRefused("TooManyGuidingQuestions", { count: 21, most: 20 });
  });
});

describe("heads", () => {
  const counted = plannedWorkshop()
    .when({ type: "CountWorkshopHeads", group: "Fachkräfte", qualifier: "over", count: 50 })
    .thenAccepted();

  it("keep their qualifier and can be corrected, also when the workshop is over", () => {
    expect(workshopOf(counted).heads).toMatchObject([{ group: "Fachkräfte", qualifier: "over", count: 50 }]);
    counted
      .and([
        { type: "WorkshopOpened", workshop: 1 },
        { type: "WorkshopClosed", workshop: 1 },
      ])
      .when({ type: "CountWorkshopHeads", group: "Fachkräfte", qualifier: "exact", count: 53 })
      .thenTypes(["WorkshopHeadsCounted"]);
  });

  it("are refused when nothing changes, or when no number of people", () => {
    counted
      .when({ type: "CountWorkshopHeads", group: "Fachkräfte", qualifier: "over", count: 50 })
      .thenRefused("WorkshopHeadsUnchanged");
    for (const count of [0, -1, 0.5, Number.NaN, 1e9])
      counted
        .when({ type: "CountWorkshopHeads", group: "X", qualifier: "exact", count })
        .thenRefused("CountOutOfRange");
  });
});

describe("opening and closing", () => {
  it("is one at a time; the next one planned comes first", () => {
    const later = [{ date: day("2023-03-01") }];
    const two = given(smallCommittee())
      .when(planningWorkshop({ title: "Später", days: later }))
      .thenAccepted()
      .when(planningWorkshop())
      .thenAccepted();
    const open = two.when({ type: "OpenWorkshop" }).thenEvents([{ type: "WorkshopOpened", workshop: 2 }]);
    open.when({ type: "OpenWorkshop" }).thenRefused("WorkshopAlreadyOpen", { workshop: 2 });
    open
      .when({ type: "CloseWorkshop", confirmed: true })
      .thenAccepted()
      .when({ type: "OpenWorkshop" })
      .thenEvents([{ type: "WorkshopOpened", workshop: 1 }]);
  });

  it("is refused twice, and while a weighting is open", () => {
    const closed = openedWorkshop().when({ type: "CloseWorkshop", confirmed: true }).thenAccepted();
    closed.when({ type: "CloseWorkshop", confirmed: true }).thenRefused("WorkshopIs", { status: "closed" });
    closed.when({ type: "OpenWorkshop" }).thenRefused("WorkshopIs", { status: "closed" });
    closed.when({ type: "BeginPhase", kind: "ideas" }).thenRefused("WorkshopIs", { status: "closed" });
    founded.when({ type: "CloseWorkshop", confirmed: true }).thenRefused("NoWorkshop");
    openedWorkshop()
      .and([
        {
          type: "WeightingOpened",
          weighting: 1,
          workshop: 1,
          over: "ideas",
          targets: [],
          budget: 3,
          per: "person",
          several: true,
          mode: "open",
        },
      ])
      .when({ type: "CloseWorkshop", confirmed: true })
      .thenRefused("WeightingStillOpen", { weighting: 1 });
  });
});

describe("taking back", () => {
  const by = { actor: officePerson };
  const revert = { type: "RevertLast" } as const;

  it("works for what nothing rests on yet", () => {
    expect(plannedWorkshop().when(revert, by).thenAccepted().state.workshops.workshops.size).toBe(0);
    const asked = plannedWorkshop()
      .when({ type: "AskGuidingQuestion", texts: ["Was?", "Wie?"] })
      .thenAccepted();
    expect(workshopOf(asked.when(revert, by).thenAccepted()).questions).toEqual([]);
  });

  it("is refused once something does", () => {
    const moderator = { type: "WorkshopModeratorNamed", workshop: 1, person: guest } as const;
    plannedWorkshop()
      .and([moderator], { by: voter(1) })
      .when(revert, by)
      .thenRefused("DependedOn");
    collectingIdeas()
      .when({ type: "AskGuidingQuestion", texts: ["Was?"] })
      .thenAccepted()
      .and([{ type: "IdeaGiven", workshop: 1, idea: 1, person: guest, text: "Bus", question: 1 }], { by: guest })
      .when(revert, by)
      .thenRefused("DependedOn");
    openedWorkshop().when(revert, by).thenRefused("NotRevertible");
  });
});
