import { plainText } from "../../flows/reply.ts";
import { expectedLine, forbiddenLine, whereAnywhere, whereFile, whereHere } from "../../texts/transcript.ts";
import type { Arrival } from "./recording-stage.ts";
import type { Expectation, Where } from "./transcript.ts";

/** Was nach einem Schritt da ist, and how its addresses are called. */
export type Observed = {
  readonly arrivals: readonly Arrival[];
  /** Addresses the speakers of the step see. */
  readonly here: readonly string[];
  /** Addresses of a room or a person by name; undefined if there is none. */
  addressesOf(where: Extract<Where, { kind: "room" | "person" | "mail" }>): readonly string[] | undefined;
  /** Text of a file that came with a reply. */
  contentOf(reference: string): string;
};

export type Unmet = {
  readonly line: number;
  /** Says what was expected. */
  readonly message: string;
  /** The file looked into, where it was one. */
  readonly content: string | undefined;
};

/** The failing expectations. */
export function unmetExpectations(expected: readonly Expectation[], observed: Observed): readonly Unmet[] {
  // What is expected in one place is expected in order.
  const readUpTo = new Map<string, number>();
  return expected.flatMap((expectation) => {
    const { where, isForbidden, line } = expectation;
    const text = textAt(where, isForbidden, observed);
    const key = JSON.stringify(where);
    const from = isForbidden || where.kind === "file" ? 0 : (readUpTo.get(key) ?? 0);
    const wanted = folded(where.kind === "file" && !where.isContent ? where.name : expectation.text);
    const at = text?.indexOf(wanted, from) ?? -1;
    if (at !== -1 && !isForbidden) readUpTo.set(key, at + wanted.length);
    if (text !== undefined && (at === -1) === isForbidden) return [];
    const say = isForbidden ? forbiddenLine : expectedLine;
    const content = where.kind === "file" && where.isContent ? filesOf(where, observed) : undefined;
    return [{ line, message: say(nameOf(where, isForbidden), wanted), content }];
  });
}

/** Undefined where the place itself does not exist. */
function textAt(where: Where, isForbidden: boolean, observed: Observed): string | undefined {
  if (where.kind === "file") return fileText(where, observed);
  const addresses = where.kind === "here" ? observed.here : observed.addressesOf(where);
  if (addresses === undefined) return undefined;
  const isAnywhere = where.kind === "here" && isForbidden;
  const arrivals = observed.arrivals.filter(({ address }) => isAnywhere || addresses.includes(address));
  return folded(arrivals.map(({ reply }) => plainText(reply)).join("\n"));
}

function fileText(where: Extract<Where, { kind: "file" }>, observed: Observed): string | undefined {
  if (where.isContent) {
    const content = filesOf(where, observed);
    return content === undefined ? undefined : folded(withoutEscapes(content));
  }
  return folded(observed.arrivals.flatMap(({ reply }) => reply.files.map(({ name }) => name)).join("\n"));
}

/** Undefined if no such file came. */
function filesOf({ name }: Extract<Where, { kind: "file" }>, { arrivals, contentOf }: Observed): string | undefined {
  const wanted = arrivals.flatMap(({ reply }) => reply.files.filter((file) => isNamed(file.name, name)));
  return wanted.length === 0 ? undefined : wanted.map(({ reference }) => contentOf(reference)).join("\n");
}

/** "bericht.md" is the name of "2023-01-27-bericht-oeffentlich.md": the beginning of a part, and the same ending. */
function isNamed(name: string, wanted: string): boolean {
  const dot = wanted.lastIndexOf(".");
  const [stem, ending] = dot === -1 ? [wanted, ""] : [wanted.slice(0, dot), wanted.slice(dot)];
  return name.includes(stem) && name.endsWith(ending);
}

/** Markdown writes a backslash before what could be read as its own sign. */
const withoutEscapes = (text: string): string => text.replace(/\\([\\`*_{}[\]()<>#+\-.!|&~:/@])/g, "$1");

export const folded = (text: string): string => text.replace(/\s+/g, " ").trim();

function nameOf(where: Where, isForbidden: boolean): string {
  if (where.kind === "here") return isForbidden ? whereAnywhere() : whereHere();
  return where.kind === "file" ? whereFile(where.name) : where.name;
}
