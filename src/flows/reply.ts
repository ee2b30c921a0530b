import type { AccountId, PersonId, RoomId } from "../core/kernel/ids.ts";

/** Empfänger. `person`: all linked accounts, by direct chat. `everyone`: every room bound to the committee. */
export type Recipient =
  | { readonly kind: "room"; readonly room: RoomId }
  | { readonly kind: "person"; readonly person: PersonId }
  | { readonly kind: "account"; readonly account: AccountId }
  | { readonly kind: "everyone" }
  /** By mail, to the address the letter names. */
  | { readonly kind: "mail"; readonly person: PersonId };

export type Block =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[]; readonly ordered: boolean }
  | Figures;

/** Ergebnis in Zahlen, beside a sentence that says the same: as lines of text it is nothing, elsewhere a table and a picture. */
export type Figures = {
  readonly kind: "figures";
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly count: number }[];
};

/** Auswahl: a button, and at the same time a line one can type. */
export type ReplyChoice = { readonly label: string; readonly command: string };

/**
 * Feld zum Ausfüllen, beside words that say what to type instead: where a platform has no fields it is nothing. What is filled in is for us
 * alone, and so is the answer. `key`: what it asks for; filled in under another key nothing is taken.
 */
export type ReplyField = {
  readonly key: string;
  readonly label: string;
  readonly button: string;
  /** What is filled in stands behind it and a colon. */
  readonly command: string;
  /** The same about one of several things: instead of `command`. */
  readonly about?: { readonly label: string; readonly choices: readonly ReplyChoice[] };
  /** Characters, as people count them. */
  readonly longest: number;
  /** What stands in it already, and which command was chosen. */
  readonly filled?: { readonly text: string; readonly command: string };
};

/** Datei zum Mitnehmen. `reference`: where the flow that made it put it. */
export type ReplyFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly reference: string;
  /** Made from the record when it is delivered, if it is not there yet. */
  readonly made?: MadeFile;
  /** A picture, shown as one where the platform can. */
  readonly picture?: PictureFacts;
};

/** Bild: pixels, and what is on it, for those who cannot see it. */
export type PictureFacts = { readonly width: number; readonly height: number; readonly caption: string };

/** Datei, die sich jederzeit aus dem Verlauf herstellen lässt: an invitation as a paper, its calendar entry, or those of a workshop. */
export type MadeFile =
  | { readonly kind: EditionFileKind; readonly meeting: number; readonly edition: number }
  | { readonly kind: "workshopEntries"; readonly workshop: number };

export type EditionFileKind = "invitationPaper" | "calendarEntry";

/**
 * Brief: an edition of an invitation, with all that belongs to it (template, calendar part, papers), or a short note that says what the
 * reply says.
 */
export type LetterRef =
  | { readonly kind: "invitation"; readonly meeting: number; readonly edition: number; readonly address: string }
  | { readonly kind: "note"; readonly subject: string; readonly address: string };

/**
 * Antwort, neutral towards platforms, plain JSON. Member text stands in it as text; each renderer escapes it its own way.
 * `live`: a message that is updated in place by every later one with the same key. `about`: key of the live message it belongs to.
 * `over`: what the live message tells of has ended; whoever has not seen it, or what is about it, need not see it any more.
 * `asks`: key of the live message of a ballot that opens with it and can be answered where this is read, by the choices.
 * `papers`: key of the live message of a secret ballot that opens with it; each voter gets the ballot paper alone.
 * `ends`: keys of the live messages of ballots, and of fields, that ended with it.
 * `attention`: somebody is asked to act; `callsOn`: who, in a room.
 * `letter`: what it is as a mail; only towards recipients by mail.
 * `thread`: key of the thread it stands in where the room has threads: "2-5" for TOP 5 of the 2nd meeting, or that of a guiding question.
 */
export type Reply = {
  readonly to: Recipient;
  readonly blocks: readonly Block[];
  readonly choices: readonly ReplyChoice[];
  readonly files: readonly ReplyFile[];
  readonly field?: ReplyField;
  readonly live?: string;
  readonly about?: string;
  readonly over?: true;
  readonly asks?: string;
  readonly papers?: string;
  readonly ends?: readonly string[];
  readonly attention?: true;
  readonly callsOn?: readonly PersonId[];
  readonly thread?: string;
  readonly letter?: LetterRef;
};

export const text = (line: string): Block => ({ kind: "text", text: line });
export const heading = (line: string): Block => ({ kind: "heading", text: line });
export const list = (items: readonly string[], ordered = false): Block => ({ kind: "list", items, ordered });
type Extras = Partial<Omit<Reply, "to" | "blocks">>;

export function reply(to: Recipient, blocks: readonly (Block | string)[], extras: Extras = {}): Reply {
  const whole = blocks.map((block) => (typeof block === "string" ? text(block) : block));
  return { to, blocks: whole, choices: [], files: [], ...extras };
}

/** The whole reply as lines of text: for screen readers, old clients, the console and tests. */
export function plainText(one: Pick<Reply, "blocks" | "choices" | "files">): string {
  const lines = one.blocks.flatMap(blockLines);
  const choices = one.choices.map(choiceLine);
  const files = one.files.map(({ name }) => `Datei: ${name}`);
  return [...lines, ...choices, ...files].join("\n");
}

/** Eine Auswahl als Zeile zum Abschreiben. */
export const choiceLine = ({ label, command }: ReplyChoice): string =>
  label === command ? `› ${command}` : `› ${label}: ${command}`;

/** Ein Block in Zeilen: items of a list numbered or with a bullet. */
export function blockLines(block: Block): readonly string[] {
  switch (block.kind) {
    case "text":
    case "heading":
      return [block.text];
    case "list":
      return block.items.map((item, index) => (block.ordered ? `${index + 1}. ${item}` : `• ${item}`));
    case "figures":
      return [];
  }
}
