import type { Demand, Period, Threshold } from "./rule-values.ts";
import type { Setting } from "./setting.ts";

/** Mitgliedschaft, Stimmrecht, Stellvertretung (rules.md 1.1). */
export type MembershipRules = {
  readonly votingUnit: Setting<"seat" | "person">;
  readonly publicCarrierSeats: Setting<number>;
  /** Several people of one seat vote: the one designated counts, the first one counts, or unequal votes are invalid. */
  readonly splitVote: Setting<"designated" | "firstCounts" | "invalid">;
  /** Vertretung: none, by the named deputy, or also one (two) further votes by written power of attorney for one meeting. */
  readonly proxy: Setting<"none" | "namedDeputy" | "poa1" | "poa2">;
  /** Häufung: votes of one person, powers of attorney apart. */
  readonly maxVotesPerPerson: Setting<number>;
  readonly advisory: Setting<{ readonly speak: boolean; readonly move: boolean }>;
  readonly guest: Setting<{ readonly speak: "always" | "chair" | "never" }>;
  /** When membership ends without a word: with the Leistungsvertrag, or only by statement. */
  readonly endsWith: Setting<"statement" | "contract">;
  /** A voting right may rest; its people are then advisory and do not count for the quorum. */
  readonly suspension: Setting<boolean>;
};

/** Ämter und Geschäftsführung (rules.md 1.2). */
export type OfficeRules = {
  readonly chair: {
    readonly title: Setting<string>;
    readonly term: Setting<Period>;
    /** Kommissarisch: holders go on acting until the new election. */
    readonly holdOver: Setting<boolean>;
    readonly shared: Setting<boolean>;
    readonly chairKeepsSeatVote: Setting<boolean>;
  };
  readonly management: Setting<string>;
  /** Abwahl: by such a majority, only by electing a successor, or not at all. */
  readonly recall: Setting<Threshold | { readonly kind: "successor" } | { readonly kind: "never" }>;
  /** Abwahl only for an important reason, which must be given. */
  readonly recallNeedsReason: Setting<boolean>;
};

/** Sitzungsleitung (rules.md 1.2, 1.6, 1.15). */
export type ChairRules = {
  /** A ruling of the chair may be challenged; the body decides. */
  readonly rulingAppealable: Setting<boolean>;
  /** Whether the chair must hand over the chair to take part in the debate. */
  readonly handsOverToDebate: Setting<boolean>;
  /** Who says what the rules mean. */
  readonly interpretsRules: Setting<"chair" | "body">;
};

/** Unterarbeitsgruppen (rules.md 1.13). */
export type SubgroupRules = {
  readonly timeLimited: Setting<boolean>;
  readonly mandateRequired: Setting<boolean>;
  readonly reportRequired: Setting<boolean>;
  readonly reviewWithin: Setting<Period | null>;
};

/** Änderung der Geschäftsordnung (rules.md 1.15). */
export type RulesChangeRules = {
  readonly threshold: Setting<Threshold>;
  /** Only if it stands on the agenda that was sent with the invitation. */
  readonly announced: Setting<boolean>;
  readonly notByUmlauf: Setting<boolean>;
  /** Who must agree beside the AG; `null`: nobody. */
  readonly consentOf: Setting<string | null>;
  /** Who adopts the rules: the AG itself or the Jugendhilfeausschuss. */
  readonly adoptedBy: Setting<"ag" | "jha">;
};

/** Öffentlichkeit (rules.md 1.4) and what the documents may show. */
export type PublishRules = { readonly stripInternalHosts: Setting<boolean> };
export type PrivacyRules = { readonly blockCaseData: Setting<boolean> };

/** Teilnahme an Sitzungen. */
export type MeetingRules = {
  /** People may take part by video or telephone. */
  readonly remotePresence: Setting<boolean>;
  /** Nichtöffentlichkeit einzelner Punkte auf Verlangen. */
  readonly closeOnDemand: Setting<Demand>;
};
