import { z } from "zod";
import type { RoomEvent, SyncPart } from "./encryption/encryption.ts";
import { isObject } from "./room-facts.ts";

const json = z.record(z.string(), z.unknown());
const events = z.object({ events: z.array(z.unknown()).default([]) }).default({ events: [] });
const strings = z.array(z.string()).default([]);

const schema = z.object({
  next_batch: z.string().min(1),
  to_device: events.optional(),
  device_lists: z.object({ changed: strings, left: strings }).optional(),
  device_one_time_keys_count: z.record(z.string(), z.number()).optional(),
  device_unused_fallback_key_types: z.array(z.string()).optional(),
  rooms: z
    .object({
      join: z
        .record(
          z.string(),
          z.object({
            state: events.optional(),
            timeline: z
              .object({
                events: z.array(z.unknown()).default([]),
                limited: z.boolean().default(false),
                prev_batch: z.string().optional(),
              })
              .optional(),
          }),
        )
        .default({}),
      invite: z.record(z.string(), z.object({ invite_state: events.optional() })).default({}),
      leave: z.record(z.string(), z.object({ state: events.optional(), timeline: events.optional() })).default({}),
    })
    .optional(),
});

/** Was ein /sync bringt, looked through: whatever has not the shape of an event is left out. */
export type SyncAnswer = {
  readonly token: string;
  readonly keys: SyncPart;
  readonly joined: readonly JoinedRoom[];
  readonly invitations: readonly { readonly room: string; readonly state: readonly LooseEvent[] }[];
  readonly left: readonly { readonly room: string; readonly events: readonly LooseEvent[] }[];
};

export type JoinedRoom = {
  readonly room: string;
  readonly state: readonly RoomEvent[];
  readonly timeline: readonly RoomEvent[];
  /** The timeline has a gap in front, which can be read from here. */
  readonly gapFrom?: string;
};

/** State that comes with an invitation has no event id. */
export type LooseEvent = Pick<RoomEvent, "type" | "sender" | "content"> & { readonly state_key?: string };

/** Undefined for something that is no answer to a sync. */
export function readSync(answer: unknown): SyncAnswer | undefined {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) return undefined;
  const { next_batch: token, rooms, device_lists: devices, to_device: toDevice } = parsed.data;
  return {
    token,
    keys: {
      toDevice: (toDevice?.events ?? []).filter(isObject),
      changedDevices: devices?.changed ?? [],
      leftDevices: devices?.left ?? [],
      oneTimeKeyCounts: parsed.data.device_one_time_keys_count,
      unusedFallbackKeys: parsed.data.device_unused_fallback_key_types,
    },
    joined: Object.entries(rooms?.join ?? {}).map(([room, { state, timeline }]) => ({
      room,
      state: roomEvents(state?.events ?? []),
      timeline: roomEvents(timeline?.events ?? []),
      ...(timeline?.limited === true && timeline.prev_batch !== undefined ? { gapFrom: timeline.prev_batch } : {}),
    })),
    invitations: Object.entries(rooms?.invite ?? {}).map(([room, one]) => ({
      room,
      state: looseEvents(one.invite_state?.events ?? []),
    })),
    left: Object.entries(rooms?.leave ?? {}).map(([room, { state, timeline }]) => ({
      room,
      events: looseEvents([...(state?.events ?? []), ...(timeline?.events ?? [])]),
    })),
  };
}

const eventShape = z.object({
  event_id: z.string().min(1).max(255),
  type: z.string().max(255),
  sender: z.string().max(255),
  origin_server_ts: z.number(),
  content: json,
  state_key: z.string().max(255).exactOptional(),
  unsigned: json.exactOptional(),
});

const looseShape = eventShape.pick({ type: true, sender: true, content: true, state_key: true });

export function roomEvents(list: readonly unknown[]): readonly RoomEvent[] {
  return list.flatMap((one) => {
    const parsed = eventShape.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
}

function looseEvents(list: readonly unknown[]): readonly LooseEvent[] {
  return list.flatMap((one) => {
    const parsed = looseShape.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
}
