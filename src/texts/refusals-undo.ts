import type { EventType } from "../core/committee/events.ts";
import type { Refusal } from "../core/committee/refusal.ts";
import { type RefusalText, said } from "./refusal-text.ts";
import { entryName, entryNames } from "./words-entries.ts";

type DependedOn = Extract<Refusal, { code: "DependedOn" }>;
type About = NonNullable<DependedOn["about"]>;

/** Was inzwischen auf dem Eintrag aufbaut, and how it is put right all the same. */
export function dependedOn({ label, by, about }: DependedOn): RefusalText {
  const meanwhile = (about === undefined ? undefined : sinceThen(by, about)) ?? buildsOn(by);
  const why = `Ihr letzter Eintrag (${entryName(label)}) kann nicht mehr zurückgenommen werden: ${meanwhile}`;
  const instead = about === undefined ? undefined : insteadOf(label, about.number);
  const next = endsAll(by) ?? instead ?? "Tragen Sie die Berichtigung als neuen Eintrag ein.";
  switch (about?.kind) {
    case undefined:
      return said(why, next, "status");
    case "idea":
      return said(why, next, `idee ${about.number}`);
    case "group":
      return said(why, next, `gruppe ${about.number}`);
    case "result":
      return said(why, next, `wo steht ergebnis ${about.number}`);
  }
}

const buildsOn = (by: EventType): string =>
  `Späteres baut darauf auf${entryNames[by] === undefined ? "" : ` (${entryName(by)})`}.`;

const names: Readonly<Record<About["kind"], string>> = { idea: "Idee", group: "Gruppe", result: "Ergebnis" };

const since: Partial<Readonly<Record<EventType, string>>> = {
  IdeaSupported: "wird inzwischen unterstützt",
  IdeaSupportEnded: "wurde inzwischen unterstützt",
  IdeaCommented: "ist inzwischen kommentiert",
  IdeaChanged: "ist inzwischen geändert",
  IdeaWithdrawn: "ist inzwischen zurückgezogen",
  IdeaTagged: "trägt inzwischen ein Schlagwort",
  IdeaUntagged: "hat inzwischen ein Schlagwort weniger",
  IdeaGroupMade: "liegt inzwischen in einer neuen Gruppe",
  IdeasMoved: "wurde inzwischen verschoben",
  ResultTagged: "trägt inzwischen ein anderes Schlagwort",
  ResultReworded: "hat inzwischen einen anderen Wortlaut",
  RouteSet: "hat inzwischen einen anderen Weg",
  RouteStepAnswered: "hat inzwischen eine Antwort",
};

function sinceThen(by: EventType, { kind, number }: About): string | undefined {
  if (by === "WeightingOpened") return `Über ${names[kind]} ${number} wird oder wurde inzwischen gepunktet.`;
  if (by === "ResultMade" && kind !== "result")
    return `Aus ${names[kind]} ${number} ist inzwischen ein Ergebnis geworden.`;
  const happened = kind === "group" ? undefined : since[by];
  return happened === undefined ? undefined : `${names[kind]} ${number} ${happened}.`;
}

/** After this nothing of it changes any more. */
function endsAll(by: EventType): string | undefined {
  if (by === "WorkshopClosed")
    return "Ideen und Gruppen eines geschlossenen Workshops bleiben, wie sie sind; Schlagworte lassen sich noch ändern.";
  const isCounted = by === "WeightingClosed" || by === "WeightingCancelled";
  return isCounted ? "Nach dem Ende einer Gewichtung bleiben die Punkte, wie sie sind." : undefined;
}

/** What does the same as a new entry. */
function insteadOf(label: EventType, number: number): string | undefined {
  switch (label) {
    case "IdeaGiven":
    case "IdeaChanged":
      return `Ändern lässt sie sich mit „idee ändern ${number}: …“, zurückziehen mit „idee zurückziehen ${number}“.`;
    case "IdeaWithdrawn":
      return "Geben Sie sie noch einmal: „idee: …“.";
    case "IdeaTagged":
    case "IdeaUntagged":
      return `Schlagworte ändert „schlagwort "…" an idee ${number}“ oder „… von idee ${number} weg“.`;
    case "IdeasMoved":
      return `Verschieben lässt sie sich weiter: „idee ${number} nach gruppe …“ oder „idee ${number} aus gruppe“.`;
    case "IdeaGroupMade":
    case "IdeaGroupRenamed":
      return `Ändern lässt sich die Gruppe mit „gruppe ${number} umbenennen: …“, „idee … nach gruppe ${number}“ und „idee … aus gruppe“.`;
    case "IdeaGroupsMerged":
      return `Trennen lassen sich die Gruppen mit „gruppe ${number} teilen "…": …“.`;
    case "ResultMade":
    case "ResultReworded":
      return `Ändern lässt sich der Wortlaut mit „ergebnis ${number} neu: …“, der Weg mit „weiterleiten ${number} an …“.`;
    case "ResultTagged":
    case "ResultUntagged":
      return `Schlagworte ändert „schlagwort "…" an ergebnis ${number}“ oder „… von ergebnis ${number} weg“.`;
    case "RouteSet":
    case "RouteStepPlaced":
    case "RouteStepAnswered":
      return `Wie es weitergeht, legt „weiterleiten ${number} an …“ fest; eine weitere Antwort hält „antwort zu ${number}: …“ fest.`;
    default:
      return undefined;
  }
}
