import { describe, expect, it } from "vitest";
import { connectorClient } from "../../../support/teams/connector-client.ts";
import { startFakeTeams } from "../../../support/teams/fake-teams.ts";
import { DOCUMENTED_LIMITS, rateCounter } from "../../../support/teams/rate-limits.ts";

/** Takes one after the other, so far apart, until one is refused. */
function takenInARow(kind: "message" | "roster" | "tenant", apartMs: number, most = 2_000) {
  let now = 1_000_000;
  const counter = rateCounter(DOCUMENTED_LIMITS, () => now);
  for (let count = 0; count < most; count += 1) {
    const exceeded = counter.take(kind, "chat");
    if (exceeded !== undefined) {
      const { limit, retryAfterMs } = exceeded;
      now += retryAfterMs - 1;
      const early = counter.take(kind, "chat");
      now += 1;
      return {
        count,
        limit,
        retryAfterMs,
        early: early === undefined,
        later: counter.take(kind, "chat") === undefined,
      };
    }
    now += apartMs;
  }
  return { count: most };
}

describe("the limits of Microsoft, counted for one conversation", () => {
  it.each([
    ["message", 0, 7, { count: 7, ms: 1_000 }, 1_000],
    ["message", 200, 8, { count: 8, ms: 2_000 }, 400],
    ["message", 300, 60, { count: 60, ms: 30_000 }, 12_000],
    ["message", 600, 1_800, { count: 1_800, ms: 3_600_000 }, 2_520_000],
    ["roster", 0, 14, { count: 14, ms: 1_000 }, 1_000],
    ["tenant", 0, 50, { count: 50, ms: 1_000 }, 1_000],
  ] as const)("%s every %i ms: %i, then not before the window has moved on", (kind, apart, count, limit, wait) => {
    expect(takenInARow(kind, apart)).toEqual({ count, limit, retryAfterMs: wait, early: false, later: true });
  });

  it("take messages for ever which keep far enough apart", () => {
    expect(takenInARow("message", 2_001)).toEqual({ count: 2_000 });
  });

  it("count each conversation and each kind for itself", () => {
    const counter = rateCounter({ ...DOCUMENTED_LIMITS, message: [{ count: 1, ms: 1_000 }] }, () => 5);
    expect(counter.take("message", "a")).toBeUndefined();
    expect(counter.take("message", "b")).toBeUndefined();
    expect(counter.take("roster", "a")).toBeUndefined();
    expect(counter.take("message", "a")).toEqual({ limit: { count: 1, ms: 1_000 }, retryAfterMs: 1_000 });
  });
});

describe("the connector under its limits", () => {
  it("refuses the eighth message of a second with Retry-After, notes it, and takes it afterwards", async () => {
    let now = Date.now();
    const fake = await startFakeTeams({ outboundToken: "bot", now: () => now });
    const client = connectorClient(fake.serviceUrl, "bot");
    const anna = fake.person("Anna");
    const chat = fake.chat({ kind: "groupChat", members: [anna] });
    const statuses: number[] = [];
    for (let count = 0; count < 8; count += 1) statuses.push((await client.send(chat.id, "x")).status);
    expect(statuses).toEqual([201, 201, 201, 201, 201, 201, 201, 429]);
    expect(await client.send(chat.id, "x")).toMatchObject({ status: 429, code: "TooManyRequests", retryAfter: "1" });
    expect((await client.send(anna.alone.id, "x")).status).toBe(201);
    expect(fake.violations.map(({ kind, detail }) => [kind, detail])).toEqual([
      ["rate", "more than 7 (message) in 1000 ms"],
      ["rate", "more than 7 (message) in 1000 ms"],
    ]);
    expect(fake.messagesIn(chat)).toHaveLength(7);
    now += 1_000;
    expect((await client.send(chat.id, "x")).status).toBe(201);
    await fake.close();
  });

  it("counts updates and the opening of a chat together with messages", async () => {
    const now = Date.now();
    const fake = await startFakeTeams({ outboundToken: "bot", now: () => now });
    const client = connectorClient(fake.serviceUrl, "bot");
    const anna = fake.person("Anna");
    const wish = { members: [{ id: anna.id }], tenantId: fake.tenant };
    expect((await client.call("POST", "", wish)).status).toBe(201);
    const { body } = await client.send(anna.alone.id, "x");
    const path = `/${encodeURIComponent(anna.alone.id)}/activities/${body["id"]}`;
    const statuses: number[] = [];
    for (let count = 0; count < 6; count += 1)
      statuses.push((await client.call("PUT", path, { type: "message", text: "y" })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    await fake.close();
  });

  it("takes other limits from a test", async () => {
    const limits = { roster: [{ count: 1, ms: 60_000 }] };
    const fake = await startFakeTeams({ outboundToken: "bot", limits });
    const chat = fake.chat({ kind: "groupChat", members: [fake.person("Anna")] });
    const client = connectorClient(fake.serviceUrl, "bot");
    const path = `/${encodeURIComponent(chat.id)}/pagedmembers`;
    expect((await client.call("GET", path)).status).toBe(200);
    expect(await client.call("GET", path)).toMatchObject({ status: 429, retryAfter: "60" });
    await fake.close();
  });
});
