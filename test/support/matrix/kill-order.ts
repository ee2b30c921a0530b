import type { CommitteeEvent } from "../../../src/core/committee/events.ts";
import type { Login } from "./synapse-accounts.ts";

/**
 * Where the bot ends itself. `taken`: a vote lies in the inbox and is about to be decided; `decided`: it is on the disk and still in the inbox;
 * `delivered`: somebody was answered directly, and the outbox does not know yet. `sent`: the homeserver has carried out what its
 * answer was cut off from; `chat`: the same of a direct chat that was to be made.
 */
export type Moment = "taken" | "decided" | "delivered" | "sent" | "chat";

/** `new-keys` must answer twice, `forget-first` must lose votes. */
export type KillControl = "none" | "new-keys" | "forget-first";

/** One life of the bot. */
export type BotOrder = {
  readonly url: string;
  readonly login: Login;
  readonly folder: string;
  readonly committee: readonly CommitteeEvent[];
  readonly control: KillControl;
  /** From 1. */
  readonly life: number;
  readonly moment?: Moment;
};
