import { isOneOf } from "./microsoft-hosts.ts";
import type { SentPicture } from "./reading/read.ts";
import type { TeamsWorld } from "./teams-parts.ts";

/** Bilder, die jemand schickt. */
export type Pictures = {
  /** `serviceUrl`: of the service that brought the message. Undefined where it cannot be had. */
  fetch(picture: SentPicture, serviceUrl: string): Promise<Uint8Array | undefined>;
};

type Parts = {
  /** Where people's own files lie. */
  readonly fileHosts: readonly string[];
  /** Our own token, for the service alone. */
  authorization(): Promise<string | undefined>;
  readonly world: Pick<TeamsWorld, "note">;
};

const PATIENCE = 30_000;
/** Somewhat more than the committee takes, so that it is the committee that says no. In bytes. */
const LARGEST = 11_000_000;

/** What a message names is somebody's word: only Microsoft's places are asked, and our token goes to the service it belongs to alone. */
export function createPictures({ fileHosts, authorization, world }: Parts): Pictures {
  async function headersFor(
    { from, url }: SentPicture,
    serviceUrl: string,
  ): Promise<Record<string, string> | undefined> {
    if (from === "file") return isOneOf(fileHosts, url) ? {} : undefined;
    if (new URL(url).origin !== new URL(serviceUrl).origin) return undefined;
    const token = await authorization();
    return token === undefined ? {} : { authorization: token };
  }

  return {
    async fetch(picture, serviceUrl) {
      try {
        const headers = await headersFor(picture, serviceUrl);
        if (headers === undefined) return undefined;
        const signal = AbortSignal.timeout(PATIENCE);
        const response = await fetch(picture.url, { headers, redirect: "error", signal });
        if (response.ok) return await bytesOf(response);
        world.note("picture-not-fetched", `${response.status}`);
      } catch (error) {
        world.note("picture-not-fetched", error instanceof Error ? error.name : "unknown");
      }
      return undefined;
    },
  };
}

/** Read no further than it may be. */
async function bytesOf(response: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > LARGEST) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
