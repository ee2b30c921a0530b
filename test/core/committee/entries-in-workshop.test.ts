import { describe, expect, it } from "vitest";
import type { Command } from "../../../src/core/committee/commands.ts";
import { given } from "../../support/given.ts";
import { day, personKey } from "../../support/keys.ts";
import { openMeeting, smallCommittee, voter } from "../../support/small-committee.ts";
import { openedWorkshop, planningWorkshop } from "../../support/workshops.ts";

const note = { type: "TakeNote", grade: "found", text: "Es fehlen Plätze.", internal: false } as const;
const taken = { type: "NoteTaken", note: 1, grade: "found", text: "Es fehlen Plätze.", internal: false } as const;

describe("what is entered while a workshop is open", () => {
  it("belongs to the workshop", () => {
    openedWorkshop()
      .when(note)
      .thenEvents([{ ...taken, workshop: 1 }]);
    const commands: readonly Command[] = [
      { type: "AssignTask", text: "Schulen einladen" },
      { type: "AgreeDate", kind: "other", title: "Nachtreffen", appointment: { date: day("2023-03-01") } },
      { type: "PromiseForwarding", to: "JHA", text: "Die Ergebnisse gehen an den JHA." },
      { type: "NameAttachment", title: "Fotos" },
    ];
    for (const command of commands) {
      const { result } = openedWorkshop().when(command);
      expect(result.ok && result.value.events).toEqual([expect.objectContaining({ workshop: 1 })]);
      expect(result.ok && result.value.events[0]).not.toHaveProperty("meeting");
    }
  });

  it("belongs to the meeting, if one runs at the same time", () => {
    given([...smallCommittee(), ...openMeeting(4)])
      .when(planningWorkshop())
      .thenAccepted()
      .when({ type: "OpenWorkshop" })
      .thenAccepted()
      .when(note)
      .thenEvents([{ ...taken, meeting: 1 }]);
  });

  it("does not go into the minutes of the meeting before, nor carries its heading", () => {
    const held = given([...smallCommittee(), ...openMeeting(4)])
      .when({ type: "OpenField", heading: "Ambulanter Bereich" })
      .thenAccepted()
      .when({ type: "CloseMeeting" })
      .thenAccepted();
    const running = held.when(planningWorkshop()).thenAccepted().when({ type: "OpenWorkshop" }).thenAccepted();
    running.when(note).thenEvents([{ ...taken, workshop: 1 }]);
    running
      .when({ type: "CloseWorkshop", confirmed: true })
      .thenAccepted()
      .when(note)
      .thenEvents([{ ...taken, meeting: 1 }]);
  });

  it("may follow when it is closed, where there was no meeting to take it for", () => {
    openedWorkshop()
      .when({ type: "CloseWorkshop", confirmed: true })
      .thenAccepted()
      .when(note)
      .thenEvents([{ ...taken, workshop: 1 }]);
    given(smallCommittee()).when(planningWorkshop()).thenAccepted().when(note).thenRefused("NoMeeting");
  });

  it("can be taken back, and keeps the opening of the workshop from being taken back", () => {
    openedWorkshop().when(note).thenAccepted().when({ type: "RevertLast" }).thenTypes(["EntryReverted"]);
  });
});

describe("what somebody said", () => {
  it("is kept with the person, or with the name as it was typed", () => {
    const quoted = { ...note, grade: "mentioned", said: { manner: "verbatim", person: voter(2) } } as const;
    openedWorkshop()
      .when(quoted)
      .thenEvents([{ ...taken, grade: "mentioned", workshop: 1, said: quoted.said }]);
    const outside = { ...note, grade: "mentioned", said: { manner: "reported", name: "Frau Holm" } } as const;
    openedWorkshop()
      .when(outside)
      .thenEvents([{ ...taken, grade: "mentioned", workshop: 1, said: outside.said }]);
  });

  it("is refused for a person that nobody knows", () => {
    openedWorkshop()
      .when({ ...note, said: { manner: "verbatim", person: personKey("niemand") } })
      .thenRefused("UnknownPerson");
  });
});
