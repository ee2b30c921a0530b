/** A part of a view that carries sources, with the way to it. */
export type SourcedPart = { readonly path: string; readonly sources: readonly unknown[] };

/** Everything in a view that has `sources`, however deep. */
export function sourcedParts(view: unknown, path = ""): readonly SourcedPart[] {
  if (Array.isArray(view)) return view.flatMap((one, index) => sourcedParts(one, `${path}[${index}]`));
  if (typeof view !== "object" || view === null) return [];
  const own = "sources" in view && Array.isArray(view.sources) ? [{ path, sources: view.sources }] : [];
  return [...own, ...Object.entries(view).flatMap(([key, value]) => sourcedParts(value, `${path}.${key}`))];
}

/** Things that say something (they have a text) but name no source. Agenda hints and titles are no statements of the record. */
export function unsourcedTexts(view: unknown, path = ""): readonly string[] {
  if (Array.isArray(view)) return view.flatMap((one, index) => unsourcedTexts(one, `${path}[${index}]`));
  if (typeof view !== "object" || view === null) return [];
  const isUnsourced = "text" in view && !("sources" in view) && !path.includes(".links") && !path.includes(".papers");
  const deeper = Object.entries(view).flatMap(([key, value]) => unsourcedTexts(value, `${path}.${key}`));
  return isUnsourced ? [path, ...deeper] : deeper;
}
