/** This much of a page is looked at. */
const LONGEST = 100_000;

/** What stands on an HTML page, near enough for an excerpt. In one pass, whatever the page is. */
export function wordsOfPage(html: string): string {
  const [before = "", ...pieces] = html.slice(0, LONGEST).split("<");
  const words = [before];
  let hidden: string | undefined;
  for (const piece of pieces) {
    const end = piece.indexOf(">");
    if (end === -1) continue;
    const name = /^\/?[a-z\d]{1,20}/i.exec(piece)?.[0].toLowerCase() ?? "";
    if (hidden === undefined && UNSEEN.has(name)) hidden = `/${name}`;
    if (hidden === undefined) words.push(BREAKS.has(name) ? "\n" : "", piece.slice(end + 1));
    else if (name === hidden) {
      hidden = undefined;
      words.push(piece.slice(end + 1));
    }
  }
  return words
    .join("")
    .replace(/&#(\d{2,7});/g, (_, code: string) => characterOf(Number(code)))
    .replace(/&([A-Za-z]{2,6});/g, (whole, name: string) => entities.get(name) ?? whole);
}

const UNSEEN: ReadonlySet<string> = new Set(["style", "script", "head", "title"]);
const BREAKS: ReadonlySet<string> = new Set(["br", "/p", "/div", "/tr", "/li", "/h1", "/h2", "/h3", "/blockquote"]);

const characterOf = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : "");

const entities: ReadonlyMap<string, string> = new Map([
  ["nbsp", " "],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["auml", "ä"],
  ["ouml", "ö"],
  ["uuml", "ü"],
  ["Auml", "Ä"],
  ["Ouml", "Ö"],
  ["Uuml", "Ü"],
  ["szlig", "ß"],
  ["ndash", "–"],
  ["amp", "&"],
]);
