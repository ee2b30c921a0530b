import { leastAboveShare, requireCounts } from "./integers.ts";
import { type MajorityRuling, majority, type Tally, type Turning } from "./majority.ts";
import type { Basis } from "./rule-values.ts";
import type { Rules } from "./rules.ts";
import { type Citation, cite, type Derivation, type Setting } from "./setting.ts";
import type { ChairVote } from "./tie.ts";
import { writtenObjection } from "./written-procedure-objection.ts";

export type WrittenCounts = {
  /** All voting seats, the recused among them. */
  readonly votingSeats: number;
  /** Befangene Sitze: neither in the base nor in the roll. */
  readonly recused?: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly invalid?: number;
  /** Seats that object to the procedure. */
  readonly objections?: number;
  /** Seats that said nothing at all; what is left of the others unless told. */
  readonly silent?: number;
  /** Seats the wording reached; all of them unless told. */
  readonly delivered?: number;
  /** How the chair voted, where its vote settles a tie. */
  readonly chair?: ChairVote;
};

/** `void`: the procedure came to nothing, the matter goes to the next meeting. `noResult`: ergebnislos. */
export type WrittenOutcome = "carried" | "rejected" | "noResult" | "void";

export type WrittenReason =
  | "notDeliveredToAll"
  | "objections"
  | "noSeats"
  | "everyoneRecused"
  | "participation"
  | "majorityMissed"
  | "tie"
  | "noVotes"
  | "notAllConsent";

/** What would have turned it round. */
export type WrittenTurning =
  | Turning
  | { readonly kind: "moreDelivered" | "fewerObjections" | "moreParticipants"; readonly votes: number };

export type WrittenRuling = Derivation<"umlauf.result"> & {
  readonly outcome: WrittenOutcome;
  readonly reason?: WrittenReason;
  /** Where the matter is decided, if not here. */
  readonly next?: "nextMeeting";
  readonly counts: Required<Omit<WrittenCounts, "chair">>;
  /** Seats that can vote: all without the recused. */
  readonly entitled: number;
  readonly participants: number;
  /** Fewest participants; 0: no such rule. */
  readonly participantsNeeded: number;
  /** Silent seats were counted as Ja. */
  readonly silenceConsents: boolean;
  /** The arithmetic of the majority, where it came to that. */
  readonly majority?: MajorityRuling;
  readonly wouldTurn?: WrittenTurning;
};

/**
 * Ergebnis eines Umlaufs (GO; § 32 Abs. 2 BGB, § 37 Abs. 1 GemO BW as models), as of the end of its period. In this order: it reached all;
 * nobody stopped the procedure; enough took part; the majority. Silence is no vote unless the rules take it for consent; then a Nein is an
 * objection too, as in the model.
 */
export function writtenResult(rules: Rules, given: WrittenCounts): WrittenRuling {
  const counts = completed(given);
  requireCounts(counts);
  const entitled = Math.max(0, counts.votingSeats - counts.recused);
  const participants = counts.yes + counts.no + counts.abstain + counts.invalid;
  const silenceConsents = rules.umlauf.silence.value === "consent";
  const settled = settle(rules, counts, { entitled, participants, silenceConsents, chair: given.chair });
  const sources = silenceConsents ? [cite("umlauf.silence", rules.umlauf.silence)] : [];
  return {
    rule: "umlauf.result",
    citation: settled.citation,
    alsoFrom: [...settled.sources, ...sources],
    outcome: settled.outcome,
    ...(settled.reason === undefined ? {} : { reason: settled.reason }),
    ...(settled.outcome === "void" || settled.outcome === "noResult" ? { next: "nextMeeting" } : {}),
    counts,
    entitled,
    participants,
    participantsNeeded: participantsNeeded(rules, entitled),
    silenceConsents,
    ...(settled.majority === undefined ? {} : { majority: settled.majority }),
    ...(settled.wouldTurn === undefined ? {} : { wouldTurn: settled.wouldTurn }),
  };
}

type Counts = WrittenRuling["counts"];

function completed(given: WrittenCounts): Counts {
  const { votingSeats, recused = 0, yes, no, abstain, invalid = 0, objections = 0, delivered = votingSeats } = given;
  const spoken = yes + no + abstain + invalid;
  const silent = given.silent ?? Math.max(0, votingSeats - recused - spoken - objections);
  return { votingSeats, recused, yes, no, abstain, invalid, objections, silent, delivered };
}

type Base = {
  readonly entitled: number;
  readonly participants: number;
  readonly silenceConsents: boolean;
  readonly chair: ChairVote | undefined;
};

type Settled = {
  readonly outcome: WrittenOutcome;
  readonly reason?: WrittenReason;
  readonly citation: Citation;
  readonly sources: readonly Citation[];
  readonly majority?: MajorityRuling;
  readonly wouldTurn?: WrittenTurning | undefined;
};

function settle(rules: Rules, counts: Counts, base: Base): Settled {
  return (
    undelivered(rules, counts) ??
    stopped(rules, counts, base) ??
    withoutVoters(rules, counts, base) ??
    tooFew(rules, base) ??
    counted(rules, counts, base)
  );
}

function undelivered(rules: Rules, { votingSeats, delivered }: Counts): Settled | undefined {
  const { requireDeliveryToAll } = rules.umlauf;
  if (!requireDeliveryToAll.value || delivered >= votingSeats) return undefined;
  return {
    outcome: "void",
    reason: "notDeliveredToAll",
    citation: cite("umlauf.requireDeliveryToAll", requireDeliveryToAll),
    sources: [],
    wouldTurn: { kind: "moreDelivered", votes: votingSeats - delivered },
  };
}

function stopped(rules: Rules, { objections, no }: Counts, { entitled, silenceConsents }: Base): Settled | undefined {
  const against = silenceConsents ? Math.max(objections, no) : objections;
  const ruling = writtenObjection(rules, { objections: against, votingSeats: entitled });
  if (ruling.procedure === "ok") return undefined;
  const votes = against - (ruling.needed ?? 1) + 1;
  return {
    outcome: "void",
    reason: "objections",
    citation: ruling.citation,
    sources: [],
    wouldTurn: { kind: "fewerObjections", votes },
  };
}

function withoutVoters(rules: Rules, { votingSeats }: Counts, { entitled }: Base): Settled | undefined {
  if (entitled > 0) return undefined;
  const citation = cite("umlauf.majority", rules.umlauf.majority);
  return { outcome: "noResult", reason: votingSeats === 0 ? "noSeats" : "everyoneRecused", citation, sources: [] };
}

/** Mindestbeteiligung. Where all seats are the base, the majority itself asks for more than half of them. */
function participantsNeeded(rules: Rules, entitled: number): number {
  const { quorum, majority: basis, silence } = rules.umlauf;
  if (silence.value === "consent") return 0;
  const isOfAll = basis.value === "allEntitled" || basis.value === "allConsent" || basis.value === "members";
  const half = quorum.value.moreThanHalf && !isOfAll ? leastAboveShare({ num: 1, den: 2 }, entitled) : 0;
  return Math.max(half, quorum.value.min ?? 0);
}

function tooFew(rules: Rules, { entitled, participants }: Base): Settled | undefined {
  const needed = participantsNeeded(rules, entitled);
  if (participants >= needed) return undefined;
  return {
    outcome: "noResult",
    reason: "participation",
    citation: cite("umlauf.quorum", rules.umlauf.quorum),
    sources: [],
    wouldTurn: { kind: "moreParticipants", votes: needed - participants },
  };
}

function counted(rules: Rules, counts: Counts, base: Base): Settled {
  const { majority: basis, quorum } = rules.umlauf;
  const yes = counts.yes + (base.silenceConsents ? counts.silent : 0);
  if (basis.value === "allConsent") return byAll(rules, yes, base);
  const { no, abstain, invalid } = counts;
  const present = base.participants + (base.silenceConsents ? counts.silent : 0);
  const tally: Tally = { yes, no, abstain, invalid, present, members: base.entitled };
  const ruling = majority(
    rulesOfMajority(rules),
    tally,
    "motion",
    base.chair === undefined ? {} : { chair: base.chair },
  );
  const citation = ownCitation(ruling.citation);
  const sources = ruling.alsoFrom.map(ownCitation);
  const quorumSource = participantsNeeded(rules, base.entitled) > 0 ? [cite("umlauf.quorum", quorum)] : [];
  return {
    ...outcomeOf(ruling),
    citation,
    sources: [...sources, ...quorumSource],
    majority: ruling,
    wouldTurn: ruling.wouldTurn,
  };
}

/** A tie that would be voted on again leaves it to the next meeting; one that a silent chair should settle is no majority. */
function outcomeOf({ outcome, reason }: MajorityRuling): Pick<Settled, "outcome" | "reason"> {
  if (outcome === "carried") return { outcome };
  if (outcome === "repeat" || outcome === "reopenDebate") return { outcome: "noResult", reason: "tie" };
  const why = reason === "tie" || reason === "noVotes" ? reason : "majorityMissed";
  return { outcome: "rejected", reason: why };
}

/** Zustimmung aller: every seat says Ja. */
function byAll(rules: Rules, yes: number, { entitled }: Base): Settled {
  const citation = cite("umlauf.majority", rules.umlauf.majority);
  if (yes >= entitled)
    return { outcome: "carried", citation, sources: [], wouldTurn: { kind: "fewerYes", votes: yes - entitled + 1 } };
  const wouldTurn: WrittenTurning = { kind: "moreYes", votes: entitled - yes };
  return { outcome: "rejected", reason: "notAllConsent", citation, sources: [], wouldTurn };
}

/** The ordinary majority, measured by what the rules of the Umlauf name; participation and abstentions have rules of their own there. */
function rulesOfMajority(rules: Rules): Rules {
  const { minParticipation, abstainMajority } = rules.majority;
  const basis: Setting<Basis> = { ...rules.umlauf.majority, value: basisOf(rules.umlauf.majority.value) };
  return {
    ...rules,
    majority: {
      ...rules.majority,
      basis,
      minParticipation: { ...minParticipation, value: "none" },
      abstainMajority: { ...abstainMajority, value: "none" },
    },
  };
}

/** Of those "present" an Umlauf knows those who take part. */
function basisOf(value: Rules["umlauf"]["majority"]["value"]): Basis {
  return value === "allEntitled" || value === "allConsent" ? "members" : value;
}

const ownCitation = (citation: Citation): Citation =>
  citation.setting === "majority.basis" ? { ...citation, setting: "umlauf.majority" } : citation;
