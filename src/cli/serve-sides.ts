import { join } from "node:path";
import type { Environment } from "../config/environment.ts";
import { calDavFaults } from "../texts/caldav-faults.ts";
import { feedFaults } from "../texts/feed-faults.ts";
import { sideFailed } from "../texts/service.ts";
import type { House } from "./compose.ts";
import { detailOf } from "./describe-fault.ts";
import type { Folders } from "./folders.ts";
import type { Sending } from "./serve-mail.ts";
import type { SideService } from "./side-service.ts";
import type { Terminal } from "./terminal.ts";

/** Post, Kalender-Abos, CalDAV: beside the platforms, each by itself. What of them cannot begin is said, and the rest goes on. */
export type Sides = { alarms(): readonly string[]; stop(): Promise<void> };

export function startSides(
  house: House,
  folders: Folders,
  { mail }: Environment,
  sending: Sending | undefined,
  terminal: Terminal,
  note: (code: string, detail?: string) => void,
): Sides {
  const running: SideService[] = [];
  const failed: string[] = [];
  let isEnding = false;

  async function begin(opening: Promise<SideService>): Promise<void> {
    try {
      const service = await opening;
      if (isEnding) return await service.stop();
      running.push(service);
      for (const line of await service.start()) terminal.print(line);
    } catch (error) {
      const sentence = sentenceOf(error);
      failed.push(sentence);
      terminal.complain(sentence);
    }
  }

  const { feeds, calDav, imap, smtp } = mail;
  const beginning = [
    ...(imap === undefined && smtp === undefined
      ? []
      : [
          import("./serve-mail.ts").then(({ mailService }) =>
            mailService(house, mail, sending, join(folders.data, "post"), note),
          ),
        ]),
    ...(feeds === undefined
      ? []
      : [import("./serve-calendar.ts").then(({ feedService }) => feedService(house, feeds, note))]),
    ...(calDav === undefined
      ? []
      : [
          import("./serve-calendar.ts").then(({ calDavService }) =>
            calDavService(house, calDav, join(folders.data, "kalender"), note),
          ),
        ]),
  ].map(begin);
  return {
    alarms: () => [...failed, ...running.flatMap((service) => service.alarms())],
    async stop() {
      isEnding = true;
      await Promise.all(beginning);
      for (const service of running) await service.stop();
    },
  };
}

function sentenceOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "port-taken") return feedFaults["port-taken"];
  return code === "bad-address" ? calDavFaults["bad-address"] : sideFailed(detailOf(error));
}
