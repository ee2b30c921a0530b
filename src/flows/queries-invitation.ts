import { invitationTextNow, ownWords } from "../core/committee/invitation-text-now.ts";
import { leads } from "../core/committee/may.ts";
import { comingMeetings } from "../core/committee/meeting-meant.ts";
import { lastDispatch, lettersOf } from "../core/invitation/dispatch.ts";
import type { Edition, MeetingInvitation } from "../core/invitation/state.ts";
import { sameData } from "../core/kernel/same-data.ts";
import { entries, entry } from "../core/kernel/table.ts";
import type { Meeting } from "../core/meeting/state.ts";
import {
  dispatchHeading,
  dispatchLine,
  draftIsOutdated,
  draftNext,
  draftWaits,
  earlierEdition,
  nothingDispatched,
  nothingInvitedYet,
  onlyInChatLine,
  proofIsForLeadership,
  waitsStill,
} from "../texts/announcements-invitation.ts";
import { people } from "../texts/names.ts";
import type { Query } from "./queries.ts";
import type { Asked } from "./queries-asked.ts";
import { answerChoices } from "./replies/answer-lines.ts";
import { aboutMeeting, draftLines, editionLines } from "./replies/invitation-lines.ts";
import { plainChoice } from "./replies/telling.ts";
import { type Block, list, type ReplyChoice } from "./reply.ts";

type Blocks = readonly (Block | string)[];
type DispatchQuery = Extract<Query, { kind: "dispatch" }>;
type InvitationQuery = Extract<Query, { kind: "invitation" }>;

/** Versandnachweis: who was sent what, where to, and what the server answered. */
export function dispatchBlocks(asked: Asked, query: DispatchQuery): Blocks {
  if (!isLeading(asked)) return [proofIsForLeadership()];
  const meeting = meetingAsked(asked, query);
  const invitation = invitationOf(asked, meeting);
  const newest = invitation?.editions.at(-1);
  if (invitation === undefined || newest === undefined) return [nothingDispatched(meeting?.appointment.date)];
  const { names } = asked;
  const earlier = invitation.editions.slice(0, -1).toReversed();
  return [
    dispatchHeading(newest.kind, newest.text.appointment.date, newest.edition, names.moment(newest.at)),
    ...proofOf(asked, invitation, newest),
    ...earlier.map((one) =>
      earlierEdition(one.kind, one.edition, names.moment(one.at), lettersOf(invitation, one).length),
    ),
  ];
}

export function dispatchChoices(asked: Asked, query: DispatchQuery): readonly ReplyChoice[] {
  if (!isLeading(asked)) return [];
  const meeting = meetingAsked(asked, query);
  const isSent = (invitationOf(asked, meeting)?.editions.length ?? 0) > 0;
  return meeting === undefined || isSent ? [] : [plainChoice(aboutMeeting("einladung entwurf", meeting))];
}

function proofOf({ names }: Asked, invitation: MeetingInvitation, edition: Edition): Blocks {
  const letters = lettersOf(invitation, edition);
  const withLetter = new Set(letters.map(({ person }) => person));
  const others = edition.recipients.filter(({ person, address }) => address === undefined && !withLetter.has(person));
  const lines = letters.map(({ person, address }) => {
    const known = lastDispatch(edition, person);
    const name = names.person(person);
    return known === undefined
      ? waitsStill(name, address)
      : dispatchLine(name, known.address, { ...known, moment: names.moment(known.at) });
  });
  const withoutAddress = others.map(({ person }) => person);
  return [
    ...(lines.length === 0 ? [] : [list(lines)]),
    ...(withoutAddress.length === 0 ? [] : [onlyInChatLine(people(names, withoutAddress))]),
  ];
}

/** Einladung, as it was sent last. Whoever leads reads by direct chat the draft that waits. */
export function invitationBlocks(asked: Asked, query: InvitationQuery): Blocks {
  const { state, today, incoming } = asked;
  const meeting = meetingAsked(asked, query);
  const newest = invitationOf(asked, meeting)?.editions.at(-1);
  const draft = meeting === undefined ? undefined : waitingDraft(asked, meeting);
  if (meeting !== undefined && draft !== undefined && incoming.room === undefined)
    return [...draftLines(state, draft, today), ...outdated(asked, meeting)];
  const hint = draft === undefined ? [] : [draftWaits()];
  if (newest !== undefined) return [...editionLines(newest), ...hint];
  const next = isLeading(asked) && meeting !== undefined && draft === undefined ? [draftNext()] : [];
  return [nothingInvitedYet(meeting?.appointment.date), ...next, ...hint];
}

export function invitationChoices(asked: Asked, query: InvitationQuery): readonly ReplyChoice[] {
  const meeting = meetingAsked(asked, query);
  if (meeting === undefined || meeting.status !== "planned") return [];
  const newest = invitationOf(asked, meeting)?.editions.at(-1);
  if (waitingDraft(asked, meeting) !== undefined && asked.incoming.room === undefined)
    return [
      plainChoice(aboutMeeting("einladung senden", meeting)),
      plainChoice(aboutMeeting("einladung datei", meeting)),
    ];
  if (newest === undefined) return isLeading(asked) ? [plainChoice(aboutMeeting("einladung entwurf", meeting))] : [];
  return answerChoices(meeting);
}

/** Entwurf, der noch nicht hinausging; only for those who lead. */
function waitingDraft(asked: Asked, meeting: Meeting): Edition["text"] | undefined {
  const invitation = invitationOf(asked, meeting);
  const text = invitation?.draft?.text;
  const isSent = sameData(invitation?.editions.at(-1)?.text, text);
  return isLeading(asked) && meeting.status === "planned" && !isSent ? text : undefined;
}

function outdated({ state }: Asked, meeting: Meeting): readonly string[] {
  const draft = state.invitations.get(meeting.number)?.draft?.text;
  const isCurrent = draft === undefined || sameData(draft, invitationTextNow(state, meeting, ownWords(draft)));
  return isCurrent ? [] : [draftIsOutdated()];
}

function meetingAsked({ state, today }: Asked, { meeting }: DispatchQuery | InvitationQuery): Meeting | undefined {
  const { meetings } = state.meetings;
  if (meeting !== undefined) return entry(meetings, meeting);
  const isInvitedTo = ({ number }: Meeting): boolean => (state.invitations.get(number)?.editions.length ?? 0) > 0;
  return comingMeetings(state, today)[0] ?? entries(meetings).findLast(isInvitedTo);
}

const invitationOf = ({ state }: Asked, meeting: Meeting | undefined): MeetingInvitation | undefined =>
  meeting === undefined ? undefined : state.invitations.get(meeting.number);

const isLeading = ({ state, person, today }: Asked): boolean => person !== undefined && leads(state, person, today);
