import { type Piece, withoutCalls } from "./calls.ts";

/** Text as it comes together out of HTML. */
export type HtmlWordsInWork = {
  say(text: string): void;
  breakLine(): void;
  /** A block begins or ends: nothing further in a line that has something. */
  endBlock(): void;
  openMention(tag: string): void;
  closeMention(tag: string): void;
  whole(): string;
};

export function collectWords(isBot: (name: string) => boolean): HtmlWordsInWork {
  const pieces: Piece[] = [];
  let isLineBegun = false;
  let mention: { readonly tag: string; readonly from: number } | undefined;

  function breakLine(): void {
    pieces.push("\n");
    isLineBegun = false;
  }

  return {
    say(text) {
      pieces.push(text);
      isLineBegun ||= text !== "" && text !== " ";
    },
    breakLine,
    endBlock() {
      if (isLineBegun) breakLine();
    },
    openMention(tag) {
      mention ??= { tag, from: pieces.length };
    },
    closeMention(tag) {
      if (mention?.tag !== tag) return;
      const { from } = mention;
      mention = undefined;
      if (!isBot(pieces.slice(from).join(""))) return;
      pieces.length = from;
      pieces.push(undefined);
    },
    whole: () => eachLineTrimmed(withoutCalls(pieces)),
  };
}

function eachLineTrimmed(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.join("\n").trim();
}
