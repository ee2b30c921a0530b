import type { UnreadableReason } from "../../../texts/matrix-encryption.ts";
import type { Homeserver, Json } from "../homeserver.ts";

/** Ereignis eines Raumes, raw as the homeserver gives it. */
export type RoomEvent = {
  readonly event_id: string;
  readonly type: string;
  readonly sender: string;
  readonly origin_server_ts: number;
  readonly content: Json;
  readonly state_key?: string;
  readonly unsigned?: Json;
};

/** What one /sync answer says about devices and keys. `undefined`: the answer does not say. */
export type SyncPart = {
  readonly toDevice: readonly Json[];
  readonly changedDevices: readonly string[];
  readonly leftDevices: readonly string[];
  readonly oneTimeKeyCounts: Readonly<Record<string, number>> | undefined;
  readonly unusedFallbackKeys: readonly string[] | undefined;
};

export type Decrypted =
  /** Relations, which are sent in clear, are put back into the content. */
  | { readonly kind: "decrypted"; readonly type: string; readonly content: Json }
  /** May become readable: `roomKeyArrived` names the same room and session then. */
  | { readonly kind: "missingKey"; readonly session: string; readonly reason: UnreadableReason }
  /** Will never be readable. */
  | { readonly kind: "failed"; readonly reason: UnreadableReason };

/** A state event, as far as encryption needs it. Without a `state_key` it counts as one with an empty key. */
export type NotedState = Pick<RoomEvent, "type" | "content"> & { readonly state_key?: string };

/**
 * Ende-zu-Ende-Verschlüsselung of one device. Each call rejects with `EncryptionFault` "store-unwritable" once a key could not be
 * written: what is not on the disk is neither sent nor acknowledged; with "library-failed" once an event broke the library. Then only
 * a new start helps. After `stop` every call rejects with `Stopped`.
 */
export type Encryption = {
  /** First thing with each /sync answer; resolves when durable, so that the sync token may be stored. */
  receiveSync(part: SyncPart): Promise<void>;
  /** Every state event seen. */
  noteState(room: string, event: NotedState): void;
  /** Once encrypted, always encrypted. Rejects if it cannot be known; an error never means "no". */
  isEncrypted(room: string): Promise<boolean>;
  /** The content of an m.room.encrypted event. One at a time per room. Reactions are not to be encrypted. */
  encrypt(room: string, type: string, content: object): Promise<Json>;
  /** Whatever the event contains: it is decrypted, may be so later, or never will. */
  decrypt(room: string, event: RoomEvent): Promise<Decrypted>;
  crossSigning(): "signed" | "unsigned";
  /** Fingerabdruck (ed25519) in groups of four, for people to compare. */
  fingerprint(): string;
  /** Waits for what is on its way, closes the journal, releases the lock. Stop the homeserver first, or this may wait for it. */
  stop(): Promise<void>;
};

export type EncryptionOptions = {
  readonly homeserver: Homeserver;
  readonly userId: string;
  readonly deviceId: string;
  /** Holds the keys, readable by its owner only. */
  readonly folder: string;
  readonly password?: string;
  /** Wiederherstellungsschlüssel of an account whose identity was made elsewhere. */
  readonly recoveryKey?: string;
  /** Replaces an identity made elsewhere; needs the password. */
  readonly resetIdentity?: true;
  /** A key came that may make events of this session readable, or word that it will not come. Called once per piece of news. */
  roomKeyArrived(room: string, session: string): void;
  /**
   * For the log: "identity-exists", "identity-refused" (this device stays unsigned), "request-refused" (the homeserver does not take a request;
   * asked again later), "settings-refused" (laxer settings of a room, ignored), "journal-not-compacted" (it only grows meanwhile).
   */
  note(code: string, detail?: string): void;
};
