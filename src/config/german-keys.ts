import type { YamlDocument, YamlPath } from "./yaml-document.ts";

const DIGRAPHS: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** "Träger" and "traeger" are the same key; an entry left empty ("personen:") counts as not there. */
export function withPlainKeys(value: unknown, isForeign: (key: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => withPlainKeys(item, isForeign));
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== null);
  const taken = new Set(fields.map(([key]) => key));
  const renamed = fields.map(([key, field]): [string, unknown] => {
    const plain = plainKey(key);
    const name = taken.has(plain) ? key : plain;
    return [name, isForeign(name) ? field : withPlainKeys(field, isForeign)];
  });
  return Object.fromEntries(renamed);
}

/** The same document, asked by plain keys. */
export function locatedByPlainKeys(document: YamlDocument): YamlDocument {
  const written = (path: YamlPath) => writtenPath(document.value, path);
  return {
    value: document.value,
    lineOf: (path) => document.lineOf(written(path)),
    positionOf: (path) => document.positionOf(written(path)),
  };
}

function writtenPath(root: unknown, path: YamlPath): YamlPath {
  const [step, ...rest] = path;
  if (step === undefined || typeof root !== "object" || root === null) return path;
  const keys = Object.keys(root);
  const key = keys.includes(String(step)) ? step : (keys.find((one) => plainKey(one) === step) ?? step);
  return [key, ...writtenPath(Reflect.get(root, key), rest)];
}

function plainKey(key: string): string {
  return key.toLowerCase().replace(/[äöüß]/g, (letter) => DIGRAPHS[letter] ?? letter);
}
