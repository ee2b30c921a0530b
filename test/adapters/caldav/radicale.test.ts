import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createCalDavPublisher } from "../../../src/adapters/caldav/publisher.ts";
import type { Fetch } from "../../../src/adapters/caldav/server-requests.ts";
import { storedEntry } from "../../../src/adapters/calendar/stored-entry.ts";
import type { CalendarEntry } from "../../../src/flows/calendar-writing.ts";
import { readWithIcalJs } from "../../support/calendar-consumers/read-with-ical-js.ts";
import { entryOn, segebergYear, segebergYearSeen } from "../../support/calendar-consumers/segeberg-year.ts";
import { describeWithRadicale } from "../../support/radicale/describe-with-radicale.ts";
import { type Radicale, startRadicale } from "../../support/radicale/radicale.ts";

let radicale: Radicale;
let folder: string;
let path: string;
let requests: string[];
let notes: string[];
let collections = 0;

describeWithRadicale("a calendar on a CalDAV server", () => {
  beforeAll(async () => {
    radicale = await startRadicale();
  });
  afterAll(() => radicale.end());
  beforeEach(() => {
    collections += 1;
    path = `/ag78/sitzungen-${collections}/`;
    folder = mkdtempSync(join(tmpdir(), "caldav-"));
    requests = [];
    notes = [];
    return () => rmSync(folder, { recursive: true });
  });

  const counting: Fetch = (url, init) => {
    requests.push(`${init.method} ${decodeURIComponent(url.pathname.replace(path, ""))}`);
    return fetch(url, init);
  };
  const publisher = (more: { readonly password?: string; readonly path?: string } = {}) =>
    createCalDavPublisher({
      url: new URL(more.path ?? path, radicale.url).href,
      account: radicale.account,
      password: more.password ?? radicale.password,
      name: 'AG 78 <Hilfen> & "Erziehung"\0',
      memory: join(folder, "caldav.json"),
      note: (code, detail = "") => void notes.push(`${code} ${detail}`),
      fetch: counting,
    });
  const stored = (entries: readonly CalendarEntry[]) =>
    Promise.all(entries.map(async (entry) => ({ uid: entry.uid, body: await storedEntry(entry) })));
  const hrefOf = ({ uid }: CalendarEntry): string => `${path}${encodeURIComponent(uid)}.ics`;
  const there = async () => readWithIcalJs(await (await radicale.request("GET", path)).text());
  const putsOf = () => requests.filter((request) => request.startsWith("PUT")).length;
  const inOrder = <T extends { readonly uid: string }>(events: readonly T[]) =>
    events.toSorted((one, other) => (one.uid < other.uid ? -1 : 1));
  const meeting = entryOn(21, "2028-03-24");

  it("is made where it is missing, and holds the year as it is", async () => {
    await publisher().publish(await stored(segebergYear));
    expect(inOrder(await there())).toEqual(inOrder(segebergYearSeen));
    const body = '<propfind xmlns="DAV:"><prop><displayname/></prop></propfind>';
    const answer = await (await radicale.request("PROPFIND", path, { headers: { depth: "0" }, body })).text();
    expect(answer).toContain('<displayname>AG 78 &lt;Hilfen&gt; &amp; "Erziehung" </displayname>');
    expect(requests.slice(0, 2)).toEqual(["PROPFIND ", "MKCALENDAR "]);
  });

  it("is searched by the server at the right moment, on both sides of both clock changes", async () => {
    await publisher().publish(await stored(segebergYear));
    const found = async (from: Date, to: Date) => {
      const time = (moment: Date): string => moment.toISOString().replace(/[-:]|\.\d+/g, "");
      const body = `<C:calendar-query xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><prop><getetag/></prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:time-range start="${time(from)}" end="${time(to)}"/></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>`;
      const answer = await (await radicale.request("REPORT", path, { headers: { depth: "1" }, body })).text();
      return [...answer.matchAll(/sitzung-\d+-\d+/g)].map(([uid]) => `${uid}@ag78.sitzungsdienst`);
    };
    for (const { uid, utc } of segebergYearSeen.filter(({ start }) => start.includes("T"))) {
      const begin = Date.parse(utc);
      expect(await found(new Date(begin - 3_600_000), new Date(begin))).toEqual([]);
      expect(await found(new Date(begin), new Date(begin + 60_000))).toEqual([uid]);
    }
  });

  it("gets each change once, also from a program that was started anew", async () => {
    const first = publisher();
    await first.publish(await stored(segebergYear));
    expect(putsOf()).toBe(segebergYear.length);
    requests = [];
    await first.publish(await stored(segebergYear));
    expect(requests).toEqual([]);
    await publisher().publish(await stored(segebergYear));
    expect(requests).toEqual(["PROPFIND "]);
    const moved = segebergYear.map((entry, index) =>
      index === 0 ? { ...entry, sequence: 1, place: "Rathaus" } : entry,
    );
    requests = [];
    await publisher().publish(await stored(moved));
    expect(requests).toEqual(["PROPFIND ", `PUT ${segebergYear[0]?.uid}.ics`]);
    expect((await there()).find(({ uid }) => uid === segebergYear[0]?.uid)).toMatchObject({
      sequence: 1,
      place: "Rathaus",
    });
  });

  it("keeps a cancelled meeting, shown as cancelled", async () => {
    await publisher().publish(await stored([meeting]));
    await publisher().publish(await stored([{ ...meeting, status: "cancelled", sequence: 1 }]));
    expect(await there()).toMatchObject([{ uid: meeting.uid, status: "CANCELLED", sequence: 1 }]);
  });

  it("wins over what somebody changed there, and brings back what somebody deleted", async () => {
    const other = entryOn(22, "2028-03-31");
    await publisher().publish(await stored([meeting, other]));
    const foreign = await storedEntry({ ...meeting, summary: "Fremd" });
    await radicale.request("PUT", hrefOf(meeting), { body: foreign, headers: { "content-type": "text/calendar" } });
    await radicale.request("DELETE", hrefOf(other));
    await publisher().publish(
      await stored([
        { ...meeting, sequence: 1 },
        { ...other, sequence: 1 },
      ]),
    );
    expect(inOrder(await there())).toMatchObject([
      { sequence: 1, summary: meeting.summary },
      { sequence: 1, summary: other.summary },
    ]);
  });

  it("needs no memory to get there", async () => {
    await publisher().publish(await stored(segebergYear));
    rmSync(join(folder, "caldav.json"));
    await publisher().publish(await stored(segebergYear));
    expect(inOrder(await there())).toEqual(inOrder(segebergYearSeen));
  });

  it("leaves alone what others put there", async () => {
    await publisher().publish(await stored([meeting]));
    const foreign = await storedEntry({ ...meeting, uid: "geburtstag@privat", summary: "Geburtstag" });
    const headers = { "content-type": "text/calendar" };
    await radicale.request("PUT", `${path}geburtstag.ics`, { body: foreign, headers });
    await publisher().publish(await stored([{ ...meeting, sequence: 1 }]));
    await publisher().publish([]);
    expect((await there()).map(({ summary }) => summary).sort()).toEqual([meeting.summary, "Geburtstag"].sort());
  });

  it("is filled again after somebody deleted all of it", async () => {
    const running = publisher();
    await running.publish(await stored(segebergYear));
    await radicale.request("DELETE", path);
    await running.publish(await stored([...segebergYear, entryOn(26, "2028-12-01")]));
    expect(await there()).toHaveLength(segebergYear.length + 1);
  });

  it("takes two calls one after the other", async () => {
    const running = publisher();
    const [old, fresh] = [await stored([meeting]), await stored([{ ...meeting, sequence: 1 }])];
    await Promise.all([running.publish(old), running.publish(fresh)]);
    expect(await there()).toMatchObject([{ sequence: 1 }]);
    expect(putsOf()).toBe(2);
  });

  it("does not open to a wrong password, and the password is told to nobody", async () => {
    const failing = publisher({ password: "falsch-4711" }).publish(await stored([meeting]));
    await expect(failing).rejects.toMatchObject({ name: "CalDavFault", code: "unauthorized" });
    const said = await failing.catch((error: unknown) => String(error instanceof Error ? error.stack : error));
    const basic = Buffer.from(`${radicale.account}:falsch-4711`).toString("base64");
    for (const secret of ["falsch-4711", basic]) expect(`${said} ${notes.join()}`).not.toContain(secret);
  });

  it("is not made in a place of somebody else", async () => {
    const failing = publisher({ path: "/anderes-konto/kalender/" }).publish(await stored([meeting]));
    await expect(failing).rejects.toMatchObject({ code: "no-calendar" });
  });

  it("gets the others even if it refuses one, and says which", async () => {
    const broken = { uid: "kaputt@ag78", body: "BEGIN:VCALENDAR\r\nkaputt" };
    const failing = publisher().publish([broken, ...(await stored([meeting]))]);
    await expect(failing).rejects.toMatchObject({ code: "refused" });
    expect(notes).toEqual([expect.stringMatching(/^caldav-refused PUT .*kaputt%40ag78\.ics: 400$/)]);
    expect(await there()).toMatchObject([{ uid: meeting.uid }]);
    expect(readFileSync(join(folder, "caldav.json"), "utf8")).not.toContain("kaputt");
  });
});
