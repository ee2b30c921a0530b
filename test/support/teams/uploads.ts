import { randomUUID } from "node:crypto";
import { type Answer, refused } from "./answer.ts";
import type { Json } from "./json.ts";
import type { World } from "./world.ts";

/** A file that somebody has agreed to. */
export type Upload = {
  readonly name: string;
  readonly person: string;
  readonly uploadUrl: string;
  /** Undefined until the bot has put it there. */
  bytes: Buffer | undefined;
};

/** Ablage of the people, where agreed files are put by an address that needs no token. */
export type Uploads = {
  readonly all: readonly Upload[];
  /** A place for a file, as Teams tells it to the bot. */
  open(name: string, person: string): Json;
  /** What people have in their own place, by name. */
  readonly own: Map<string, Uint8Array>;
  /** At an address that needs no token, and must not get one. */
  download(name: string, headers: Readonly<Record<string, unknown>>): Answer;
  put(path: string, bytes: Buffer, headers: Readonly<Record<string, unknown>>): Answer;
};

export function createUploads(world: World, url: () => string): Uploads {
  const all: Upload[] = [];
  const refuse = (kind: "token" | "malformed", status: number, path: string, detail: string): Answer => {
    world.violations.push({ at: world.now(), kind, request: `PUT ${path}`, detail });
    return refused(status, "invalidRequest", detail);
  };
  const own = new Map<string, Uint8Array>();
  return {
    all,
    own,
    download(name, headers) {
      if (headers["authorization"] !== undefined)
        return refuse("token", 401, name, "a download address must not get a token");
      const bytes = own.get(name);
      return bytes === undefined ? refused(404, "itemNotFound", "There is no such file.") : { status: 200, bytes };
    },
    open(name, person) {
      const uniqueId = randomUUID();
      const uploadUrl = `${url()}/upload/${uniqueId}`;
      all.push({ name, person, uploadUrl, bytes: undefined });
      const fileType = /\.([^.]+)$/.exec(name)?.[1] ?? "";
      return { contentUrl: `${url()}/files/${encodeURIComponent(name)}`, name, uploadUrl, uniqueId, fileType };
    },
    put(path, bytes, headers) {
      const upload = all.find(({ uploadUrl }) => uploadUrl.endsWith(path));
      if (upload === undefined) return refused(404, "itemNotFound", "There is no such upload.");
      if (headers["authorization"] !== undefined)
        return refuse("token", 401, path, "an upload address must not get a token");
      const range = `bytes 0-${bytes.length - 1}/${bytes.length}`;
      if (headers["content-range"] !== range) return refuse("malformed", 400, path, `content-range is not "${range}"`);
      upload.bytes = bytes;
      return { status: 201, body: { name: upload.name, size: bytes.length } };
    },
  };
}
