import { localOf } from "../../src/adapters/clock/zone-time.ts";
import type { Command } from "../../src/core/committee/commands.ts";
import { decide } from "../../src/core/committee/decide.ts";
import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import type { PersonId } from "../../src/core/kernel/ids.ts";
import { type Committed, composeLive, composeReplies } from "../../src/flows/replies.ts";
import { plainText, type Reply } from "../../src/flows/reply.ts";
import { happened, nothingHappened, type Past } from "../support/fold.ts";
import { accountKey } from "../support/keys.ts";
import { onMeetingDay, voter } from "../support/small-committee.ts";
import { now, room } from "./conversation.ts";

type Doing = {
  readonly by?: PersonId;
  readonly inRoom?: boolean;
  readonly linkCode?: string;
  readonly unchanged?: readonly PersonId[];
};

export type Told = {
  readonly past: Past;
  readonly events: readonly CommitteeEvent[];
  readonly replies: readonly Reply[];
};

export const past = (events: readonly CommitteeEvent[]): Past => happened(nothingHappened, events);

/** Decides a command (by the chair, in the room, unless told otherwise) and composes what is said; fails if it is refused. */
export function doing(before: Past, command: Command, how: Doing = {}): Told {
  const decided = decide(before.state, command, { actor: how.by ?? voter(1), now, ...onMeetingDay });
  if (!decided.ok) throw new Error(`refused: ${JSON.stringify(decided.error)}`);
  const { events, unchanged } = decided.value;
  return telling(before, events, { ...how, ...(unchanged === undefined ? {} : { unchanged }) });
}

export function telling(
  before: Past,
  events: readonly CommitteeEvent[],
  { by = voter(1), inRoom = true, ...rest }: Doing = {},
): Told {
  const after = happened(before, events, { at: now, by });
  const committed: Committed = {
    before: before.state,
    after: after.state,
    events,
    metas: after.stream.slice(before.stream.length).map(({ meta }) => meta),
    actor: by,
    incoming: {
      key: "k",
      account: accountKey("console:someone"),
      text: "",
      at: now,
      addressed: true,
      ...(inRoom ? { room } : {}),
    },
    ...onMeetingDay,
    localOf,
    ...rest,
  };
  return { past: after, events, replies: [...composeReplies(committed), ...composeLive(committed)] };
}

/** What all rooms hear, live messages aside. */
export function toEveryone({ replies }: Told): string {
  return replies
    .filter((one) => one.to.kind === "everyone" && one.live === undefined)
    .map(plainText)
    .join("\n");
}

export function toActor({ replies }: Told): string {
  return replies
    .filter((one) => one.to.kind === "account")
    .map(plainText)
    .join("\n");
}

export function live({ replies }: Told): readonly Reply[] {
  return replies.filter((one) => one.live !== undefined);
}

export function summoned({ replies }: Told): readonly Reply[] {
  return replies.filter((one) => one.to.kind === "person");
}
