import { describe, expect, it } from "vitest";
import { stateAfter } from "../support/fold.ts";
import { ideasBy, ideaWorkshopEvents } from "../support/idea-workshop.ts";
import { answerOf, choicesOf, described, founded, hear, jansen, lindner } from "./conversation.ts";

const state = stateAfter([
  ...founded,
  {
    type: "CommitteeDescribed",
    description: {
      name: "AG 78",
      land: "DE-SH",
      timeZone: "Europe/Berlin",
      meetingsBefore: 0,
      tagLists: [{ name: "Ziele", tags: ["Partizipation"] }],
      routes: [{ name: "Klausurtagung", steps: [{ body: "AG 78", role: "vote" }] }],
    },
  },
]);

function commandOf(text: string) {
  const heard = hear(text, { state });
  if (heard.kind !== "command") throw new Error(`${text}: ${described(heard)}`);
  const { type: _, ...rest } = heard.command;
  return rest;
}

const queryOf = (text: string): unknown => {
  const heard = hear(text, { state });
  return heard.kind === "query" ? heard.query : described(heard);
};

describe("the words of a result", () => {
  it.each([
    ["ergebnis aus gruppe 2", { kind: "statement", origin: { kind: "group", number: 2 } }],
    ["ergebnis aus idee 3 als frage", { kind: "question", origin: { kind: "idea", number: 3 } }],
    [
      "ergebnis aus gruppe 2 als antrag: Der Kreis: eine Stelle.",
      { kind: "motion", origin: { kind: "group", number: 2 }, text: "Der Kreis: eine Stelle." },
    ],
    [
      "ergebnis festhalten als aufgabe: Schulen einladen @Frau Jansen",
      { kind: "task", origin: { kind: "none" }, text: "Schulen einladen", owner: jansen },
    ],
    [
      'neues ergebnis: Schulen einladen @"Kreis Auental"',
      { kind: "statement", origin: { kind: "none" }, text: "Schulen einladen", ownerName: "Kreis Auental" },
    ],
    ["ergebnis 3 neu: Anders", { result: 3, text: "Anders" }],
  ])("%s", (text, expected) => {
    expect(commandOf(text)).toEqual(expected);
  });

  it("leaves the result of a vote to the vote", () => {
    expect(hear("ergebnis 1: einstimmig angenommen", { state })).toMatchObject({ command: { type: "DeclareResult" } });
  });
});

const steering = { body: "Steuerungsgruppe", role: "preparation" };

describe("the words of a route", () => {
  it.each([
    ["weiterleiten 3 an Steuerungsgruppe (Vorbereitung)", [steering]],
    [
      "weiterleiten 3 an Steuerungsgruppe (Vorbereitung), AG 78 (zur Abstimmung) bis 12.05.2028, Jugendhilfeausschuss (Entscheidung) 4. Sitzungslauf 2024, Fachkräfte (Kenntnisnahme)",
      [
        steering,
        { body: "AG 78", role: "vote", target: "2028-05-12" },
        { body: "Jugendhilfeausschuss", role: "decision", targetText: "4. Sitzungslauf 2024" },
        { body: "Fachkräfte", role: "notice" },
      ],
    ],
    [
      'ergebnis 3 weiterleiten an Steuerungsgruppe (Vorbereitung) bis Freitag, 12.05.2028 → "Amt für Jugend, Familie" (Beratung) bis Ende November 2028; JHA (Beschluss) ab Mitte 2029',
      [
        { ...steering, target: "2028-05-12" },
        { body: "Amt für Jugend, Familie", role: "consultation", target: "2028-11-30" },
        { body: "JHA", role: "decision", roleText: "Beschluss", targetText: "ab Mitte 2029" },
      ],
    ],
    [
      "ergebnis 3 weiterleiten an Steuerungsgruppe zur Vorbereitung, dann AG 78 zur Abstimmung bis 12.05.2028, JHA zur abschließenden Entscheidung 4. Sitzungslauf 2028, Fachkräfte zur Kenntnis",
      [
        steering,
        { body: "AG 78", role: "vote", target: "2028-05-12" },
        {
          body: "JHA",
          role: "decision",
          roleText: "abschließende Entscheidung",
          targetText: "4. Sitzungslauf 2028",
        },
        { body: "Fachkräfte", role: "notice" },
      ],
    ],
    [
      "weiterleiten 3 an Steuerungsgruppe (Vorberatung), JHA (abschließende Beratung), Ausschuss für Schule und Sport zum abschließenden Beschluss, Kreistag (Beschluss), Elternrat (zur Anhörung), Rat (Beratung und Beschlussfassung), Beirat (kenntnisnahme)",
      [
        { body: "Steuerungsgruppe", role: "preparation", roleText: "Vorberatung" },
        { body: "JHA", role: "consultation", roleText: "abschließende Beratung" },
        { body: "Ausschuss für Schule und Sport", role: "decision", roleText: "abschließender Beschluss" },
        { body: "Kreistag", role: "decision", roleText: "Beschluss" },
        { body: "Elternrat", role: "consultation", roleText: "Anhörung" },
        { body: "Rat", role: "decision", roleText: "Beratung und Beschlussfassung" },
        { body: "Beirat", role: "notice" },
      ],
    ],
  ])("%s", (text, steps) => {
    expect(commandOf(text)).toEqual({ results: [3], steps });
  });

  it.each([
    ['weiterleiten 3 nach "Mondfahrt"', "Mondfahrt"],
    ["weiterleiten 3 nach klausurtagung", "Klausurtagung"],
  ])("%s is the name of one", (text, template) => {
    expect(commandOf(text)).toEqual({ results: [3], template, steps: [] });
  });

  it.each([
    ["weiterleiten 3 an Steuerungsgruppe", "fehlt die Rolle"],
    ["weiterleiten 3 an (Vorbereitung)", "fehlt das Gremium"],
    ["weiterleiten 3 an JHA (Tanz)", "keine Rolle"],
    ["weiterleiten 3 an JHA (ohne Beschluss)", "keine Rolle"],
    ["weiterleiten 3 an JHA zum Tanz", "Steuerungsgruppe zur Vorbereitung"],
    ["weiterleiten 3 an Gruppe zur Beratung der Eltern", "fehlt die Rolle"],
    ["weiterleiten 3 an JHA (Beratung) bis Montag, 12.05.2028", "Freitag"],
    ["weiterleiten 3 an JHA (Beratung) bis 31.04.2028", "Diesen Tag gibt es nicht"],
    ["ergebnis weiterleiten", "Welches Ergebnis?"],
    ["weiterleiten 3", "Wohin?"],
  ])("%s is asked about", (text, sentence) => {
    expect(described(hear(text, { state }))).toContain(sentence);
  });

  it.each([
    ["ergebnisse 1, 3 und 5 weiterleiten an Steuerungsgruppe (Vorbereitung)", [1, 3, 5]],
    ["ergebnisse 1,3, und 5 weiterleiten Steuerungsgruppe (Vorbereitung)", [1, 3, 5]],
    ["ergebnis 1-3 weiterleiten an Steuerungsgruppe (Vorbereitung)", [1, 2, 3]],
    ["Ergebnisse 1 bis 3 und 7 weiterleiten an Steuerungsgruppe (Vorbereitung)", [1, 2, 3, 7]],
    ["weiterleiten 2 & 4 an Steuerungsgruppe (Vorbereitung)", [2, 4]],
    ["weiterleiten 2 – 4, 3 an Steuerungsgruppe (Vorbereitung)", [2, 3, 4]],
    ["ergebnisse weiterleiten 1, 2 Steuerungsgruppe (Vorbereitung)", [1, 2]],
    [
      "ergebnisse 1, 2, 3, 4, 5, 6, 7, 8 und 9 weiterleiten an Steuerungsgruppe (Vorbereitung)",
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
    ],
  ])("%s is for all of them", (text, results) => {
    expect(commandOf(text)).toEqual({ results, steps: [steering] });
  });

  it.each([
    ["ergebnisse 3-1 weiterleiten an JHA (Beratung)", "keine Nummer"],
    ["ergebnisse 1-99999 weiterleiten an JHA (Beratung)", "höchstens 50"],
  ])("%s is asked about too", (text, sentence) => {
    expect(described(hear(text, { state }))).toContain(sentence);
  });

  it("leaves a promise to pass something on as it was", () => {
    expect(hear("weiterleiten an JHA: Die Ergebnisse.", { state })).toMatchObject({
      command: { type: "PromiseForwarding" },
    });
  });
});

describe("the words of an answer", () => {
  it.each([
    ["antwort zu 3: zugestimmt", { outcome: "agreed" }],
    ["antwort zu ergebnis 3 schritt 2: abgelehnt.", { step: 2, outcome: "declined" }],
    ["antwort zu 3 einstimmig zugestimmt", { outcome: "agreed", unanimous: true }],
    ["antwort zu 3: nicht zugestimmt", { outcome: "declined" }],
    ["antwort zu 3: ohne Bedingung zugestimmt", { outcome: "agreed", text: "ohne Bedingung zugestimmt" }],
    ["antwort zu 3: Der Ausschuss hat zugestimmt", { outcome: "agreed", text: "Der Ausschuss hat zugestimmt" }],
    ["antwort zu 3: zur Kenntnis genommen am 12.01.", { outcome: "noted", on: "2023-01-12" }],
    ["antwort zu 3: vertagt in der heutigen Sitzung", { outcome: "deferred", on: "2023-01-27" }],
    ["antwort zu 3: gestern zurückgegeben", { outcome: "returned", on: "2023-01-26" }],
    ["antwort zu 3: vorgestern beschlossen", { outcome: "agreed", on: "2023-01-25" }],
    ["antwort zu 3: vorbereitet", { outcome: "prepared" }],
    ["antwort zu 3: vorberaten", { outcome: "prepared", text: "vorberaten" }],
    ["antwort zu 3: beraten", { outcome: "considered" }],
    ["antwort zu 3: abschließend beraten", { outcome: "considered", text: "abschließend beraten" }],
    ["antwort zu 3: Beraten am 12.01.", { outcome: "considered", on: "2023-01-12" }],
    ["antwort zu 3: beraten und zugestimmt", { outcome: "agreed", text: "beraten und zugestimmt" }],
    [
      "antwort zu 3: beraten und zur Kenntnis genommen",
      { outcome: "noted", text: "beraten und zur Kenntnis genommen" },
    ],
    ["antwort zu 3: vorbereitet und der AG empfohlen", { outcome: "agreed", text: "vorbereitet und der AG empfohlen" }],
    ["antwort zu 3: Kenntnis genommen", { outcome: "noted", text: "Kenntnis genommen" }],
    ["antwort zu 3: zurückgestellt", { outcome: "deferred", text: "zurückgestellt" }],
    ["antwort zu 3: einstimmig beschlossen", { outcome: "agreed", unanimous: true }],
    ["antwort zu 3: einstimmig abgelehnt", { outcome: "declined", unanimous: true }],
    ["antwort zu 3: mehrheitlich abgelehnt", { outcome: "declined", text: "mehrheitlich abgelehnt" }],
    ["antwort zu 3: einstimmig", { outcome: "agreed", unanimous: true, text: "einstimmig" }],
    ["antwort zu 3: mehrheitlich bei 2 Enthaltungen", { outcome: "agreed", text: "mehrheitlich bei 2 Enthaltungen" }],
    ["antwort zu 3: mehrheitlich dagegen", { outcome: "declined", text: "mehrheitlich dagegen" }],
    ["antwort zu 3: ohne Zustimmung", { outcome: "declined", text: "ohne Zustimmung" }],
    ["antwort zu 3: Ja.", { outcome: "agreed", text: "Ja." }],
    [
      "antwort zu 3: einstimmig zugestimmt in der gestrigen Sitzung (Pressemitteilung vom 16.06.2021), Bedingung: bei positiver Prognose",
      { outcome: "agreed", unanimous: true, on: "2021-06-15", condition: "bei positiver Prognose" },
    ],
    [
      "antwort zu 3: zugestimmt am 15. Juni 2021 (unter der Bedingung: bei positiver Prognose)",
      { outcome: "agreed", on: "2021-06-15", condition: "bei positiver Prognose" },
    ],
  ])("%s", (text, expected) => {
    expect(commandOf(text)).toEqual({ results: [3], ...expected });
  });

  it.each([
    ["antwort zu 1, 3 und 5: zugestimmt", { results: [1, 3, 5], outcome: "agreed" }],
    ["antwort zu ergebnissen 1-3: abgelehnt", { results: [1, 2, 3], outcome: "declined" }],
    ["antwort zu 1 und 3 schritt 2 zugestimmt", { results: [1, 3], step: 2, outcome: "agreed" }],
  ])("%s is for all of them", (text, expected) => {
    expect(commandOf(text)).toEqual(expected);
  });

  it.each([
    ["antwort zu 3: wunderbar", "steht nicht da"],
    ["antwort zu 3: zugestimmt oder abgelehnt", "mehrere Arten"],
    ["antwort zu 3: wunderbar", "„antwort zu 3: abschließend beraten“"],
    ["antwort zu 3: einstimmig an die Verwaltung überwiesen", "steht nicht da"],
    ["antwort zu 3: kein Beschluss gefasst", "steht nicht da"],
    ["antwort zu 3: noch nicht beschlossen", "mehrere Arten"],
    ["antwort zu 3: empfiehlt, den Antrag abzulehnen", "mehrere Arten"],
    ["antwort zu 3: nicht vertagt", "mehrere Arten"],
    ["antwort zu 3: nicht einstimmig zugestimmt", "mehrere Arten"],
    ["antwort zu 3", "Wie lautet die Antwort?"],
    ["antwort zu 3: zugestimmt am 31.04.2021", "Diesen Tag gibt es nicht"],
  ])("%s is asked about", (text, sentence) => {
    expect(described(hear(text, { state }))).toContain(sentence);
  });
});

describe("the words of tags and stories", () => {
  it.each([
    ['schlagwort "Partizipation" an idee 3, 5', { ideas: [3, 5], tag: "Partizipation" }],
    ["schlagwort partizipation an ideen 3 und 5", { ideas: [3, 5], tag: "partizipation" }],
    ["schlagwort #Partizipation von idee 3 weg", { ideas: [3], tag: "Partizipation" }],
    ['schlagwort "Partizipation" an ergebnis 2', { result: 2, tag: "Partizipation" }],
  ])("%s", (text, expected) => {
    expect(commandOf(text)).toEqual(expected);
  });

  it("asks what the tag belongs to", () => {
    expect(described(hear("schlagwort Partizipation", { state }))).toContain("Woran das Schlagwort gehört");
    expect(described(hear("schlagwort Partizipation an ergebnis 1, 2", { state }))).toContain("nach dem anderen");
  });

  it("finds a result or an idea by words of it, and asks which where there are several", () => {
    const given = stateAfter([
      ...founded,
      { type: "ResultMade", result: 1, kind: "task", text: "Einen Fahrdienst prüfen", origin: { kind: "none" } },
      ...ideaWorkshopEvents(),
      ...ideasBy(lindner, "Fahrdienst in die Dörfer", "Bus am Abend"),
    ]);
    const told = (text: string, inRoom = true) => hear(text, { state: given, inRoom });
    expect(told("wo steht Bus")).toMatchObject({ query: { kind: "results", idea: 2 } });
    expect(told("was wurde aus dem Fahrdienst prüfen")).toMatchObject({ query: { kind: "results", result: 1 } });
    expect(choicesOf(told("wo steht Fahrdienst?"))).toEqual(["wo steht ergebnis 1", "wo steht idee 1"]);
    expect(answerOf(told("wo steht Fahrdienst?"))).toContain("Idee 1: Fahrdienst in die Dörfer");
    expect(answerOf(told("wo steht Schwimmbad"))).toContain(
      "„Schwimmbad“ kommt in keinem Ergebnis und keiner Idee vor",
    );
    expect(answerOf(told("wo steht am"))).toContain("kommt in keinem");
  });

  it("does not find in a room what is hidden there", () => {
    const hidden = stateAfter([
      ...founded,
      ...ideaWorkshopEvents({ hidden: true }),
      ...ideasBy(jansen, "Bus am Abend"),
    ]);
    expect(hear("wo steht Bus", { state: hidden })).toMatchObject({ query: { idea: 1 } });
    expect(answerOf(hear("wo steht Bus", { state: hidden, inRoom: true }))).not.toContain("Abend");
    expect(answerOf(hear("wo steht Bus", { state: hidden, by: lindner }))).not.toContain("Abend");
  });

  it.each([
    ["wo steht 3", { kind: "results", result: 3 }],
    ["wo steht idee 7?", { kind: "results", idea: 7 }],
    ["wo steht ergebnis 2", { kind: "results", result: 2 }],
    ["ergebnisse", { kind: "results" }],
    ["ergebnisse #Partizipation", { kind: "results", tag: "Partizipation" }],
  ])("%s", (text, expected) => {
    expect(queryOf(text)).toEqual(expected);
  });
});
