import { Composer, type Document, isMap, isScalar, isSeq, LineCounter, type ParsedNode, type YAMLMap } from "yaml";
import { ok, type Result, refuse } from "../core/kernel/result.ts";
import { syntaxMessage } from "./yaml-syntax-messages.ts";
import { readTokens } from "./yaml-tokens.ts";

/** Fehlerstelle in einer YAML-Datei. `line` and `column` count from 1; `path` reads "traeger › 4. Eintrag › name", empty for the file as a whole. */
export type Problem = {
  readonly line: number;
  readonly column: number;
  readonly path: string;
  /** German, one or two sentences: what is wrong, and the remedy. */
  readonly message: string;
};

/** Where something is: keys of maps and indexes (from 0) of lists, from the root. The form of zod's issue paths. */
export type YamlPath = readonly PropertyKey[];

/** Gelesene YAML-Datei: its plain value, and for each path the place in the text. */
export type YamlDocument = {
  readonly value: unknown;
  /** Line of the key or list entry; if there is none, of the nearest thing that encloses it. */
  readonly lineOf: (path: YamlPath) => number;
  readonly positionOf: (path: YamlPath) => { readonly line: number; readonly column: number };
};

export type YamlLimits = { readonly maxBytes?: number };

const defaultMaxBytes = 1_000_000;
const mostProblems = 20;

/**
 * Liest eine YAML-Datei mit engen Grenzen: at most 1 MB, one document, no anchors, aliases or tags, no duplicate keys, at most 40 levels.
 * Time grows linearly with the text, whatever it holds (the library's own check for duplicate keys is quadratic, and its parser
 * slow on deep nesting; both are replaced here).
 */
export function readYaml(text: string, limits: YamlLimits = {}): Result<YamlDocument, readonly Problem[]> {
  const foreign = textProblem(text, limits.maxBytes ?? defaultMaxBytes);
  if (foreign !== undefined) return refuse([foreign]);

  const lines = new LineCounter();
  const at = (offset: number, message: string): Problem => ({ ...placeOf(lines, offset), path: "", message });
  const tokens = readTokens(text, lines.addNewLine);
  if (!tokens.ok) return refuse([at(tokens.error.offset, tokens.error.message)]);

  const composer = new Composer({ uniqueKeys: false, stringKeys: true, prettyErrors: false, logLevel: "silent" });
  const [document] = [...composer.compose(tokens.value, true, text.length)];
  if (document === undefined || document.contents === null) return refuse([at(0, "Die Datei ist leer.")]);
  const syntax = [...document.errors, ...document.warnings].map((fault) => at(fault.pos[0], syntaxMessage(fault.code)));
  if (syntax.length > 0) return refuse(firstOf(syntax));
  // Composer.compose only yields parsed documents; its type leaves the contents open.
  const root = document.contents as ParsedNode;
  const twice = [...repeatedKeys(root)].map(({ offset, key }) =>
    at(offset, `»${key}« steht hier ein zweites Mal. Bitte eine der beiden Angaben streichen.`),
  );
  if (twice.length > 0) return refuse(firstOf(twice));
  return ok(located(document, root, lines));
}

function located(document: Document, root: ParsedNode, lines: LineCounter): YamlDocument {
  const positionOf = (path: YamlPath) => placeOf(lines, offsetOf(root, path));
  return { value: document.toJS(), positionOf, lineOf: (path) => positionOf(path).line };
}

/** Offset of a map's key or a list's entry; stops at the last part of the path that exists. */
function offsetOf(root: ParsedNode, path: YamlPath): number {
  let node: unknown = root;
  let offset = root.range[0];
  for (const step of path) {
    const found = stepInto(node, step);
    if (found === undefined) return offset;
    offset = found.offset;
    node = found.node;
  }
  return offset;
}

function stepInto(node: unknown, step: PropertyKey): { node: unknown; offset: number } | undefined {
  if (isMap<ParsedNode, ParsedNode | null>(node)) {
    const pair = node.items.find((item) => keyText(item.key) === String(step));
    return pair === undefined ? undefined : { node: pair.value, offset: pair.key.range[0] };
  }
  if (isSeq<ParsedNode>(node) && typeof step === "number") {
    const item = node.items[step];
    return item === undefined ? undefined : { node: item, offset: item.range[0] };
  }
  return undefined;
}

function* repeatedKeys(node: unknown): Generator<{ readonly key: string; readonly offset: number }> {
  if (isSeq(node)) for (const item of node.items) yield* repeatedKeys(item);
  if (!isMap(node)) return;
  const seen = new Set<string>();
  // A parsed document holds parsed nodes only; the guard does not know it.
  for (const pair of (node as YAMLMap<ParsedNode, ParsedNode | null>).items) {
    const key = keyText(pair.key);
    if (seen.has(key)) yield { key, offset: pair.key.range[0] };
    seen.add(key);
    yield* repeatedKeys(pair.value);
  }
}

const keyText = (key: ParsedNode): string => (isScalar(key) ? String(key.value) : "");

/** Control characters, lone surrogates, the mark of a wrong encoding, and characters that reverse the direction of reading. */
const foreignCharacter = /(?![\t\n\r\u0085])\p{Cc}|\p{Cs}|[\ufffd\u202a-\u202e\u2066-\u2069]/u;

function textProblem(text: string, maxBytes: number): Problem | undefined {
  const bytes = text.length > maxBytes ? text.length : new TextEncoder().encode(text).length;
  if (bytes > maxBytes) {
    return { line: 1, column: 1, path: "", message: `Die Datei ist zu groß: erlaubt sind ${maxBytes} Byte.` };
  }
  const index = text.search(foreignCharacter);
  if (index < 0) return undefined;
  const before = text.slice(0, index).split("\n");
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, path: "" };
  if (text[index] === "\ufffd") {
    return {
      ...place,
      message: "Die Datei ist nicht als UTF-8 gespeichert. Bitte mit der Kodierung UTF-8 neu speichern.",
    };
  }
  const code = text.charCodeAt(index).toString(16).toUpperCase().padStart(4, "0");
  return { ...place, message: `Unsichtbares Steuerzeichen (U+${code}). Bitte löschen und neu tippen.` };
}

function placeOf(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function firstOf(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => a.line - b.line || a.column - b.column).slice(0, mostProblems);
}
