import { describe, expect, it } from "vitest";
import { maySend, partnerIn, type RoomFacts } from "../../../src/adapters/matrix/room-facts.ts";
import { readSync } from "../../../src/adapters/matrix/sync-answer.ts";

const me = "@bot:example.org";
const facts = (more: Partial<RoomFacts> = {}): RoomFacts => ({
  members: new Map(),
  powerLevels: {},
  create: { creators: ["@anna:example.org"], version: "11" },
  ...more,
});

describe("who may send what", () => {
  it("goes by the own level, that of the type, and the defaults of both", () => {
    expect(maySend(facts(), me, "m.room.message")).toBe(true);
    expect(maySend(facts({ powerLevels: { events_default: 50 } }), me, "m.room.message")).toBe(false);
    expect(maySend(facts({ powerLevels: { events_default: 50, users: { [me]: 50 } } }), me, "m.room.message")).toBe(
      true,
    );
    expect(maySend(facts({ powerLevels: { users_default: 10, events: { poll: 20 } } }), me, "poll")).toBe(false);
    expect(maySend(facts({ powerLevels: { users_default: "20", events: { poll: "20" } } }), me, "poll")).toBe(true);
  });

  it("a creator may everything from room version 12 on, and not before", () => {
    const powerLevels = { events_default: 100 };
    const create = (version: string) => ({ creators: [me], version });
    expect(maySend(facts({ powerLevels, create: create("12") }), me, "m.room.message")).toBe(true);
    expect(maySend(facts({ powerLevels, create: create("11") }), me, "m.room.message")).toBe(false);
  });

  it("levels of a wrong kind count as none", () => {
    const powerLevels = { users: { [me]: { a: 1 } }, users_default: null, events_default: "viel" };
    expect(maySend(facts({ powerLevels }), me, "m.room.message")).toBe(true);
  });
});

describe("a direct chat", () => {
  it("is one with exactly one other person, here or invited", () => {
    const withMembers = (...others: readonly string[]) =>
      facts({ members: new Map([me, ...others].map((one) => [one, "join" as const])) });
    expect(partnerIn(withMembers("@anna:example.org"), me)).toBe("@anna:example.org");
    expect(partnerIn(withMembers("@anna:example.org", "@bert:example.org"), me)).toBeUndefined();
    expect(partnerIn(withMembers(), me)).toBeUndefined();
  });
});

describe("an answer to a sync", () => {
  it("keeps what has the shape of an event and leaves out the rest", () => {
    const good = { event_id: "$1", type: "m.room.message", sender: "@a:b", origin_server_ts: 1, content: {} };
    const events = [good, null, "x", { ...good, content: [] }, { ...good, sender: 1 }, { ...good, event_id: "" }];
    const answer = readSync({
      next_batch: "s1",
      rooms: { join: { "!r": { timeline: { events, limited: true, prev_batch: "p" } } } },
    });
    expect(answer?.joined).toEqual([{ room: "!r", state: [], timeline: [good], gapFrom: "p" }]);
  });

  it("is none without its token, or if it is a page of something else", () => {
    for (const wrong of [{}, { next_batch: 1 }, { next_batch: "" }, [], { next_batch: "s", rooms: "none" }])
      expect(readSync(wrong)).toBeUndefined();
  });
});
