import type { Json } from "./api-call.ts";

/** What a client saw come in. An event that could not be read comes again once its key has arrived. */
export type PeerEvent = {
  readonly id: string;
  readonly room: string;
  readonly sender: string;
  /** After decryption. */
  readonly type: string;
  readonly stateKey: string | undefined;
  readonly content: Json;
  readonly encrypted: boolean;
  /** Why it could not be decrypted. */
  readonly failed: string | undefined;
  readonly shield: Shield | undefined;
};

/** The mark that Element puts beside an encrypted message. Absent on plain ones. */
export type Shield = { readonly color: "none" | "grey" | "red"; readonly reason: string | undefined };

/** One message as a person sees it now: the latest edit, or that it cannot be read. */
export type Shown = {
  readonly id: string;
  readonly sender: string;
  readonly type: string;
  readonly msgtype: string | undefined;
  readonly body: string;
  readonly formatted: string | undefined;
  readonly content: Json;
  readonly edited: boolean;
  readonly redacted: boolean;
  readonly encrypted: boolean;
  readonly failed: string | undefined;
  /** Of an edited message the worse one of both. */
  readonly shield: Shield | undefined;
  readonly thread: string | undefined;
  readonly replyTo: string | undefined;
};

export type ShownPoll = {
  readonly id: string;
  readonly sender: string;
  readonly question: string;
  readonly kind: string;
  readonly maxSelections: number;
  readonly answers: readonly { readonly id: string; readonly text: string; readonly votes: number }[];
  /** The last valid response of each. */
  readonly votes: Readonly<Record<string, readonly string[]>>;
  readonly ended: boolean;
  /** Responses that could not be decrypted. */
  readonly undecryptable: number;
};

export type SeenDevice = {
  readonly deviceId: string;
  readonly name: string | undefined;
  readonly signedByOwner: boolean;
  readonly verified: boolean;
};

export type SeenIdentity = {
  readonly devices: readonly SeenDevice[];
  readonly crossSigningVerified: boolean;
  /** The identity is another one than before. */
  readonly needsApproval: boolean;
};

type InRoom = { readonly room: string };
type OfEvent = InRoom & { readonly id: string };
type Someone = InRoom & { readonly userId: string };
type Text = InRoom & {
  readonly text: string;
  readonly html?: string;
  readonly mentions?: readonly string[];
};

/** Everything a peer can be told to do. What sends returns the id of the event. */
export type PeerCommands = {
  createRoom(args: {
    readonly encrypted?: boolean;
    readonly name?: string;
    readonly invite?: readonly string[];
    readonly roomVersion?: string;
    readonly isDirect?: boolean;
    readonly preset?: "private_chat" | "trusted_private_chat" | "public_chat";
  }): string;
  join(args: InRoom & { readonly via?: readonly string[] }): void;
  invite(args: Someone): void;
  leave(args: InRoom): void;
  kick(args: Someone): void;
  ban(args: Someone): void;
  members(args: InRoom): Readonly<Record<string, string>>;
  setPowerLevel(args: Someone & { readonly level: number }): void;
  enableEncryption(args: InRoom): void;
  isEncrypted(args: InRoom): boolean;
  /** Id of the room that replaces it. */
  upgradeRoom(args: InRoom & { readonly version: string }): string;

  send(args: InRoom & { readonly type: string; readonly content: Json }): string;
  sendText(args: Text): string;
  reply(args: Text & { readonly id: string }): string;
  threadReply(args: Text & { readonly root: string }): string;
  edit(args: Text & { readonly id: string }): string;
  react(args: OfEvent & { readonly key: string }): string;
  redact(args: OfEvent): string;
  startPoll(
    args: InRoom & {
      readonly question: string;
      readonly answers: readonly string[];
      readonly disclosed?: boolean;
      readonly maxSelections?: number;
    },
  ): string;
  /** `answers` are ids. */
  vote(args: InRoom & { readonly poll: string; readonly answers: readonly string[] }): string;
  endPoll(args: InRoom & { readonly poll: string; readonly text: string }): string;

  shown(args: InRoom): readonly Shown[];
  polls(args: InRoom): readonly ShownPoll[];
  /** Emoji → who. */
  reactions(args: OfEvent): Readonly<Record<string, readonly string[]>>;
  thread(args: OfEvent): { readonly length: number; readonly last: string | undefined };
  unread(args: InRoom): { readonly total: number; readonly highlights: number };
  /** The file of a message's content, plain or encrypted; rejects when its hash is wrong. */
  download(args: { readonly content: Json }): Uint8Array;
  state(args: InRoom & { readonly type: string; readonly stateKey?: string }): Json | undefined;

  /** Sets up secret storage and gives the key a person would write down. */
  recoveryKey(args: Record<never, never>): string;
  discardSession(args: InRoom): void;
  identityOf(args: { readonly userId: string }): SeenIdentity;
  verifyDevice(args: { readonly userId: string; readonly deviceId: string }): void;
  /** Never again a key for devices that are not verified. */
  blacklistUnverified(args: { readonly on: boolean }): void;
};

export type PeerCommand = keyof PeerCommands;
export type ArgsOf<K extends PeerCommand> = Parameters<PeerCommands[K]>[0];
export type ResultOf<K extends PeerCommand> = ReturnType<PeerCommands[K]>;
export type Handlers = { readonly [K in PeerCommand]: (args: ArgsOf<K>) => Promise<ResultOf<K>> };

export type PeerOptions = {
  /** Publish a cross-signing identity and sign the own device with it. */
  readonly crossSign?: boolean;
  /** Share keys with, and read from, signed devices only (Element's coming default). */
  readonly onlySignedDevices?: boolean;
  readonly blacklistUnverified?: boolean;
};

/** What the process is started with. */
export type PeerStart = PeerOptions & {
  readonly url: string;
  readonly userId: string;
  readonly accessToken: string;
  readonly deviceId: string;
  readonly password: string;
};

export type ToPeer = { readonly id: number; readonly command: PeerCommand; readonly args: unknown };

export type FromPeer =
  | { readonly kind: "ready"; readonly fingerprint: string }
  | { readonly kind: "event"; readonly event: PeerEvent }
  | { readonly kind: "done"; readonly id: number; readonly result: unknown }
  | { readonly kind: "failed"; readonly id: number; readonly message: string };
