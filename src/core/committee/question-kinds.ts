import { itemsOf as agendaItemsOf } from "../agenda/queries.ts";
import type { BallotSubject } from "../ballot/events.ts";
import { foldGerman } from "../kernel/fold-german.ts";
import type { SeatId } from "../kernel/ids.ts";
import { entry } from "../kernel/table.ts";
import type { QuestionEvent, QuestionKind, QuestionManner, QuestionSubject } from "../question/events.ts";
import type { Question } from "../question/state.ts";
import type { MajorityPurpose } from "../rules/majority-requirement.ts";
import { proceduralRuling } from "../rules/procedural-opposition.ts";
import type { Rules } from "../rules/rules.ts";
import { rulesChange } from "../rules/rules-change.ts";
import { type Citation, cite } from "../rules/setting.ts";
import { isAnnouncedAsRulesChange } from "./announced-item.ts";
import { rulesAdopted } from "./changed-rules.ts";
import type { Given } from "./commands.ts";
import { nextReference, openMotion, readyToDecide } from "./decide-motion.ts";
import { decidedTogether, itemsOf } from "./decided-together.ts";
import { divided } from "./divided-motion.ts";
import type { CommitteeEvent } from "./events.ts";
import { proceduralEffects } from "./procedural-effects.ts";
import { recusedSeats } from "./quorum-now.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

type Of<Kind extends QuestionKind> = Extract<QuestionSubject, { kind: Kind }>;
type Decided = Omit<Extract<QuestionEvent, { type: "QuestionDecided" }>, "type" | "question">;

/** Angenommen ohne Abstimmung, as long as fewer than `limit` speak against it; then a vote follows, or it is rejected. */
export type Unopposed = { readonly limit: number; readonly atLimit: "vote" | "rejected"; readonly citation: Citation };

/** Wie entschieden wurde; the numbers only after a ballot. */
export type Manner = {
  readonly manner: QuestionManner;
  readonly ballot?: number;
  readonly eligible?: number;
  readonly unanimous?: boolean;
};

/** Was zu einer Art von Frage gehört. */
type QuestionRow<Kind extends QuestionKind> = {
  /** The majority it needs. */
  purpose(rules: Rules, subject: Of<Kind>): MajorityPurpose;
  /** Whether it may be carried without a vote; without: it may not. */
  unopposed?(rules: Rules, subject: Of<Kind>): Unopposed | undefined;
  /** Seats that take no part in deciding it, beside those befangen at the item. */
  concerned?(state: Slices, subject: Of<Kind>): readonly SeatId[];
  /** What else must hold when it is decided. */
  ready?(state: Slices, subject: Of<Kind>, given: Given, question: Question): Refusal | undefined;
  /** For what it still waits once it is carried; its effect comes with the confirmation then. */
  awaits?(rules: Rules, subject: Of<Kind>): readonly string[];
  /** Carried, it is a resolution with a number of its own. */
  readonly isResolution?: true;
  /** One objection ends it, without any outcome. */
  readonly endsOnObjection?: true;
  /** Folgen: further events of the same step, for carried and rejected alike. */
  follows(
    state: Slices,
    question: Question,
    subject: Of<Kind>,
    outcome: "carried" | "rejected",
    given: Given,
    how: Manner,
  ): readonly CommitteeEvent[];
};

/** Die eine Tabelle der Fragen: majority and effect of every kind. */
const questionKinds: { readonly [Kind in QuestionKind]: QuestionRow<Kind> } = {
  urgentItem: {
    purpose: () => "urgentItem",
    unopposed(rules) {
      const { urgentAdmission } = rules.agenda;
      if (urgentAdmission.value.kind === "vote") return undefined;
      return {
        limit: urgentAdmission.value.n,
        atLimit: "rejected",
        citation: cite("agenda.urgentAdmission", urgentAdmission),
      };
    },
    follows(state, { meeting, mover }, { title }, outcome) {
      if (outcome === "rejected") return [];
      const late = agendaItemsOf(state.agenda, meeting).find(
        (one) => one.arrival === "late" && foldGerman(one.title) === foldGerman(title),
      );
      if (late !== undefined) return [{ type: "AgendaItemAdmitted", item: late.item }];
      const content = { title, public: state.rules.agenda.public.value, deciding: true };
      const item = state.agenda.items.size + 1;
      return [{ type: "AgendaItemAdded", item, meeting, content, proposedBy: mover, arrival: "urgent" }];
    },
  },
  reach: {
    purpose: () => "procedural",
    unopposed: unlessOpposed,
    follows(_state, _question, { kind: _, ...reach }, outcome) {
      return outcome === "carried" ? [{ type: "AmendmentReachSet", ...reach }] : [];
    },
  },
  division: {
    purpose: () => ({ procedural: "divide" }),
    unopposed: unlessOpposed,
    ready(state, { motion }) {
      const ready = openMotion(state, motion);
      return ready.ok ? undefined : ready.error;
    },
    follows(state, { meeting }, { motion: number, parts }, outcome) {
      const motion = entry(state.motions.motions, number);
      return outcome === "rejected" || motion === undefined ? [] : divided(state, motion, parts, meeting);
    },
  },
  enBloc: {
    purpose: () => "motion",
    endsOnObjection: true,
    concerned: (state, { motions }) => itemsOf(state, motions).flatMap((item) => [...recusedSeats(state, item)]),
    ready: (state, { motions }, given) =>
      motions.map((motion) => readyToDecide(state, motion, given)).find((one) => !one.ok)?.error,
    follows: (state, { meeting }, { motions }, outcome, given, how) =>
      decidedTogether(state, meeting, motions, outcome, given, how),
  },
  procedural: {
    purpose: (_, { wants }) => ({ procedural: wants }),
    unopposed(rules, { wants }) {
      const ruling = proceduralRuling(rules, { kind: wants, opposition: null });
      return ruling.needsVote ? undefined : { limit: 1, atLimit: "vote", citation: ruling.citation };
    },
    follows: (state, question, subject, outcome, given) =>
      outcome === "rejected" ? [] : proceduralEffects(state, question, subject, given),
  },
  rulesChange: {
    purpose: () => "goChange",
    isResolution: true,
    ready(state, _subject, _given, { item }) {
      const { reason, citation } = rulesChange(state.rules, { announced: isAnnouncedAsRulesChange(state, item) });
      return reason === undefined ? undefined : { code: "RulesChangeNotAnnounced", citation };
    },
    awaits: (rules) =>
      rulesChange(rules, { announced: true }).conditions.map((one) => (one.kind === "consent" ? one.of : one.by)),
    follows: (state, _question, { settings }, outcome, { today }) =>
      outcome === "carried" ? [rulesAdopted(state, settings, today)] : [],
  },
  conflict: {
    purpose: () => "motion",
    concerned: (_state, { seat }) => [seat],
    follows(state, _question, { seat, item }, outcome) {
      const isRecused = recusedSeats(state, item).has(seat);
      if ((outcome === "carried") === isRecused) return [];
      return [{ type: outcome === "carried" ? "ConflictDeclared" : "ConflictLifted", seat, item }];
    },
  },
  deviation: { purpose: () => "goDeviation", follows: () => [] },
  recall: {
    purpose: (rules) => recallMajority(rules),
    follows(state, _, { office, person }, outcome, { today }) {
      const isHeld = state.membership.offices.get(office)?.heldBy.includes(person) ?? false;
      return outcome === "carried" && isHeld ? [{ type: "OfficeVacated", office, person, until: today }] : [];
    },
  },
};

/** Ohne Gegenrede angenommen (GO), as with every procedural motion. */
function unlessOpposed({ goAntrag }: Rules): Unopposed | undefined {
  const { noOpposition } = goAntrag;
  if (noOpposition.value === "vote") return undefined;
  return { limit: 1, atLimit: "vote", citation: cite("goAntrag.noOpposition", noOpposition) };
}

/** Where the rules were changed since, and know no vote on a recall any more, nothing less than everybody is enough. */
function recallMajority({ office: { recall } }: Rules): MajorityPurpose {
  const citation = cite("office.recall", recall);
  const { value } = recall;
  const isVoted = value.kind !== "never" && value.kind !== "successor";
  return { threshold: isVoted ? value : { kind: "unanimity", basis: "members" }, citation };
}

/** The row of a subject's kind; both come from one table, which the compiler loses sight of when it looks one up. */
const rowOf = (subject: QuestionSubject): QuestionRow<QuestionKind> =>
  questionKinds[subject.kind] as QuestionRow<QuestionKind>;

export const purposeOfQuestion = (rules: Rules, subject: QuestionSubject): MajorityPurpose =>
  rowOf(subject).purpose(rules, subject);

export const unopposedOf = (rules: Rules, subject: QuestionSubject): Unopposed | undefined =>
  rowOf(subject).unopposed?.(rules, subject);

/** Was der Entscheidung noch im Weg steht. */
export const obstacleOf = (state: Slices, question: Question, given: Given): Refusal | undefined =>
  rowOf(question.subject).ready?.(state, question.subject, given, question);

export const endsOnObjection = (subject: QuestionSubject): boolean => rowOf(subject).endsOnObjection === true;

/** Sitze, um die es selbst geht: they have no vote on it. */
export function seatsConcerned(state: Slices, subject: BallotSubject): readonly SeatId[] {
  const question = subject.kind === "question" ? entry(state.questions.questions, subject.question) : undefined;
  return question === undefined ? [] : (rowOf(question.subject).concerned?.(state, question.subject) ?? []);
}

/** Frage entschieden, and in the same step what follows from it. */
export function questionDecided(
  state: Slices,
  number: number,
  decided: Decided,
  given: Given,
  numbers: Pick<Manner, "eligible" | "unanimous"> = {},
): readonly CommitteeEvent[] {
  const question = entry(state.questions.questions, number);
  if (question === undefined) throw new Error(`there is no question ${number}`);
  const { outcome } = decided;
  const awaits = outcome === "carried" ? (rowOf(question.subject).awaits?.(state.rules, question.subject) ?? []) : [];
  const waiting = awaits.length === 0 ? {} : { awaits };
  const isResolution = outcome === "carried" && rowOf(question.subject).isResolution === true;
  const numbered = isResolution ? { reference: nextReference(state, given.today) } : {};
  const event: CommitteeEvent = { type: "QuestionDecided", question: number, ...decided, ...waiting, ...numbered };
  if (outcome === "undecided" || awaits.length > 0) return [event];
  const { manner, ballot } = decided;
  const how = { manner, ...(ballot === undefined ? {} : { ballot }), ...numbers };
  return [event, ...rowOf(question.subject).follows(state, question, question.subject, outcome, given, how)];
}
