import { type LocalClock, namesOf } from "./names-of.ts";
import { announce } from "./replies/announcers.ts";
import { liveMessages } from "./replies/live-messages.ts";
import { quorumChange } from "./replies/quorum-changes.ts";
import { fewVotes } from "./replies/secret-turnout.ts";
import { type Announcement, type Happened, type Summons, silent } from "./replies/telling.ts";
import { type Block, type Recipient, type Reply, type ReplyChoice, reply } from "./reply.ts";

const noSummons: readonly Summons[] = [];

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
  const { localOf, ...rest } = happened;
  const told: Happened = { ...rest, names: namesOf(rest.after, rest.today, localOf) };
  const announcements = [
    ...told.events.map((event) => announce(event, told)),
    quorumChange(told),
    fewVotes(told),
  ].filter((announcement) => announcement !== silent);
  const shared = together(announcements, "everyone", "choices");
  const own = together(announcements, "actor", "actorChoices");
  return [
    ...toEveryone(told, shared),
    ...toActor(told, own, shared),
    ...announcements.flatMap(({ summons = noSummons }) =>
      summons.map(({ person, lines, ...extras }) =>
        reply({ kind: "person", person }, lines, { ...extras, attention: true }),
      ),
    ),
  ];
}

type Said = { readonly lines: readonly (Block | string)[]; readonly choices: readonly ReplyChoice[] };

function together(
  announcements: readonly Announcement[],
  lines: "everyone" | "actor",
  choices: "choices" | "actorChoices",
): Said {
  const said: (Block | string)[] = [];
  const offered: ReplyChoice[] = [];
  for (const announcement of announcements) {
    for (const line of announcement[lines] ?? []) if (line !== "") said.push(line);
    for (const choice of announcement[choices] ?? [])
      if (!offered.some(({ command }) => command === choice.command)) offered.push(choice);
  }
  return { lines: said, choices: offered };
}

/** Every bound room; and the room of the command too, if it is not one of them. */
function toEveryone({ after, incoming }: Happened, { lines, choices }: Said): readonly Reply[] {
  if (lines.length === 0) return [];
  const room = incoming?.room;
  const recipients: readonly Recipient[] =
    room === undefined || after.membership.rooms.has(room)
      ? [{ kind: "everyone" }]
      : [{ kind: "everyone" }, { kind: "room", room }];
  return recipients.map((to) => reply(to, lines, { choices }));
}

/** By direct chat, so that the room stays quiet. Who gave a command by direct chat hears there too what all were told. */
function toActor({ incoming }: Happened, own: Said, shared: Said): readonly Reply[] {
  if (incoming === undefined) return [];
  const isDirect = incoming.room === undefined;
  const lines = isDirect ? [...own.lines, ...shared.lines] : own.lines;
  const choices = isDirect && own.choices.length === 0 ? shared.choices : own.choices;
  return lines.length === 0 ? [] : [reply({ kind: "account", account: incoming.account }, lines, { choices })];
}
