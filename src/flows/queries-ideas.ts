import { ideasWithTag } from "../core/committee/committee-tags.ts";
import { ideasFor, ideasOf, workshopOfIdeas } from "../core/committee/ideas-now.ts";
import { entry } from "../core/kernel/table.ts";
import type { Idea, Workshop } from "../core/workshop/state.ts";
import {
  anonymousIdeasAreNobodys,
  commentBy,
  ideaOfQuestion,
  ideasCounted,
  ideasFrom,
  ideasHiddenStill,
  ideasInBox,
  nextIdeasLabel,
  noIdeasFit,
  noIdeasYet,
  noOwnIdeas,
  ownIdeasHead,
  supportedBy,
} from "../texts/announcements-ideas.ts";
import { people } from "../texts/names.ts";
import { photoLabel, photoThere } from "../texts/photos.ts";
import type { Query } from "./queries.ts";
import type { Asked } from "./queries-asked.ts";
import { lineOfIdea, supportChoice, withdrawChoice } from "./replies/idea-lines.ts";
import { choice, plainChoice } from "./replies/telling.ts";
import { type Block, heading, list, type ReplyChoice } from "./reply.ts";
import { shownIdea } from "./shown-idea.ts";

type Wanted = Extract<Query, { kind: "ideas" }>;
type Blocks = readonly (Block | string)[];

const PAGE = 30;

/** Ideen, all or those that fit, a page at a time; or a single one with what was said to it. */
export function ideasBlocks(asked: Asked, query: Wanted): Blocks {
  if (query.idea !== undefined) return oneIdea(asked, query.idea);
  const { state, names } = asked;
  const workshop = workshopOfIdeas(state);
  if (workshop === undefined) return [noIdeasYet()];
  const { shown, all, fitting } = pageOf(asked, workshop, query);
  const lines = list(shown.map((one) => lineOfIdea(state, one, names)));
  if (query.own === true)
    return [
      ...(fitting.length === 0 ? [noOwnIdeas()] : [heading(ownIdeasHead(workshop.title)), lines]),
      ...(workshop.anonymous ? [anonymousIdeasAreNobodys()] : []),
    ];
  const question = workshop.questions.find((one) => one.question === query.question);
  return [
    heading(ideasCounted(workshop.title, all.length)),
    ...(question === undefined ? [] : [ideaOfQuestion(question.question, question.text)]),
    ...(workshop.sealed === 0 ? [] : [ideasInBox(workshop.sealed)]),
    ...(workshop.revealed ? [] : [ideasHiddenStill()]),
    ...(workshop.revealed && all.length > 0 && fitting.length === 0 ? [noIdeasFit()] : []),
    ...pageLines(shown, fitting),
    ...(shown.length === 0 ? [] : [lines]),
  ];
}

/** Which of how many, where one page does not hold them all. */
function pageLines(shown: readonly Idea[], fitting: readonly Idea[]): Blocks {
  const [first] = shown;
  if (first === undefined || shown.length === fitting.length) return [];
  const at = fitting.indexOf(first) + 1;
  return [ideasFrom(at, at + shown.length - 1, fitting.length)];
}

type Page = {
  readonly all: readonly Idea[];
  readonly fitting: readonly Idea[];
  readonly shown: readonly Idea[];
  readonly next: Idea | undefined;
};

function pageOf({ state, person }: Asked, workshop: Workshop, query: Wanted): Page {
  const all = ideasOf(state, workshop);
  const tagged = query.tag === undefined ? undefined : new Set(ideasWithTag(state, query.tag));
  // What is hidden is shown to its giver alone, and only where nobody else reads it.
  const visible = workshop.revealed || query.own === true ? ideasFor(state, workshop, person) : [];
  const fitting = visible.filter(
    (one) =>
      (query.question === undefined || one.question === query.question) &&
      (query.group === undefined || one.group === query.group) &&
      (tagged === undefined || tagged.has(one)) &&
      (query.own !== true || one.person === person),
  );
  const rest = fitting.filter(({ idea }) => idea >= (query.from ?? 0));
  return { all, fitting, shown: rest.slice(0, PAGE), next: rest[PAGE] };
}

function oneIdea(asked: Asked, number: number): Blocks {
  const { state, names } = asked;
  const shown = shownIdea(asked, number);
  if (typeof shown === "string") return [shown];
  const { idea, workshop } = shown;
  const question = workshop.questions.find((one) => one.question === idea.question);
  const comments = idea.comments.map((one) => commentBy(names.person(one.person), one.text));
  return [
    lineOfIdea(state, idea, names),
    ...(question === undefined ? [] : [ideaOfQuestion(question.question, question.text)]),
    ...(idea.support.size === 0 ? [] : [supportedBy(people(names, [...idea.support]))]),
    ...(comments.length === 0 ? [] : [list(comments)]),
    ...(idea.photo === undefined ? [] : [photoThere(number)]),
  ];
}

const MOST_CHOICES = 3;

export function ideasChoices(asked: Asked, query: Wanted): readonly ReplyChoice[] {
  const { state, person } = asked;
  if (query.idea !== undefined) {
    const idea = entry(state.workshops.ideas, query.idea);
    return idea === undefined ? [] : [...photoChoice(asked, idea), ...choicesFor(asked, idea)];
  }
  const workshop = workshopOfIdeas(state);
  if (workshop === undefined) return [];
  const { shown, next } = pageOf(asked, workshop, query);
  const more = next === undefined ? [] : [choice(nextIdeasLabel(), `${asLine(query)} ab ${next.idea}`)];
  if (query.own === true && workshop.status === "open")
    return [...more, ...shown.slice(-MOST_CHOICES).map(({ idea }) => withdrawChoice(idea))];
  const isGiver = workshop.status === "open" && shown.some((one) => one.person === person);
  return [...more, ...(isGiver ? [plainChoice("meine ideen")] : [])];
}

/** The question as it would be typed. */
function asLine({ question, group, tag, own }: Wanted): string {
  if (own === true) return "meine ideen";
  return [
    "ideen",
    ...(question === undefined ? [] : [`zu ${question}`]),
    ...(group === undefined ? [] : [`in gruppe ${group}`]),
    ...(tag === undefined ? [] : [`#"${tag}"`]),
  ].join(" ");
}

const photoChoice = (asked: Asked, { idea, photo }: Idea): readonly ReplyChoice[] =>
  photo === undefined || typeof shownIdea(asked, idea) === "string" ? [] : [choice(photoLabel(), `foto ${idea}`)];

/** What somebody can do with an idea; in a room all others are asked. */
function choicesFor({ state, person, incoming }: Asked, idea: Idea): readonly ReplyChoice[] {
  const workshop: Workshop | undefined = entry(state.workshops.workshops, idea.workshop);
  if (workshop?.status !== "open" || idea.isWithdrawn) return [];
  const isAlone = incoming.room === undefined || incoming.isClick === true;
  if (isAlone && idea.person === person) return [withdrawChoice(idea.idea)];
  if (!workshop.revealed) return [];
  if (!isAlone || person === undefined || !idea.support.has(person)) return [supportChoice(idea.idea)];
  return [plainChoice(`nicht mehr ${idea.idea}`)];
}
