import { describe, expect, it } from "vitest";
import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import { interpret } from "../../src/flows/interpret.ts";
import { dayWarnings } from "../../src/flows/replies/day-warnings.ts";
import { stateAfter } from "../support/fold.ts";
import { day, time } from "../support/keys.ts";
import { answerOf, choicesOf, commandOf, founded, hear, jansen, meetingState, message, ports } from "./conversation.ts";

const scheduled = (meeting: number, date: string): CommitteeEvent => ({
  type: "MeetingScheduled",
  meeting,
  appointment: { date: day(date) },
});

const two = { state: stateAfter([...founded, scheduled(1, "2023-05-12"), scheduled(2, "2023-09-01")]) };
const one = { state: stateAfter([...founded, scheduled(1, "2023-05-12")]) };

describe("planning a year in words", () => {
  const plan = { type: "PlanYear", year: 2024 };
  it.each([
    ["jahr planen 2024 ansetzen", plan],
    ["jahresplan 2024 ansetzen", plan],
    ["jahr planen ansetzen 2024 mittwochs", { ...plan, weekday: 3 }],
    ["jahr planen 2024 freitags 9–12 Uhr ansetzen", { ...plan, weekday: 5, from: "09:00", to: "12:00" }],
    ["jahr planen 2024, 14:30 bis 16 Uhr, ansetzen", { ...plan, from: "14:30", to: "16:00" }],
    ["jahr planen 2024 um 9 Uhr ansetzen", { ...plan, from: "09:00" }],
    ["jahr planen 2024 im Kreishaus, Raum 3 ansetzen", { ...plan, place: "Kreishaus, Raum 3" }],
    ["jahr planen 2024 sonnabends ort Rathaus ansetzen", { ...plan, weekday: 6, place: "Rathaus" }],
  ])("%s", (line, command) => {
    expect(commandOf(line)).toEqual(command);
  });

  it("is a question without the word that schedules it", () => {
    expect(hear("jahr planen 2024 mittwochs 9–12 Uhr im Kreishaus")).toMatchObject({
      kind: "query",
      query: { kind: "yearPlan", year: 2024, weekday: 3, from: "09:00", to: "12:00", place: "Kreishaus" },
    });
  });

  it.each([
    "jahr planen 2022",
    "jahr planen 2029",
    "jahr planen 9999",
    "jahr planen 2024 25 Uhr",
    "jahr planen 2024 xyz",
  ])("asks back: %s", (line) => {
    expect(hear(line).kind).toBe("problem");
  });
});

describe("school holidays and sittings in words", () => {
  it.each([
    "schulferien Sommerferien 03.07.2028 bis 12.08.2028; Ferientag 26.05.2028",
    "schulferien: Sommerferien vom 03.07.2028 bis 12.08.2028; Ferientag am 26.05.2028;",
    "ferien Sommerferien, 3.7.2028 - 12.8.2028\nFerientag: 26.05.2028",
  ])("%s", (line) => {
    expect(commandOf(line)).toEqual({
      type: "EnterSchoolHolidays",
      holidays: [
        { name: "Sommerferien", from: "2028-07-03", to: "2028-08-12" },
        { name: "Ferientag", from: "2028-05-26", to: "2028-05-26" },
      ],
      source: "von Hand",
    });
  });

  it.each([
    "schulferien Sommerferien",
    "schulferien 03.07.2028 bis 12.08.2028",
    "schulferien Sommerferien 31.06.2028",
    "schulferien Sommerferien 12.08.2028 bis 03.07.2028",
    "schulferien streichen Sommerferien 1",
    `schulferien ${"F".repeat(61)} 26.05.2028`,
    `schulferien ${"Ferientag 26.05.2028; ".repeat(61)}`,
  ])("asks back: %s", (line) => {
    expect(["problem", "ask"]).toContain(hear(line).kind);
  });

  it("are taken out by name and year", () => {
    expect(commandOf("schulferien streichen Sommerferien 2028")).toEqual({
      type: "RemoveSchoolHolidays",
      name: "Sommerferien",
      year: 2028,
    });
  });

  const body = "Jugendhilfeausschuss";
  it.each([
    ["jha termine 2028: 16.02.2028; 17.05.2028", ["2028-02-16", "2028-05-17"]],
    ["termine jha 2028:\nMittwoch, 16.02.2028\nam 17.05.2028", ["2028-02-16", "2028-05-17"]],
    ["jha termine 2028: keine", []],
  ])("%s", (line, dates) => {
    expect(commandOf(line)).toEqual({ type: "EnterBodySittings", body, year: 2028, dates });
  });

  it("read each day against its weekday", () => {
    const heard = hear("jha termine 2028: 17.05.2028; Donnerstag, 16.02.2028");
    expect(answerOf(heard)).toContain("Der 16.02.2028 ist ein Mittwoch, kein Donnerstag.");
    expect(choicesOf(heard)).toContain("jha termine 2028: 17.05.2028; 17.02.2028");
  });
});

describe("moving a meeting in words", () => {
  const move = { type: "MoveMeeting", appointment: { date: "2023-05-19" }, urgent: false };
  it.each([
    ["sitzung verlegen auf 19.05.2023", move],
    ["sitzung verlegen 19.05.2023", move],
    ["sitzung verlegen 12.05.2023 auf 19.05.2023", { ...move, meeting: 1 }],
    ["sitzung verschieben vom Freitag, 12.05.2023 auf den 19.05.2023", { ...move, meeting: 1 }],
    [
      "sitzung verlegen 12.05.2023 auf 19.05.2023, 9–12 Uhr im Haus auf der Höhe: Der Raum ist belegt.",
      {
        ...move,
        meeting: 1,
        appointment: { date: "2023-05-19", from: "09:00", to: "12:00" },
        place: "Haus auf der Höhe",
        reason: "Der Raum ist belegt.",
      },
    ],
    ["sitzung verlegen 19.05.2023 dringend: Frist", { ...move, urgent: true, reason: "Frist" }],
  ])("%s", (line, command) => {
    expect(commandOf(line, one)).toEqual(command);
  });

  it("asks which, with whole lines to choose from", () => {
    expect(choicesOf(hear("sitzung verlegen auf 19.05.2023, 9 Uhr: Raum belegt", two))).toEqual([
      "sitzung verlegen 12.05.2023 auf 19.05.2023, 9 Uhr: Raum belegt",
      "sitzung verlegen 01.09.2023 auf 19.05.2023, 9 Uhr: Raum belegt",
    ]);
    expect(commandOf("sitzung verlegen 01.09.2023 auf 19.05.2023", two)).toEqual({ ...move, meeting: 2 });
    expect(choicesOf(hear("sitzung verlegen 11.05.2023 auf 19.05.2023", one))).toEqual([
      "sitzung verlegen 12.05.2023 auf 19.05.2023",
    ]);
  });
});

describe("cancelling a meeting in words", () => {
  const cancel = { type: "CancelMeeting", reason: "Zu viele sind krank.", confirmed: false };
  it.each([
    ["sitzung absagen: Zu viele sind krank.", cancel],
    ["sitzung absagen 12.05.2023: Zu viele sind krank.", { ...cancel, meeting: 1 }],
    ["sitzung absagen 12.05.2023 bestätigt: Zu viele\nsind krank.", { ...cancel, meeting: 1, confirmed: true }],
  ])("%s", (line, command) => {
    expect(commandOf(line, one)).toEqual(command);
  });

  it("asks for the reason, and which", () => {
    expect(answerOf(hear("sitzung absagen", one))).toContain("Warum fällt die Sitzung aus?");
    expect(choicesOf(hear("sitzung absagen: krank", two))).toEqual([
      "sitzung absagen 12.05.2023: krank",
      "sitzung absagen 01.09.2023: krank",
    ]);
    expect(hear(`sitzung absagen: ${"x".repeat(501)}`, one).kind).toBe("problem");
  });
});

describe("a calendar to subscribe to", () => {
  it("has an address with the secret, which the command does not hold", () => {
    expect(hear("mein kalender")).toEqual({
      kind: "command",
      command: { type: "OpenFeed", whose: "person", secretHash: "hash" },
      feedAddress: "https://ag78.example.org/kalender/geheim.ics",
    });
    expect(answerOf(hear("mein kalender", { inRoom: true }))).toContain("Das geht nur im Direktchat");
    expect(commandOf("kalender des gremiums aus")).toEqual({ type: "CloseFeed", whose: "committee" });
  });

  it("is refused where none is set up", () => {
    const heard = interpret(message("mein kalender"), meetingState, jansen, undefined, {
      ...ports,
      feedBase: undefined,
    });
    expect(answerOf(heard)).toContain("Abgelehnt: Kalender-Abos sind hier nicht eingerichtet; es ändert sich nichts.");
  });
});

describe("warnings of a day", () => {
  const holidays = new Set([day("2028-05-27")]);
  const school: CommitteeEvent = {
    type: "SchoolHolidaysEntered",
    holidays: [{ name: "Pfingsten", from: day("2028-05-27"), to: day("2028-06-03") }],
    source: "von Hand",
  };
  const state = stateAfter([...founded, school]);

  it("name public holiday, weekend and school holidays, each in a sentence", () => {
    expect(dayWarnings(state, day("2028-05-27"), holidays)).toEqual([
      "Achtung: Samstag, 27.05.2028, ist ein gesetzlicher Feiertag.",
      "Achtung: Samstag, 27.05.2028, liegt am Wochenende.",
      "Achtung: Samstag, 27.05.2028, liegt in den Schulferien (Pfingsten, 27.05.–03.06.2028).",
    ]);
    expect(dayWarnings(state, day("2028-06-03"), holidays)).toHaveLength(2);
    expect(dayWarnings(state, day("2028-06-05"), holidays)).toEqual([]);
    expect(dayWarnings(state, day("2028-05-26"), holidays)).toEqual([]);
  });
});

it("times of the wish are times of day", () => {
  expect(commandOf("jahr planen 2024 9 bis 12 Uhr ansetzen")).toMatchObject({ from: time("09:00"), to: time("12:00") });
});
