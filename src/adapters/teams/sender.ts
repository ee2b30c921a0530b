import type { Connector } from "./connector.ts";
import { ConnectorRefusal, isPassing } from "./connector-refusal.ts";
import type { Pace } from "./pace.ts";
import type { TeamsMessage } from "./rendering/teams-message.ts";
import type { TeamsWorld } from "./teams-parts.ts";
import type { ConversationReference, TeamsStore } from "./teams-store.ts";

/** Absender: in Microsoft's pace, patient where it asks for patience. Rejects with `ConnectorRefusal`. */
export type Sender = {
  /**
   * One part of a message; a part that was posted is not posted again. `message` gets true where an earlier attempt may have arrived:
   * the connector knows no way to ask, so the reader is told.
   */
  post(to: ConversationReference, part: string, message: (isRepeated: boolean) => TeamsMessage): Promise<string>;
  replace(to: ConversationReference, activity: string, message: TeamsMessage): Promise<void>;
  openDirect: Connector["openDirect"];
  members: Connector["members"];
  /** Since when (instant in UTC) the connector refuses us or does not answer. */
  trouble(): { readonly since: string; readonly isRefused: boolean } | undefined;
  stop(): void;
};

const ATTEMPTS = 6;
const FIRST_WAIT = 1_000;

type Parts = {
  readonly connector: Connector;
  readonly pace: Pace;
  readonly store: Pick<TeamsStore, "posted" | "setAttempt" | "clearAttempt" | "setPosted">;
  readonly world: Pick<TeamsWorld, "note" | "now">;
};

export function createSender({ connector, pace, store, world }: Parts): Sender {
  let since: string | undefined;
  let isRefused = false;
  let isStopped = false;

  async function patiently<Value>(
    conversation: string,
    what: "message" | "update",
    call: (isUnclear: boolean) => Promise<Value>,
    wasUnclear = false,
  ): Promise<Value> {
    let isUnclear = wasUnclear;
    for (let attempt = 1; ; attempt += 1) {
      const turn = await pace.turn(conversation, what);
      if (isStopped) throw new ConnectorRefusal(0, "stopping", { isUnclear });
      try {
        const value = await call(isUnclear).finally(turn.answered);
        since = undefined;
        return value;
      } catch (error) {
        const refusal = refusalOf(error);
        isUnclear ||= refusal.isUnclear;
        if (!isPassing(refusal) || attempt >= ATTEMPTS || isStopped) throw noted(refusal, isUnclear);
        world.note("connector-repeats", refusal.message);
        pace.hold(conversation, refusal.retryAfter ?? FIRST_WAIT * 2 ** (attempt - 1));
      }
    }
  }

  /** Our own token is not given out or not accepted: everything waits for somebody to renew the secret. */
  function noted(refusal: ConnectorRefusal, isUnclear: boolean): ConnectorRefusal {
    if (refusal.status === 401 || refusal.status === 0 || refusal.status >= 500) {
      since ??= world.now();
      isRefused = refusal.status === 401 || REFUSES_US.has(refusal.code);
    }
    return new ConnectorRefusal(refusal.status, refusal.code, { isUnclear });
  }

  return {
    async post(to, part, message) {
      const before = store.posted(part);
      if (before !== undefined && before !== "unclear") return before.activity;
      store.setAttempt(part);
      try {
        const activity = await patiently(
          to.conversation,
          "message",
          (isUnclear) => connector.post(to, message(isUnclear)),
          before === "unclear",
        );
        store.setPosted(part, activity);
        return activity;
      } catch (error) {
        // For certain it is not there: the next attempt is none of which one has to warn.
        if (before === undefined && error instanceof ConnectorRefusal && !error.isUnclear) store.clearAttempt(part);
        throw error;
      }
    },
    replace: (to, activity, message) =>
      patiently(to.conversation, "update", () => connector.replace(to, activity, message)),
    openDirect: (contact, bot) => patiently(contact.id, "message", () => connector.openDirect(contact, bot)),
    members: (of) => patiently(`roster ${of.conversation}`, "message", () => connector.members(of)),
    trouble: () => (since === undefined ? undefined : { since, isRefused }),
    stop() {
      isStopped = true;
      pace.stop();
    },
  };
}

/** What Entra says when it knows the app no longer, or its secret has run out. */
const REFUSES_US = new Set(["invalid_client", "unauthorized_client", "invalid_grant"]);

/** What is no answer of the connector comes from asking for our own token. */
function refusalOf(error: unknown): ConnectorRefusal {
  if (error instanceof ConnectorRefusal) return error;
  const code = error instanceof Error && "errorCode" in error ? String(error.errorCode) : "no-token";
  return new ConnectorRefusal(0, code);
}
