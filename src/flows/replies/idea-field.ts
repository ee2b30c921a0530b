import { LONGEST_IDEA } from "../../core/committee/idea-text.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import { inPhase } from "../../core/committee/workshop-now.ts";
import type { Workshop } from "../../core/workshop/state.ts";
import { ideaFieldButton, ideaFieldLabel, ideaFieldQuestion } from "../../texts/announcements-ideas.ts";
import { guidingQuestion } from "../../texts/announcements-workshop.ts";
import type { ReplyField } from "../reply.ts";

/**
 * Feld für Ideen, while they are collected. It is good for one phase, and for ideas with or without names as they were asked for in it:
 * nobody shall find a name at what was written for a field without.
 */
export function ideaField(state: CommitteeState): ReplyField | undefined {
  const collecting = inPhase(state, "ideas");
  if (!collecting.ok) return undefined;
  const { workshop, phases, anonymous } = collecting.value;
  const about = questionsOf(collecting.value);
  return {
    key: `ideen-feld-${workshop}-${phases.length}${anonymous ? "-anonym" : ""}`,
    label: ideaFieldLabel(anonymous),
    button: ideaFieldButton(anonymous),
    command: COMMAND,
    ...(about === undefined ? {} : { about }),
    longest: LONGEST_IDEA,
  };
}

const COMMAND = "idee";

/** Those of all rooms, where there is something to choose; the question of a single room is meant there by itself. */
function questionsOf({ questions }: Workshop): ReplyField["about"] {
  const shared = questions.filter(({ room }) => room === undefined);
  if (questions.length < 2 || shared.length === 0) return undefined;
  const choices = shared.map((one) => ({ label: guidingQuestion(one), command: `${COMMAND} zu ${one.question}` }));
  return { label: ideaFieldQuestion(), choices };
}
