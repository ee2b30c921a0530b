import type { Appointment } from "../kernel/appointment.ts";
import type { CountQualifier } from "../kernel/count-qualifier.ts";
import type { PersonId, RoomId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import type { ResultGrade, ResultKind, ResultOrigin, RouteOutcome, RouteStepPlan } from "../route/events.ts";
import type { DotCount, SealedIdea, WorkshopPhaseKind } from "../workshop/events.ts";

/**
 * Was sich an den Tagen eines Workshops ändert: all that are still to come, one of them, some more, one less; or none of them. Where two are on
 * one date, `from` and `day` say the time too.
 */
export type WorkshopDaysChange =
  | { readonly kind: "all"; readonly days: readonly Appointment[] }
  | { readonly kind: "one"; readonly from: Appointment; readonly to: Appointment }
  | { readonly kind: "added"; readonly days: readonly Appointment[] }
  | { readonly kind: "dropped"; readonly day: Appointment }
  | { readonly kind: "none" };

/** Ablauf eines Workshops. `workshop`: the open one, else the next one planned, if it is not said. */
export type WorkshopCommand =
  | {
      readonly type: "PlanWorkshop";
      readonly title: string;
      readonly days: readonly Appointment[];
      readonly place?: string;
      /** The meeting it belongs to; the one on one of its days, if it is not said. */
      readonly continues?: number;
      readonly anonymous: boolean;
      readonly hidden: boolean;
    }
  | {
      readonly type: "MoveWorkshop";
      readonly workshop?: number;
      readonly change: WorkshopDaysChange;
      readonly place?: string;
      readonly reason?: string;
    }
  | {
      readonly type: "CancelWorkshop";
      readonly workshop?: number;
      readonly reason: string;
      /** It was read back, and is meant. */
      readonly confirmed: boolean;
    }
  | { readonly type: "NameModerator"; readonly person: PersonId }
  | { readonly type: "SetWorkshopMode"; readonly anonymous?: boolean; readonly hidden?: boolean }
  | { readonly type: "AskGuidingQuestion"; readonly texts: readonly string[]; readonly room?: RoomId }
  | {
      readonly type: "CountWorkshopHeads";
      readonly group: string;
      readonly qualifier: CountQualifier;
      readonly count?: number;
    }
  | { readonly type: "OpenWorkshop" }
  | {
      readonly type: "BeginPhase";
      readonly kind: WorkshopPhaseKind;
      readonly title?: string;
      readonly minutes?: number;
      /** The opened contents of the sealed box, where anonymous ideas were collected; only the flow can get at them. */
      readonly sealedIdeas?: readonly SealedIdea[];
    }
  /** `confirmed`: also if days are still to come. */
  | {
      readonly type: "CloseWorkshop";
      readonly sealedIdeas?: readonly SealedIdea[];
      readonly confirmed?: boolean;
    };

/** Ideen. */
export type IdeaCommand =
  /** One or many at once. `room`: where it was said; `private`: by direct chat. */
  | {
      readonly type: "GiveIdeas";
      readonly texts: readonly string[];
      readonly question?: number;
      readonly photo?: string;
      /** In whose thread it was said. */
      readonly thread?: { readonly workshop: number; readonly question: number };
      readonly room?: RoomId;
      readonly private: boolean;
    }
  | { readonly type: "ChangeIdea"; readonly idea: number; readonly text: string }
  | { readonly type: "WithdrawIdea"; readonly idea: number }
  | { readonly type: "RevealIdeas"; readonly sealedIdeas?: readonly SealedIdea[] }
  | { readonly type: "CommentIdea"; readonly idea: number; readonly text: string }
  | { readonly type: "SupportIdea"; readonly idea: number }
  | { readonly type: "EndSupport"; readonly idea: number }
  | { readonly type: "TagIdea"; readonly ideas: readonly number[]; readonly tag: string }
  | { readonly type: "UntagIdea"; readonly ideas: readonly number[]; readonly tag: string };

/** Gruppen, made by people. */
export type IdeaGroupCommand =
  | { readonly type: "MakeIdeaGroup"; readonly name: string; readonly ideas: readonly number[] }
  | { readonly type: "RenameIdeaGroup"; readonly group: number; readonly name: string }
  /** Without `group`: out of any. `from`: where they were when the person looked, "none" in no group; moved since, it is refused. */
  | {
      readonly type: "MoveIdeas";
      readonly ideas: readonly number[];
      readonly group?: number;
      readonly from?: number | "none";
    }
  | { readonly type: "MergeIdeaGroups"; readonly into: number; readonly from: readonly number[] }
  | {
      readonly type: "SplitIdeaGroup";
      readonly group: number;
      readonly name: string;
      readonly ideas: readonly number[];
    };

/** Gewichtung mit Punkten. */
export type WeightingCommand =
  | {
      readonly type: "OpenWeighting";
      readonly over: "ideas" | "groups";
      /** All of them, if it is not said. */
      readonly targets?: readonly number[];
      readonly budget: number;
      readonly per: "person" | "seat";
      readonly several: boolean;
      readonly mode: "open" | "secret";
    }
  /** `weighting`: the one a button was made for. `adds`: to what is placed, not in its place. */
  | {
      readonly type: "PlaceDots";
      readonly weighting?: number;
      readonly dots: readonly DotCount[];
      readonly adds?: boolean;
      readonly private: boolean;
    }
  /** `secretDots`: the opened contents of the sealed box, of a secret one. */
  | { readonly type: "CloseWeighting"; readonly secretDots?: readonly (readonly DotCount[])[] }
  | { readonly type: "CancelWeighting"; readonly reason: string };

/** Ergebnisse und Beratungsfolgen. */
export type RouteCommand =
  | {
      readonly type: "MakeResult";
      readonly kind: ResultKind;
      /** Of a statement. */
      readonly grade?: ResultGrade;
      readonly origin: ResultOrigin;
      /** The words of idea or group, if it is not said. */
      readonly text?: string;
      readonly owner?: PersonId;
      readonly ownerName?: string;
    }
  | { readonly type: "RewordResult"; readonly result: number; readonly text: string }
  | { readonly type: "TagResult"; readonly result: number; readonly tag: string }
  | { readonly type: "UntagResult"; readonly result: number; readonly tag: string }
  /** For all of these results, or for none. `template`: a route of the committee file, by its name; else the steps as typed. */
  | {
      readonly type: "SetRoute";
      readonly results: readonly number[];
      readonly template?: string;
      readonly steps: readonly RouteStepPlan[];
    }
  /** For all of these results, or for none. */
  | {
      readonly type: "AnswerRouteStep";
      readonly results: readonly number[];
      /** The next one without an answer, if it is not said. */
      readonly step?: number;
      readonly outcome: RouteOutcome;
      readonly on?: LocalDate;
      readonly unanimous?: boolean;
      readonly condition?: string;
      readonly text?: string;
    };

export type AllWorkshopCommands = WorkshopCommand | IdeaCommand | IdeaGroupCommand | WeightingCommand | RouteCommand;
