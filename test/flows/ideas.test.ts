import { describe, expect, it } from "vitest";
import { localOf } from "../../src/adapters/clock/zone-time.ts";
import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import type { PersonId } from "../../src/core/kernel/ids.ts";
import { isConfidential } from "../../src/flows/confidential.ts";
import type { Incoming } from "../../src/flows/incoming.ts";
import { namesOf } from "../../src/flows/names-of.ts";
import type { Query } from "../../src/flows/queries.ts";
import { replyToQuery } from "../../src/flows/queries-reply.ts";
import { plainText, type Reply } from "../../src/flows/reply.ts";
import type { Past } from "../support/fold.ts";
import { ideasBy, ideaWorkshopEvents } from "../support/idea-workshop.ts";
import { roomKey } from "../support/keys.ts";
import { meetingDay, officePerson, onMeetingDay, smallCommittee, voter } from "../support/small-committee.ts";
import { message, room } from "./conversation.ts";
import { doing, live, past, summoned, type Told, telling, toActor, toEveryone } from "./telling.ts";

const otherRoom = roomKey("console:traeger");
const rooms: readonly CommitteeEvent[] = [
  { type: "RoomBound", record: { room, name: "Jugendamt" } },
  { type: "RoomBound", record: { room: otherRoom, name: "Träger" } },
];
const open = (wanted: Parameters<typeof ideaWorkshopEvents>[0] = {}, ...more: readonly CommitteeEvent[]): Past =>
  past([...smallCommittee(), ...rooms, ...ideaWorkshopEvents(wanted), ...more]);
const giving = (...texts: readonly string[]) => ({ type: "GiveIdeas", texts, private: true }) as const;
const by = (n: number) => ({ by: voter(n), inRoom: false });
const inRoom = (told: Told, where: string): Reply | undefined =>
  live(told).find(({ to }) => to.kind === "room" && to.room === where);
const textIn = (told: Told, where: string): string => {
  const found = inRoom(told, where);
  return found === undefined ? "nothing" : plainText(found);
};

const two = open({}, ...ideasBy(voter(1), "Mehr Plätze in der Kurzzeitpflege", "Weniger Formulare"));

describe("an idea given", () => {
  it("is read back to its giver alone, and shown in one message in each room", () => {
    const told = doing(two, giving("Ein Fahrdienst"), by(2));
    expect(toActor(told)).toBe("Idee 3 „Ein Fahrdienst“ ist notiert.\n› meine ideen");
    expect(toEveryone(told)).toBe("");
    expect(textIn(told, room)).toBe(
      [
        "Klausurtagung: 3 Ideen.",
        "Die neuesten:",
        "• 3: Ein Fahrdienst (Herr Stimme 2 (Träger 2))",
        "• 2: Weniger Formulare (Frau Stimme 1 (Träger 1))",
        "• 1: Mehr Plätze in der Kurzzeitpflege (Frau Stimme 1 (Träger 1))",
        "Ideen geben Sie hier oder im Direktchat: „idee: …“, mehrere mit „ideen:“ und je einer Zeile.",
        "› Idee 3 unterstützen: unterstütze 3",
        "› Idee 2 unterstützen: unterstütze 2",
        "› Idee 1 unterstützen: unterstütze 1",
        "› ideen",
      ].join("\n"),
    );
    expect(live(told).map((one) => one.live)).toEqual(["ideen-1", "ideen-1"]);
  });

  it("is told once with all others of its message", () => {
    const told = doing(two, giving("Eins", "Zwei", "Drei"), by(2));
    expect(toActor(told)).toBe("3 Ideen sind notiert: Nummer 3 bis 5.\n› meine ideen");
  });

  it("that resembles an earlier one is offered to be given up for it, never merged", () => {
    const told = doing(two, giving("Mehr Kurzzeitpflegeplätze"), by(2));
    expect(toActor(told)).toBe(
      [
        "Idee 3 „Mehr Kurzzeitpflegeplätze“ ist notiert.",
        "Idee 3 ähnelt Idee 1 „Mehr Plätze in der Kurzzeitpflege“. Meinen Sie dasselbe? Dann unterstützen Sie jene und ziehen Ihre zurück; sonst bleiben beide stehen.",
        "› Idee 1 unterstützen: unterstütze 1",
        "› Idee 3 zurückziehen: idee zurückziehen 3",
      ].join("\n"),
    );
    expect(textIn(told, room)).not.toContain("ähnelt");
    const own = doing(two, giving("Mehr Kurzzeitpflegeplätze"), by(1));
    expect(toActor(own)).toContain("Idee 3 ähnelt Ihrer Idee 1");
    expect(toActor(own)).not.toContain("unterstütze 1");
  });

  it("is not compared with what was withdrawn, or is hidden from its giver", () => {
    const withdrawn = doing(
      telling(two, [{ type: "IdeaWithdrawn", idea: 1 }]).past,
      giving("Mehr Kurzzeitpflegeplätze"),
      by(2),
    );
    expect(toActor(withdrawn)).not.toContain("ähnelt");
    const hidden = open({ hidden: true }, ...ideasBy(voter(1), "Mehr Plätze in der Kurzzeitpflege"));
    expect(toActor(doing(hidden, giving("Mehr Kurzzeitpflegeplätze"), by(2)))).not.toContain("ähnelt");
    expect(toActor(doing(hidden, giving("Mehr Kurzzeitpflegeplätze"), by(1)))).toContain("ähnelt Ihrer Idee 1");
  });
});

describe("rooms with a guiding question of their own", () => {
  const asked = open({ questions: [{ text: "Was fehlt?" }, { text: "Was gelingt?", room: otherRoom }] });

  it("show the ideas of that question alone", () => {
    const first = doing(asked, { ...giving("Zeit"), question: 1 }, by(2));
    expect(inRoom(first, otherRoom)).toBeUndefined();
    const second = doing(first.past, { ...giving("Vieles"), room: otherRoom, private: false }, by(2));
    expect(textIn(second, otherRoom)).toContain("Klausurtagung: 1 Idee.\nZur Leitfrage 2: Was gelingt?\n");
    expect(textIn(second, otherRoom)).not.toContain("Zeit");
    expect(textIn(second, room)).toContain("Klausurtagung: 2 Ideen.");
  });
});

describe("hidden ideas", () => {
  const hidden = open({ hidden: true }, ...ideasBy(voter(1), "Ein Wohnprojekt"));

  it("are only counted in rooms until they are revealed", () => {
    const told = doing(hidden, giving("Ein Garten"), by(2));
    expect(toActor(told)).toContain("Bis die Moderation aufdeckt, sehen die anderen nur, wie viele es sind.");
    expect(textIn(told, room)).toContain("Klausurtagung: 2 Ideen.\nSie sind verdeckt, bis die Moderation aufdeckt.");
    expect(
      told.replies
        .filter(({ to }) => to.kind !== "account")
        .map(plainText)
        .join(),
    ).not.toMatch(/Garten|Wohnprojekt/);
    const revealed = doing(told.past, { type: "RevealIdeas" });
    expect(toEveryone(revealed)).toBe(
      "Aufgedeckt: 2 Ideen.\n• 1: Ein Wohnprojekt (Frau Stimme 1 (Träger 1))\n• 2: Ein Garten (Herr Stimme 2 (Träger 2))\n› ideen",
    );
  });

  it("are shown twenty at most when they are revealed", () => {
    const many = open(
      { hidden: true },
      ...ideasBy(voter(1), ...Array.from({ length: 23 }, (_, n) => `Karte ${n + 1}`)),
    );
    const text = toEveryone(doing(many, { type: "RevealIdeas" }));
    expect(text).toContain("• 20: Karte 20");
    expect(text).not.toContain("Karte 21");
    expect(text).toContain("3 weitere zeigt „ideen“.");
  });
});

describe("anonymous ideas", () => {
  const anonymous = open({ anonymous: true });

  it("are counted in the rooms, without a word of them or of anybody", () => {
    const told = doing(anonymous, giving("Der Ton ist rau", "Mehr Lob"), by(2));
    expect(toActor(told)).toBe(
      "Ihre 2 Ideen liegen verschlossen im Kasten, ohne Namen. Ändern lassen sie sich nicht mehr.",
    );
    expect(textIn(told, room)).toContain("Im Kasten, verschlossen: 2 anonyme Ideen.");
    expect(JSON.stringify(told.replies)).not.toMatch(/rau|Lob|Stimme 2/);
  });

  it("are announced without names when the box is opened", () => {
    const opened: CommitteeEvent = {
      type: "AnonymousIdeasOpened",
      workshop: 1,
      round: 1,
      ideas: [{ idea: 1, text: "Der Ton ist rau" }],
    };
    const told = telling(anonymous, [opened]);
    expect(toEveryone(told)).toBe("Der Kasten ist geöffnet: 1 anonyme Idee, Nummer 1.\n• 1: Der Ton ist rau\n› ideen");
    const stillHidden = telling(open({ anonymous: true, hidden: true }), [opened]);
    expect(toEveryone(stillHidden)).toBe("Der Kasten ist geöffnet: 1 anonyme Idee, Nummer 1.");
    const both = telling(open({ anonymous: true, hidden: true }), [opened, { type: "IdeasRevealed", workshop: 1 }]);
    expect(toEveryone(both)).toBe(
      "Der Kasten ist geöffnet: 1 anonyme Idee, Nummer 1.\nAufgedeckt: 1 Idee.\n• 1: Der Ton ist rau\n› ideen",
    );
  });

  it("make the direct chat confidential while they are collected", () => {
    expect(isConfidential(anonymous.state, message("x"))).toBe(true);
    expect(isConfidential(anonymous.state, message("x", true))).toBe(false);
    expect(isConfidential(two.state, message("x"))).toBe(false);
    expect(isConfidential(open({ anonymous: true, phase: "grouping" }).state, message("x"))).toBe(false);
  });
});

describe("what others do with an idea", () => {
  it("is told to its giver by direct chat, not in the rooms", () => {
    const changed = doing(two, { type: "ChangeIdea", idea: 1, text: "Viele Plätze" }, { by: officePerson });
    expect(summoned(changed).map(plainText)).toEqual([
      "Frau Amt hat Ihre Idee 1 geändert. Sie lautet jetzt: Viele Plätze\n› idee 1",
    ]);
    const commented = doing(two, { type: "CommentIdea", idea: 1, text: "Auch abends?" }, by(2));
    expect(summoned(commented).map(plainText)).toEqual([
      "Herr Stimme 2 (Träger 2) zu Ihrer Idee 1: Auch abends?\n› idee 1",
    ]);
    const withdrawn = doing(two, { type: "WithdrawIdea", idea: 2 }, { by: officePerson });
    expect(summoned(withdrawn).map(plainText)).toEqual([
      "Frau Amt hat Ihre Idee 2 „Weniger Formulare“ zurückgezogen.\n› idee 2",
    ]);
    for (const told of [changed, commented, withdrawn]) expect(toEveryone(told)).toBe("");
    expect(summoned(doing(two, { type: "WithdrawIdea", idea: 2 }, by(1)))).toEqual([]);
  });

  it("is support that can be taken back", () => {
    const supported = doing(two, { type: "SupportIdea", idea: 2 }, by(2));
    expect(toActor(supported)).toBe(
      "Sie unterstützen Idee 2 „Weniger Formulare“. Das tut jetzt 1 Person.\n› nicht mehr 2",
    );
    expect(textIn(supported, room)).toContain(
      "2: Weniger Formulare (Frau Stimme 1 (Träger 1); 1 Person unterstützt sie)",
    );
    expect(toActor(doing(supported.past, { type: "EndSupport", idea: 2 }, by(2)))).toContain("nicht mehr.");
  });
});

type Wish = Omit<Extract<Query, { kind: "ideas" }>, "kind">;

function answer({ state }: Past, person: PersonId, wish: Wish = {}, more: Partial<Incoming> = {}): Reply {
  const names = namesOf(state, meetingDay, localOf);
  const incoming = { ...message("ideen"), ...more };
  const asked = { state, incoming, person, ...onMeetingDay, names, waiting: 0, alarms: [] };
  return replyToQuery({ kind: "ideas", ...wish }, asked);
}
const shown = (...wanted: Parameters<typeof answer>): string => plainText(answer(...wanted));

describe("the question for ideas", () => {
  it("says so where there are none, or none that fit", () => {
    expect(shown(past(smallCommittee()), voter(1))).toBe("Es gibt noch keine Ideen.");
    expect(shown(open(), voter(1))).toBe("Klausurtagung: 0 Ideen.");
    expect(shown(two, voter(1), { tag: "Partizipation" })).toContain("Keine Idee passt dazu.");
    expect(shown(two, voter(1), { idea: 3 })).toBe("Eine Idee 3 gibt es nicht.");
    expect(shown(two, voter(2), { own: true })).toBe("Von Ihnen steht hier noch keine Idee.");
  });

  it("sorts by guiding question, group and tag", () => {
    const sorted = open(
      { questions: [{ text: "Was fehlt?" }, { text: "Was gelingt?" }] },
      { type: "IdeaGiven", workshop: 1, idea: 1, person: voter(1), text: "Zeit", question: 1 },
      { type: "IdeaGiven", workshop: 1, idea: 2, person: voter(1), text: "Vieles", question: 2 },
      { type: "IdeaGroupMade", workshop: 1, group: 1, name: "Gutes", ideas: [2] },
      { type: "IdeaTagged", idea: 1, tag: "Partizipation" },
    );
    expect(shown(sorted, voter(2), { question: 2 })).toBe(
      "Klausurtagung: 2 Ideen.\nZur Leitfrage 2: Was gelingt?\n• 2: Vieles (Frau Stimme 1 (Träger 1); Gruppe 1 „Gutes“)",
    );
    expect(shown(sorted, voter(2), { group: 1 })).not.toContain("Zeit");
    expect(shown(sorted, voter(2), { tag: "partizipation" })).toBe(
      "Klausurtagung: 2 Ideen.\n• 1: Zeit (Frau Stimme 1 (Träger 1); #Partizipation)",
    );
  });

  it("comes a page at a time", () => {
    const many = open({}, ...ideasBy(voter(1), ...Array.from({ length: 70 }, (_, n) => `Karte ${n + 1}`)));
    const first = shown(many, voter(2));
    expect(first).toContain("Klausurtagung: 70 Ideen.\n1 bis 30 von 70:\n• 1: Karte 1 (");
    expect(first).not.toContain("Karte 31");
    expect(first).toContain("› Weitere Ideen: ideen ab 31");
    expect(shown(many, voter(2), { from: 61 })).toContain("61 bis 70 von 70:");
    expect(shown(many, voter(2), { from: 61 })).not.toContain("Weitere");
    expect(shown(many, voter(1), { own: true })).toContain("› Weitere Ideen: meine ideen ab 31");
  });

  it("shows hidden ones to nobody but their giver, and that by direct chat", () => {
    const hidden = open({ hidden: true }, ...ideasBy(voter(1), "Ein Wohnprojekt"));
    for (const wish of [{}, { idea: 1 }, { own: true }] as const)
      expect(shown(hidden, voter(2), wish)).not.toContain("Wohnprojekt");
    expect(shown(hidden, officePerson)).not.toContain("Wohnprojekt");
    expect(shown(hidden, voter(1), {}, { room })).not.toContain("Wohnprojekt");
    expect(shown(hidden, voter(1), { idea: 1 }, { room })).not.toContain("Wohnprojekt");
    expect(shown(hidden, voter(1), { idea: 1 })).toContain("Wohnprojekt");
    const own = answer(hidden, voter(1), { own: true }, { room });
    expect(plainText(own)).toContain("Ihre Ideen (Klausurtagung):\n• 1: Ein Wohnprojekt");
    expect(own.to.kind).toBe("account");
  });

  it("shows one with its comments, and what can be done with it", () => {
    const said = open(
      {},
      ...ideasBy(voter(1), "Ein Wohnprojekt"),
      { type: "IdeaCommented", idea: 1, person: voter(2), text: "Wo?" },
      { type: "IdeaSupported", idea: 1, person: voter(3) },
    );
    expect(shown(said, voter(2), { idea: 1 })).toBe(
      [
        "1: Ein Wohnprojekt (Frau Stimme 1 (Träger 1); 1 Person unterstützt sie; 1 Kommentar)",
        "Es unterstützen: Frau Stimme 3 (Träger 3).",
        "• Herr Stimme 2 (Träger 2): Wo?",
        "› Idee 1 unterstützen: unterstütze 1",
      ].join("\n"),
    );
    expect(shown(said, voter(3), { idea: 1 })).toContain("› nicht mehr 1");
    expect(shown(said, voter(1), { idea: 1 })).toContain("› Idee 1 zurückziehen: idee zurückziehen 1");
  });
});
