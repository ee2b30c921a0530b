import type { Weekday } from "../../core/kernel/local-date.ts";
import type { PartOfDay, Unit, Which } from "./piece.ts";

/** A table whose keys are looked up by typed words; a `Map`, so that "constructor" is no entry. */
function table<T>(entries: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(
    Object.entries(entries).flatMap(([words, value]) => words.split(" ").map((word): [string, T] => [word, value])),
  );
}

export const MONTHS = table<number>({
  "januar jänner jaenner jan jän": 1,
  "februar feber feb": 2,
  "märz maerz mär mrz": 3,
  "april apr": 4,
  mai: 5,
  "juni juno jun": 6,
  "juli julei jul": 7,
  "august aug": 8,
  "september sept sep": 9,
  "oktober okt": 10,
  "november nov": 11,
  "dezember dez": 12,
});

export const WEEKDAYS = table<Weekday>({
  montag: 1,
  dienstag: 2,
  mittwoch: 3,
  donnerstag: 4,
  freitag: 5,
  "samstag sonnabend": 6,
  sonntag: 7,
});

/** "so", "do", "mi" are words of their own: only before a dot, a comma, a number or each other. */
export const SHORT_WEEKDAYS = table<Weekday>({ mo: 1, di: 2, mi: 3, do: 4, fr: 5, sa: 6, so: 7 });

export const NUMBER_WORDS = table<number>({
  "ein eine einem einer einen eins": 1,
  "zwei zwo": 2,
  drei: 3,
  vier: 4,
  "fünf fuenf": 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  "zwölf zwoelf": 12,
  vierzehn: 14,
});

const ORDINAL_STEMS = [
  ..."erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt".split(" "),
  ..."fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst einundzwanzigst zweiundzwanzigst".split(" "),
  ..."dreiundzwanzigst vierundzwanzigst fünfundzwanzigst sechsundzwanzigst siebenundzwanzigst".split(" "),
  ..."achtundzwanzigst neunundzwanzigst dreißigst einunddreißigst".split(" "),
];

/** "ersten" 1 … "einunddreißigster" 31. */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
  ORDINAL_STEMS.flatMap((stem, index) =>
    ["e", "er", "en", "em", "es"].map((ending): [string, number] => [stem + ending, index + 1]),
  ),
);

export const ROMAN_QUARTERS = table<number>({ i: 1, ii: 2, iii: 3, iv: 4 });

const WHICH_STEMS = {
  dies: "this",
  nächst: "next",
  naechst: "next",
  kommend: "coming",
  übernächst: "afterNext",
  uebernaechst: "afterNext",
  letzt: "last",
  vorig: "last",
  vergangen: "past",
  laufend: "this",
} as const satisfies Record<string, Which>;

/** "nächsten", "kommende", "dieses" … */
export const WHICH: ReadonlyMap<string, Which> = new Map(
  Object.entries(WHICH_STEMS).flatMap(([stem, which]) =>
    ["e", "er", "en", "em", "es"].map((ending): [string, Which] => [stem + ending, which]),
  ),
);

export const UNITS = table<Unit>({
  "tag tage tagen": "day",
  "woche wochen": "week",
  "monat monate monaten": "month",
  "jahr jahre jahren": "year",
});

export const PARTS_OF_DAY = table<PartOfDay>({
  "früh morgens": "morning",
  "vormittag vormittags": "forenoon",
  "mittag mittags": "noon",
  "nachmittag nachmittags": "afternoon",
  "abend abends": "evening",
  "nacht nachts": "night",
});

export const RELATIVE_DAYS = table<number>({
  vorgestern: -2,
  "gestern gestrig gestrige gestrigen gestriger gestriges": -1,
  "heute heutig heutige heutigen heutiger heutiges": 0,
  "morgen morgig morgige morgigen morgiger morgiges": 1,
  übermorgen: 2,
  uebermorgen: 2,
});

/** First month of a season of three months. */
export const SEASONS = table<number>({ "frühjahr frühling fruehjahr": 3, sommer: 6, herbst: 9, winter: 12 });

/** Words that mean a time without naming one. */
export const VAGUE_WORDS = new Set(
  [
    "sitzungslauf sitzungsläufe kürze kuerze nachgang demnächst demnaechst bald baldmöglichst zeitnah später mittelfristig",
    "langfristig kurzfristig paar einige einigen mehrere mehreren ostern pfingsten weihnachten jahreswechsel offen unbekannt",
    "voraussichtlich etwa ungefähr circa ca seit umgehend unverzüglich schnellstmöglich irgendwann anderthalb wochenende wochenendes sofort weiteres halbjahres",
  ]
    .join(" ")
    .split(" "),
);

/** Words that carry no date of their own. */
export const FILLERS = new Set(
  "am an den dem der des das die im in um von vom zu zum zur uhr je jeweils sitzung termin datum tag also seiner ihrer unserer dieser".split(
    " ",
  ),
);

export const SERIES_WORDS = new Set(
  [
    "jeden jede jedes jedem jeder immer wöchentlich woechentlich zweiwöchentlich monatlich zweimonatlich vierteljährlich",
    "quartalsweise halbjährlich jährlich regelmäßig turnusmäßig zweiwöchig vierzehntägig tägig tägl täglich",
  ]
    .join(" ")
    .split(" "),
);
