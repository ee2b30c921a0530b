import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { z } from "zod";
import { canonicalJson } from "../../../src/adapters/storage/canonical-json.ts";
import { createCodec, type EventSchemas } from "../../../src/adapters/storage/event-codec.ts";
import type { StoredRecord } from "../../../src/flows/ports.ts";

type MotionMoved = {
  readonly type: "MotionMoved";
  readonly motion: number;
  readonly text: string;
  readonly by?: string;
};
type SpeakerAsked = { readonly type: "SpeakerAsked"; readonly people: readonly string[] };
type Event = MotionMoved | SpeakerAsked;

const schemas: EventSchemas<Event> = {
  MotionMoved: {
    schema: 3,
    shape: z.strictObject({ motion: z.int(), text: z.string(), by: z.string().exactOptional() }),
    upcast: {
      1: (data) => ({ number: z.object({ number: z.string() }).parse(data).number, text: "(ohne Text)" }),
      2: (data) => {
        const { number, text } = z.object({ number: z.string(), text: z.string() }).parse(data);
        return { motion: Number(number), text };
      },
    },
  },
  SpeakerAsked: { schema: 1, shape: z.strictObject({ people: z.array(z.string()) }) },
};

const codec = createCodec<Event>(schemas);

const recordOf = (changes: Partial<StoredRecord>): StoredRecord => ({
  version: 7,
  type: "MotionMoved",
  schema: 3,
  at: "2026-01-27T08:00:00.000Z",
  by: "office",
  data: '{"motion":1,"text":"x"}',
  ...changes,
});

describe("event codec", () => {
  it("writes canonical JSON with today's schema", () => {
    expect(codec.encode({ type: "MotionMoved", text: "Ä", motion: 2 })).toEqual({
      type: "MotionMoved",
      schema: 3,
      data: '{"motion":2,"text":"Ä"}',
    });
  });

  it("reads back what it wrote", () => {
    const anyEvent: fc.Arbitrary<Event> = fc.oneof(
      fc.record(
        {
          type: fc.constant("MotionMoved" as const),
          motion: fc.integer(),
          text: fc.string({ unit: "binary" }),
          by: fc.string(),
        },
        { requiredKeys: ["type", "motion", "text"], noNullPrototype: true },
      ),
      fc.record(
        { type: fc.constant("SpeakerAsked" as const), people: fc.array(fc.string()) },
        { noNullPrototype: true },
      ),
    );
    fc.assert(
      fc.property(anyEvent, (event) => {
        const encoded = codec.encode(event);
        expect(codec.decode(recordOf(encoded))).toEqual(event);
      }),
    );
  });

  it("lifts older events step by step", () => {
    expect(codec.decode(recordOf({ schema: 1, data: '{"number":"12"}' }))).toEqual({
      type: "MotionMoved",
      motion: 12,
      text: "(ohne Text)",
    });
    expect(codec.decode(recordOf({ schema: 2, data: '{"number":"12","text":"y"}' }))).toMatchObject({
      motion: 12,
      text: "y",
    });
  });

  it.each([
    ["another type", recordOf({ type: "Unknown" }), /event 7 is of unknown type Unknown/],
    ["a schema of the future", recordOf({ schema: 4 }), /unknown type MotionMoved, schema 4/],
    ["a schema before the first", recordOf({ schema: 0 }), /schema 0/],
    ["a name every object has", recordOf({ type: "constructor" }), /unknown type constructor/],
  ])("refuses %s as unknown", (_, record, message) => {
    expect(() => codec.decode(record)).toThrow(message);
    expect(() => codec.decode(record)).toThrow(expect.objectContaining({ code: "unknown-event", version: 7 }));
  });

  it.each([
    [
      "a wrong member",
      recordOf({ data: '{"motion":"one","text":"x"}' }),
      /event 7 \(MotionMoved, schema 3\).*motion: /,
    ],
    ["a missing member", recordOf({ data: '{"motion":1}' }), /text: /],
    ["an unknown member", recordOf({ data: '{"motion":1,"text":"x","more":1}' }), /more/],
    ["a nested member", recordOf({ type: "SpeakerAsked", schema: 1, data: '{"people":["a",2]}' }), /people\.1: /],
    ["broken JSON", recordOf({ data: '{"motion":1,' }), /event 7 \(MotionMoved/],
    ["an old event its upcaster cannot read", recordOf({ schema: 1, data: "{}" }), /schema 1\) is damaged/],
  ])("refuses %s as damaged and says where", (_, record, message) => {
    expect(() => codec.decode(record)).toThrow(message);
    expect(() => codec.decode(record)).toThrow(expect.objectContaining({ code: "damaged", version: 7 }));
  });

  it("does not write an event that could not be read", () => {
    const wrong: Event = JSON.parse('{"type":"MotionMoved","motion":1.5,"text":"x"}');
    expect(() => codec.encode(wrong)).toThrow(/does not fit its shape: motion/);
    const unknown: Event = JSON.parse('{"type":"Other"}');
    expect(() => codec.encode(unknown)).toThrow(/no schema for event Other/);
  });

  it("takes only strict shapes, since others would drop members silently", () => {
    const loose = z.object({ motion: z.int(), text: z.string() });
    expect(() => createCodec<MotionMoved>({ MotionMoved: { schema: 1, shape: loose } })).toThrow(/is not strict/);
  });

  it("needs an upcaster from every older version", () => {
    const shape = z.strictObject({ people: z.array(z.string()) });
    expect(() =>
      createCodec<SpeakerAsked>({ SpeakerAsked: { schema: 3, shape, upcast: { 1: (data) => data } } }),
    ).toThrow(/no upcaster from version 2/);
  });

  it("ties shapes to types at compile time", () => {
    // @ts-expect-error SpeakerAsked is missing
    const missing: EventSchemas<Event> = { MotionMoved: schemas.MotionMoved };
    // @ts-expect-error the shape is that of another type
    const swapped: EventSchemas<SpeakerAsked> = { SpeakerAsked: schemas.MotionMoved };
    expect([missing, swapped]).toHaveLength(2);
    expectTypeOf(codec.decode).returns.toEqualTypeOf<Event>();
  });
});

describe("canonical JSON", () => {
  it("does not depend on the order of members", () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: undefined, A: "é" })).toBe('{"A":"é","b":[{"c":null,"d":1}]}');
  });

  it("says the same as JSON for whatever JSON can say", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        // JSON has one zero.
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it.each([
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [1n],
    [() => 1],
    [Symbol("x")],
    [new Date(0)],
    [new Map()],
    [[undefined]],
    [undefined],
  ])("refuses %s", (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});
