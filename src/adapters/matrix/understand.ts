import type { AccountId, Instant, RoomId } from "../../core/kernel/ids.ts";
import type { Incoming } from "../../flows/incoming.ts";
import { isIdeaLine } from "../../flows/question-thread.ts";
import type { RoomEvent } from "./encryption/encryption.ts";
import type { Offer } from "./matrix-store.ts";
import type { Put, Read } from "./reading/read.ts";
import { choiceOfReaction, choiceOfWord } from "./rendering/choice-keys.ts";
import { PLATFORM } from "./room-addresses.ts";

/** Woher ein Ereignis kommt. */
export type Origin = {
  readonly event: Pick<RoomEvent, "event_id" | "sender">;
  readonly at: Instant;
  readonly room: string;
  /** The committee's room; undefined in a direct chat. */
  readonly bound: RoomId | undefined;
  readonly isDirect: boolean;
  /** Key of our own thread in which it stands, or whose first message it answers. */
  readonly thread?: string | undefined;
};

/** Was daraus wird. */
export type Understood =
  | { readonly kind: "incoming"; readonly incoming: Incoming; readonly picture?: Put }
  /** A message addressed to us in a room that belongs to no committee. */
  | { readonly kind: "unbound" }
  | { readonly kind: "edit"; readonly of: string; readonly isIdea: boolean }
  | { readonly kind: "file" }
  | { readonly kind: "nothing" };

export const keyOf = (event: string): string => `${PLATFORM}${event}`;
export const accountOf = (user: string): AccountId => `${PLATFORM}${user}` as AccountId; // a platform and its own identity, as every account is written

type Known = {
  offer(event: string): Offer | undefined;
  /** True if a question of ours waits there for this person. */
  isAsking(account: AccountId, room: RoomId | undefined): boolean;
};

const nothing: Understood = { kind: "nothing" };

/**
 * A typed word, a poll's answer and a reaction become the same line. Who says it is the Matrix id alone; names people give
 * themselves play no part. A click or a reply counts only for a message that we sent into this very room.
 */
export function understand(read: Read, origin: Origin, known: Known): Understood {
  switch (read.kind) {
    case "text": {
      const offer = offerTo(read.replyTo, origin, known);
      const chosen = offer === undefined ? undefined : choiceOfWord(read.text, offer.choices);
      if (chosen !== undefined) return line(origin, chosen.command, offer);
      const answers = read.replyTo !== undefined && known.isAsking(accountOf(origin.event.sender), origin.bound);
      const isAddressed = read.address !== "none" || answers || origin.isDirect;
      if (isAddressed) return line(origin, read.text);
      return origin.bound === undefined ? nothing : overheard(origin, read.text);
    }
    case "poll": {
      const offer = offerTo(read.poll, origin, known);
      const [answer] = read.answers;
      if (offer?.isPoll !== true || answer === undefined) return nothing;
      const chosen = offer.choices[Number(/^a(\d+)$/.exec(answer)?.[1] ?? Number.NaN) - 1];
      return chosen === undefined ? nothing : click(origin, chosen.command, offer);
    }
    case "reaction": {
      const offer = offerTo(read.of, origin, known);
      const chosen = offer === undefined ? undefined : choiceOfReaction(read.key, offer.choices);
      return offer === undefined || chosen === undefined ? nothing : click(origin, chosen.command, offer);
    }
    case "edit":
      // Ideas may have been said without our name.
      return read.address === "none" && !origin.isDirect && !isIdeaLine(read.text)
        ? nothing
        : { kind: "edit", of: read.of, isIdea: isIdeaLine(read.text) };
    case "file":
      if (!origin.isDirect && read.address === "none") return nothing;
      if (read.picture === undefined || (read.caption ?? "") === "") return { kind: "file" };
      return withPicture(line(origin, read.caption ?? ""), read.picture);
    case "ignored":
      return nothing;
  }
}

function offerTo(event: string | undefined, { room }: Origin, known: Known): Offer | undefined {
  const offer = event === undefined ? undefined : known.offer(event);
  return offer?.room === room ? offer : undefined;
}

const click = (origin: Origin, text: string, offer: Offer): Understood => {
  const understood = line(origin, text, offer);
  return understood.kind === "incoming"
    ? { kind: "incoming", incoming: { ...understood.incoming, isClick: true } }
    : understood;
};

/** What was written beside a picture. */
const withPicture = (understood: Understood, picture: Put): Understood =>
  understood.kind === "incoming" ? { ...understood, picture } : understood;

/** Not meant for us: at most repeated in other rooms. */
const overheard = (origin: Origin, text: string): Understood => {
  const understood = line(origin, text);
  return understood.kind === "incoming"
    ? { kind: "incoming", incoming: { ...understood.incoming, addressed: false } }
    : understood;
};

function line({ event, at, bound, isDirect, thread }: Origin, text: string, offer?: Offer): Understood {
  if (bound === undefined && !isDirect) return { kind: "unbound" };
  return {
    kind: "incoming",
    incoming: {
      key: keyOf(event.event_id),
      account: accountOf(event.sender),
      ...(bound === undefined ? {} : { room: bound }),
      text,
      at,
      addressed: true,
      ...(thread === undefined ? {} : { thread }),
      ...(offer?.about === undefined ? {} : { about: offer.about }),
    },
  };
}
