import type { Command, Given } from "../core/committee/commands.ts";
import type { Decided } from "../core/committee/decision.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import type { PersonId } from "../core/kernel/ids.ts";
import { entries } from "../core/kernel/table.ts";
import { noPhotoInIt, photoNotFetched } from "../texts/photos.ts";
import type { Dialog } from "./dialog.ts";
import type { Incoming } from "./incoming.ts";
import { interpret } from "./interpret.ts";
import type { InterpretPorts } from "./parameters/acceptor.ts";
import type { ReplyFile } from "./reply.ts";

/** "unknown": the commit failed, and whether the idea is noted shows when the record is read again. */
export type PhotoFate = "noted" | "unused" | "unknown";

/** Fotos von Karten: each kept once, without anything that tells of its origin. */
export type PhotoKeeping = {
  /** Durable when it resolves, to the name under which it is found; undefined for what is no picture. */
  keep(bytes: Uint8Array): Promise<string | undefined>;
  /** What became of it. "unused": removed, unless somebody else has just sent the same. */
  settle(name: string, fate: PhotoFate): void;
  /** As a file that goes out; undefined where it is not to be read. */
  show(name: string, as: { readonly stem: string; readonly caption: string }): Promise<ReplyFile | undefined>;
};

/** Was aus dem mitgeschickten Foto wurde: kept under a name, or why the idea is not noted. */
export type TakenPhoto = { readonly name: string } | { readonly problem: readonly string[] };

type Parts = {
  readonly interpreting: InterpretPorts;
  readonly photos: PhotoKeeping;
  readonly dialog: Dialog | undefined;
};
type Asking = Omit<Given, "actor"> & { readonly actor: PersonId | undefined };
type Deciding = (command: Command, given: Given) => Decided;

/** Larger photos are not taken, in bytes. */
export const LARGEST_PHOTO = 10_000_000;

/** Holt und bewahrt das Foto zu einer Idee. Undefined where it belongs to none, or the idea is refused anyway: then nothing is fetched. */
export async function takePhoto(
  { interpreting, photos, dialog }: Parts,
  state: CommitteeState,
  incoming: Incoming,
  { actor, ...now }: Asking,
  decideOn: Deciding,
): Promise<TakenPhoto | undefined> {
  const { photo } = incoming;
  if (photo === undefined || actor === undefined || !incoming.addressed) return undefined;
  const understood = interpret(incoming, state, actor, dialog, interpreting);
  if (understood.kind !== "command" || understood.command.type !== "GiveIdeas") return undefined;
  if (!decideOn({ ...understood.command, photo: "" }, { ...now, actor }).ok) return undefined;
  const bytes = await photo();
  if (bytes === undefined || bytes.length > LARGEST_PHOTO) return { problem: photoNotFetched() };
  const name = await photos.keep(bytes);
  return name === undefined ? { problem: noPhotoInIt() } : { name };
}

/** Whether an idea refers to it, even a withdrawn one. */
export const isPhotoNoted = ({ workshops }: CommitteeState, name: string): boolean =>
  entries(workshops.ideas).some(({ photo }) => photo === name);

/** Of an idea that was refused the photo does not stay. `state`: after the commit; undefined if that failed. */
export function settlePhoto(
  photos: PhotoKeeping,
  photo: TakenPhoto | undefined,
  state: CommitteeState | undefined,
): void {
  if (photo !== undefined && "name" in photo) photos.settle(photo.name, fateOf(photo.name, state));
}

function fateOf(name: string, state: CommitteeState | undefined): PhotoFate {
  if (state === undefined) return "unknown";
  return isPhotoNoted(state, name) ? "noted" : "unused";
}
