import { describe, expect, it } from "vitest";
import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import { stateAfter } from "../support/fold.ts";
import { accountKey, officeKey, seatKey } from "../support/keys.ts";
import { voter } from "../support/small-committee.ts";
import { answerOf, choicesOf, commandOf, founded, hear, jansen, lindner, neeth } from "./conversation.ts";

const founding = stateAfter(founded);

describe("what a line means", () => {
  it.each([
    ["ja", { type: "CastVote", vote: { kind: "question", choice: "yes" }, private: true }],
    ["Ja.", { type: "CastVote", vote: { kind: "question", choice: "yes" }, private: true }],
    ["ENTHALTUNG", { type: "CastVote", vote: { kind: "question", choice: "abstain" }, private: true }],
    ["anwesend", { type: "RecordAttendance", people: [jansen], status: "present" }],
    ["anwesend online", { type: "RecordAttendance", people: [jansen], status: "remote" }],
    ["anwesend Lindner, Frau Jansen und Neeth", { people: [lindner, jansen, neeth], status: "present" }],
    ["anwesend Herr Müller (Pflege und Heim)", { people: ["mueller-pflege"] }],
    ["anwesend Neeth für Kinderschutzbund", { people: [neeth], seat: "kinderschutzbund" }],
    ["Frau Jansen geht", { type: "RecordAttendance", people: [jansen], status: "left" }],
    ["gehe", { people: [jansen], status: "left" }],
    ["entschuldigt Regenbogen", { type: "ExcuseSeat", seat: "regenbogen" }],
    ["entschuldigt Herr Lindner", { type: "RecordAttendance", people: [lindner], status: "excused" }],
    ["vertritt Kinderschutzbund durch Frau Neeth", { people: [neeth], seat: "kinderschutzbund" }],
    ["gäste 24 Trägervertretungen", { qualifier: "exact", count: 24, group: "Trägervertretungen" }],
    ["gäste über 50 Fachkräfte", { qualifier: "over", count: 50, group: "Fachkräfte" }],
    ["gäste etwa 100 Fachkräfte", { qualifier: "about", count: 100, group: "Fachkräfte" }],
    [
      'gäste "Mitarbeiter*innen des Jugendamtes (Soziale Dienste, Fachstelle)"',
      { qualifier: "none", group: "Mitarbeiter*innen des Jugendamtes (Soziale Dienste, Fachstelle)" },
    ],
    ["pause 10", { type: "PauseMeeting", minutes: 10 }],
    ["redezeit 90 sekunden", { type: "SetSpeakingTime", seconds: 90 }],
    ["redezeit 1:30", { seconds: 90 }],
    [
      'top vorschlagen "Bericht: Schule" 10 min nichtöffentlich ohne Beschluss',
      { type: "AddAgendaItem", title: "Bericht: Schule", minutes: 10, public: false, deciding: false },
    ],
    ['top vorschlagen "10 min ohne Beschluss"', { title: "10 min ohne Beschluss", public: true, deciding: true }],
    ["top vorschlagen Bericht: Schule", { title: "Bericht: Schule" }],
    ["top 3", { type: "CallAgendaItem", item: 3 }],
    ["top verschieben 5 vor 3", { type: "MoveAgendaItem", item: 5, before: 3 }],
    ["top 3 vertagen", { type: "AdjournAgendaItem", item: 3 }],
    ["melden contra", { type: "RequestToSpeak", side: "contra" }],
    ["melden pro Herr Lindner", { person: lindner, side: "pro" }],
    ["abstimmung ä1 geheim", { type: "OpenBallot", subject: { kind: "amendment", amendment: 1 }, mode: "secret" }],
    [
      "abstimmung über antrag 1 namentlich mit Änderungen",
      { subject: { kind: "motion", motion: 1 }, mode: "rollCall", withAmendments: true },
    ],
    ["handzeichen 15:1:1", { type: "EnterHandCount", yes: 15, no: 1, abstain: 1 }],
    ["handzeichen 15 ja, 1 nein, 1 enthaltung", { yes: 15, no: 1, abstain: 1 }],
    ["handzeichen: 9/0/0", { yes: 9, no: 0, abstain: 0 }],
    ["antrag 1 zurückziehen", { type: "WithdrawMotion", motion: 1 }],
    ["ä1 übernehmen", { type: "TakeOverAmendment", amendment: 1 }],
    ["Ä 1 zurückziehen", { type: "WithdrawAmendment", amendment: 1 }],
    ["konsens zu antrag 1 mit einigen Änderungen", { type: "AdoptByConsensus", motion: 1, withAmendments: true }],
    ["konsens: Das ist gut.", { type: "TakeNote", grade: "consensus", text: "Das ist gut." }],
    [
      "ergebnis 1: einstimmig angenommen mit Änderungen",
      { type: "DeclareResult", motion: 1, outcome: "carried", unanimous: true, withAmendments: true },
    ],
    ["ergebnis zu antrag 1: mehrheitlich abgelehnt", { outcome: "rejected", unanimous: false, withAmendments: false }],
    ["ergebnis 1: angenommen", { outcome: "carried", withAmendments: false }],
    ['wahl "1. Sprecher*in" geheim', { type: "OpenElection", office: officeKey("sprecher-1"), secret: true }],
    ["wahl 2. Sprecherin 2 Plätze", { office: officeKey("sprecher-2"), seats: 2, secret: false }],
    ["vorschlag Frau Neeth", { type: "Nominate", person: neeth }],
    ["kandidatur", { type: "Nominate" }],
    ["los zeuge Frau Neeth, Stimme 2", { type: "DrawLot", witnesses: [neeth, voter(2)], chance: 42 }],
    ["gewählt: Frau Jansen, Frau Neeth einstimmig", { people: [jansen, neeth], unanimous: true }],
    ["Herr Lindner nimmt die Wahl an", { type: "AnswerElection", accepts: true, person: lindner }],
    ["ablehnen", { type: "AnswerElection", accepts: false }],
    ["befangen Regenbogen", { type: "DeclareConflict", seat: seatKey("regenbogen") }],
    ["bericht nummer DrS/2023/064", { type: "SetReportDetails", reference: "DrS/2023/064" }],
    [
      "bericht gremium Jugendhilfeausschuss am 23.03.2023 zur Kenntnis",
      { forwardTo: { body: "Jugendhilfeausschuss", date: "2023-03-23", role: "zur Kenntnis" } },
    ],
    ["sitzung planen 12.05.2023, 9–12 Uhr im Kreishaus, Raum 3", { place: "Kreishaus, Raum 3" }],
    [
      "sitzung planen 12.05.2023, 9–12 Uhr",
      { type: "ScheduleMeeting", appointment: { date: "2023-05-12", from: "09:00", to: "12:00" } },
    ],
    [
      "regeltermin 3. Quartal: 01. Sept. 9 – 12 Uhr",
      {
        type: "AgreeDate",
        kind: "meeting",
        quarter: 3,
        appointment: { date: "2023-09-01", from: "09:00", to: "12:00" },
      },
    ],
    [
      'termin vereinbaren "Fachaustausch im Workshop-Format" 20.03.2023, 9 bis16 Uhr',
      { kind: "workshop", appointment: { date: "2023-03-20", from: "09:00", to: "16:00" } },
    ],
    [
      "weiterleiten an JHA: Die Ergebnisse werden übermittelt.",
      { type: "PromiseForwarding", to: "JHA", text: "Die Ergebnisse werden übermittelt." },
    ],
    [
      'sammlung "Im stationären Bereich mangelt es an" feststellung: Plätzen (Pflege; Heim)',
      { grade: "found", text: "Im stationären Bereich mangelt es an" },
    ],
  ])("%s", (line, command) => {
    expect(commandOf(line)).toMatchObject(command);
  });

  it("knows by the place of a message whether a vote came in private", () => {
    expect(commandOf("ja", { inRoom: true })).toMatchObject({ private: false });
  });

  it("splits a list at semicolons or, if it has several lines, at these alone", () => {
    const line = 'sammlung "Es fehlt an": Plätzen (Pflege, Heim), vor allem für Kinder; Wohnungen';
    expect(commandOf(line)).toMatchObject({ points: ["Plätzen (Pflege, Heim), vor allem für Kinder", "Wohnungen"] });
    expect(commandOf('sammlung "Es fehlt an":\n• Plätzen; vor allem für Kinder\n\n• Wohnungen')).toMatchObject({
      points: ["Plätzen; vor allem für Kinder", "Wohnungen"],
    });
  });
});

describe("a task", () => {
  it.each([
    ["aufgabe: Liste erstellen", { text: "Liste erstellen" }],
    ["aufgabe: Liste erstellen @Frau Jansen bis 12.6.", { text: "Liste erstellen", owner: jansen, due: "2023-06-12" }],
    ["aufgabe: Liste erstellen bis 12.6. @Jansen", { text: "Liste erstellen", owner: jansen, due: "2023-06-12" }],
    ["aufgabe: Liste erstellen @Regenbogen", { ownerName: "Regenbogen" }],
    ['aufgabe: Liste erstellen @"Kreis Auental"', { ownerName: "Kreis Auental" }],
    ["aufgabe: Prüfen, wie wir bis dahin arbeiten", { text: "Prüfen, wie wir bis dahin arbeiten" }],
  ])("%s", (line, task) => {
    expect(commandOf(line)).toEqual({ type: "AssignTask", ...{ text: "Liste erstellen" }, ...task });
  });

  it("keeps a vague date as it was typed", () => {
    expect(commandOf("aufgabe: Konzept umsetzen bis Mitte 2025")).toMatchObject({ dueText: "bis Mitte 2025" });
  });

  it("asks about an owner nobody knows, and offers to keep the name as written", () => {
    const heard = hear("aufgabe: Liste erstellen @Jahnsen");
    expect(choicesOf(heard)).toEqual(["aufgabe: Liste erstellen @jansen", 'aufgabe: Liste erstellen @"Jahnsen"']);
    expect(commandOf('aufgabe: Liste erstellen @"Jahnsen"')).toMatchObject({ ownerName: "Jahnsen" });
  });

  it("asks where a weekday does not fit its date", () => {
    const heard = hear("aufgabe: Liste erstellen bis Mittwoch, 20.03.2023");
    expect(answerOf(heard)).toContain("Der 20.03.2023 ist ein Montag, kein Mittwoch.");
  });
});

describe("dates that contradict themselves", () => {
  it("refuses the Monday that was called a Wednesday and offers candidates that are whole commands", () => {
    const heard = hear('termin vereinbaren "Fachaustausch" Mittwoch, dem 20. März 2023, von 9 bis16 Uhr');
    expect(answerOf(heard)).toContain("Der 20.03.2023 ist ein Montag, kein Mittwoch.");
    const choices = choicesOf(heard);
    expect(choices).toContain('termin vereinbaren "Fachaustausch" 20.03.2023, 09:00 bis 16:00 Uhr');
    for (const choice of choices) {
      expect(commandOf(choice)).toMatchObject({ title: "Fachaustausch", appointment: { from: "09:00", to: "16:00" } });
    }
    expect(choices.map((choice) => commandOf(choice))).toContainEqual(
      expect.objectContaining({ appointment: { date: "2023-03-22", from: "09:00", to: "16:00" } }),
    );
  });

  it("refuses a regular date outside its quarter", () => {
    expect(answerOf(hear("regeltermin 2. Quartal: 01.09.2023"))).toContain("liegt im 3. Quartal, nicht im 2.");
  });

  it("never takes half of a date that contradicts itself for a place, and keeps the place in the choices", () => {
    const heard = hear("sitzung planen am Mittwoch, dem 20.03.2023, 9 bis 12 Uhr im Kreishaus, Raum 3");
    expect(answerOf(heard)).toContain("Der 20.03.2023 ist ein Montag, kein Mittwoch.");
    expect(choicesOf(heard)).toContain("sitzung planen 20.03.2023, 09:00 bis 12:00 Uhr im Kreishaus, Raum 3");
    for (const choice of choicesOf(heard)) expect(commandOf(choice)).toMatchObject({ place: "Kreishaus, Raum 3" });
    expect(answerOf(hear("sitzung planen am Mittwoch, dem 20.03.2023"))).toContain("Montag, kein Mittwoch");
  });

  it("refuses a day that does not exist, a vague day and a period", () => {
    expect(answerOf(hear("sitzung planen 31.04.2023"))).toContain("gibt es nicht");
    expect(answerOf(hear("sitzung planen ab Mitte 2025"))).toContain("zu ungenau");
    expect(answerOf(hear("sitzung planen 10.-12.9.2027"))).toContain("mehrere Tage");
  });
});

describe("names", () => {
  it("offers everybody of that name, by commands that are not ambiguous", () => {
    const heard = hear("leitung Müller");
    expect(answerOf(heard)).toContain("„Müller“ ist nicht eindeutig");
    expect(choicesOf(heard)).toEqual(["leitung @mueller-regenbogen", "leitung @mueller-pflege"]);
    expect(commandOf("leitung @mueller-pflege")).toMatchObject({ person: "mueller-pflege" });
  });

  it("offers the nearest for a mistyped name", () => {
    const heard = hear("leitung Frau Jansn");
    expect(answerOf(heard)).toContain("gibt es in diesem Gremium nicht");
    expect(choicesOf(heard)).toEqual(["leitung @jansen"]);
  });

  it("keeps the others of a list when one of them is unclear", () => {
    const heard = hear("anwesend Lindner, Müller, Neeth");
    expect(choicesOf(heard)[1]).toBe("anwesend Lindner, @mueller-pflege, Neeth");
  });

  it("offers offices with a similar title", () => {
    expect(choicesOf(hear('wahl "1. Sprechr"'))).toContain('wahl "1. Sprecher*in"');
  });
});

describe("what is not understood", () => {
  it("offers the nearest commands and keeps what stood behind", () => {
    expect(choicesOf(hear("vereinbahrung: Wir treffen uns."))).toContain("vereinbarung: Wir treffen uns.");
    expect(choicesOf(hear("sitzung eröfnen"))).toContain("sitzung eröffnen");
    expect(choicesOf(hear("handzeihcen 15:1:1"))).toContain("handzeichen 15:1:1");
  });

  it("finds a command in the middle of a sentence, and never a vote", () => {
    expect(choicesOf(hear("Ich möchte einen Workshop planen."))).toEqual(["workshop planen"]);
    expect(choicesOf(hear("Zeig mir bitte die Tafel"))).toEqual(["tafel"]);
    expect(choicesOf(hear("Dazu sage ich ja oder nein"))).toEqual([]);
  });

  it("points to the help where nothing is similar", () => {
    expect(answerOf(hear("Wie wird das Wetter in Bad Segeberg?"))).toContain("hilfe");
  });

  it("says what does not belong to a command, with its example", () => {
    const answer = answerOf(hear("ja, aber nur diesmal"));
    expect(answer).toContain("„aber nur diesmal“ passt hier nicht");
    expect(answer).toContain("Beispiel: ja");
  });

  it("does not take a text without its colon for granted", () => {
    const heard = hear("antrag 2 zurückziehn");
    expect(heard.kind).toBe("problem");
    expect(choicesOf(heard)).toEqual(["antrag: 2 zurückziehn"]);
  });

  it("says what there is to choose from when a number does not exist", () => {
    expect(answerOf(hear("top 9"))).toContain("TOP 9 gibt es nicht. Die Tagesordnung hat 5 Punkte.");
    expect(answerOf(hear("handzeichen 15:1"))).toContain("Ja:Nein:Enthaltung");
  });

  it("refuses further lines under a command without text, and offers its first line", () => {
    const heard = hear("ja\nnein");
    expect(answerOf(heard)).toContain("Ausgeführt wurde nichts");
    expect(choicesOf(heard)).toEqual(["ja"]);
  });
});

describe("accounts", () => {
  it("lets an unknown account ask for help and link itself, and nothing else", () => {
    const by = undefined;
    expect(hear("hilfe", { by })).toEqual({ kind: "query", query: { kind: "help" } });
    expect(hear("anmelden K7QF2-M9XRA", { by })).toEqual({ kind: "link", code: "K7QF2-M9XRA" });
    expect(answerOf(hear("ja", { by }))).toContain("noch mit keiner Person verbunden");
    expect(answerOf(hear("irgendwas", { by }))).toContain("noch mit keiner Person verbunden");
  });

  it("warns when a code was said in a room", () => {
    expect(answerOf(hear("anmelden K7QF2-M9XRA", { by: undefined, inRoom: true }))).toContain(
      "haben jetzt andere gesehen",
    );
    expect(answerOf(hear("anmelden K7QF2-M9XRA", { inRoom: true }))).toContain("haben jetzt andere gesehen");
  });

  it("gives the code in clear beside the command that holds only its hash", () => {
    const heard = hear("code Frau Neeth");
    expect(heard).toMatchObject({ command: { type: "IssueLinkCode", person: neeth, codeHash: "hash" } });
    expect(heard).toMatchObject({ linkCode: "K7QF2-M9XRA", command: { validUntil: "2023-02-10" } });
    expect(JSON.stringify(commandOf("code Frau Neeth"))).not.toContain("K7QF");
  });

  it("unlinks this account, or that of a person; with several it asks which", () => {
    const linked = (account: string): CommitteeEvent => ({
      type: "AccountLinked",
      person: neeth,
      account: accountKey(account),
    });
    const one = stateAfter([...founded, linked("console:a")]);
    const two = stateAfter([...founded, linked("console:a"), linked("matrix:@a:b.de")]);
    expect(commandOf("abmelden")).toEqual({ type: "UnlinkAccount", account: "console:jansen" });
    expect(commandOf("abmelden Frau Neeth", { state: one })).toMatchObject({ account: "console:a" });
    expect(answerOf(hear("abmelden Frau Neeth", { state: founding }))).toContain("kein verbundenes Konto");
    const choices = choicesOf(hear("abmelden Frau Neeth", { state: two }));
    expect(choices).toEqual(['abmelden @neeth "console:a"', 'abmelden @neeth "matrix:@a:b.de"']);
    expect(commandOf(choices[1] ?? "", { state: two })).toMatchObject({ account: "matrix:@a:b.de" });
  });

  it("takes anonymous contributions by direct chat only", () => {
    expect(commandOf("anonym: Es dauert zu lang.")).toEqual({ type: "GiveEntry", text: "Es dauert zu lang." });
    expect(answerOf(hear("anonym: Es dauert zu lang.", { inRoom: true }))).toContain("Direktchat");
  });
});
