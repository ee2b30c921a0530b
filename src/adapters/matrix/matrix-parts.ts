import type { AccountId, Instant, PersonId, RoomId } from "../../core/kernel/ids.ts";
import type { Room } from "../../core/membership/state.ts";
import type { Handled } from "../../flows/committee-runner.ts";
import type { Incoming } from "../../flows/incoming.ts";
import type { StorageFault } from "../../flows/ports.ts";
import type { Figures, Reply } from "../../flows/reply.ts";

/** Was der Anschluss vom Gremium weiß und will. */
export type MatrixCommittee = {
  rooms(): ReadonlyMap<RoomId, Room>;
  /** True for the account of somebody who belongs to the committee. */
  isMember(account: AccountId): boolean;
  accountsOf(person: PersonId): readonly AccountId[];
  /** Who is told about the rooms: the office, or whoever leads where there is none. */
  office(): readonly PersonId[];
  handle(incoming: Incoming): Promise<Handled>;
  /** True if a message with this key was acted upon. */
  isHandled(key: string): boolean;
  isAsking(place: Pick<Incoming, "account" | "room">): boolean;
  tell(key: string, replies: readonly Reply[]): Promise<boolean>;
  addressesOf(reply: Reply): readonly string[];
  /** Gives up what waits for a room; says how many messages that were. */
  dropRoom(address: string): Promise<number>;
  faultText(fault: StorageFault): string;
};

/** Was der Anschluss sonst von der Welt braucht. */
export type MatrixWorld = {
  now(): Instant;
  readFile(reference: string): Promise<Uint8Array>;
  /** A result as a picture; undefined where none can be made. */
  draw(
    figures: Figures,
  ): Promise<{ readonly bytes: Uint8Array; readonly width: number; readonly height: number } | undefined>;
  /** For the log: never contents, never tokens. */
  note(code: string, detail?: string): void;
};

export type MatrixSettings = {
  /** Anrede im Raum, "!ag". */
  readonly prefix: string;
  /** Servers whose users may invite, besides the members of the committee. */
  readonly allowedServers: readonly string[];
};
