import type { Setting } from "./setting.ts";

/** What a share is a share of: votes cast (Ja and Nein), those with abstentions, voting seats present, or all voting seats. */
export type Basis = "cast" | "castInclAbstain" | "present" | "members";

/** Bruchteil: `num` of `den`, both integers, 0 < num ≤ den. */
export type Fraction = { readonly num: number; readonly den: number };

/** Schwelle einer qualifizierten Mehrheit. Met at exactly `num/den` unless `strict`. */
export type Threshold =
  | (Fraction & { readonly kind?: "fraction"; readonly basis: Basis; readonly strict?: boolean })
  | { readonly kind: "unanimity"; readonly basis: Basis };

/** Verlangen: so many seats, or such a share of the voting seats present (rounded up). */
export type Demand =
  | { readonly kind: "count"; readonly n: number }
  | (Fraction & { readonly kind: "fraction" })
  /** Nobody may demand it. */
  | { readonly kind: "never" };

/** Dauer nach ISO 8601 in whole calendar units: "P14D", "P3W", "P2Y". */
export type Period = string;

export type DayCount = "clear" | "nthDayBefore";

/** Schritte einer Wahl, in order: every ballot with all candidates, the run-off of the best two, the lot. */
export type ElectionStep = "ballot" | "runoff2" | "lot";

/** Mitgliedschaft, Stimmrecht, Stellvertretung. */
type MembershipRules = {
  readonly votingUnit: Setting<"seat" | "person">;
  readonly publicCarrierSeats: Setting<number>;
  /** Several people of one seat vote: the one designated counts, the first one counts, or unequal votes are invalid. */
  readonly splitVote: Setting<"designated" | "firstCounts" | "invalid">;
  /** Vertretung: none, by the named deputy, or also one written power of attorney from another seat for one meeting. */
  readonly proxy: Setting<"none" | "namedDeputy" | "poa1">;
  readonly maxVotesPerPerson: Setting<number>;
  readonly advisory: Setting<{ readonly speak: boolean; readonly move: boolean }>;
  readonly guest: Setting<{ readonly speak: "always" | "chair" | "never" }>;
};

/** Ämter und Geschäftsführung. */
type OfficeRules = {
  readonly chair: {
    readonly title: Setting<string>;
    readonly term: Setting<Period>;
    readonly holdOver: Setting<boolean>;
    readonly shared: Setting<boolean>;
    readonly chairKeepsSeatVote: Setting<boolean>;
  };
  readonly management: Setting<string>;
};

/** Ladung. */
type InviteRules = {
  readonly n: Setting<number>;
  readonly unit: Setting<"calendarDay">;
  readonly count: Setting<DayCount>;
  readonly start: Setting<"zugang" | "absendung">;
  readonly shift: Setting<"none" | "earlier">;
  readonly required: Setting<readonly string[]>;
  readonly urgent: Setting<{ readonly allowed: boolean; readonly reasonRequired: boolean }>;
  readonly cureByParticipation: Setting<boolean>;
  readonly objectionUntil: Setting<"beforeFirstItem" | "endOfMeeting">;
};

/** Tagesordnung. */
type AgendaRules = {
  readonly proposals: Setting<{ readonly n: number; readonly count: DayCount }>;
  readonly urgentThreshold: Setting<Threshold>;
  readonly unannounced: Setting<"debateOnly" | "refuse" | "allowed">;
  readonly public: Setting<boolean>;
};

type PlanningRules = { readonly minPerYear: Setting<number>; readonly beforeJHA: Setting<Period> };

/** Beschlussfähigkeit. */
type QuorumRules = {
  readonly kind: Setting<"moreThanHalf" | "atLeastHalf" | "fraction" | "fixed" | "none">;
  readonly basis: Setting<"votingSeats">;
  /** Only for kind `fraction`. */
  readonly fraction: Setting<Fraction>;
  /** Only for kind `fixed`: number of voting seats. */
  readonly fixed: Setting<number>;
  /** At least so many, beside the share. With kinds `fixed` and `none` it counts only if the GO itself sets it. */
  readonly min: Setting<number>;
  readonly allInvitedRequired: Setting<boolean>;
  /** Gilt als beschlussfähig, bis auf Antrag das Gegenteil festgestellt ist. */
  readonly presumption: Setting<boolean>;
  /** Below this the chair acts without a motion, in spite of the presumption. */
  readonly exOfficioFloor: Setting<Fraction & { readonly min: number }>;
  readonly afterLoss: Setting<"deliberateOnly" | "closeAndReinvite">;
  readonly repeat: Setting<{
    readonly enabled: boolean;
    readonly noticeRequired: boolean;
    readonly sameItemsOnly: boolean;
    readonly min: number;
  }>;
  readonly excludedReduceBase: Setting<boolean>;
  /** If more than half of all seats are excluded, this share of all seats is enough; `null`: no such rule. */
  readonly massExclusionFraction: Setting<Fraction | null>;
  readonly remoteCounts: Setting<boolean>;
};

/** Mehrheiten. */
type MajorityRules = {
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

/** Abstimmungsarten. */
type VoteRules = {
  readonly mode: Setting<"open" | "secret">;
  readonly secretThreshold: Setting<Demand>;
  readonly secretBeatsRoll: Setting<boolean>;
  readonly rollCall: Setting<Demand>;
  /** Whether procedural motions may be voted by roll call. */
  readonly rollCallOnProcedure: Setting<boolean>;
  readonly change: Setting<"untilClose" | "never">;
};

type MotionOrderRules = {
  readonly rule: Setting<"farthestFirst" | "submissionOrder">;
  readonly setBy: Setting<"chair">;
  readonly fallback: Setting<"submissionOrder">;
};

/** Geschäftsordnungsanträge. */
type ProceduralMotionRules = {
  readonly noOpposition: Setting<"accepted" | "vote">;
  readonly formalOpposition: Setting<boolean>;
  readonly majority: Setting<Basis>;
  readonly precedence: Setting<readonly ("schluss" | "vertagung" | "uebrige")[] | "byTime">;
  readonly closeDebate: Setting<{ readonly notBySpeaker: boolean }>;
  readonly closeList: Setting<{ readonly lastCall: boolean }>;
};

/** Redeliste. */
export type SpeakersMode = "requestOrder" | "firstTimersFirst" | "alternatingGroups" | "proAndContra";
type SpeakersRules = {
  readonly mode: Setting<SpeakersMode>;
  /** Redezeit; `null`: no limit. */
  readonly seconds: Setting<number | null>;
  /** Turns of one person on one item; `null`: no limit. */
  readonly maxTurns: Setting<number | null>;
};

/** Wahlen. */
type ElectionRules = {
  readonly singleCandidateOpen: Setting<boolean>;
  readonly singleCandidate: Setting<"yesNo">;
  readonly secretOnDemandOf: Setting<number>;
  readonly sequence: Setting<readonly ElectionStep[]>;
  /** `absoluteMembersThenRelative`: first ballot majority of all voting seats, from the second on most votes. */
  readonly majority: Setting<"absoluteCast" | "absolutePresent" | "absoluteMembersThenRelative" | "relative">;
  readonly multi: Setting<"listPlurality">;
  readonly minShare: Setting<"none" | "halfPresent">;
  /** Gleichstand um die letzten Sitze, with several equal seats. */
  readonly tie: Setting<"runoffThenLot" | "lot">;
  readonly acceptance: Setting<{ readonly within: Period; readonly silence: "declined" | "accepted" }>;
};

/** Umlaufverfahren. */
type WrittenProcedureRules = {
  readonly allowed: Setting<boolean>;
  readonly minDays: Setting<number>;
  readonly shift: Setting<"bgb193" | "fixedDay">;
  readonly objection: Setting<{ readonly kind: "any" } | Demand>;
  readonly majority: Setting<Basis>;
  readonly quorum: Setting<{ readonly moreThanHalf: boolean }>;
  readonly silence: Setting<"none" | "consent">;
  readonly earlyClose: Setting<boolean>;
  readonly excluded: Setting<readonly string[]>;
  readonly announce: Setting<readonly ("immediatelyText" | "nextMeeting")[]>;
};

/** Befangenheit. */
type BiasRules = {
  readonly enabled: Setting<boolean>;
  readonly decidedBy: Setting<"body" | "self">;
  readonly mustLeave: Setting<boolean>;
  readonly notForElections: Setting<boolean>;
};

/** Protokoll. */
type ProtocolRules = {
  readonly kind: Setting<"ergebnis" | "beschluss" | "verlauf">;
  readonly draftWithin: Setting<Period>;
  readonly objectionWithin: Setting<Period>;
  readonly approval: Setting<"nextMeeting" | "objectionsOnly" | "silence">;
  readonly sign: Setting<readonly string[]>;
  readonly distribution: Setting<readonly string[]>;
};

type RulesChangeRules = {
  readonly threshold: Setting<Threshold>;
  readonly announced: Setting<boolean>;
  readonly notByUmlauf: Setting<boolean>;
};

/**
 * Geschäftsordnung als Daten: every setting has a value, written in the GO or taken from the profile. The names of the keys are
 * those of the file; sections of the file are groups here, a setting is what may carry a paragraph.
 */
export type Rules = {
  readonly timezone: Setting<string>;
  readonly land: Setting<string | null>;
  readonly membership: MembershipRules;
  readonly office: OfficeRules;
  readonly invite: InviteRules;
  readonly agenda: AgendaRules;
  readonly planning: PlanningRules;
  readonly quorum: QuorumRules;
  readonly majority: MajorityRules;
  readonly vote: VoteRules;
  readonly motionOrder: MotionOrderRules;
  readonly goAntrag: ProceduralMotionRules;
  readonly speakers: SpeakersRules;
  readonly election: ElectionRules;
  readonly umlauf: WrittenProcedureRules;
  readonly bias: BiasRules;
  readonly protocol: ProtocolRules;
  readonly goChange: RulesChangeRules;
  /** Abweichung von der Geschäftsordnung im Einzelfall. */
  readonly goDeviation: Setting<Threshold>;
};

/** What a GO file says: any part of the rules, each value a setting of origin `go`. */
export type RulesOverrides = PartOf<Rules>;

type PartOf<T> = T extends Setting<infer V> ? Setting<V> : { readonly [K in keyof T]?: PartOf<T[K]> | undefined };

/** Profil: complete rules for a committee whose GO is silent. */
export type Profile = { readonly id: string; readonly version: number; readonly name: string; readonly rules: Rules };
