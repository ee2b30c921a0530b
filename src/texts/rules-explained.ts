import type { Rules } from "../core/rules/rules.ts";
import type { Setting } from "../core/rules/setting.ts";
import { committeeSentences } from "./rules-explained-committee.ts";
import { meetingSentences } from "./rules-explained-meeting.ts";
import type { Explained } from "./rules-explained-section.ts";
import { votingSentences } from "./rules-explained-voting.ts";
import { writtenSentences } from "./rules-explained-written.ts";
import { citationText } from "./rulings-source.ts";

/** One sentence for each setting; a missing one does not compile. */
const sentences: Explained<Rules> = {
  ...committeeSentences,
  ...meetingSentences,
  ...votingSentences,
  ...writtenSentences,
};

/** Überschriften, by section of the file. */
export const sectionTitles: Readonly<Record<keyof Rules, string>> = {
  timezone: "Ort und Zeit",
  land: "Ort und Zeit",
  membership: "Mitgliedschaft und Stimmrecht",
  office: "Ämter",
  chair: "Sitzungsleitung",
  invite: "Einladung",
  agenda: "Tagesordnung",
  planning: "Sitzungsplanung",
  meeting: "Teilnahme",
  quorum: "Beschlussfähigkeit",
  majority: "Mehrheiten",
  vote: "Abstimmung",
  ballot: "Stimmzettel",
  motionOrder: "Anträge",
  goAntrag: "Geschäftsordnungsanträge",
  speakers: "Redeliste",
  election: "Wahlen",
  umlauf: "Umlaufverfahren",
  bias: "Befangenheit",
  protocol: "Protokoll",
  publish: "Veröffentlichung",
  privacy: "Datenschutz",
  subgroup: "Unterarbeitsgruppen",
  goChange: "Änderung der Geschäftsordnung",
  goDeviation: "Änderung der Geschäftsordnung",
};

type Placed = { readonly path: string; readonly setting: Setting<unknown> };
type Sentence = (value: unknown, rules: Rules) => string | undefined;

/** What the setting at this path means among these rules; `undefined` if it plays no part there. */
export function settingSentence(rules: Rules, { path, setting }: Placed): string | undefined {
  const sentence = path.split(".").reduce<unknown>((node, key) => Reflect.get(Object(node), key), sentences);
  // The tree of sentences has the shape of the rules, with a function where those have a setting; the walk cannot express it.
  return (sentence as Sentence)(setting.value, rules);
}

/** Abschnitt der erklärten Geschäftsordnung. */
export type ExplainedSection = { readonly title: string; readonly lines: readonly string[] };

/** All rules as readable text: sections with a sentence for each setting and where it comes from. */
export function explainedRules(rules: Rules, settings: readonly Placed[]): readonly ExplainedSection[] {
  const sections = new Map<string, string[]>();
  for (const placed of settings) {
    const sentence = settingSentence(rules, placed);
    if (sentence === undefined) continue;
    const title = titleOf(placed.path);
    sections.set(title, [...(sections.get(title) ?? []), `${sentence} ${shortSource(placed)}`]);
  }
  return [...sections].map(([title, lines]) => ({ title, lines }));
}

export function titleOf(path: string): string {
  const [section = ""] = path.split(".");
  // The first step of a path is a key of the rules.
  return sectionTitles[section as keyof Rules];
}

/** "(§ 5 Abs. 1 GO)", "(GO)" or "(Standard)": in a list of rules the long form would drown them. */
export function shortSource({ path, setting: { value: _, ...source } }: Placed): string {
  return source.origin === "default" ? "(Standard)" : `(${citationText({ setting: path, ...source })})`;
}

export function explainedHead(title: string, profile: string, own: number): readonly string[] {
  const count = own === 0 ? "keine" : String(own);
  return [
    title,
    `Eigene Regeln: ${count}. Wo die GO schweigt, gilt das Profil »${profile}«, unten »Standard« genannt: eine übliche Regel, nicht das Gesetz.`,
  ];
}
