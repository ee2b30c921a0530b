import { describe, expect, it } from "vitest";
import type { Command } from "../../src/core/committee/commands.ts";
import type { PollAnswer } from "../../src/core/date-poll/events.ts";
import { plainText } from "../../src/flows/reply.ts";
import { answering, opening, threeOptions } from "../support/date-polls.ts";
import type { Past } from "../support/fold.ts";
import { day } from "../support/keys.ts";
import { advisor, guest, officePerson, smallCommittee, substitute, voter } from "../support/small-committee.ts";
import { doing, live, past, summoned, telling, toActor, toEveryone } from "./telling.ts";

const five = past(smallCommittee());
const opened = doing(five, opening());
const answered = (before: Past, by: ReturnType<typeof voter>, ...all: readonly (PollAnswer | undefined)[]) =>
  doing(before, answering(...all), { by, inRoom: false });
const to = (told: Parameters<typeof summoned>[0], person: string) =>
  summoned(told)
    .filter((one) => one.to.kind === "person" && one.to.person === person)
    .map(plainText)
    .join("\n");

describe("a date poll", () => {
  it("reads every option back with its weekday, and warns of days that do not suit", () => {
    const school = past([
      ...smallCommittee(),
      {
        type: "SchoolHolidaysEntered",
        holidays: [{ name: "Winterferien", from: day("2023-02-20"), to: day("2023-02-22") }],
        source: "von Hand",
      },
      { type: "MeetingScheduled", meeting: 1, appointment: { date: day("2023-02-24") } },
    ]);
    const told = doing(
      school,
      opening({ options: [...threeOptions, { date: day("2023-02-26") }], place: "Kreishaus" }),
    );
    expect(toEveryone(told)).toBe(
      [
        "Terminumfrage 1 eröffnet. Antworten bis Montag, 06.02.2023, 24 Uhr.",
        "• Termin 1, Freitag, 17.02.2023, 9–12 Uhr",
        "• Termin 2, Dienstag, 21.02.2023",
        "• Termin 3, Freitag, 24.02.2023, 14:00 Uhr",
        "• Termin 4, Sonntag, 26.02.2023",
        "Ort: Kreishaus.",
        "Achtung: Dienstag, 21.02.2023, liegt in den Schulferien (Winterferien, 20.–22.02.2023).",
        "Achtung: Für Freitag, 24.02.2023, ist schon eine Sitzung geplant.",
        "Achtung: Sonntag, 26.02.2023, liegt am Wochenende.",
        "Ohne diese Personen geht es nicht: Frau Stimme 1 (Träger 1) und Frau Amt.",
        "Antworten Sie mit „umfrage 1 termin 1 ja“, „… zur not“ oder „… nein“, auch mehreres zugleich: „umfrage 1 termin 1 ja, 2 nein“. Gezählt wird je Sitz: Es genügt, wenn das Mitglied oder seine Stellvertretung kann.",
        "› Einzeln antworten: terminumfrage 1",
        "› Alle ja: umfrage 1 termine ja",
        "› Alle nein: umfrage 1 termine nein",
      ].join("\n"),
    );
  });

  it("asks everybody but guests by direct chat, whoever opened it there too, the needed guest as well", () => {
    const asked = summoned(opened).map((one) => one.to.kind === "person" && one.to.person);
    expect(asked).toEqual([
      ...[1, 2, 3, 4, 5].map(voter),
      substitute(1),
      substitute(2),
      // Holds the office.
      officePerson,
      advisor,
    ]);
    expect(to(opened, voter(2))).toContain(
      "Termin 1, Freitag, 17.02.2023, 9–12 Uhr: Können Sie?\n› Termin 1: Ja: umfrage 1 termin 1 ja\n› Termin 1: zur Not: umfrage 1 termin 1 zur not\n› Termin 1: Nein: umfrage 1 termin 1 nein\n› Alle ja: umfrage 1 termine ja\n› Alle nein: umfrage 1 termine nein",
    );
    expect(to(doing(five, opening(), { inRoom: false }), voter(1))).toBe("");
    expect(to(doing(five, opening({ required: [guest] })), guest)).toContain("Können Sie?");
  });

  it("asks one option after the other, and says when all are answered", () => {
    const first = answered(opened.past, voter(2), "yes");
    expect(toActor(first)).toBe(
      [
        "Terminumfrage 1: Ihre Antworten sind notiert: Termin 1 Ja.",
        "Termin 2, Dienstag, 21.02.2023: Können Sie?",
        "› Termin 2: Ja: umfrage 1 termin 2 ja",
        "› Termin 2: zur Not: umfrage 1 termin 2 zur not",
        "› Termin 2: Nein: umfrage 1 termin 2 nein",
        "› Übrige ja: umfrage 1 termin 2, 3 ja",
        "› Übrige nein: umfrage 1 termin 2, 3 nein",
      ].join("\n"),
    );
    const second = answered(first.past, voter(2), undefined, "ifNeedBe");
    expect(toActor(second)).toContain("Termin 3, Freitag, 24.02.2023, 14:00 Uhr: Können Sie?");
    expect(toActor(second)).not.toContain("Übrige");
    expect(toActor(answered(second.past, voter(2), undefined, undefined, "no"))).toBe(
      "Terminumfrage 1: Ihre Antworten sind notiert: Termin 3 Nein.\nAlle Vorschläge sind beantwortet. Ändern geht bis Montag, 06.02.2023, 24 Uhr.\n› terminumfrage 1",
    );
  });

  it("tells who has no seat that it is shown and not counted, and whom somebody answered for", () => {
    expect(toActor(answered(opened.past, guest, "yes"))).toContain("zählen aber für keinen Sitz");
    expect(toActor(answered(opened.past, substitute(1), "yes"))).not.toContain("keinen Sitz");
    const forThird: Command = { type: "AnswerDatePoll", person: voter(3), answers: [{ option: 2, answer: "no" }] };
    const told = doing(opened.past, forThird);
    expect(toActor(told)).toContain("Die Antworten für Frau Stimme 3 (Träger 3) sind notiert: Termin 2 Nein.");
    expect(to(told, voter(3))).toContain("Frau Stimme 1 (Träger 1) hat für Sie geantwortet: Termin 2 Nein.");
    expect(toEveryone(told)).toBe("");
  });

  it("keeps one live message from the first answer on: seats, quorum with its source, who of the needed cannot", () => {
    expect(live(opened)).toEqual([]);
    const two = answered(answered(opened.past, voter(1), "no", "yes").past, voter(2), "yes", "ifNeedBe");
    const three = answered(two.past, voter(3), "yes", "ifNeedBe");
    const [message, ...others] = live(three);
    expect(others).toEqual([]);
    expect(message?.live).toBe("terminumfrage-1");
    expect(message === undefined ? "" : plainText(message)).toBe(
      [
        "Terminumfrage 1 läuft bis Montag, 06.02.2023, 24 Uhr.",
        "Geantwortet haben 3 von 5 Sitzen. Vorn liegt Termin 2.",
        "• Termin 1, Freitag, 17.02.2023, 9–12 Uhr: 2 Ja, 0 zur Not, 0 Nein, 3 offen. Noch nicht beschlussfähig (2 von 5 Stimmen, nötig 3; GO schweigt, Standardregel). Frau Stimme 1 (Träger 1) kann nicht. Nötig und noch offen: Frau Amt.",
        "• Termin 2, Dienstag, 21.02.2023: 1 Ja, 2 zur Not, 0 Nein, 2 offen. Beschlussfähig nur mit „zur Not“ (3 von 5 Stimmen, nötig 3; GO schweigt, Standardregel). Nötig und noch offen: Frau Amt.",
        "• Termin 3, Freitag, 24.02.2023, 14:00 Uhr: 0 Ja, 0 zur Not, 0 Nein, 5 offen. Noch nicht beschlussfähig (0 von 5 Stimmen, nötig 3; GO schweigt, Standardregel). Nötig und noch offen: Frau Stimme 1 (Träger 1) und Frau Amt.",
        "› Einzeln antworten: terminumfrage 1",
        "› Alle ja: umfrage 1 termine ja",
        "› Alle nein: umfrage 1 termine nein",
      ].join("\n"),
    );
  });

  it("names the paragraph of the rules, and says when it is out of reach", () => {
    const rules = { "quorum.kind": { value: "atLeastHalf", paragraph: "§ 5 Abs. 1" } } as const;
    const begun = doing(past(smallCommittee({ rules, substitutes: [] })), opening());
    const against = [1, 2, 3].reduce((so, n) => answered(so, voter(n), "no").past, begun.past);
    const told = answered(against, voter(4), "yes");
    expect(live(told).map(plainText).join()).toContain(
      "1 Ja, 0 zur Not, 3 Nein, 1 offen. Nicht beschlussfähig, auch nicht mit „zur Not“ (1 von 5 Stimmen, nötig 3; § 5 Abs. 1 GO).",
    );
  });

  it("reminds with what is missing, and gives the leadership the ranking at its end", () => {
    const some = answered(opened.past, voter(2), "yes", "no").past;
    const reminded = telling(some, [
      { type: "DatePollRemindersSent", poll: 1, reminder: "dayBefore", people: [voter(2), voter(3)] },
    ]);
    expect(to(reminded, voter(2))).toContain(
      "Erinnerung: Terminumfrage 1 endet am Montag, 06.02.2023, 24 Uhr.\nIhre Antwort zu Termin 3 fehlt noch.\nTermin 3,",
    );
    expect(to(reminded, voter(3))).toContain("Ihre Antworten zu Termin 1, 2 und 3 fehlen noch.");
    expect(toEveryone(reminded)).toBe("");
    const ended = telling(some, [{ type: "DatePollEnded", poll: 1 }]);
    expect(summoned(ended).map((one) => one.to.kind === "person" && one.to.person)).toEqual([voter(1), officePerson]);
    expect(to(ended, officePerson)).toMatch(
      /^Terminumfrage 1 ist beendet; es fehlt noch, welcher Termin gilt\.\n• Platz 1: Termin 1, .*Vor Termin 2: Hier sagen mehr Sitze Ja\.\n• Platz 2 \(gleichauf\): Termin 2/,
    );
    expect(to(ended, officePerson)).toContain("› Termin 1 festlegen: umfrage 1 termin festlegen 1");
    expect(live(ended).flatMap(({ choices }) => choices)).toEqual([]);
  });

  it("says what was settled, and that an answer is no promise to come", () => {
    const told = doing(opened.past, { type: "SettleDatePoll", option: 1 });
    expect(toEveryone(told)).toContain(
      "Terminumfrage 1: Festgelegt ist Termin 1, Freitag, 17.02.2023, 9–12 Uhr.\nDie Antworten in der Umfrage sind noch keine Zusage zur Sitzung.\nSitzung angesetzt: Freitag, 17.02.2023, 9–12 Uhr.",
    );
    const cancelled = doing(opened.past, { type: "CancelDatePoll", reason: "<b>Es passt keiner.</b>" });
    expect(toEveryone(cancelled)).toBe("Terminumfrage 1 ist abgebrochen: <b>Es passt keiner.</b>");
  });
});
