import { createOutgoingFolder } from "../adapters/files/outgoing-folder.ts";
import { createPhotoFolder, type PhotoFolder } from "../adapters/photos/photo-folder.ts";
import type { PhotoKeeping } from "../flows/photos.ts";
import type { Folders } from "./folders.ts";

const mediaTypes = { png: "image/png", jpg: "image/jpeg", webp: "image/webp" } as const;

/** Fotos are kept in a folder of their own, and shown from where all files go out. */
export function createPhotoKeeping({
  photos,
  outgoing,
}: Pick<Folders, "photos" | "outgoing">): PhotoKeeping & Pick<PhotoFolder, "settleLeft"> {
  const kept = createPhotoFolder(photos);
  const out = createOutgoingFolder(outgoing);
  return {
    keep: kept.keep,
    settle: kept.settle,
    settleLeft: kept.settleLeft,
    async show(name, { stem, caption }) {
      const photo = await kept.read(name);
      if (photo === undefined) return undefined;
      const { kind, bytes, width, height } = photo;
      const written = out.put({ stem, extension: kind, bytes });
      return { name: written, mediaType: mediaTypes[kind], reference: written, picture: { width, height, caption } };
    },
  };
}
