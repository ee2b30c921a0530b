import { isPaperName } from "../../core/committee/enclosures.ts";
import { paperMissing } from "../../texts/prompts-call.ts";
import { type Acceptor, absent, problem, taken, withHead } from "./acceptor.ts";

const LINKS = /(?:(?<![\p{L}\p{N}])(?:mit\s+)?links?:?\s+)?(?<![\p{L}\p{N}])([a-z][a-z0-9+.-]*:\/\/[^\s,;]+)[,;]?/giu;

/** Verweise: every address in the line, with or without "link" in front of it. Whether it may stand in an invitation is decided later. */
export const links: Acceptor<readonly string[]> = {
  sign: "link https://…",
  take(rest) {
    const found = [...rest.head.matchAll(LINKS)].map((match) => match[1] ?? "");
    return found.length === 0
      ? absent
      : taken([...new Set(found)], withHead(rest, rest.head.replace(LINKS, " ").replace(/\s+/gu, " ")));
  },
};

const FILE = "[^\\s,;]+\\.[a-z][a-z0-9]{1,4}(?![^\\s,;])";
const FILES = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:mit|anlagen?):?\\s+(${FILE}(?:(?:\\s*,\\s*|\\s+und\\s+|\\s+)${FILE})*)`,
  "iu",
);

/** Unterlagen: "mit Bericht.pdf, Konzept.docx und Zahlen.xlsx". A name that is none is refused later. */
export const fileNames: Acceptor<readonly string[]> = {
  sign: "mit DATEI.pdf, DATEI.pdf",
  take(rest, { ports }) {
    const match = FILES.exec(rest.head);
    if (match === null) return absent;
    const names = (match[1] ?? "").split(/\s*,\s*|\s+und\s+|\s+/iu).filter((name) => name !== "");
    const missing = names.every(isPaperName) ? names.find((name) => !ports.hasPaper(name)) : undefined;
    if (missing !== undefined) return problem(paperMissing(missing));
    const left = `${rest.head.slice(0, match.index)} ${rest.head.slice(match.index + match[0].length)}`;
    return taken([...new Set(names)], withHead(rest, left));
  },
};
