import { weekdayOf } from "../core/kernel/local-date.ts";
import type { NoteGrade } from "../core/minutes/events.ts";
import type { AppointmentFacts, ReportWording, ResolutionFacts, SummaryWording } from "../core/papers/wording.ts";
import { numericDate, weekdayName, writtenDate } from "./dates.ts";
import { counted, joined } from "./names.ts";
import {
  asSentence,
  capitalized,
  numberWord,
  ofCommittee,
  ordinalWord,
  spokenSpan,
  startsWithThat,
  withStop,
} from "./papers-sentences.ts";

/** How a grade is said, where the text does not say it itself. Vorgeschichte has none. */
const GRADES = {
  agreed: { said: "Vereinbart wurde", words: /(?<!\p{L})(?:vereinbart|verabredet|festgelegt)(?!\p{L})/iu },
  consensus: {
    said: "Einvernehmlich festgestellt wurde",
    words: /(?<!\p{L})(?:einvernehmlich|Einvernehmen|Konsens)(?!\p{L})/iu,
  },
  found: { said: "Festgestellt wurde", words: /(?<!\p{L})(?:festgestellt|konstatiert|erkannt)(?!\p{L})/iu },
  mentioned: { said: "Genannt wurde", words: /(?<!\p{L})(?:genannt|erwähnt|angesprochen)(?!\p{L})/iu },
} as const satisfies Record<Exclude<NoteGrade, "background">, { said: string; words: RegExp }>;

const summary: SummaryWording = {
  resolved(titles) {
    const named = titles.flatMap(({ title, withAmendments }) =>
      title === undefined ? [] : [withAmendments ? `${title} (mit Änderungen)` : title],
    );
    if (named.length === titles.length)
      return withStop(`Beschlossen ${titles.length === 1 ? "wurde" : "wurden"}: ${joined(named)}`);
    if (titles.length === 1) return "Es wurde ein Beschluss gefasst.";
    return `Es wurden ${numberWord(titles.length)} Beschlüsse gefasst.`;
  },
  elected: (people) => `Gewählt ${people.length === 1 ? "wurde" : "wurden"} ${joined(people)}.`,
  agreed: (count) =>
    count === 1 ? "Es wurde eine Vereinbarung getroffen." : `Es wurden ${numberWord(count)} Vereinbarungen getroffen.`,
  appointment: (title, date) => `Vereinbart wurde: ${capitalized(title.trim())} am ${writtenDate(date)}.`,
  dates: (count) =>
    count === 1
      ? "Ein weiterer Sitzungstermin wurde festgelegt."
      : `${capitalized(numberWord(count))} weitere Sitzungstermine wurden festgelegt.`,
  forwarding: (bodies) => withStop(`Ergebnisse werden weitergeleitet an: ${joined(bodies)}`),
};

/** Was der Sitzungsbericht von sich aus sagt. */
export const reportWording: ReportWording = {
  type: "Bericht der Verwaltung",
  tookPlace: ({ date, ordinal, committee }) =>
    `Am ${writtenDate(date)} hat die ${ordinalWord(ordinal)} Sitzung ${ofCommittee(committee)} stattgefunden.`,
  sitting: ({ date, ordinal, committee, addition, place, title }) => {
    const who = addition === undefined ? ofCommittee(committee) : `${ofCommittee(committee)}, ${addition},`;
    const where = place === undefined ? "" : ` (${place})`;
    const about = title === undefined ? "" : ` Anlass: ${asSentence(title)}`;
    return `Am ${writtenDate(date)} fand die ${ordinalWord(ordinal)} Sitzung ${who} statt${where}.${about}`;
  },
  attendanceLeadIn: "Anwesend waren:",
  seatsPresent: (present, all) =>
    `Von ${all} stimmberechtigten Sitzen ${present === 1 ? "war" : "waren"} ${present} vertreten (je Sitz eine Stimme).`,
  resolution: (facts) => `${majorityOf(facts)} (${labelOf(facts)}):`,
  electionLeadIn: ({ unanimous, people }) =>
    `${unanimous ? "Einstimmig gewählt" : "Gewählt"} ${people === 1 ? "wurde" : "wurden"}:`,
  note: (grade, text) => gradedText(grade, text, asSentence),
  noteLeadIn: (grade, text) => gradedText(grade, text, (typed) => capitalized(typed.trim())),
  task: ({ text, owner, due, dueText }) => {
    const facts = [
      ...(owner === undefined ? [] : [`zuständig: ${owner}`]),
      ...(due === undefined ? [] : [`Frist: ${numericDate(due)}`]),
      ...(dueText === undefined ? [] : [dueText]),
    ];
    const closing = facts.length === 0 ? "" : ` (${facts.join("; ")}).`;
    const said = `Als Aufgabe wurde festgehalten: ${capitalized(text.trim())}`;
    return closing === "" ? withStop(said) : `${said.replace(/[.\s]+$/u, "")}${closing}`;
  },
  appointment: (title, appointment) => `Vereinbart wurde: ${capitalized(title.trim())} am ${spokenDay(appointment)}.`,
  forwarding: (to, text) =>
    text.includes(to) ? asSentence(text) : `Zugesagt wurde die Weiterleitung an ${to}: ${asSentence(text)}`,
  datesLeadIn: (years) =>
    `Als nächste reguläre Sitzungstermine ${years.length === 1 ? "im Jahr" : "in den Jahren"} ${joined(years.map(String))} wurden festgelegt:`,
  summary,
};

function gradedText(grade: NoteGrade, text: string, finish: (text: string) => string): string {
  if (grade === "background") return finish(text);
  const { said, words } = GRADES[grade];
  if (startsWithThat(text)) return finish(`${said}, d${text.trim().slice(1)}`);
  return words.test(text) ? finish(text) : `${said}: ${finish(text)}`;
}

/** "Von den 17 stimmberechtigten Mitgliedern wurde einstimmig mit Änderungen beschlossen": numbers only where votes were counted. */
function majorityOf(facts: ResolutionFacts): string {
  const parts = [
    votersOf(facts),
    "wurde",
    ...(facts.secret ? ["in geheimer Abstimmung"] : []),
    ...mannerOf(facts),
    ...(facts.counts === undefined ? [] : [countsOf(facts.counts)]),
    ...(facts.withAmendments && facts.outcome === "carried" ? ["mit Änderungen"] : []),
    facts.outcome === "carried" ? "beschlossen" : "abgelehnt",
  ];
  return parts.join(" ");
}

function votersOf({ eligible, all }: ResolutionFacts): string {
  const here = all ? "" : "anwesenden ";
  if (eligible === 0) return "Es";
  return eligible === 1
    ? `Vom einzigen ${here}stimmberechtigten Mitglied`
    : `Von den ${eligible} ${here}stimmberechtigten Mitgliedern`;
}

function mannerOf({ manner, unanimous }: ResolutionFacts): readonly string[] {
  if (manner === "consensus") return ["einvernehmlich"];
  return unanimous ? ["einstimmig"] : [];
}

function countsOf({ yes, no, abstain, invalid }: NonNullable<ResolutionFacts["counts"]>): string {
  const counts = [
    counted(yes, "Ja-Stimme", "Ja-Stimmen"),
    counted(no, "Nein-Stimme", "Nein-Stimmen"),
    counted(abstain, "Enthaltung", "Enthaltungen"),
    ...(invalid === 0 ? [] : [counted(invalid, "ungültigen Stimme", "ungültigen Stimmen")]),
  ];
  return `mit ${joined(counts)}`;
}

/** "Beschluss 2023-1, Geschäftsordnung" */
function labelOf({ reference, title, outcome }: ResolutionFacts): string {
  const what = outcome === "carried" ? "Beschluss" : "Antrag";
  const numbered = reference === undefined ? what : `${what} ${reference}`;
  return title === undefined ? numbered : `${numbered}, ${title}`;
}

/** "Montag, dem 20. März 2023, von 9 bis 16 Uhr": the weekday is computed, never typed. */
function spokenDay({ date, from, to }: AppointmentFacts): string {
  const span = spokenSpan(from, to);
  return `${weekdayName(weekdayOf(date))}, dem ${writtenDate(date)}${span === "" ? "" : `, ${span}`}`;
}
