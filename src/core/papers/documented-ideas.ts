import { wallOf } from "../committee/idea-wall.ts";
import type { Idea } from "../workshop/state.ts";
import type { DocumentedIdea, DocumentedSection } from "./documentation.ts";
import { personWithOrganization } from "./people-in-papers.ts";
import { sourcesOf } from "./sourced.ts";
import type { WorkshopSource } from "./workshop-source.ts";

/** Ideen nach Leitfrage und Gruppe, as on the wall: what is hidden is not there. */
export function documentedSections(source: WorkshopSource): readonly DocumentedSection[] {
  const idea = (one: Idea): DocumentedIdea => documentedIdea(source, one);
  return wallOf(source.state, source.workshop).sections.map(({ question, groups, ungrouped }) => ({
    ...(question === undefined ? {} : { question: { number: question.question, text: question.text } }),
    groups: groups.map(({ group, ideas }) => ({
      number: group.group,
      name: group.name,
      ideas: ideas.map(idea),
      sources: sourcesOf([group.source]),
    })),
    ungrouped: ungrouped.map(idea),
  }));
}

function documentedIdea(source: WorkshopSource, one: Idea): DocumentedIdea {
  const { idea, text, person, support, tags, photo, comments } = one;
  return {
    number: idea,
    text,
    ...(person === undefined ? {} : { by: personWithOrganization(source, person) }),
    ...(support.size === 0 ? {} : { support: support.size }),
    tags: [...tags],
    hasPhoto: photo !== undefined,
    comments: comments.map((comment) => ({
      text: comment.text,
      by: personWithOrganization(source, comment.person),
      sources: sourcesOf([comment.source]),
    })),
    sources: sourcesOf([one.source]),
  };
}
