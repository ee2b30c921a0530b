import type { LocalDate } from "../core/kernel/local-date.ts";
import type { DemandRule, DemandRuling } from "../core/rules/demands.ts";
import type { SeatVoterReason, SeatVoterRuling } from "../core/rules/seat-vote.ts";
import type { SpeakingTimeRuling, TurnRuling, WarningRuling } from "../core/rules/speakers.ts";
import type { VotingRightRuling } from "../core/rules/voting-right.ts";
import { numericDate } from "./dates.ts";
import { counted } from "./names.ts";
import { sourceText } from "./rulings-source.ts";

const demanded: Readonly<Record<DemandRule, string>> = {
  "vote.secret": "geheime Abstimmung",
  "election.secret": "geheime Wahl",
  "vote.rollCall": "namentliche Abstimmung",
};

const demandRefusals: Readonly<Record<"notProvided" | "secretGoesFirst" | "procedure", string>> = {
  notProvided: "sie ist nicht vorgesehen",
  secretGoesFirst: "die geheime Abstimmung geht vor",
  procedure: "über Verfahrensfragen wird nicht namentlich abgestimmt",
};

/** Verlangen nach geheimer oder namentlicher Abstimmung. */
export function demandSentence(ruling: DemandRuling<DemandRule>): string {
  const what = demanded[ruling.rule];
  const source = sourceText(ruling);
  if (ruling.isGranted) {
    return `Es gibt eine ${what}: verlangt von ${ruling.demands}, nötig ${areNeeded(ruling.needed ?? 1)} (${source}).`;
  }
  if (ruling.reason === undefined || ruling.reason === "tooFew") {
    return `Noch keine ${what}: verlangt von ${ruling.demands}, nötig ${areNeeded(ruling.needed ?? 1)} (${source}).`;
  }
  return `Keine ${what}: ${demandRefusals[ruling.reason]} (${source}).`;
}

const areNeeded = (needed: number): string => (needed === 1 ? "ist 1" : `sind ${needed}`);

type SeatTexts = { readonly seat: string; readonly nameOf: (person: string) => string };

/** Why a vote for a seat does not count; empty if it does. Never what was voted. */
export function seatVoterSentence(ruling: SeatVoterRuling, { seat, nameOf }: SeatTexts): string {
  if (ruling.reason === undefined) return "";
  const votedBy = ruling.votedBy === undefined ? "eine andere Person" : nameOf(ruling.votedBy);
  const designated = ruling.designated === undefined ? "eine andere Person" : nameOf(ruling.designated);
  const sentences: Readonly<Record<SeatVoterReason, string>> = {
    noSubstitution: `Eine Stellvertretung ist nicht vorgesehen; für ${seat} stimmt die entsandte Person`,
    noPowerOfAttorney: "Eine Übertragung der Stimme ist nicht vorgesehen",
    tooManyVotes: "Mehr Stimmen darf eine Person nicht auf sich vereinen",
    chairHasNoVote: `Im Vorsitz ruht Ihr Stimmrecht; für ${seat} stimmt eine andere Person`,
    otherDesignated: `Für ${seat} stimmt ${designated}`,
    memberIsHere: `Für ${seat} stimmt ${ruling.memberHere === undefined ? "das Mitglied selbst" : nameOf(ruling.memberHere)}, solange das Mitglied da ist; die Stellvertretung stimmt, wenn es fehlt`,
    seatHasVoted: `Für ${seat} hat schon ${votedBy} abgestimmt; die erste Stimme zählt`,
    noChange: `Für ${seat} haben Sie schon abgestimmt; eine Änderung ist nicht vorgesehen`,
  };
  return `${sentences[ruling.reason]} (${sourceText(ruling)}).`;
}

/** Why a seat has no vote on a day; empty if it has. */
export function votingRightSentence(ruling: VotingRightRuling, seat: string): string {
  if (ruling.reason === undefined) return "";
  const until = ruling.until === undefined ? "" : ` am ${numericDate(ruling.until as LocalDate)}`;
  const sentences: Readonly<Record<NonNullable<VotingRightRuling["reason"]>, string>> = {
    contractEnded: `${seat} ist nicht mehr Mitglied: Der Leistungsvertrag endete${until}`,
    membershipEnded: `${seat} ist nicht mehr Mitglied: Die Mitgliedschaft endete${until}`,
    suspended: `Das Stimmrecht von ${seat} ruht; der Träger ist beratend dabei und zählt nicht für die Beschlussfähigkeit`,
  };
  return `${sentences[ruling.reason]} (${sourceText(ruling)}).`;
}

export function turnSentence(ruling: TurnRuling): string {
  if (ruling.isAdmitted || ruling.maxTurns === null) return "";
  const most = counted(ruling.maxTurns, "Mal", "Mal");
  return `Zu diesem Punkt haben Sie schon ${ruling.turnsSoFar} Mal gesprochen; vorgesehen sind höchstens ${most} (${sourceText(ruling)}).`;
}

export function speakingTimeSentence(ruling: SpeakingTimeRuling): string {
  if (ruling.seconds === null) return `Die Redezeit ist nicht begrenzt (${sourceText(ruling)}).`;
  const limit = durationText(ruling.seconds);
  if (ruling.isOver) return `Die Redezeit von ${limit} ist abgelaufen (${sourceText(ruling)}).`;
  return `Redezeit ${limit}, es bleiben ${durationText(ruling.secondsLeft ?? 0)} (${sourceText(ruling)}).`;
}

/** "Redezeit 3 Minuten (GO schweigt, Standardregel)." */
export const speakingTimeOf = (ruling: SpeakingTimeRuling): string =>
  `Redezeit ${durationText(ruling.seconds ?? 0)} (${sourceText(ruling)}).`;

/** Ermahnung, and what the next one would mean. */
export function speakerWarned(person: string, reason: string | undefined, ruling: WarningRuling): string {
  const why = reason === undefined ? "" : `: ${reason}`;
  const left = ruling.warnings - ruling.warned;
  const next =
    left > 0
      ? `Nach ${counted(left, "weiteren Ermahnung", "weiteren Ermahnungen")} kann das Wort entzogen werden`
      : "Das Wort kann jetzt entzogen werden";
  return `${person} ist ermahnt (${ruling.warned}. Ermahnung)${why}${why === "" || !/[.!?]$/.test(why) ? "." : ""} ${next} (${sourceText(ruling)}).`;
}

export const wordWithdrawn = (person: string, ruling: WarningRuling): string =>
  `${person} ist nach ${counted(ruling.warned, "Ermahnung", "Ermahnungen")} das Wort entzogen, für diesen Punkt (${sourceText(ruling)}). Dagegen kann das Gremium angerufen werden: „anfechten: …“.`;

/** Why the word may not be withdrawn yet. */
export const warningsFirst = (person: string, ruling: WarningRuling): string =>
  `${person} ist erst ${ruling.warned} Mal ermahnt; vor der Wortentziehung ${ruling.warnings === 1 ? "steht 1 Ermahnung" : `stehen ${ruling.warnings} Ermahnungen`} (${sourceText(ruling)}).`;

/** "3 Minuten", "1 Minute 30 Sekunden", "45 Sekunden". */
function durationText(seconds: number): string {
  const rest = seconds % 60;
  const minutes = (seconds - rest) / 60;
  const parts = [
    ...(minutes > 0 ? [counted(minutes, "Minute", "Minuten")] : []),
    ...(rest > 0 || minutes === 0 ? [counted(rest, "Sekunde", "Sekunden")] : []),
  ];
  return parts.join(" ");
}
