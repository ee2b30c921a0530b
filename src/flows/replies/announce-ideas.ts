import { ideasFor, ideasOf } from "../../core/committee/ideas-now.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import { entries, entry } from "../../core/kernel/table.ts";
import type { WorkshopEvent } from "../../core/workshop/events.ts";
import { nearestIdea } from "../../core/workshop/near-duplicates.ts";
import type { Idea, Workshop } from "../../core/workshop/state.ts";
import {
  boxOpened,
  ideaChanged,
  ideaCommented,
  ideaNoted,
  ideaOfQuestion,
  ideaSupportEnded,
  ideaSupported,
  ideasNoted,
  ideasRevealed,
  ideasStayHidden,
  ideaWithdrawn,
  looksLike,
  looksLikeOwn,
  moreIdeas,
  sealedIdeasTaken,
  yourIdeaChanged,
  yourIdeaCommented,
  yourIdeaIsBack,
  yourIdeaWithdrawn,
} from "../../texts/announcements-ideas.ts";
import { photoTaken } from "../../texts/photos.ts";
import { list } from "../reply.ts";
import { announceTags } from "./announce-tags.ts";
import { lineOfIdea, supportChoice, withdrawChoice } from "./idea-lines.ts";
import { type Announcement, type Announcers, type Happened, plainChoice, type Summons, silent } from "./telling.ts";

type Told =
  | "IdeaGiven"
  | "AnonymousIdeaGiven"
  | "AnonymousIdeasOpened"
  | "IdeaChanged"
  | "IdeaWithdrawn"
  | "IdeasRevealed"
  | "IdeaCommented"
  | "IdeaSupported"
  | "IdeaSupportEnded"
  | "IdeaTagged"
  | "IdeaUntagged";

type Of<Type extends Told> = Extract<WorkshopEvent, { type: Type }>;

/** Ideen: the rooms stay quiet, a message that is kept up to date shows them there. Many given at once are told together. */
export const announceIdeas: Announcers<Told> = {
  IdeaGiven: (event, told) => (isFirst(event, told) ? given(told) : silent),
  AnonymousIdeaGiven: (event, told) =>
    isFirst(event, told) ? { actor: [sealedIdeasTaken(sameKind(event, told).length)] } : silent,
  AnonymousIdeasOpened: (event, told) => opened(event, told),
  IdeaChanged: ({ idea }, told) =>
    about(told.after, idea, (one) => ({
      actor: [ideaChanged(idea, one.text)],
      ...toAuthor(one, told, (by) => yourIdeaChanged(by, idea, one.text)),
    })),
  IdeaWithdrawn: ({ idea }, told) =>
    about(told.after, idea, (one) => ({
      actor: [ideaWithdrawn(idea, one.text)],
      ...toAuthor(one, told, (by) => yourIdeaWithdrawn(by, idea, one.text)),
    })),
  IdeasRevealed: ({ workshop }, { after, names }) => {
    const found = entry(after.workshops.workshops, workshop);
    return found === undefined ? silent : revealed(after, ideasOf(after, found), names);
  },
  IdeaCommented: ({ idea, text }, told) =>
    about(told.after, idea, (one) => ({
      actor: [ideaCommented(idea, one.text)],
      actorChoices: [plainChoice(`idee ${idea}`)],
      ...toAuthor(one, told, (by) => yourIdeaCommented(by, idea, text)),
    })),
  IdeaSupported: ({ idea }, { after }) =>
    about(after, idea, (one) => ({
      actor: [ideaSupported(idea, one.text, one.support.size)],
      actorChoices: [plainChoice(`nicht mehr ${idea}`)],
    })),
  IdeaSupportEnded: ({ idea }, { after }) =>
    about(after, idea, (one) => ({ actor: [ideaSupportEnded(idea, one.text)], actorChoices: [supportChoice(idea)] })),
  ...announceTags,
};

function about(state: CommitteeState, number: number, tell: (idea: Idea) => Announcement): Announcement {
  const found = entry(state.workshops.ideas, number);
  return found === undefined ? silent : tell(found);
}

const sameKind = ({ type }: WorkshopEvent, { events }: Happened): Happened["events"] =>
  events.filter((one) => one.type === type);

const isFirst = (event: WorkshopEvent, told: Happened): boolean => sameKind(event, told)[0] === event;

const MOST_HINTS = 3;

/** Read back to whoever gave them, with what they resemble. */
function given(told: Happened): Announcement {
  const { after, events } = told;
  const ideas = events.flatMap((event) =>
    event.type === "IdeaGiven" ? (entry(after.workshops.ideas, event.idea) ?? []) : [],
  );
  const [first] = ideas;
  const last = ideas.at(-1);
  const workshop = first === undefined ? undefined : entry(after.workshops.workshops, first.workshop);
  if (first === undefined || last === undefined || workshop === undefined) return silent;
  const question = workshop.questions.find((one) => one.question === first.question);
  const hints = resembling(after, workshop, ideas).slice(0, MOST_HINTS);
  return {
    actor: [
      ideas.length === 1 ? ideaNoted(first.idea, first.text) : ideasNoted(first.idea, last.idea),
      ...(question === undefined || workshop.questions.length < 2
        ? []
        : [ideaOfQuestion(question.question, question.text)]),
      ...(first.photo === undefined ? [] : [photoTaken()]),
      ...(workshop.revealed ? [] : [ideasStayHidden()]),
      ...hints.flatMap(({ lines }) => lines),
    ],
    actorChoices: hints.length === 0 ? [plainChoice("meine ideen")] : hints.flatMap(({ choices }) => choices),
  };
}

/** Beinahe-Dubletten among those that whoever gave these may see; what came with the same message counts as well. */
function resembling(after: CommitteeState, workshop: Workshop, ideas: readonly Idea[]) {
  const visible = ideasFor(after, workshop, ideas[0]?.person);
  return ideas.flatMap((idea) => {
    const like = nearestIdea(
      idea,
      visible.filter((one) => one.idea < idea.idea),
    );
    if (like === undefined) return [];
    const isOwn = like.person === idea.person;
    return {
      lines: [(isOwn ? looksLikeOwn : looksLike)(idea.idea, like.idea, like.text)],
      choices: [...(isOwn ? [] : [supportChoice(like.idea)]), withdrawChoice(idea.idea)],
    };
  });
}

/** Whoever gave an idea hears by direct chat what others do with it. */
function toAuthor({ person, idea }: Idea, { actor, names }: Happened, line: (by: string) => string): Announcement {
  if (person === undefined || person === actor || actor === "system") return silent;
  return { summons: [{ person, lines: [line(names.person(actor))], choices: [plainChoice(`idee ${idea}`)] }] };
}

/** What somebody else took back at one's idea: it reads as before, or is there again. */
export function ideasAsBefore(told: Happened): readonly Summons[] {
  const { before, after } = told;
  return entries(after.workshops.ideas).flatMap((idea) => {
    const was = entry(before.workshops.ideas, idea.idea);
    if (was === undefined || (was.text === idea.text && was.isWithdrawn === idea.isWithdrawn)) return [];
    const back = (by: string): string =>
      was.isWithdrawn ? yourIdeaIsBack(by, idea.idea, idea.text) : yourIdeaChanged(by, idea.idea, idea.text);
    return toAuthor(idea, told, back).summons ?? [];
  });
}

/** Where they stay hidden, or are told with all others, their number is enough. */
function opened({ workshop, ideas }: Of<"AnonymousIdeasOpened">, { after, events, names }: Happened): Announcement {
  const numbers = ideas.map(({ idea }) => idea);
  const head = boxOpened(ideas.length, numbers[0] ?? 0, numbers.at(-1) ?? 0);
  const isShown = entry(after.workshops.workshops, workshop)?.revealed ?? false;
  if (!isShown || events.some((event) => event.type === "IdeasRevealed")) return { everyone: [head] };
  const opened = entries(after.workshops.ideas).filter(({ idea }) => numbers.includes(idea));
  return shown(head, after, opened, names);
}

const revealed = (state: CommitteeState, ideas: readonly Idea[], names: Happened["names"]): Announcement =>
  shown(ideasRevealed(ideas.length), state, ideas, names);

const MOST_SHOWN = 20;

function shown(head: string, state: CommitteeState, ideas: readonly Idea[], names: Happened["names"]): Announcement {
  const lines = ideas.slice(0, MOST_SHOWN).map((one) => lineOfIdea(state, one, names));
  const rest = ideas.length - lines.length;
  return {
    everyone: [head, ...(lines.length === 0 ? [] : [list(lines)]), ...(rest === 0 ? [] : [moreIdeas(rest)])],
    choices: [plainChoice("ideen")],
  };
}
