import type { SchoolHoliday } from "../core/calendar/events.ts";
import type { DayObstacle } from "../core/committee/day-obstacles.ts";
import type { GoalReason } from "../core/committee/year-goals.ts";
import type { PassedDay, YearPlan } from "../core/committee/year-plan.ts";
import type { Appointment } from "../core/kernel/appointment.ts";
import { daysBetween, type LocalDate, type Weekday } from "../core/kernel/local-date.ts";
import { appointmentText } from "./announcements-meeting.ts";
import { clockSpan, dateSpan, dateWithWeekday, numericDate, weekdayName } from "./dates.ts";
import { counted, joined } from "./names.ts";
import { sourceText } from "./rulings-source.ts";

export const onHoliday = (date: LocalDate): string =>
  `Achtung: ${dateWithWeekday(date)}, ist ein gesetzlicher Feiertag.`;
export const onWeekend = (date: LocalDate): string => `Achtung: ${dateWithWeekday(date)}, liegt am Wochenende.`;
export const inSchoolHolidays = (date: LocalDate, { name, from, to }: SchoolHoliday): string =>
  `Achtung: ${dateWithWeekday(date)}, liegt in den Schulferien (${name}, ${dateSpan(from, to)}).`;

/** "Sommerferien, 03.07.–12.08.2028" */
export const schoolHolidayText = ({ name, from, to }: SchoolHoliday): string => `${name}, ${dateSpan(from, to)}`;
export const schoolHolidaysEntered = (source: string): string => `Schulferien eingetragen (Quelle: ${source}):`;
export const schoolHolidaysRemoved = (holidays: readonly SchoolHoliday[]): string =>
  `Gestrichen: ${holidays.map(schoolHolidayText).join("; ")}.`;
export const schoolHolidaysHeading = (): string => "Schulferien";
export const noSchoolHolidays = (): string => "Es sind keine Schulferien eingetragen.";
export const howToEnterSchoolHolidays = (): string =>
  "Leitung oder Geschäftsführung trägt sie ein: „schulferien Sommerferien 03.07.2028 bis 12.08.2028; …“.";

export const bodySittingsEntered = (body: string, year: number, dates: readonly LocalDate[]): string =>
  dates.length === 0
    ? `Für ${year} sind keine Sitzungstage mehr eingetragen (${body}).`
    : `Sitzungstage ${year} eingetragen (${body}): ${joined(dates.map(numericDate))}.`;

export const yearPlanHeading = (year: number): string => `Jahresplan ${year}`;

/** Jahresplan angesetzt: several meetings told as one thing. */
export const yearScheduled = (): string => "Diese Sitzungen sind angesetzt:";
export const scheduledLine = (appointment: Appointment, place: string | undefined): string =>
  `${appointmentText(appointment)}${place === undefined ? "" : `, ${place}`}`;
export const firstOfThem = (date: LocalDate): string => `Zur Sitzung am ${dateWithWeekday(date)}:`;
export const invitedOneByOne = (): string => "Zu jeder Sitzung wird einzeln eingeladen: „einladung entwurf“.";

const weekdayOrigins: Readonly<Record<YearPlan["weekdayFrom"], string>> = {
  wish: "wie gewünscht",
  usual: "wie zuletzt üblich",
  standard: "ohne andere Angabe",
};

/** "mittwochs" */
export const weekly = (weekday: Weekday): string => `${weekdayName(weekday).toLowerCase()}s`;

export function usualTimesLine({ weekday, weekdayFrom, from, to, place }: YearPlan): string {
  const times = from === undefined ? "Uhrzeit noch offen" : clockSpan(from, to);
  const where = place === undefined ? "Ort noch offen" : `Ort: ${place}`;
  return `Jeweils ${weekly(weekday)} (${weekdayOrigins[weekdayFrom]}), ${times}, ${where}.`;
}

export const plannedLine = (appointment: Appointment, reason: GoalReason, passed: readonly PassedDay[]): string =>
  `${appointmentText(appointment)}: ${reasonText(reason)}${passedText(passed)}`;

function reasonText(reason: GoalReason): string {
  if (reason.kind === "quarter") return `${reason.quarter}. Quartal`;
  const { jha, target } = reason.ruling;
  return `vor dem JHA am ${numericDate(jha)}, Zieltag ${numericDate(target)}`;
}

const obstacles: Readonly<Record<DayObstacle, string>> = {
  past: "vorbei",
  callTooLate: "Ladungsfrist nicht mehr einzuhalten",
  planned: "schon belegt",
  bodySitting: "Sitzungstag des JHA",
  holiday: "Feiertag",
  weekend: "Wochenende",
  schoolHolidays: "Schulferien",
};

/** Of many only the first: it is the one people would have expected. */
function passedText([first, ...others]: readonly PassedDay[]): string {
  if (first === undefined) return "";
  const more = others.length === 0 ? "" : `; ebenso ${counted(others.length, "weiterer Tag", "weitere Tage")}`;
  return ` (${numericDate(first.date)} geht nicht: ${obstacles[first.why]}${more})`;
}

export const noDayFor = (reasons: readonly GoalReason[]): string =>
  `Kein freier Tag gefunden: ${joined(reasons.map(reasonText))}.`;
export const keptDays = (dates: readonly LocalDate[]): string =>
  `Schon angesetzt oder gehalten: ${joined(dates.map(numericDate))}.`;
export const nothingToPlan = (year: number): string => `Für ${year} ist nichts mehr zu planen.`;
export const nothingScheduledYet = (): string => "Angesetzt ist davon noch nichts.";
export const scheduleThem = (): string => "Alle so ansetzen";
export const targetRule = ({ ruling }: Extract<GoalReason, { kind: "beforeJha" }>): string =>
  `Zieltag ist jeweils ${daysText(daysBetween(ruling.target, ruling.jha))} vor dem JHA (${sourceText(ruling)}); gewählt ist der Wochentag derselben Woche oder der nächste freie davor.`;

const daysText = (days: number): string =>
  days % 7 === 0 ? counted(days / 7, "Woche", "Wochen") : counted(days, "Tag", "Tage");

export const quarterRule = (): string => "Je Quartal eine Sitzung; mehr, wenn die Geschäftsordnung mehr verlangt.";
export const noBodySittings = (year: number): string =>
  `Sitzungstage des JHA für ${year} kenne ich nicht; eintragen mit „jha termine ${year}: …“.`;
export const noSchoolHolidaysOf = (year: number): string =>
  `Schulferien ${year} sind nicht eingetragen; sie sind hier nicht berücksichtigt.`;
