/** Who is called on: nobody, if it is empty. It stands in every message, so that no name in a text rings at anybody's. */
export type Mentions = { readonly user_ids?: readonly string[] };

/** Nachricht: content of an `m.room.message` with text. */
export type MessageContent = {
  /** "m.notice" never rings; "m.text" does. */
  readonly msgtype: "m.text" | "m.notice";
  readonly body: string;
  readonly format?: "org.matrix.custom.html";
  readonly formatted_body?: string;
  readonly "m.mentions": Mentions;
};
