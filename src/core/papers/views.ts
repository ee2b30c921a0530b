/**
 * Sichten der Unterlagen: what agenda, attendance list, minutes and report need to be printed, as plain data.
 *
 * Dates are local ISO dates ("2023-01-27"), times local ISO times ("09:00"). What is absent was not recorded; nothing here is a
 * default. Sentences whose grammar matters arrive ready in German.
 */

import type { MinutesRules } from "../rules/rules-voting.ts";

/** Nummer eines Ereignisses: its version in the committee's stream, from 1. */
export type EventRef = number;

/** At least one event, so that a statement without source cannot be written. */
export type Sources = readonly [EventRef, ...EventRef[]];

/** What every recorded statement carries. `internalOnly` keeps it out of the public version. */
type Sourced = { readonly sources: Sources; readonly internalOnly?: true };

/** Satz mit Quelle: one or several German sentences with their full stop. */
export type Sentence = Sourced & { readonly text: string };

/** Feststellungsgrad: beschlossen, gewählt, vereinbart, einvernehmlich festgestellt, festgestellt, genannt; `said`: by somebody named. */
export type Grade = "resolved" | "elected" | "agreed" | "consensus" | "found" | "mentioned" | "said";

/** Graduierte Feststellung: a sentence, or with `entries` the lead-in of a list ("Im stationären Bereich mangelt es an"). */
export type Statement = Sentence & { readonly grade: Grade; readonly entries: readonly Sentence[] };

/** Fassung: the public one goes to the Ratsinformationssystem, the internal one stays in the committee. */
export type PaperVersion = "public" | "internal";

/** Kopfzahl: "24", "über 50"; an estimate keeps its word. */
export type HeadCount = {
  readonly number: number;
  readonly qualifier?: "über" | "etwa" | "rund" | "mindestens" | "höchstens";
};

/** Person, as printed. `role` is her function here ("Vorsitzender des Jugendhilfeausschusses"). */
export type PersonName = {
  readonly name: string;
  readonly salutation?: "Frau" | "Herr";
  readonly role?: string;
  readonly organization?: string;
  readonly email?: string;
};

/** Wer etwas tut oder beantragt: a person, a Träger, or a person of a Träger. */
export type Party = { readonly person?: PersonName; readonly organization?: string };

/** Verweis: without `url` only the text is printed. */
export type PaperLink = { readonly text: string; readonly url?: string };

/** Anlage. */
export type Attachment = { readonly title: string; readonly link?: PaperLink; readonly internalOnly?: true };

/** Kopf jeder Unterlage. `asOf` is the instant (UTC, ISO) of the state it shows; it becomes the file's time stamp. */
export type PaperHead = {
  readonly committee: string;
  /** "ambulante und stationäre Träger" */
  readonly committeeAddition?: string;
  /** Kreis or city, "Kreis Segeberg" */
  readonly body: string;
  readonly version: PaperVersion;
  readonly asOf: string;
  readonly asOfDate: string;
};

/** Sitzung, as it stands in the head of a paper. */
export type MeetingHead = {
  readonly number?: number;
  readonly title?: string;
  readonly date: string;
  readonly begin?: string;
  readonly end?: string;
  readonly place?: string;
};

/** Sitzungstermin oder vereinbarter Termin; `quarter` only for the regular meetings of the year. */
export type AgreedDate = Sourced & {
  readonly title: string;
  readonly quarter?: 1 | 2 | 3 | 4;
  readonly date: string;
  readonly begin?: string;
  readonly end?: string;
  readonly place?: string;
};

/** Tagesordnungspunkt. In the public version a non-public one keeps its number only. */
export type AgendaItemView = {
  readonly number: string;
  readonly title: string;
  readonly isPublic: boolean;
  readonly minutes?: number;
  readonly presenter?: Party;
  readonly note?: string;
  readonly papers: readonly PaperLink[];
};

/** Tagesordnung. */
export type AgendaView = {
  readonly head: PaperHead;
  readonly meeting: MeetingHead;
  readonly items: readonly AgendaItemView[];
  /** "Bitte verständigen Sie bei Verhinderung Ihre Stellvertretung." */
  readonly hints: readonly string[];
  readonly invitedBy?: PersonName;
};

/** Punkt der Tagesordnung, as the invitation lists it; it goes to members, so that a non-public one has its title too. */
export type InvitationItemView = {
  readonly title: string;
  readonly isPublic: boolean;
  readonly minutes?: number;
  readonly isDeciding: boolean;
  /** Proposed after the last day for it. */
  readonly isLate: boolean;
};

/**
 * Einladung, ihre Änderung, Absage: one version, for everybody who is invited. What an answer needs and a cancelled meeting does not have
 * is absent then.
 */
export type InvitationView = {
  readonly head: PaperHead;
  readonly kind: "invitation" | "update" | "cancellation";
  readonly isDraft: boolean;
  readonly meeting: MeetingHead;
  /** "Sehr geehrte Frau Neeth,": in a mail to one person. */
  readonly salutation?: string;
  /** Verlegt: when it was to be before. */
  readonly movedFrom?: Pick<MeetingHead, "date" | "begin" | "end">;
  /** Wiederholungssitzung: of the meeting on this day. */
  readonly repeatOf?: string;
  /** Why it was cancelled. */
  readonly reason?: string;
  readonly items: readonly InvitationItemView[];
  readonly note?: string;
  /** Names of the papers that go with it. */
  readonly papers: readonly string[];
  readonly links: readonly PaperLink[];
  /** "Bitte verständigen Sie bei Verhinderung Ihre Stellvertretung (§ 3 Abs. 2 GO)." */
  readonly hints: readonly string[];
  readonly answerBy?: string;
  readonly howToAnswer?: string;
  readonly invitedBy?: PersonName;
};

/** `dots`: of the last weighting that is closed; `support`: how many people. Both only if there are any. */
export type WallIdeaView = {
  readonly number: number;
  readonly text: string;
  readonly dots?: number;
  readonly support?: number;
};

/** Was zu einer Leitfrage auf der Tafel steht; without one: what belongs to several or to none. */
export type WallSectionView = {
  readonly question?: { readonly number: number; readonly text: string };
  readonly groups: readonly {
    readonly number: number;
    readonly name: string;
    readonly dots?: number;
    readonly ideas: readonly WallIdeaView[];
  }[];
  readonly ungrouped: readonly WallIdeaView[];
};

/** Tafel eines Workshops: guiding questions, groups, ideas, without names. `meeting`: its first day and place. */
export type WallView = {
  readonly head: PaperHead;
  readonly title: string;
  readonly meeting: MeetingHead;
  readonly hasQuestions: boolean;
  readonly groups: number;
  /** Ideas in groups. */
  readonly grouped: number;
  /** In none, verdeckt, and still in the box: only how many, if there are any. */
  readonly ungrouped?: number;
  readonly hidden?: number;
  readonly sealed?: number;
  readonly sections: readonly WallSectionView[];
};

/** Anwesenheit eines Sitzes. */
export type AttendanceStatus = "present" | "represented" | "excused" | "absent";

/** Sitz eines Trägers in der Anwesenheitsliste. `remote`: per Video; `from`/`until` if late or left. */
export type AttendanceSeat = {
  readonly organization: string;
  readonly status: AttendanceStatus;
  readonly person?: PersonName;
  /** The person who is represented. */
  readonly representedPerson?: PersonName;
  readonly remote: boolean;
  readonly from?: string;
  readonly until?: string;
};

/** Anwesend ohne Stimme: beratend, als Gast, für die Geschäftsführung, or as a further delegate beside the one who votes. */
export type AttendancePerson = {
  readonly kind: "advisory" | "delegate" | "guest" | "office";
  readonly person?: PersonName;
  readonly organization?: string;
  readonly role?: string;
};

/** Gruppe von Anwesenden: "24 Trägervertretungen", "Mitarbeiter*innen des Jugendamtes (Soziale Dienste, …)". */
export type AttendanceGroup = {
  readonly label: string;
  readonly count?: HeadCount;
  readonly parts: readonly string[];
  readonly persons: readonly PersonName[];
  readonly sources: Sources;
};

/** Wer da war: heads and voting seats are counted apart. */
export type AttendanceSummary = {
  readonly seats: readonly AttendanceSeat[];
  readonly persons: readonly AttendancePerson[];
  readonly groups: readonly AttendanceGroup[];
  readonly votingSeats: number;
  readonly presentVotingSeats?: number;
  readonly presentPersons?: HeadCount;
};

/** Anwesenheitsliste. */
export type AttendanceView = {
  readonly head: PaperHead;
  readonly meeting: MeetingHead;
  readonly attendance: AttendanceSummary;
  /** "Die AG ist beschlussfähig (17 von 24 Stimmen, nötig sind 13; § 5 Abs. 1 GO)." */
  readonly quorum: readonly Sentence[];
};

/** Abstimmungsart. */
export type BallotMode = "consensus" | "open" | "rollCall" | "secret";

/** Stimme. */
export type VoteChoice = "yes" | "no" | "abstain" | "invalid";

/** Gezählte Stimmen: only what was counted is in the list. */
export type VoteCount = { readonly choice: VoteChoice; readonly number: number };

/** Abstimmung. `rollCall` is internal. */
export type BallotView = {
  readonly mode?: BallotMode;
  readonly unanimous: boolean;
  readonly counts: readonly VoteCount[];
  /** The result with rule and arithmetic. */
  readonly ruling?: Sentence;
  readonly rollCall: readonly { readonly organization: string; readonly choice: VoteChoice }[];
};

/** Ausgang eines Antrags. `takenOver`: an amendment the mover made her own, without a vote; `settled`: another one was carried. */
export type MotionOutcome =
  | "carried"
  | "carriedWithChanges"
  | "takenOver"
  | "rejected"
  | "adjourned"
  | "withdrawn"
  | "settled"
  | "divided"
  | "undecided";

/** Änderungsantrag. */
export type MinutesAmendment = Sourced & {
  readonly number?: string;
  readonly wording: string;
  readonly movedBy?: Party;
  readonly outcome: MotionOutcome;
  readonly ballot?: BallotView;
};

/** Antrag mit Änderungsanträgen, Abstimmung und Beschluss. */
export type MinutesMotion = Sourced & {
  readonly number?: string;
  readonly title?: string;
  readonly wording: string;
  readonly movedBy?: Party;
  readonly amendments: readonly MinutesAmendment[];
  readonly ballot?: BallotView;
  readonly outcome: MotionOutcome;
  readonly resolution?: { readonly number?: string; readonly wording: string };
};

/** Ergebnis einer Kandidatur in einem Wahlgang. */
export type CandidateResult = {
  readonly person: PersonName;
  readonly counts: readonly VoteCount[];
  readonly votes?: number;
};

/** Wahlgang, Stichwahl oder Los. In public only that it was, and how votes were given. */
export type ElectionRoundView = {
  readonly internalOnly?: true;
  readonly title: string;
  readonly mode?: BallotMode;
  readonly results: readonly CandidateResult[];
  /** Abstentions and invalid ballots of the round. */
  readonly counts: readonly VoteCount[];
  readonly ruling?: Sentence;
};

/**
 * Gewählte Person mit Annahme der Wahl. `votes`: for this name, out of all cast without the abstentions; `counts`: what was counted
 * beside it, or Ja and Nein for a single candidate. Both are absent where nothing was counted, or a lot decided.
 */
export type ElectedPerson = {
  readonly person: PersonName;
  readonly acceptance: "accepted" | "declined" | "pending";
  readonly votes?: { readonly number: number; readonly cast: number };
  readonly counts?: readonly VoteCount[];
  readonly sources: Sources;
};

/** Wahl. */
export type MinutesElection = Sourced & {
  /** "1. Sprecher", "2. Sprecherinnen": in the form that fits the holders. */
  readonly office: string;
  readonly rounds: readonly ElectionRoundView[];
  readonly elected: readonly ElectedPerson[];
};

/** Aufgabe. */
export type MinutesTask = Sourced & { readonly text: string; readonly owner?: Party; readonly due?: string };

/** Tagesordnungspunkt im Protokoll. */
export type MinutesItem = {
  /** None for what belongs to no item. */
  readonly number?: string;
  readonly title: string;
  readonly isPublic: boolean;
  readonly recusals: readonly Sentence[];
  readonly statements: readonly Statement[];
  readonly motions: readonly MinutesMotion[];
  readonly elections: readonly MinutesElection[];
  readonly tasks: readonly MinutesTask[];
  readonly dates: readonly AgreedDate[];
};

/** Berichtigung mit Spur (rückgängig); internal. */
export type MinutesCorrection = Sentence & { readonly date: string; readonly time: string; readonly by: string };

/** Niederschrift (§ 93 VwVfG als Muster): Ergebnis-, Beschluss- oder Verlaufsprotokoll. */
export type MinutesView = {
  readonly head: PaperHead;
  readonly kind: MinutesRules["kind"]["value"];
  readonly meeting: MeetingHead;
  readonly status: "draft" | "sent" | "approved";
  readonly sentOn?: string;
  readonly objectionsUntil?: string;
  readonly approvedOn?: string;
  /** "in der Sitzung, niemand widersprach; § 9 Abs. 3 GO" */
  readonly approvedHow?: string;
  readonly chair?: PersonName;
  readonly minuteTaker?: PersonName;
  readonly attendance: AttendanceSummary;
  /** Opening, invitation in due form, quorum with paragraph, coming and going, closing. */
  readonly quorum: readonly Sentence[];
  readonly opening: readonly Sentence[];
  readonly items: readonly MinutesItem[];
  readonly closing: readonly Sentence[];
  readonly objections: readonly Sentence[];
  readonly signatures: readonly Sentence[];
  readonly corrections: readonly MinutesCorrection[];
  readonly attachments: readonly Attachment[];
};

/** Schritt der Beratungsfolge. */
export type RouteStep = { readonly body: string; readonly date?: string; readonly role: string };

/** Satz der Vorgeschichte mit Verweisen. */
export type HistoryEntry = Sentence & { readonly links: readonly PaperLink[] };

/** Amt mit den Gewählten, wie der Bericht sie nennt. */
export type ReportOffice = Sourced & { readonly title: string; readonly holders: readonly PersonName[] };

/** Feld von Feststellungen: "Ambulanter Bereich", "Stationärer Bereich", "Weitere Aspekte". Internal if all that stands in it is. */
export type FindingField = {
  readonly title?: string;
  readonly internalOnly?: true;
  readonly statements: readonly Statement[];
};

/** Vereinbarung, mit Termin, wo einer vereinbart wurde. */
export type Agreement = Sentence & { readonly date?: AgreedDate };

/** Sitzungsbericht (Bericht der Verwaltung). */
export type ReportView = {
  readonly head: PaperHead;
  readonly paper: {
    /** "Bericht der Verwaltung" */
    readonly type: string;
    readonly number?: string;
    readonly date: string;
    readonly unit?: string;
    readonly isPublic: boolean;
  };
  readonly route: readonly RouteStep[];
  readonly summary: readonly Sentence[];
  readonly history: readonly HistoryEntry[];
  readonly meeting: MeetingHead;
  readonly sitting: readonly Sentence[];
  /** Lead-in of the groups ("Anwesend waren:"). */
  readonly attendanceLeadIn?: Sentence;
  readonly attendance: readonly AttendanceGroup[];
  /** Voting seats apart from heads, quorum. */
  readonly voting: readonly Sentence[];
  /** Geschäftsordnung and other resolutions. */
  readonly resolutions: readonly Statement[];
  readonly electionLeadIn?: Sentence;
  readonly elections: readonly ReportOffice[];
  readonly findings: readonly FindingField[];
  readonly agreements: readonly Agreement[];
  readonly forwarding: readonly Sentence[];
  /** Lead-in of the dates ("Als nächste reguläre Sitzungstermine im Jahr 2023 wurden festgelegt:"). */
  readonly datesLeadIn?: Sentence;
  readonly dates: readonly AgreedDate[];
  readonly attachments: readonly Attachment[];
};
