import { annexedWorkshops } from "../committee/annexes.ts";
import { ideaEntries } from "../committee/idea-entries.ts";
import type { CommitteeState, Correction } from "../committee/state.ts";
import { attendanceSummary } from "./attendance-summary.ts";
import { quorumSentences } from "./attendance-view.ts";
import { minutesStanding } from "./minutes-approval.ts";
import { closingSentences, openingSentences } from "./minutes-course.ts";
import { minutesItems } from "./minutes-item.ts";
import { entriesOf } from "./minutes-statements.ts";
import { heldHead, paperHead } from "./paper-heads.ts";
import { type PaperContext, type PaperSource, paperSource } from "./paper-source.ts";
import { personWithOrganization, spokenName } from "./people-in-papers.ts";
import { sourcesOf } from "./sourced.ts";
import type { Attachment, MinutesCorrection, MinutesView } from "./views.ts";
import { firstDayOf } from "./workshop-source.ts";

/** Niederschrift of one meeting, internal form; its kind as the rules want it. */
export function minutesView(state: CommitteeState, meeting: number, context: PaperContext): MinutesView {
  const source = paperSource(state, meeting, context);
  const { chairedBy, minuteTaker } = source.meeting;
  return {
    head: paperHead(source),
    kind: state.rules.protocol.kind.value,
    meeting: heldHead(source),
    ...minutesStanding(source),
    ...(chairedBy === undefined ? {} : { chair: personWithOrganization(source, chairedBy) }),
    ...(minuteTaker === undefined ? {} : { minuteTaker: personWithOrganization(source, minuteTaker) }),
    attendance: attendanceSummary(source),
    quorum: quorumSentences(source),
    opening: openingSentences(source),
    items: minutesItems(source),
    closing: closingSentences(source),
    corrections: state.corrections
      .filter((correction) => correction.meeting === meeting && !ideaEntries.has(correction.label))
      .map((correction) => correctionView(source, correction)),
    attachments: attachmentsOf(source),
  };
}

/** Anlagen: as they were named, then the Dokumentation of each workshop that belongs to the meeting. */
export function attachmentsOf(source: PaperSource): readonly Attachment[] {
  const { state, meeting, context } = source;
  const { documentation } = context.wording;
  const named = entriesOf(source, "attachment");
  const annexed = annexedWorkshops(state, meeting.number).map((workshop) =>
    documentation.annexTitle(workshop.title, firstDayOf(workshop, context)),
  );
  return [...named.map(({ title }) => title), ...annexed].map((title) => ({ title }));
}

function correctionView(source: PaperSource, { label, meta }: Correction): MinutesCorrection {
  const { context } = source;
  return {
    text: context.wording.minutes.corrected(label),
    date: context.localDate(meta.at),
    time: context.localTime(meta.at),
    by: meta.by === "system" ? context.wording.minutes.system : spokenName(source, meta.by),
    sources: sourcesOf([meta.version]),
    internalOnly: true,
  };
}
