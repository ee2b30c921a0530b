import { itemsOf } from "../agenda/queries.ts";
import type { AgendaItem } from "../agenda/state.ts";
import type { EventRef, SeatId } from "../kernel/ids.ts";
import { entries, entry } from "../kernel/table.ts";
import type { Task } from "../minutes/state.ts";
import { electionsOf, electionView } from "./election-view.ts";
import { awaySentences } from "./minutes-course.ts";
import { adjournment, agreedDate, type Belongs, entriesOf, statementsOf, subjectOf } from "./minutes-statements.ts";
import { motionsOf, motionView } from "./motion-view.ts";
import { isInternalItem, type PaperSource } from "./paper-source.ts";
import { ownerOf, seatName } from "./people-in-papers.ts";
import { internalIf, sentence, sourcesOf } from "./sourced.ts";
import type { MinutesItem, MinutesTask, Sentence } from "./views.ts";

/** Tagesordnungspunkte im Protokoll, in the agenda's order; at the end what belongs to none, if there is any. */
export function minutesItems(source: PaperSource): readonly MinutesItem[] {
  const items = itemsOf(source.state.agenda, source.meeting.number);
  const numbers = new Set(items.map(({ item }) => item));
  const rest = contentOf(source, (item) => item === undefined || !numbers.has(item));
  const outside = {
    title: source.context.wording.minutes.withoutItem,
    isPublic: true,
    recusals: [],
    ...rest,
  };
  return [
    ...items.map((item, index) => minutesItem(source, item, index + 1)),
    ...(Object.values(rest).some((list) => list.length > 0) ? [outside] : []),
  ];
}

function minutesItem(source: PaperSource, item: AgendaItem, position: number): MinutesItem {
  const content = contentOf(source, (other) => other === item.item);
  return {
    number: String(position),
    title: item.title,
    isPublic: item.public,
    recusals: recusals(source, item),
    ...content,
    statements: [...content.statements, ...adjournment(source, item)],
  };
}

type Content = Pick<MinutesItem, "statements" | "motions" | "elections" | "tasks" | "dates">;

/** A motion of an earlier meeting's item belongs to none of this one; so does what was entered under an item struck since. */
function contentOf(source: PaperSource, belongs: Belongs): Content {
  const statements = statementsOf(source, belongs);
  return {
    statements: mentions(source)
      ? statements
      : statements.filter(({ grade }) => grade !== "mentioned" && grade !== "said"),
    motions: motionsOf(source)
      .filter((motion) => belongs(motion.item))
      .map((motion) => motionView(source, motion)),
    elections: electionsOf(source)
      .filter((election) => belongs(election.item))
      .map((election) => electionView(source, election)),
    tasks: tasksOf(source)
      .filter((task) => belongs(task.item))
      .map((task) => taskView(source, task)),
    dates: entriesOf(source, "date")
      .filter((one) => belongs(one.item))
      .map((one) => agreedDate(source, one)),
  };
}

/** A Beschlussprotokoll leaves out what was merely mentioned or said. */
const mentions = ({ state }: PaperSource): boolean => state.rules.protocol.kind.value !== "beschluss";

/** Befangenheit: as declared and not lifted, and as it was when a ballot of the item was opened. */
function recusals(source: PaperSource, { item, public: isPublic }: AgendaItem): readonly Sentence[] {
  const { state, meeting, context } = source;
  const refs = new Map<SeatId, readonly EventRef[]>();
  const add = (seat: SeatId, ref: EventRef) => refs.set(seat, [...(refs.get(seat) ?? []), ref]);
  for (const conflict of state.ballots.conflicts) if (conflict.item === item) add(conflict.seat, conflict.source);
  for (const ballot of entries(state.ballots.ballots)) {
    if (ballot.meeting !== meeting.number || subjectOf(source, ballot).item !== item) continue;
    // Nobody takes part in deciding on its own conflict; what came of it is declared by itself.
    if (ballot.subject.kind === "question" && isAboutConflict(source, ballot.subject.question)) continue;
    for (const seat of ballot.recused) add(seat, ballot.source);
  }
  return [...refs].flatMap(([seat, sources]) => [
    sentence(context.wording.minutes.recused(seatName(source, seat)), sources, !isPublic),
    ...awayFor(source, item, seat),
  ]);
}

function isAboutConflict({ state }: PaperSource, question: number): boolean {
  return entry(state.questions.questions, question)?.subject.kind === "conflict";
}

/** Verlassen des Raums während dieses Punktes: "X verlässt den Raum um 10:10 Uhr, kehrt um 10:40 Uhr zurück." */
function awayFor(source: PaperSource, item: number, seat: SeatId): readonly Sentence[] {
  const calledAt = entry(source.state.agenda.items, item)?.calledAt;
  if (calledAt === undefined) return [];
  const later = itemsOf(source.state.agenda, source.meeting.number).flatMap((one) => one.calledAt ?? []);
  const end = later.filter((at) => at > calledAt).sort()[0];
  const people = [...source.meeting.attendance.values()].filter((one) => one.seat === seat);
  return people.flatMap((one) =>
    awaySentences(source, one, ({ from }) => from >= calledAt && (end === undefined || from < end)),
  );
}

/** Aufgaben dieser Sitzung. */
export function tasksOf({ state, meeting }: PaperSource): readonly Task[] {
  return entries(state.minutes.tasks).filter((task) => task.meeting === meeting.number);
}

function taskView(source: PaperSource, task: Task): MinutesTask {
  return {
    text: source.context.wording.minutes.task(task.text, task.dueText),
    ...ownerOf(source, task),
    ...(task.due === undefined ? {} : { due: task.due }),
    sources: sourcesOf([task.source]),
    ...internalIf(isInternalItem(source, task.item)),
  };
}
