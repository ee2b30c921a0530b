import { join } from "node:path";
import { systemClock } from "../adapters/clock/system-clock.ts";
import { localOf } from "../adapters/clock/zone-time.ts";
import type { CalDavEnvironment, FeedEnvironment } from "../config/environment-mail.ts";
import type { Instant } from "../core/kernel/ids.ts";
import { entriesNow } from "../flows/calendar-entries.ts";
import { feedOf } from "../flows/feed-of.ts";
import { zoneOf } from "../flows/names-of.ts";
import { calDavTrouble, feedsRun } from "../texts/calendar-service.ts";
import type { House } from "./compose.ts";
import { hashOfSecret } from "./link-codes.ts";
import type { SideService } from "./side-service.ts";

type Note = (code: string, detail?: string) => void;

/** Kalender-Abos: everybody's calendar may follow the committee's dates at a private address. */
export async function feedService(house: House, settings: FeedEnvironment, note: Note): Promise<SideService> {
  const { createFeedServer } = await import("../adapters/http/feed-server.ts");
  const { runner, calendar } = house;
  const today = () => localOf(systemClock.now() as Instant, zoneOf(runner.state())).date; // the clock gives instants
  const server = createFeedServer({
    note,
    feeds: {
      async feed(secret) {
        const content = feedOf(runner.state(), hashOfSecret(secret), today());
        if (content === undefined) return undefined;
        const { name, entries, changedAt } = content;
        const body = await calendar.calendar.published(entries, { name, organizer: calendar.organizer() });
        return { body, changedAt };
      },
    },
  });
  return {
    alarms: () => [],
    async start() {
      const { port } = await server.listen(settings.host, settings.port);
      return [feedsRun(settings.address, settings.host, port)];
    },
    stop: () => server.close(),
  };
}

/** How often it is looked whether something changed, and how long a server that refused is left alone, in milliseconds. */
const LOOK_EVERY = 15_000;
const LEFT_ALONE = 300_000;

/** Veröffentlichung in einem CalDAV-Kalender: derived from the record, so that nothing can be lost. */
export async function calDavService(
  house: House,
  settings: CalDavEnvironment,
  folder: string,
  note: Note,
): Promise<SideService> {
  const { createCalDavPublisher } = await import("../adapters/caldav/publisher.ts");
  const { storedEntry } = await import("../adapters/calendar/stored-entry.ts");
  const publisher = createCalDavPublisher({
    ...settings,
    name: house.runner.state().membership.description?.name ?? "",
    memory: join(folder, "caldav.json"),
    note,
  });
  let published = -1;
  let failing: string | undefined;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let waitUntil = 0;

  async function publish(): Promise<void> {
    const { version } = house.runner.state();
    if (version === published) return;
    const entries = entriesNow(house.runner.state());
    const objects = await Promise.all(
      entries.map(async (entry) => ({ uid: entry.uid, body: await storedEntry(entry) })),
    );
    await publisher.publish(objects);
    published = version;
  }

  function look(): void {
    if (performance.now() < waitUntil) return;
    running ??= publish()
      .then(() => {
        failing = undefined;
      })
      .catch((error: unknown) => {
        failing = error instanceof Error && "code" in error ? String(error.code) : "unknown";
        waitUntil = performance.now() + LEFT_ALONE;
        note("caldav-failed", failing);
      })
      .finally(() => {
        running = undefined;
      });
  }

  return {
    alarms: () => (failing === undefined ? [] : [calDavTrouble(failing)]),
    async start() {
      look();
      timer = setInterval(look, LOOK_EVERY);
      return [];
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
