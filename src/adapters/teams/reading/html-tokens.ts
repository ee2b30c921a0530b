import { withoutEntities } from "./html-entities.ts";

export type HtmlToken =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "open" | "close"; readonly name: string; readonly attributes: string };

const NAME = /(\/?)([a-z][a-z\d]{0,30})?/iy;

/** Text and tags in their order; each character is looked at a fixed number of times, whatever it is. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const tag = nextTag(html, at);
    if (tag > at) yield { kind: "text", text: withoutEntities(html.slice(at, tag)) };
    if (tag === html.length) return;
    const end = tagEnd(html, tag + 1);
    // A tag that does not end takes all that follows with it.
    if (end === undefined) return;
    NAME.lastIndex = tag + 1;
    const [start = "", slash = "", name = ""] = NAME.exec(html) ?? [];
    if (name !== "") {
      const attributes = html.slice(tag + 1 + start.length, end);
      yield { kind: slash === "" ? "open" : "close", name: name.toLowerCase(), attributes };
    }
    at = end + 1;
  }
}

/** The value of an attribute that is written in double quotes, as Teams does it. */
export function attribute(attributes: string, name: "alt" | "itemtype"): string | undefined {
  const value = (name === "alt" ? ALT : ITEM_TYPE).exec(attributes)?.[1];
  return value === undefined ? undefined : withoutEntities(value);
}

const ALT = /\salt="([^"]*)"/i;
const ITEM_TYPE = /\sitemtype="([^"]*)"/i;

/** Where the next tag or comment begins; "a < b" is neither. */
function nextTag(html: string, from: number): number {
  let at = html.indexOf("<", from);
  while (at !== -1 && !/[a-z/!]/i.test(html[at + 1] ?? "")) at = html.indexOf("<", at + 1);
  return at === -1 ? html.length : at;
}

function tagEnd(html: string, from: number): number | undefined {
  let quote = "";
  for (let at = from; at < html.length; at += 1) {
    const sign = html[at] ?? "";
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === ">") return at;
  }
  return undefined;
}
