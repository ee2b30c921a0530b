import type { ResultGrade, ResultKind } from "../../core/route/events.ts";
import { optional, required } from "../parameters/acceptor.ts";
import { resultNumber, resultNumbers, resultOrigin, resultWords } from "../parameters/results.ts";
import { routeAnswer, routeStep } from "../parameters/route-answers.ts";
import { routeWanted } from "../parameters/routes.ts";
import { storyOf } from "../parameters/story.ts";
import { tag } from "../parameters/tags.ts";
import { bodyText, flag } from "../parameters/text.ts";
import { ask, type CommandRow, commandRow, issue } from "./command-row.ts";

type Kind = { readonly kind: ResultKind; readonly grade?: ResultGrade };

/** Art des Ergebnisses; a statement may be graded, in the words of the minutes. */
const kind = optional(
  flag<Kind>("als aussage|vereinbarung|feststellung|antrag|aufgabe|frage", {
    "als aussage": { kind: "statement" },
    "als vereinbarung": { kind: "statement", grade: "agreed" },
    "als vereinbart": { kind: "statement", grade: "agreed" },
    "als einvernehmliche feststellung": { kind: "statement", grade: "consensus" },
    "als einvernehmlich festgestellt": { kind: "statement", grade: "consensus" },
    "als einvernehmlich": { kind: "statement", grade: "consensus" },
    "als feststellung": { kind: "statement", grade: "found" },
    "als festgestellt": { kind: "statement", grade: "found" },
    "als nennung": { kind: "statement", grade: "mentioned" },
    "als genannt": { kind: "statement", grade: "mentioned" },
    "als antrag": { kind: "motion" },
    "als aufgabe": { kind: "task" },
    "als frage": { kind: "question" },
  }),
);

const statement: Kind = { kind: "statement" };

export const routeRows: readonly CommandRow[] = [
  commandRow({
    id: "make-result",
    subject: "ergebnisse",
    words: "ergebnis aus",
    summary: "macht eine Gruppe oder Idee zum Ergebnis",
    help: 'Als Aussage, wenn nichts anderes gesagt ist; mit ihrem Grad „als vereinbarung“, „als einvernehmliche feststellung“, „als feststellung“ oder „als nennung“. Ohne Wortlaut gilt der Name der Gruppe oder der Text der Idee. Am Ende nach Wunsch „@Name“; wer nicht im Gremium ist, steht in Anführungszeichen: @"Kreis Auental".',
    example: "ergebnis aus gruppe 2 als antrag: Der Kreis richtet eine Fachstelle Beteiligung ein.",
    issues: ["MakeResult"],
    body: true,
    parameters: {
      kind,
      origin: required(resultOrigin, "Woraus? Zum Beispiel: gruppe 2"),
      words: optional(resultWords),
    },
    build: ({ kind: what = statement, origin, words = {} }) => issue({ type: "MakeResult", ...what, origin, ...words }),
  }),
  commandRow({
    id: "record-result",
    subject: "ergebnisse",
    words: "ergebnis festhalten",
    aliases: ["neues ergebnis", "ergebnis von außen", "workshop ergebnis"],
    summary: "hält ein Ergebnis ohne Idee oder Gruppe fest",
    help: "Zum Beispiel den Beschluss eines anderen Gremiums, oder was noch zu tun ist. Am Ende nach Wunsch „@Name“.",
    example: "ergebnis festhalten als aufgabe: Gespräch mit den Schulen vorbereiten @Frau Jansen",
    issues: ["MakeResult"],
    body: true,
    parameters: { kind, words: required(resultWords, "Wie lautet das Ergebnis?") },
    build: ({ kind: what = statement, words }) =>
      issue({ type: "MakeResult", ...what, origin: { kind: "none" }, ...words }),
  }),
  commandRow({
    id: "reword-result",
    subject: "ergebnisse",
    words: "ergebnis neu",
    aliases: ["ergebnis # neu", "ergebnis umformulieren", "ergebnis # umformulieren"],
    summary: "gibt einem Ergebnis einen neuen Wortlaut",
    help: "Der alte bleibt im Verlauf.",
    example: "ergebnis 3 neu: Der Kreis richtet bis 2029 eine Fachstelle Beteiligung ein.",
    issues: ["RewordResult"],
    body: true,
    parameters: {
      result: required(resultNumber, "Welches Ergebnis?"),
      text: required(bodyText("WORTLAUT"), "Wie lautet es jetzt?"),
    },
    build: ({ result, text }) => issue({ type: "RewordResult", result, text }),
  }),
  commandRow({
    id: "set-route",
    subject: "ergebnisse",
    words: "ergebnis weiterleiten",
    aliases: [
      "weiterleiten #,# an",
      "weiterleiten #,# nach",
      "weiterleiten #,#",
      "ergebnis #,# weiterleiten",
      "ergebnis #,# weiterleiten an",
      "ergebnis #,# weiterleiten nach",
      "ergebnisse weiterleiten",
      "ergebnisse #,# weiterleiten",
      "ergebnisse #,# weiterleiten an",
      "ergebnisse #,# weiterleiten nach",
    ],
    summary: "legt den Weg eines Ergebnisses durch die Gremien fest",
    help: 'Gremien der Reihe nach mit Komma, jedes mit seiner Rolle in Klammern oder mit „zur“: Vorbereitung, Abstimmung, Beratung, Entscheidung oder Kenntnisnahme, auch Vorberatung, Anhörung, Beschluss, „abschließende Beratung“. Dahinter nach Wunsch „bis“ und ein Tag, oder ungefähr: „4. Sitzungslauf 2024“. Oder ein Weg der Gremiumsdatei: „weiterleiten 3 nach "Klausurtagung"“. Ein neuer Weg ersetzt, was vom alten noch offen ist. Mehrere zugleich: „ergebnisse 1, 3 und 5 weiterleiten an …“ oder „1-3“; kann eines nicht, ändert sich keines.',
    example:
      "weiterleiten 3 an Steuerungsgruppe (Vorbereitung), AG 78 (Abstimmung) bis 12.05.2028, Jugendhilfeausschuss (Entscheidung)",
    issues: ["SetRoute"],
    parameters: {
      results: required(resultNumbers, "Welches Ergebnis?"),
      route: required(routeWanted, "Wohin? Zum Beispiel: Steuerungsgruppe (Vorbereitung), AG 78 (Abstimmung)"),
    },
    build: ({ results, route }) => issue({ type: "SetRoute", results, ...route }),
  }),
  commandRow({
    id: "answer-route-step",
    subject: "ergebnisse",
    words: "antwort zu",
    aliases: ["antwort zu ergebnis", "antwort zu ergebnissen", "antwort auf ergebnis", "rückmeldung zu ergebnis"],
    summary: "hält fest, was ein Gremium zu einem Ergebnis geantwortet hat",
    help: "zugestimmt, abgelehnt, vertagt, vorbereitet, beraten, zur Kenntnis genommen oder zurückgegeben, mit eigenen Worten dabei; „einstimmig“ bleibt ohne Zahlen. Dahinter nach Wunsch der Tag („am 15.06.2021“, „in der gestrigen Sitzung“) und „Bedingung: …“. Gilt für den nächsten Schritt; ein anderer: „antwort zu 3 schritt 2: …“. Dieselbe Antwort zu mehreren: „antwort zu 1, 3 und 5: …“. Was die AG selbst beschließt, trägt sich von selbst ein und lässt sich so berichtigen.",
    example: "antwort zu 3: einstimmig zugestimmt Bedingung: bei positiver Prognose",
    issues: ["AnswerRouteStep"],
    body: true,
    parameters: {
      results: required(resultNumbers, "Zu welchem Ergebnis?"),
      step: optional(routeStep),
      answer: required(routeAnswer, "Wie lautet die Antwort?"),
    },
    build: ({ results, step, answer }) =>
      issue({ type: "AnswerRouteStep", results, ...(step === undefined ? {} : { step }), ...answer }),
  }),
  commandRow({
    id: "story",
    subject: "ergebnisse",
    words: "wo steht",
    aliases: ["was wurde aus", "wo stehen wir mit"],
    summary: "erzählt den ganzen Weg eines Ergebnisses oder einer Idee",
    help: "Idee, Gruppe, Punkte, Ergebnis, und jeder Schritt mit Rolle, Ziel und Antwort. Statt der Nummer genügen Worte daraus: „wo steht Fahrdienst“.",
    example: "wo steht idee 7",
    issues: [],
    parameters: { story: required(storyOf, "Welches Ergebnis, welche Idee? Zum Beispiel: idee 7") },
    build: ({ story }) => ask({ kind: "results", ...story }),
  }),
  commandRow({
    id: "results",
    subject: "ergebnisse",
    words: "ergebnisse",
    aliases: ["schlagworte", "workshop ergebnisse", "liste der ergebnisse"],
    summary: "zeigt die Ergebnisse und wo sie stehen",
    help: "Mit Schlagwort nur die, die es tragen: „ergebnisse #Partizipation“. Ohne eines steht dabei, wie oft jedes vorkommt.",
    example: "ergebnisse",
    issues: [],
    parameters: { tag: optional(tag) },
    build: ({ tag: wanted }) => ask({ kind: "results", ...(wanted === undefined ? {} : { tag: wanted }) }),
  }),
];
