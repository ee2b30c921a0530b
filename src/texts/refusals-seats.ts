import { counted, seats } from "./names.ts";
import { type Sentences, said } from "./refusal-text.ts";
import { votingRightSentence } from "./rulings-rights.ts";
import { citationText, inBrackets } from "./rulings-source.ts";

type Code =
  | "SeatNotHeld"
  | "VotingRightGone"
  | "ArrivedLate"
  | "VoterUnchanged"
  | "NoDesignation"
  | "NoProxy"
  | "ProxyForOwnSeat"
  | "NoRepeatMeeting"
  | "NothingDeferred"
  | "RepeatTooEarly"
  | "ConflictIsOwnMatter"
  | "SeatDisagreed";

/** Ablehnungen rund um Sitze, Vollmacht und Wiederholungssitzung. */
export const seatsRefusals: Sentences<Code> = {
  SeatNotHeld: ({ person, seat, seats: held }, names) =>
    said(
      `${names.person(person)} stimmt in dieser Sitzung nicht für ${names.seat(seat)}, sondern für ${seats(names, held)}.`,
      "Eine Vollmacht kann der Träger selbst geben oder die Sitzungsleitung eintragen.",
      "anwesenheit",
    ),
  VotingRightGone: ({ seat, ruling }, names) =>
    said(votingRightSentence(ruling, names.seat(seat)), "Mitreden ist möglich, abstimmen nicht.", "anwesenheit"),
  ArrivedLate: ({ openedAt, citation }, names) =>
    said(
      `Die Abstimmung läuft seit ${names.time(openedAt)}; wer danach kommt, stimmt nicht mehr mit ${inBrackets(citation)}.`,
      "Bei der nächsten Abstimmung zählt Ihre Stimme.",
    ),
  VoterUnchanged: ({ seat, person }, names) =>
    said(`So ist es schon eingetragen: ${names.person(person)} für ${names.seat(seat)}.`, "Es ändert sich nichts."),
  NoDesignation: ({ citation }) =>
    said(
      `Eine Stimmführung wird in diesem Gremium nicht benannt ${inBrackets(citation)}.`,
      "Wer vom Träger da ist, stimmt.",
    ),
  NoProxy: ({ seat }, names) =>
    said(`Für ${names.seat(seat)} gibt es in dieser Sitzung keine Vollmacht.`, "Es ändert sich nichts.", "anwesenheit"),
  ProxyForOwnSeat: ({ person, seat }, names) =>
    said(
      `${names.person(person)} gehört zu ${names.seat(seat)} und braucht dafür keine Vollmacht.`,
      "Anwesend melden genügt.",
      "anwesend",
    ),
  NoRepeatMeeting: ({ citation }) =>
    said(
      `Eine Wiederholungssitzung mit leichterer Beschlussfähigkeit kennt dieses Gremium nicht ${inBrackets(citation)}.`,
      "Eine gewöhnliche Sitzung ist möglich; was zurückgestellt ist, kommt von selbst auf ihre Tagesordnung.",
      "sitzung planen",
    ),
  NothingDeferred: () =>
    said(
      "Es ist nichts wegen Beschlussunfähigkeit zurückgestellt.",
      "Zurückgestellt wird, was eine beschlussunfähige Sitzung nicht entscheiden konnte, sobald sie geschlossen ist.",
      "sitzung planen",
    ),
  SeatDisagreed: ({ seat, citation }, names) =>
    said(
      `Für ${names.seat(seat)} wurde verschieden gestimmt; die Stimme gilt als nicht abgegeben ${inBrackets(citation)}.`,
      "Bei der nächsten Abstimmung zählt sie wieder, wenn alle des Trägers gleich stimmen.",
    ),
  ConflictIsOwnMatter: ({ seat, citation }, names) =>
    said(
      `Ob ${names.seat(seat)} befangen ist, entscheidet der Träger selbst; abgestimmt wird darüber nicht ${inBrackets(citation)}.`,
      "Der Träger kann es mit „befangen“ erklären.",
      "befangen",
    ),
  RepeatTooEarly: ({ afterMinutes, minutes, citation }) =>
    afterMinutes === undefined
      ? said(
          `Am selben Tag ist keine Wiederholungssitzung vorgesehen (${citationText(citation)}).`,
          "Bitte einen späteren Tag nennen.",
        )
      : said(
          `Die Wiederholungssitzung beginnt frühestens ${counted(afterMinutes, "Minute", "Minuten")} nach der ersten Sitzung; vergangen ${minutes === 1 ? "ist 1 Minute" : `sind ${minutes}`} (${citationText(citation)}).`,
          "Bitte noch warten.",
          "sitzung eröffnen",
        ),
};
