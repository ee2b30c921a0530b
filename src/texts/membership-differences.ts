import { addDays, type LocalDate } from "../core/kernel/local-date.ts";
import { numericDate } from "./dates.ts";

/** A field by its German name. */
export type Field<R> = readonly [name: string, read: (record: R) => string | undefined];

/** "Rolle beratend → stimmberechtigt, Mail (neu) a@b.de" */
export function differences<R>(fields: readonly Field<R>[], before: R, after: R): string {
  const parts = fields.flatMap(([name, read]) => {
    const [old, present] = [read(before), read(after)];
    if (old === present) return [];
    if (old === undefined) return [`${name} (neu) ${present}`];
    return [present === undefined ? `${name} ${old} entfällt` : `${name} ${old} → ${present}`];
  });
  return parts.length === 0 ? "wie angekündigt, aber schon" : parts.join(", ");
}

type Term = { readonly from: LocalDate; readonly until?: LocalDate };

/** A membership that begins, begins again, or whose dates are put right. */
export function termLine(name: string, facts: string, from: LocalDate, before: Term | undefined): string {
  if (before === undefined) return `+ ${name}${facts} ab ${numericDate(from)}`;
  const isOver = before.until !== undefined && before.until < addDays(from, -1);
  if (isOver) return `+ ${name}${facts} wieder ab ${numericDate(from)}`;
  if (before.from !== from) return `~ ${name}: Beginn ${numericDate(before.from)} → ${numericDate(from)}`;
  if (before.until === undefined) return `~ ${name}: Beginn ${numericDate(from)}`;
  return `~ ${name}: Ende ${numericDate(before.until)} entfällt`;
}
