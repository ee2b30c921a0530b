import { readZip, writeZip, type ZipEntry } from "./zip-archive.ts";

const RELATIONSHIPS = "word/_rels/document.xml.rels";
const DOCUMENT = "word/document.xml";
const PROPERTIES = "docProps/core.xml";

/**
 * The same Word file without clock and chance: `created` (an instant) instead of now, counted ids of links instead of random ones.
 * The list of content types comes first, as some readers want it.
 */
export function normalizeDocx(archive: Buffer, created: string): Uint8Array {
  const entries = readZip(archive);
  const renamed = linkIds(textOf(entries, RELATIONSHIPS));
  const rewritten = entries.map((entry) => rewrite(entry, (text) => rewriteText(entry.path, text, renamed, created)));
  const isContentTypes = (entry: ZipEntry) => entry.path === "[Content_Types].xml";
  return writeZip([...rewritten.filter(isContentTypes), ...rewritten.filter((entry) => !isContentTypes(entry))]);
}

function rewriteText(path: string, text: string, renamed: ReadonlyMap<string, string>, created: string): string {
  if (path === PROPERTIES)
    return text.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${withoutFraction(created)}`);
  if (path !== RELATIONSHIPS && path !== DOCUMENT) return text;
  return text.replace(/( (?:Id|r:id)=")([^"]+)"/g, (all, before: string, id: string) => {
    const name = renamed.get(id);
    return name === undefined ? all : `${before}${name}"`;
  });
}

/** The library counts its own relationships (rId1, rId2 …) and draws those of links by lot. */
function linkIds(relationships: string): ReadonlyMap<string, string> {
  const ids = [...relationships.matchAll(/ Id="([^"]+)"/g)].map((match) => match[1] ?? "");
  const drawn = ids.filter((id) => !/^rId\d+$/.test(id));
  return new Map(drawn.map((id, index) => [id, `rIdLink${index + 1}`]));
}

function rewrite(entry: ZipEntry, change: (text: string) => string): ZipEntry {
  return { path: entry.path, data: Buffer.from(change(entry.data.toString("utf8")), "utf8") };
}

function textOf(entries: readonly ZipEntry[], path: string): string {
  return entries.find((entry) => entry.path === path)?.data.toString("utf8") ?? "";
}

/** Word reads instants to the second. */
function withoutFraction(instant: string): string {
  return instant.replace(/\.\d+Z$/, "Z");
}
