import { recall } from "../rules/recall.ts";
import type { Command, Given } from "./commands.ts";
import { putQuestion } from "./decide-question.ts";
import { type Decided, refused } from "./decision.ts";
import type { Slices } from "./state.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** Abwahl beantragen: of a person who holds the office, if the rules know a vote on that, with the reason they ask for. */
export function proposeRecall(state: Slices, command: Of<"ProposeRecall">, given: Given): Decided {
  const office = state.membership.offices.get(command.office);
  if (office === undefined) return refused({ code: "UnknownOffice" });
  const [only, ...others] = office.heldBy;
  const person = command.person ?? (others.length === 0 ? only : undefined);
  if (person === undefined || !office.heldBy.includes(person))
    return refused({ code: "NotInOffice", title: office.title, person: command.person, holders: office.heldBy });
  const reason = command.reason;
  const ruling = recall(state.rules, { hasReason: reason !== undefined, hasSuccessor: false });
  if (!ruling.isAdmissible) return refused({ code: "RecallNotPossible", ruling });
  const subject = { kind: "recall", office: office.office, title: office.title, person } as const;
  return putQuestion(state, reason === undefined ? subject : { ...subject, reason }, given);
}
