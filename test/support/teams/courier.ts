import { PATIENCE } from "../patience.ts";
import { invokeId } from "./ids.ts";
import { type Json, textIn } from "./json.ts";
import type { BotTokens } from "./tokens.ts";
import type { World } from "./world.ts";

/** What became of an activity that Teams brought to the bot. */
export type Delivery = {
  readonly activity: Json;
  /** False where Teams does not bring it at all: nobody mentioned the bot, or it is not there. */
  readonly isDelivered: boolean;
  /** Undefined where there was no answer. */
  readonly status: number | undefined;
  /** JSON, or a text that is none; undefined where the answer was empty. */
  readonly body: unknown;
  /** Why there was no answer. */
  readonly error: string | undefined;
  readonly milliseconds: number;
};

export type DeliverOptions = {
  /** Another token than a valid one; null for none. */
  readonly token?: string | null;
  /** Teams waits 15 seconds; a test that is about something else waits longer. */
  readonly timeoutMs?: number;
};

export type AgainOptions = DeliverOptions & { readonly newId?: boolean; readonly newTimestamp?: boolean };

/** Bote, who brings activities to the bot. */
export type Courier = {
  readonly deliveries: readonly Delivery[];
  deliver(activity: Json, options?: DeliverOptions): Promise<Delivery>;
  /** As Teams does when it has got no answer in time. */
  deliverAgain(activity: Json, options?: AgainOptions): Promise<Delivery>;
  keepBack(activity: Json): Delivery;
};

export function createCourier(world: World, tokens: BotTokens, endpoint: () => string | undefined): Courier {
  const deliveries: Delivery[] = [];
  const noted = (delivery: Delivery): Delivery => {
    deliveries.push(delivery);
    return delivery;
  };
  const deliver = async (activity: Json, options: DeliverOptions = {}): Promise<Delivery> => {
    const address = endpoint();
    if (address === undefined) throw new Error("The fake does not know where the bot listens: set bot.endpoint");
    const token = options.token === undefined ? tokens.valid() : options.token;
    const start = performance.now();
    const answer = await posted(address, activity, token, options.timeoutMs ?? PATIENCE);
    return noted({ activity, isDelivered: true, ...answer, milliseconds: performance.now() - start });
  };
  return {
    deliveries,
    deliver,
    deliverAgain: (activity, { newId = false, newTimestamp = false, ...options } = {}) =>
      deliver(
        {
          ...activity,
          ...(newId ? { id: otherId(world, activity) } : {}),
          ...(newTimestamp ? { timestamp: new Date(world.tick()).toISOString() } : {}),
        },
        options,
      ),
    keepBack: (activity) =>
      noted({ activity, isDelivered: false, status: undefined, body: undefined, error: undefined, milliseconds: 0 }),
  };
}

function otherId(world: World, activity: Json): string {
  return textIn(activity, "id")?.startsWith("f:") === true ? invokeId() : String(world.tick());
}

type Answered = Pick<Delivery, "status" | "body" | "error">;

async function posted(address: string, activity: Json, token: string | null, timeoutMs: number): Promise<Answered> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: {
        "content-type": "application/json; charset=utf-8",
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, body: contentOf(await response.text()), error: undefined };
  } catch (error) {
    return { status: undefined, body: undefined, error: error instanceof Error ? error.message : String(error) };
  }
}

function contentOf(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
