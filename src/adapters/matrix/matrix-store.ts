import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { type NotesDatabase, openNotes } from "../chat/notes-database.ts";
import { MatrixFault } from "./matrix-fault.ts";

/**
 * Merkzettel des Matrix-Anschlusses: what has to survive a crash besides the committee's own record. It holds where things are, never
 * what was said: the inbox names events, whose contents stay with the homeserver, so that no vote ever lies here.
 */
export type MatrixStore = {
  value(name: ValueName): string | undefined;
  setValue(name: ValueName, value: string): void;
  /** One commit: the new place in the sync, and the events that came up to there. Events known already are not taken again. */
  advance(token: string, events: readonly InboxEntry[]): void;
  inbox(): readonly (InboxEntry & { readonly waitsFor?: string; readonly since?: number })[];
  /** The event cannot be read before the key of this session comes; noted with the first time. */
  wait(event: string, session: string, at: number): void;
  /** The key came. */
  wakeUp(room: string, session: string): void;
  handled(events: readonly string[]): void;
  /** True the first time. */
  tellOnce(what: string): boolean;
  directRoom(account: string): string | undefined;
  setDirectRoom(account: string, room: string): void;
  forgetDirectRoom(room: string): void;
  /** Rooms and what replaced them. */
  successors(): ReadonlyMap<string, string>;
  setSuccessor(old: string, next: string): void;
  sentEvent(transaction: string): string | undefined;
  setSent(transaction: string, event: string): void;
  offer(event: string): Offer | undefined;
  /** `of`: an event, or the transaction that will become one. An answer may be here before we know of what. */
  setOffer(of: string, offer: Offer): void;
  /** Those of which we know that they were sent. */
  openPolls(about: string): readonly { readonly event: string; readonly room: string }[];
  endPoll(event: string): void;
  live(room: string, key: string): Live | undefined;
  setLive(room: string, key: string, live: Live): void;
  thread(room: string, item: string): Thread | undefined;
  setThread(room: string, item: string, thread: Thread): void;
  /** What the thread below this event is about. */
  itemOfThread(room: string, root: string): string | undefined;
  close(): void;
};

export type ValueName = "token" | "filter" | "alarm" | "account";

export type InboxEntry = { readonly event: string; readonly room: string };

/** What can be answered to a message or poll of ours: by its answers' ids, by reaction, by a reply. */
export type Offer = {
  readonly room: string;
  /** Key of the ballot; undefined where no ballot is concerned. */
  readonly about?: string;
  readonly isPoll: boolean;
  readonly choices: readonly { readonly label: string; readonly command: string }[];
  readonly ended?: true;
};

/** A message that is updated in place; `base` stays in front (content as JSON of a reply, which the room has read). */
export type Live = { readonly event: string; readonly base?: string };

export type Thread = { readonly root: string; readonly latest: string };

const SHAPE = 1;
const tables = `
  CREATE TABLE value(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE inbox(pos INTEGER PRIMARY KEY, event TEXT NOT NULL UNIQUE, room TEXT NOT NULL, session TEXT, since INTEGER) STRICT;
  CREATE TABLE told(what TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE direct(account TEXT PRIMARY KEY, room TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE successor(old TEXT PRIMARY KEY, next TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE sent(pos INTEGER PRIMARY KEY, trans TEXT NOT NULL UNIQUE, event TEXT NOT NULL) STRICT;
  CREATE TABLE offer(pos INTEGER PRIMARY KEY, event TEXT NOT NULL UNIQUE, room TEXT NOT NULL, about TEXT, poll INTEGER NOT NULL,
    choices TEXT NOT NULL, ended INTEGER NOT NULL DEFAULT 0) STRICT;
  CREATE INDEX offer_about ON offer(about) WHERE poll = 1 AND ended = 0;
  CREATE TABLE live(pos INTEGER PRIMARY KEY, room TEXT NOT NULL, key TEXT NOT NULL, event TEXT NOT NULL, base TEXT, UNIQUE(room, key)) STRICT;
  CREATE TABLE thread(pos INTEGER PRIMARY KEY, room TEXT NOT NULL, item TEXT NOT NULL, root TEXT NOT NULL, latest TEXT NOT NULL,
    UNIQUE(room, item)) STRICT;`;

/** Older notes than so many are dropped: what they are about is over by then. */
const KEPT = 20_000;
const PRUNE_EVERY = 1_000;

/**
 * Opens or makes the file. A killed process loses nothing of it. A power cut may lose the last moments, but never their order: then
 * the homeserver is asked from an earlier place, and what the committee's record has handled by then is known there.
 * Throws `MatrixFault` "notes-damaged" for a file that is not ours or is not whole.
 */
export function openMatrixStore(file: string): MatrixStore {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const { database, act, rows } = open(file);
  const value = rows<{ value: string }>("SELECT value FROM value WHERE name = ?");
  const setValue = act(
    "INSERT INTO value(name, value) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value",
  );
  const insertInbox = act("INSERT INTO inbox(event, room) VALUES(?, ?) ON CONFLICT(event) DO NOTHING");
  const inbox = rows<{ event: string; room: string; session: string | null; since: number | null }>(
    "SELECT event, room, session, since FROM inbox ORDER BY pos",
  );
  const wait = act("UPDATE inbox SET session = ?, since = coalesce(since, ?) WHERE event = ?");
  const wakeUp = act("UPDATE inbox SET session = NULL WHERE room = ? AND session = ?");
  const deleteInbox = act("DELETE FROM inbox WHERE event = ?");
  const tell = act("INSERT INTO told(what) VALUES(?) ON CONFLICT(what) DO NOTHING");
  const direct = rows<{ room: string }>("SELECT room FROM direct WHERE account = ?");
  const setDirect = act(
    "INSERT INTO direct(account, room) VALUES(?, ?) ON CONFLICT(account) DO UPDATE SET room = excluded.room",
  );
  const forgetDirect = act("DELETE FROM direct WHERE room = ?");
  const successors = rows<{ old: string; next: string }>("SELECT old, next FROM successor");
  const setSuccessor = act(
    "INSERT INTO successor(old, next) VALUES(?, ?) ON CONFLICT(old) DO UPDATE SET next = excluded.next",
  );
  const sent = rows<{ event: string }>("SELECT event FROM sent WHERE trans = ?");
  const setSent = act("INSERT INTO sent(trans, event) VALUES(?, ?) ON CONFLICT(trans) DO NOTHING");
  const offer = rows<{ room: string; about: string | null; poll: number; choices: string; ended: number }>(
    "SELECT room, about, poll, choices, ended FROM offer WHERE event = ?",
  );
  const setOffer = act(
    "INSERT INTO offer(event, room, about, poll, choices) VALUES(?, ?, ?, ?, ?) ON CONFLICT(event) DO NOTHING",
  );
  const openPolls = rows<{ event: string; room: string }>(
    "SELECT event, room FROM offer WHERE about = ? AND poll = 1 AND ended = 0 AND event LIKE '$%' ORDER BY pos",
  );
  const offerSent = act("UPDATE OR IGNORE offer SET event = ? WHERE event = ?");
  const endPoll = act("UPDATE offer SET ended = 1 WHERE event = ?");
  const live = rows<{ event: string; base: string | null }>("SELECT event, base FROM live WHERE room = ? AND key = ?");
  const setLive = act(
    "INSERT INTO live(room, key, event, base) VALUES(?, ?, ?, ?) ON CONFLICT(room, key) DO UPDATE SET event = excluded.event, base = excluded.base",
  );
  const thread = rows<Thread>("SELECT root, latest FROM thread WHERE room = ? AND item = ?");
  const itemOfThread = rows<{ item: string }>("SELECT item FROM thread WHERE room = ? AND root = ?");
  const setThread = act(
    "INSERT INTO thread(room, item, root, latest) VALUES(?, ?, ?, ?) ON CONFLICT(room, item) DO UPDATE SET root = excluded.root, latest = excluded.latest",
  );
  const prunes = ["sent", "offer", "live", "thread"].map((table) =>
    act(`DELETE FROM ${table} WHERE pos <= (SELECT max(pos) FROM ${table}) - ${KEPT}`),
  );
  let written = 0;

  function transaction(change: () => void): void {
    database.exec("BEGIN IMMEDIATE");
    try {
      change();
      database.exec("COMMIT");
    } catch (error) {
      if (database.isTransaction) database.exec("ROLLBACK");
      throw error;
    }
  }

  function noteSent(transactionId: string, event: string): void {
    setSent(transactionId, event);
    offerSent(event, transactionId);
    written += 1;
    if (written % PRUNE_EVERY === 0) for (const prune of prunes) prune();
  }

  return {
    value: (name) => value(name)[0]?.value,
    setValue: (name, text) => void setValue(name, text),
    advance(token, events) {
      transaction(() => {
        setValue("token", token);
        for (const { event, room } of events) insertInbox(event, room);
      });
    },
    inbox: () =>
      inbox().map(({ event, room, session, since }) => ({
        event,
        room,
        ...(session === null ? {} : { waitsFor: session }),
        ...(since === null ? {} : { since }),
      })),
    wait: (event, session, at) => void wait(session, at, event),
    wakeUp: (room, session) => void wakeUp(room, session),
    handled(events) {
      transaction(() => {
        for (const event of events) deleteInbox(event);
      });
    },
    tellOnce: (what) => tell(what) > 0,
    directRoom: (account) => direct(account)[0]?.room,
    setDirectRoom: (account, room) => void setDirect(account, room),
    forgetDirectRoom: (room) => void forgetDirect(room),
    successors: () => new Map(successors().map(({ old, next }) => [old, next])),
    setSuccessor: (old, next) => void setSuccessor(old, next),
    sentEvent: (transactionId) => sent(transactionId)[0]?.event,
    setSent: noteSent,
    offer(event) {
      const row = offer(event)[0];
      if (row === undefined) return undefined;
      return {
        room: row.room,
        ...(row.about === null ? {} : { about: row.about }),
        isPoll: row.poll === 1,
        // Written by `setOffer`.
        choices: JSON.parse(row.choices) as Offer["choices"],
        ...(row.ended === 1 ? { ended: true as const } : {}),
      };
    },
    setOffer(of, { room, about, isPoll, choices }) {
      const event = sent(of)[0]?.event ?? of;
      setOffer(event, room, about ?? null, isPoll ? 1 : 0, JSON.stringify(choices));
    },
    openPolls: (about) => openPolls(about),
    endPoll: (event) => void endPoll(event),
    live(room, key) {
      const row = live(room, key)[0];
      return row === undefined ? undefined : { event: row.event, ...(row.base === null ? {} : { base: row.base }) };
    },
    setLive: (room, key, { event, base }) => void setLive(room, key, event, base ?? null),
    thread: (room, item) => thread(room, item)[0],
    itemOfThread: (room, root) => itemOfThread(room, root)[0]?.item,
    setThread: (room, item, { root, latest }) => void setThread(room, item, root, latest),
    close: () => database.close(),
  };
}

function open(file: string): NotesDatabase {
  try {
    return openNotes(file, SHAPE, tables);
  } catch (error) {
    throw new MatrixFault("notes-damaged", `${file}: ${error instanceof Error ? error.message : String(error)}`, error);
  }
}
