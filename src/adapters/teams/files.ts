import { randomBytes } from "node:crypto";
import type { OutboxEntry } from "../../flows/ports.ts";
import { type Reply, reply } from "../../flows/reply.ts";
import { fileDescription, fileGone, fileNotPut } from "../../texts/teams-rooms.ts";
import { isOneOf } from "./microsoft-hosts.ts";
import type { FileUpload } from "./reading/read.ts";
import { fileConsentMessage, fileInfoMessage } from "./rendering/file-messages.ts";
import type { Sender } from "./sender.ts";
import { roomOf, type TeamsCommittee, type TeamsSettings, type TeamsWorld } from "./teams-parts.ts";
import type { ConversationReference, OfferedFile, TeamsStore } from "./teams-store.ts";

/** Dateien: in a direct chat into the person's own OneDrive, if they agree; elsewhere, where Teams takes none, by link. */
export type Files = {
  /** Links on what the reply brings along; none where the service has no address of its own. */
  links(reply: Reply): readonly { readonly name: string; readonly url: string }[];
  /** Asks for the consent to put them. */
  offer(entry: OutboxEntry, reply: Reply, to: ConversationReference): Promise<void>;
  /** The person agreed. */
  put(token: string, upload: FileUpload, to: ConversationReference): Promise<void>;
  /** What stands behind a link; undefined for a wrong or old one. */
  fetch(token: string): Promise<(OfferedFile & { readonly bytes: Uint8Array }) | undefined>;
};

/** Below this path of the public address. */
export const FILES_PATH = "/dateien";

const DAYS_OFFERED = 30;
const DAY = 86_400_000;
const PATIENCE = 60_000;

type Parts = {
  readonly sender: Sender;
  readonly store: Pick<TeamsStore, "file" | "offerFile" | "posted" | "tellOnce">;
  readonly committee: Pick<TeamsCommittee, "tell">;
  readonly world: TeamsWorld;
  readonly settings: Pick<TeamsSettings, "address">;
  readonly uploadHosts: readonly string[];
};

export function createFiles({ sender, store, committee, world, settings, uploadHosts }: Parts): Files {
  function offered(file: Reply["files"][number], conversation: string | undefined): OfferedFile {
    const until = new Date(Date.parse(world.now()) + DAYS_OFFERED * DAY).toISOString();
    const { reference, name, mediaType } = file;
    const one = { token: randomBytes(24).toString("base64url"), reference, name, mediaType, conversation, until };
    store.offerFile(one);
    return one;
  }

  const valid = (token: string): OfferedFile | undefined => {
    const file = store.file(token);
    return file !== undefined && file.until >= world.now() ? file : undefined;
  };

  async function put(token: string, upload: FileUpload, to: ConversationReference): Promise<void> {
    const file = valid(token);
    if (file?.conversation !== to.conversation) return said(to, fileGone(), token);
    // Whoever clicks tells us the place; only Microsoft's may be one.
    if (!isOneOf(uploadHosts, upload.uploadUrl)) return said(to, fileNotPut(file.name), token);
    const bytes = await world.readFile(file.reference);
    const response = await fetch(upload.uploadUrl, {
      method: "PUT",
      headers: { "content-range": `bytes 0-${bytes.length - 1}/${bytes.length}`, "content-type": file.mediaType },
      body: Uint8Array.from(bytes),
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!response.ok) return said(to, fileNotPut(file.name), token);
    await sender.post(to, `file ${token}`, () => fileInfoMessage({ ...upload, name: file.name }));
  }

  async function said(to: ConversationReference, sentence: string, token: string): Promise<void> {
    world.note("file-not-put");
    // Its own chat is as good an address as a room's: only this one reads there.
    await committee.tell(`teams:file:${to.conversation}:${token}`, [
      reply({ kind: "room", room: roomOf(to.conversation) }, [sentence]),
    ]);
  }

  return {
    links: ({ files }) =>
      settings.address === undefined
        ? []
        : files.map((file) => ({
            name: file.name,
            url: `${settings.address}${FILES_PATH}/${offered(file, undefined).token}/${encodeURIComponent(file.name)}`,
          })),
    async offer(entry, { files }, to) {
      for (const [index, file] of files.entries()) {
        const part = `${entry.id} file-${index}`;
        if (typeof store.posted(part) === "object") continue;
        const { length } = await world.readFile(file.reference);
        const { token } = offered(file, to.conversation);
        const shown = { name: file.name, description: fileDescription(), size: length };
        await sender.post(to, part, () => fileConsentMessage(shown, token));
      }
    },
    put: (token, upload, to) =>
      put(token, upload, to).catch(async (error: unknown) => {
        world.note("file-failed", error instanceof Error ? error.name : "unknown");
        await said(to, fileNotPut(store.file(token)?.name ?? ""), token);
      }),
    async fetch(token) {
      const file = valid(token);
      if (file === undefined || file.conversation !== undefined) return undefined;
      return { ...file, bytes: await world.readFile(file.reference) };
    },
  };
}
