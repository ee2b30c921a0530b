import type { Me } from "./read.ts";

const LINK = /<a\s[^<>]{0,300}?href=["']([^"'<>]{1,500})["'][^<>]{0,300}>([^<]{0,200})/gi;

/** What links to the bot show in an HTML text: clients write a mention as such a link. */
export function shownNames(html: string, { userId }: Me): readonly string[] {
  return [...withoutQuotation(html).matchAll(LINK)]
    .filter(([, href = ""]) => isLinkTo(href, userId))
    .map(([, , shown = ""]) => withoutEntities(shown).trim());
}

/** "https://matrix.to/#/@ag:ag.example" or "matrix:u/ag:ag.example" */
export function isLinkTo(href: string, userId: string): boolean {
  const path = /^(?:https?:\/\/matrix\.to\/#\/|matrix:u\/)([^?]+)/i.exec(withoutEntities(href))?.[1];
  if (path === undefined) return false;
  const decoded = decodedUri(path);
  return decoded === userId || `@${decoded}` === userId;
}

/** A quotation ends with the last mark of its end: nothing inside of it may pose as the text behind it. */
function withoutQuotation(html: string): string {
  const start = html.indexOf("<mx-reply");
  if (start === -1) return html;
  const end = html.lastIndexOf("</mx-reply>");
  return html.slice(0, start) + (end < start ? "" : html.slice(end));
}

function decodedUri(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a "%" that encodes nothing
  }
}

const withoutEntities = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&amp;", "&");
