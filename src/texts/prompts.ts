/** Sätze, mit denen nachgefragt oder eine Eingabe zurückgewiesen wird, bevor ein Befehl entsteht. */

type TextProblem =
  | { readonly code: "empty" }
  | { readonly code: "noColon" }
  | { readonly code: "tooLong"; readonly length: number; readonly limit: number }
  | { readonly code: "hidden"; readonly character: string };

export const reachProblem = (typed: string): string =>
  `„${typed}“ ist keine Reichweite. Eine ganze Zahl, je größer, desto weiter, oder „offen“.`;

export const countedMotionsProblem = (typed: string): string =>
  `„${typed}“ ist keine Auszählung. Je Antrag seine Stimmen, wie „1: 8, 2: 6, 3: 3“.`;

export const numberListProblem = (typed: string): string =>
  `„${typed}“ sind keine Nummern von Anträgen, wie „1, 2, 3“.`;

export function textProblem(fault: TextProblem): string {
  switch (fault.code) {
    case "empty":
      return "Der Text ist leer.";
    case "noColon":
      return "Vor dem Text fehlt der Doppelpunkt. Soll das der Text sein?";
    case "tooLong":
      return `Der Text ist zu lang: ${grouped(fault.length)} Zeichen, möglich sind ${grouped(fault.limit)}. Bitte kürzen oder aufteilen.`;
    case "hidden":
      return `Der Text enthält ein unsichtbares Zeichen (${fault.character}), das hier nicht erlaubt ist. Bitte ohne dieses Zeichen neu schreiben.`;
  }
}

/** "10 000" */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
}

export function tooManyPoints(count: number, limit: number): string {
  return `Das sind ${count} Punkte, möglich sind ${limit}. Bitte auf zwei Sammlungen verteilen.`;
}

type NumberProblem =
  | { readonly code: "minutesOutOfRange" }
  | { readonly code: "noQuarter" }
  | { readonly code: "noDuration"; readonly typed: string }
  | { readonly code: "noTally"; readonly typed: string };

export function numberProblem(fault: NumberProblem): string {
  switch (fault.code) {
    case "minutesOutOfRange":
      return "Die Zeit muss zwischen 1 Minute und 10 Stunden liegen.";
    case "noQuarter":
      return "Ein Jahr hat vier Quartale: 1. Quartal bis 4. Quartal.";
    case "noDuration":
      return `„${excerpt(fault.typed)}“ ist keine Dauer. Zum Beispiel: 3, 10 min, 90 sekunden.`;
    case "noTally":
      return `„${excerpt(fault.typed)}“ ist keine Auszählung. Gebraucht werden drei Zahlen, Ja:Nein:Enthaltung, zum Beispiel 15:1:1.`;
  }
}

type NameProblem =
  | { readonly code: "tooMany"; readonly limit: number }
  | {
      readonly code: "several" | "unknown";
      readonly what: "person" | "seat";
      readonly typed: string;
      /** How many are offered. */
      readonly near: number;
    };

export function nameProblem(fault: NameProblem): string {
  if (fault.code === "tooMany") return `Bitte höchstens ${fault.limit} Namen auf einmal.`;
  const typed = excerpt(fault.typed);
  if (fault.code === "several") return `„${typed}“ ist nicht eindeutig. Wer ist gemeint?`;
  const where = fault.what === "person" ? "Eine Person" : "Einen Träger";
  const kept = `${where} „${typed}“ gibt es in diesem Gremium nicht.`;
  return fault.near > 0 ? `${kept} Vielleicht gemeint:` : kept;
}

type ThingProblem =
  | { readonly code: "noNumber" | "noItemNumber" | "unknownOffice"; readonly typed: string }
  | { readonly code: "unknownItem"; readonly typed: string; readonly count: number };

export function thingProblem(fault: ThingProblem): string {
  const typed = excerpt(fault.typed);
  switch (fault.code) {
    case "noNumber":
      return `„${typed}“ ist keine Nummer eines Antrags. Anträge heißen 1, 2, 3 …, Änderungsanträge ä1, ä2 …`;
    case "noItemNumber":
      return `„${typed}“ ist keine Nummer eines Tagesordnungspunktes.`;
    case "unknownOffice":
      return `Das Amt „${typed}“ gibt es in diesem Gremium nicht.`;
    case "unknownItem":
      return fault.count === 0
        ? "Es gibt noch keine Tagesordnung."
        : `TOP ${typed} gibt es nicht. Die Tagesordnung hat ${pluralOf(fault.count, "Punkt", "Punkte")}.`;
  }
}

export const accountProblem = (accounts: number): string =>
  accounts === 0 ? "Diese Person hat kein verbundenes Konto." : "Diese Person hat mehrere Konten. Welches ist gemeint?";

export const pluralOf = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export function notUnderstood(typed: string, hasSuggestions: boolean): string {
  const kept = `Das habe ich nicht verstanden: „${excerpt(typed)}“.`;
  return hasSuggestions ? `${kept} Vielleicht gemeint:` : `${kept} Mit „hilfe“ sehen Sie, was möglich ist.`;
}

export const leftOver = (rest: string): string => `„${excerpt(rest)}“ passt hier nicht.`;
export const exampleLine = (example: string): string => `Beispiel: ${example}`;
export const oneCommandOnly = (): string =>
  "Bitte ein Befehl je Nachricht: Unter diesem Befehl können keine weiteren Zeilen stehen. Ausgeführt wurde nichts.";
export const onlyThis = (command: string): string => `Nur „${command}“ ausführen`;
export const directOnly = (): string =>
  "Das geht nur im Direktchat mit mir, damit es niemand sonst liest. Schreiben Sie mir bitte dort.";
export const codeSeen = (): string =>
  "Anmelden geht nur im Direktchat mit mir. Diesen Code haben jetzt andere gesehen: Bitte lassen Sie sich einen neuen geben.";
export const notLinked = (): string =>
  "Ihr Konto ist noch mit keiner Person verbunden. Schreiben Sie mir im Direktchat: anmelden und Ihren Code. Den Code bekommen Sie von der Geschäftsführung.";
export const cancelled = (): string => "Abgebrochen. Es wurde nichts geändert.";
export const nothingToCancel = (): string => "Es ist nichts offen, was abgebrochen werden könnte.";
export const howToStop = (): string => "„abbrechen“ beendet die Rückfrage.";
export const emptyMessage = (): string => "Die Nachricht ist leer. Mit „hilfe“ sehen Sie, was möglich ist.";
export const nothingToChange = (): string =>
  "Was soll geändert werden? Zum Beispiel Titel, Zeit, öffentlich oder nichtöffentlich.";

export const contradictionProblem = (isAnythingOpen: boolean): string =>
  isAnythingOpen ? "Wogegen richtet sich der Widerspruch?" : "Es gibt gerade nichts, dem Sie so widersprechen könnten.";

export const contradictionLabel = {
  question: (question: number, isEnBloc: boolean) =>
    isEnBloc ? `Frage ${question}: gemeinsame Abstimmung` : `Frage ${question}`,
  enBlocRound: () => "Wahl en bloc",
  procedure: (procedure: number, what: string) => `Umlauf ${procedure}: ${what}`,
};

export const noReasonNeeded = (): string =>
  "Der Widerspruch gegen die Wahl en bloc kommt ohne Begründung aus. Bitte nur „widerspruch“.";

const EXCERPT_LENGTH = 60;

/** What somebody typed, on one line and short; hidden characters shown as a square. */
export function excerpt(typed: string): string {
  const line = typed.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\s]+/gu, " ").trim();
  const letters = [...line];
  return letters.length <= EXCERPT_LENGTH
    ? line
    : `${letters
        .slice(0, EXCERPT_LENGTH - 1)
        .join("")
        .trimEnd()}…`;
}

const proceduralProblems = {
  unknown:
    "Diesen GO-Antrag kenne ich nicht. Möglich sind zum Beispiel Schluss der Debatte, Schluss der Redeliste, Redezeit 2 Minuten, Vertagung, Vertagung der Sitzung, Nichtbefassung, Überweisung an …, Unterbrechung 10 Minuten, geheime oder namentliche Abstimmung.",
  noMinutes: "Für wie lange? Zum Beispiel: „unterbrechung 10 minuten“.",
  noTime: "Wie lange soll die Redezeit sein? Zum Beispiel: „go-antrag redezeit 2 minuten“.",
} as const;

export const proceduralProblemText = (code: keyof typeof proceduralProblems, typed: string): string =>
  code === "unknown" ? `„${excerpt(typed)}“? ${proceduralProblems.unknown}` : proceduralProblems[code];
