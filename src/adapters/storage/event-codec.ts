import type { z } from "zod";
import { type EventRecord, StorageFault, type StoredRecord } from "../../flows/ports.ts";
import { canonicalJson } from "./canonical-json.ts";

/** What an event says apart from its type, member by member of a union. */
export type PayloadOf<Event extends { readonly type: string }> = Event extends unknown ? Omit<Event, "type"> : never;

/** How one type of event is stored. */
export type EventSchema<Payload> = {
  /** Today's version of the shape, counted from 1. */
  readonly schema: number;
  readonly shape: z.ZodType<Payload>;
  /** From each older version to the next: `{ 1: … }` turns version 1 into version 2. */
  readonly upcast?: Readonly<Record<number, (data: unknown) => unknown>>;
};

/** One entry per type of event; a missing or superfluous one does not compile. */
export type EventSchemas<Event extends { readonly type: string }> = {
  readonly [Type in Event["type"]]: EventSchema<PayloadOf<Extract<Event, { readonly type: Type }>>>;
};

/** The parts of a record that depend on the event alone; `at` and `by` are added by whoever commits. */
export type EncodedEvent = Pick<EventRecord, "type" | "schema" | "data">;

export type EventCodec<Event> = {
  /** Throws `TypeError` for an event that does not fit its shape: what was stored once could never be read again. */
  encode(event: Event): EncodedEvent;
  /** Throws `StorageFault` "unknown-event" or "damaged" with version, type and path. */
  decode(record: StoredRecord): Event;
};

/** Between events of the core and records of the store. Write `createCodec<CommitteeEvent>({ … })`. */
export function createCodec<Event extends { readonly type: string }>(schemas: EventSchemas<Event>): EventCodec<Event> {
  const byType = new Map<string, EventSchema<unknown>>(Object.entries<EventSchema<unknown>>(schemas));
  for (const [type, schema] of byType) assertComplete(type, schema);

  return {
    encode(event) {
      const schema = byType.get(event.type);
      if (schema === undefined) throw new TypeError(`no schema for event ${event.type}`);
      const { type, ...payload } = event;
      const parsed = schema.shape.safeParse(payload);
      if (!parsed.success) throw new TypeError(`event ${type} does not fit its shape: ${describe(parsed.error)}`);
      return { type, schema: schema.schema, data: canonicalJson(payload) };
    },
    decode(record) {
      const schema = byType.get(record.type);
      if (schema === undefined || record.schema > schema.schema || record.schema < 1) throw unknownEvent(record);
      const parsed = schema.shape.safeParse(raise(record, schema));
      if (!parsed.success) throw damaged(record, describe(parsed.error));
      // The shape of this type was just checked, and the table ties shapes to types.
      return { type: record.type, ...(parsed.data as object) } as Event;
    },
  };
}

/** Parses the data and lifts it step by step to today's version. */
function raise(record: StoredRecord, { schema, upcast }: EventSchema<unknown>): unknown {
  try {
    let data: unknown = JSON.parse(record.data);
    for (let version = record.schema; version < schema; version += 1) data = upcast?.[version]?.(data);
    return data;
  } catch (error) {
    throw damaged(record, error instanceof Error ? error.message : String(error));
  }
}

/** A shape that is not strict would let a member be written and silently drop it on reading. */
function assertComplete(type: string, { schema, shape, upcast }: EventSchema<unknown>): void {
  if (!isStrict(shape)) throw new TypeError(`the shape of event ${type} is not strict`);
  for (let version = 1; version < schema; version += 1) {
    if (upcast?.[version] === undefined) throw new TypeError(`event ${type} has no upcaster from version ${version}`);
  }
}

function unknownEvent({ version, type, schema }: StoredRecord): StorageFault {
  return new StorageFault("unknown-event", `event ${version} is of unknown type ${type}, schema ${schema}`, version);
}

function damaged({ version, type, schema }: StoredRecord, detail: string): StorageFault {
  return new StorageFault("damaged", `event ${version} (${type}, schema ${schema}) is damaged: ${detail}`, version);
}

function describe(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join(".") || "(whole)"}: ${issue.message}`).join("; ");
}

function isStrict(shape: z.ZodType): boolean {
  // What zod keeps of `z.strictObject`: an object that catches nothing beside its members.
  const { type, catchall } = shape._zod.def as { readonly type: string; readonly catchall?: z.ZodType };
  return type === "object" && catchall?._zod.def.type === "never";
}
