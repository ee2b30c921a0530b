import type { PersonId } from "../kernel/ids.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { Meeting } from "../meeting/state.ts";
import type { PersonRecord } from "../membership/events.ts";
import { personOn } from "../membership/queries.ts";
import { answerEvent } from "./answer-given.ts";
import { isInvited } from "./answers-now.ts";
import type { Given } from "./commands.ts";
import type { InvitationCommand } from "./commands-scheduling.ts";
import { type Decided, happened, refused } from "./decision.ts";
import { minutes } from "./may.ts";
import { comingMeetings, meetingMeant } from "./meeting-meant.ts";
import type { Refusal } from "./refusal.ts";
import { substituteBar } from "./stand-in.ts";
import type { Slices } from "./state.ts";

type Of<Type extends InvitationCommand["type"]> = Extract<InvitationCommand, { type: Type }>;

/**
 * Zusage oder Absage, from the planning of the meeting to its opening: one's own, or entered for others by who may do that. The same
 * answer again changes nothing.
 */
export function answerInvitation(state: Slices, command: Of<"AnswerInvitation">, given: Given): Decided {
  const { actor, today } = given;
  const person = command.person ?? actor;
  if (person !== actor && !minutes(state, actor, today)) return refused({ code: "OnlyForYourself" });
  const member = personOn(state.membership, person, today);
  if (member === undefined) return refused({ code: "UnknownPerson", person });
  const meeting = meetingAnswered(state, command.meeting, person, given);
  if (!meeting.ok) return meeting;
  const { date } = meeting.value.appointment;
  if (!isInvited(state, meeting.value, person, today)) return refused({ code: "NotInvited", person, date });
  const problem = substituteProblem(state, member, command, given);
  if (problem !== undefined) return refused(problem);
  const { answer, comment } = command;
  const event = answerEvent(state, meeting.value, {
    person,
    answer,
    ...standInOf(command),
    ...(comment === undefined ? {} : { comment }),
    via: person === actor ? "chat" : "office",
  });
  return event === undefined ? refused({ code: "AnswerUnchanged", person, date, answer }) : happened(event);
}

/** The meeting named; else the next one to which the person was invited. */
function meetingAnswered(
  state: Slices,
  number: number | undefined,
  person: PersonId,
  { today }: Given,
): Result<Meeting, Refusal> {
  const invited = comingMeetings(state, today).find((one) => isInvited(state, one, person, today));
  return number === undefined && invited !== undefined ? ok(invited) : meetingMeant(state, number, today);
}

/** Vertretung goes with an Absage alone. */
function standInOf({ answer, substitute, substituteName }: Of<"AnswerInvitation">) {
  if (answer !== "declined") return {};
  if (substitute !== undefined) return { substitute };
  return substituteName === undefined ? {} : { substituteName };
}

function substituteProblem(
  state: Slices,
  member: PersonRecord,
  command: Of<"AnswerInvitation">,
  { today }: Given,
): Refusal | undefined {
  const { substitute, substituteName } = standInOf(command);
  const { person } = member;
  if (substituteName !== undefined && member.seat === undefined)
    return { code: "SubstituteNotPossible", person, bar: { kind: "noSeat" } };
  const bar = substitute === undefined ? undefined : substituteBar(state, member, substitute, today);
  return bar === undefined ? undefined : { code: "SubstituteNotPossible", person, bar };
}
