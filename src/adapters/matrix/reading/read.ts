import type { SealedFile } from "../open-file.ts";

/** Wie der Bot angesprochen ist: by its prefix, by its name; "none": not, or only by answering one of its messages. */
export type Address = "prefix" | "mention" | "none";

/** Warum ein Ereignis keine Nachricht an den Bot ist. */
export type Ignored = "own" | "notice" | "emote" | "foreign" | "redacted" | "malformed";

/** Gelesenes Ereignis. Texts are as typed, without what addressed the bot and without the quotation of what they answer. */
export type Read =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly address: Address;
      /** Event that is answered by hand. */
      readonly replyTo?: string;
      /** First event of the thread it stands in. */
      readonly thread?: string;
    }
  | { readonly kind: "edit"; readonly of: string; readonly text: string; readonly address: Address }
  /** `answers`: none (a vote taken back) or one. */
  | { readonly kind: "poll"; readonly poll: string; readonly answers: readonly string[] }
  | { readonly kind: "reaction"; readonly of: string; readonly key: string }
  | {
      readonly kind: "file";
      readonly name?: string;
      readonly caption?: string;
      /** Where its bytes lie, if it is a picture. */
      readonly picture?: Put;
      readonly address: Address;
      readonly replyTo?: string;
      readonly thread?: string;
    }
  | { readonly kind: "ignored"; readonly why: Ignored };

/** Wo eine Datei liegt: in the clear at an `mxc:` address, or sealed. */
export type Put = { readonly url: string } | { readonly file: SealedFile };

/** Wer der Bot in diesem Raum ist. */
export type Me = { readonly userId: string; readonly displayName?: string; readonly prefix: string };
