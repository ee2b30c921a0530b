import { describe, expect, it } from "vitest";
import { createClicks } from "../../../src/adapters/teams/clicks.ts";

const entry = (id: string, room = "direct:teams:anna") => ({ id, room, body: "{}" });

describe("the answer to a click", () => {
  it("carries what was stored for the clicker, if it left", async () => {
    const clicks = createClicks();
    const open = clicks.begin("teams:click a", "direct:teams:anna");
    const answered = clicks.answered(entry("teams:click a#2"));
    open.take([entry("teams:click a#2")]);
    open.end(true);
    expect(await answered).toBe(true);
    expect(clicks.answered(entry("teams:click a#2"))).toBeUndefined();
  });

  it("leaves to delivery what it did not carry, and everything if it did not leave", async () => {
    const clicks = createClicks();
    const open = clicks.begin("a", "direct:teams:anna");
    const [carried, left] = [clicks.answered(entry("a#1")), clicks.answered(entry("a#2"))];
    open.take([entry("a#1")]);
    open.end(true);
    expect([await carried, await left]).toEqual([true, false]);
    const broken = clicks.begin("b", "direct:teams:anna");
    const lost = clicks.answered(entry("b#1"));
    broken.take([entry("b#1")]);
    broken.end(false);
    expect(await lost).toBe(false);
  });

  it("is carried by the first, when the same click comes twice", async () => {
    const clicks = createClicks();
    const [first, second] = [clicks.begin("a", "direct:teams:anna"), clicks.begin("a", "direct:teams:anna")];
    const answered = clicks.answered(entry("a#1"));
    second.take([]);
    second.end(true);
    first.take([entry("a#1")]);
    first.end(true);
    expect(await answered).toBe(true);
  });

  it("has nothing to do with what goes to others, or comes from another message", () => {
    const clicks = createClicks();
    clicks.begin("a", "direct:teams:anna");
    expect(clicks.answered(entry("a#1", "teams:19:room"))).toBeUndefined();
    expect(clicks.answered(entry("a#1", "direct:matrix:@anna:example.org"))).toBeUndefined();
    expect(clicks.answered(entry("ab#1"))).toBeUndefined();
  });
});
