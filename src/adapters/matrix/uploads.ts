import type { ReplyFile } from "../../flows/reply.ts";
import type { Encryption } from "./encryption/encryption.ts";
import type { MatrixWorld } from "./matrix-parts.ts";
import { type FileContent, fileContent, type SentFile } from "./rendering/file-content.ts";
import type { RestClient } from "./rest-client.ts";
import { sealFile } from "./seal-file.ts";

/** Dateien und Bilder: put into the media store, sealed where the room is encrypted. */
export type Uploads = {
  file(room: string, file: ReplyFile): Promise<FileContent>;
  picture(
    room: string,
    title: string,
    picture: { readonly bytes: Uint8Array; readonly width: number; readonly height: number },
  ): Promise<FileContent>;
};

type Parts = {
  readonly client: Pick<RestClient, "upload">;
  readonly encryption: Pick<Encryption, "isEncrypted">;
  readonly world: Pick<MatrixWorld, "readFile">;
};

export function createUploads({ client, encryption, world }: Parts): Uploads {
  async function put(room: string, bytes: Uint8Array, mediaType: string, name: string): Promise<SentFile["put"]> {
    if (!(await encryption.isEncrypted(room))) return { url: await client.upload(bytes, mediaType, name) };
    const { sealed, keyedTo } = sealFile(bytes);
    // The homeserver learns neither what it is nor how it is called.
    return { file: keyedTo(await client.upload(sealed, "application/octet-stream")) };
  }

  return {
    async file(room, { name, mediaType, reference, picture }) {
      const bytes = await world.readFile(reference);
      return fileContent({
        name,
        mediaType,
        size: bytes.length,
        put: await put(room, bytes, mediaType, name),
        ...(picture === undefined ? {} : { picture, caption: picture.caption }),
      });
    },
    async picture(room, title, { bytes, width, height }) {
      const mediaType = "image/png";
      const name = "ergebnis.png";
      return fileContent({
        name,
        mediaType,
        size: bytes.length,
        picture: { width, height },
        put: await put(room, bytes, mediaType, name),
        caption: title,
      });
    },
  };
}
