import { foldGerman } from "../core/kernel/fold-german.ts";
import type { WrittenCommittee } from "./committee-schema.ts";
import type { YamlPath } from "./yaml-document.ts";

type Named = { readonly name: string; readonly path: YamlPath };
type Fault = { readonly path: YamlPath; readonly message: string };

/** Schlagworte und Wege: each is called by its name, so that no two may have the same. */
export function choiceFaults(
  { schlagworte = [], wege = [] }: WrittenCommittee,
  lineOf: (path: YamlPath) => number,
): readonly Fault[] {
  const lists = schlagworte.map(({ name }, index): Named => ({ name, path: ["schlagworte", index, "name"] }));
  const tags = schlagworte.flatMap(({ werte }, list) =>
    werte.map((name, index): Named => ({ name, path: ["schlagworte", list, "werte", index] })),
  );
  const routes = wege.map(({ name }, index): Named => ({ name, path: ["wege", index, "name"] }));
  return [
    ...repeated(lists, "Die Liste", lineOf),
    ...repeated(tags, "Das Schlagwort", lineOf),
    ...repeated(routes, "Der Weg", lineOf),
  ];
}

function repeated(all: readonly Named[], what: string, lineOf: (path: YamlPath) => number): readonly Fault[] {
  const first = new Map<string, Named>();
  return all.flatMap((one): readonly Fault[] => {
    const before = first.get(foldGerman(one.name));
    if (before !== undefined)
      return [{ path: one.path, message: `${what} »${one.name}« steht schon in Zeile ${lineOf(before.path)}.` }];
    first.set(foldGerman(one.name), one);
    return [];
  });
}
