import type { OfficeId, PersonId, SeatId } from "../kernel/ids.ts";
import type { ProceduralKind } from "../rules/rules-meeting.ts";
import type { SettingsByPath } from "../rules/setting.ts";

/**
 * Worum es bei einer Frage geht. A new kind needs three things: a member here (with its shape in the event schema), a row in
 * `committee/question-kinds.ts` (majority and effect), and a label in `texts/questions.ts`.
 */
export type QuestionSubject =
  /** Dringlicher Punkt: is it taken onto the agenda of this meeting? */
  | { readonly kind: "urgentItem"; readonly title: string }
  /** Abweichung von der Geschäftsordnung in one single case. */
  | { readonly kind: "deviation"; readonly text: string }
  /** Abwahl: is this person to lose the office? */
  | {
      readonly kind: "recall";
      readonly office: OfficeId;
      readonly title: string;
      readonly person: PersonId;
      readonly reason?: string;
    }
  /** Reichweite eines Änderungsantrags, where the body sets it. */
  | { readonly kind: "reach"; readonly amendment: number; readonly reach?: number; readonly reason?: string }
  /** Teilung der Frage, where the body decides on it. */
  | { readonly kind: "division"; readonly motion: number; readonly parts: readonly string[] }
  /** Änderung der Geschäftsordnung, as data: settings by path, as in the file. */
  | { readonly kind: "rulesChange"; readonly settings: SettingsByPath }
  /** Befangenheit im Zweifel: is this seat excluded from the item? */
  | { readonly kind: "conflict"; readonly seat: SeatId; readonly item: number }
  /** Verbundene Abstimmung: the motions themselves, in one vote. */
  | { readonly kind: "enBloc"; readonly motions: readonly number[] }
  /** GO-Antrag: what it wants, and the words it was moved with. `to`: of a referral; `measure`: what an appeal is about. */
  | {
      readonly kind: "procedural";
      readonly wants: ProceduralKind;
      readonly text: string;
      readonly minutes?: number;
      readonly seconds?: number;
      readonly to?: string;
      readonly measure?: ChairMeasure;
    };

/** Maßnahme der Sitzungsleitung that can be undone by itself when an appeal against it succeeds. */
export type ChairMeasure =
  | { readonly kind: "listClosed" }
  | { readonly kind: "listReopened" }
  | { readonly kind: "wordWithdrawn"; readonly person: PersonId };

/** GO-Antrag. */
export type ProceduralSubject = Extract<QuestionSubject, { kind: "procedural" }>;

export type QuestionKind = QuestionSubject["kind"];

/** `unopposed`: nobody spoke against it and the rules ask for no vote then. */
export type QuestionManner = "ballot" | "unopposed" | "consensus" | "declared";

/** `undecided`: a ballot without result; the question stays open. */
export type QuestionOutcome = "carried" | "rejected" | "undecided";

export type QuestionEvent =
  /** Frage, über die abgestimmt wird, die kein Sachantrag ist. */
  | {
      readonly type: "QuestionPut";
      readonly question: number;
      readonly meeting: number;
      readonly item?: number;
      readonly subject: QuestionSubject;
      readonly mover: PersonId;
    }
  /** Gegenrede or Widerspruch: from now on it takes a vote, or so many of them end it. */
  | {
      readonly type: "QuestionOpposed";
      readonly question: number;
      readonly person: PersonId;
      readonly seat?: SeatId;
      /** None: formal opposition. */
      readonly reason?: string;
    }
  /** Fürrede. */
  | { readonly type: "QuestionSupported"; readonly question: number; readonly person: PersonId }
  | {
      readonly type: "QuestionDecided";
      readonly question: number;
      readonly outcome: QuestionOutcome;
      readonly manner: QuestionManner;
      readonly ballot?: number;
      /** Carried, but not yet in force: consent of others, or adoption by the Jugendhilfeausschuss (`jha`). */
      readonly awaits?: readonly string[];
      /** Beschlussnummer, where the question is a resolution of its own. */
      readonly reference?: string;
    }
  | { readonly type: "QuestionWithdrawn"; readonly question: number }
  /** Zustimmung eines anderen, or adoption by the Jugendhilfeausschuss: what a carried change of the rules waited for. */
  | { readonly type: "RulesChangeConfirmed"; readonly question: number; readonly by: string };
