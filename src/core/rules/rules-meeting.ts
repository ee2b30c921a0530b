import type { Basis, DayCount, Demand, Fraction, Period, Threshold, TimeOfDay } from "./rule-values.ts";
import type { Setting } from "./setting.ts";

/** Ladung (rules.md 1.3). */
export type InviteRules = {
  readonly n: Setting<number>;
  readonly unit: Setting<"calendarDay" | "week" | "month" | "hour">;
  readonly count: Setting<DayCount>;
  readonly start: Setting<"zugang" | "absendung">;
  /** What happens if the last day is a weekend or holiday: nothing, or it moves to the workday before. */
  readonly shift: Setting<"none" | "earlier">;
  /** Time of day until which the last day counts; `null`: the whole day. */
  readonly cutoff: Setting<TimeOfDay | null>;
  /** Muss or Soll: a missed Soll is warned of and recorded, it stops nothing. */
  readonly binding: Setting<"must" | "should">;
  readonly form: Setting<"textform" | "email" | "letter">;
  /** Days more if the call goes by post. */
  readonly postDays: Setting<number>;
  readonly required: Setting<readonly string[]>;
  /** `least`: shortest period in days even then. */
  readonly urgent: Setting<{
    readonly allowed: boolean;
    readonly reasonRequired: boolean;
    readonly least?: number | undefined;
  }>;
  readonly cureByParticipation: Setting<boolean>;
  /** Vollversammlung: all seats present and nobody objects. */
  readonly fullHouseCures: Setting<boolean>;
  readonly objectionUntil: Setting<"beforeFirstItem" | "endOfMeeting">;
  /** Außerordentliche Sitzung auf Verlangen; `null`: the rules know none. */
  readonly extraordinary: Setting<{
    readonly within: Period;
    readonly ladung: { readonly n: number; readonly count: DayCount };
    readonly demand?: Demand | undefined;
  } | null>;
};

/** Tagesordnung (rules.md 1.3, 1.4). */
export type AgendaRules = {
  readonly proposals: Setting<{
    readonly n: number;
    readonly count: DayCount;
    readonly cutoff?: TimeOfDay | undefined;
  }>;
  readonly urgentThreshold: Setting<Threshold>;
  /** Late items: put to the vote, or taken in if so many do not object. */
  readonly urgentAdmission: Setting<{ readonly kind: "vote" } | { readonly kind: "noObjection"; readonly n: number }>;
  readonly unannounced: Setting<"debateOnly" | "refuse" | "allowed">;
  readonly public: Setting<boolean>;
};

/** Sitzungsplanung (rules.md 1.3). */
export type PlanningRules = { readonly minPerYear: Setting<number>; readonly beforeJHA: Setting<Period> };

/** Beschlussfähigkeit (rules.md 1.5). */
export type QuorumRules = {
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
  /** `afterMinutes`: the repeat meeting may follow on the same day, so many minutes later. */
  readonly repeat: Setting<{
    readonly enabled: boolean;
    readonly noticeRequired: boolean;
    readonly sameItemsOnly: boolean;
    readonly min: number;
    readonly afterMinutes?: number | undefined;
  }>;
  readonly excludedReduceBase: Setting<boolean>;
  /** If more than half of all seats are excluded, this share of all seats is enough; `null`: no such rule. */
  readonly massExclusionFraction: Setting<Fraction | null>;
  readonly remoteCounts: Setting<boolean>;
  /** By those present, or by the ballots handed in (abstentions and invalid ones count). */
  readonly measuredBy: Setting<"presence" | "ballots">;
  /** Zusammensetzung: no value of this attribute may make up more than the share of those present; `null`: no such rule. */
  readonly maxShare: Setting<(Fraction & { readonly attr: string }) | null>;
};

/** Redeliste (rules.md 1.6). */
export type SpeakersMode = "requestOrder" | "firstTimersFirst" | "alternatingGroups" | "proAndContra";
export type SpeakersRules = {
  readonly mode: Setting<SpeakersMode>;
  /** Redezeit; `null`: no limit. */
  readonly seconds: Setting<number | null>;
  /** Redezeit of the mover for the reasons; `null`: as everybody. */
  readonly moverSeconds: Setting<number | null>;
  /** Turns of one person on one item; `null`: no limit. */
  readonly maxTurns: Setting<number | null>;
  /** Schlusswort: the mover speaks last. */
  readonly moverLast: Setting<boolean>;
  /** Warnings before the word is withdrawn. */
  readonly warnings: Setting<number>;
};

/** Reihenfolge der Anträge (rules.md 1.8). */
export type MotionOrderRules = {
  /** `alternative`: preference first, then one by one; `runoff2`: the best two of the preference against each other. */
  readonly rule: Setting<"farthestFirst" | "submissionOrder" | "alternative" | "runoff2">;
  readonly setBy: Setting<"chair" | "body">;
  readonly fallback: Setting<"submissionOrder" | "chair">;
  /** Teilung der Frage: on demand of the mover, of any member, or by vote. */
  readonly division: Setting<"mover" | "anyMember" | "vote" | "never">;
  /** Verbundene Abstimmung: for motions that do not compete, if nobody objects. */
  readonly enBloc: Setting<"ifNoObjection" | "never">;
  /** Wesentliche Änderung in the meeting needs such a majority; `null`: no more than any amendment. */
  readonly essentialChange: Setting<Threshold | null>;
  readonly takeOverByMover: Setting<boolean>;
};

/** GO-Anträge, by what they want (rules.md 1.7). */
export type ProceduralKind =
  | "closeDebate"
  | "closeList"
  | "reopenList"
  | "limitTime"
  | "adjournItem"
  | "adjournMeeting"
  | "nonConsideration"
  | "refer"
  | "interrupt"
  | "secretBallot"
  | "rollCall"
  | "checkQuorum"
  | "recount"
  | "changeAgenda"
  | "enBloc"
  | "divide"
  | "admitGuest"
  | "closeDoors"
  | "appeal"
  | "strawPoll"
  | "newChair";

/** What is special about one kind of procedural motion; `threshold` in place of the general majority. */
export type ProceduralRule = { readonly threshold?: Threshold | undefined };

/** Geschäftsordnungsanträge (rules.md 1.7). */
export type ProceduralMotionRules = {
  readonly noOpposition: Setting<"accepted" | "vote">;
  /** Formale Gegenrede: opposition without a reason is enough. */
  readonly formalOpposition: Setting<boolean>;
  readonly majority: Setting<Basis>;
  readonly precedence: Setting<readonly ("schluss" | "vertagung" | "uebrige")[] | "byTime">;
  readonly closeDebate: Setting<
    ProceduralRule & { readonly notBySpeaker: boolean; readonly afterEachGroup?: boolean | undefined }
  >;
  readonly closeList: Setting<ProceduralRule & { readonly lastCall: boolean }>;
  readonly reopenList: Setting<ProceduralRule>;
  readonly nonConsideration: Setting<ProceduralRule>;
  readonly adjournItem: Setting<ProceduralRule>;
  readonly adjournMeeting: Setting<ProceduralRule>;
  readonly refer: Setting<ProceduralRule>;
  readonly interrupt: Setting<ProceduralRule & { readonly maxMinutes: number | null }>;
  /** Who may move: everybody with a vote, or all members (also advisory ones). */
  readonly movedBy: Setting<"voting" | "members">;
  /** Each one speech for and one against. */
  readonly speeches: Setting<number>;
};
