import type { PersonId } from "../kernel/ids.ts";
import { ok, type Result } from "../kernel/result.ts";
import { entries, entry } from "../kernel/table.ts";
import type { Idea, Workshop } from "../workshop/state.ts";
import type { Given } from "./commands.ts";
import type { IdeaCommand } from "./commands-workshop.ts";
import { type Decided, happened, refused } from "./decision.ts";
import { giveIdeas, isSame } from "./give-ideas.ts";
import { ideaText } from "./idea-text.ts";
import { ideasOf } from "./ideas-now.ts";
import type { Refusal } from "./refusal.ts";
import { revealIdeas } from "./reveal-ideas.ts";
import type { Slices } from "./state.ts";
import { moderates } from "./workshop-now.ts";

type Of<Type extends IdeaCommand["type"]> = Extract<IdeaCommand, { type: Type }>;
type Deciding = Exclude<IdeaCommand, { type: "TagIdea" | "UntagIdea" }>;

/** Entscheidung über einen Befehl zu Ideen; tags are decided elsewhere. */
export function decideIdea(state: Slices, command: Deciding, given: Given): Decided {
  switch (command.type) {
    case "GiveIdeas":
      return giveIdeas(state, command, given);
    case "RevealIdeas":
      return revealIdeas(state, command, given);
    case "ChangeIdea":
      return changeIdea(state, command, given);
    case "WithdrawIdea":
      return withdrawIdea(state, command, given);
    case "CommentIdea":
      return commentIdea(state, command, given);
    case "SupportIdea":
    case "EndSupport":
      return supportIdea(state, command, given);
  }
}

function changeIdea(state: Slices, command: Of<"ChangeIdea">, given: Given): Decided {
  const own = ownIdea(state, command.idea, given);
  if (!own.ok) return own;
  const text = ideaText(command.text);
  if (!text.ok) return text;
  const { idea, workshop } = own.value;
  if (idea.text === text.value) return refused({ code: "IdeaUnchanged", idea: idea.idea });
  const same = ideasOf(state, workshop).find(
    (one) => one.idea !== idea.idea && isByOne(one, idea) && isSame(one.text, text.value),
  );
  if (same !== undefined) return refused({ code: "IdeaGivenAlready", idea: same.idea });
  return happened({ type: "IdeaChanged", idea: idea.idea, text: text.value });
}

const isByOne = (one: Idea, other: Idea): boolean =>
  one.person !== undefined && one.person === other.person && one.question === other.question;

function withdrawIdea(state: Slices, command: Of<"WithdrawIdea">, given: Given): Decided {
  const own = ownIdea(state, command.idea, given);
  return own.ok ? happened({ type: "IdeaWithdrawn", idea: command.idea }) : own;
}

function commentIdea(state: Slices, command: Of<"CommentIdea">, { actor }: Given): Decided {
  const shown = shownIdea(state, command.idea);
  if (!shown.ok) return shown;
  const text = ideaText(command.text);
  if (!text.ok) return text;
  const { idea, comments } = shown.value;
  if (comments.some((one) => one.person === actor && one.text === text.value))
    return refused({ code: "IdeaUnchanged", idea });
  return happened({ type: "IdeaCommented", idea, person: actor, text: text.value });
}

/** Unterstützen: once by each person, and not by whoever had the idea. */
function supportIdea(
  state: Slices,
  { type, idea: number }: Of<"SupportIdea" | "EndSupport">,
  { actor }: Given,
): Decided {
  const shown = shownIdea(state, number);
  if (!shown.ok) return shown;
  const { idea, person, support } = shown.value;
  const isSupporting = type === "SupportIdea";
  if (isSupporting && person === actor) return refused({ code: "IdeaIsYours", idea });
  if (support.has(actor) === isSupporting) return refused({ code: "IdeaUnchanged", idea });
  return happened({ type: isSupporting ? "IdeaSupported" : "IdeaSupportEnded", idea, person: actor });
}

/** One's own idea, or any to whoever moderates. An anonymous one is nobody's. Not while it can be given dots. */
function ownIdea(state: Slices, number: number, given: Given): Result<{ idea: Idea; workshop: Workshop }, Refusal> {
  const found = openIdea(state, number);
  if (!found.ok) return found;
  const { idea, workshop } = found.value;
  if (!isOwn(idea, given.actor) && !moderates(state, workshop, given.actor, given.today))
    return refused({ code: "NotYourIdea", idea: number, isAnonymous: idea.person === undefined });
  const weighting = entries(state.workshops.weightings).find(
    (one) => one.status === "open" && one.workshop === workshop.workshop,
  );
  if (weighting !== undefined) return refused({ code: "WeightingStillOpen", weighting: weighting.weighting });
  return found;
}

const isOwn = ({ person }: Idea, actor: PersonId): boolean => person === actor;

/** What is hidden cannot be answered to. */
function shownIdea(state: Slices, number: number): Result<Idea, Refusal> {
  const found = openIdea(state, number);
  if (!found.ok) return found;
  const { idea, workshop } = found.value;
  return workshop.revealed ? ok(idea) : refused({ code: "IdeasHidden" });
}

function openIdea(state: Slices, number: number): Result<{ idea: Idea; workshop: Workshop }, Refusal> {
  const { ideas, workshops } = state.workshops;
  const idea = entry(ideas, number);
  const workshop = idea === undefined ? undefined : entry(workshops, idea.workshop);
  if (idea === undefined || workshop === undefined)
    return refused({ code: "UnknownIdea", idea: number, count: ideas.size });
  if (workshop.status !== "open")
    return refused({ code: "WorkshopIs", workshop: workshop.workshop, status: workshop.status });
  return idea.isWithdrawn ? refused({ code: "IdeaWithdrawnAlready", idea: number }) : ok({ idea, workshop });
}
