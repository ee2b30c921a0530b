import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type ConnectorClient, connectorClient } from "../../../support/teams/connector-client.ts";
import { type FakeTeams, startFakeTeams } from "../../../support/teams/fake-teams.ts";
import type { Fault } from "../../../support/teams/faults.ts";
import type { Chat } from "../../../support/teams/world.ts";

describe("a Microsoft that goes wrong on command", () => {
  let fake: FakeTeams;
  let client: ConnectorClient;
  let chat: Chat;
  let other: Chat;
  beforeAll(async () => {
    fake = await startFakeTeams({ outboundToken: "bot", limits: { message: [] } });
    client = connectorClient(fake.serviceUrl, "bot");
    const members = [fake.person("Anna")];
    chat = fake.chat({ kind: "groupChat", members });
    other = fake.chat({ kind: "groupChat", members });
  });
  afterEach(() => fake.faults.clear());
  afterAll(() => fake.close());

  const stored = (text: string): number =>
    fake.messagesIn(chat).filter(({ versions }) => versions[0]?.activity["text"] === text).length;
  const strikeOnce = (fault: Fault) => fake.faults.add({ method: "POST", chat, times: 1, fault });

  it.each([412, 429, 500, 503])("answers %i, as often as told, and stores nothing", async (status) => {
    const rule = strikeOnce({ kind: "status", status });
    expect(await client.send(chat.id, `s${status}`)).toMatchObject({ status, retryAfter: null });
    expect(stored(`s${status}`)).toBe(0);
    expect((await client.send(chat.id, `s${status}`)).status).toBe(201);
    expect([stored(`s${status}`), rule.hits()]).toEqual([1, 1]);
  });

  it("says when to come again, and why", async () => {
    strikeOnce({ kind: "status", status: 429, retryAfter: 3, code: "Throttled" });
    expect(await client.send(chat.id, "r")).toMatchObject({ status: 429, retryAfter: "3", code: "Throttled" });
  });

  it("answers 502 although the message stands in the chat", async () => {
    strikeOnce({ kind: "status", status: 502, after: true });
    expect((await client.send(chat.id, "doubled")).status).toBe(502);
    expect(stored("doubled")).toBe(1);
    await client.send(chat.id, "doubled");
    expect(stored("doubled")).toBe(2);
  });

  it.each([
    ["hang", "timeout", undefined, 0],
    ["hang", "timeout", true, 1],
    ["cut", "fetch failed", undefined, 0],
    ["cut", "fetch failed", true, 1],
  ] as const)("%s: %s, carried out: %s", async (kind, message, after, count) => {
    strikeOnce(after === undefined ? { kind } : { kind, after });
    const text = `${kind} ${after}`;
    const impatient = connectorClient(fake.serviceUrl, "bot", 2_000);
    await expect(impatient.send(chat.id, text)).rejects.toThrow(message);
    expect([stored(text), fake.calls.at(-1)?.status]).toEqual([count, undefined]);
  });

  it("takes its time, but has carried it out at once", async () => {
    strikeOnce({ kind: "slow", ms: 800 });
    const start = performance.now();
    let isAnswered = false;
    const sending = client.send(chat.id, "slow").finally(() => {
      isAnswered = true;
    });
    await fake.waitFor(() => stored("slow") === 1);
    expect(isAnswered).toBe(false);
    expect((await sending).status).toBe(201);
    expect(performance.now() - start).toBeGreaterThan(790);
  });

  it("strikes only what fits: method, path, conversation and body, after so many that fit", async () => {
    const byMethod = fake.faults.add({ method: "DELETE", fault: { kind: "cut" } });
    const byPath = fake.faults.add({ path: /pagedmembers/, fault: { kind: "cut" } });
    const byChat = fake.faults.add({ chat: other, fault: { kind: "cut" } });
    const byBody = fake.faults.add({
      body: (body) => body["text"] === "no",
      skip: 2,
      fault: { kind: "status", status: 404, code: "ActivityNotFoundInConversation" },
    });
    expect((await client.send(chat.id, "yes")).status).toBe(201);
    expect((await client.send(chat.id, "no")).status).toBe(201);
    expect((await client.send(chat.id, "no")).status).toBe(201);
    expect(await client.send(chat.id, "no")).toMatchObject({ status: 404, code: "ActivityNotFoundInConversation" });
    expect([byMethod, byPath, byChat, byBody].map((rule) => rule.hits())).toEqual([0, 0, 0, 1]);
    await expect(client.send(other.id, "yes")).rejects.toThrow("fetch failed");
    await expect(client.members(chat.id)).rejects.toThrow("fetch failed");
    byPath.remove();
    expect((await client.members(chat.id)).ids).toHaveLength(1);
  });

  it("keeps back what signs, too", async () => {
    fake.faults.add({ path: /openidconfiguration/, times: 1, fault: { kind: "status", status: 500 } });
    expect((await fetch(fake.metadataUrl)).status).toBe(500);
    fake.faults.add({ path: /openidconfiguration/, times: 1, fault: { kind: "hang" } });
    await expect(fetch(fake.metadataUrl, { signal: AbortSignal.timeout(150) })).rejects.toThrow("timeout");
    expect((await fetch(fake.metadataUrl)).status).toBe(200);
  });
});
