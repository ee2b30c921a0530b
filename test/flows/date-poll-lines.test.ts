import { describe, expect, it } from "vitest";
import type { PollAnswer } from "../../src/core/date-poll/events.ts";
import { opening } from "../support/date-polls.ts";
import { happened, nothingHappened } from "../support/fold.ts";
import { day } from "../support/keys.ts";
import { meetingDay, officePerson } from "../support/small-committee.ts";
import { answerOf, choicesOf, commandOf, founded, hear, lindner, neeth } from "./conversation.ts";

/** The reference day is Friday, 27.01.2023. */
const past = happened(nothingHappened, founded);
const opened = (poll: number) => {
  const { type: _, lastDay = meetingDay, ...rest } = opening();
  return { type: "DatePollOpened" as const, poll, ...rest, startedOn: meetingDay, lastDay };
};
const one = happened(past, [opened(1)]).state;
const two = happened(past, [opened(1), opened(2)]).state;

const heard = (text: string, state = one) => commandOf(text, { state, by: officePerson });
const answers = (text: string, state = one) => {
  const command = heard(text, state);
  if (command.type !== "AnswerDatePoll") throw new Error(`"${text}" is ${command.type}`);
  return command.answers.map(({ option, answer }) => [option, answer]);
};

describe("opening a date poll in words", () => {
  const options = [
    { date: "2023-02-17", from: "09:00", to: "12:00" },
    { date: "2023-02-21", from: "14:00", to: "16:00" },
    { date: "2023-02-24", from: "09:00" },
  ];

  it.each([
    "termin umfrage 17.02.2023 9–12 Uhr; 21.02.2023 14–16 Uhr; 24.02.2023 9 Uhr",
    "termin umfrage: 17.02. von 9 bis 12 Uhr; 21.02. von 14 bis 16 Uhr; 24.02., 9 Uhr",
    "terminumfrage starten 17.2. 9 bis 12 Uhr oder Dienstag, 21.2., 14:00–16:00 Uhr oder 24.2.23 um 9 Uhr;",
  ])("%s", (text) => {
    expect(heard(text)).toEqual({ type: "OpenDatePoll", options, required: [] });
  });

  it("takes title, place, last day and people in any usual order", () => {
    const all = {
      type: "OpenDatePoll",
      title: "Klausur",
      place: "Kreishaus",
      lastDay: "2023-02-10",
      required: [neeth],
    };
    for (const text of [
      'termin umfrage "Klausur" 17.02.2023 9–12 Uhr; 21.02.2023 14–16 Uhr; 24.02.2023 9 Uhr im Kreishaus bis 10.02.2023 mit Frau Neeth',
      'termin umfrage 17.02.2023 9 bis 12 Uhr; 21.02.2023 14–16 Uhr; 24.02.2023 9 Uhr bis zum 10.02. im Kreishaus mit Frau Neeth "Klausur"',
      'termin umfrage 17.02.2023 9 bis 12 Uhr im Kreishaus; 21.02.2023 14–16 Uhr; 24.02.2023 9 Uhr; bis 10.2. mit Frau Neeth "Klausur"',
      'termin umfrage "Klausur" bis 10.02.2023 mit Frau Neeth 17.02.2023 9–12 Uhr; 21.02.2023 14–16 Uhr; 24.02.2023 9 Uhr im Kreishaus',
    ])
      expect(heard(text), text).toEqual({ ...all, options });
    expect(heard("termin umfrage 17.02.; 21.02. mit Frau Neeth und Herr Lindner")).toMatchObject({
      required: [neeth, lindner],
    });
    const stranger = hear("termin umfrage 17.02.; 21.02. mit Frau Nirgendwo", { state: one, by: officePerson });
    expect(answerOf(stranger)).toContain("„Frau Nirgendwo“ gibt es in diesem Gremium nicht.");
    expect(heard("termin umfrage 17.02.; 21.02. bis Ende Januar")).toMatchObject({ lastDay: "2023-01-31" });
  });

  it("takes the end of a time for no last day, and a day without its year for none of the times", () => {
    expect(heard("termin umfrage 17.02. 9 bis 12.30; 21.02. 9 bis 12")).not.toHaveProperty("lastDay");
    expect(heard("termin umfrage 17.02. 9 bis 12.30 Uhr; 21.02. 9 bis 12 Uhr bis 10.02.")).toMatchObject({
      options: [{ to: "12:30" }, { to: "12:00" }],
      lastDay: "2023-02-10",
    });
    const either = hear("termin umfrage 17.02. 9–12 Uhr; 21.02. bis 10.02", { state: one, by: officePerson });
    expect(choicesOf(either)).toContain("termin umfrage 17.02. 9–12 Uhr; 21.02. bis 10.02.2023");
  });

  it("asks about what can be read in two ways, with lines that can be sent", () => {
    const wrongDay = hear("termin umfrage Mittwoch, 17.02.2023; 21.02.2023", { state: one, by: officePerson });
    expect(answerOf(wrongDay)).toContain("Der 17.02.2023 ist ein Freitag, kein Mittwoch.");
    expect(choicesOf(wrongDay)).toContain("termin umfrage 17.02.2023; 21.02.2023");
    const commas = hear("termin umfrage 17.02.2023, 21.02.2023", { state: one, by: officePerson });
    expect(answerOf(commas)).toContain("Mehrere Vorschläge trennt ein Semikolon.");
    expect(choicesOf(commas)).toEqual(["termin umfrage 17.02.2023; 21.02.2023"]);
    expect(heard(choicesOf(commas)[0] ?? "")).toMatchObject({
      options: [{ date: "2023-02-17" }, { date: "2023-02-21" }],
    });
    const places = hear("termin umfrage 17.02. im Kreishaus; 21.02. in Bremen", { state: one, by: officePerson });
    expect(answerOf(places)).toContain("„Kreishaus“ und „Bremen“");
    const nothing = hear("termin umfrage", { state: one, by: officePerson });
    expect(answerOf(nothing)).toContain("Welche Termine schlagen Sie vor?");
  });
});

describe("answering in words", () => {
  const [y, i, n] = ["yes", "ifNeedBe", "no"] as const satisfies readonly PollAnswer[];

  it.each<[string, readonly (readonly [number, PollAnswer])[]]>([
    ["termin 1 ja", [[1, y]]],
    ["termin 2 zur not", [[2, i]]],
    ["Termin 3: Nein.", [[3, n]]],
    [
      "termin 1 ja, 2 nein, 3 zur not",
      [
        [1, y],
        [2, n],
        [3, i],
      ],
    ],
    [
      "termin 1 ja 2 nein 3 vielleicht",
      [
        [1, y],
        [2, n],
        [3, i],
      ],
    ],
    [
      "termin 1 und 2 ja, sonst nein",
      [
        [1, y],
        [2, y],
        [3, n],
      ],
    ],
    [
      "termin 1, 3 ja",
      [
        [1, y],
        [3, y],
      ],
    ],
    [
      "termin 1 ja; termin 2 nein",
      [
        [1, y],
        [2, n],
      ],
    ],
    ["termin 3 passt nicht", [[3, n]]],
    ["termin 3 passt", [[3, y]]],
    [
      "termin 2 ja, übrige nein",
      [
        [2, y],
        [1, n],
        [3, n],
      ],
    ],
    [
      "termine ja nein ja",
      [
        [1, y],
        [2, n],
        [3, y],
      ],
    ],
    [
      "termine zur not, ja, nein",
      [
        [1, i],
        [2, y],
        [3, n],
      ],
    ],
    [
      "termine nein",
      [
        [1, n],
        [2, n],
        [3, n],
      ],
    ],
    [
      "termin alle ja",
      [
        [1, y],
        [2, y],
        [3, y],
      ],
    ],
    [
      "termine alle zur not",
      [
        [1, i],
        [2, i],
        [3, i],
      ],
    ],
    [
      "termin antworten ja nein ja",
      [
        [1, y],
        [2, n],
        [3, y],
      ],
    ],
    ["TERMIN 2 JA", [[2, y]]],
    // What does not exist is refused where the date poll is known.
    ["termin 9 ja", [[9, y]]],
  ])("%s", (text, expected) => {
    expect(answers(text)).toEqual(expected);
  });

  it("names the date poll in front, and means it", () => {
    expect(heard("umfrage 2 termin 1 ja", two)).toMatchObject({ poll: 2, answers: [{ option: 1, answer: "yes" }] });
    expect(heard("umfrage 2 termine ja", two)).toMatchObject({
      poll: 2,
      answers: [1, 2, 3].map((option) => ({ option })),
    });
    expect(heard("umfrage 2 termin alle nein", two)).toMatchObject({ poll: 2 });
    expect(heard("umfrage 2 termine ja nein zur not", two)).toMatchObject({
      poll: 2,
      answers: [{ answer: "yes" }, { answer: "no" }, { answer: "ifNeedBe" }],
    });
    expect(heard("umfrage 2 termin 1, 3 nein", two)).toMatchObject({
      poll: 2,
      answers: [{ option: 1 }, { option: 3 }],
    });
    expect(heard("termin 1 ja", two)).not.toHaveProperty("poll");
    expect(heard("termine ja", two)).toEqual({ type: "AnswerDatePoll", answers: [] });
  });

  it("is for somebody else with „für“", () => {
    expect(heard("termin 2 ja für Frau Neeth")).toMatchObject({
      person: neeth,
      answers: [{ option: 2, answer: "yes" }],
    });
    expect(heard("termine ja für Herr Lindner")).toMatchObject({ person: lindner });
  });

  it.each([
    ["termin 1 ja oder so", "ist keine Antwort"],
    ["termin 1", "ist keine Antwort"],
    ["termin 1 ja nein ja", "ist keine Antwort"],
    ["termin antworten ja 1, nein 2", "ist keine Antwort"],
    ["termin 1 ja, 1 nein", "Zu Termin 1 stehen zwei Antworten da."],
    ["termine ja nein", "Es sind 3 Vorschläge, aber 2 Antworten."],
    ["termin antworten", "Was antworten Sie?"],
    ["termin 12. Mai 9 Uhr", "hält „termin vereinbaren“ fest"],
  ])("asks back: %s", (text, expected) => {
    expect(answerOf(hear(text, { state: one, by: officePerson }))).toContain(expected);
  });

  it("leaves an agreed date what it was", () => {
    expect(commandOf('termin "Fachtag" 20.03.2023, 9–16 Uhr', { by: officePerson })).toMatchObject({
      type: "AgreeDate",
      appointment: { date: day("2023-03-20") },
    });
  });
});

describe("settling and cancelling in words", () => {
  it.each([
    ["termin festlegen 2", { option: 2 }],
    ["termin 2 festlegen", { option: 2 }],
    ["termin festlegen Termin 2", { option: 2 }],
    ["umfrage 1 termin festlegen 2", { poll: 1, option: 2 }],
    ["umfrage 1 termin 2 festlegen", { poll: 1, option: 2 }],
  ])("%s", (text, expected) => {
    expect(heard(text)).toEqual({ type: "SettleDatePoll", ...expected });
  });

  it("asks for the option with what there is, and for the reason", () => {
    const which = hear("termin festlegen", { state: one, by: officePerson });
    expect(choicesOf(which)).toEqual(["termin festlegen 1", "termin festlegen 2", "termin festlegen 3"]);
    expect(answerOf(hear("termin festlegen bald", { state: one, by: officePerson }))).toContain("ist keine Nummer");
    expect(heard("umfrage 1 abbrechen: Zu viele Ferien.")).toEqual({
      type: "CancelDatePoll",
      poll: 1,
      reason: "Zu viele Ferien.",
    });
    expect(heard("umfrage abbrechen: Doppelt.")).toEqual({ type: "CancelDatePoll", reason: "Doppelt." });
    expect(answerOf(hear("umfrage abbrechen", { state: one, by: officePerson }))).toContain("Aus welchem Grund?");
  });

  it("shows one or all", () => {
    expect(hear("terminumfrage 2", { state: one })).toEqual({ kind: "query", query: { kind: "datePoll", poll: 2 } });
    expect(hear("umfragen", { state: one })).toEqual({ kind: "query", query: { kind: "datePoll" } });
    expect(answerOf(hear("terminumfrage Mai", { state: one }))).toContain(
      "„Mai“ ist keine Nummer einer Terminumfrage.",
    );
  });
});
