import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type OutgoingFile = { readonly stem: string; readonly extension: string; readonly bytes: Uint8Array };

/** Ausgang: the folder where people find their papers. A file that is there is never overwritten, it may have been edited. */
export type OutgoingFolder = {
  /** Name of the file inside the folder: the wished one, or with a number behind it. */
  put(file: OutgoingFile): string;
  pathOf(name: string): string;
  has(name: string): boolean;
  /** Under this very name, whole or not at all; one that is there stays as it is. */
  keep(name: string, bytes: Uint8Array): void;
};

export function createOutgoingFolder(folder: string): OutgoingFolder {
  return {
    put({ stem, extension, bytes }) {
      mkdirSync(folder, { recursive: true });
      for (let copy = 1; ; copy += 1) {
        const name = `${safeName(stem)}${copy === 1 ? "" : `-${copy}`}.${safeName(extension)}`;
        const path = join(folder, name);
        if (!existsSync(path)) {
          writeFileSync(path, bytes, { flag: "wx" });
          return name;
        }
        if (readFileSync(path).equals(bytes)) return name;
      }
    },
    pathOf: (name) => join(folder, name),
    has: (name) => existsSync(join(folder, name)),
    keep(name, bytes) {
      mkdirSync(folder, { recursive: true });
      const path = join(folder, name);
      writeFileSync(`${path}.neu`, bytes);
      renameSync(`${path}.neu`, path);
    },
  };
}

/** Letters, digits, point, hyphen, underscore; no hidden file, no way out of the folder, no reserved name of Windows. */
export function safeName(text: string): string {
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/\.{2,}/g, ".")
    .replace(/^[.-]+|[.-]+$/g, "")
    .slice(0, 100);
  if (plain === "") return "datei";
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(plain) ? `datei-${plain}` : plain;
}
