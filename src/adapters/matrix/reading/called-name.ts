import { isLinkTo } from "./own-links.ts";

/** Name of the bot at the start of a text. `isCall`: written in a way that cannot be talk about it ("@…", "…:", its address). */
export type CalledName = { readonly name: string; readonly isCall: boolean; readonly rest: string };

/** Some clients write the link of a mention into the text as well: "[Sitzungsdienst](https://matrix.to/#/@ag:ag.example)". */
const LINK_AT_START = /^\[[^\]\n]{0,200}\]\(([^)\s]{1,500})\)/;
const LINK_AT_END = /\[[^\]\n]{0,200}\]\(([^)\s]{1,500})\)$/;
const FARTHEST_FROM_END = 800;

export function nameAtStart(text: string, names: readonly string[], userId: string): CalledName | undefined {
  const link = LINK_AT_START.exec(text);
  if (link !== null && isLinkTo(link[1] ?? "", userId))
    return { name: userId, isCall: true, rest: behind(text.slice(link[0].length)) };
  for (const name of longestFirst(names)) {
    const marked = name.startsWith("@") ? name : `@${name}`;
    // Behind "@ag:" the address of somebody else may go on.
    if (startsWith(text, marked, /^(?:[:,]?\s|[:,]?$)/))
      return { name, isCall: true, rest: behind(text.slice(marked.length)) };
    if (startsWith(text, name, /^[\s:,]|^$/)) {
      const rest = text.slice(name.length);
      return { name, isCall: /^[:,]/.test(rest), rest: behind(rest) };
    }
  }
  return undefined;
}

/** "ja @Sitzungsdienst!" → "ja" */
export function withoutNameAtEnd(text: string, names: readonly string[], userId: string): string {
  const kept = text.slice(0, -FARTHEST_FROM_END);
  const tail = text.slice(kept.length).replace(/[\s.!?]+$/, "");
  const link = LINK_AT_END.exec(tail);
  if (link !== null && isLinkTo(link[1] ?? "", userId)) return kept + before(tail.slice(0, link.index));
  const called = longestFirst(names)
    .flatMap((name) => (name.startsWith("@") ? [name] : [`@${name}`, name]))
    .find((name) => isSame(tail.slice(-name.length), name) && /(?:^|[\s,])$/.test(tail.slice(0, -name.length)));
  return called === undefined ? text : kept + before(tail.slice(0, -called.length));
}

/** The text behind a prefix, which stands alone: "!agenda" is none. */
export function behindPrefix(text: string, prefix: string): string | undefined {
  return prefix !== "" && startsWith(text, prefix, /^[\s:,]|^$/) ? behind(text.slice(prefix.length)) : undefined;
}

function startsWith(text: string, start: string, next: RegExp): boolean {
  return isSame(text.slice(0, start.length), start) && next.test(text.slice(start.length, start.length + 2));
}

const isSame = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();
const behind = (rest: string): string => rest.replace(/^\s*[:,]?\s*/, "");
const before = (rest: string): string => rest.replace(/[\s,]+$/, "");
const longestFirst = (names: readonly string[]): readonly string[] =>
  names.filter((name) => name !== "").toSorted((left, right) => right.length - left.length);
