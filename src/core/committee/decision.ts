import type { PersonId } from "../kernel/ids.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import type { CommitteeEvent } from "./events.ts";
import type { Refusal } from "./refusal.ts";
import type { JobRequest } from "./system-commands.ts";

type Sealed = { readonly box: string; readonly content: string };

/** Entscheidung: the facts to store, and what must be sealed beside the stream. */
export type Decision = {
  readonly events: readonly CommitteeEvent[];
  /** People of a command for several for whom nothing changes, beside those for whom something does. */
  readonly unchanged?: readonly PersonId[];
  /** Goes into a sealed box, never into an event, a message or a log. */
  readonly sealed?: Sealed;
  /** Several things, each for itself, so that nothing tells which came together. */
  readonly sealedApart?: readonly Sealed[];
  /** A box that must be ready before anything is put into it. */
  readonly createsBox?: string;
  /** A box that is closed for good: contents kept in random order, key destroyed. */
  readonly closesBox?: string;
  /** A box whose contents nobody shall ever see: thrown away with its key. */
  readonly discardsBox?: string;
  /** Was später von selbst zu tun ist. */
  readonly jobs?: readonly JobRequest[];
};

export type Decided = Result<Decision, Refusal>;

export const happened = (...events: readonly CommitteeEvent[]): Decided => ok({ events });

export const refused = (refusal: Refusal): { readonly ok: false; readonly error: Refusal } => refuse(refusal);

/** Geheime Stimmen of a ballot lie in this box. */
export const ballotBox = (ballot: number): string => `ballot-${ballot}`;

/** Anonyme Beiträge of a collection lie in this box. */
export const collectionBox = (collection: number): string => `collection-${collection}`;
