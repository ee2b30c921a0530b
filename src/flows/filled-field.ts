import type { CommitteeState } from "../core/committee/state.ts";
import { fieldEmpty, fieldHolds, fieldOver, fieldRenewed, youWrote } from "../texts/announcements-ideas.ts";
import { textProblem } from "../texts/prompts.ts";
import type { Filled, Incoming } from "./incoming.ts";
import { normalized, textFault } from "./parameters/clean-text.ts";
import { ideaField } from "./replies/idea-field.ts";
import { type Reply, type ReplyField, reply } from "./reply.ts";
import type { Outcome } from "./runner-parts.ts";

/** A text longer than this (in UTF-16) does not go back to whoever wrote it: a card has to have room for it. */
const LONGEST_KEPT = 5000;

/** What somebody filled in, and the command it belongs to. */
type Filling = Pick<Incoming, "account" | "text"> & { readonly filled: Filled };

/** Warum ein ausgefülltes Feld nicht gilt; undefined if it does. */
export function filledProblem(state: CommitteeState, { text: command, filled }: Filling): string | undefined {
  const field = ideaField(state);
  if (field === undefined) return fieldOver();
  if (field.key !== filled.key || !commandsOf(field).includes(command))
    return [fieldOver(), fieldRenewed(), ...(canBeKept(filled) ? [fieldHolds()] : [])].join(" ");
  const fault = textFault(normalized(filled.text), field.longest);
  if (fault === undefined) return undefined;
  if (fault.code === "empty") return fieldEmpty();
  return canBeKept(filled) ? `${textProblem(fault)} ${fieldHolds()}` : textProblem(fault);
}

const canBeKept = ({ text }: Filled): boolean => text.trim() !== "" && text.length <= LONGEST_KEPT;

const commandsOf = ({ command, about }: ReplyField): readonly string[] => [
  command,
  ...(about?.choices ?? []).map((choice) => choice.command),
];

/** As it would be typed. */
export const lineOf = ({ text, filled }: Filling): string => `${text}: ${filled.text}`;

/**
 * Antwort auf ein ausgefülltes Feld: the field stands below it, empty for the next one, or with what was not taken. That text is not stored,
 * whatever it is: it may have been meant without a name.
 */
export function answeringField(outcome: Outcome, incoming: Filling): Outcome {
  if (outcome.later !== undefined) return outcome;
  const isTaken = outcome.decision.events.length > 0;
  return {
    ...outcome,
    ...(isTaken ? {} : { isUnstored: true }),
    finished: (said, after) => said.map((one) => (isFor(incoming, one) ? below(one, after, incoming, isTaken) : one)),
  };
}

/** Das Feld, wie es jetzt gilt, by itself: with what was typed, if that is not known to have been answered before. */
export function fieldAgain(state: CommitteeState, incoming: Filling, isAnswered: boolean): Reply {
  return below(reply({ kind: "account", account: incoming.account }, []), state, incoming, isAnswered);
}

const isFor = ({ account }: Filling, { to }: Reply): boolean => to.kind === "account" && to.account === account;

function below(one: Reply, state: CommitteeState, { text: command, filled }: Filling, isTaken: boolean): Reply {
  const field = ideaField(state);
  const isKept = !isTaken && canBeKept(filled);
  if (field === undefined) return isKept ? { ...one, blocks: [...one.blocks, ...wrote(filled.text)] } : one;
  return { ...one, field: isKept ? { ...field, filled: { text: filled.text, command } } : field };
}

const wrote = (text: string): Reply["blocks"] => [
  { kind: "text", text: youWrote() },
  { kind: "list", items: [text], ordered: false },
];
