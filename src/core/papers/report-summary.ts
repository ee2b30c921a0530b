import { ordinalOf } from "../committee/meeting-ordinal.ts";
import { acceptedBy } from "./election-view.ts";
import { entriesOf } from "./minutes-statements.ts";
import { isInternalItem, type PaperSource } from "./paper-source.ts";
import { spokenName } from "./people-in-papers.ts";
import { completedElections, decidedMotions } from "./report-decided.ts";
import { sentence } from "./sourced.ts";
import type { Sentence } from "./views.ts";

/** Zusammenfassung, derived from what the report says in full. Of non-public items it says nothing, not even how many there were. */
export function summary(source: PaperSource): readonly Sentence[] {
  return [
    ...tookPlace(source),
    ...resolved(source),
    ...elected(source),
    ...agreed(source),
    ...appointments(source),
    ...dates(source),
    ...forwarded(source),
  ];
}

function tookPlace(source: PaperSource): readonly Sentence[] {
  const { meeting, state, context } = source;
  if (meeting.openedAt === undefined) return [];
  const committee = state.membership.description?.name ?? "";
  const { date } = meeting.appointment;
  const text = context.wording.report.tookPlace({ date, ordinal: ordinalOf(source), committee });
  return [sentence(text, meeting.sources)];
}

function resolved(source: PaperSource): readonly Sentence[] {
  const carried = decidedMotions(source).filter(
    ({ motion, decided }) => decided.outcome === "carried" && !isInternalItem(source, motion.item),
  );
  if (carried.length === 0) return [];
  const titles = carried.map(({ motion, decided }) => ({
    withAmendments: decided.withAmendments,
    ...(motion.title === undefined ? {} : { title: motion.title }),
  }));
  const refs = carried.map(({ decided }) => decided.source);
  return [sentence(source.context.wording.report.summary.resolved(titles), refs)];
}

function elected(source: PaperSource): readonly Sentence[] {
  const complete = completedElections(source).filter((election) => !isInternalItem(source, election.item));
  if (complete.length === 0) return [];
  const people = complete.flatMap(acceptedBy).map((person) => spokenName(source, person));
  const refs = complete.flatMap(({ elected: all }) =>
    all.filter((one) => one.answer === "accepted").flatMap((one) => one.sources),
  );
  return [sentence(source.context.wording.report.summary.elected(people), refs)];
}

function agreed(source: PaperSource): readonly Sentence[] {
  const notes = entriesOf(source, "note").filter(
    (note) => note.grade === "agreed" && !note.internal && !isInternalItem(source, note.item),
  );
  if (notes.length === 0) return [];
  const text = source.context.wording.report.summary.agreed(notes.length);
  return [
    sentence(
      text,
      notes.map((note) => note.source),
    ),
  ];
}

function publicDates(source: PaperSource) {
  return entriesOf(source, "date").filter((one) => !isInternalItem(source, one.item));
}

function appointments(source: PaperSource): readonly Sentence[] {
  const wording = source.context.wording.report.summary;
  return publicDates(source)
    .filter((one) => one.dateKind !== "meeting")
    .map((one) => sentence(wording.appointment(one.title, one.appointment.date), [one.source]));
}

function dates(source: PaperSource): readonly Sentence[] {
  const regular = publicDates(source).filter((one) => one.dateKind === "meeting");
  if (regular.length === 0) return [];
  const text = source.context.wording.report.summary.dates(regular.length);
  return [
    sentence(
      text,
      regular.map((one) => one.source),
    ),
  ];
}

function forwarded(source: PaperSource): readonly Sentence[] {
  const promised = entriesOf(source, "forwarding").filter((one) => !isInternalItem(source, one.item));
  if (promised.length === 0) return [];
  const bodies = [...new Set(promised.map((one) => one.to))];
  const text = source.context.wording.report.summary.forwarding(bodies);
  return [
    sentence(
      text,
      promised.map((one) => one.source),
    ),
  ];
}
