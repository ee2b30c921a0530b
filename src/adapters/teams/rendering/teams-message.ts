/** Nachricht an Teams, ready to be posted: one card, with what notifications and screen readers say. */
export type TeamsMessage = {
  readonly type: "message";
  /** First line, for the notification. */
  readonly summary: string;
  readonly attachments: readonly Attachment[];
};

export type Attachment = {
  readonly contentType: string;
  readonly content: object;
  readonly name?: string;
  /** Where the file is that the attachment stands for. */
  readonly contentUrl?: string;
};

export const CARD_TYPE = "application/vnd.microsoft.card.adaptive";

/** Longest message of ours as JSON in UTF-8, in bytes: below every limit that Microsoft has named (28 KB is the least). */
export const MESSAGE_BUDGET = 28_000;

/** Wie eine Antwort in Teams aussehen soll, beyond what stands in it. */
export type CardLook = {
  /** Only one person reads it: its buttons count as pressed in the direct chat. */
  readonly isPrivate: boolean;
  /** Differs for each showing. */
  readonly nonce: string;
  /** Called by name at the end; `id` is an Entra object id, `name` ours. */
  readonly mentions: readonly { readonly id: string; readonly name: string }[];
  /** Whose clients may ask for a personal view by themselves ("29:…"); at most 60 are named. Needs `about`. */
  readonly refreshFor?: readonly string[];
  /** Key of the ballot that the card shows. */
  readonly about?: string;
  /** Further buttons, whose answer the clicker alone reads wherever the card stands; they belong to no ballot. */
  readonly privately?: readonly { readonly label: string; readonly command: string }[];
  /** Files by link, where they cannot be handed over. */
  readonly links?: readonly { readonly name: string; readonly url: string }[];
  /** A field to fill in stands on the same card. */
  readonly isBesideField?: true;
  /** Said above everything: "Möglicherweise doppelt …". */
  readonly notice?: string;
};
