import { newestEdition } from "../../core/committee/answers-now.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import type { InvitationEvent } from "../../core/invitation/events.ts";
import { entry } from "../../core/kernel/table.ts";
import type { Meeting } from "../../core/meeting/state.ts";
import {
  answerEntered,
  answerEnteredForYou,
  answerReminder,
  answerTaken,
  changeUntilOpening,
  freeSubstitute,
  reminderByMailNext,
  reminderNext,
  reminderSubject,
} from "../../texts/announcements-answers.ts";
import { announceMailNote } from "./announce-mail-note.ts";
import { answerChoices } from "./answer-lines.ts";
import { askStandIn } from "./ask-stand-in.ts";
import { expectedTurn } from "./expected-turn.ts";
import { reachPerson } from "./reach-person.ts";
import { type Announcement, type Announcers, type Happened, silent } from "./telling.ts";

type Of<Type extends InvitationEvent["type"]> = Extract<InvitationEvent, { type: Type }>;

/** Rückmeldungen: nothing of it is said in the rooms, where a message that is kept up to date shows how it stands. */
export const announceAnswers: Announcers<"AttendanceAnswered" | "AnswerRemindersSent" | "MailNoted"> = {
  AttendanceAnswered: (event, told) => about(told.after, event.meeting, (meeting) => answered(event, meeting, told)),
  AnswerRemindersSent: (event, { after }) => about(after, event.meeting, (meeting) => reminded(event, meeting, after)),
  MailNoted: (event, told) => announceMailNote(event, told),
};

function about(state: CommitteeState, number: number, tell: (meeting: Meeting) => Announcement): Announcement {
  const meeting = entry(state.meetings.meetings, number);
  return meeting === undefined ? silent : tell(meeting);
}

/** Who answered by mail gets no mail back. */
function answered(event: Of<"AttendanceAnswered">, meeting: Meeting, told: Happened): Announcement {
  const standIn = askStandIn(event, meeting, told);
  const { person, answer, substituteName, via } = event;
  const others = (["accepted", "tentative", "declined"] as const).filter((one) => one !== answer);
  const choices = answerChoices(meeting, others);
  const { appointment } = meeting;
  const named = substituteName === undefined ? [] : [freeSubstitute(substituteName)];
  const rest = [...named, ...standIn.actor];
  const summons = [...standIn.summons, ...expectedTurn(meeting, told)];
  const { letters } = standIn;
  if (via === "chat") {
    const actor = [answerTaken(appointment, answer), ...rest, changeUntilOpening()];
    return { actor, actorChoices: choices, summons, letters };
  }
  if (via === "mail") return { summons, letters };
  const by = told.actor === "system" ? "" : told.names.person(told.actor);
  const forPerson = { person, lines: [answerEnteredForYou(appointment, answer, by), changeUntilOpening()], choices };
  return {
    actor: [answerEntered(told.names.person(person), appointment, answer), ...rest],
    summons: [forPerson, ...summons],
    letters,
  };
}

function reminded(event: Of<"AnswerRemindersSent">, meeting: Meeting, state: CommitteeState): Announcement {
  const { appointment } = meeting;
  const line = answerReminder(appointment, newestEdition(state, meeting.number)?.text.answerBy);
  const subject = reminderSubject(state.membership.description?.name ?? "", appointment);
  const reached = event.people.map((person) =>
    reachPerson(state, meeting.number, person, {
      summons: { lines: [line, reminderNext()], choices: answerChoices(meeting) },
      letter: { subject, lines: [line, reminderByMailNext()] },
    }),
  );
  return {
    summons: reached.flatMap(({ summons }) => summons),
    letters: reached.flatMap(({ letters }) => letters),
  };
}
