import type { PollAnswer } from "../../core/date-poll/events.ts";
import type { PersonId } from "../../core/kernel/ids.ts";
import { optional, required } from "../parameters/acceptor.ts";
import {
  answersUntil,
  datePollAhead,
  namedDatePoll,
  optionNumber,
  pendingDatePoll,
  peopleNeeded,
  pollDates,
} from "../parameters/date-polls.ts";
import { person } from "../parameters/people.ts";
import { type PollAnswers, pollAnswers, pollAnswersFrom } from "../parameters/poll-answers.ts";
import { behind, bodyText, quoted } from "../parameters/text.ts";
import { ask, commandRow, issue } from "./command-row.ts";

const forWhom = optional(behind(["für"], person));

const answering = (answers: PollAnswers, whom: PersonId | undefined) =>
  issue({ type: "AnswerDatePoll", ...answers, ...(whom === undefined ? {} : { person: whom }) });

/** Answers in the order of the options, the first of which the command's own words give. */
function answersRow(first: PollAnswer, id: string, word: string, summary: string, others: readonly string[] = []) {
  const spelled = [word, ...others];
  const phrases = [
    "termine",
    "termin alle",
    "termine alle",
    "umfrage # termine",
    "umfrage # termin alle",
    "umfrage # alle",
  ];
  const aliases = phrases.flatMap((phrase) => spelled.map((one) => `${phrase} ${one}`));
  return commandRow({
    id,
    subject: "termine",
    words: `termine ${word}`,
    aliases: aliases.filter((one) => one !== `termine ${word}`),
    summary,
    help: "Allein gilt die Antwort für alle Vorschläge; mit weiteren dahinter gelten sie der Reihe nach. Bis zum Ende der Umfrage lässt sich jede Antwort ändern.",
    example: first === "yes" ? "termine ja nein ja" : `termine ${word}`,
    issues: ["AnswerDatePoll"],
    parameters: { person: forWhom, answers: required(pollAnswersFrom(first), "Was antworten Sie?") },
    build: ({ answers, person: whom }) => answering(answers, whom),
  });
}

export const datePollRows = [
  commandRow({
    id: "open-date-poll",
    subject: "termine",
    words: "termin umfrage",
    aliases: [
      "terminumfrage eröffnen",
      "terminumfrage starten",
      "umfrage starten",
      "umfrage eröffnen",
      "neue terminumfrage",
    ],
    summary: "fragt alle, welcher von mehreren Terminen passt",
    help: "2 bis 20 Vorschläge, mit Semikolon getrennt, möglichst mit Uhrzeit. Dahinter nach Wunsch der Ort („im Kreishaus“), „bis“ und der letzte Tag für Antworten (sonst 7 Tage, höchstens bis zum Tag vor dem ersten Vorschlag) und „mit“ und wer außer Vorsitz und Geschäftsführung unbedingt nötig ist; in Anführungszeichen ein Titel.",
    example: "termin umfrage 12.05.2028 9–12 Uhr; 16.05.2028 14–16 Uhr; 19.05.2028 9 Uhr im Kreishaus bis 20.04.2028",
    issues: ["OpenDatePoll"],
    parameters: {
      title: optional(quoted("TITEL")),
      lastDay: optional(answersUntil),
      needed: optional(peopleNeeded),
      dates: required(
        pollDates,
        "Welche Termine schlagen Sie vor? Zum Beispiel: 12.05.2028 9–12 Uhr; 16.05.2028 14–16 Uhr",
      ),
    },
    build: ({ title, lastDay, needed = [], dates }) =>
      issue({
        type: "OpenDatePoll",
        ...dates,
        required: needed,
        ...(title === undefined ? {} : { title }),
        ...(lastDay === undefined ? {} : { lastDay }),
      }),
  }),
  commandRow({
    id: "answer-date-poll",
    subject: "termine",
    words: "termin antworten",
    aliases: ["termin #", "termine #", "umfrage # termin #", "umfrage # termine #"],
    summary: "antwortet auf Vorschläge einer Terminumfrage: ja, zur Not oder nein",
    help: "„termin 1 ja“, „termin 2 zur not“, „termin 3 nein“, auch mehreres zugleich: „termin 1 und 2 ja, sonst nein“. Laufen mehrere Umfragen, steht die Nummer davor: „umfrage 2 termin 1 ja“. Leitung und Geschäftsführung können für jemanden antworten: „termin 2 ja für Frau Jansen“.",
    example: "termin 1 ja, 2 nein, 3 zur not",
    issues: ["AnswerDatePoll"],
    parameters: {
      person: forWhom,
      answers: required(pollAnswers, "Was antworten Sie? Zum Beispiel: 1 ja, 2 nein, 3 zur not"),
    },
    build: ({ answers, person: whom }) => answering(answers, whom),
  }),
  answersRow("yes", "date-poll-yes", "ja", "sagt zu allen Vorschlägen Ja, oder antwortet der Reihe nach"),
  answersRow("ifNeedBe", "date-poll-if-need-be", "zur not", "sagt zu allen Vorschlägen „zur Not“", ["vielleicht"]),
  answersRow("no", "date-poll-no", "nein", "sagt zu allen Vorschlägen Nein, oder antwortet der Reihe nach"),
  commandRow({
    id: "settle-date-poll",
    subject: "termine",
    words: "termin festlegen",
    aliases: ["termin # festlegen", "umfrage # termin festlegen", "umfrage # termin # festlegen"],
    summary: "macht einen Vorschlag der Terminumfrage zur Sitzung",
    help: "Beendet die Umfrage und setzt die Sitzung an, mit Ort und Titel der Umfrage. Geht, solange sie läuft, und danach. Die Antworten sind noch keine Zusage.",
    example: "termin festlegen 2",
    issues: ["SettleDatePoll"],
    parameters: { poll: optional(datePollAhead), option: required(optionNumber, "Welcher Vorschlag gilt?") },
    build: ({ poll, option }) => issue({ type: "SettleDatePoll", option, ...(poll === undefined ? {} : { poll }) }),
  }),
  commandRow({
    id: "cancel-date-poll",
    subject: "termine",
    words: "umfrage abbrechen",
    aliases: ["umfrage # abbrechen", "terminumfrage abbrechen", "terminumfrage # abbrechen"],
    summary: "bricht eine Terminumfrage ab, mit Grund",
    help: "Ohne Ergebnis. Eine neue mit anderen Vorschlägen kann gleich folgen.",
    example: "umfrage abbrechen: Die Vorschläge passen nicht.",
    issues: ["CancelDatePoll"],
    body: true,
    parameters: { poll: optional(pendingDatePoll), reason: required(bodyText("GRUND"), "Aus welchem Grund?") },
    build: ({ poll, reason }) => issue({ type: "CancelDatePoll", reason, ...(poll === undefined ? {} : { poll }) }),
  }),
  commandRow({
    id: "date-polls",
    subject: "termine",
    words: "terminumfrage",
    aliases: [
      "umfrage",
      "umfragen",
      "terminumfragen",
      "terminumfrage #",
      "umfrage #",
      "umfrage stand",
      "umfrage # stand",
    ],
    summary: "zeigt den Stand der Terminumfragen: Rangfolge, Antworten je Sitz, wer fehlt",
    help: "Mit Nummer: diese Umfrage, auch eine abgeschlossene. Im Direktchat stehen Ihre eigenen Antworten dabei.",
    example: "terminumfrage 1",
    issues: [],
    parameters: { poll: optional(namedDatePoll) },
    build: ({ poll }) => ask({ kind: "datePoll", ...(poll === undefined ? {} : { poll }) }),
  }),
];
