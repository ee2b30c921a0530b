import type { EventRef } from "../kernel/ids.ts";
import type { Sentence, Sources } from "./views.ts";

/** Quellen: versions in ascending order, each once. Throws for none: a sentence without source is a bug. */
export function sourcesOf(refs: readonly EventRef[]): Sources {
  const [first, ...others] = [...new Set(refs)].sort((a, b) => a - b);
  if (first === undefined) throw new Error("a sentence without source");
  return [first, ...others];
}

/** Satz mit Quelle. */
export function sentence(text: string, refs: readonly EventRef[], isInternal = false): Sentence {
  return { text, sources: sourcesOf(refs), ...internalIf(isInternal) };
}

/** Keeps something out of the public version. */
export const internalIf = (isInternal: boolean): { readonly internalOnly?: true } =>
  isInternal ? { internalOnly: true } : {};
