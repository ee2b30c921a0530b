import { calledItem } from "../core/agenda/queries.ts";
import type { EventType } from "../core/committee/events.ts";
import { entry } from "../core/kernel/table.ts";
import { type LocalClock, namesOf } from "./names-of.ts";
import { votersIn } from "./replies/announce-ballots.ts";
import { announce } from "./replies/announcers.ts";
import { ballotKey } from "./replies/ballot-subject.ts";
import { ideaField } from "./replies/idea-field.ts";
import { liveMessages } from "./replies/live-messages.ts";
import { quorumChange } from "./replies/quorum-changes.ts";
import { fewVotes } from "./replies/secret-turnout.ts";
import {
  type Announcement,
  type Happened,
  type LetterTo,
  type RoomNote,
  type Summons,
  silent,
} from "./replies/telling.ts";
import { type Block, type Recipient, type Reply, type ReplyChoice, type ReplyFile, reply } from "./reply.ts";

const noSummons: readonly Summons[] = [];
const noLetters: readonly LetterTo[] = [];
const noNotes: readonly RoomNote[] = [];
const noLines: readonly (Block | string)[] = [];
const noChoices: readonly ReplyChoice[] = [];
const noFiles: readonly ReplyFile[] = [];
const noReplies: readonly Reply[] = [];

/** What was committed, and how to read the clock there. */
export type Committed = Omit<Happened, "names"> & { readonly localOf: LocalClock };

/** Fortgeschriebene Nachrichten as they stand after this; worked out only when one is due. */
export function composeLive({ localOf, ...rest }: Committed): readonly Reply[] {
  return liveMessages({ ...rest, names: namesOf(rest.after, rest.today, localOf) });
}

/**
 * Was nach einem Befehl gesagt wird: one message to everyone, one to the actor, one to each person who is asked to act.
 * Everything one command brought about is told together.
 */
export function composeReplies(happened: Committed): readonly Reply[] {
  const told: Happened = { ...happened, names: namesOf(happened.after, happened.today, happened.localOf) };
  const announcements = [
    ...told.events.map((event) => announce(event, told)),
    quorumChange(told),
    fewVotes(told),
  ].filter((announcement) => announcement !== silent);
  const shared = together(announcements, "everyone", "choices", "files");
  const own = together(announcements, "actor", "actorChoices", "actorFiles");
  const replies = [...toEveryone(told, shared), ...toRooms(announcements), ...toActor(told, own, shared)];
  // Few announcements ask somebody to act or write a letter.
  for (const { summons = noSummons } of announcements)
    for (const { person, lines, ...extras } of summons)
      replies.push(reply({ kind: "person", person }, lines, { ...extras, attention: true }));
  for (const { letters = noLetters } of announcements)
    for (const { person, lines, letter } of letters) replies.push(reply({ kind: "mail", person }, lines, { letter }));
  return replies;
}

type Said = {
  readonly lines: readonly (Block | string)[];
  readonly choices: readonly ReplyChoice[];
  readonly files: readonly ReplyFile[];
};

function together(
  announcements: readonly Announcement[],
  lines: "everyone" | "actor",
  choices: "choices" | "actorChoices",
  files: "files" | "actorFiles",
): Said {
  const said: (Block | string)[] = [];
  const offered: ReplyChoice[] = [];
  const attached: ReplyFile[] = [];
  for (const announcement of announcements) {
    for (const line of announcement[lines] ?? noLines) if (line !== "") said.push(line);
    for (const choice of announcement[choices] ?? noChoices)
      if (!offered.some(({ command }) => command === choice.command)) offered.push(choice);
    for (const file of announcement[files] ?? noFiles) attached.push(file);
  }
  return { lines: said, choices: offered, files: attached };
}

/** Every bound room; and the room of the command too, if it is not one of them. */
function toEveryone(told: Happened, { lines, choices, files }: Said): readonly Reply[] {
  if (lines.length === 0) return noReplies;
  const { after, incoming } = told;
  const room = incoming?.room;
  const recipients: readonly Recipient[] =
    room === undefined || after.membership.rooms.has(room)
      ? [{ kind: "everyone" }]
      : [{ kind: "everyone" }, { kind: "room", room }];
  const extras = { ...aroundBallots(told), ...aroundFields(told), choices, files };
  return recipients.map((to) => reply(to, lines, extras));
}

/** One message to each room, and one to each thread, in the order of what is said. */
function toRooms(announcements: readonly Announcement[]): readonly Reply[] {
  if (announcements.every(({ rooms }) => rooms === undefined)) return noReplies;
  const notes = announcements.flatMap(({ rooms = noNotes }) => rooms);
  const byPlace = Map.groupBy(notes, ({ room, thread = "" }) => `${room} ${thread}`);
  return [...byPlace.values()].flatMap((here) => {
    const [{ room, thread } = {}] = here;
    const lines = here.map(({ line }) => line);
    return room === undefined ? [] : [reply({ kind: "room", room }, lines, thread === undefined ? {} : { thread })];
  });
}

/** Which ballots open and end with it, who is asked to vote, and under which agenda item it is said. */
function aroundBallots({ events, after }: Happened): Partial<Reply> {
  const opened = events.find((event) => event.type === "BallotOpened");
  const ballot = opened === undefined ? undefined : entry(after.ballots.ballots, opened.ballot);
  const ends = events.flatMap((event) =>
    event.type === "BallotClosed" || event.type === "BallotCancelled" ? [ballotKey(event)] : [],
  );
  const item = after.meetings.current === undefined ? undefined : calledItem(after.agenda, after.meetings.current);
  return {
    ...(ballot === undefined ? {} : { [ballot.mode === "secret" ? "papers" : "asks"]: ballotKey(ballot) }),
    ...(ballot === undefined ? {} : { callsOn: votersIn(after, ballot) }),
    ...(ends.length === 0 ? {} : { ends }),
    ...(item === undefined ? {} : { thread: `${after.meetings.current}-${item.item}` }),
  };
}

/** The field that is to be filled in from now on, and the one that is over. No ballot ends with the same command. */
function aroundFields({ events, before, after }: Happened): Partial<Reply> {
  if (!events.some(({ type }) => CHANGES_FIELD.has(type))) return {};
  const [was, is] = [ideaField(before), ideaField(after)];
  if (was?.key === is?.key) return {};
  return { ...(is === undefined ? {} : { field: is }), ...(was === undefined ? {} : { ends: [was.key] }) };
}

const CHANGES_FIELD: ReadonlySet<EventType> = new Set(["WorkshopPhaseBegun", "WorkshopModeSet", "WorkshopClosed"]);

/** By direct chat, so that the room stays quiet. Who gave a command by direct chat hears there too what all were told. */
function toActor({ incoming }: Happened, own: Said, shared: Said): readonly Reply[] {
  if (incoming === undefined) return [];
  const isDirect = incoming.room === undefined;
  const lines = isDirect ? [...own.lines, ...shared.lines] : own.lines;
  const choices = isDirect && own.choices.length === 0 ? shared.choices : own.choices;
  const files = isDirect ? [...own.files, ...shared.files] : own.files;
  return lines.length === 0 ? [] : [reply({ kind: "account", account: incoming.account }, lines, { choices, files })];
}
