import type { Rules } from "../core/rules/rules.ts";
import type { Setting, SettingsByPath } from "../core/rules/setting.ts";
import { counted } from "./names.ts";
import { settingSentence, shortSource, titleOf } from "./rules-explained.ts";

export const differenceHead = (before: string, after: string): readonly string[] =>
  before === after ? [after] : [`Bisher: ${before}`, `Neu: ${after}`];

type Placed = { readonly path: string; readonly setting: Setting<unknown> };
/** Rules with all their settings in the order of the profile: both sides list the same paths. */
type Listed = { readonly rules: Rules; readonly settings: readonly Placed[] };

/**
 * Was sich ändert, in sentences: what held, what shall hold; then how many only get another source. The sentences are compared, not
 * the values: one may change because of another setting, and a setting without effect changes nothing.
 */
export function differenceLines(before: Listed, after: Listed): readonly string[] {
  const entries = before.settings.flatMap((old, index) => {
    const next = after.settings[index];
    return next === undefined ? [] : [entryOf(before.rules, after.rules, old, next)];
  });
  const changed = entries.filter(({ was, is }) => was.text !== is.text);
  const moved = entries.filter(
    ({ was, is }) => was.text === is.text && was.text !== undefined && was.source !== is.source,
  );
  const aside = `${counted(moved.length, "weitere Regel bleibt", "weitere Regeln bleiben")} gleich und ${moved.length === 1 ? "hat" : "haben"} nur eine andere Fundstelle.`;
  return [
    ...(changed.length === 0
      ? ["Es ändert sich nichts."]
      : [counted(changed.length, "Regel ändert sich:", "Regeln ändern sich:")]),
    ...changed.flatMap(({ title, was, is }) => ["", title, `  bisher: ${shown(was)}`, `  neu: ${shown(is)}`]),
    ...(moved.length === 0 ? [] : ["", aside]),
  ];
}

/** Was neu gelten soll, without a full stop: "Mehrheiten: Gezählt werden alle Anwesenden". A setting that plays no part there is named alone. */
export function newRules(settings: SettingsByPath, changed: Rules): string {
  return Object.entries(settings)
    .map(([path, { value }]) => {
      const sentence = settingSentence(changed, { path, setting: { value, origin: "go" } });
      return sentence === undefined ? titleOf(path) : `${titleOf(path)}: ${sentence.replace(/\.$/u, "")}`;
    })
    .join("; ");
}

type Side = { readonly text: string | undefined; readonly source: string };

function entryOf(before: Rules, after: Rules, old: Placed, next: Placed): { title: string; was: Side; is: Side } {
  return {
    title: titleOf(old.path),
    was: { text: settingSentence(before, old), source: shortSource(old) },
    is: { text: settingSentence(after, next), source: shortSource(next) },
  };
}

const shown = ({ text, source }: Side): string => (text === undefined ? "dazu keine Regel" : `${text} ${source}`);
