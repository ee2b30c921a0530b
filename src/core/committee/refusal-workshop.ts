import type { Appointment } from "../kernel/appointment.ts";
import type { PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import type { WorkshopDay, WorkshopPhaseKind } from "../workshop/events.ts";
import type { Workshop } from "../workshop/state.ts";

type WorkshopStatus = Workshop["status"];

/** Ablehnungen rund um Workshops, Ideen, Gruppen, Gewichtung, Ergebnisse. */
export type WorkshopRefusal =
  | { readonly code: "NoWorkshop" }
  /** `moderators`: who is named for it, beside the leadership. */
  | { readonly code: "ModeratorsOnly"; readonly moderators: readonly PersonId[] }
  | { readonly code: "WorkshopIs"; readonly workshop: number; readonly status: WorkshopStatus }
  | { readonly code: "UnknownWorkshop"; readonly workshop: number; readonly count: number }
  | { readonly code: "DocumentationAnnexed"; readonly workshop: number; readonly meeting: number }
  | { readonly code: "WorkshopAlreadyOpen"; readonly workshop: number; readonly title: string }
  /** The same title and days, and it is not over. */
  | { readonly code: "WorkshopExists"; readonly workshop: number; readonly title: string }
  | { readonly code: "WorkshopDaysWrong"; readonly count: number; readonly most: number }
  | { readonly code: "WorkshopDayTwice"; readonly day: Appointment }
  /** Several are ahead, and it is not said which is meant. */
  | {
      readonly code: "WhichWorkshop";
      readonly workshops: readonly { readonly workshop: number; readonly title: string }[];
    }
  /** It has no such day, or two of that date. */
  | { readonly code: "WorkshopDayUnclear"; readonly date: LocalDate; readonly days: readonly Appointment[] }
  /** The workshop is open, and this day of it is over. */
  | { readonly code: "WorkshopDayHeld"; readonly day: WorkshopDay }
  | { readonly code: "WorkshopDaysUnchanged"; readonly title: string }
  /** Fewer days than it has to come: which of them is meant? */
  | { readonly code: "WorkshopDaysMissing"; readonly ahead: readonly Appointment[]; readonly named: number }
  | { readonly code: "LastWorkshopDay"; readonly title: string }
  | {
      readonly code: "WorkshopCancelUnconfirmed";
      readonly workshop: number;
      readonly title: string;
      readonly days: readonly Appointment[];
      readonly reason: string;
    }
  /** It was opened: it can be closed, no longer cancelled. */
  | { readonly code: "WorkshopUnderWay"; readonly title: string }
  | { readonly code: "WorkshopDaysToCome"; readonly days: readonly WorkshopDay[] }
  | { readonly code: "NoMeetingToContinue"; readonly meeting: number; readonly known: number }
  | { readonly code: "WorkshopModeFixed" }
  | { readonly code: "WorkshopModeUnchanged"; readonly anonymous: boolean; readonly hidden: boolean }
  | { readonly code: "NotThisPhase"; readonly now: WorkshopPhaseKind | undefined; readonly needed: WorkshopPhaseKind }
  | { readonly code: "PhaseMinutesWrong"; readonly most: number }
  | { readonly code: "PhaseTitleMissing" }
  | { readonly code: "PhaseUnchanged"; readonly kind: WorkshopPhaseKind; readonly title: string | undefined }
  | { readonly code: "GuidingQuestionExists"; readonly question: number }
  | { readonly code: "TooManyGuidingQuestions"; readonly count: number; readonly most: number }
  | { readonly code: "RoomNotBound"; readonly rooms: readonly string[] }
  | { readonly code: "WorkshopHeadsUnchanged"; readonly group: string }
  | { readonly code: "UnknownGuidingQuestion"; readonly question: number; readonly count: number }
  | { readonly code: "ModeratorUnchanged"; readonly person: PersonId }
  | { readonly code: "WeightingStillOpen"; readonly weighting: number };

export type IdeaRefusal =
  | { readonly code: "UnknownIdea"; readonly idea: number; readonly count: number }
  | { readonly code: "IdeaWithdrawnAlready"; readonly idea: number }
  | { readonly code: "NotYourIdea"; readonly idea: number; readonly isAnonymous: boolean }
  | { readonly code: "IdeaEmpty" }
  | { readonly code: "IdeaTooLong"; readonly longest: number; readonly line?: number }
  | { readonly code: "TooManyIdeas"; readonly most: number }
  | { readonly code: "IdeaGivenAlready"; readonly idea: number }
  | { readonly code: "IdeaOnlyInPrivate" }
  /** Anonymous, and with a photo of a card. */
  | { readonly code: "PhotoTellsWhose" }
  | { readonly code: "IdeasHidden" }
  | { readonly code: "NothingHidden" }
  | { readonly code: "IdeaUnchanged"; readonly idea: number }
  | { readonly code: "IdeaIsYours"; readonly idea: number }
  | { readonly code: "UnknownTag"; readonly tag: string; readonly known: readonly string[] };

export type IdeaGroupRefusal =
  | { readonly code: "UnknownIdeaGroup"; readonly group: number; readonly count: number }
  | { readonly code: "IdeaGroupGone"; readonly group: number; readonly mergedInto: number }
  | { readonly code: "IdeaGroupNameTaken"; readonly group: number; readonly name: string }
  /** No group: the ideas are in none. */
  | { readonly code: "IdeaGroupUnchanged"; readonly group: number | undefined }
  | { readonly code: "IdeaMovedMeanwhile"; readonly idea: number; readonly group: number | undefined }
  | { readonly code: "IdeaNotInGroup"; readonly idea: number; readonly group: number }
  | { readonly code: "NoIdeasNamed" }
  | {
      readonly code: "OfOtherWorkshop";
      readonly of: "idea" | "group";
      readonly number: number;
      readonly workshop: number;
    };

export type WeightingRefusal =
  | { readonly code: "NoWeightingOpen" }
  | { readonly code: "NothingToWeigh"; readonly over: "ideas" | "groups" }
  | { readonly code: "WeightingIs"; readonly weighting: number; readonly status: "closed" | "cancelled" }
  | { readonly code: "BudgetWrong"; readonly most: number }
  | { readonly code: "DotsOverBudget"; readonly placed: number; readonly budget: number }
  | { readonly code: "OneDotEach" }
  | { readonly code: "DotsUnreadable" }
  | {
      readonly code: "UnknownDotTarget";
      readonly over: "ideas" | "groups";
      readonly number: number;
      readonly targets: readonly number[];
    }
  | { readonly code: "SecretDotsTogether"; readonly budget: number }
  | { readonly code: "DotsOnlyInPrivate" }
  | {
      readonly code: "DotsPlacedAlready";
      readonly by: PersonId;
      readonly seat: SeatId | undefined;
      readonly mode: "open" | "secret";
    }
  | { readonly code: "DotsUnchanged" }
  | { readonly code: "NoDotsForYou"; readonly person: PersonId };

export type RouteRefusal =
  | { readonly code: "UnknownResult"; readonly result: number; readonly count: number }
  | { readonly code: "ResultExists"; readonly result: number }
  | { readonly code: "ResultUnchanged"; readonly result: number }
  | { readonly code: "UnknownRoute"; readonly template: string; readonly known: readonly string[] }
  | { readonly code: "NoRouteStep"; readonly result: number }
  | { readonly code: "RouteStepAnswered"; readonly result: number; readonly step: number }
  | { readonly code: "TooManyRouteSteps"; readonly most: number }
  /** The answer is said to be from a day to come. */
  | { readonly code: "RouteAnswerAhead"; readonly on: LocalDate; readonly today: LocalDate }
  /** One of several cannot, and so none of them is changed. */
  | { readonly code: "NoneOfResults"; readonly others: readonly number[]; readonly because: RouteRefusal };

export type AllWorkshopRefusals = WorkshopRefusal | IdeaRefusal | IdeaGroupRefusal | WeightingRefusal | RouteRefusal;
