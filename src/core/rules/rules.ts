import type { Threshold } from "./rule-values.ts";
import type {
  ChairRules,
  MeetingRules,
  MembershipRules,
  OfficeRules,
  PrivacyRules,
  PublishRules,
  RulesChangeRules,
  SubgroupRules,
} from "./rules-committee.ts";
import type {
  AgendaRules,
  InviteRules,
  MotionOrderRules,
  PlanningRules,
  ProceduralMotionRules,
  QuorumRules,
  SpeakersRules,
} from "./rules-meeting.ts";
import type {
  BallotPaperRules,
  ConflictOfInterestRules,
  ElectionRules,
  MajorityRules,
  MinutesRules,
  VoteRules,
  WrittenProcedureRules,
} from "./rules-voting.ts";
import type { Setting } from "./setting.ts";

/**
 * Geschäftsordnung als Daten: every setting has a value, written in the GO or taken from the profile. The names of the keys are
 * those of the file; sections of the file are groups here, a setting is what may carry a paragraph.
 */
export type Rules = {
  readonly timezone: Setting<string>;
  readonly land: Setting<string | null>;
  readonly membership: MembershipRules;
  readonly office: OfficeRules;
  readonly chair: ChairRules;
  readonly invite: InviteRules;
  readonly agenda: AgendaRules;
  readonly planning: PlanningRules;
  readonly meeting: MeetingRules;
  readonly quorum: QuorumRules;
  readonly majority: MajorityRules;
  readonly vote: VoteRules;
  readonly ballot: BallotPaperRules;
  readonly motionOrder: MotionOrderRules;
  readonly goAntrag: ProceduralMotionRules;
  readonly speakers: SpeakersRules;
  readonly election: ElectionRules;
  readonly umlauf: WrittenProcedureRules;
  readonly bias: ConflictOfInterestRules;
  readonly protocol: MinutesRules;
  readonly publish: PublishRules;
  readonly privacy: PrivacyRules;
  readonly subgroup: SubgroupRules;
  readonly goChange: RulesChangeRules;
  /** Abweichung von der Geschäftsordnung im Einzelfall. */
  readonly goDeviation: Setting<Threshold>;
};

/** What a GO file says: any part of the rules, each value a setting of origin `go`. */
export type RulesOverrides = PartOf<Rules>;

type PartOf<T> = T extends Setting<infer V> ? Setting<V> : { readonly [K in keyof T]?: PartOf<T[K]> | undefined };

/** Profil: complete rules for a committee whose GO is silent. */
export type Profile = { readonly id: string; readonly version: number; readonly name: string; readonly rules: Rules };
