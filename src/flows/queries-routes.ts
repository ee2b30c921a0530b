import { committeeTags, ideasWithTag, knownTag, resultsWithTag } from "../core/committee/committee-tags.ts";
import { type Provenance, provenanceOf, provenanceOfIdea, resultsOfIdea } from "../core/committee/result-story.ts";
import { entries, entry } from "../core/kernel/table.ts";
import type { WorkshopResult } from "../core/route/state.ts";
import {
  dotsLine,
  fromGroup,
  fromIdea,
  fromMotion,
  fromOutside,
  fromWorkshop,
  howToForward,
  howToMakeResult,
  ideaIsWithdrawn,
  ideasStillHidden,
  knownTagsLine,
  noResultOfIdea,
  noResults,
  noSuchIdea,
  noSuchResult,
  ownerLine,
  resultLine,
  resultsHead,
  resultsWithTagHead,
  routeHead,
  standsAt,
  tagCount,
  tagListLine,
  tagsHead,
  tagsLine,
  unknownTagLine,
} from "../texts/announcements-routes.ts";
import { shortened } from "./parameters/things.ts";
import type { Query } from "./queries.ts";
import type { Asked } from "./queries-asked.ts";
import { statusOf, stepStanding, templateChoices, whatFollows } from "./replies/route-lines.ts";
import { plainChoice } from "./replies/telling.ts";
import { type Block, heading, list, type ReplyChoice } from "./reply.ts";

type Wanted = Extract<Query, { kind: "results" }>;
type Blocks = readonly (Block | string)[];

/** Ergebnisse und ihr Weg: one, those of an idea, those with a Schlagwort, or all. */
export function resultsBlocks(asked: Asked, { result, idea, tag }: Wanted): Blocks {
  if (result !== undefined) {
    const one = entry(asked.state.routes.results, result);
    return one === undefined ? [noSuchResult(result)] : storyBlocks(asked, one);
  }
  if (idea !== undefined) return ideaBlocks(asked, idea);
  return tag === undefined ? allBlocks(asked) : taggedBlocks(asked, tag);
}

/** Von der Idee bis zur Antwort. */
function storyBlocks(asked: Asked, one: WorkshopResult): Blocks {
  return [
    heading(resultLine(one, shortened(one.text))),
    ...(shortened(one.text) === one.text ? [] : [one.text]),
    list([...originLines(asked, one), ...ownLines(asked, one)]),
    ...wayBlocks(asked, one),
  ];
}

function wayBlocks({ state, today }: Asked, one: WorkshopResult): Blocks {
  if (one.steps.length === 0) return [howToForward(one.result)];
  return [routeHead(), list(one.steps.map((step) => stepStanding(state, step, today))), whatFollows(one)];
}

function originLines(asked: Asked, one: WorkshopResult): readonly string[] {
  const { origin } = one;
  const provenance = provenanceOf(asked.state, one);
  const { workshop } = provenance;
  return [
    ...(workshop === undefined ? [] : [fromWorkshop(workshop.title)]),
    ...(origin.kind === "motion" ? [fromMotion(origin.number)] : []),
    ...(origin.kind === "none" ? [fromOutside()] : []),
    ...provenanceLines(asked, provenance),
  ];
}

function provenanceLines({ names }: Asked, { workshop, idea, group, dots }: Provenance): readonly string[] {
  const isHidden = workshop?.hidden === true && !workshop.revealed;
  const by = idea?.person === undefined ? undefined : names.person(idea.person);
  return [
    ...(idea === undefined || isHidden ? [] : [fromIdea(idea.idea, by, idea.text)]),
    ...(isHidden ? [ideasStillHidden()] : []),
    ...(idea?.isWithdrawn === true ? [ideaIsWithdrawn()] : []),
    ...(group === undefined ? [] : [fromGroup(group.group, group.name)]),
    ...dots.map(({ kind, ...count }) => dotsLine(kind, count)),
  ];
}

function ownLines({ names }: Asked, { owner: person, ownerName, tags }: WorkshopResult): readonly string[] {
  const owner = person === undefined ? ownerName : names.person(person);
  return [...(owner === undefined ? [] : [ownerLine(owner)]), ...(tags.size === 0 ? [] : [tagsLine([...tags])])];
}

function ideaBlocks(asked: Asked, number: number): Blocks {
  const { state } = asked;
  const idea = entry(state.workshops.ideas, number);
  if (idea === undefined) return [noSuchIdea(number)];
  const provenance = provenanceOfIdea(state, idea);
  const results = resultsOfIdea(state, idea);
  const tags = idea.tags.size === 0 ? [] : [tagsLine([...idea.tags])];
  return [
    list([...provenanceLines(asked, provenance), ...tags]),
    ...(results.length === 0 ? [noResultOfIdea()] : []),
    ...results.flatMap((one): Blocks => [heading(resultLine(one, shortened(one.text))), ...wayBlocks(asked, one)]),
  ];
}

function allBlocks({ state, today }: Asked): Blocks {
  const results = entries(state.routes.results);
  if (results.length === 0) return [noResults(), howToMakeResult(), ...tagBlocks(state)];
  return [heading(resultsHead(results.length)), list(results.map((one) => inShort(one, today))), ...tagBlocks(state)];
}

function taggedBlocks({ state, today }: Asked, typed: string): Blocks {
  const tag = knownTag(state, typed);
  if (!tag.ok) return [unknownTagLine(typed), knownTagsLine(committeeTags(state))];
  const results = resultsWithTag(state, tag.value);
  const head = resultsWithTagHead(tag.value, results.length, ideasWithTag(state, tag.value).length);
  return [heading(head), ...(results.length === 0 ? [] : [list(results.map((one) => inShort(one, today)))])];
}

/** Wie oft jedes Schlagwort vorkommt, list by list. */
function tagBlocks(state: Asked["state"]): Blocks {
  const lists = state.membership.description?.tagLists ?? [];
  const countOf = (tag: string): string =>
    tagCount(tag, resultsWithTag(state, tag).length, ideasWithTag(state, tag).length);
  return lists.length === 0
    ? []
    : [tagsHead(), list(lists.map(({ name, tags }) => tagListLine(name, tags.map(countOf))))];
}

const inShort = (one: WorkshopResult, today: Asked["today"]): string =>
  standsAt(resultLine(one, shortened(one.text)), statusOf(one, today));

const MOST_CHOICES = 5;

export function resultsChoices({ state }: Asked, { result, idea, tag }: Wanted): readonly ReplyChoice[] {
  const { results } = state.routes;
  const one = result === undefined ? undefined : entry(results, result);
  if (result !== undefined && one === undefined) return [plainChoice("ergebnisse")];
  if (one !== undefined) return one.steps.length === 0 ? templateChoices(state, one.result) : [];
  const known = idea === undefined ? undefined : entry(state.workshops.ideas, idea);
  const all = known === undefined ? entries(results) : resultsOfIdea(state, known);
  const wanted = tag === undefined ? all : resultsWithTag(state, tag);
  return wanted.slice(-MOST_CHOICES).map((other) => plainChoice(`wo steht ergebnis ${other.result}`));
}
