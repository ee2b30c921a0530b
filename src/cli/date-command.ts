import { parseArgs } from "node:util";
import { systemClock } from "../adapters/clock/system-clock.ts";
import { instantOf, isKnownZone, localOf } from "../adapters/clock/zone-time.ts";
import { readDeadline, readGermanDate } from "../adapters/dates/german-dates.ts";
import type { DateCandidate, DateContext, DateReading, TimeSpan } from "../core/kernel/date-reading.ts";
import { type LocalDate, type LocalTime, parseLocalDate, parseLocalTime } from "../core/kernel/local-date.ts";
import { choiceText, dateReadingText, doubledTimeText, errorText, skippedTimeText } from "../texts/date-readings.ts";

const USAGE = `sitzungsdienst datum TEXT [--bezug ISO] [--zone NAME] [--rueckblick] [--frist]
  Zeigt in einer Zeile JSON, wie eine Datumsangabe verstanden wird.
  --bezug ISO     Tag oder Zeitpunkt, von dem aus gelesen wird (2026-11-18, 2026-11-18T10:00, …Z); sonst jetzt
  --zone NAME     Zeitzone, sonst Europe/Berlin
  --rueckblick    fehlende Jahre liegen beim nächstgelegenen Tag statt in der Zukunft
  --frist         die Angabe ist ein letzter Tag
`;

type Printing = { print(line: string): void; complain(line: string): void };

const terminal: Printing = {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
};

/** What `datum` prints; a key that does not apply is left out. */
type Line = {
  readonly datum?: string;
  readonly von?: string;
  readonly bis?: string;
  /** Only a part of the day was named. */
  readonly ungefaehr?: true;
  readonly frist?: string;
  readonly zeitraum?: { readonly von: string; readonly bis: string };
  readonly serie?: string;
  readonly vage?: string;
  readonly frage?: string;
  readonly kandidaten?: readonly Line[];
  readonly fehler?: string;
};

/** Exit code 0 whenever a line of JSON was printed, 2 for a call that is not right. */
export async function run(args: readonly string[], out: Printing = terminal): Promise<number> {
  const call = callOf(args);
  if (typeof call === "string") {
    out.complain(call);
    return 2;
  }
  const reading = (call.isDeadline ? readDeadline : readGermanDate)(call.text, call.context);
  out.print(JSON.stringify(clockChangeLine(reading, call.zone) ?? lineOf(reading)));
  return 0;
}

type Call = {
  readonly text: string;
  readonly context: DateContext;
  readonly zone: string;
  readonly isDeadline: boolean;
};

/** The call, or the sentence that says what is wrong with it. */
function callOf(args: readonly string[]): Call | string {
  const parsed = parsedArgs(args);
  if (parsed === undefined) return USAGE;
  const { values, positionals } = parsed;
  if (positionals.length === 0) return USAGE;
  const zone = values.zone ?? "Europe/Berlin";
  if (!isKnownZone(zone)) return `Die Zeitzone »${zone}« ist nicht bekannt. Zum Beispiel: Europe/Berlin.`;
  const reference = referenceOf(values.bezug ?? systemClock.now(), zone);
  if (reference === undefined) return `--bezug »${values.bezug ?? ""}« ist kein Tag. Zum Beispiel: 2026-11-18T10:00.`;
  const direction = values.rueckblick === true ? "nearest" : "forward";
  return { text: positionals.join(" "), context: { ...reference, direction }, zone, isDeadline: values.frist === true };
}

function parsedArgs(args: readonly string[]) {
  try {
    const options = {
      bezug: { type: "string" },
      zone: { type: "string" },
      rueckblick: { type: "boolean" },
      frist: { type: "boolean" },
    } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    return undefined;
  }
}

const LOCAL = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

function referenceOf(text: string, zone: string): { reference: LocalDate; referenceTime?: LocalTime } | undefined {
  if (INSTANT.test(text)) {
    const milliseconds = Date.parse(text);
    if (Number.isNaN(milliseconds)) return undefined;
    const local = localOf(new Date(milliseconds).toISOString(), zone);
    return { reference: local.date, referenceTime: local.time };
  }
  const match = LOCAL.exec(text);
  const reference = parseLocalDate(match?.[1] ?? "");
  if (reference === undefined || match?.[2] === undefined) return reference === undefined ? undefined : { reference };
  const referenceTime = parseLocalTime(match[2]);
  return referenceTime === undefined ? undefined : { reference, referenceTime };
}

function lineOf(reading: DateReading): Line {
  switch (reading.kind) {
    case "date":
      return { ...candidateLine(reading), ...(reading.isDeadline ? { frist: reading.date } : {}) };
    case "period":
      return { zeitraum: { von: reading.from, bis: reading.to }, ...timeLine(reading.time) };
    case "series":
      return { serie: reading.text, ...timeLine(reading.time) };
    case "vague":
      return { vage: reading.text };
    case "question":
    case "contradiction":
      return { ...sharedTime(reading.candidates), frage: dateReadingText(reading), ...choices(reading.candidates) };
    case "error": {
      const question = choiceText(reading.candidates);
      const fehler = errorText(reading.code, reading.part);
      return question === "" ? { fehler } : { fehler, frage: question, ...choices(reading.candidates) };
    }
  }
}

function choices(candidates: readonly DateCandidate[]): Pick<Line, "kandidaten"> {
  return { kandidaten: candidates.map(candidateLine) };
}

function candidateLine({ date, time }: DateCandidate): Line {
  return { datum: date, ...timeLine(time) };
}

function timeLine(time: TimeSpan | undefined): Pick<Line, "von" | "bis" | "ungefaehr"> {
  if (time === undefined) return {};
  const end = time.to === undefined ? {} : { bis: time.to };
  return { von: time.from, ...end, ...(time.precision === "about" ? { ungefaehr: true } : {}) };
}

/** The time, where only the day is in question. */
function sharedTime(candidates: readonly DateCandidate[]): Pick<Line, "von" | "bis" | "ungefaehr"> {
  const [first, ...others] = candidates.map(({ time }) => timeLine(time));
  const isShared = others.every((other) => other.von === first?.von && other.bis === first?.bis);
  return isShared ? (first ?? {}) : {};
}

/** A time that the clock change skips or doubles on that day. */
function clockChangeLine(reading: DateReading, zone: string): Line | undefined {
  if (reading.kind !== "date" || reading.time === undefined) return undefined;
  const { date, time } = reading;
  for (const local of [time.from, ...(time.to === undefined ? [] : [time.to])]) {
    const instant = instantOf(date, local, zone);
    if (instant.kind === "ambiguous")
      return { frage: doubledTimeText(date, local), kandidaten: [candidateLine(reading)] };
    if (instant.kind === "gap") {
      const around = [instant.before, instant.after];
      const candidates = around.map((side) => ({
        date: side.date,
        time: { from: side.time, precision: "exact" as const },
      }));
      return { fehler: skippedTimeText(date, local), frage: choiceText(candidates), ...choices(candidates) };
    }
  }
  return undefined;
}
