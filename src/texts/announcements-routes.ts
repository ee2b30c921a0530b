import type { StepDecision, StepFacts } from "../core/committee/step-facts.ts";
import type { LocalDate } from "../core/kernel/local-date.ts";
import type { ResultKind, RouteOutcome, RouteRole, RouteStepPlan } from "../core/route/events.ts";
import type { RouteStanding } from "../core/route/standing.ts";
import type { RouteAnswer, RouteStep, WorkshopResult } from "../core/route/state.ts";
import { quietGrades } from "./announcements-notes.ts";
import { dateWithWeekday } from "./dates.ts";
import { counted, joined, oblique } from "./names.ts";

export const resultKinds: Readonly<Record<ResultKind, string>> = {
  statement: "Aussage",
  motion: "Antrag",
  task: "Aufgabe",
  question: "Frage",
};
export const routeRoles: Readonly<Record<RouteRole, string>> = {
  preparation: "Vorbereitung",
  vote: "Abstimmung",
  consultation: "Beratung",
  decision: "Entscheidung",
  notice: "Kenntnisnahme",
};
export const routeOutcomes: Readonly<Record<RouteOutcome, string>> = {
  agreed: "zugestimmt",
  declined: "abgelehnt",
  deferred: "vertagt",
  noted: "zur Kenntnis genommen",
  returned: "zurückgegeben",
  prepared: "vorbereitet",
  considered: "beraten",
};

/** "Antrag", "Aussage, einvernehmlich festgestellt" */
export const resultKindText = ({ kind, grade }: Pick<WorkshopResult, "kind" | "grade">): string =>
  grade === undefined ? resultKinds[kind] : `${resultKinds[kind]}, ${quietGrades[grade]}`;

/** "Ergebnis 3 (Antrag): Der Kreis …"; `text`: as much of it as fits. */
export const resultLine = (result: Pick<WorkshopResult, "result" | "kind" | "grade">, text: string): string =>
  `Ergebnis ${result.result} (${resultKindText(result)}): ${text}`;

type Role = Pick<RouteStep, "role" | "roleText">;

/** "Vorbereitung", or in its own words: "abschließende Beratung" */
export const roleName = ({ role, roleText }: Role): string => roleText ?? routeRoles[role];

/** "Steuerungsgruppe (Vorbereitung)" */
export const bodyAndRole = (step: Pick<RouteStep, "body"> & Role): string => `${step.body} (${roleName(step)})`;

/** "bis Freitag, 12.05.2028", "4. Sitzungslauf 2024" */
export const stepDue = ({ target, targetText }: Pick<RouteStep, "target" | "targetText">): string | undefined =>
  target === undefined ? targetText : `bis ${dateWithWeekday(target)}`;

/** "AG 78 (Abstimmung), bis Freitag, 12.05.2028" */
export function stepName(step: RouteStepPlan): string {
  const when = stepDue(step);
  return when === undefined ? bodyAndRole(step) : `${bodyAndRole(step)}, ${when}`;
}

/** "einstimmig zugestimmt am Dienstag, 15.06.2021; Bedingung: bei positiver Prognose" */
export function answerText({ outcome, on, unanimous, condition }: Omit<RouteAnswer, "source">): string {
  const how = unanimous === true ? `einstimmig ${routeOutcomes[outcome]}` : routeOutcomes[outcome];
  const when = on === undefined ? "" : ` am ${dateWithWeekday(on)}`;
  return `${how}${when}${condition === undefined ? "" : `; Bedingung: ${condition}`}`;
}

export const resultMade = (line: string): string => `Festgehalten: ${line}`;
export const ownerLine = (owner: string): string => `Zuständig: ${owner}.`;
export const howToForward = (result: number): string =>
  `Den Weg durch die Gremien legt „weiterleiten ${result} an …“ fest.`;
export const motionStillToMove = (): string =>
  "Gestellt ist der Antrag damit noch nicht; in einer Sitzung geschieht das mit „antrag: …“.";
export const moveItLabel = (): string => "Als Antrag stellen";
export const resultReworded = (line: string): string => `Neuer Wortlaut: ${line}`;
export const resultTagged = (result: number, tag: string): string =>
  `Ergebnis ${result} trägt jetzt das Schlagwort „${tag}“.`;
export const resultUntagged = (result: number, tag: string): string =>
  `Ergebnis ${result} trägt das Schlagwort „${tag}“ nicht mehr.`;

export const ideasTagged = (ideas: readonly number[], tag: string): string =>
  ideas.length === 1
    ? `Idee ${ideas[0]} trägt jetzt das Schlagwort „${tag}“.`
    : `Die Ideen ${joined(ideas.map(String))} tragen jetzt das Schlagwort „${tag}“.`;
export const ideasUntagged = (ideas: readonly number[], tag: string): string =>
  ideas.length === 1
    ? `Idee ${ideas[0]} trägt das Schlagwort „${tag}“ nicht mehr.`
    : `Die Ideen ${joined(ideas.map(String))} tragen das Schlagwort „${tag}“ nicht mehr.`;

/** "Ergebnis 3", "den Ergebnissen 1, 3 und 5": where a dative is asked for. */
export const resultsList = (results: readonly number[]): string =>
  results.length === 1 ? `Ergebnis ${results[0]}` : `den Ergebnissen ${joined(results.map(String))}`;

export const routeSet = (result: number): string => `Ergebnis ${result} geht diesen Weg:`;
export const routesSet = (results: readonly number[]): string =>
  `Die Ergebnisse ${joined(results.map(String))} gehen diesen Weg:`;
export const ontoAgendaByItself = (): string =>
  "Ist die AG an der Reihe, kommt der Schritt von selbst auf die nächste Tagesordnung.";
export const routeAnswered = (
  results: readonly number[],
  step: RouteStep,
  answer: Omit<RouteAnswer, "source">,
): string => `${resultNumbers(results)}, ${bodyAndRole(step)}: ${answerText(answer)}.`;
/** " (Antrag 1, Beschluss 2028-1: 4 Ja, 0 Nein, 0 Enthaltungen)" */
export function decidedWith(decision: StepDecision | undefined): string {
  if (decision === undefined) return "";
  const { motion, reference, counts } = decision;
  const what = reference === undefined ? `Antrag ${motion}` : `Antrag ${motion}, Beschluss ${reference}`;
  if (counts === undefined) return ` (${what})`;
  const { yes, no, abstain, invalid } = counts;
  const invalids = invalid === 0 ? "" : `, ${invalid} ungültig`;
  return ` (${what}: ${yes} Ja, ${no} Nein, ${counted(abstain, "Enthaltung", "Enthaltungen")}${invalids})`;
}
/** In one line, since the decision itself has just been told. */
export const answeredByItself = (result: number, step: RouteStep, answer: RouteAnswer, next: string): string =>
  `Als Antwort der AG eingetragen: ${routeAnswered([result], step, answer)} ${next}`;
export const decidedBothWays = (result: number): string =>
  `Zu Ergebnis ${result} ist verschieden entschieden. Was als Antwort gilt, hält „antwort zu ${result}: …“ fest.`;
export const answerStandsAlready = (result: number, { step, answer }: RouteStep): string =>
  `Bei Ergebnis ${result} steht als Antwort der AG schon: ${answer === undefined ? "" : answerText(answer)}. Gilt jetzt etwas anderes: „antwort zu ${result} schritt ${step}: …“.`;
export const wordsOfAnswer = (text: string): string => `Wortlaut: ${text}`;
export const nextIs = (step: RouteStep): string => `Als Nächstes: ${stepName(step)}.`;
/** "Ergebnis 3", "Ergebnisse 1 und 3" */
const resultNumbers = (results: readonly number[]): string =>
  `${results.length === 1 ? "Ergebnis" : "Ergebnisse"} ${joined(results.map(String))}`;
export const ofResults = (results: readonly number[], line: string): string => `${resultNumbers(results)}: ${line}`;
export const routeIsOver = (): string => "Damit ist der Weg zu Ende.";
export const routeHalts = (results: readonly number[]): string =>
  `Hier hält der Weg an. Wie es weitergeht, legt „weiterleiten ${joined(results.map(String))} an …“ fest.`;

export const routeOverdue = (result: number, step: RouteStep, target: LocalDate): string =>
  `Erinnerung: Ergebnis ${result} sollte bis ${dateWithWeekday(target)}, bei ${bodyAndRole(step)} sein; eine Antwort fehlt.`;
export const howToAnswerStep = (result: number): string =>
  `Ist sie da: „antwort zu ${result}: zugestimmt“ (oder abgelehnt, vertagt, beraten, zur Kenntnis genommen, zurückgegeben). Ein neuer Termin: „weiterleiten ${result} an …“.`;

export const stepLine = (step: RouteStep, standing: string): string =>
  `Schritt ${step.step}, ${stepName(step)}: ${standing}`;
/** "einstimmig zugestimmt; Wortlaut: …", "offen; auf der Tagesordnung am …" */
export function stepStandingText(
  { answer }: RouteStep,
  { isPending, isOverdue, agendaDay, decision }: StepFacts,
): string {
  return [
    ...(answer === undefined ? [] : [`${answerText(answer)}${decidedWith(decision)}`]),
    ...(answer?.text === undefined ? [] : [wordsOfAnswer(answer.text)]),
    ...(isPending ? [isOverdue ? "offen, überfällig" : "offen"] : []),
    ...(agendaDay === undefined ? [] : [`auf der Tagesordnung am ${dateWithWeekday(agendaDay)}`]),
  ].join("; ");
}
export const routeHead = (): string => "Weg:";

export function standingText(standing: RouteStanding): string {
  switch (standing.kind) {
    case "noRoute":
      return "noch kein Weg festgelegt";
    case "lies":
      return `liegt bei ${stepName(standing.step)}${standing.isOverdue ? ", überfällig" : ""}`;
    case "ended":
      return `${standing.step.body}: ${answerText(standing.answer)}`;
  }
}
export const standsAt = (line: string, status: string): string => `${line} – ${status}`;

export const fromIdea = (idea: number, by: string | undefined, text: string): string =>
  by === undefined ? `Idee ${idea}: ${text}` : `Idee ${idea} von ${oblique(by)}: ${text}`;
export const ideaIsWithdrawn = (): string => "Die Idee ist zurückgezogen.";
export const fromGroup = (group: number, name: string): string => `Gruppe ${group} „${name}“`;
export const fromMotion = (motion: number): string => `Aus Antrag ${motion}`;
export const fromOutside = (): string => "Ohne Idee oder Gruppe festgehalten";
export const fromWorkshop = (title: string): string => `Workshop „${title}“`;
export const dotsLine = (
  of: "idea" | "group",
  {
    weighting,
    dots,
    place,
    isTied,
    targets,
  }: {
    readonly weighting: number;
    readonly dots: number;
    readonly place: number;
    readonly isTied: boolean;
    readonly targets: number;
  },
): string =>
  `Gewichtung ${weighting} (${of === "idea" ? "Ideen" : "Gruppen"}): ${counted(dots, "Punkt", "Punkte")}, Platz ${place} von ${targets}${isTied ? ", gleichauf" : ""}`;
export const tagsLine = (tags: readonly string[]): string => `Schlagworte: ${joined(tags)}`;
export const noResultOfIdea = (): string => "Ein Ergebnis ist daraus noch nicht geworden.";
export const ideasStillHidden = (): string =>
  "Die Ideen sind noch verdeckt; was in ihnen steht, zeigt sich mit „ideen aufdecken“.";
export const noSuchIdea = (idea: number): string => `Eine Idee ${idea} gibt es nicht.`;
export const noSuchResult = (result: number): string => `Ein Ergebnis ${result} gibt es nicht.`;

export const noResults = (): string => "Es gibt noch keine Ergebnisse.";
export const howToMakeResult = (): string =>
  "Aus Ideen und Gruppen werden sie mit „ergebnis aus gruppe 2: …“, von außen mit „ergebnis festhalten: …“.";
export const resultsHead = (count: number): string => counted(count, "Ergebnis", "Ergebnisse");
export const resultsWithTagHead = (tag: string, results: number, ideas: number): string =>
  `Schlagwort „${tag}“: ${tagCounts(results, ideas)}`;
export const tagListLine = (name: string, tags: readonly string[]): string => `${name}: ${tags.join(", ")}`;
export const tagCount = (tag: string, results: number, ideas: number): string =>
  results + ideas === 0 ? `${tag} (nicht vergeben)` : `${tag} (${tagCounts(results, ideas)})`;
export const tagsHead = (): string => "Schlagworte:";
const tagCounts = (results: number, ideas: number): string =>
  `${counted(results, "Ergebnis", "Ergebnisse")}, ${counted(ideas, "Idee", "Ideen")}`;
export const unknownTagLine = (tag: string): string => `Ein Schlagwort „${tag}“ steht in keiner Liste des Gremiums.`;
export const knownTagsLine = (known: readonly string[]): string =>
  known.length === 0
    ? "Eigene Schlagworte stehen in der Gremiumsdatei unter „schlagworte“; dort steht noch keines."
    : `Es gibt: ${joined(known)}.`;

export const noOrigin = (typed: string): string =>
  `„${typed}“ ist weder eine Gruppe noch eine Idee. Zum Beispiel: „ergebnis aus gruppe 2“ oder „ergebnis aus idee 7“.`;
export const noResultNumber = (typed: string): string => `„${typed}“ ist keine Nummer eines Ergebnisses.`;
export const tooManyResults = (most: number): string => `Auf einmal sind es höchstens ${most} Ergebnisse.`;
/** "Idee 7: Bus am Abend" */
export const storyIdea = (idea: number, text: string): string => `Idee ${idea}: ${text}`;
export const severalStories = (typed: string, count: number): string =>
  `„${typed}“ kommt in ${count} Ergebnissen und Ideen vor. Welches ist gemeint? Mehr Worte daraus grenzen es ein.`;
export const noStoryNumber = (typed: string): string =>
  `„${typed}“ kommt in keinem Ergebnis und keiner Idee vor, die hier zu sehen sind. Zum Beispiel: „wo steht ergebnis 3“ oder „wo steht idee 7“.`;
export const roleMissing = (body: string): string =>
  `Bei „${body}“ fehlt die Rolle. Dahinter steht eine von: ${joined(Object.values(routeRoles), "oder")}. Zum Beispiel: „Steuerungsgruppe (Vorbereitung)“ oder „Steuerungsgruppe zur Vorbereitung“.`;
export const roleUnknown = (role: string): string =>
  `„${role}“ ist keine Rolle. Möglich sind: ${joined(Object.values(routeRoles), "oder")}.`;
export const bodyMissing = (): string =>
  "Vor einer Rolle fehlt das Gremium. Zum Beispiel: „Steuerungsgruppe (Vorbereitung)“.";
export const outcomeMissing = (): string => `Wie die Antwort lautet, steht nicht da. ${possibleAnswers()}`;
export const outcomeUnclear = (): string => `Die Antwort lässt sich auf mehrere Arten lesen. ${possibleAnswers()}`;
const possibleAnswers = (): string =>
  `Möglich sind: ${joined(Object.values(routeOutcomes), "oder")}, mit eigenen Worten dabei. Zum Beispiel: „antwort zu 3: einstimmig zugestimmt“ oder „antwort zu 3: abschließend beraten“.`;
export const noTagTarget = (): string =>
  'Woran das Schlagwort gehört, steht nicht da. Zum Beispiel: „schlagwort "Partizipation" an idee 3, 5“ oder „… von ergebnis 2 weg“.';
export const oneResultOnly = (): string => "Ein Schlagwort kommt an ein Ergebnis nach dem anderen.";
