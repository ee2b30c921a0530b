/**
 * Was ein Mensch in Teams getan hat, read from one activity. Whom it comes from is the Entra object id alone; names that people give
 * themselves are not even read.
 */
export type Read =
  | (Origin & {
      readonly kind: "message";
      /** Without mentions of the bot and what they leave behind; blank where nothing else was said. */
      readonly text: string;
      /** The bot was mentioned, or it is a chat with it alone. */
      readonly isAddressed: boolean;
      readonly hasFiles: boolean;
      /** The first file that may be a picture. */
      readonly picture?: SentPicture;
      /** A newer wording of the message with the same id. */
      readonly isEdit: boolean;
    })
  | (Origin & { readonly kind: "click"; readonly click: Click; readonly isInvoke: boolean })
  /** The client asks for the personal view of a card. */
  | (Origin & { readonly kind: "refresh"; readonly about: string })
  | (Origin & {
      readonly kind: "fileAnswer";
      readonly reference: string;
      readonly name: string;
      /** Where the file is to be put, and how it is called there; undefined where it was declined. */
      readonly upload: FileUpload | undefined;
    })
  /** The bot itself came or went; in a chat or team, or for one person. */
  | (Origin & { readonly kind: "installed" | "removed" })
  /** Others came or went: who belongs to the chat has to be asked again. */
  | (Origin & { readonly kind: "membersChanged" })
  /** An invoke that we do not know wants an answer nevertheless. */
  | (Origin & { readonly kind: "unknownInvoke" })
  | { readonly kind: "ignored" };

/** Mitgeschicktes Bild. "file": lies in the person's own place, its address needs no token. "inline": lies with the service. */
export type SentPicture = { readonly from: "file" | "inline"; readonly url: string };

/** Where and from whom. Everything is as the service sent it, checked for shape only. */
export type Origin = {
  readonly activity: string;
  /** Instant in UTC at which the service took it, as written there; undefined where it says none. */
  readonly timestamp: string | undefined;
  readonly serviceUrl: string;
  readonly tenant: string | undefined;
  readonly conversation: ConversationPlace;
  readonly sender: Account | undefined;
  /** The bot, as this conversation knows it. */
  readonly bot: { readonly id: string; readonly name: string | undefined };
  /** Card or message that was answered or clicked. */
  readonly replyTo: string | undefined;
};

export type ConversationPlace = {
  /** Without the part that names a thread of a channel. */
  readonly id: string;
  readonly kind: "personal" | "groupChat" | "channel";
  /** In a channel: first message of the thread. */
  readonly thread: string | undefined;
  /** In a channel: the team's conversation id. */
  readonly team: string | undefined;
};

/** `id`: how Teams calls the person towards this bot ("29:…"). `objectId`: Entra object id, in small letters; none for people without an Entra account. */
export type Account = { readonly id: string; readonly objectId: string | undefined };

export type FileUpload = {
  readonly uploadUrl: string;
  readonly contentUrl: string;
  readonly uniqueId: string;
  readonly fileType: string;
};

/**
 * Was ein Knopf mitbringt. `command`: the line that could have been typed. `about`: key of the ballot it belongs to. `isPrivate`: it stood
 * where only one person reads. `nonce`: differs for each showing of the card, so that one click delivered twice is told from two clicks.
 * `filled`: it stood below a field, which held this.
 */
export type Click = {
  readonly command: string;
  readonly about?: string | undefined;
  readonly isPrivate?: true | undefined;
  readonly nonce: string;
  readonly filled?: { readonly key: string; readonly text: string } | undefined;
};

/** Ids of the inputs of a field. */
export const TEXT_INPUT = "text";
export const CHOICE_INPUT = "wozu";

/** Verbs of our `Action.Execute`. */
export const ANSWER_VERB = "antwort";
export const REFRESH_VERB = "ansicht";
