import { accountOfAddress } from "../flows/addresses.ts";
import type { OutboxEntry } from "../flows/ports.ts";
import type { Reply } from "../flows/reply.ts";
import type { Stage } from "./compose.ts";

/** What a platform takes: messages, and messages that are updated in place. */
export type Platform = {
  deliver(entry: OutboxEntry): Promise<void>;
  live(address: string, key: string, reply: Reply): void;
};

/** Least time between two updates of a live message, in milliseconds: what Matrix and Teams bear. */
const LIVE_EVERY = 2_000;

/** Die angeschlossenen Plattformen as one stage: every address goes to the platform it names. */
export type Platforms = Stage & {
  /** The house is made before its platforms, since they ask it. */
  connect(name: string, platform: Platform): void;
};

/** A message for a platform that is not connected waits for it. */
class NotConnected extends Error {
  readonly code: string;
  constructor(platform: string) {
    super(platform);
    this.name = "NotConnected";
    this.code = `not-connected:${platform}`;
  }
}

export function createPlatforms(rest: Pick<Stage, "failed" | "alarms">, liveEvery = LIVE_EVERY): Platforms {
  const platforms = new Map<string, Platform>();
  const platformOf = (address: string): string => (accountOfAddress(address) ?? address).split(":", 1)[0] ?? "";
  return {
    ...rest,
    liveEvery,
    connect: (name, platform) => void platforms.set(name, platform),
    async deliver(entry) {
      const name = platformOf(entry.room);
      const platform = platforms.get(name);
      if (platform === undefined) throw new NotConnected(name);
      await platform.deliver(entry);
    },
    live: (address, key, reply) => platforms.get(platformOf(address))?.live(address, key, reply),
  };
}

/** The local room while nobody sits in it: what is said there is heard by nobody, and need not be kept. */
export const emptyRoom: Platform = { deliver: () => Promise.resolve(), live: () => undefined };
