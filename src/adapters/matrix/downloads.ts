import { HomeserverRefusal, Unanswered } from "./homeserver.ts";
import type { MatrixWorld } from "./matrix-parts.ts";
import { openFile } from "./open-file.ts";
import type { Put } from "./reading/read.ts";
import type { RestClient } from "./rest-client.ts";

/** Bilder, die jemand schickt: taken out of the media store, and opened where they are sealed. */
export type Downloads = {
  /** Undefined where it cannot be had or is not what was sent. Rejects with `Stopped`. */
  picture(put: Put): Promise<Uint8Array | undefined>;
};

type Parts = { readonly client: Pick<RestClient, "download">; readonly world: Pick<MatrixWorld, "note"> };

/** Somewhat more than the committee takes, so that it is the committee that says no. In bytes. */
const LARGEST = 11_000_000;
const ADDRESS = /^mxc:\/\/([^/\s?#]{1,255})\/([A-Za-z0-9_=.-]{1,255})$/;

export function createDownloads({ client, world }: Parts): Downloads {
  return {
    async picture(put) {
      const isSealed = "file" in put;
      const [, server, media] = ADDRESS.exec(isSealed ? put.file.url : put.url) ?? [];
      if (server === undefined || media === undefined) return undefined;
      try {
        const bytes = await client.download(server, media, LARGEST);
        return isSealed ? openFile(bytes, put.file) : bytes;
      } catch (error) {
        if (!(error instanceof HomeserverRefusal || error instanceof Unanswered)) throw error;
        world.note("picture-not-fetched", error instanceof HomeserverRefusal ? error.code : error.message);
        return undefined;
      }
    },
  };
}
