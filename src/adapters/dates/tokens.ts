/** A word, a number or a single sign of a typed date. */
export type Token = {
  readonly kind: "word" | "number" | "sign";
  /** In small letters. */
  readonly text: string;
  readonly typed: string;
  /** White space stood before it: "26.11. 18 Uhr" is no year, "26.11.18" is. */
  readonly hasGap: boolean;
};

const TOKEN = /(\s*)(?:(\p{L}+)|([0-9]+)|(\S))/gu;

/** Splits a text into tokens; letters and digits part, so that "bis16" is two tokens. */
export function tokensOf(text: string): readonly Token[] {
  return Array.from(normalized(text).matchAll(TOKEN), (match) => {
    const hasGap = match[1] !== "";
    const typed = match[2] ?? match[3] ?? match[4] ?? "";
    return { kind: kindOf(match), text: typed.toLowerCase(), typed, hasGap };
  });
}

function kindOf(match: RegExpExecArray): Token["kind"] {
  if (match[2] !== undefined) return "word";
  return match[3] === undefined ? "sign" : "number";
}

function normalized(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/[’‘´`]/g, "'");
}

/** A place in the tokens with questions about what stands there. All offsets count from the place. */
export type Cursor = {
  /** Empty beyond the end. */
  word(offset: number): string;
  /** Undefined unless a number of one to `digits` digits stands there. */
  number(offset: number, digits?: number): number | undefined;
  digits(offset: number): number;
  isSign(offset: number, sign: string): boolean;
  hasGap(offset: number): boolean;
  isEnd(offset: number): boolean;
};

export function cursorAt(tokens: readonly Token[], index: number): Cursor {
  const at = (offset: number): Token | undefined => tokens[index + offset];
  return {
    word: (offset) => wordOf(at(offset)),
    number: (offset, digits = 2) => numberOf(at(offset), digits),
    digits: (offset) => (at(offset)?.kind === "number" ? (at(offset)?.text.length ?? 0) : 0),
    isSign: (offset, sign) => at(offset)?.kind === "sign" && at(offset)?.text === sign,
    hasGap: (offset) => at(offset)?.hasGap ?? true,
    isEnd: (offset) => at(offset) === undefined,
  };
}

function wordOf(token: Token | undefined): string {
  return token?.kind === "word" ? token.text : "";
}

function numberOf(token: Token | undefined, digits: number): number | undefined {
  return token?.kind === "number" && token.text.length <= digits ? Number(token.text) : undefined;
}
