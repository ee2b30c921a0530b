/** Longest text a repetition may make. */
const LONGEST = 100_000;

/** In a transcript `\u{202E}` stands for a character one cannot see, and `{10000×a}` for ten thousand of them. */
export function unescaped(text: string): string {
  return text
    .replace(/\{(\d{1,6})×([^}]+)\}/gu, (_, count: string, part: string) =>
      part.repeat(Math.min(Number(count), Math.floor(LONGEST / part.length))),
    )
    .replace(/\\u\{([0-9A-Fa-f]{1,6})\}/g, (whole, hex: string) => {
      const code = Number.parseInt(hex, 16);
      return code > 0x10ffff ? whole : String.fromCodePoint(code);
    });
}
