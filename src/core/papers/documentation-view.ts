import { workshopAnnexes } from "../committee/annexes.ts";
import { groupsOf, standingIdeas } from "../committee/idea-groups-now.ts";
import { wallOf } from "../committee/idea-wall.ts";
import type { CommitteeState } from "../committee/state.ts";
import { headsNow } from "../committee/workshop-now.ts";
import type { Appointment } from "../kernel/appointment.ts";
import { entries, entry } from "../kernel/table.ts";
import type { Workshop } from "../workshop/state.ts";
import { headCountOf } from "./attendance-groups.ts";
import type { DocumentationView } from "./documentation.ts";
import { documentedEntries } from "./documented-entries.ts";
import { documentedSections } from "./documented-ideas.ts";
import { documentedResults, resultsOfWorkshop } from "./documented-results.ts";
import { documentedTags } from "./documented-tags.ts";
import { documentedWeightings } from "./documented-weightings.ts";
import { committeeHead, heldHead } from "./paper-heads.ts";
import { type PaperContext, paperSource } from "./paper-source.ts";
import { personWithOrganization } from "./people-in-papers.ts";
import { sourcesOf } from "./sourced.ts";
import type { MeetingHead } from "./views.ts";
import { firstDayOf, type WorkshopSource } from "./workshop-source.ts";

/** Dokumentation of a workshop as it stands now, internal form. */
export function documentationView(state: CommitteeState, workshop: Workshop, context: PaperContext): DocumentationView {
  const date = firstDayOf(workshop, context);
  const source: WorkshopSource = { state, workshop, context, meeting: { appointment: { date } } };
  const { title, days, place, continues, status, anonymous, moderators, questions } = workshop;
  const [annexTo] = workshopAnnexes(state, workshop);
  const results = resultsOfWorkshop(state, workshop);
  return {
    head: committeeHead(state, context),
    title,
    meeting: { date, ...(place === undefined ? {} : { place }) },
    days: days.map(dayView),
    ...meetingHead(source, "continues", continues),
    ...meetingHead(source, "annexTo", annexTo),
    isFinal: status === "closed",
    isAnonymous: anonymous,
    moderators: moderators.map((person) => personWithOrganization(source, person)),
    participants: participantsOf(workshop),
    questions: questions.map(({ question, text, room }) => ({
      number: question,
      text,
      ...(room === undefined ? {} : { room: state.membership.rooms.get(room)?.name ?? room }),
    })),
    ...numbersOf(source),
    sections: documentedSections(source),
    recorded: documentedEntries(source),
    weightings: documentedWeightings(source),
    results: documentedResults(source, results),
    tagLists: documentedTags(source, results),
  };
}

const dayView = ({ date, from, to }: Appointment): DocumentationView["days"][number] => ({
  date,
  ...(from === undefined ? {} : { begin: from }),
  ...(to === undefined ? {} : { end: to }),
});

function meetingHead<Key extends "continues" | "annexTo">(
  { state, context }: WorkshopSource,
  key: Key,
  meeting: number | undefined,
): Partial<Record<Key, MeetingHead>> {
  if (meeting === undefined || entry(state.meetings.meetings, meeting) === undefined) return {};
  const head: Partial<Record<Key, MeetingHead>> = {};
  head[key] = heldHead(paperSource(state, meeting, context));
  return head;
}

function participantsOf(workshop: Workshop): DocumentationView["participants"] {
  return headsNow(workshop).map(({ group, qualifier, count, source }) => ({
    label: group,
    ...headCountOf({ count, qualifier }),
    sources: sourcesOf([source]),
  }));
}

function numbersOf({ state, workshop }: WorkshopSource) {
  const { sections, hidden, sealed } = wallOf(state, workshop);
  const ungrouped = sections.reduce((sum, section) => sum + section.ungrouped.length, 0);
  const withdrawn = entries(state.workshops.ideas).filter(
    (idea) => idea.workshop === workshop.workshop && idea.isWithdrawn,
  ).length;
  return {
    ideas: standingIdeas(state, workshop).length,
    groups: groupsOf(state, workshop).length,
    ...(ungrouped === 0 ? {} : { ungrouped }),
    ...(withdrawn === 0 ? {} : { withdrawn }),
    ...(hidden === 0 ? {} : { hidden }),
    ...(sealed === 0 ? {} : { sealed }),
  };
}
