import type { Citation, Derivation } from "../core/rules/setting.ts";

const silent = "GO schweigt, Standardregel";

/** Fundstelle: "§ 6 Abs. 2 GO", "GO schweigt, Standardregel", or both where only a part is written. Each source once. */
export function sourceText({ citation, alsoFrom }: Derivation<string>): string {
  const citations = [citation, ...alsoFrom];
  const written = [...new Set(citations.filter(({ origin }) => origin === "go").map(placeOf))];
  const isPartlySilent = citations.some(({ origin }) => origin === "default");
  if (written.length === 0) return silent;
  const places = written.length > 1 ? written.filter((place) => place !== "GO") : written;
  return isPartlySilent ? `${places.join(", ")}; im Übrigen ${silent}` : places.join(", ");
}

function placeOf({ paragraph }: Citation): string {
  if (paragraph === undefined) return "GO";
  return /\bGO\b/.test(paragraph) ? paragraph : `${paragraph} GO`;
}

/** "1 Enthaltung", "2 Enthaltungen", "0 Enthaltungen". */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "A", "A und B", "A, B und C". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} und ${items.at(-1)}`;
}
