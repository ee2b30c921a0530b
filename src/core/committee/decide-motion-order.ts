import { isCount } from "../rules/integers.ts";
import { division, enBlocVote } from "../rules/joint-vote.ts";
import { cite } from "../rules/setting.ts";
import { openAmendmentsOf } from "./amendment-order.ts";
import type { Command, Given } from "./commands.ts";
import { notUnderVote, openAmendment, openMotion, readyToDecide } from "./decide-motion.ts";
import { putQuestion } from "./decide-question.ts";
import { type Decided, happened, refused } from "./decision.ts";
import { divided } from "./divided-motion.ts";
import { leads } from "./may.ts";
import { activeMeeting } from "./meeting-now.ts";
import type { Slices } from "./state.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** Reichweite setzen: by the chair, with its reason; where the body sets it, the body is asked. */
export function setReach(state: Slices, command: Of<"SetReach">, given: Given): Decided {
  const amendment = openAmendment(state, command.amendment);
  if (!amendment.ok) return amendment;
  const free = notUnderVote(state);
  if (!free.ok) return free;
  const { type: _, ...reach } = command;
  if (reach.reach !== undefined && !isCount(reach.reach)) return refused({ code: "ReachOutOfRange" });
  if (state.rules.motionOrder.setBy.value === "body") return putQuestion(state, { kind: "reach", ...reach }, given);
  return happened({ type: "AmendmentReachSet", ...reach });
}

/** Wesentliche Änderung feststellen, where the rules ask for a larger majority then. */
export function findEssential(state: Slices, command: Of<"FindEssential">): Decided {
  const amendment = openAmendment(state, command.amendment);
  if (!amendment.ok) return amendment;
  const free = notUnderVote(state);
  if (!free.ok) return free;
  const { essentialChange } = state.rules.motionOrder;
  const citation = cite("motionOrder.essentialChange", essentialChange);
  if (essentialChange.value === null) return refused({ code: "NoEssentialRule", citation });
  if (amendment.value.isEssential) return refused({ code: "AlreadyEssential", amendment: command.amendment });
  return happened({ type: "AmendmentFoundEssential", amendment: command.amendment });
}

/** Teilung der Frage: at once where the rules give the right to it, else the body decides. */
export function divideMotion(state: Slices, command: Of<"DivideMotion">, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const motion = openMotion(state, command.motion);
  if (!motion.ok) return motion;
  const free = notUnderVote(state);
  if (!free.ok) return free;
  if (command.parts.length < 2) return refused({ code: "TooFewParts" });
  const ahead = openAmendmentsOf(state, command.motion).map((one) => one.amendment);
  if (ahead.length > 0) return refused({ code: "AmendmentsFirst", motion: command.motion, amendments: ahead });
  const { mover } = motion.value;
  const isMover = mover === given.actor || leads(state, given.actor, given.today);
  const { outcome, citation } = division(state.rules, { demandedBy: isMover ? "mover" : "member" });
  switch (outcome) {
    case "refused": {
      const never = state.rules.motionOrder.division.value === "never";
      return refused({ code: "NoDivision", mover, never, citation });
    }
    case "vote":
      return putQuestion(state, { kind: "division", motion: command.motion, parts: command.parts }, given);
    case "granted":
      return happened(...divided(state, motion.value, command.parts, meeting.value.number));
  }
}

/** Verbundene Abstimmung vorschlagen: motions that are ready and do not compete; one objection ends it. */
export function proposeEnBloc(state: Slices, command: Of<"ProposeEnBloc">, given: Given): Decided {
  const motions = [...new Set(command.motions)];
  for (const number of motions) {
    const ready = readyToDecide(state, number, given);
    if (!ready.ok) return ready;
  }
  const ruling = enBlocVote(state.rules, { motions: motions.length, isCompeting: false, objections: 0 });
  const { reason, citation } = ruling;
  if (reason !== undefined) return refused({ code: "NoEnBloc", reason, citation });
  return putQuestion(state, { kind: "enBloc", motions }, given);
}
