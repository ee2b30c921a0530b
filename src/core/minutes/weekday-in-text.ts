import { type LocalDate, makeLocalDate, type Weekday, weekdayOf } from "../kernel/local-date.ts";

/** Wochentag, der nicht zum Datum passt ("Mittwoch, dem 20. März 2023" is a Monday). */
export type WrongWeekday = {
  readonly words: string;
  readonly date: LocalDate;
  readonly stated: Weekday;
  readonly actual: Weekday;
};

const WEEKDAYS = ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"];
const MONTHS = [
  "januar",
  "februar",
  "märz",
  "april",
  "mai",
  "juni",
  "juli",
  "august",
  "september",
  "oktober",
  "november",
  "dezember",
];
const DATED = new RegExp(
  String.raw`\b(?<weekday>${WEEKDAYS.join("|")}|sonnabend)s?,? (?:d(?:em|en|er) |am )?(?<day>\d{1,2})\. ?(?:(?<name>${MONTHS.join("|")})|(?<number>\d{1,2})\.) ?(?<year>\d{4})`,
  "giu",
);

/** Finds dates with year whose weekday contradicts them. Days that do not exist are not judged here. */
export function wrongWeekdays(text: string): readonly WrongWeekday[] {
  return [...text.matchAll(DATED)].flatMap((match) => {
    const { weekday = "", day, name, number, year } = match.groups ?? {};
    const month = name === undefined ? Number(number) : MONTHS.indexOf(name.toLowerCase()) + 1;
    const date = makeLocalDate(Number(year), month, Number(day));
    if (date === undefined) return [];
    const named = weekday.toLowerCase() === "sonnabend" ? "samstag" : weekday.toLowerCase();
    // The pattern matched one of the seven names.
    const stated = (WEEKDAYS.indexOf(named) + 1) as Weekday;
    const actual = weekdayOf(date);
    return stated === actual ? [] : [{ words: match[0], date, stated, actual }];
  });
}
