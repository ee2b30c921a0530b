import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ConnectorClient, cardMessage, connectorClient } from "../../../support/teams/connector-client.ts";
import { type FakeTeams, startFakeTeams } from "../../../support/teams/fake-teams.ts";
import type { Json } from "../../../support/teams/json.ts";
import type { Person } from "../../../support/teams/person.ts";
import { messageText } from "../../../support/teams/sight.ts";

let fake: FakeTeams;
let client: ConnectorClient;
let anna: Person;
beforeEach(async () => {
  fake = await startFakeTeams({ outboundToken: "bot", limits: { message: [], tenant: [] } });
  client = connectorClient(fake.serviceUrl, "bot");
  anna = fake.person("Anna");
});
afterEach(() => fake.close());

const at = (conversation: string, rest: string): string => `/${encodeURIComponent(conversation)}/${rest}`;
const problems = (): string[] => fake.violations.map(({ kind, detail }) => `${kind}: ${detail}`);

describe("a chat with one person", () => {
  const open = (wish: Json) => client.call("POST", "", wish);

  it("is opened by the id of the person, again and again the same", async () => {
    const wish = { members: [{ id: anna.id }], isGroup: false, channelData: { tenant: { id: fake.tenant } } };
    const [first, second] = [await open(wish), await open(wish)];
    expect([first.status, first.body, second.body]).toEqual([
      201,
      { id: anna.alone.id, serviceUrl: fake.serviceUrl },
      first.body,
    ]);
    expect(anna.alone.id).toMatch(/^a:1[\w-]{85}$/);
  });

  it.each([
    ["missing", "BotNotInConversationRoster"],
    ["blocked", "ConversationBlockedByUser"],
    ["disabled", "BotDisabledByAdmin"],
  ] as const)("is refused where the app is %s, as is every message", async (access, code) => {
    const wish = { members: [{ id: anna.id }], tenantId: fake.tenant };
    anna.setAccess(access);
    expect(await open(wish)).toMatchObject({ status: 403, code });
    expect(await client.send(anna.alone.id, "x")).toMatchObject({ status: 403, code });
    anna.setAccess("installed");
    expect((await client.send(anna.alone.id, "x")).status).toBe(201);
    expect(problems()).toEqual([]);
  });

  it("wants to know whom and in which tenant", async () => {
    await open({ members: [{ id: anna.id }] });
    await open({ members: [{ id: anna.objectId }], tenantId: fake.tenant });
    await open({ members: [], isGroup: true, tenantId: fake.tenant });
    await open({ members: [{ id: "29:nobody" }], tenantId: fake.tenant });
    expect(await open({ members: [{ id: anna.id }], tenantId: "other" })).toMatchObject({ status: 403 });
    expect(problems()).toEqual([
      "malformed: no tenant is named",
      'malformed: the member is not named by its id "29:…"',
      "malformed: a bot cannot open a group chat",
      "malformed: 0 members instead of one",
      'malformed: the member is not named by its id "29:…"',
      'malformed: nobody has the id "29:nobody" towards this bot',
    ]);
  });
});

describe("messages of the bot", () => {
  it("stand in order, are changed with all versions kept, and go", async () => {
    const chat = fake.chat({ kind: "groupChat", members: [anna] });
    const { body } = await client.send(chat.id, "eins");
    await client.send(chat.id, "zwei");
    const path = at(chat.id, `activities/${body["id"]}`);
    expect(await client.call("PUT", path, { type: "message", text: "drei" })).toMatchObject({ status: 200, body });
    const messages = fake.messagesIn(chat);
    expect(messages.map(messageText)).toEqual(["drei", "zwei"]);
    const [first] = messages;
    expect(first?.versions.map(({ activity }) => activity["text"])).toEqual(["eins", "drei"]);
    expect(first?.versions[1]?.at).toBeGreaterThan(first?.versions[0]?.at ?? Infinity);
    expect((await client.call("DELETE", path)).status).toBe(200);
    expect(fake.messagesIn(chat).map(messageText)).toEqual(["zwei"]);
    expect(await client.call("PUT", path, { type: "message", text: "x" })).toMatchObject({
      status: 404,
      code: "ActivityNotFoundInConversation",
    });
  });

  it("are changed by the bot only where they are its own", async () => {
    const chat = fake.chat({ kind: "groupChat", members: [anna] });
    const { message, isDelivered } = await anna.says(chat, "von mir");
    expect(isDelivered).toBe(false);
    const path = at(chat.id, `activities/${message.id}`);
    expect((await client.call("PUT", path, { type: "message", text: "x" })).status).toBe(403);
  });

  it("start a thread in a channel, or go into the one that is named", async () => {
    const chat = fake.chat({ kind: "channel", members: [anna] });
    const root = (await client.send(chat.id, "Anfang")).body["id"];
    await client.send(`${chat.id};messageid=${root}`, "hinein");
    await client.call("POST", at(chat.id, `activities/${root}`), { type: "message", text: "Antwort" });
    await client.send(chat.id, "neu");
    const [first, second, third, fourth] = fake.messagesIn(chat);
    expect([first, second, third].map((message) => message?.thread)).toEqual([root, root, root]);
    expect(fourth?.thread).toBe(fourth?.id);
    expect((await client.send(`${chat.id};messageid=1`, "x")).status).toBe(404);
    expect(chat.id).toMatch(/^19:[\da-f]{32}@thread\.tacv2$/);
  });

  it("need a conversation that is there, and the bot in it", async () => {
    expect((await client.send("19:x@thread.v2", "x")).status).toBe(404);
    const chat = fake.chat({ kind: "groupChat", members: [anna], hasBot: false });
    expect(await client.send(chat.id, "x")).toMatchObject({ status: 403, code: "BotNotInConversationRoster" });
    expect((await client.call("GET", at(chat.id, "history"))).status).toBe(403);
    expect(problems()).toEqual([]);
  });

  it("may be 28 KB of JSON in UTF-8, and no byte more", async () => {
    const message = (bytes: number) => {
      const left = bytes - JSON.stringify({ type: "message", text: "" }).length;
      return { type: "message", text: "ä".repeat(left / 2) + "x".repeat(left % 2) };
    };
    expect((await client.send(anna.alone.id, message(28_672))).status).toBe(201);
    expect((await client.send(anna.alone.id, message(28_673))).status).toBe(413);
    expect(problems()).toEqual(["size: 28673 bytes"]);
  });
});

describe("what Microsoft does not take", () => {
  const consent = {
    contentType: "application/vnd.microsoft.teams.card.file.consent",
    name: "a.pdf",
    content: { sizeInBytes: 3 },
  };
  const execute = { type: "Action.Execute", title: "Ja" };
  it.each<[string, unknown]>([
    ["the body is no object", [1]],
    ['an activity of type "" cannot be sent', { text: "x" }],
    ["the message has neither text nor attachment", { type: "message", text: " " }],
    ["an attachment has no contentType", { type: "message", attachments: [{ content: {} }] }],
    ["the content is no Adaptive Card", cardMessage("x", [], { type: "Card" })],
    ["Adaptive Card version 1.6 is over 1.5", cardMessage("x", [], { version: "1.6" })],
    ["an Action.Execute has no verb", cardMessage("x", [execute])],
    [
      'the id "a" stands twice in the card',
      cardMessage("x", [
        { ...execute, verb: "v", id: "a" },
        { ...execute, verb: "v", id: "a" },
      ]),
    ],
    [
      "the refresh names 61 people",
      cardMessage("x", [], { refresh: { action: execute, userIds: Array.from({ length: 61 }, String) } }),
    ],
    ["the card names somebody in <at>, but has no entities", cardMessage("<at>Anna</at>")],
    ["FileConsentCard is only for personal conversations", { type: "message", attachments: [consent] }],
  ])("in a group: %s", async (problem, body) => {
    const chat = fake.chat({ kind: "groupChat", members: [anna] });
    const answer = await client.call("POST", at(chat.id, "activities"), body);
    expect([answer.status, fake.messagesIn(chat).length]).toEqual([400, 0]);
    expect(problems()).toContain(`malformed: ${problem}`);
  });

  it("is nothing of this", async () => {
    const mention = { type: "mention", text: "<at>Anna</at>", mentioned: { id: anna.objectId, name: "Anna" } };
    const fallback = { type: "Action.Submit", title: "Ja", id: "a" };
    const action = { ...execute, verb: "v", id: "a", fallback };
    const card = cardMessage("<at>Anna</at>", [action], { msteams: { entities: [mention] } });
    for (const message of [card, { type: "message", attachments: [consent] }, { type: "typing" }])
      expect((await client.send(anna.alone.id, message)).status).toBe(201);
    expect([problems(), fake.messagesIn(anna.alone).length]).toEqual([[], 2]);
  });

  it("is what is asked of a resource that is not there", async () => {
    expect((await client.call("GET", at(anna.alone.id, "history"))).status).toBe(404);
    expect(problems()).toEqual(["malformed: there is no such resource"]);
  });
});

describe("who belongs to a chat", () => {
  it("is told in pages, 130 people in three of fifty", async () => {
    const people = Array.from({ length: 130 }, (_, index) => fake.person(`Mensch ${index}`));
    const chat = fake.chat({ kind: "groupChat", members: people });
    const ids = people.map(({ id }) => id);
    expect(await client.members(chat.id, 50)).toEqual({ ids, pages: [50, 50, 30] });
    expect((await client.members(chat.id, 1)).pages).toEqual([50, 50, 30]);
    expect((await client.members(chat.id, 100)).pages).toEqual([100, 30]);
    expect((await client.members(chat.id)).pages).toEqual([130]);
    expect((await client.members(fake.chat({ kind: "channel", members: people }).team?.id ?? "")).ids).toEqual(ids);
    expect(new Set(ids).size).toBe(130);
  });

  it("is told with what Teams knows of them, one by one too", async () => {
    const guest = fake.person("Gast", { role: "guest", tenant: "other-tenant" });
    const stranger = fake.person("Ohne Konto", { objectId: null });
    const chat = fake.chat({ kind: "groupChat", members: [anna, guest, stranger] });
    const { body } = await client.call("GET", at(chat.id, "pagedmembers"));
    expect(body["members"]).toMatchObject([
      { id: anna.id, name: "Anna", aadObjectId: anna.objectId, objectId: anna.objectId, userRole: "user" },
      { tenantId: "other-tenant", userRole: "guest" },
      { userRole: "anonymous" },
    ]);
    expect(stranger.objectId).toBeUndefined();
    const one = await client.call("GET", at(chat.id, `members/${encodeURIComponent(anna.id)}`));
    expect(one.body).toMatchObject({ id: anna.id, tenantId: fake.tenant });
    expect((await client.call("GET", at(chat.id, "members/29:nobody"))).status).toBe(404);
    expect((await client.call("GET", at(chat.id, "pagedmembers?continuationToken=x"))).status).toBe(400);
  });
});
