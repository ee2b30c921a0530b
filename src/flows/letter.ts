/** Ports of the post: what a letter is, and what carries it out. */

/** Brief: one mail to one person. `id` is the same each time it is sent, so that a mail server or a person knows it again. */
export type Letter = {
  /** "einladung-20230127080000000-3-1-neeth": letters, digits, hyphens. */
  readonly id: string;
  readonly to: Mailbox;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly calendar?: {
    readonly method: "REQUEST" | "CANCEL";
    readonly name: string;
    readonly content: string;
  };
  readonly attachments: readonly LetterFile[];
  /** Ids of earlier letters on the same matter, oldest first. */
  readonly follows: readonly string[];
};

export type Mailbox = { readonly name: string; readonly address: string };

export type LetterFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

/** Was der Server antwortete: taken over, put into a file where no mail is set up, or refused for good. */
export type Posted = { readonly outcome: "accepted" | "filed" | "refused"; readonly answer: string };

/** Versand. Rejects with an error that has a `code` if it is to be tried again. */
export type Mailing = {
  /** Who it comes from, and to whom answers go. */
  readonly sender: Mailbox;
  send(letter: Letter): Promise<Posted>;
};
