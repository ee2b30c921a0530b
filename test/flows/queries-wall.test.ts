import { describe, expect, it } from "vitest";
import { localOf } from "../../src/adapters/clock/zone-time.ts";
import type { PersonId } from "../../src/core/kernel/ids.ts";
import type { Incoming } from "../../src/flows/incoming.ts";
import { namesOf } from "../../src/flows/names-of.ts";
import { replyToQuery } from "../../src/flows/queries-reply.ts";
import { plainText } from "../../src/flows/reply.ts";
import type { Past } from "../support/fold.ts";
import { given } from "../support/given.ts";
import { grouping } from "../support/idea-groups.ts";
import { guest, meetingDay, officePerson, onMeetingDay, smallCommittee, voter } from "../support/small-committee.ts";
import { message, room } from "./conversation.ts";
import { doing, live, telling, toActor, toEveryone } from "./telling.ts";

/** By direct chat, unless told otherwise. */
function wall({ state }: Past, person: PersonId = voter(3), more: Partial<Incoming> = {}): string {
  const names = namesOf(state, meetingDay, localOf);
  const incoming = { ...message("tafel"), ...more };
  return plainText(
    replyToQuery({ kind: "wall" }, { state, incoming, person, ...onMeetingDay, names, waiting: 0, alarms: [] }),
  );
}

const questions = [1, 1, 2, 1, 2, undefined];
const mixed = () =>
  grouping({ questions })
    .when({ type: "MakeIdeaGroup", name: "Personal", ideas: [1, 4] })
    .thenAccepted()
    .when({ type: "MakeIdeaGroup", name: "Quer", ideas: [3, 2] })
    .thenAccepted();

describe("the wall", () => {
  it("shows questions, their groups, and last what is in none; a group of several questions at the end", () => {
    expect(wall(mixed(), voter(3), { room })).toBe(
      [
        "Tafel: Klausurtagung",
        "2 Gruppen mit 4 Ideen, 2 ohne Gruppe.",
        "Frage 1: Was ist Frage 1?",
        "Gruppe 1 „Personal“ (2 Ideen)",
        "• 1: Mehr Plätze",
        "• 4: Fachkräfte halten",
        "Frage 2: Was ist Frage 2?",
        "Ohne Gruppe",
        "• 5: Räume",
        "Ohne eigene Frage",
        "Gruppe 2 „Quer“ (2 Ideen)",
        "• 2: Fahrdienst",
        "• 3: Ausbildung",
        "Ohne Gruppe",
        "• 6: Elterncafé",
        "› Tafel als Bild: tafel bild",
        "› Tafel als Datei: tafel datei",
      ].join("\n"),
    );
  });

  it("asks whoever asks alone and may group where the next idea goes, and keeps what another one moves", () => {
    const alone = wall(mixed());
    expect(alone).toContain("Wohin mit Idee 5 „Räume“? Danach noch 1.");
    expect(alone).toContain("› → Gruppe 1 Personal: ideen 5 ohne gruppe nach gruppe 1");
    const collecting = mixed().and([{ type: "WorkshopPhaseBegun", workshop: 1, phase: 2, kind: "weighting" }]);
    expect(wall(collecting)).not.toContain("Wohin");
    expect(wall(collecting, officePerson)).toContain("Wohin mit Idee 5");
    const closed = collecting.and([{ type: "WorkshopClosed", workshop: 1 }]);
    expect(wall(closed, officePerson)).toContain("2 Gruppen mit 4 Ideen");
    expect(wall(closed, officePerson)).not.toContain("Wohin");
    expect(wall(grouping())).toContain("Gruppen bilden Sie mit „gruppe“");
  });

  it("suggests a group only where one alone holds an idea much like it, and only while ideas are grouped", () => {
    const ideas = [
      "Fahrdienst für Kinder aus den Dörfern",
      "Mehr Plätze in der Kurzzeitpflege",
      "Fahrdienst für die Kinder aus Dörfern",
      "Elterncafé am Nachmittag",
    ];
    const made = grouping({ ideas })
      .when({ type: "MakeIdeaGroup", name: "Personal", ideas: [2] })
      .thenAccepted()
      .when({ type: "MakeIdeaGroup", name: "Wege", ideas: [1] })
      .thenAccepted();
    const text = wall(made);
    expect(text).toContain("Idee 3 passt vielleicht in Gruppe 2 „Wege“.");
    expect(text.indexOf("› → Gruppe 2 Wege")).toBeLessThan(text.indexOf("› → Gruppe 1 Personal"));
    const next = made.when({ type: "MoveIdeas", ideas: [3], group: 2 }).thenAccepted();
    expect(wall(next)).toContain("Wohin mit Idee 4");
    expect(wall(next)).not.toContain("passt vielleicht");
    const torn = next
      .when({ type: "MoveIdeas", ideas: [3], group: 1 })
      .thenAccepted()
      .and([{ type: "IdeaGiven", workshop: 1, idea: 5, person: guest, text: ideas[0] ?? "" }])
      .when({ type: "MoveIdeas", ideas: [4], group: 1 })
      .thenAccepted();
    expect(wall(torn)).toContain("Wohin mit Idee 5");
    expect(wall(torn)).not.toContain("passt vielleicht");
    const later = made.and([{ type: "WorkshopPhaseBegun", workshop: 1, phase: 2, kind: "results" }]);
    expect(wall(later, officePerson)).toContain("Wohin mit Idee 3");
    expect(wall(later, officePerson)).not.toContain("passt vielleicht");
  });

  it("counts hidden ideas and shows none; says what there is before anything is there", () => {
    const text = wall(grouping({ hidden: true }), officePerson);
    expect(text).toContain("6 Ideen sind noch verdeckt.");
    expect(text).not.toContain("Fahrdienst");
    expect(wall(grouping({ ideas: [] }))).toContain("Es gibt noch keine Ideen und keine Gruppen.");
    expect(wall(given(smallCommittee()))).toContain("weil es keinen Workshop gab");
  });
});

describe("what is told of groups", () => {
  it("goes to whoever did it, and to the rooms as one message that goes on", () => {
    const told = doing(grouping(), { type: "MakeIdeaGroup", name: "Personal", ideas: [1, 4] }, { by: guest });
    expect(toEveryone(told)).toBe("");
    const [message] = live(told);
    expect(message?.live).toBe("tafel-1");
    expect(message === undefined ? "" : plainText(message)).toContain(
      "Tafel: Klausurtagung\n1 Gruppe mit 2 Ideen, 4 ohne Gruppe.\n• Gruppe 1 „Personal“: 2 Ideen",
    );
    const alone = doing(mixed(), { type: "MoveIdeas", ideas: [1, 6], group: 2 }, { by: guest, inRoom: false });
    expect(toActor(alone)).toContain(
      "Ideen 1 und 6 sind jetzt in Gruppe 2 „Quer“.\nIdee 1 war bisher in Gruppe 1 „Personal“.",
    );
    expect(toActor(alone)).toContain("› Rückgängig: rückgängig");
    const out = doing(mixed(), { type: "MoveIdeas", ideas: [1] }, { inRoom: false });
    expect(toActor(out)).toContain("Idee 1 ist jetzt in keiner Gruppe.");
    const renamed = doing(mixed(), { type: "RenameIdeaGroup", group: 1, name: "Leute" }, { inRoom: false });
    expect(toActor(renamed)).toContain("Gruppe 1 „Personal“ heißt jetzt „Leute“.");
  });

  it("goes to everybody where a number is gone", () => {
    const told = doing(mixed(), { type: "MergeIdeaGroups", into: 2, from: [1] });
    expect(toEveryone(told)).toContain(
      "Gruppe 1 ist in Gruppe 2 „Quer“ aufgegangen.\nDarin jetzt: Ideen 1, 2, 3 und 4.",
    );
    const [message] = live(told);
    expect(message === undefined ? "" : plainText(message)).toContain("1 Gruppe mit 4 Ideen, 2 ohne Gruppe.");
  });

  it("is nothing while there is no group", () => {
    expect(live(telling(grouping(), [{ type: "IdeasMoved", ideas: [] }])).filter(isWall)).toEqual([]);
  });
});

const isWall = ({ live: key }: { readonly live?: string }): boolean => key === "tafel-1";
