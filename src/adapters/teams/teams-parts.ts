import type { TeamsEnvironment } from "../../config/environment-teams.ts";
import type { AccountId, Instant, PersonId, RoomId } from "../../core/kernel/ids.ts";
import type { Room } from "../../core/membership/state.ts";
import type { Handled } from "../../flows/committee-runner.ts";
import type { Filled, Incoming } from "../../flows/incoming.ts";
import type { StorageFault } from "../../flows/ports.ts";
import type { Reply } from "../../flows/reply.ts";

/** In front of every address of this platform. */
export const PLATFORM = "teams:";

/** Konto einer Person in Teams: by its Entra object id alone. */
export const accountOf = (objectId: string): AccountId => `${PLATFORM}${objectId}` as AccountId; // a platform and its own identity, as every account is written

export const roomOf = (conversation: string): RoomId => `${PLATFORM}${conversation}` as RoomId; // as above

/** Was der Anschluss vom Gremium weiß und will. */
export type TeamsCommittee = {
  rooms(): ReadonlyMap<RoomId, Room>;
  /** True for the account of somebody who belongs to the committee. */
  isMember(account: AccountId): boolean;
  accountsOf(person: PersonId): readonly AccountId[];
  personOf(account: AccountId): PersonId | undefined;
  /** "Frau Jansen" */
  nameOf(person: PersonId): string;
  /** Who is told about the rooms: the office, or whoever leads where there is none. */
  office(): readonly PersonId[];
  handle(incoming: Incoming): Promise<Handled>;
  /** The running ballot as this account sees it alone, with how it voted. Stores nothing. */
  ownView(account: AccountId): Reply;
  /** A field that was filled in, as it is now. Stores nothing. */
  fieldAgain(incoming: Incoming & { readonly filled: Filled }, isAnswered: boolean): Reply;
  isHandled(key: string): boolean;
  isAsking(place: Pick<Incoming, "account" | "room">): boolean;
  tell(key: string, replies: readonly Reply[]): Promise<boolean>;
  addressesOf(reply: Reply): readonly string[];
  /** Gives up what waits for a room; says how many messages that were. */
  dropRoom(address: string): Promise<number>;
  /** The address can be reached: what waits for it is tried at once. */
  deliverNow(address: string): void;
  faultText(fault: StorageFault): string;
};

/** Was der Anschluss sonst von der Welt braucht. */
export type TeamsWorld = {
  now(): Instant;
  readFile(reference: string): Promise<Uint8Array>;
  /** For the log: never contents, never tokens. */
  note(code: string, detail?: string): void;
};

/** What is configured. Without an app id there is no authentication, for this machine alone; without an address files in rooms have no link. */
export type TeamsSettings = Omit<TeamsEnvironment, "isLocal">;

/** Wo Microsofts Dienste stehen. Only tests name others than the packages do. */
export type MicrosoftSide = {
  readonly metadataUrl: string;
  /** Instead of a token from Entra. */
  outboundToken(): Promise<string>;
  /** Hosts to which files may be put. */
  readonly uploadHosts: readonly string[];
};
