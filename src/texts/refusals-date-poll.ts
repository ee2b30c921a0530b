import type { DatePollRefusal } from "../core/committee/refusal-scheduling.ts";
import { appointmentText } from "./announcements-meeting.ts";
import { dateWithWeekday } from "./dates.ts";
import { counted, joined } from "./names.ts";
import { type Sentences, said } from "./refusal-text.ts";

const statusWords = {
  ended: "ist beendet; es zählen keine Antworten mehr",
  settled: "ist abgeschlossen, der Termin ist festgelegt",
  cancelled: "ist abgebrochen",
} as const;

/** Ablehnungen rund um die Terminumfrage. */
export const datePollRefusals: Sentences<DatePollRefusal["code"]> = {
  NoDatePoll: () =>
    said(
      "Es läuft keine Terminumfrage.",
      "Leitung oder Geschäftsführung kann eine eröffnen: „termin umfrage“ und die Vorschläge.",
      "termin umfrage",
    ),
  UnknownDatePoll: ({ poll, known }) =>
    known === 0
      ? said(`Eine Terminumfrage ${poll} gibt es nicht.`, "Es gab noch keine.", "termin umfrage")
      : said(
          `Eine Terminumfrage ${poll} gibt es nicht.`,
          known === 1 ? "Es gibt nur Terminumfrage 1." : `Es gibt die Nummern 1 bis ${known}.`,
          "umfragen",
        ),
  WhichDatePoll: ({ open }) =>
    said(
      `Es gibt mehrere offene Terminumfragen: ${joined(open.map(String))}.`,
      `Nennen Sie die Nummer, zum Beispiel „umfrage ${open[0]} termin 1 ja“.`,
      ...open.map((poll) => `terminumfrage ${poll}`),
    ),
  DatePollExists: ({ poll }) =>
    said(
      `Mit genau diesen Vorschlägen läuft schon Terminumfrage ${poll}.`,
      "Es ändert sich nichts.",
      `terminumfrage ${poll}`,
    ),
  DatePollIs: ({ poll, status }) =>
    said(
      `Terminumfrage ${poll} ${statusWords[status]}.`,
      status === "ended"
        ? "Leitung oder Geschäftsführung legt jetzt den Termin fest."
        : "Wie sie ausging, zeigt der Stand.",
      `terminumfrage ${poll}`,
    ),
  UnknownOption: ({ poll, option, options }) =>
    said(
      `Einen Termin ${option} gibt es in Terminumfrage ${poll} nicht.`,
      `Es gibt die Termine 1 bis ${options}.`,
      `terminumfrage ${poll}`,
    ),
  OptionTwice: ({ option }) =>
    said(`${appointmentText(option)} steht zweimal unter den Vorschlägen.`, "Nennen Sie jeden Vorschlag einmal."),
  WrongNumberOfOptions: ({ count, least, most }) =>
    said(
      `${counted(count, "Vorschlag", "Vorschläge")}: Eine Terminumfrage braucht ${least} bis ${most} Vorschläge.`,
      count < least
        ? "Steht der Termin schon fest, geht „sitzung planen“. Mehrere Vorschläge trennt ein Semikolon."
        : "Wählen Sie die aussichtsreichsten aus.",
    ),
  PollDaysWrong: ({ lastDay, earliest, latest }) =>
    latest < earliest
      ? said(
          "Der erste Vorschlag ist schon heute; für Antworten bleibt kein Tag.",
          "Nennen Sie Vorschläge ab morgen, oder setzen Sie die Sitzung gleich an: „sitzung planen“.",
        )
      : said(
          lastDay < earliest
            ? `Der letzte Tag für Antworten, ${dateWithWeekday(lastDay)}, ist schon vorbei.`
            : `Der letzte Tag für Antworten, ${dateWithWeekday(lastDay)}, liegt nicht vor dem ersten Vorschlag.`,
          earliest === latest
            ? `Möglich ist nur ${dateWithWeekday(latest)}.`
            : `Möglich ist ${dateWithWeekday(earliest)}, bis ${dateWithWeekday(latest)}.`,
        ),
  PollAnswerUnchanged: ({ poll }) =>
    said(
      `Diese Antworten stehen in Terminumfrage ${poll} schon genau so.`,
      "Es ändert sich nichts.",
      `terminumfrage ${poll}`,
    ),
};
