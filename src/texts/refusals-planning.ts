import type { PlanningRefusal } from "../core/committee/refusal-scheduling.ts";
import { numericDate } from "./dates.ts";
import { joined } from "./names.ts";
import { type Sentences, said } from "./refusal-text.ts";
import { meetingsPerYearSentence } from "./rulings-deadlines.ts";

/** Ablehnungen rund um die Jahresplanung. */
export const planningRefusals: Sentences<PlanningRefusal["code"]> = {
  NoSuchSchoolHolidays: ({ name, year }) =>
    said(`„${name}“ ${year} sind nicht eingetragen.`, "Was eingetragen ist, zeigt „schulferien“.", "schulferien"),
  SchoolHolidayDaysWrong: ({ name }) =>
    said(
      `Die Tage von „${name}“ können nicht stimmen: Ferien enden nicht vor ihrem Beginn und dauern keine zwei Monate.`,
      "Bitte mit dem richtigen ersten und letzten Tag noch einmal.",
      "schulferien",
    ),
  SchoolHolidaysUnchanged: () =>
    said("Diese Schulferien sind genau so schon eingetragen.", "Es ändert sich nichts.", "schulferien"),
  DatesOfOtherYear: ({ year, dates }) =>
    said(
      `Nicht im Jahr ${year}: ${joined(dates.map(numericDate))}.`,
      "Tragen Sie jedes Jahr für sich ein; es ersetzt, was von diesem Jahr bekannt war.",
      "termine",
    ),
  BodySittingsUnchanged: ({ year }) =>
    said(`Diese Sitzungstage ${year} sind genau so schon eingetragen.`, "Es ändert sich nichts.", "termine"),
  YearIsPlanned: ({ ruling }) =>
    said(
      `Für ${ruling.year} ist kein Termin mehr zu planen. ${meetingsPerYearSentence(ruling)}`,
      "Einzelne Sitzungen gehen immer: „sitzung planen …“.",
      `sitzungen ${ruling.year}`,
    ),
  NoFeed: () => said("Dieses Kalender-Abo gibt es nicht.", "Eines beginnen Sie mit „mein kalender“.", "mein kalender"),
  RemindersAre: ({ muted }) =>
    muted
      ? said("Ihre Erinnerungen sind schon aus.", "Wieder einschalten:", "erinnerungen an")
      : said("Ihre Erinnerungen sind schon an.", "Ausschalten:", "erinnerungen aus"),
};
