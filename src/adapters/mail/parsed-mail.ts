/** Eine Mail, taken apart: of headers the values as they came, by name in lower case; all else decoded. */
export type ParsedMail = {
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly senders: readonly { readonly address: string; readonly name: string }[];
  readonly subject: string;
  /** What a person reads, also of a mail that has only HTML. */
  readonly text: string;
  readonly reportType: string;
  readonly parts: readonly MailPart[];
};

/** Teil einer Mail that is no text for reading. `method`, `charset`: as its Content-Type says. */
export type MailPart = {
  readonly mediaType: string;
  readonly method: string;
  readonly charset: string;
  readonly bytes: Uint8Array;
};

/** First value of a header; empty if there is none. */
export const headerOf = ({ headers }: Pick<ParsedMail, "headers">, name: string): string =>
  headers.get(name)?.[0] ?? "";

/** Message-IDs in a header, in pointed brackets; of very many the last. */
export function messageIdsIn(text: string): readonly string[] {
  return [...text.slice(-20_000).matchAll(/<[!-;=?-~]{1,250}>/g)].map(([id]) => id).slice(-MOST_IDS);
}

const MOST_IDS = 20;

/** The text of a part: in its own charset; without one, or with one nobody knows, UTF-8 or else what Windows writes here. */
export function decoded({ charset, bytes }: Pick<MailPart, "charset" | "bytes">): string {
  for (const label of [charset, "utf-8"]) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // Unknown, or other bytes than it says: the next.
    }
  }
  return new TextDecoder("windows-1252").decode(bytes);
}
