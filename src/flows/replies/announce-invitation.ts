import { invitationContentNow } from "../../core/committee/call-now.ts";
import { reachNow } from "../../core/committee/invitation-recipients.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import { addressedBy, type LetterRecipient, lettersOf } from "../../core/invitation/dispatch.ts";
import type { InvitationEvent, InvitationRecipient } from "../../core/invitation/events.ts";
import type { Edition } from "../../core/invitation/state.ts";
import { entry } from "../../core/kernel/table.ts";
import type { Meeting } from "../../core/meeting/state.ts";
import { cite } from "../../core/rules/setting.ts";
import {
  answerLine,
  howToSend,
  lettersUnderWay,
  movedFromLine,
  notReachedPeople,
  onlyNewOnes,
  reachLine,
  reasonLine,
  seatsNotReached,
  summonsLine,
  tooLateToSend,
  writtenForm,
} from "../../texts/announcements-invitation.ts";
import { people, seats } from "../../texts/names.ts";
import { invitationContentSentence, noticeGivenSentence, noticeSentence } from "../../texts/rulings-deadlines.ts";
import { announceAnswers } from "./announce-answers.ts";
import { noticeFor } from "./announce-call.ts";
import { dispatchRecorded } from "./announce-dispatch.ts";
import { answerChoices } from "./answer-lines.ts";
import { aboutMeeting, draftLines, editionFiles, editionLines } from "./invitation-lines.ts";
import {
  type Announcement,
  type Announcers,
  type Happened,
  type LetterTo,
  plainChoice,
  type Summons,
  silent,
} from "./telling.ts";

type Of<Type extends InvitationEvent["type"]> = Extract<InvitationEvent, { type: Type }>;

export const announceInvitation: Announcers<InvitationEvent["type"]> = {
  ...announceAnswers,
  InvitationDrafted: (event, told) => {
    const meeting = entry(told.after.meetings.meetings, event.meeting);
    return meeting === undefined ? silent : drafted(event, meeting, told);
  },
  InvitationSent: (event, told) => {
    const meeting = entry(told.after.meetings.meetings, event.meeting);
    const invitation = told.after.invitations.get(event.meeting);
    const edition = invitation?.editions.find((one) => one.edition === event.edition);
    if (meeting === undefined || invitation === undefined || edition === undefined) return silent;
    const addressed = addressedBy(invitation, edition);
    return {
      ...(isFollowUp(edition) ? {} : toAll(event, meeting, told)),
      ...toActor(edition, addressed, told),
      actorChoices: [plainChoice(aboutMeeting("versand", meeting))],
      summons: summonsOf(edition, addressed, meeting, told.after),
      letters: lettersOf(invitation, edition).map((one) => letterTo(event, one)),
    };
  },
  DispatchRecorded: dispatchRecorded,
};

/** Only whoever leads reads a draft: alone, and all of it. */
function drafted({ text }: Of<"InvitationDrafted">, meeting: Meeting, told: Happened): Announcement {
  const { after, today } = told;
  return {
    actor: [...draftLines(after, text, today), ...aheadOfSending(meeting, told), howToSend()],
    actorChoices: [
      plainChoice(aboutMeeting("einladung senden", meeting)),
      plainChoice(aboutMeeting("einladung datei", meeting)),
    ],
  };
}

/** Was vor dem Versand zu wissen ist: the last day of the call, what is missing, and whom it reaches how. */
function aheadOfSending(meeting: Meeting, { after, today, holidays, names }: Happened): readonly string[] {
  const notice = noticeFor(after.rules, meeting, holidays);
  const { binding, urgent, form } = after.rules.invite;
  const content = invitationContentNow(after, meeting);
  const reach = reachNow(after, today);
  const named = reach.seats.map((seat) => names.seat(seat));
  return [
    notice.given === undefined ? noticeSentence(notice) : noticeGivenSentence(notice, notice.given),
    ...(notice.given === undefined && today > notice.latestDispatch
      ? [tooLateToSend(binding.value === "should", urgent.value.allowed)]
      : []),
    ...(form.value === "letter" ? [writtenForm(cite("invite.form", form))] : []),
    ...(content.isComplete ? [] : [invitationContentSentence(content)]),
    reachLine(reach.byMail.length, reach.onlyInChat.length),
    ...(named.length === 0 ? [] : [seatsNotReached(seats(names, reach.seats), named.join(", "))]),
  ];
}

/** Nachgereicht: nothing changed but whom it is for, and only they are told. */
const isFollowUp = ({ kind, edition }: Edition): boolean => kind === "invitation" && edition > 1;

/** That a meeting is cancelled is said already, where that happened with it. */
function toAll(event: Of<"InvitationSent">, meeting: Meeting, { events }: Happened): Announcement {
  const isSaid = events.some(({ type }) => type === "MeetingCancelled");
  return {
    everyone: isSaid ? [] : editionLines(event),
    choices: event.kind === "cancellation" ? [] : answerChoices(meeting),
    files: editionFiles(event.meeting, event),
  };
}

function toActor(
  edition: Edition,
  addressed: readonly InvitationRecipient[],
  { after, names, today }: Happened,
): Announcement {
  const letters = addressed.filter(({ address }) => address !== undefined).length;
  if (isFollowUp(edition)) return { actor: [onlyNewOnes(letters, addressed.length - letters)] };
  const { neither } = reachNow(after, today);
  const missed = addressed.filter(({ person }) => neither.includes(person)).map(({ person }) => person);
  return {
    actor: [
      lettersUnderWay(edition.kind, letters),
      ...(missed.length === 0 ? [] : [notReachedPeople(edition.kind, people(names, missed))]),
    ],
  };
}

/** Persönlich, by direct chat, to all who have an account. */
function summonsOf(
  { kind, text, reason }: Edition,
  addressed: readonly InvitationRecipient[],
  meeting: Meeting,
  { membership }: CommitteeState,
): readonly Summons[] {
  const linked = new Set(membership.accounts.values());
  const isOver = kind === "cancellation";
  const why = reason === undefined ? [] : [reasonLine(reason)];
  const { movedFrom, answerBy } = text;
  const moved = movedFrom === undefined ? [] : [movedFromLine(movedFrom)];
  const lines = [summonsLine(kind, text), ...(isOver ? why : [...moved, answerLine(answerBy)])];
  const choices = isOver ? [] : answerChoices(meeting);
  return addressed.filter(({ person }) => linked.has(person)).map(({ person }) => ({ person, lines, choices }));
}

function letterTo(event: Of<"InvitationSent">, { person, address }: LetterRecipient): LetterTo {
  const { meeting, edition } = event;
  return { person, lines: editionLines(event), letter: { kind: "invitation", meeting, edition, address } };
}
