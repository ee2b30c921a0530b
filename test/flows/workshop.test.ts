import { describe, expect, it } from "vitest";
import { localOf } from "../../src/adapters/clock/zone-time.ts";
import { decideSystem } from "../../src/core/committee/decide-system.ts";
import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import { addMinutes } from "../../src/core/kernel/add-minutes.ts";
import { noHolidays } from "../../src/core/kernel/workdays.ts";
import { namesOf } from "../../src/flows/names-of.ts";
import { workshopBlocks, workshopChoices, workshopLines } from "../../src/flows/queries-workshop.ts";
import { plainText, reply } from "../../src/flows/reply.ts";
import type { Past } from "../support/fold.ts";
import { day, roomKey } from "../support/keys.ts";
import { guest, officePerson, onMeetingDay, smallCommittee, voter } from "../support/small-committee.ts";
import { planningWorkshop } from "../support/workshops.ts";
import { message, now } from "./conversation.ts";
import { doing, past, summoned, type Told, telling, toActor, toEveryone } from "./telling.ts";

const traeger = roomKey("console:traeger");
const jugendamt = roomKey("console:jugendamt");
const founded = past([
  ...smallCommittee(),
  { type: "RoomBound", record: { room: traeger, name: "Träger" } },
  { type: "RoomBound", record: { room: jugendamt, name: "Jugendamt" } },
]);
const planned = doing(founded, planningWorkshop({ place: "Kreishaus" }));
const moderated = doing(planned.past, { type: "NameModerator", person: guest });
const opened = doing(moderated.past, { type: "OpenWorkshop" }, { by: guest });
const collecting = doing(opened.past, { type: "BeginPhase", kind: "ideas", minutes: 20 }, { by: guest });

const inRoom = ({ replies }: Told, room: string): string =>
  replies
    .filter((one) => one.to.kind === "room" && one.to.room === room)
    .map(plainText)
    .join("\n");

function asked({ state }: Past, person = voter(2), at = now): string {
  const incoming = { ...message("workshop", true), at };
  const facts = {
    state,
    incoming,
    person,
    ...onMeetingDay,
    names: namesOf(state, onMeetingDay.today, localOf),
    waiting: 0,
    alarms: [],
  };
  const query = { kind: "workshop" } as const;
  const to = { kind: "everyone" } as const;
  const shown = reply(to, workshopBlocks(facts, query), { choices: workshopChoices(facts, query) });
  return [plainText(shown), ...workshopLines(facts)].join("\n");
}

describe("a workshop", () => {
  it("is announced with its days, its place and what to look out for", () => {
    expect(toEveryone(planned)).toBe(
      [
        "Workshop „Klausur“ ist angesetzt.",
        "• Freitag, 27.01.2023, 9–16 Uhr",
        "• Samstag, 28.01.2023",
        "Ort: Kreishaus.",
        "Achtung: Samstag, 28.01.2023, liegt am Wochenende.",
        "Ideen stehen mit Namen da.",
        "› workshop",
        "Datei: Klausur.ics",
      ].join("\n"),
    );
  });

  it("says which meeting it continues", () => {
    const meeting = telling(founded, [
      { type: "MeetingScheduled", meeting: 1, appointment: { date: day("2023-01-27") } },
    ]);
    expect(toEveryone(doing(meeting.past, planningWorkshop()))).toContain("Er setzt die 1. Sitzung fort.");
  });

  it("tells who moderates, and in which phase it is, until when", () => {
    expect(toEveryone(moderated)).toBe("Frau Gast moderiert den Workshop „Klausur“.");
    expect(toEveryone(opened)).toContain("Moderation: Frau Gast.");
    expect(toEveryone(collecting)).toBe(
      "Jetzt: Ideen sammeln, bis 09:20 Uhr.\nSchreiben Sie Ihre Ideen, je Zeile eine: „idee: …“.",
    );
    const own = doing(opened.past, { type: "BeginPhase", kind: "other", title: "Murmelrunde" });
    expect(toEveryone(own)).toBe("Jetzt: Murmelrunde.");
  });

  it("asks for anonymous ideas by direct chat", () => {
    const anonymous = doing(doing(founded, planningWorkshop({ anonymous: true })).past, { type: "OpenWorkshop" });
    const ideas = doing(anonymous.past, { type: "BeginPhase", kind: "ideas" });
    expect(toEveryone(ideas)).toContain("im Direktchat");
    expect(toEveryone(ideas)).toContain("Niemand erfährt, von wem sie sind.");
  });
});

describe("guiding questions", () => {
  it("for all are told to all, in one message", () => {
    const told = doing(opened.past, { type: "AskGuidingQuestion", texts: ["Was?", "Wie?"] });
    expect(toEveryone(told)).toBe("Leitfrage 1: Was?\nLeitfrage 2: Wie?");
    expect(told.replies).toHaveLength(1);
  });

  it("for one room go there alone; the others hear who works on what", () => {
    const command = { type: "AskGuidingQuestion", texts: ["Was?", "Wie?"], room: traeger } as const;
    const told = doing(opened.past, command, { inRoom: false });
    expect(inRoom(told, traeger)).toBe("Leitfrage 1 für diesen Raum: Was?\nLeitfrage 2 für diesen Raum: Wie?");
    expect(inRoom(told, jugendamt)).toBe(
      "Leitfrage 1 bearbeitet der Raum Träger.\nLeitfrage 2 bearbeitet der Raum Träger.",
    );
    expect(toEveryone(told)).toBe("");
    expect(toActor(told)).toContain("Leitfrage 1 für den Raum Träger: Was?");
  });
});

describe("guiding questions in rooms that have threads", () => {
  const questions: readonly CommitteeEvent[] = [
    { type: "RoomBound", record: { room: traeger, name: "Träger", threads: true } },
    { type: "GuidingQuestionAsked", workshop: 1, question: 1, text: "Was?" },
    { type: "GuidingQuestionAsked", workshop: 1, question: 2, text: "Wie?" },
  ];
  const begin = { type: "BeginPhase", kind: "ideas" } as const;
  const threadsOf = (told: Told) =>
    told.replies.flatMap((one) =>
      one.thread === undefined || one.to.kind !== "room" ? [] : [[one.to.room, one.thread, plainText(one)]],
    );
  const opening = (question: number, text: string) =>
    `Leitfrage ${question}: ${text}\nIdeen dazu als Antwort auf diese Nachricht: „idee: …“. Von anderswo: „idee zu ${question}: …“.`;

  it("have one each, from when ideas are collected", () => {
    const asked = telling(opened.past, questions);
    expect(threadsOf(asked)).toEqual([]);
    expect(threadsOf(doing(asked.past, begin))).toEqual([
      [traeger, "leitfrage-1-1", opening(1, "Was?")],
      [traeger, "leitfrage-1-2", opening(2, "Wie?")],
    ]);
    const late = doing(doing(asked.past, begin).past, { type: "AskGuidingQuestion", texts: ["Wer?"] });
    expect(threadsOf(late)).toEqual([[traeger, "leitfrage-1-3", opening(3, "Wer?")]]);
    expect(toEveryone(late)).toBe("Leitfrage 3: Wer?");
  });

  it("are those of the room alone, where it has its own", () => {
    const own = [
      ...questions,
      { type: "GuidingQuestionAsked", workshop: 1, question: 3, text: "Wo?", room: traeger },
    ] as const;
    const begun = doing(telling(opened.past, own).past, begin);
    expect(threadsOf(begun)).toEqual([[traeger, "leitfrage-1-3", opening(3, "Wo?")]]);
  });

  it("have none where ideas are anonymous: a thread is read by all", () => {
    const anonymous = doing(doing(founded, planningWorkshop({ anonymous: true })).past, { type: "OpenWorkshop" });
    expect(threadsOf(doing(telling(anonymous.past, questions).past, begin))).toEqual([]);
  });
});

describe("the time of a phase", () => {
  const until = addMinutes(now, 20);
  const command = { type: "EndPhaseTime", workshop: 1, phase: 1 } as const;
  const facts = { now: until, ...onMeetingDay, holidays: noHolidays, undelivered: [] };
  const over = telling(collecting.past, decideSystem(collecting.past.state, command, facts).events);

  it("is told to all, and whoever moderates is asked what comes now", () => {
    expect(toEveryone(over)).toContain("Die Zeit ist um: Ideen sammeln.");
    expect(summoned(over).map((one) => one.to)).toEqual([{ kind: "person", person: guest }]);
    expect(summoned(over).map(plainText).join("\n")).toContain("› phase gruppieren");
  });

  it("asks the leadership where nobody is named", () => {
    const open = doing(planned.past, { type: "OpenWorkshop" });
    const begun = doing(open.past, { type: "BeginPhase", kind: "break", minutes: 20 });
    const told = telling(begun.past, decideSystem(begun.past.state, command, facts).events);
    expect(summoned(told).map((one) => one.to)).toEqual([
      { kind: "person", person: voter(1) },
      { kind: "person", person: officePerson },
    ]);
  });
});

describe("how a workshop stands", () => {
  it("says that there is none", () => {
    expect(asked(founded)).toContain("Es ist kein Workshop angesetzt.");
  });

  it("names what comes next to everybody, with a button to whoever moderates", () => {
    expect(asked(planned.past)).not.toContain("› ");
    expect(asked(planned.past)).toContain("Nächster Workshop „Klausur“: Freitag, 27.01.2023, 9–16 Uhr.");
    expect(asked(moderated.past, guest)).toContain("› workshop eröffnen");
    expect(asked(collecting.past, guest)).toContain("› phase gruppieren\n› phase pause 15 min");
  });

  it("counts down, and counts ideas, groups and participants", () => {
    const counted = telling(collecting.past, [
      { type: "WorkshopHeadsCounted", workshop: 1, group: "Fachkräfte", qualifier: "over", count: 40 },
      { type: "WorkshopHeadsCounted", workshop: 1, group: "Fachkräfte", qualifier: "over", count: 50 },
      { type: "WorkshopHeadsCounted", workshop: 1, group: "Presse", qualifier: "none" },
      { type: "GuidingQuestionAsked", workshop: 1, question: 1, text: "Was?", room: traeger },
      { type: "IdeaGiven", workshop: 1, idea: 1, person: guest, text: "Bus" },
      { type: "IdeaGiven", workshop: 1, idea: 2, person: guest, text: "Rad" },
      { type: "IdeaWithdrawn", idea: 2 },
      { type: "IdeaGroupMade", workshop: 1, group: 1, name: "Wege", ideas: [1] },
    ]).past;
    const text = asked(counted, voter(2), addMinutes(now, 8));
    expect(text).toContain("Teilnehmende: über 50 Fachkräfte und Presse.");
    expect(text).toContain("Phase: Ideen sammeln, noch 12 Minuten.");
    expect(text).toContain("Leitfrage 1 für den Raum Träger: Was?");
    expect(text).toContain("1 Idee, 1 Gruppe.");
    expect(text).toContain("Workshop „Klausur“ läuft. Phase: Ideen sammeln, noch 12 Minuten.");
    expect(asked(counted, voter(2), addMinutes(now, 21))).toContain("Phase: Ideen sammeln, die Zeit ist um.");
  });
});
