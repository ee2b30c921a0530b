import { createHash } from "node:crypto";
import { CalDavFault } from "./caldav-fault.ts";
import { calendarAddress } from "./calendar-address.ts";
import { openPublishedMemory, type Published } from "./published-memory.ts";
import { type Answer, createServerRequests, type Fetch, type ServerRequest } from "./server-requests.ts";

/** Ein Termin, as the server is to store it: a calendar object without METHOD. */
export type StoredEntry = { readonly uid: string; readonly body: string };

export type CalDavPublisher = {
  /**
   * Brings the entries up to date, one after the other; a call during another waits. The same again sends none of them. Nothing is
   * deleted, and nothing touched that did not come from here. Rejects with `CalDavFault`; what had got through stays.
   */
  publish(entries: readonly StoredEntry[]): Promise<void>;
};

type Parts = {
  /** Of the collection, which is made if it is missing. Throws `CalDavFault` "bad-address" if it is no place for a password. */
  readonly url: string;
  readonly account: string;
  readonly password: string;
  /** How the calendar is called where it has to be made. */
  readonly name: string;
  /** File in which is kept what the server has. */
  readonly memory: string;
  note(code: string, detail?: string): void;
  readonly timeout?: number;
  readonly fetch?: Fetch;
};

const TIMEOUT = 15_000;
/** How often an entry is read anew that somebody else keeps changing. */
const MOST_ATTEMPTS = 3;
const XML = { "content-type": "application/xml; charset=utf-8" };

/** Kalender-Server (CalDAV, RFC 4791). Four verbs are all it takes, so without a package. */
export function createCalDavPublisher(parts: Parts): CalDavPublisher {
  const { url, account, password, name, memory: memoryFile, note, timeout = TIMEOUT, fetch = globalThis.fetch } = parts;
  const collection = calendarAddress(url);
  const server = createServerRequests({ account, password, timeout, fetch });
  let last: Promise<unknown> = Promise.resolve();
  /** The collection was there, in this run of the program. */
  let isSeen = false;

  async function publishAll(entries: readonly StoredEntry[]): Promise<void> {
    const memory = openPublishedMemory(memoryFile, collection.href);
    const isNew = ({ uid, body }: StoredEntry): boolean => memory.of(uid)?.hash !== hashOf(body);
    if (isSeen && !entries.some(isNew)) return;
    if (await madeCollection()) memory.forgetAll();
    isSeen = true;
    let refusal: CalDavFault | undefined;
    for (const { uid, body } of entries.filter(isNew)) {
      try {
        memory.remember(uid, { hash: hashOf(body), etag: await put(uid, body, memory.of(uid)) });
      } catch (error) {
        if (!(error instanceof CalDavFault) || error.code !== "refused") throw error;
        note("caldav-refused", error.message);
        refusal ??= error;
      }
    }
    if (refusal !== undefined) throw refusal;
  }

  /** True if it was not there before. */
  async function madeCollection(): Promise<boolean> {
    const type = { headers: { ...XML, depth: "0" }, body: ASK_FOR_TYPE, expected: [200, 207, 404] };
    const { status } = await aboutCollection({ method: "PROPFIND", ...type });
    if (status !== 404) return false;
    await aboutCollection({ method: "MKCALENDAR", headers: XML, body: calendarNamed(name), expected: [201] });
    return true;
  }

  async function aboutCollection(request: Omit<ServerRequest, "url">): Promise<Answer> {
    try {
      return await server.send({ ...request, url: collection });
    } catch (error) {
      if (!(error instanceof CalDavFault) || error.code !== "refused") throw error;
      throw new CalDavFault("no-calendar", error.message, error);
    }
  }

  /** Over what was there, as its tag says; if that has changed in the meantime, over what is there now. */
  async function put(uid: string, body: string, known: Published | undefined): Promise<string | undefined> {
    const entry = new URL(`${encodeURIComponent(uid)}.ics`, collection);
    let condition = known === undefined ? NEW : (conditionOn(known.etag) ?? (await conditionNow(entry)));
    for (let attempt = 1; ; attempt += 1) {
      const headers = { "content-type": "text/calendar; charset=utf-8", ...condition };
      const expected = attempt < MOST_ATTEMPTS ? [200, 201, 204, 412] : [200, 201, 204];
      const { status, etag } = await server.send({ method: "PUT", url: entry, headers, body, expected });
      if (status !== 412) return etag;
      condition = await conditionNow(entry);
    }
  }

  async function conditionNow(entry: URL): Promise<Condition> {
    const { status, etag } = await server.send({ method: "HEAD", url: entry, expected: [200, 204, 404] });
    return status === 404 ? NEW : (conditionOn(etag) ?? {});
  }

  return {
    publish(entries) {
      const run = last.then(() => publishAll(entries));
      last = run.catch(() => undefined);
      return run;
    },
  };
}

const hashOf = (body: string): string => createHash("sha256").update(body).digest("base64url");

type Condition = Readonly<Record<string, string>>;
const NEW: Condition = { "if-none-match": "*" };
const conditionOn = (etag: string | undefined): Condition | undefined =>
  etag === undefined ? undefined : { "if-match": etag };

const ASK_FOR_TYPE = '<?xml version="1.0"?><propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>';

const calendarNamed = (name: string): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<C:mkcalendar xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><set><prop>',
    `<displayname>${xmlText(name)}</displayname>`,
    '<C:supported-calendar-component-set><C:comp name="VEVENT"/></C:supported-calendar-component-set>',
    "</prop></set></C:mkcalendar>",
  ].join("");

/** Without what XML 1.0 allows in no form. */
const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\p{Cc}|\p{Noncharacter_Code_Point}/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
