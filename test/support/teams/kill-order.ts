import type { CommitteeEvent } from "../../../src/core/committee/events.ts";
import type { MicrosoftPlace } from "../both-platforms-house.ts";
import type { Login } from "../matrix/synapse-accounts.ts";

/**
 * Where the bot dies. By itself: `taken`: a vote has come and is about to be decided; `decided`: it is on the disk, and not answered;
 * `delivered`: somebody was answered directly, and the outbox does not know yet. By its parent: `posted` and `replaced`: the connector
 * has carried out what its answer was cut off from; `chat`: the same of a direct chat; `clicked`: a click's answer has just come.
 */
export type TeamsMoment = "taken" | "decided" | "delivered" | "posted" | "replaced" | "chat" | "clicked";

/**
 * Bots that are wrong. `new-keys`: what comes again is something new; `answer-first`: acknowledged before it is on the disk;
 * `no-notes`: forgets what was posted; `forgetful`: both of it, `new-keys` and `no-notes`; `chatty`: writes down what it hears.
 */
export type TeamsKillControl = "none" | "new-keys" | "answer-first" | "no-notes" | "forgetful" | "chatty";

/** On which platform a moment is waited for. */
export type Where = "teams" | "matrix";

/** One life of the bot. */
export type TeamsOrder = {
  readonly microsoft: MicrosoftPlace;
  readonly port: number;
  /** Where the bot is on Matrix, too. */
  readonly matrix?: { readonly url: string; readonly login: Login };
  readonly folder: string;
  readonly committee: readonly CommitteeEvent[];
  readonly control: TeamsKillControl;
  /** From 1. */
  readonly life: number;
  readonly moment?: TeamsMoment;
  readonly where: Where;
};
