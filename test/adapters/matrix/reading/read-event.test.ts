import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Me } from "../../../../src/adapters/matrix/reading/read.ts";
import { readEvent } from "../../../../src/adapters/matrix/reading/read-event.ts";

const me: Me = { userId: "@ag:ag.example", displayName: "Sitzungsdienst", prefix: "!ag" };
const sender = "@jansen:traeger.example";
const pill = '<a href="https://matrix.to/#/@ag:ag.example">Sitzungsdienst</a>';
const mine = { "m.mentions": { user_ids: [me.userId] } };
const nobody = { "m.mentions": {} };
const answering = { "m.relates_to": { "m.in_reply_to": { event_id: "$q" } } };

const read = (type: string, content: unknown) => readEvent({ type, sender, content, event_id: "$x" }, me);
const message = (body: unknown, more: object = nobody) => read("m.room.message", { msgtype: "m.text", body, ...more });
const said = (text: string, address: string) => ({ kind: "text", text, address });

describe("a message in a room", () => {
  it.each([
    ["!ag ja", "ja"],
    ["!AG\nnotiz: x", "notiz: x"],
    ["!ag", ""],
    ["  !ag: status ", "status"],
  ])("is addressed by the prefix: %j", (body, text) => {
    expect(message(body)).toEqual(said(text, "prefix"));
  });

  it.each(["!agenda", "x !ag ja", "> !ag ja", "!a", "`!ag ja`", ""])("is not addressed: %j", (body) => {
    expect(message(body)).toEqual(said(body, "none"));
  });

  it.each([
    ["Sitzungsdienst: ja", nobody, "ja"],
    ["@sitzungsdienst ja", nobody, "ja"],
    ["@ag:ag.example, ja", nobody, "ja"],
    ["@ag ja", nobody, "ja"],
    ["[Sitzungsdienst](https://matrix.to/#/@ag:ag.example) ja", nobody, "ja"],
    ["Sitzungsdienst ja", mine, "ja"],
    ["ag ja", mine, "ja"],
    ["ja @Sitzungsdienst!", mine, "ja"],
    ["ja, Sitzungsdienst", mine, "ja"],
    ["ja [AG](https://matrix.to/#/%40ag%3Aag.example).", mine, "ja"],
    ["Kann Sitzungsdienst das?", mine, "Kann Sitzungsdienst das?"],
    ["Sitzungsdienst: !ag ja", nobody, "ja"],
    ["Sitzungsdienst", mine, ""],
    ["Sitzungsdienst ja", {}, "ja"],
    ["ja AG-Bot", { formatted_body: 'ja <a href="https://matrix.to/#/@ag:ag.example?via=x">AG-Bot</a>' }, "ja"],
  ])("is addressed by the name: %j %j", (body, more, text) => {
    expect(message(body, more)).toEqual(said(text, "mention"));
  });

  it.each([
    ["Sitzungsdienst hat gestern falsch gerechnet", nobody],
    ["AG ist beschlussfähig", {}],
    ["@ag:other.example ja", nobody],
    ["@ag:ag.example.evil ja", nobody],
    ["ja", { "m.mentions": { user_ids: ["@jansen:traeger.example", null, 7] } }],
    ["ja", { "m.mentions": "@ag:ag.example" }],
    ["siehe AG", { formatted_body: '<a href="https://evil.example/#/@ag:ag.example">AG</a>' }],
    ["siehe AG", { ...nobody, formatted_body: pill }],
  ])("is talk about the bot or to others: %j %j", (body, more) => {
    expect(message(body, more)).toEqual(said(body, "none"));
  });
});

describe("an answer to a message", () => {
  const quote = "> <@ag:ag.example> !ag ja\n> zweite Zeile\n\n";

  it("is read without what it quotes, and is no address by itself", () => {
    const more = { ...answering, ...mine };
    expect(message(`${quote}nein`, more)).toEqual({ ...said("nein", "none"), replyTo: "$q" });
    expect(message(quote, more)).toEqual({ ...said("", "none"), replyTo: "$q" });
    expect(message("> <@a:b> !ag ja", more)).toEqual({ ...said("", "none"), replyTo: "$q" });
    expect(message(`${quote}!ag nein`, more)).toEqual({ ...said("nein", "prefix"), replyTo: "$q" });
    expect(message(`${quote}Sitzungsdienst nein`, more)).toEqual({ ...said("nein", "mention"), replyTo: "$q" });
  });

  it("addresses the bot by a link outside of the quotation only", () => {
    const quoted = `<mx-reply>${pill} ja</mx-reply>`;
    const more = { ...answering, ...mine };
    expect(message("nein", { ...more, formatted_body: `${quoted}nein` })).toMatchObject(said("nein", "none"));
    const escaping = `<mx-reply></mx-reply>${pill}</mx-reply>nein`;
    expect(message("nein", { ...more, formatted_body: escaping })).toMatchObject(said("nein", "none"));
    const linked = `${quoted}nein ${pill}`;
    expect(message("nein Sitzungsdienst", { ...more, formatted_body: linked })).toMatchObject(said("nein", "mention"));
  });

  it("in a thread is one only if it was given by hand", () => {
    const thread = { rel_type: "m.thread", event_id: "$root", "m.in_reply_to": { event_id: "$q" } };
    const within = { "m.relates_to": { ...thread, is_falling_back: true } };
    expect(message("ja", { ...within, ...mine })).toEqual({ ...said("ja", "mention"), thread: "$root" });
    expect(message("ja", { "m.relates_to": thread, ...mine })).toEqual({
      ...said("ja", "none"),
      replyTo: "$q",
      thread: "$root",
    });
  });

  it("without a quotation keeps lines that only look like one", () => {
    expect(message("> <@a:b> x\n\nja")).toMatchObject({ text: "> <@a:b> x\n\nja" });
    expect(message("> so nicht\n\nja", answering)).toMatchObject({ text: "> so nicht\n\nja" });
  });
});

describe("other events", () => {
  const poll = { rel_type: "m.reference", event_id: "$p" };
  const unstable = "org.matrix.msc3381.poll.response";

  it.each([
    [unstable, { [unstable]: { answers: ["a", "b"] } }],
    [unstable, { answers: ["a"] }],
    ["m.poll.response", { "m.selections": [1, "a", null] }],
  ])("answer a poll: %s %j", (type, content) => {
    const read_ = read(type, { ...content, "m.relates_to": poll });
    expect(read_).toEqual({ kind: "poll", poll: "$p", answers: ["a"] });
    expect(read(type, content)).toEqual({ kind: "ignored", why: "malformed" });
  });

  it("take a vote back, react and change a text", () => {
    expect(read(unstable, { [unstable]: { answers: [] }, "m.relates_to": poll })).toMatchObject({ answers: [] });
    const reaction = { rel_type: "m.annotation", event_id: "$q", key: "👍" };
    expect(read("m.reaction", { "m.relates_to": reaction })).toEqual({ kind: "reaction", of: "$q", key: "👍" });
    const edit = { "m.relates_to": { rel_type: "m.replace", event_id: "$o" } };
    const changed = { msgtype: "m.text", body: "!ag nein" };
    expect(message("* !ag ja", { ...edit, "m.new_content": changed })).toEqual({
      kind: "edit",
      of: "$o",
      text: "nein",
      address: "prefix",
    });
    expect(message("* !ag ja", edit)).toEqual({ kind: "ignored", why: "malformed" });
  });

  it("bring a file with what was written beside it", () => {
    const file = { msgtype: "m.file", body: "!ag vorlage", filename: "plan.pdf", url: "mxc://x/y" };
    const expected = { kind: "file", name: "plan.pdf", caption: "vorlage", address: "prefix" };
    expect(read("m.room.message", file)).toEqual(expected);
    const { filename, ...old } = file;
    expect(read("m.room.message", { ...old, body: filename })).toEqual({
      kind: "file",
      name: "plan.pdf",
      address: "none",
    });
  });

  it.each([
    ["notice", "m.room.message", { msgtype: "m.notice", body: "!ag ja" }],
    ["emote", "m.room.message", { msgtype: "m.emote", body: "!ag ja" }],
    ["foreign", "m.room.message", { msgtype: "m.location", body: "!ag ja" }],
    ["foreign", "org.matrix.msc3381.poll.start", { "org.matrix.msc1767.text": "!ag ja" }],
    ["foreign", "m.sticker", { body: "!ag ja" }],
    ["redacted", "m.room.message", {}],
    ["redacted", "m.reaction", {}],
    ["malformed", "m.room.message", { msgtype: "m.text", body: ["!ag ja"] }],
    ["malformed", "m.reaction", { "m.relates_to": { rel_type: "m.annotation", key: 1 } }],
    ["malformed", "m.room.message", "!ag ja"],
  ])("are ignored: %s", (why, type, content) => {
    expect(read(type, content)).toEqual({ kind: "ignored", why });
  });

  it("are ignored if they come from the bot itself or set the state of a room", () => {
    const content = { msgtype: "m.text", body: "!ag ja" };
    const own = { type: "m.room.message", sender: me.userId, content };
    expect(readEvent(own, me)).toEqual({ kind: "ignored", why: "own" });
    expect(readEvent({ ...own, sender, state_key: "" }, me)).toEqual({ kind: "ignored", why: "foreign" });
  });
});

describe("whatever is sent", () => {
  const types = fc.constantFrom("m.room.message", "m.reaction", "m.poll.response", "org.matrix.msc3381.poll.response");
  const words = fc.constantFrom("!ag", "@ag", "Sitzungsdienst", ":", " ", "\n", "> <@a:b> x", pill, "</mx-reply>", "x");
  const text = fc.array(words, { maxLength: 8 }).map((parts) => parts.join(""));
  const value = fc.oneof({ weight: 3, arbitrary: text }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) });
  const keys = ["msgtype", "body", "formatted_body", "filename", "m.mentions", "m.relates_to", "m.new_content"];
  const content = fc.dictionary(fc.constantFrom(...keys), value).map((one) => ({ msgtype: "m.text", ...one }));

  it("nothing throws", () => {
    fc.assert(fc.property(fc.jsonValue(), (anything) => void readEvent(anything, me)));
    fc.assert(fc.property(types, fc.jsonValue(), (type, anything) => void read(type, anything)));
    fc.assert(fc.property(types, content, (type, one) => void read(type, one)));
  });

  it.each(["!", " ", ".", "<a ", "> <@a:b>\n", "[x](", "&lt;", "<mx-reply>", "@ag:", "\u202e"])(
    // Far more than an event may hold: reading that takes the square of the time would not come back.
    "a megabyte of %j is read like anything else",
    (part) => {
      const long = `${part.repeat(1_048_576 / part.length)}x`;
      const quoting = message(long, { ...mine, ...answering, formatted_body: long });
      expect(quoting).toMatchObject({ kind: "text", replyTo: "$q" });
      expect(message(long, { ...mine, formatted_body: `<a href="${long}">` })).toMatchObject({ kind: "text" });
    },
  );
});
