import type { AccountId, PersonId, RoomId } from "../core/kernel/ids.ts";

/** Empfänger. `person`: all linked accounts, by direct chat. `everyone`: every room bound to the committee. */
export type Recipient =
  | { readonly kind: "room"; readonly room: RoomId }
  | { readonly kind: "person"; readonly person: PersonId }
  | { readonly kind: "account"; readonly account: AccountId }
  | { readonly kind: "everyone" };

export type Block =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[]; readonly ordered: boolean };

/** Auswahl: a button, and at the same time a line one can type. */
export type ReplyChoice = { readonly label: string; readonly command: string };

/** Datei zum Mitnehmen. `reference`: where the flow that made it put it. */
export type ReplyFile = { readonly name: string; readonly mediaType: string; readonly reference: string };

/**
 * Antwort, neutral towards platforms, plain JSON. Member text stands in it as text; each renderer escapes it its own way.
 * `live`: a message that is updated in place by every later one with the same key. `about`: key of the live message it belongs to.
 * `over`: what the live message tells of has ended; whoever has not seen it, or what is about it, need not see it any more.
 * `attention`: somebody is asked to act.
 */
export type Reply = {
  readonly to: Recipient;
  readonly blocks: readonly Block[];
  readonly choices: readonly ReplyChoice[];
  readonly files: readonly ReplyFile[];
  readonly live?: string;
  readonly about?: string;
  readonly over?: true;
  readonly attention?: true;
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
export function plainText(one: Reply): string {
  const lines = one.blocks.flatMap(blockLines);
  const choices = one.choices.map(({ label, command }) =>
    label === command ? `› ${command}` : `› ${label}: ${command}`,
  );
  const files = one.files.map(({ name }) => `Datei: ${name}`);
  return [...lines, ...choices, ...files].join("\n");
}

/** Ein Block in Zeilen: items of a list numbered or with a bullet. */
export function blockLines(block: Block): readonly string[] {
  switch (block.kind) {
    case "text":
    case "heading":
      return [block.text];
    case "list":
      return block.items.map((item, index) => (block.ordered ? `${index + 1}. ${item}` : `• ${item}`));
  }
}
