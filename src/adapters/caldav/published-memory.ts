import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

/** What the server got last under one name: hash of the bytes, and the tag it gave them. */
export type Published = { readonly hash: string; readonly etag?: string | undefined };

/** Gedächtnis: what lies on the server, so that only what changed is sent. Without it everything is sent once more, no more than that. */
export type PublishedMemory = {
  of(name: string): Published | undefined;
  remember(name: string, published: Published): void;
  forgetAll(): void;
};

const schema = z.strictObject({
  collection: z.string(),
  published: z.record(z.string(), z.strictObject({ hash: z.string(), etag: z.string().optional() })),
});

/** In a small JSON file. One that is damaged, or of another collection, is as good as none. */
export function openPublishedMemory(file: string, collection: string): PublishedMemory {
  const published = new Map<string, Published>(Object.entries(read(file, collection)));
  const write = (): void => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify({ collection, published: Object.fromEntries(published) }), {
      mode: 0o600,
    });
    renameSync(`${file}.new`, file);
  };
  return {
    of: (name) => published.get(name),
    remember(name, one) {
      published.set(name, one);
      write();
    },
    forgetAll() {
      published.clear();
      write();
    },
  };
}

function read(file: string, collection: string): Readonly<Record<string, Published>> {
  try {
    const kept = schema.parse(JSON.parse(readFileSync(file, "utf8")));
    return kept.collection === collection ? kept.published : {};
  } catch {
    return {};
  }
}
