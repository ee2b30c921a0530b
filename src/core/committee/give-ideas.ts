import { foldGerman } from "../kernel/fold-german.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { Workshop } from "../workshop/state.ts";
import type { Given } from "./commands.ts";
import type { IdeaCommand } from "./commands-workshop.ts";
import { type Decided, happened, refused } from "./decision.ts";
import { ideaTexts } from "./idea-text.ts";
import { ideasOf, questionMeant } from "./ideas-now.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";
import { ideasBox, inPhase } from "./workshop-now.ts";

type Giving = Extract<IdeaCommand, { type: "GiveIdeas" }>;

/** Ideen geben, one or many at once: all of them or none. */
export function giveIdeas(state: Slices, command: Giving, { actor }: Given): Decided {
  const collecting = inPhase(state, "ideas");
  if (!collecting.ok) return collecting;
  const workshop = collecting.value;
  if (workshop.anonymous && !command.private) return refused({ code: "IdeaOnlyInPrivate" });
  if (workshop.anonymous && command.photo !== undefined) return refused({ code: "PhotoTellsWhose" });
  const texts = ideaTexts(command.texts);
  if (!texts.ok) return texts;
  const question = questionOf(workshop, command);
  if (!question.ok) return question;
  if (workshop.anonymous) return sealed(workshop, texts.value, question.value);
  const given = ideasOf(state, workshop).filter((one) => one.person === actor);
  for (const text of texts.value) {
    const same = given.find((one) => one.question === question.value.question && isSame(one.text, text));
    if (same !== undefined) return refused({ code: "IdeaGivenAlready", idea: same.idea });
  }
  const { photo } = command;
  return happened(
    ...texts.value.map((text, index) => ({
      type: "IdeaGiven" as const,
      workshop: workshop.workshop,
      idea: state.workshops.ideas.size + 1 + index,
      person: actor,
      text,
      ...question.value,
      ...(photo === undefined ? {} : { photo }),
    })),
  );
}

/** Anonym: the texts go into the sealed box alone, each for itself, so that nothing tells which came together. */
function sealed(workshop: Workshop, texts: readonly string[], question: { readonly question?: number }): Decided {
  const { workshop: number, round } = workshop;
  const box = ideasBox(workshop);
  return ok({
    events: texts.map(() => ({ type: "AnonymousIdeaGiven", workshop: number, round })),
    sealedApart: texts.map((text) => ({ box, content: JSON.stringify({ text, ...question }) })),
  });
}

/** Named, or meant by where it was said: a thread of an earlier workshop means nothing in this one. */
function questionOf(workshop: Workshop, giving: Giving): Result<{ readonly question?: number }, Refusal> {
  const { questions } = workshop;
  const { thread, room } = giving;
  const question = giving.question ?? (thread?.workshop === workshop.workshop ? thread.question : undefined);
  if (question === undefined) {
    const meant = questionMeant(workshop, room);
    return ok(meant === undefined ? {} : { question: meant.question });
  }
  const isKnown = questions.some((one) => one.question === question);
  return isKnown ? ok({ question }) : refused({ code: "UnknownGuidingQuestion", question, count: questions.length });
}

/** The same words, however they are spelled and ended. */
export const isSame = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (text: string): string => foldGerman(text).replace(/[.!\s]+$/u, "");
