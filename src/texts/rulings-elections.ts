import type { DHondtRuling } from "../core/rules/d-hondt.ts";
import type {
  ElectionFailure,
  ElectionNext,
  ElectionRuling,
  ElectionTurning,
  YesNoTally,
} from "../core/rules/election-ruling.ts";
import { counted, joined } from "./names.ts";
import { sourceText } from "./rulings-source.ts";

/** Gives a person's name for a candidate's id. Every sentence uses it in the nominative, so that "Herr" never must become "Herrn". */
export type NameOf = (id: string) => string;

/** Ergebnis eines Wahlgangs, and what comes next: two or three sentences. */
export function electionSentence(ruling: ElectionRuling, nameOf: NameOf): string {
  return [electedText(ruling, nameOf), countsText(ruling, nameOf), baseText(ruling), nextText(ruling.next, nameOf)]
    .filter((text) => text !== "")
    .join(" ");
}

function electedText({ elected, next }: ElectionRuling, nameOf: NameOf): string {
  if (elected.length === 0) return next.kind === "failed" ? "Niemand ist gewählt." : "Noch niemand ist gewählt.";
  return `Gewählt ${elected.length === 1 ? "ist" : "sind"} ${joined(elected.map(nameOf))}.`;
}

function countsText(ruling: ElectionRuling, nameOf: NameOf): string {
  const { standings, validVotes, votesNeeded, abstain, invalid } = ruling;
  if (standings.length === 0) return "";
  const [only] = standings;
  const votes =
    ruling.rule === "election.yesNo" && only !== undefined
      ? `${only.votes} Ja, ${validVotes - only.votes} Nein`
      : (ruling.answers?.map((one) => answersText(one, nameOf)).join("; ") ??
        standings.map((standing) => `${nameOf(standing.id)} ${standing.votes}`).join(", "));
  const aside = [
    ...(abstain > 0 ? [counted(abstain, "Enthaltung", "Enthaltungen")] : []),
    ...(invalid > 0 ? [counted(invalid, "ungültige Stimme", "ungültige Stimmen")] : []),
  ];
  return `${[votes, ...aside].join(", ")}; ${neededText(votesNeeded)} (${sourceText(ruling)}).`;
}

const answersText = ({ id, yes, no, abstain }: YesNoTally, nameOf: NameOf): string =>
  `${nameOf(id)} ${yes} Ja, ${no} Nein, ${counted(abstain, "Enthaltung", "Enthaltungen")}`;

function neededText(votesNeeded: number | undefined): string {
  if (votesNeeded === undefined) return "die meisten Stimmen entscheiden";
  return votesNeeded === 1 ? "nötig ist 1 Stimme" : `nötig sind ${votesNeeded} Stimmen`;
}

/** Grundzahl, and what would have changed it. */
function baseText(ruling: ElectionRuling): string {
  const parts = [basesText(ruling), turningText(ruling.wouldTurn)].filter((text) => text !== "");
  return parts.length === 0 ? "" : `${capital(parts.join("; "))}.`;
}

function basesText({ base, validVotes, presentVoting, members }: ElectionRuling): string {
  switch (base) {
    case "validVotes":
      return `Grundzahl: ${counted(validVotes, "gültige Stimme", "gültige Stimmen")}`;
    case "present":
      return `Grundzahl: ${counted(presentVoting, "anwesende Stimme", "anwesende Stimmen")}`;
    case "members":
      return members === undefined
        ? ""
        : `Grundzahl: ${counted(members, "stimmberechtigter Sitz", "stimmberechtigte Sitze")}`;
    case "none":
      return "";
  }
}

function turningText(turning: ElectionTurning | undefined): string {
  if (turning === undefined) return "";
  const votes = counted(turning.votes, "Stimme", "Stimmen");
  if (turning.kind === "missing") return `es ${turning.votes === 1 ? "fehlte" : "fehlten"} ${votes}`;
  return `${votes} anders abgegeben, und das Ergebnis wäre ein anderes`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function nextText(next: ElectionNext, nameOf: NameOf): string {
  switch (next.kind) {
    case "done":
      return "";
    case "runoff":
      return `In die Stichwahl gehen ${joined(next.candidates.map(nameOf))}${seatsText(next.seats)}.`;
    case "nextBallot": {
      const verb = next.candidates.length === 1 ? "steht" : "stehen";
      return `Es folgt ein weiterer Wahlgang; zur Wahl ${verb} ${joined(next.candidates.map(nameOf))}${seatsText(next.seats)}.`;
    }
    case "lot":
      return lotText(next, nameOf);
    case "failed":
      return `${failureTexts[next.reason]} Neue Vorschläge sind nötig${seatsText(next.seats)}.`;
  }
}

function lotText(next: Extract<ElectionNext, { kind: "lot" }>, nameOf: NameOf): string {
  const tied = `gleichauf sind ${joined(next.candidates.map(nameOf))}`;
  if (next.about === "seat") return `Es entscheidet das Los; ${tied}${seatsText(next.seats)}.`;
  const places = counted(next.seats, "Platz", "Plätze");
  const already = next.alreadyIn.length === 0 ? "" : ` Schon in der Stichwahl: ${joined(next.alreadyIn.map(nameOf))}.`;
  return `Um ${places} in der Stichwahl entscheidet das Los; ${tied}.${already}`;
}

const seatsText = (seats: number): string => (seats === 1 ? "" : ` (${seats} Sitze)`);

const failureTexts: Readonly<Record<ElectionFailure, string>> = {
  notElected: "Die Bewerbung hat nicht die nötige Mehrheit.",
  noMajority: "Niemand hat die nötige Mehrheit, und ein weiterer Schritt ist nicht vorgesehen.",
  noVotes: "Es wurde keine gültige Stimme abgegeben.",
  noCandidates: "Es gibt keine weiteren Bewerbungen.",
  abstained: "Mehr als die Hälfte hat sich enthalten; damit ist niemand gewählt.",
  barred: "So viele Nein-Stimmen schließen eine neue Bewerbung um dieses Amt aus.",
};

/** Sitze nach d'Hondt, and what comes next; `listOf` names the list somebody heads. */
export function dHondtSentence(
  {
    lists,
    elected,
    next,
  }: { readonly lists: DHondtRuling; readonly elected: readonly string[]; readonly next: ElectionNext },
  nameOf: NameOf,
  listOf: NameOf,
): string {
  const seats = lists.lists.map(
    ({ id, votes, seats }) =>
      `${listOf(id)} ${counted(seats, "Sitz", "Sitze")} (${counted(votes, "Stimme", "Stimmen")})`,
  );
  const { nextInLine } = lists;
  const turning =
    nextInLine === undefined
      ? []
      : [
          `${listOf(nextInLine.id)}: Zum letzten Sitz fehlten ${counted(nextInLine.votesMissing, "Stimme", "Stimmen")}.`,
        ];
  return [
    elected.length === 0
      ? "Noch niemand ist gewählt."
      : `Gewählt ${elected.length === 1 ? "ist" : "sind"} ${joined(elected.map(nameOf))}.`,
    `Höchstzahlen nach d’Hondt: ${seats.join(", ")} (${sourceText(lists)}).`,
    ...turning,
    nextText(next, nameOf),
  ]
    .filter((text) => text !== "")
    .join(" ");
}

/** Los, for the minutes: result, between whom, and who watched. */
export function lotSentence(
  drawn: readonly string[],
  candidates: readonly string[],
  witness: string,
  nameOf: NameOf,
): string {
  const inLot = `Im Los waren ${joined(candidates.map(nameOf))}`;
  return `Gezogen: ${joined(drawn.map(nameOf))}. ${inLot}. Zeugnis: ${witness}.`;
}
