import { createDecipheriv, createHash } from "node:crypto";
import { apiResponse, type Json, textOf } from "./api-call.ts";
import type { PeerStart } from "./peer-commands.ts";
import { jsonOf } from "./rest-sync.ts";

/** The bytes behind a message. */
export async function downloadFile({ url, accessToken }: PeerStart, content: Json): Promise<Uint8Array> {
  const file = content["file"];
  if (file === undefined) return fetchMedia(url, accessToken, textOf(content, "url"));
  return decryptFile(await fetchMedia(url, accessToken, textOf(jsonOf(file), "url")), jsonOf(file));
}

async function fetchMedia(url: string, token: string, mxc: string): Promise<Uint8Array> {
  const path = `/_matrix/client/v1/media/download/${mxc.replace(/^mxc:\/\//, "")}`;
  return new Uint8Array(await (await apiResponse(url, "GET", path, { token })).arrayBuffer());
}

/** An "EncryptedFile" of the specification, v2. */
function decryptFile(bytes: Uint8Array, file: Json): Uint8Array {
  const expected = textOf(jsonOf(file["hashes"]), "sha256").replace(/=+$/, "");
  const hash = createHash("sha256").update(bytes).digest("base64").replace(/=+$/, "");
  if (hash !== expected) throw new Error(`the hash of the file is ${hash}, not ${expected}`);
  const key = Buffer.from(textOf(jsonOf(file["key"]), "k"), "base64url");
  const decipher = createDecipheriv("aes-256-ctr", key, Buffer.from(textOf(file, "iv"), "base64"));
  return Buffer.concat([decipher.update(bytes), decipher.final()]);
}
