import type { StepFacts } from "../committee/step-facts.ts";
import type { PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate, LocalTime } from "../kernel/local-date.ts";
import type { Attribution, NoteGrade } from "../minutes/events.ts";
import type { MinutesApproval } from "../minutes/state.ts";
import type { QuestionManner, QuestionOutcome, QuestionSubject } from "../question/events.ts";
import type { ResultOrigin } from "../route/events.ts";
import type { RouteStanding } from "../route/standing.ts";
import type { RouteStep } from "../route/state.ts";
import type { Rules } from "../rules/rules.ts";
import type { Citation, SettingsByPath } from "../rules/setting.ts";
import type { WrittenRuling } from "../rules/written-procedure-result.ts";
import type { Weighting } from "../workshop/state.ts";
import type { WrittenClosing, WrittenProcedure } from "../written-procedure/state.ts";
import type { AttendancePerson } from "./views.ts";

/** Wortlaut der Unterlagen: every German sentence a view says by itself. Written in `src/texts`; the core has no words of its own. */
export type PaperWording = {
  readonly agenda: AgendaWording;
  readonly attendance: AttendanceWording;
  readonly minutes: MinutesWording;
  readonly report: ReportWording;
  readonly invitation: InvitationWording;
  readonly documentation: DocumentationWording;
};

export type AgendaWording = {
  /** "Bitte verständigen Sie bei Verhinderung Ihre Stellvertretung." */
  readonly hints: readonly string[];
  readonly carriedOver: string;
  readonly deferred: string;
  /** Wiederholungssitzung: the notice its invitation needs. */
  repeatNotice(min: number): string;
  /** Proposed after the last day for it. */
  readonly late: string;
  readonly withoutResolution: string;
  proposedBy(organization: string): string;
};

/** Hinweise der Einladung, each with its paragraph where the rules name one. */
export type InvitationWording = {
  substitute(citation: Citation): string;
  repeatNotice(min: number, citation: Citation): string;
  proposals(lastDay: LocalDate, isOver: boolean, citation: Citation): string;
  readonly howToAnswer: string;
};

/** Dokumentation eines Workshops: what is not a list. */
export type DocumentationWording = {
  /** "Dokumentation des Workshops „Klausurtagung“ am 20.03.2028": as an annex is named. */
  annexTitle(title: string, date: LocalDate): string;
  /** "3 Punkte je Träger, über 4 Gruppen, geheim" */
  weightingTerms(weighting: Weighting): string;
  /** "2. bis 3." */
  place(from: number, to: number): string;
  /** "Gruppe 2 „Personal“", "von außen" */
  origin(origin: ResultOrigin, name: string | undefined): string;
  /** "bis Freitag, 12.05.2028", "4. Sitzungslauf 2024" */
  stepDue(step: RouteStep): string | undefined;
  stepStanding(step: RouteStep, facts: StepFacts): string;
  standing(standing: RouteStanding): string;
};

export type QuorumFacts = {
  readonly quorate: boolean;
  readonly present: number;
  readonly needed: number;
  readonly base: number;
  readonly paragraph?: string;
  readonly time?: LocalTime;
  /** Who asked for it. */
  readonly demandedBy?: string;
};

export type AttendanceWording = {
  quorum(facts: QuorumFacts): string;
  /** "Trägervertretungen", "Gast": label of a group of so many. */
  group(kind: AttendancePerson["kind"], count: number): string;
};

/** How people and seats are called in the papers, and the rules as a change would make them. */
export type QuestionNames = {
  person(person: PersonId): string;
  seat(seat: SeatId): string;
  changedRules(settings: SettingsByPath): Rules;
};

export type InvitationFacts = {
  readonly sent?: LocalDate;
  readonly received?: LocalDate;
  readonly clearDays: number;
  readonly latest: LocalDate;
  readonly timely: boolean;
  readonly urgent: boolean;
  readonly reason?: string;
  readonly paragraph?: string;
  readonly missing: readonly string[];
  /** Names of the seats that got no invitation. */
  readonly notInvited: readonly string[];
};

export type MinutesWording = {
  /** Heading of what was entered while no item was called. */
  readonly withoutItem: string;
  opened(time: LocalTime | undefined): string;
  closed(time: LocalTime | undefined): string;
  /** The call, its days and what was wrong with it. */
  invited(facts: InvitationFacts): string;
  callObjected(who: string, text: string, inTime: boolean): string;
  paused(facts: { readonly from?: LocalTime; readonly until?: LocalTime; readonly minutes?: number }): string;
  came(who: string, time: LocalTime | undefined): string;
  left(who: string, time: LocalTime | undefined): string;
  /** Gegangen und zurückgekommen. */
  away(who: string, from: LocalTime | undefined, until: LocalTime | undefined): string;
  proxy(who: string, organization: string): string;
  recused(organization: string): string;
  /** What a member wrote, as a sentence: trimmed, with its full stop, otherwise untouched. */
  note(text: string, field: string | undefined): string;
  /** Zitat or Vortrag: what somebody said, with the name. */
  attributed(facts: {
    readonly manner: Attribution["manner"];
    readonly who: string;
    readonly text: string;
    readonly field: string | undefined;
  }): string;
  /** Lead-in of a list, as typed. */
  leadIn(text: string, field: string | undefined): string;
  readonly adjourned: string;
  readonly deferred: string;
  readonly cancelled: string;
  ballotCancelled(about: string, reason: string): string;
  forwarding(to: string, text: string): string;
  collection(heading: string): string;
  /** A task with a date that was left vague. */
  task(text: string, dueText: string | undefined): string;
  /** "Frage 3: …", and how it ended, without numbers. */
  question(number: number, subject: QuestionSubject, names: QuestionNames): string;
  questionDecided(facts: {
    readonly question: number;
    readonly subject: QuestionSubject;
    readonly outcome: QuestionOutcome;
    readonly manner: QuestionManner;
    /** Beschlussnummer. */
    readonly reference: string | undefined;
    readonly names: QuestionNames;
  }): string;
  questionWithdrawn(question: number, subject: QuestionSubject, names: QuestionNames): string;
  motion(number: number): string;
  amendment(number: number): string;
  round(number: number): string;
  readonly runoff: string;
  readonly lot: string;
  lotDrawn(facts: {
    readonly about: "seat" | "runoffPlace";
    readonly winners: readonly string[];
    readonly witnesses: readonly string[];
  }): string;
  readonly declared: string;
  /** Gewählt, as found by the chair: no votes were counted, none are named. */
  electionDeclared(facts: {
    readonly elected: readonly string[];
    readonly unanimous: boolean;
    readonly eligible: number;
  }): string;
  readonly ended: string;
  electionEnded(reason: string): string;
  readonly contest: string;
  electionContested(facts: { readonly who: string; readonly reason: string; readonly isInTime: boolean }): string;
  /** Ergebnis eines Umlaufs with its ruling; the wording follows. */
  writtenResult(
    procedure: Pick<WrittenProcedure, "procedure" | "title" | "lastDay">,
    closing: WrittenClosing,
    ruling: WrittenRuling,
  ): string;
  corrected(label: string): string;
  approvalManner(approval: Pick<MinutesApproval, "manner" | "paragraph">): string;
  minutesApproved(date: LocalDate, approval: Pick<MinutesApproval, "manner" | "paragraph" | "on">): string;
  signed(who: string, role: string): string;
  /** `by`: the Träger, where there is one. */
  objection(facts: {
    readonly objection: number;
    readonly by: string | undefined;
    readonly text: string;
    readonly reason?: string;
    readonly isInTime: boolean;
    readonly settlement?: { readonly isAccepted: boolean; readonly text?: string };
    readonly settledOn?: LocalDate;
  }): string;
  objectionSettled(objection: number, isAccepted: boolean, text: string | undefined): string;
  /** Who did it, where it was not a person. */
  readonly system: string;
};

/** Wie ein Antrag ausging, in numbers only where votes were counted. */
export type ResolutionFacts = {
  readonly outcome: "carried" | "rejected";
  readonly manner: "ballot" | "consensus" | "declared";
  readonly unanimous: boolean;
  readonly withAmendments: boolean;
  readonly secret: boolean;
  readonly title?: string;
  readonly reference?: string;
  /** Seats entitled to vote when it was decided; `all`: these were all seats there are. */
  readonly eligible: number;
  readonly all: boolean;
  readonly counts?: { readonly yes: number; readonly no: number; readonly abstain: number; readonly invalid: number };
};

export type AppointmentFacts = { readonly date: LocalDate; readonly from?: LocalTime; readonly to?: LocalTime };

export type ReportWording = {
  /** "Bericht der Verwaltung" */
  readonly type: string;
  tookPlace(facts: { readonly date: LocalDate; readonly ordinal: number; readonly committee: string }): string;
  /** The same in the section on the facts, with the committee's addition. */
  sitting(facts: {
    readonly date: LocalDate;
    readonly ordinal: number;
    readonly committee: string;
    readonly addition?: string;
    readonly place?: string;
    readonly title?: string;
  }): string;
  readonly attendanceLeadIn: string;
  seatsPresent(present: number, all: number): string;
  /** Lead-in of the resolution's wording. */
  resolution(facts: ResolutionFacts): string;
  electionLeadIn(facts: { readonly unanimous: boolean; readonly people: number }): string;
  /** A graded sentence: it keeps its grade also where the text does not say it. */
  note(grade: NoteGrade, text: string): string;
  noteLeadIn(grade: NoteGrade, text: string): string;
  task(facts: {
    readonly text: string;
    readonly owner?: string;
    readonly due?: LocalDate;
    readonly dueText?: string;
  }): string;
  appointment(title: string, appointment: AppointmentFacts): string;
  forwarding(to: string, text: string): string;
  datesLeadIn(years: readonly number[]): string;
  readonly summary: SummaryWording;
};

export type SummaryWording = {
  resolved(titles: readonly { readonly title?: string; readonly withAmendments: boolean }[]): string;
  elected(people: readonly string[]): string;
  agreed(count: number): string;
  appointment(title: string, date: LocalDate): string;
  dates(count: number): string;
  forwarding(bodies: readonly string[]): string;
};
