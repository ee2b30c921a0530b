import type { Setting } from "../core/rules/setting.ts";

/** Abschnitte der Geschäftsordnung, as the file names them. */
const sections: Readonly<Record<string, string>> = {
  timezone: "Zeitzone",
  land: "Land",
  membership: "Mitgliedschaft",
  office: "Ämter",
  chair: "Sitzungsleitung",
  invite: "Ladung",
  agenda: "Tagesordnung",
  planning: "Sitzungsplanung",
  meeting: "Teilnahme",
  quorum: "Beschlussfähigkeit",
  majority: "Mehrheit",
  vote: "Abstimmung",
  ballot: "Stimmzettel",
  motionOrder: "Reihenfolge der Anträge",
  goAntrag: "GO-Anträge",
  speakers: "Redeliste",
  election: "Wahlen",
  umlauf: "Umlaufverfahren",
  bias: "Befangenheit",
  protocol: "Protokoll",
  publish: "Veröffentlichung",
  privacy: "Datenschutz",
  subgroup: "Unterarbeitsgruppen",
  goChange: "Änderung der Geschäftsordnung",
  goDeviation: "Abweichung im Einzelfall",
};

/** Words of the file in German; a word that is not here stands as it is in the file. */
const words: Readonly<Record<string, string>> = {
  moreThanHalf: "mehr als die Hälfte",
  atLeastHalf: "mindestens die Hälfte",
  fraction: "ein Anteil",
  fixed: "feste Zahl",
  none: "keine Regel",
  any: "jedes Mitglied",
  count: "so viele",
  never: "nie",
  always: "immer",
  simple: "einfache Mehrheit",
  unanimity: "Einstimmigkeit",
  consensus: "Konsens",
  cast: "der abgegebenen Stimmen",
  castInclAbstain: "der abgegebenen Stimmen mit Enthaltungen",
  present: "der Anwesenden",
  members: "aller Stimmen",
  open: "offen",
  secret: "geheim",
  ignore: "zählt nicht",
  asNo: "zählt wie Nein",
  rejected: "abgelehnt",
  chairCasting: "Stimme des Vorsitzes entscheidet",
  chair: "Sitzungsleitung",
  body: "AG",
  ag: "AG",
  jha: "Jugendhilfeausschuss",
  vote: "Abstimmung",
  farthestFirst: "weitestgehender zuerst",
  submissionOrder: "Reihenfolge der Antragstellung",
  debateOnly: "nur Beratung",
  allowed: "erlaubt",
  refuse: "nicht zulässig",
};

/** "Beschlussfähigkeit (quorum.kind)" */
export function settingName(path: string): string {
  const section = path.split(".")[0] ?? "";
  const name = Object.hasOwn(sections, section) ? sections[section] : undefined;
  return name === undefined ? path : `${name} (${path})`;
}

/** "mindestens die Hälfte", "2/3 der Anwesenden", "ja". */
export function settingValue(value: unknown): string {
  if (value === null) return "keine Regel";
  if (typeof value === "boolean") return value ? "ja" : "nein";
  if (typeof value === "string") return Object.hasOwn(words, value) ? (words[value] ?? value) : value;
  if (Array.isArray(value)) return value.length === 0 ? "nichts" : value.map(settingValue).join(", ");
  return typeof value === "object" ? membersText(value) : String(value);
}

function membersText(value: object): string {
  const { num, den, basis, strict, kind, ...rest } = value as Readonly<Record<string, unknown>>; // plain data of the file
  const share = num === undefined ? [] : [`${strict === true ? "mehr als " : ""}${String(num)}/${String(den)}`];
  const isShare = kind === undefined || (kind === "fraction" && num !== undefined);
  const others = Object.entries(rest).map(([key, one]) => `${key} ${settingValue(one)}`);
  return [
    ...(isShare ? [] : [settingValue(kind)]),
    ...share,
    ...(basis === undefined ? [] : [settingValue(basis)]),
    ...others,
  ].join(" ");
}

/** "Beschlussfähigkeit (quorum.kind): bisher mehr als die Hälfte (§ 5 Abs. 1), neu mindestens die Hälfte (§ 5 Abs. 1)." */
export function changeLine(
  path: string,
  before: Setting<unknown> | undefined,
  after: { readonly value: unknown; readonly paragraph?: string },
): string {
  const was = before === undefined ? "nichts" : `${settingValue(before.value)} (${placeOf(before)})`;
  const source = after.paragraph === undefined ? "" : ` (${after.paragraph})`;
  return `${settingName(path)}: bisher ${was}, neu ${settingValue(after.value)}${source}.`;
}

const placeOf = ({ origin, paragraph }: Setting<unknown>): string => {
  if (origin === "default") return "Standardregel, die GO schweigt";
  return paragraph ?? "GO";
};

export const changesHead = (): string => "Was sich ändern würde:";

export const rulesChangeInvalid = (problems: readonly string[]): string =>
  `Das ist keine gültige Änderung der Geschäftsordnung. ${problems.slice(0, 5).join(" ")} Die geltenden Regeln bleiben in Kraft.`;

export const rulesChangeAwaits = (question: number, who: readonly string[]): string =>
  `In Kraft tritt die Änderung erst mit ${who.map(awaited).join(" und ")}. Danach: „go bestätigen frage ${question}: …“.`;

const awaited = (who: string): string =>
  who === "jha" ? "dem Beschluss des Jugendhilfeausschusses" : `der Zustimmung von ${who}`;

export const rulesChangeConfirmed = (question: number, by: string): string =>
  `Die Änderung der Geschäftsordnung aus Frage ${question} ist bestätigt: ${by}`;

export const rulesInForceFrom = (day: string, count: number): string =>
  `Die geänderte Geschäftsordnung gilt ab heute, ${day} (${count === 1 ? "1 Bestimmung" : `${count} Bestimmungen`} geändert). Frühere Ergebnisse bleiben, wie sie festgestellt sind.`;
