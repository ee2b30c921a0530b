import type { CommitteeEvent, EventType } from "../../core/committee/events.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import type { EventMeta } from "../../core/kernel/event-meta.ts";
import type { PersonId, RoomId } from "../../core/kernel/ids.ts";
import type { LocalDate } from "../../core/kernel/local-date.ts";
import type { Holidays } from "../../core/kernel/workdays.ts";
import type { Names } from "../../texts/names.ts";
import type { Incoming } from "../incoming.ts";
import type { Block, LetterRef, ReplyChoice, ReplyFile } from "../reply.ts";

/** Was geschehen ist, with everything needed to tell it. */
export type Happened = {
  readonly before: CommitteeState;
  readonly after: CommitteeState;
  readonly events: readonly CommitteeEvent[];
  readonly metas: readonly EventMeta[];
  readonly actor: PersonId | "system";
  /** None for acts of the system. */
  readonly incoming: Incoming | undefined;
  readonly today: LocalDate;
  readonly holidays: Holidays;
  /** Names as of `after`. */
  readonly names: Names;
  /** A one-time code in clear; told to the actor alone. */
  readonly linkCode?: string;
  /** The address of a calendar with its secret; told to the actor alone. */
  readonly feedAddress?: string;
  /** People of the command for whom nothing changed. */
  readonly unchanged?: readonly PersonId[];
};

/** Somebody who is asked to act, by direct chat. */
export type Summons = {
  readonly person: PersonId;
  readonly lines: readonly (Block | string)[];
  readonly choices: readonly ReplyChoice[];
  /** The live message it belongs to, with which it ends. */
  readonly about?: string;
  /** The ballot that can be answered by the choices. */
  readonly asks?: string;
};

/** Brief an eine Person; `lines` is what it says where nothing else is made of it. */
export type LetterTo = {
  readonly person: PersonId;
  readonly lines: readonly (Block | string)[];
  readonly letter: LetterRef;
};

/** Nur für einen Raum, in a thread of it where one is named. */
export type RoomNote = { readonly room: RoomId; readonly line: string; readonly thread?: string };

/**
 * Was ein Ereignis zu sagen gibt: to everyone, to the actor alone, to people who are asked to act. Most say one of the three,
 * many nothing at all.
 */
export type Announcement = {
  readonly everyone?: readonly (Block | string)[];
  readonly choices?: readonly ReplyChoice[];
  readonly actor?: readonly (Block | string)[];
  readonly actorChoices?: readonly ReplyChoice[];
  readonly summons?: readonly Summons[];
  /** What not every room is told. */
  readonly rooms?: readonly RoomNote[];
  readonly letters?: readonly LetterTo[];
  /** With what everyone is told. */
  readonly files?: readonly ReplyFile[];
  /** With what the actor is told. */
  readonly actorFiles?: readonly ReplyFile[];
};

type Of<Type extends EventType> = Extract<CommitteeEvent, { type: Type }>;

/** One function per type of event: a new event does not compile without its announcement. */
export type Announcers<Type extends EventType> = {
  readonly [T in Type]: (event: Of<T>, told: Happened) => Announcement;
};

export const silent: Announcement = {};

/** A command as its own label. */
export const plainChoice = (command: string): ReplyChoice => ({ label: command, command });
export const choice = (label: string, command: string): ReplyChoice => ({ label, command });
