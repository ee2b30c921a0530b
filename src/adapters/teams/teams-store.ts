import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type NotesDatabase, openNotes } from "../chat/notes-database.ts";
import { TeamsFault } from "./teams-fault.ts";

/**
 * Merkzettel des Teams-Anschlusses: what has to survive a restart besides the committee's own record. It holds where things are, and
 * what the cards of ballots say to everybody; never how somebody voted, or what else was said.
 */
export type TeamsStore = {
  reference(conversation: string): ConversationReference | undefined;
  references(): readonly ConversationReference[];
  setReference(reference: ConversationReference): void;
  forgetReference(conversation: string): void;
  contact(objectId: string): Contact | undefined;
  setContact(contact: Contact): void;
  /** Its chat with us alone. */
  directChat(objectId: string): string | undefined;
  setDirectChat(objectId: string, conversation: string): void;
  forgetDirectChat(conversation: string): void;
  /** The activity under which this was first met; from now on `activity`, if it was not. */
  firstMet(what: string, activity: string): string;
  /** Which part of a message was posted, as what; "unclear": it may have been. */
  posted(part: string): { readonly activity: string } | "unclear" | undefined;
  setAttempt(part: string): void;
  clearAttempt(part: string): void;
  setPosted(part: string, activity: string): void;
  live(conversation: string, key: string): LiveCard | undefined;
  /** Every card of this key that still can be answered. */
  openLive(key: string): readonly (LiveCard & { readonly conversation: string })[];
  setLive(conversation: string, key: string, live: LiveCard): void;
  endLive(conversation: string, key: string): void;
  thread(conversation: string, item: string): string | undefined;
  setThread(conversation: string, item: string, message: string): void;
  /** What the thread below this message is about. */
  itemOfThread(conversation: string, message: string): string | undefined;
  /** A file that may be fetched under this name, by whoever has it. */
  file(token: string): OfferedFile | undefined;
  offerFile(file: OfferedFile): void;
  /** True the first time. */
  tellOnce(what: string): boolean;
  close(): void;
};

/** Gesprächsverweis: all that is needed to write into a conversation without having been asked. */
export type ConversationReference = {
  readonly conversation: string;
  readonly kind: "personal" | "groupChat" | "channel";
  readonly serviceUrl: string;
  readonly tenant: string | undefined;
  readonly bot: string;
  /** In a channel: the team's id. */
  readonly team: string | undefined;
  /** In a channel: the thread in which we were spoken to last. */
  readonly thread: string | undefined;
};

/** Person as Teams knows it towards us: "29:…". */
export type Contact = {
  readonly objectId: string;
  readonly id: string;
  readonly tenant: string | undefined;
  readonly serviceUrl: string;
};

/** A card that is updated in place; `base` stays in front (as JSON of a reply, which the room has read). */
export type LiveCard = { readonly activity: string; readonly base?: string; readonly isOver: boolean };

export type OfferedFile = {
  readonly token: string;
  readonly reference: string;
  readonly name: string;
  readonly mediaType: string;
  /** The chat in which it may be accepted; none: by link. */
  readonly conversation: string | undefined;
  /** Last instant (UTC) at which it may be fetched. */
  readonly until: string;
};

const SHAPE = 1;
const tables = `
  CREATE TABLE reference(conversation TEXT PRIMARY KEY, kind TEXT NOT NULL, service TEXT NOT NULL, tenant TEXT, bot TEXT NOT NULL,
    team TEXT, thread TEXT) STRICT, WITHOUT ROWID;
  CREATE TABLE contact(object TEXT PRIMARY KEY, id TEXT NOT NULL, tenant TEXT, service TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE direct(object TEXT PRIMARY KEY, conversation TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE met(pos INTEGER PRIMARY KEY, what TEXT NOT NULL UNIQUE, activity TEXT NOT NULL) STRICT;
  CREATE TABLE posted(pos INTEGER PRIMARY KEY, part TEXT NOT NULL UNIQUE, activity TEXT) STRICT;
  CREATE TABLE live(pos INTEGER PRIMARY KEY, conversation TEXT NOT NULL, key TEXT NOT NULL, activity TEXT NOT NULL, base TEXT,
    over INTEGER NOT NULL DEFAULT 0, UNIQUE(conversation, key)) STRICT;
  CREATE TABLE thread(pos INTEGER PRIMARY KEY, conversation TEXT NOT NULL, item TEXT NOT NULL, message TEXT NOT NULL,
    UNIQUE(conversation, item)) STRICT;
  CREATE TABLE file(pos INTEGER PRIMARY KEY, token TEXT NOT NULL UNIQUE, reference TEXT NOT NULL, name TEXT NOT NULL, media TEXT NOT NULL,
    conversation TEXT, until TEXT NOT NULL) STRICT;
  CREATE TABLE told(what TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;`;

/** Older notes than so many are dropped: what they are about is over by then. */
const KEPT = 20_000;
const PRUNE_EVERY = 1_000;

/**
 * Opens or makes the file. A killed process loses nothing of it. Throws `TeamsFault` "notes-damaged" for a file that is not ours or
 * is not whole.
 */
export function openTeamsStore(folder: string): TeamsStore {
  const { database, act, rows } = open(folder);
  const prunes = ["met", "posted", "live", "thread", "file"].map((table) =>
    act(`DELETE FROM ${table} WHERE pos <= (SELECT max(pos) FROM ${table}) - ${KEPT}`),
  );
  let written = 0;
  function grown(): void {
    written += 1;
    if (written % PRUNE_EVERY === 0) for (const prune of prunes) prune();
  }
  return {
    ...conversationNotes(act, rows),
    ...messageNotes(act, rows, grown),
    ...liveNotes(act, rows),
    ...fileNotes(act, rows),
    close: () => database.close(),
  };
}

type Act = NotesDatabase["act"];
type Rows = NotesDatabase["rows"];

function conversationNotes(act: Act, rows: Rows) {
  type Row = {
    conversation: string;
    kind: ConversationReference["kind"];
    service: string;
    tenant: string | null;
    bot: string;
    team: string | null;
    thread: string | null;
  };
  const toReference = (row: Row): ConversationReference => ({
    conversation: row.conversation,
    kind: row.kind,
    serviceUrl: row.service,
    tenant: row.tenant ?? undefined,
    bot: row.bot,
    team: row.team ?? undefined,
    thread: row.thread ?? undefined,
  });
  const reference = rows<Row>("SELECT * FROM reference WHERE conversation = ?");
  const references = rows<Row>("SELECT * FROM reference");
  const setReference = act(
    "INSERT OR REPLACE INTO reference(conversation, kind, service, tenant, bot, team, thread) VALUES(?, ?, ?, ?, ?, ?, ?)",
  );
  const forgetReference = act("DELETE FROM reference WHERE conversation = ?");
  const contact = rows<{ object: string; id: string; tenant: string | null; service: string }>(
    "SELECT * FROM contact WHERE object = ?",
  );
  const setContact = act("INSERT OR REPLACE INTO contact(object, id, tenant, service) VALUES(?, ?, ?, ?)");
  const direct = rows<{ conversation: string }>("SELECT conversation FROM direct WHERE object = ?");
  const setDirect = act("INSERT OR REPLACE INTO direct(object, conversation) VALUES(?, ?)");
  const forgetDirect = act("DELETE FROM direct WHERE conversation = ?");
  return {
    reference(conversation: string) {
      const row = reference(conversation)[0];
      return row === undefined ? undefined : toReference(row);
    },
    references: () => references().map(toReference),
    setReference: ({ conversation, kind, serviceUrl, tenant, bot, team, thread }: ConversationReference) =>
      void setReference(conversation, kind, serviceUrl, tenant ?? null, bot, team ?? null, thread ?? null),
    forgetReference: (conversation: string) => void forgetReference(conversation),
    contact(objectId: string) {
      const row = contact(objectId)[0];
      if (row === undefined) return undefined;
      return { objectId, id: row.id, tenant: row.tenant ?? undefined, serviceUrl: row.service };
    },
    setContact: ({ objectId, id, tenant, serviceUrl }: Contact) =>
      void setContact(objectId, id, tenant ?? null, serviceUrl),
    directChat: (objectId: string) => direct(objectId)[0]?.conversation,
    setDirectChat: (objectId: string, conversation: string) => void setDirect(objectId, conversation),
    forgetDirectChat: (conversation: string) => void forgetDirect(conversation),
  };
}

function messageNotes(act: Act, rows: Rows, grown: () => void) {
  const met = rows<{ activity: string }>("SELECT activity FROM met WHERE what = ?");
  const meet = act("INSERT INTO met(what, activity) VALUES(?, ?) ON CONFLICT(what) DO NOTHING");
  const posted = rows<{ activity: string | null }>("SELECT activity FROM posted WHERE part = ?");
  const attempt = act("INSERT INTO posted(part, activity) VALUES(?, NULL) ON CONFLICT(part) DO NOTHING");
  const clear = act("DELETE FROM posted WHERE part = ? AND activity IS NULL");
  const setPosted = act(
    "INSERT INTO posted(part, activity) VALUES(?, ?) ON CONFLICT(part) DO UPDATE SET activity = excluded.activity",
  );
  const tell = act("INSERT INTO told(what) VALUES(?) ON CONFLICT(what) DO NOTHING");
  return {
    firstMet(what: string, activity: string) {
      if (meet(what, activity) === 0) return met(what)[0]?.activity ?? activity;
      grown();
      return activity;
    },
    posted(part: string): { readonly activity: string } | "unclear" | undefined {
      const row = posted(part)[0];
      if (row === undefined) return undefined;
      return row.activity === null ? "unclear" : { activity: row.activity };
    },
    setAttempt: (part: string) => void attempt(part),
    clearAttempt: (part: string) => void clear(part),
    setPosted(part: string, activity: string) {
      setPosted(part, activity);
      grown();
    },
    tellOnce: (what: string) => tell(what) > 0,
  };
}

function liveNotes(act: Act, rows: Rows) {
  type Row = { conversation: string; activity: string; base: string | null; over: number };
  const toLive = ({ activity, base, over }: Row): LiveCard => ({
    activity,
    ...(base === null ? {} : { base }),
    isOver: over === 1,
  });
  const live = rows<Row>("SELECT conversation, activity, base, over FROM live WHERE conversation = ? AND key = ?");
  const open = rows<Row>("SELECT conversation, activity, base, over FROM live WHERE key = ? AND over = 0");
  const setLive = act(
    "INSERT INTO live(conversation, key, activity, base, over) VALUES(?, ?, ?, ?, ?) ON CONFLICT(conversation, key) DO UPDATE SET activity = excluded.activity, base = excluded.base, over = excluded.over",
  );
  const end = act("UPDATE live SET over = 1 WHERE conversation = ? AND key = ?");
  const thread = rows<{ message: string }>("SELECT message FROM thread WHERE conversation = ? AND item = ?");
  const itemOfThread = rows<{ item: string }>("SELECT item FROM thread WHERE conversation = ? AND message = ?");
  const setThread = act(
    "INSERT INTO thread(conversation, item, message) VALUES(?, ?, ?) ON CONFLICT(conversation, item) DO UPDATE SET message = excluded.message",
  );
  return {
    live(conversation: string, key: string) {
      const row = live(conversation, key)[0];
      return row === undefined ? undefined : toLive(row);
    },
    openLive: (key: string) => open(key).map((row) => ({ ...toLive(row), conversation: row.conversation })),
    setLive: (conversation: string, key: string, { activity, base, isOver }: LiveCard) =>
      void setLive(conversation, key, activity, base ?? null, isOver ? 1 : 0),
    endLive: (conversation: string, key: string) => void end(conversation, key),
    thread: (conversation: string, item: string) => thread(conversation, item)[0]?.message,
    itemOfThread: (conversation: string, message: string) => itemOfThread(conversation, message)[0]?.item,
    setThread: (conversation: string, item: string, message: string) => void setThread(conversation, item, message),
  };
}

function fileNotes(act: Act, rows: Rows) {
  const file = rows<{ reference: string; name: string; media: string; conversation: string | null; until: string }>(
    "SELECT reference, name, media, conversation, until FROM file WHERE token = ?",
  );
  const offer = act(
    "INSERT INTO file(token, reference, name, media, conversation, until) VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT(token) DO NOTHING",
  );
  return {
    file(token: string): OfferedFile | undefined {
      const row = file(token)[0];
      if (row === undefined) return undefined;
      const { reference, name, media, conversation, until } = row;
      return { token, reference, name, mediaType: media, conversation: conversation ?? undefined, until };
    },
    offerFile: ({ token, reference, name, mediaType, conversation, until }: OfferedFile) =>
      void offer(token, reference, name, mediaType, conversation ?? null, until),
  };
}

function open(folder: string): NotesDatabase {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "teams.sqlite");
  try {
    return openNotes(file, SHAPE, tables);
  } catch (error) {
    throw new TeamsFault("notes-damaged", `${file}: ${error instanceof Error ? error.message : String(error)}`, error);
  }
}
