import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ConnectorClient, cardMessage, connectorClient } from "../../../support/teams/connector-client.ts";
import { type FakeTeams, startFakeTeams } from "../../../support/teams/fake-teams.ts";
import type { Json } from "../../../support/teams/json.ts";
import type { Person } from "../../../support/teams/person.ts";
import { messageText } from "../../../support/teams/sight.ts";
import { type StubBot, startStubBot } from "../../../support/teams/stub-bot.ts";
import type { Chat, Message } from "../../../support/teams/world.ts";

let fake: FakeTeams;
let client: ConnectorClient;
let bot: StubBot;
let anna: Person;
let ben: Person;
let group: Chat;
beforeEach(async () => {
  fake = await startFakeTeams({ outboundToken: "bot", limits: { message: [], tenant: [] } });
  client = connectorClient(fake.serviceUrl, "bot");
  bot = await startStubBot();
  fake.bot.endpoint = bot.endpoint;
  anna = fake.person("Anna", { objectId: "aaaaaaaa-0000-4000-8000-000000000001" });
  ben = fake.person("Ben");
  group = fake.chat({ kind: "groupChat", members: [anna, ben] });
});
afterEach(() => Promise.all([fake.close(), bot.close()]));

const heard = (): Json[] => bot.heard.map(({ activity }) => activity);
const last = (): Json => bot.heard.at(-1)?.activity ?? {};

describe("what people say", () => {
  it("reaches the bot in a chat with it alone, signed, with who and where", async () => {
    const { status, milliseconds } = await anna.says(anna.alone, "hilfe");
    expect([status, milliseconds > 0, bot.heard[0]?.authorization?.startsWith("Bearer ey")]).toEqual([200, true, true]);
    expect(last()).toMatchObject({
      type: "message",
      id: expect.stringMatching(/^\d{13}$/),
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      channelId: "msteams",
      serviceUrl: fake.serviceUrl,
      text: "hilfe",
      from: { id: anna.id, name: "Anna", aadObjectId: "aaaaaaaa-0000-4000-8000-000000000001" },
      recipient: { id: `28:${fake.bot.appId}` },
      conversation: { id: anna.alone.id, conversationType: "personal", tenantId: fake.tenant },
      channelData: { tenant: { id: fake.tenant } },
      attachments: [{ contentType: "text/html", content: "<p>hilfe</p>" }],
    });
  });

  it("reaches it in a group only with a mention, or with the consent for all messages", async () => {
    expect(await anna.says(group, "hilfe")).toMatchObject({ isDelivered: false, status: undefined });
    expect(heard()).toEqual([]);
    expect(await anna.says(group, "hilfe", { mention: true })).toMatchObject({ isDelivered: true, status: 200 });
    group.rsc = true;
    await anna.says(group, "alles");
    expect(heard().map(({ text }) => text)).toEqual(["<at>Sitzungsdienst</at> hilfe", "alles"]);
    group.hasBot = false;
    expect((await anna.says(group, "hilfe", { mention: true })).isDelivered).toBe(false);
    expect(anna.sees(group).map(({ text }) => text)).toHaveLength(4);
  });

  it("comes in every flavour of a mention", async () => {
    await anna.says(group, "a <b> & c", { mention: true });
    await anna.says(group, "a <b>\nc", { mention: true, html: true });
    await anna.says(group, "a & b", { mention: "end", escaped: true });
    await anna.says(group, "a", { mention: "twice" });
    await anna.says(group, "a", { mention: "textless" });
    await anna.says(group, "frage @Ben ob", { mention: true, mentions: [ben] });
    const tag = "<at>Sitzungsdienst</at>";
    expect(heard().map(({ text }) => text)).toEqual([
      `${tag} a <b> & c`,
      `<p>${tag}&nbsp;a &lt;b&gt;<br>c</p>`,
      `a &amp; b ${tag}`,
      `${tag} a ${tag}`,
      `${tag} a`,
      `${tag} frage <at>Ben</at> ob`,
    ]);
    const mention = { type: "mention", text: tag, mentioned: { id: fake.bot.id, name: "Sitzungsdienst" } };
    expect(heard()[3]?.["entities"]).toMatchObject([mention, mention, { type: "clientInfo" }]);
    expect(heard()[4]?.["entities"]).toMatchObject([{ ...mention, text: null }, { type: "clientInfo" }]);
    expect(last()["entities"]).toMatchObject([mention, { mentioned: { id: ben.id } }, { type: "clientInfo" }]);
    expect(last()["attachments"]).toMatchObject([
      {
        content:
          '<p><span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="0">Sitzungsdienst</span>&nbsp;' +
          'frage <span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="1">Ben</span> ob</p>',
      },
    ]);
  });

  it("brings files and quotations", async () => {
    const { message } = await anna.says(anna.alone, "<eins>", { files: ["a.pdf"] });
    expect(last()["attachments"]).toMatchObject([{}, { name: "a.pdf", content: { fileType: "pdf" } }]);
    await anna.says(anna.alone, "zwei", { quotes: message });
    expect(last()).toMatchObject({
      text: "zwei",
      attachments: [{ content: expect.stringMatching(/^<blockquote .*>&lt;eins&gt;<.*<\/blockquote><p>zwei<\/p>$/) }],
    });
  });

  it("has residues of other clients", async () => {
    const { message } = await anna.says(anna.alone, "eins");
    await ben.says(group, "ja", { mention: true, quotes: message, quoteInText: true });
    await ben.says(group, "ja", { mention: true, pasted: true });
    expect(heard().map(({ text }) => text)).toEqual([
      "eins",
      "Annaeins<at>Sitzungsdienst</at> ja",
      "\r\n<at>Sitzungsdienst</at> ja\n",
    ]);
    expect(last()["attachments"]).toMatchObject([
      { content: expect.stringMatching(/^<div>\r\n<div .*ja<\/div>\n<\/div>$/) },
    ]);
  });

  it("stands in threads of a channel", async () => {
    const channel = fake.chat({ kind: "channel", members: [anna, ben] });
    const { message } = await anna.says(channel, "Anfang");
    await ben.says(channel, "weiter", { mention: true, inThreadOf: message });
    expect(last()).toMatchObject({
      conversation: { id: `${channel.id};messageid=${message.id}`, conversationType: "channel", isGroup: true },
      channelData: { channel: { id: channel.id }, team: { id: channel.team?.id } },
    });
  });

  it("is edited under the same id, and taken back", async () => {
    const { message } = await anna.says(group, "ja", { mention: true });
    const edited = await anna.edits(message, "nein");
    await anna.deletes(message);
    expect(heard().map(({ type, id }) => [type, id])).toEqual([
      ["message", message.id],
      ["messageUpdate", message.id],
      ["messageDelete", message.id],
    ]);
    expect(edited.activity).toMatchObject({
      text: "<at>Sitzungsdienst</at> nein",
      channelData: { eventType: "editMessage", tenant: { id: fake.tenant } },
    });
    expect(message.versions).toHaveLength(2);
    expect(anna.sees(group)).toEqual([]);
    const silent = await anna.says(group, "still");
    expect((await anna.edits(silent.message, "stiller")).isDelivered).toBe(false);
  });

  it("has its own moment each, later than the one before", async () => {
    await Promise.all(Array.from({ length: 20 }, () => anna.says(anna.alone, "x")));
    const said = heard().map(({ id, timestamp }) => [id, timestamp]);
    expect(new Set(said.map(String)).size).toBe(20);
    expect(said.every(([id, timestamp]) => Date.parse(String(timestamp)) === Number(id))).toBe(true);
  });
});

describe("the same once more", () => {
  it("has the same id, or another one, or another moment, as told", async () => {
    const { activity } = await anna.says(anna.alone, "ja");
    await fake.deliverAgain(activity);
    await fake.deliverAgain(activity, { newId: true });
    await fake.deliverAgain(activity, { newTimestamp: true });
    const [first, second, third, fourth] = heard();
    expect(second).toEqual(first);
    expect(third).toEqual({ ...first, id: expect.not.stringMatching(String(activity["id"])) });
    expect(fourth).toEqual({ ...first, timestamp: expect.not.stringMatching(String(activity["timestamp"])) });
  });

  it("of a click has another id of the same form, also at once", async () => {
    const message = await posted(group, cardMessage("x", [JA]));
    const { activity } = await anna.clicks(message, "Ja");
    await Promise.all([fake.deliverAgain(activity, { newId: true }), fake.deliverAgain(activity, { newId: true })]);
    const ids = heard().map(({ id }) => String(id));
    expect([new Set(ids).size, ids.every((id) => /^f:[\da-f-]{36}$/.test(id))]).toEqual([3, true]);
    expect(heard().every(({ replyToId }) => replyToId === message.id)).toBe(true);
  });

  it("tells of a bot that does not answer, and of one that is not there", async () => {
    bot.answer = () => undefined;
    const silent = await anna.says(anna.alone, "x", { timeoutMs: 100 });
    expect(silent).toMatchObject({ isDelivered: true, status: undefined, error: expect.stringContaining("timeout") });
    await bot.close();
    expect(await anna.says(anna.alone, "x")).toMatchObject({ status: undefined, error: "fetch failed" });
  });

  it("may be any activity, made as Teams makes them", async () => {
    const made = anna.makes(group, { type: "messageReaction", reactionsAdded: [{ type: "like" }], locale: undefined });
    expect((await fake.deliver(made)).status).toBe(200);
    expect(last()).toMatchObject({ type: "messageReaction", from: { id: anna.id }, conversation: { id: group.id } });
    expect(last()).not.toHaveProperty("locale");
  });

  it("carries the token of the test, or none", async () => {
    await anna.says(anna.alone, "x", { token: "other" });
    await anna.says(anna.alone, "x", { token: null });
    expect(bot.heard.map(({ authorization }) => authorization)).toEqual(["Bearer other", undefined]);
  });
});

const JA = { type: "Action.Execute", title: "Ja", verb: "antwort", data: { command: "ja" }, id: "j" };

async function posted(chat: Chat, message: Json): Promise<Message> {
  const { body } = await client.send(chat.id, message);
  return fake.waitFor(() => fake.messagesIn(chat).find(({ id }) => id === body["id"]));
}
const update = (message: Message, body: Json) =>
  client.call("PUT", `/${encodeURIComponent(message.chat.id)}/activities/${message.id}`, body);
const cardAnswer = (text: string, extras: Json = {}) => ({
  status: 200,
  body: {
    statusCode: 200,
    type: "application/vnd.microsoft.card.adaptive",
    value: { type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text }], ...extras },
  },
});

describe("what people press", () => {
  it("is told to the bot as Teams does", async () => {
    const message = await posted(group, cardMessage("Ja oder nein?", [JA]));
    await anna.clicks(message, "Ja");
    expect(last()).toMatchObject({
      type: "invoke",
      name: "adaptiveCard/action",
      replyToId: message.id,
      value: { action: { ...JA }, trigger: "manual" },
      from: { id: anna.id },
      conversation: { id: group.id },
    });
    expect(() => anna.clicks(message, "Nein")).toThrow('There is no button "Nein", only: "Ja"');
    await anna.clicks(message, { ...JA, data: { command: "forged" } });
    expect(last()).toMatchObject({ value: { action: { data: { command: "forged" } } } });
  });

  it("comes as a message without words from a client that knows only Action.Submit", async () => {
    const fallback = { type: "Action.Submit", title: "Ja", data: { command: "ja" } };
    const message = await posted(group, cardMessage("x", [{ ...JA, fallback }]));
    await anna.clicks(message, "Ja", { asSubmit: true });
    expect(last()).toMatchObject({ type: "message", value: { command: "ja" }, replyToId: message.id });
    expect(last()).not.toHaveProperty("text");
  });

  it("changes the card for the one who pressed, until the bot changes it for all", async () => {
    const message = await posted(group, cardMessage("Ja oder nein?", [JA]));
    bot.answer = () => cardAnswer("Sie: ja");
    await anna.clicks(message, "Ja");
    expect(anna.seesOf(message)).toMatchObject({ text: "Sie: ja", buttons: [], isPersonalView: true });
    expect(ben.seesOf(message)).toMatchObject({ text: "Ja oder nein?\n[Ja]", buttons: ["Ja"], isPersonalView: false });
    expect(() => anna.clicks(message, "Ja")).toThrow("only: none");
    await update(message, cardMessage("1 Stimme", [JA]));
    expect([anna, ben].map((one) => one.sees(group)[0]?.text)).toEqual(["1 Stimme\n[Ja]", "1 Stimme\n[Ja]"]);
    expect([messageText(message), fake.violations]).toEqual(["1 Stimme\n[Ja]", []]);
  });

  it("leaves the card where the answer is a sentence or a failure", async () => {
    const message = await posted(group, cardMessage("x", [JA]));
    bot.answer = () => ({
      status: 200,
      body: { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "Gezählt." },
    });
    expect((await anna.clicks(message, "Ja")).body).toMatchObject({ value: "Gezählt." });
    bot.answer = () => ({ status: 500 });
    expect((await anna.clicks(message, "Ja")).status).toBe(500);
    expect([anna.seesOf(message).isPersonalView, fake.violations]).toEqual([false, []]);
  });

  it.each<[string, unknown]>([
    ["the answer is no object", "nein"],
    ["the answer has no statusCode or type", { value: "x" }],
    ['an answer of type "text" is not known', { statusCode: 200, type: "text" }],
    ["Adaptive Card version 1.6 is over 1.5", cardAnswer("x", { version: "1.6" }).body],
  ])("notes an answer that Teams does not understand: %s", async (problem, body) => {
    const message = await posted(group, cardMessage("x", [JA]));
    bot.answer = () => ({ status: 200, body });
    await anna.clicks(message, "Ja");
    expect(fake.violations.map(({ detail }) => detail)).toEqual([problem]);
    expect(anna.seesOf(message).isPersonalView).toBe(false);
  });

  it("is asked for by the client itself, for those who are named", async () => {
    const action = { type: "Action.Execute", title: "Ansicht", verb: "ansicht", data: { about: "k" } };
    const message = await posted(group, cardMessage("x", [], { refresh: { userIds: [anna.id], action } }));
    bot.answer = () => cardAnswer("Ihre Ansicht");
    await anna.refreshes(message);
    expect(last()).toMatchObject({ value: { action: { verb: "ansicht" }, trigger: "automatic" } });
    expect(anna.seesOf(message).text).toBe("Ihre Ansicht");
    expect(() => ben.refreshes(message)).toThrow("not refreshed for Ben");
  });

  it("stands in the thread of its card in a channel", async () => {
    const channel = fake.chat({ kind: "channel", members: [anna] });
    const message = await posted(channel, cardMessage("x", [JA]));
    await anna.clicks(message, "Ja");
    expect(last()).toMatchObject({ conversation: { id: `${channel.id};messageid=${message.id}` } });
  });
});

describe("files", () => {
  const offer = {
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.teams.card.file.consent",
        name: "Protokoll.pdf",
        content: { sizeInBytes: 3, acceptContext: { reference: "r" }, declineContext: { reference: "r" } },
      },
    ],
  };
  const put = (url: string, headers: Record<string, string>) =>
    fetch(url, { method: "PUT", headers, body: new Uint8Array([1, 2, 3]) });

  it("are put where the person has agreed, without a token", async () => {
    const message = await posted(anna.alone, offer);
    await anna.answersFile(message, true);
    expect(last()).toMatchObject({
      name: "fileConsent/invoke",
      replyToId: message.id,
      value: {
        action: "accept",
        context: { reference: "r" },
        uploadInfo: { name: "Protokoll.pdf", fileType: "pdf", uploadUrl: fake.uploads[0]?.uploadUrl },
      },
    });
    const [upload] = fake.uploads;
    const range = { "content-range": "bytes 0-2/3" };
    expect((await put(upload?.uploadUrl ?? "", { ...range, authorization: "Bearer bot" })).status).toBe(401);
    expect((await put(upload?.uploadUrl ?? "", {})).status).toBe(400);
    expect(upload?.bytes).toBeUndefined();
    expect((await put(upload?.uploadUrl ?? "", range)).status).toBe(201);
    expect([...(upload?.bytes ?? [])]).toEqual([1, 2, 3]);
    expect(fake.violations.map(({ kind }) => kind)).toEqual(["token", "malformed"]);
  });

  it("may be declined", async () => {
    await anna.answersFile(await posted(anna.alone, offer), false);
    expect(last()).toMatchObject({ value: { action: "decline", context: { reference: "r" } } });
    expect([fake.uploads, anna.sees(anna.alone)[0]?.text]).toEqual([[], "Datei: Protokoll.pdf"]);
  });
});

describe("coming and going", () => {
  it("of the app for one person", async () => {
    await anna.removesApp();
    expect((await client.send(anna.alone.id, "x")).status).toBe(403);
    expect((await anna.says(anna.alone, "x")).isDelivered).toBe(false);
    await anna.installsApp();
    expect((await client.send(anna.alone.id, "x")).status).toBe(201);
    expect(heard()).toMatchObject([
      { type: "installationUpdate", action: "remove", conversation: { id: anna.alone.id } },
      { type: "conversationUpdate", membersAdded: [{ id: fake.bot.id }] },
      { type: "installationUpdate", action: "add" },
    ]);
  });

  it("of the bot in a group", async () => {
    await anna.removesBot(group);
    expect((await client.send(group.id, "x")).status).toBe(403);
    await anna.addsBot(group);
    expect((await client.send(group.id, "x")).status).toBe(201);
    expect(heard()).toMatchObject([
      { type: "conversationUpdate", membersRemoved: [{ id: fake.bot.id }], conversation: { id: group.id } },
      { type: "installationUpdate", action: "remove" },
      { type: "conversationUpdate", membersAdded: [{ id: fake.bot.id }] },
      { type: "installationUpdate", action: "add" },
    ]);
  });

  it("of people in a group", async () => {
    const cem = fake.person("Cem");
    expect(cem.sees(group)).toEqual([]);
    await client.send(group.id, "x");
    await anna.addsMembers(group, cem);
    expect((await client.members(group.id)).ids).toEqual([anna.id, ben.id, cem.id]);
    await anna.removesMembers(group, ben);
    expect((await client.members(group.id)).ids).toEqual([anna.id, cem.id]);
    expect([cem.sees(group).length, ben.sees(group).length]).toEqual([1, 0]);
    expect(heard()).toMatchObject([
      { type: "conversationUpdate", membersAdded: [{ id: cem.id, aadObjectId: cem.objectId }] },
      { type: "conversationUpdate", membersRemoved: [{ id: ben.id }] },
    ]);
  });

  it("in a team, told in the name of the team", async () => {
    const channel = fake.chat({ kind: "channel", members: [anna] });
    await anna.addsMembers(channel, ben);
    expect(last()).toMatchObject({
      conversation: { id: channel.team?.id },
      channelData: { eventType: "teamMemberAdded", team: { id: channel.team?.id, aadGroupId: channel.team?.groupId } },
    });
  });
});

describe("waiting", () => {
  it("ends as soon as there is something, or with an error", async () => {
    setTimeout(() => client.send(group.id, cardMessage("später")), 50);
    const message = await fake.waitForMessage(group, /später/);
    expect([message.from, message.chat.id]).toEqual(["bot", group.id]);
    await expect(fake.waitForMessage(group, "nie", 50)).rejects.toThrow("50 ms in vain");
  });
});
