import type { Appointment } from "../kernel/appointment.ts";
import type { CountQualifier } from "../kernel/count-qualifier.ts";
import type { Instant, PersonId, RoomId, SeatId } from "../kernel/ids.ts";

/** Phase eines Workshops: Ideen sammeln, gruppieren, gewichten, Ergebnisse, Pause; "other" goes by its title alone. */
export type WorkshopPhaseKind = "ideas" | "grouping" | "weighting" | "results" | "break" | "other";

/** Worauf gepunktet wird: ideas one by one, or groups. */
export type DotTarget = { readonly kind: "idea" | "group"; readonly number: number };

/** Was anonym im Kasten liegt. */
export type SealedIdea = { readonly text: string; readonly question?: number };

/** Tag eines Workshops. Its number stays when it is moved, so that its calendar entry is the same. */
export type WorkshopDay = Appointment & { readonly number: number };

export type DotCount = { readonly target: DotTarget; readonly dots: number };

export type WorkshopEvent =
  /**
   * Workshop angesetzt, with its days, numbered in their order. `continues`: the meeting it belongs to. `anonymous`: settled before the first idea. `hidden`: ideas are
   * shown to all only when they are revealed.
   */
  | {
      readonly type: "WorkshopPlanned";
      readonly workshop: number;
      readonly title: string;
      readonly days: readonly Appointment[];
      readonly place?: string;
      readonly continues?: number;
      readonly anonymous: boolean;
      readonly hidden: boolean;
    }
  /**
   * Verlegt: all its days as they are from now on, those that are over too; one that is not among them any more is dropped. `place`, `continues`:
   * only what changes with it.
   */
  | {
      readonly type: "WorkshopMoved";
      readonly workshop: number;
      readonly days: readonly WorkshopDay[];
      readonly place?: string;
      readonly continues?: number;
      readonly reason?: string;
    }
  /** Abgesagt, before it was opened. */
  | { readonly type: "WorkshopCancelled"; readonly workshop: number; readonly reason: string }
  | { readonly type: "WorkshopModeratorNamed"; readonly workshop: number; readonly person: PersonId }
  /** Only before the first idea. */
  | {
      readonly type: "WorkshopModeSet";
      readonly workshop: number;
      readonly anonymous: boolean;
      readonly hidden: boolean;
    }
  /** Leitfrage, numbered within the workshop. `room`: where it is worked on, if not everywhere. */
  | {
      readonly type: "GuidingQuestionAsked";
      readonly workshop: number;
      readonly question: number;
      readonly text: string;
      readonly room?: RoomId;
    }
  /** Teilnehmende, by head: "über 50 Fachkräfte". */
  | {
      readonly type: "WorkshopHeadsCounted";
      readonly workshop: number;
      readonly group: string;
      readonly qualifier: CountQualifier;
      readonly count?: number;
    }
  | { readonly type: "WorkshopOpened"; readonly workshop: number }
  /** `until`: when the time set for it is over. */
  | {
      readonly type: "WorkshopPhaseBegun";
      readonly workshop: number;
      readonly phase: number;
      readonly kind: WorkshopPhaseKind;
      readonly title?: string;
      readonly until?: Instant;
    }
  /** Die Zeit ist um. */
  | { readonly type: "WorkshopTimeUp"; readonly workshop: number; readonly phase: number }
  | { readonly type: "WorkshopClosed"; readonly workshop: number }
  /** Idee, named. Ideas are numbered over all workshops. */
  | {
      readonly type: "IdeaGiven";
      readonly workshop: number;
      readonly idea: number;
      readonly person: PersonId;
      readonly text: string;
      readonly question?: number;
      /** Foto einer Karte: name of the file. */
      readonly photo?: string;
    }
  /** Anonyme Idee: its text lies sealed in the box of the round; nothing here tells who gave it. */
  | { readonly type: "AnonymousIdeaGiven"; readonly workshop: number; readonly round: number }
  /** Was im Kasten lag, in no order that tells anything. The next round begins. */
  | {
      readonly type: "AnonymousIdeasOpened";
      readonly workshop: number;
      readonly round: number;
      readonly ideas: readonly { readonly idea: number; readonly text: string; readonly question?: number }[];
    }
  | { readonly type: "IdeaChanged"; readonly idea: number; readonly text: string }
  | { readonly type: "IdeaWithdrawn"; readonly idea: number }
  /** Aufgedeckt: all ideas of the workshop are shown from now on. */
  | { readonly type: "IdeasRevealed"; readonly workshop: number }
  | { readonly type: "IdeaCommented"; readonly idea: number; readonly person: PersonId; readonly text: string }
  | { readonly type: "IdeaSupported"; readonly idea: number; readonly person: PersonId }
  | { readonly type: "IdeaSupportEnded"; readonly idea: number; readonly person: PersonId }
  /** Gruppe, numbered over all workshops. */
  | {
      readonly type: "IdeaGroupMade";
      readonly workshop: number;
      readonly group: number;
      readonly name: string;
      readonly ideas: readonly number[];
    }
  | { readonly type: "IdeaGroupRenamed"; readonly group: number; readonly name: string }
  /** Without `group`: out of any. */
  | { readonly type: "IdeasMoved"; readonly ideas: readonly number[]; readonly group?: number }
  /** The ideas of `from` are in `into` now, and `from` is gone. */
  | { readonly type: "IdeaGroupsMerged"; readonly into: number; readonly from: readonly number[] }
  /** Schlagwort aus den Listen des Gremiums, on an idea or a result. */
  | { readonly type: "IdeaTagged"; readonly idea: number; readonly tag: string }
  | { readonly type: "IdeaUntagged"; readonly idea: number; readonly tag: string }
  /** Gewichtung eröffnet. `budget` dots for each person or seat; `several`: more than one on the same. */
  | {
      readonly type: "WeightingOpened";
      readonly weighting: number;
      readonly workshop: number;
      readonly over: "ideas" | "groups";
      readonly targets: readonly number[];
      readonly budget: number;
      readonly per: "person" | "seat";
      readonly several: boolean;
      readonly mode: "open" | "secret";
    }
  /** Punkte geklebt, in place of earlier ones. `seat`: where they are given for a seat. */
  | {
      readonly type: "DotsPlaced";
      readonly weighting: number;
      readonly person: PersonId;
      readonly seat?: SeatId;
      readonly dots: readonly DotCount[];
    }
  /** Geheim: that somebody has; where lies sealed. */
  | { readonly type: "SecretDotsPlaced"; readonly weighting: number; readonly person: PersonId; readonly seat?: SeatId }
  | {
      readonly type: "WeightingClosed";
      readonly weighting: number;
      readonly counts: readonly DotCount[];
      readonly voters: number;
    }
  | { readonly type: "WeightingCancelled"; readonly weighting: number; readonly reason: string };
