import type { ResultGrade, ResultKind, RouteOutcome, RouteRole } from "../route/events.ts";
import type { HeadCount, MeetingHead, PaperHead, Party, PersonName, Sources, Statement } from "./views.ts";

/** Eine Idee in der Dokumentation. `by`: whose it is, of a named one; internal. */
export type DocumentedIdea = {
  readonly number: number;
  readonly text: string;
  readonly by?: PersonName;
  /** Wie viele sie unterstützen. */
  readonly support?: number;
  readonly tags: readonly string[];
  readonly hasPhoto: boolean;
  readonly comments: readonly { readonly text: string; readonly by?: PersonName; readonly sources: Sources }[];
  readonly sources: Sources;
};

/** Was zu einer Leitfrage gesammelt wurde; without one: what belongs to several or to none. */
export type DocumentedSection = {
  readonly question?: { readonly number: number; readonly text: string };
  readonly groups: readonly {
    readonly number: number;
    readonly name: string;
    readonly ideas: readonly DocumentedIdea[];
    readonly sources: Sources;
  }[];
  readonly ungrouped: readonly DocumentedIdea[];
};

/** Platz der Rangliste; those that are level share one: "2. bis 3." */
export type DocumentedPlace = {
  readonly place: string;
  readonly isTied: boolean;
  readonly targets: readonly { readonly kind: "idea" | "group"; readonly number: number; readonly text: string }[];
  readonly dots: number;
};

/** Gewichtung, closed. */
export type DocumentedWeighting = {
  readonly number: number;
  /** "3 Punkte je Träger, über 4 Gruppen, geheim" */
  readonly terms: string;
  readonly per: "person" | "seat";
  readonly voters: number;
  readonly dots: number;
  readonly places: readonly DocumentedPlace[];
  /** What got no dots. */
  readonly without: readonly DocumentedPlace["targets"][number][];
  readonly sources: Sources;
};

/** Antwort eines Gremiums, as it came. */
export type DocumentedAnswer = {
  readonly outcome: RouteOutcome;
  readonly on?: string;
  readonly unanimous: boolean;
  readonly condition?: string;
  readonly wording?: string;
};

/** Schritt eines Weges. `due`: "bis Freitag, 12.05.2028", "4. Sitzungslauf 2024". */
export type DocumentedStep = {
  readonly number: number;
  readonly body: string;
  readonly role: RouteRole;
  readonly roleText?: string;
  readonly due?: string;
  readonly target?: string;
  /** "einstimmig zugestimmt am …; Bedingung: …", "offen, überfällig" */
  readonly standing: string;
  readonly answer?: DocumentedAnswer;
};

/** Ergebnis mit seinem Weg. */
export type DocumentedResult = {
  readonly number: number;
  readonly kind: ResultKind;
  readonly grade?: ResultGrade;
  readonly text: string;
  /** "Aus Gruppe 2 „Personal“" */
  readonly origin: string;
  readonly owner?: Party;
  readonly tags: readonly string[];
  readonly steps: readonly DocumentedStep[];
  /** Where it stands: "liegt bei AG 78 (Abstimmung)" */
  readonly standing: string;
  readonly sources: Sources;
};

/**
 * Dokumentation eines Workshops: questions, ideas by group, weighting, results with their routes, participants by count. What is still
 * hidden or in the box is only counted.
 */
export type DocumentationView = {
  readonly head: PaperHead;
  readonly title: string;
  /** First day and place. */
  readonly meeting: MeetingHead;
  readonly days: readonly { readonly date: string; readonly begin?: string; readonly end?: string }[];
  /** The meeting it continues. */
  readonly continues?: MeetingHead;
  /** Anlage zum Bericht über diese Sitzung. */
  readonly annexTo?: MeetingHead;
  readonly isFinal: boolean;
  readonly isAnonymous: boolean;
  readonly moderators: readonly PersonName[];
  readonly participants: readonly { readonly label: string; readonly count?: HeadCount; readonly sources: Sources }[];
  readonly questions: readonly { readonly number: number; readonly text: string; readonly room?: string }[];
  readonly ideas: number;
  readonly groups: number;
  /** In none, withdrawn, verdeckt, and still in the box: if there are any. */
  readonly ungrouped?: number;
  readonly withdrawn?: number;
  readonly hidden?: number;
  readonly sealed?: number;
  readonly sections: readonly DocumentedSection[];
  /** Festgehalten: notes, quotations, tasks, dates. */
  readonly recorded: readonly Statement[];
  readonly weightings: readonly DocumentedWeighting[];
  readonly results: readonly DocumentedResult[];
  /** How often each tag of the committee's lists stands on ideas and results of this workshop; those that do not are left out. */
  readonly tagLists: readonly {
    readonly name: string;
    readonly tags: readonly { readonly tag: string; readonly ideas: number; readonly results: number }[];
  }[];
};
