import { oneLine, severalLines } from "./clean-words.ts";

const LONGEST = 1_000;
const LOOKED_AT = 50_000;

/** Where the mail that is answered begins. */
const QUOTED_FROM: readonly RegExp[] = [
  /^\s*-{2,}\s*(?:Ursprüngliche Nachricht|Original Message|Weitergeleitete Nachricht|Forwarded message)\s*-{2,}/i,
  /^\s*_{20,}\s*$/,
  /^\s*(?:Am|On)\s.{3,200}\b(?:schrieb|wrote)\b.{0,200}:\s*$/i,
];
const OUTLOOK_HEAD = /^\s*(?:\*)?(?:Von|From):(?:\*)?\s/;
const OUTLOOK_NEXT = /^\s*(?:\*)?(?:Gesendet|Sent|Datum|Date|An|To|Betreff|Subject):/;

/** Eigene Worte: what was written, without the mail that is answered and without a signature. One line, an excerpt. */
export function ownWords(text: string): string {
  const lines = severalLines(text.slice(0, LOOKED_AT)).split("\n");
  const end = lines.findIndex((line, index) => beginsQuotation(lines, line, index));
  const own = (end === -1 ? lines : lines.slice(0, end)).filter((line) => !/^\s*>/.test(line));
  const signature = own.findIndex((line) => /^-- ?$/.test(line));
  return oneLine((signature === -1 ? own : own.slice(0, signature)).join(" "), LONGEST);
}

function beginsQuotation(lines: readonly string[], line: string, index: number): boolean {
  if (QUOTED_FROM.some((head) => head.test(line))) return true;
  const next = lines[index + 1] ?? "";
  if (OUTLOOK_HEAD.test(line)) return OUTLOOK_NEXT.test(next) || OUTLOOK_NEXT.test(lines[index + 2] ?? "");
  // Broken in two by the sender's program: "Am Mo., 23. Nov. 2026 um 10:12 Uhr schrieb Geschäftsstelle AG 78 <ag78@kreis.example" ">:"
  return /^\s*(?:Am|On)\s/.test(line) && line.length < 200 && QUOTED_FROM.some((head) => head.test(`${line} ${next}`));
}
