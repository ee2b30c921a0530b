import type { AccountId, Instant, RoomId } from "../core/kernel/ids.ts";

/** Eingehende Nachricht, as every platform hands it over: plain text, mention or prefix already taken off. */
export type Incoming = {
  /** Foto, das mitkam: fetched only where it belongs to an idea. Undefined where it cannot be had; rejects only when the program ends. */
  readonly photo?: () => Promise<Uint8Array | undefined>;
  /** De-duplication: the same message delivered twice has the same key. */
  readonly key: string;
  readonly account: AccountId;
  /** None: direct chat. */
  readonly room?: RoomId;
  readonly text: string;
  readonly at: Instant;
  /** In a room only what is addressed to the bot is answered; in a direct chat everything is. */
  readonly addressed: boolean;
  /** A button, a poll's answer or a reaction: what is only for this person is not said in the room. */
  readonly isClick?: true;
  /** A field of a card was filled in: the text is the command in front of it. It never comes from a room, since nobody else reads it. */
  readonly filled?: Filled;
  /** Key of our own thread in which it stands, or whose first message it answers. */
  readonly thread?: string;
  /** Key of the ballot whose button it was, or whose message it answers: it counts for no other one. */
  readonly about?: string;
};

/** Ausgefülltes Feld. `room`: where its card stands, if not in a direct chat. */
export type Filled = { readonly key: string; readonly text: string; readonly room?: RoomId };
