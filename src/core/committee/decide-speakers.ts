import { calledItem } from "../agenda/queries.ts";
import type { PersonId } from "../kernel/ids.ts";
import { entries } from "../kernel/table.ts";
import { isHere } from "../meeting/queries.ts";
import { personOn } from "../membership/queries.ts";
import { cite } from "../rules/setting.ts";
import { finalWord, wordWithdrawal } from "../rules/speakers.ts";
import type { Command, Given } from "./commands.ts";
import { type Decided, happened, refused } from "./decision.ts";
import { leads } from "./may.ts";
import { activeMeeting } from "./meeting-now.ts";
import { pendingProcedural } from "./procedural-readiness.ts";
import { speakersInOrder } from "./speakers-in-order.ts";
import type { Slices } from "./state.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** Wortmeldung: for oneself, or entered by the leadership for somebody in the room. */
export function requestToSpeak(state: Slices, command: Of<"RequestToSpeak">, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const person = command.person ?? given.actor;
  if (person !== given.actor && !leads(state, given.actor, given.today)) return refused({ code: "OnlyForYourself" });
  if (!isHere(meeting.value.attendance.get(person)))
    return refused({ code: "NotCheckedIn", person, seat: personOn(state.membership, person, given.today)?.seat });
  const { handsOverToDebate } = state.rules.chair;
  if (handsOverToDebate.value && meeting.value.chairedBy === person)
    return refused({ code: "ChairHandsOver", person, citation: cite("chair.handsOverToDebate", handsOverToDebate) });
  if (state.speakers.closed) return refused({ code: "SpeakersListIsClosed" });
  if (state.speakers.withdrawn.includes(person)) return refused({ code: "WordWasWithdrawn", person });
  const place = speakersInOrder(state, given.today).indexOf(person);
  if (place !== -1) return refused({ code: "AlreadyOnSpeakersList", person, place: place + 1 });
  const { maxTurns } = state.rules.speakers;
  const turns = state.speakers.spoken.filter((one) => one.person === person).length;
  if (maxTurns.value !== null && turns >= maxTurns.value)
    return refused({ code: "SpokenOftenEnough", person, turns, citation: cite("speakers.maxTurns", maxTurns) });
  return happened({ type: "SpeakerRequested", person, ...(command.side === undefined ? {} : { side: command.side }) });
}

export function withdrawRequest(state: Slices, command: Of<"WithdrawRequest">, given: Given): Decided {
  const person: PersonId = command.person ?? given.actor;
  if (person !== given.actor && !leads(state, given.actor, given.today)) return refused({ code: "OnlyForYourself" });
  if (!state.speakers.requests.some((one) => one.person === person))
    return refused({ code: "NotOnSpeakersList", person });
  return happened({ type: "SpeakerWithdrawn", person });
}

export function callNextSpeaker(state: Slices, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const [pending] = pendingProcedural(state);
  if (pending !== undefined)
    return refused({ code: "ProceduralFirst", question: pending.question, subject: pending.subject });
  const next = speakersInOrder(state, given.today)[0];
  if (next !== undefined) return happened({ type: "SpeakerCalled", person: next });
  const final = finalWord(state.rules, {
    waiting: 0,
    mover: moverAtHand(state, meeting.value.number),
    hadFinalWord: state.speakers.finalWord !== undefined,
  });
  return final.speaker === undefined
    ? refused({ code: "SpeakersListEmpty" })
    : happened({ type: "SpeakerCalled", person: final.speaker, finalWord: true });
}

/** Wer den Antrag gestellt hat, über den gesprochen wird: the newest open one under the item called. */
export function moverAtHand(state: Slices, meeting: number): PersonId | undefined {
  const item = calledItem(state.agenda, meeting)?.item;
  return entries(state.motions.motions).findLast((one) => one.status === "open" && one.item === item)?.mover;
}

/** Ermahnung: of the one who speaks, each a step towards losing the word. */
export function warnSpeaker(state: Slices, command: Of<"WarnSpeaker">, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const person = state.speakers.speaking;
  if (person === undefined) return refused({ code: "NobodySpeaks" });
  return happened({
    type: "SpeakerWarned",
    person,
    ...(command.reason === undefined ? {} : { reason: command.reason }),
  });
}

/** Wortentziehung: only after the warnings the rules ask for. A second call finds nobody speaking. */
export function withdrawWord(state: Slices, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const person = state.speakers.speaking;
  if (person === undefined) return refused({ code: "NobodySpeaks" });
  const warned = state.speakers.warned.filter((one) => one === person).length;
  const ruling = wordWithdrawal(state.rules, { warned });
  return ruling.mayWithdraw
    ? happened({ type: "WordWithdrawn", person })
    : refused({ code: "WarningsFirst", person, ruling });
}

const LONGEST = 3600;

export function setSpeakingTime(state: Slices, command: Of<"SetSpeakingTime">, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  if (!Number.isInteger(command.seconds) || command.seconds < 10 || command.seconds > LONGEST)
    return refused({ code: "SpeakingTimeOutOfRange" });
  return happened({ type: "SpeakingTimeSet", seconds: command.seconds });
}

/** Redeliste schließen: also in the middle of a last call. */
export function closeSpeakersList(state: Slices): Decided {
  return state.speakers.closed ? refused({ code: "SpeakersListIsClosed" }) : happened({ type: "SpeakersListClosed" });
}

export function reopenSpeakersList(state: Slices): Decided {
  return state.speakers.closed ? happened({ type: "SpeakersListReopened" }) : refused({ code: "SpeakersListIsOpen" });
}
