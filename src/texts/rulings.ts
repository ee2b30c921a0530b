import type { ConsensusRuling } from "../core/rules/consensus.ts";
import type { MajorityRuling, Tally, Turning } from "../core/rules/majority.ts";
import type { MajorityRequirement } from "../core/rules/majority-requirement.ts";
import type { SettledOutcome } from "../core/rules/outcome-is-settled.ts";
import type { QuorumReason, QuorumRuling } from "../core/rules/quorum.ts";
import type { MeetingQuorumRuling } from "../core/rules/quorum-in-meeting.ts";
import type { Basis, Fraction } from "../core/rules/rule-values.ts";
import { counted } from "./names.ts";
import { sourceText } from "./rulings-source.ts";

/** "nicht beschlussfähig (8 von 17 Stimmen anwesend, nötig sind 9; § 5 Abs. 1 GO)": to be built into a sentence. */
export function quorumPhrase(ruling: QuorumRuling): string {
  const head = ruling.quorate ? "beschlussfähig" : "nicht beschlussfähig";
  const present = `${ruling.present} von ${counted(ruling.base, "Stimme", "Stimmen")} anwesend`;
  return `${head} (${reasonOf(ruling)}${present}${neededOf(ruling)}; ${sourceText(ruling)})`;
}

/** "Zugesagt: 7 von 17 Stimmen, nötig 9 (§ 5 Abs. 1 GO)": what the answers let expect; without a full stop. */
export function expectedQuorum(ruling: QuorumRuling): string {
  const accepted = `${ruling.present} von ${counted(ruling.base, "Stimme", "Stimmen")}`;
  return `Zugesagt: ${reasonOf(ruling)}${accepted}, nötig ${ruling.needed} (${sourceText(ruling)})`;
}

/** "Nicht beschlussfähig: 8 Stimmen, nötig sind 9 (§ 5 Abs. 1 GO).": beside the numbers of those present. */
export function quorumInShort(ruling: QuorumRuling): string {
  const head = ruling.quorate ? "Beschlussfähig" : "Nicht beschlussfähig";
  const present = counted(ruling.present, "Stimme", "Stimmen");
  return `${head}: ${reasonOf(ruling)}${present}${neededOf(ruling)} (${sourceText(ruling)}).`;
}

function neededOf({ recused, needed }: QuorumRuling): string {
  const aside = recused > 0 ? `, ${recused} befangen` : "";
  return `${aside}, ${needed === 1 ? "nötig ist 1" : `nötig sind ${needed}`}`;
}

function reasonOf({ reason, overweight }: QuorumRuling): string {
  if (reason !== "maxShare") return reason === undefined ? "" : reasonTexts[reason];
  if (overweight === undefined) return "die Zusammensetzung lässt es nicht zu; ";
  return `zu viele mit dem Merkmal „${overweight.value}“: ${overweight.count} von ${overweight.of}; `;
}

const reasonTexts: Readonly<Record<Exclude<QuorumReason, "maxShare">, string>> = {
  tooFew: "",
  noSeats: "es gibt keinen Sitz mit Stimmrecht; ",
  everyoneRecused: "alle Sitze sind befangen; ",
  callDefect: "die Ladung hat einen Mangel; ",
};

/** Beschlussfähigkeit as the chair would read it out; during a meeting with the presumption. */
export function quorumSentence(ruling: QuorumRuling | MeetingQuorumRuling): string {
  if ("by" in ruling && ruling.by === "presumption") {
    const present = `${ruling.present} von ${counted(ruling.base, "Stimme", "Stimmen")} anwesend, nötig wären ${ruling.needed}`;
    return `Die AG gilt weiter als beschlussfähig (${present}), bis jemand die Feststellung verlangt (${sourceText(ruling)}).`;
  }
  const cured = ruling.isCured ? " Der Ladungsfehler ist durch rügelose Teilnahme geheilt." : "";
  return `Die AG ist ${quorumPhrase(ruling)}.${cured}`;
}

/** "Angenommen: 12 Ja, 4 Nein, 1 Enthaltung. Einfache Mehrheit …: 12 > 4 (§ 6 Abs. 2 GO)." */
export function majoritySentence(ruling: MajorityRuling): string {
  const head = `${headOf(ruling)}: ${tallyText(ruling.tally)}.`;
  return `${head} ${explanationOf(ruling)} (${sourceText(ruling)}).`;
}

/** "12 Ja, 4 Nein, 1 Enthaltung"; invalid votes only where there are any. */
export function tallyText({ yes, no, abstain, invalid }: Pick<Tally, "yes" | "no" | "abstain" | "invalid">): string {
  const parts = [`${yes} Ja`, `${no} Nein`, counted(abstain, "Enthaltung", "Enthaltungen")];
  if (invalid > 0) parts.push(counted(invalid, "ungültige Stimme", "ungültige Stimmen"));
  return parts.join(", ");
}

/** For the minutes: "einstimmig bei 2 Enthaltungen", "mehrheitlich (9 Ja, 8 Nein, 0 Enthaltungen)", "abgelehnt (…)". */
export function resultLabel({ outcome, tally }: Pick<MajorityRuling, "outcome" | "tally">): string {
  if (outcome === "noResult") return `ergebnislos (${tallyText(tally)})`;
  if (outcome === "rejected") return `abgelehnt (${tallyText(tally)})`;
  if (outcome !== "carried") return `noch offen (${tallyText(tally)})`;
  if (tally.no > 0) return `mehrheitlich (${tallyText(tally)})`;
  const aside = [
    ...(tally.abstain > 0 ? [counted(tally.abstain, "Enthaltung", "Enthaltungen")] : []),
    ...(tally.invalid > 0 ? [counted(tally.invalid, "ungültigen Stimme", "ungültigen Stimmen")] : []),
  ];
  return aside.length === 0 ? "einstimmig" : `einstimmig bei ${aside.join(" und ")}`;
}

/** What would have turned it round: "Mit 2 Ja-Stimmen mehr wäre angenommen." */
export function turningSentence({ outcome, wouldTurn }: Pick<MajorityRuling, "outcome" | "wouldTurn">): string {
  if (wouldTurn === undefined) return "";
  return `Mit ${turningText(wouldTurn)} wäre ${outcome === "carried" ? "nicht angenommen" : "angenommen"}.`;
}

function turningText({ kind, votes }: Turning): string {
  switch (kind) {
    case "moreYes":
      return `${counted(votes, "Ja-Stimme", "Ja-Stimmen")} mehr`;
    case "moreNo":
      return `${counted(votes, "Nein-Stimme", "Nein-Stimmen")} mehr`;
    case "fewerYes":
      return `${counted(votes, "Ja-Stimme", "Ja-Stimmen")} weniger`;
    case "fewerNo":
      return `${counted(votes, "Gegenstimme", "Gegenstimmen")} weniger`;
  }
}

export function settledSentence(settled: SettledOutcome): string {
  if (settled === "open") return "Das Ergebnis steht noch nicht fest.";
  const result = settled === "carried" ? "angenommen" : "nicht angenommen";
  return `Das Ergebnis steht fest (${result}); die noch offenen Stimmen ändern daran nichts.`;
}

export function consensusSentence(ruling: ConsensusRuling): string {
  if (ruling.outcome === "consensus") return `Einvernehmlich, niemand widerspricht (${sourceText(ruling)}).`;
  const next = ruling.next === "vote" ? "Es wird nach Sitzen abgestimmt" : "Der Punkt wird vertagt";
  return `Kein Konsens: ${counted(ruling.objections, "Widerspruch", "Widersprüche")}. ${next} (${sourceText(ruling)}).`;
}

function headOf({ outcome, reason, decidedBy }: MajorityRuling): string {
  switch (outcome) {
    case "carried":
      return decidedBy === "chair" ? "Angenommen mit der Stimme des Vorsitzes" : "Angenommen";
    case "rejected":
      if (decidedBy === "chair") return "Abgelehnt mit der Stimme des Vorsitzes";
      return reason === "tie" ? "Abgelehnt bei Stimmengleichheit" : "Abgelehnt";
    case "noResult":
      return "Ergebnislos";
    case "chairDecides":
      return "Stimmengleichheit";
    case "repeat":
    case "reopenDebate":
      return reason === "tie" ? "Stimmengleichheit" : "Die Enthaltungen überwiegen";
  }
}

/** Which majority, and its arithmetic: "Einfache Mehrheit der abgegebenen Stimmen: 12 > 4". */
export function explanationOf(ruling: MajorityRuling): string {
  const { outcome, reason, tally } = ruling;
  if (outcome === "chairDecides") return "Es entscheidet die Stimme des Vorsitzes";
  if (outcome === "repeat") return "Die Abstimmung wird wiederholt";
  if (outcome === "reopenDebate") return "Die Aussprache wird wieder eröffnet, danach wird neu abgestimmt";
  if (reason === "participation") {
    const cast = `${ruling.validCast} von ${counted(tally.present, "anwesenden Stimme", "anwesenden Stimmen")}`;
    return `Abgestimmt haben ${cast}, nötig ist mehr als die Hälfte`;
  }
  if (reason === "abstentions") return "Die Enthaltungen überwiegen auch in der Wiederholung";
  if (reason === "noVotes") return "Ohne eine Ja-Stimme kommt kein Beschluss zustande";
  return `${requirementText(ruling)}: ${comparisonText(ruling)}`;
}

/** "zwei Drittel der anwesenden Stimmen", "mehr Ja als Nein": what a vote needs, before it is held. */
export function requirementPhrase({ kind, basis, share, strict }: MajorityRequirement): string {
  if (kind === "unanimity") return `Einstimmigkeit ${basisTexts[basis]}`;
  if (kind === "simple" && isOfVotes(basis)) return `die einfache Mehrheit ${basisTexts[basis]}`;
  return `${strict ? "mehr als " : ""}${shareText(share)} ${basisTexts[basis]}`;
}

function requirementText(ruling: MajorityRuling): string {
  const { basis, share, tally } = ruling;
  const abstentions = tally.abstain > 0 ? abstentionText(ruling) : "";
  if (ruling.rule === "majority.simple" && isOfVotes(basis))
    return `Einfache Mehrheit ${basisTexts[basis]}${abstentions}`;
  const needed = `nötig ${ruling.votesNeeded === 1 ? "ist" : "sind"} ${ruling.votesNeeded} von ${ruling.base}`;
  if (ruling.rule === "majority.unanimity") return `Einstimmigkeit ${basisTexts[basis]}${abstentions}, ${needed}`;
  const more = ruling.comparison.relation === ">" ? "Mehr als " : "";
  return `${capitalized(`${more}${shareText(share)}`)} ${basisTexts[basis]}${abstentions}, ${needed}`;
}

const basisTexts: Readonly<Record<Basis, string>> = {
  cast: "der abgegebenen Stimmen",
  castInclAbstain: "der abgegebenen Stimmen",
  present: "der anwesenden Stimmen",
  members: "aller Stimmen",
};

function abstentionText({ basis, abstain }: MajorityRuling): string {
  if (basis === "castInclAbstain" || (basis === "cast" && abstain === "asNo")) return ", Enthaltungen zählen wie Nein";
  if (basis === "cast") return ", Enthaltungen zählen nicht";
  if (basis === "present" && abstain === "leavesBase") return " ohne Enthaltungen";
  return ", Enthaltungen wirken wie Nein";
}

/** Of votes against votes "12 > 4"; of a share "10 ≥ 10". What does not hold is written the other way round. */
function comparisonText(ruling: MajorityRuling): string {
  const { tally, votesNeeded, base } = ruling;
  if (ruling.rule === "majority.simple" && isOfVotes(ruling.basis)) {
    const against = base - tally.yes;
    return `${tally.yes} ${signOf(tally.yes, against)} ${against}`;
  }
  return `${tally.yes} ${tally.yes >= votesNeeded ? "≥" : "<"} ${votesNeeded}`;
}

function signOf(left: number, right: number): string {
  if (left === right) return "=";
  return left > right ? ">" : "<";
}

function shareText({ num, den }: Fraction): string {
  return shareNames[`${num}/${den}`] ?? `${num}/${den}`;
}

const shareNames: Readonly<Record<string, string>> = {
  "1/2": "die Hälfte",
  "1/3": "ein Drittel",
  "1/4": "ein Viertel",
  "2/3": "zwei Drittel",
  "3/4": "drei Viertel",
};

const isOfVotes = (basis: Basis): boolean => basis === "cast" || basis === "castInclAbstain";
const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
