import { calledItem } from "../agenda/queries.ts";
import { entries, entry } from "../kernel/table.ts";
import type { Question } from "../question/state.ts";
import { rulesChange } from "../rules/rules-change.ts";
import { isAnnouncedAsRulesChange } from "./announced-item.ts";
import { changesOf, rulesAdopted } from "./changed-rules.ts";
import type { Command, Given } from "./commands.ts";
import { putQuestion } from "./decide-question.ts";
import { type Decided, happened, refused } from "./decision.ts";
import { activeMeeting } from "./meeting-now.ts";
import type { Slices } from "./state.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** Änderung der Geschäftsordnung beantragen: under an item announced as such, if the rules say so; only what would really change. */
export function proposeRulesChange(state: Slices, command: Of<"ProposeRulesChange">, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const item = calledItem(state.agenda, meeting.value.number);
  const { reason, citation } = rulesChange(state.rules, { announced: isAnnouncedAsRulesChange(state, item?.item) });
  if (reason !== undefined) return refused({ code: "RulesChangeNotAnnounced", citation });
  const changed = new Set(changesOf(state.rules, command.settings));
  if (changed.size === 0) return refused({ code: "RulesUnchanged" });
  const settings = Object.fromEntries(Object.entries(command.settings).filter(([path]) => changed.has(path)));
  return putQuestion(state, { kind: "rulesChange", settings }, given);
}

/** Carried, but waiting for somebody else. */
const waits = ({ outcome, awaits, confirmedBy }: Question): boolean =>
  outcome === "carried" && awaits !== undefined && confirmedBy === undefined;

/** Zustimmung oder Beschluss eines anderen eintragen: with it the change is in force, from this day. */
export function confirmRulesChange(state: Slices, command: Of<"ConfirmRulesChange">, given: Given): Decided {
  const question = entry(state.questions.questions, command.question);
  if (question === undefined || question.subject.kind !== "rulesChange" || !waits(question)) {
    const waiting = entries(state.questions.questions).filter(waits);
    return refused({
      code: "NothingToConfirm",
      question: command.question,
      waiting: waiting.map((one) => one.question),
    });
  }
  return happened(
    { type: "RulesChangeConfirmed", question: command.question, by: command.by },
    rulesAdopted(state, question.subject.settings, given.today),
  );
}
