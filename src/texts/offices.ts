import type { LocalDate } from "../core/kernel/local-date.ts";
import type { OfficePeriodRuling } from "../core/rules/office-period.ts";
import { dateWithWeekday } from "./dates.ts";
import { counted } from "./names.ts";
import { sourceText } from "./rulings-source.ts";

export const noOffices = (): string => "Die Gremiumsdatei nennt keine Ämter.";
export const officesHead = (): string => "Ämter:";

/** "1. Sprecher*in: Herr Lindner (seit …), 1 Platz frei" */
export function officeLine(title: string, holders: readonly string[], vacant: number): string {
  const free = vacant > 0 ? [`${counted(vacant, "Platz", "Plätze")} frei`] : [];
  return `${title}: ${[...holders, ...free].join(", ")}`;
}

export function officeHolder(
  person: string,
  since: LocalDate | undefined,
  period: OfficePeriodRuling | undefined,
): string {
  if (since === undefined) return person;
  if (period === undefined) return `${person} (seit ${dateWithWeekday(since)})`;
  const acting = period.holder === "acting" ? "kommissarisch, " : "";
  return `${person} (${acting}gewählt ${dateWithWeekday(since)}, Amtszeit bis ${dateWithWeekday(period.lastDay)})`;
}

/** Warning: the period is over, and what holds until the new election. */
export function periodIsOver(person: string, title: string, period: OfficePeriodRuling): string {
  const over = `Achtung: Die Amtszeit ist seit ${dateWithWeekday(period.lastDay)} abgelaufen: ${title}, ${person}.`;
  const until =
    period.holder === "acting"
      ? "Das Amt wird bis zur Neuwahl kommissarisch weitergeführt"
      : "Eine kommissarische Weiterführung ist nicht vorgesehen; das Amt ist neu zu besetzen";
  return `${over} ${until} (${sourceText(period)}). Bitte neu wählen: „wahl "${title}"“.`;
}
