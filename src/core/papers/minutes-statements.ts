import type { AgendaItem } from "../agenda/state.ts";
import type { Ballot } from "../ballot/state.ts";
import { entries, entry } from "../kernel/table.ts";
import type { Attribution, NoteGrade } from "../minutes/events.ts";
import type { AnonymousCollection, MinutesEntry } from "../minutes/state.ts";
import { approvalStatements } from "./minutes-approval.ts";
import { isInternalItem, type PaperSource } from "./paper-source.ts";
import { type PeopleSource, quotedName } from "./people-in-papers.ts";
import { namesIn, questionStatements } from "./question-statements.ts";
import { internalIf, sentence, sourcesOf } from "./sourced.ts";
import type { AgreedDate, Grade, Statement } from "./views.ts";
import { writtenStatements } from "./written-statements.ts";

export type Note = Extract<MinutesEntry, { kind: "note" }>;
type DateEntry = Extract<MinutesEntry, { kind: "date" }>;

/** Einträge dieser Sitzung of one kind, in the order in which they were made. */
export function entriesOf<Kind extends MinutesEntry["kind"]>(
  { state, meeting }: PaperSource,
  kind: Kind,
): readonly Extract<MinutesEntry, { kind: Kind }>[] {
  const isWanted = (one: MinutesEntry): one is Extract<MinutesEntry, { kind: Kind }> => one.kind === kind;
  return entries(state.minutes.entries)
    .filter((one) => one.meeting === meeting.number)
    .filter(isWanted);
}

/** Anonyme Sammlungen dieser Sitzung that were closed with something in them. */
export function collectionsOf({ state, meeting }: PaperSource): readonly ClosedCollection[] {
  return entries(state.minutes.collections).flatMap((one) =>
    one.meeting === meeting.number && one.entries !== undefined && one.entries.length > 0
      ? [{ ...one, entries: one.entries }]
      : [],
  );
}

export type ClosedCollection = AnonymousCollection & { readonly entries: readonly string[] };

/** Whether something entered under this item (or none) is asked for. */
export type Belongs = (item: number | undefined) => boolean;

/** Feststellungen in order; the template names their grade. Vorgeschichte belongs to the report alone. */
export function statementsOf(source: PaperSource, belongs: Belongs): readonly Statement[] {
  const all = [
    ...notes(source, belongs),
    ...forwardings(source, belongs),
    ...collections(source, belongs),
    ...cancelledBallots(source, belongs),
    ...questionStatements(source, belongs),
    ...writtenStatements(source, belongs),
    ...approvalStatements(source, belongs),
  ];
  return all.sort((a, b) => a.sources[0] - b.sources[0]);
}

function notes(source: PaperSource, belongs: Belongs): readonly Statement[] {
  const { minutes } = source.context.wording;
  const said = (note: Note) =>
    attributed(source, note, note.field) ??
    (note.points.length > 0 ? minutes.leadIn(note.text, note.field) : minutes.note(note.text, note.field));
  return entriesOf(source, "note").flatMap((note) => {
    if (note.grade === "background" || !belongs(note.item)) return [];
    return [graded(source, note, gradeOf(note.grade, note.said), said(note), note.points, note.internal)];
  });
}

/** Who was who, and the words for it. */
export type WordedSource = PeopleSource & Pick<PaperSource, "context">;

/** What somebody named said needs no grade in front of it. */
export const gradeOf = <G extends NoteGrade>(grade: G, said: Attribution | undefined): G | "said" =>
  said === undefined ? grade : "said";

/** What somebody said, with the name; undefined for what nobody in particular did. */
export function attributed(source: WordedSource, { said, text }: Note, field: string | undefined): string | undefined {
  if (said === undefined) return undefined;
  const who = said.person === undefined ? (said.name ?? "") : quotedName(source, said.person);
  return source.context.wording.minutes.attributed({ manner: said.manner, who, text, field });
}

/** A statement with the points of its list; all of them stem from the one event. */
export function graded(
  source: PaperSource,
  from: { readonly item?: number; readonly source: number },
  grade: Grade,
  text: string,
  points: readonly string[],
  isInternal: boolean,
): Statement {
  const internal = internalIf(isInternal || isInternalItem(source, from.item));
  const sources = sourcesOf([from.source]);
  return { text, grade, entries: points.map((point) => ({ text: point, sources, ...internal })), sources, ...internal };
}

function forwardings(source: PaperSource, belongs: Belongs): readonly Statement[] {
  const { minutes } = source.context.wording;
  return entriesOf(source, "forwarding")
    .filter((one) => belongs(one.item))
    .map((one) => graded(source, one, "agreed", minutes.forwarding(one.to, one.text), [], false));
}

function collections(source: PaperSource, belongs: Belongs): readonly Statement[] {
  const { minutes } = source.context.wording;
  return collectionsOf(source)
    .filter((one) => belongs(one.item))
    .map((one) => graded(source, one, "mentioned", minutes.collection(one.heading), one.entries, false));
}

function cancelledBallots(source: PaperSource, belongs: Belongs): readonly Statement[] {
  const { state, meeting, context } = source;
  return entries(state.ballots.ballots).flatMap((ballot) => {
    const { about, item } = subjectOf(source, ballot);
    if (ballot.meeting !== meeting.number || ballot.status !== "cancelled" || !belongs(item)) return [];
    const text = context.wording.minutes.ballotCancelled(about, ballot.cancelReason ?? "");
    return [
      {
        ...sentence(text, ballot.sources, isInternalItem(source, item)),
        grade: "found",
        entries: [],
      } satisfies Statement,
    ];
  });
}

/** What a ballot was about, in words, and the item it belongs to. */
export function subjectOf(
  source: PaperSource,
  { subject }: Ballot,
): { readonly about: string; readonly item: number | undefined } {
  const { state, context } = source;
  const { minutes } = context.wording;
  if (subject.kind === "motion")
    return { about: minutes.motion(subject.motion), item: entry(state.motions.motions, subject.motion)?.item };
  if (subject.kind === "amendment") {
    const motion = entry(state.motions.amendments, subject.amendment)?.motion ?? 0;
    return { about: minutes.amendment(subject.amendment), item: entry(state.motions.motions, motion)?.item };
  }
  if (subject.kind === "question") {
    const question = entry(state.questions.questions, subject.question);
    const about = question === undefined ? "" : minutes.question(question.question, question.subject, namesIn(source));
    return { about, item: question?.item };
  }
  const election = entry(state.elections.elections, subject.election);
  return { about: election?.title ?? minutes.round(subject.round), item: election?.item };
}

/** Vertagt. */
export function adjournment(source: PaperSource, item: AgendaItem): readonly Statement[] {
  if (item.status !== "adjourned") return [];
  const { adjourned, deferred } = source.context.wording.minutes;
  return [
    {
      ...sentence(item.deferred ? deferred : adjourned, item.sources.slice(-1), !item.public),
      grade: "agreed",
      entries: [],
    },
  ];
}

/** Vereinbarter Termin. */
export function agreedDate(source: PaperSource, one: DateEntry): AgreedDate {
  const { date, from, to } = one.appointment;
  return {
    title: one.title,
    ...quarterOf(one.quarter),
    date,
    ...(from === undefined ? {} : { begin: from }),
    ...(to === undefined ? {} : { end: to }),
    sources: sourcesOf([one.source]),
    ...internalIf(isInternalItem(source, one.item)),
  };
}

function quarterOf(quarter: number | undefined): Pick<AgreedDate, "quarter"> {
  if (quarter === 1 || quarter === 2 || quarter === 3 || quarter === 4) return { quarter };
  return {};
}
