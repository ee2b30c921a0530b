import type { Citation, Derivation } from "../core/rules/setting.ts";

/** Where the rules of procedure say nothing at all. */
export const silentRules = "GO schweigt, Standardregel";
const partlySilent = "sonst Standardregel, weil die GO schweigt";

/** Fundstelle: "§ 6 Abs. 2 GO", "GO schweigt, Standardregel", or both where only a part is written. Each source once. */
export function sourceText({ citation, alsoFrom }: Derivation<string>): string {
  const citations = [citation, ...alsoFrom];
  const written = [...new Set(citations.filter(({ origin }) => origin === "go").map(placeOf))];
  const isPartlySilent = citations.some(({ origin }) => origin === "default");
  if (written.length === 0) return silentRules;
  const places = written.length > 1 ? written.filter((place) => place !== "GO") : written;
  return isPartlySilent ? `${places.join(", ")}; ${partlySilent}` : places.join(", ");
}

function placeOf({ paragraph }: Citation): string {
  if (paragraph === undefined) return "GO";
  return /\bGO\b/.test(paragraph) ? paragraph : `${paragraph} GO`;
}

/** Fundstelle einer einzelnen Einstellung. */
export const citationText = (citation: Citation): string =>
  sourceText({ rule: citation.setting, citation, alsoFrom: [] });

export const inBrackets = (citation: Citation): string => `(${citationText(citation)})`;
