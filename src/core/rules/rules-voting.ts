import type { Basis, Demand, ElectionStep, Fraction, Period } from "./rule-values.ts";
import type { Setting } from "./setting.ts";

/** Mehrheiten (rules.md 1.10). */
export type MajorityRules = {
  readonly firstTry: Setting<"consensus" | "vote">;
  readonly kind: Setting<"simple" | "fraction" | "unanimity" | "consensus">;
  /** Only for kind `fraction`. */
  readonly threshold: Setting<Fraction & { readonly strict: boolean }>;
  readonly basis: Setting<Basis>;
  /** `ignore`: no vote (the number present stays what it is); `asNo`: counts like Nein; `leavesBase`: taken out of those present. */
  readonly abstain: Setting<"ignore" | "asNo" | "leavesBase">;
  readonly invalid: Setting<"ignore" | "asNo">;
  readonly tie: Setting<"rejected" | "chairCasting" | "chairDoubleOnRepeat" | "repeatOnce">;
  readonly minParticipation: Setting<"none" | "moreThanHalfPresent">;
  readonly abstainMajority: Setting<"none" | "repeatOnceThenReject" | "reopenOnMotion">;
  readonly consensusFallback: Setting<"vote" | "adjourn">;
};

/** Abstimmungsarten (rules.md 1.9). */
export type VoteRules = {
  readonly mode: Setting<"open" | "secret">;
  readonly secretThreshold: Setting<Demand>;
  readonly secretBeatsRoll: Setting<boolean>;
  readonly rollCall: Setting<Demand>;
  /** Procedural questions on which no roll call may be demanded; "alle" excludes every one. */
  readonly rollCallNotFor: Setting<readonly string[]>;
  readonly change: Setting<"untilClose" | "never">;
  /** Who arrives after the ballot was opened. */
  readonly lateArrival: Setting<"counted" | "notCounted">;
  /** Wiederholung on reasoned doubt right after the result. */
  readonly repeatOnDoubt: Setting<boolean>;
};

/** Stimmzettel (rules.md 1.10, § 40 GemO RLP as model). */
export type BallotPaperRules = {
  readonly blank: Setting<"abstain" | "invalid">;
  readonly addition: Setting<"invalid" | "ignored">;
};

/** Wahlen (rules.md 1.11). */
export type ElectionRules = {
  /** `secret`: always; `open`: open unless demanded otherwise. */
  readonly mode: Setting<"open" | "secret">;
  readonly singleCandidateOpen: Setting<boolean>;
  readonly singleCandidate: Setting<"yesNo">;
  readonly secretOnDemandOf: Setting<number>;
  readonly sequence: Setting<readonly ElectionStep[]>;
  /**
   * `absoluteMembersThenRelative`: first ballot majority of all voting seats, from the second on most votes. `twoThirdsMembersThenCast`:
   * first two thirds of all voting seats, then the majority of the votes cast.
   */
  readonly majority: Setting<
    | "absoluteCast"
    | "absolutePresent"
    | "absoluteMembers"
    | "absoluteMembersThenRelative"
    | "twoThirdsMembersThenCast"
    | "relative"
  >;
  /** Several equal seats: most votes, each candidate by Ja and Nein in the order of Ja votes, or d'Hondt over lists. */
  readonly multi: Setting<"listPlurality" | "yesNoRanked" | "dHondt" | "dHondtUnlessUnanimous">;
  readonly minShare: Setting<"none" | "halfPresent" | "thirdPresent">;
  /** Fewest Ja votes of somebody elected, beside all else; 0: no such rule. */
  readonly minYes: Setting<number>;
  /** Gleichstand um die letzten Sitze, with several equal seats. */
  readonly tie: Setting<"runoffThenLot" | "repeatThenLot" | "lot">;
  /** Mehrere gemeinsam wählen. */
  readonly enBloc: Setting<"ifNoObjection" | "never">;
  readonly acceptance: Setting<{ readonly within: Period; readonly silence: "declined" | "accepted" }>;
  /** Wer gewählt werden darf. */
  readonly eligible: Setting<"everyone" | "voting" | "votingFreeCarriers">;
  /** More than this share of Nein bars from standing again; `null`: no such rule. */
  readonly excludeIfNoShareAbove: Setting<Fraction | null>;
  readonly failIfAbstainAboveHalf: Setting<boolean>;
  /** Wahlanfechtung: how long after the result. */
  readonly contestWithin: Setting<Period>;
  /** How long the ballot papers are kept. */
  readonly keepBallots: Setting<Period>;
};

/** Umlaufverfahren (rules.md 1.9). */
export type WrittenProcedureRules = {
  readonly allowed: Setting<boolean>;
  /** When it may be used at all. */
  readonly admission: Setting<"always" | "urgent" | "simpleMatter" | "chair" | "authorized">;
  readonly minDays: Setting<number>;
  readonly maxDays: Setting<number | null>;
  /** Muss or Soll of the limits above. */
  readonly binding: Setting<"must" | "should">;
  readonly shift: Setting<"bgb193" | "fixedDay">;
  readonly objection: Setting<Demand>;
  /** `allEntitled`: majority of all voting seats; `allConsent`: every voting seat says Ja. */
  readonly majority: Setting<Basis | "allEntitled" | "allConsent">;
  /** `min`: so many seats must take part at least. */
  readonly quorum: Setting<{ readonly moreThanHalf: boolean; readonly min?: number | undefined }>;
  readonly silence: Setting<"none" | "consent">;
  readonly earlyClose: Setting<boolean>;
  readonly excluded: Setting<readonly string[]>;
  readonly announce: Setting<readonly ("immediatelyText" | "nextMeeting")[]>;
  readonly requireDeliveryToAll: Setting<boolean>;
  /** The member's vote, if in time, takes the place of the substitute's. */
  readonly memberReplacesSubstitute: Setting<boolean>;
};

/** Befangenheit (rules.md 1.12). */
export type ConflictOfInterestRules = {
  readonly enabled: Setting<boolean>;
  /** `legalTransaction`: only on a transaction or lawsuit with the member (§ 34 BGB); `directInterest`: direct gain or loss. */
  readonly scope: Setting<"directInterest" | "legalTransaction">;
  readonly decidedBy: Setting<"body" | "self">;
  readonly mustLeave: Setting<boolean>;
  readonly notForElections: Setting<boolean>;
  /** A resolution in which an excluded person took part is void only if that vote could have decided. */
  readonly invalidIfDecisive: Setting<boolean>;
};

/** Protokoll (rules.md 1.14). */
export type MinutesRules = {
  readonly kind: Setting<"ergebnis" | "beschluss" | "verlauf">;
  /** Pflichtangaben. */
  readonly required: Setting<readonly string[]>;
  readonly draftWithin: Setting<Period>;
  readonly objectionWithin: Setting<Period>;
  readonly objectionNeedsReason: Setting<boolean>;
  readonly approval: Setting<"nextMeeting" | "objectionsOnly" | "silence" | "signature">;
  readonly sign: Setting<readonly string[]>;
  readonly distribution: Setting<readonly string[]>;
};
