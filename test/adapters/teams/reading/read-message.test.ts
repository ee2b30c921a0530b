import { describe, expect, it } from "vitest";
import { readActivity } from "../../../../src/adapters/teams/reading/read-activity.ts";
import type { Json } from "../../../support/teams/json.ts";
import { BOT, changed, recorded } from "./recorded.ts";

const NAME = "Sitzungsdienst";
const tag = (name = NAME) => `<at>${name}</at>`;
const mention = (name: string | undefined = NAME, id = BOT, text: unknown = tag(name)) => ({
  type: "mention",
  mentioned: { id, ...(name === undefined ? {} : { name }) },
  text,
});
const weber = mention("Karl Weber", "29:weber");
const span = (name = NAME) => `<span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="0">${name}</span>`;
const html = (content: string) => ({ contentType: "text/html", content });

function read(fields: Json) {
  const message = readActivity(
    changed("message-group", { text: "", entities: [], attachments: [], textFormat: "plain", ...fields }),
    BOT,
  );
  if (message.kind !== "message") throw new Error(message.kind);
  return message;
}
const said = (fields: Json): string => read(fields).text;

describe("mentions of the bot", () => {
  it.each([
    [`${tag()} hilfe`, "hilfe"],
    [`\r\n${tag()} hilfe\r\n`, "hilfe"],
    [`${tag()}: hilfe`, "hilfe"],
    [`${tag()}, ${tag()} hilfe`, "hilfe"],
    [`hilfe ${tag()}`, "hilfe"],
    [`ja, ${tag()}!`, "ja"],
    [`notiz: das ${tag()} kann, ja`, "notiz: das kann, ja"],
    [`${tag()} eins ${tag()}`, "eins"],
    [`${tag()}&nbsp;hilfe`, "hilfe"],
    [`${tag()}\u00a0hilfe`, "hilfe"],
    [`<at id="0">${NAME}</at> hilfe`, "hilfe"],
    [`<AT>${NAME}</AT> hilfe`, "hilfe"],
    [tag(), ""],
    [`${tag()}\nnotiz: a\nb`, "notiz: a\nb"],
    [`${tag()} ja.`, "ja."],
  ])("are taken off: %j", (text, words) => {
    expect(read({ text, entities: [mention()] })).toMatchObject({ text: words, isAddressed: true });
  });

  it.each([
    [mention(NAME, BOT, null)],
    [mention(NAME, BOT, undefined)],
    [mention(undefined, BOT, tag())],
    [mention(undefined, BOT, null)],
    [mention(NAME, BOT.slice(3))],
    [mention(NAME, BOT.toUpperCase())],
    [{ type: "mention", mentioned: { id: BOT, name: 5 }, text: tag() }],
  ])("are known by the id, whatever else is missing: %j", (entity) => {
    expect(read({ text: `${tag()} hilfe`, entities: [entity] })).toMatchObject({ text: "hilfe", isAddressed: true });
  });

  it.each([
    [[]],
    [[weber]],
    [[mention(NAME, "28:00000000-0000-4000-8000-000000000000")]],
    [[mention(NAME, `29:${BOT}`)]],
    [[mention(NAME, BOT.replace("28:", "29:"))]],
    [[mention(NAME, "")]],
    [[{ type: "mention", mentioned: BOT }]],
    [[{ type: "clientInfo", mentioned: { id: BOT } }]],
    [[null, 5, "mention"]],
    ["mention"],
  ])("are none, and nobody is addressed, with %j", (entities) => {
    expect(read({ text: "hilfe", entities }).isAddressed).toBe(false);
  });

  it("are not needed where the person is alone with the bot", () => {
    expect(readActivity(recorded("message-personal"), BOT)).toMatchObject({ text: "hilfe", isAddressed: true });
  });

  it("are none if only the name was typed", () => {
    expect(read({ text: "@Sitzungsdienst hilfe" })).toMatchObject({
      text: "@Sitzungsdienst hilfe",
      isAddressed: false,
    });
    expect(read({ text: `${tag()} hilfe` })).toMatchObject({ text: `${tag()} hilfe`, isAddressed: false });
  });

  it("are nobody's if we do not know who we are", () => {
    const body = changed("message-group", { entities: [mention()] });
    expect(readActivity(body, "")).toMatchObject({ isAddressed: false });
    expect(readActivity(body, BOT)).toMatchObject({ isAddressed: true });
  });
});

describe("mentions of others", () => {
  it("become their names, and who they are is not told", () => {
    const message = read({ text: `${tag()} vertretung ${tag("Karl Weber")}`, entities: [mention(), weber] });
    expect(message.text).toBe("vertretung Karl Weber");
    expect(JSON.stringify(message)).not.toContain("29:weber");
  });

  it("that nobody speaks of were typed", () => {
    expect(said({ text: `notiz: ${tag("Nina")}`, entities: [weber] })).toBe(`notiz: ${tag("Nina")}`);
  });

  it("are read out of HTML, too", () => {
    const text = `<p>${tag()}&nbsp;vertretung ${tag("Karl &amp; Weber")}</p>`;
    expect(said({ text, textFormat: "xml", entities: [mention(), weber] })).toBe("vertretung Karl & Weber");
  });
});

describe("what was typed", () => {
  it.each(["<b>ja</b>", "a &amp; b", "&lt;", "a < b > c", "<p>x</p>", "&nbsp;", "{{DATE(x)}}", "x  y", "- a\n  - b"])(
    "stays as typed, whether Teams adds its HTML or not: %j",
    (words) => {
      const escaped = words
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll("\n", "<br>");
      expect(said({ text: words })).toBe(words);
      expect(said({ text: words, attachments: [html(`<p>${escaped}</p>`)] })).toBe(words);
      expect(
        said({ text: `${tag()} ${words}`, entities: [mention()], attachments: [html(`${span()} ${escaped}`)] }),
      ).toBe(words);
    },
  );

  it.each(["<b>ja</b>", "a &amp; b", "a < b", "eins\nzwei <drei>"])(
    "comes out of a text that is escaped: %j",
    (words) => {
      const escaped = words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
      const content = `<p>${span()}&nbsp;${escaped.replaceAll("\n", "<br>")}</p>`;
      expect(said({ text: `${tag()} ${escaped}`, entities: [mention()], attachments: [html(content)] })).toBe(words);
    },
  );

  it.each([
    ["<p>ja</p>", "ja"],
    ["<div><div>eins</div><div>zwei</div></div>", "eins\nzwei"],
    ["<p>eins</p><p>&nbsp;</p><p>zwei</p>", "eins\n\nzwei"],
    ["eins<br>zwei<br/>drei", "eins\nzwei\ndrei"],
    ["<ul><li>eins</li><li><b>zw</b>ei</li></ul>", "eins\nzwei"],
    ["K&auml;se &amp; Brot &#39;heute&#x27; &#128512;", "K&auml;se & Brot 'heute' 😀"],
    ["&amp;lt;b&amp;gt; &lt;b&gt;", "&lt;b&gt; <b>"],
    ["&#0; &#55296; &#9999999;", "&#0; &#55296; &#9999999;"],
    ["ja\r\n   und\nnein", "ja und nein"],
    ['<a href="https://x.example/?a>b" title="a > b">Seite</a>', "Seite"],
    ['gut <img alt="👍" itemtype="http://schema.skype.com/Emoji" src="x">', "gut 👍"],
    ["<!-- x -->ja", "ja"],
    ["a < b", "a < b"],
    ["ja <b", "ja"],
    ["eins&nbsp;zwei", "eins zwei"],
  ])("comes out of HTML: %j", (text, words) => {
    expect(said({ text, textFormat: "xml" })).toBe(words);
    expect(said({ text: "", attachments: [html(text)] })).toBe(words);
  });

  it("has ordinary blanks and line breaks, and none at its ends", () => {
    expect(said({ text: "\r\n\u00a0notiz:\u00a0eins\r\nzwei \n" })).toBe("notiz: eins\nzwei");
  });

  it("comes without text where there is none", () => {
    for (const text of [undefined, null, ""]) expect(said({ text })).toBe("");
  });
});

describe("quotations", () => {
  const quotation = (kind = "Reply") =>
    `<blockquote itemscope="" itemtype="http://schema.skype.com/${kind}" itemid="1"><strong>Karl Weber</strong><p>nein</p></blockquote>`;

  it("that stand in the text with nothing in between are not the person's words", () => {
    expect(readActivity(recorded("message-quoting"), BOT)).toMatchObject({ text: "ja", isAddressed: true });
  });

  it.each([
    ["ja", `${quotation()}<p>ja</p>`],
    ["Karl Webernein ja", `${quotation()}<p>ja</p>`],
    ["ja Karl Weber nein", `<p>ja</p>${quotation("Forward")}`],
    ["x", `${quotation()}<p>ja</p>${quotation()}`],
    ["x", `${quotation().replace("<p>nein</p>", `${quotation()}<p>nein</p>`)}ja`],
  ])("of replies and of what is passed on are left out: %j", (text, content) => {
    expect(said({ text, attachments: [html(content)] })).toBe("ja");
  });

  it("alone say nothing", () => {
    expect(said({ text: "Karl Webernein", attachments: [html(quotation())] })).toBe("");
    expect(said({ text: "x", attachments: [html(quotation().replace("</blockquote>", "ja"))] })).toBe("");
  });

  it("leave no mark", () => {
    const entities = [{ type: "quotedReply", quotedReply: { messageId: "1" } }];
    expect(said({ text: '<quoted messageId="1"/> ja', entities })).toBe("ja");
    expect(said({ text: '<quoted messageId="1"/> ja' })).toBe('<quoted messageId="1"/> ja');
  });

  it("that somebody has set as such are what that person says", () => {
    expect(said({ text: "notiz: eins", attachments: [html("<blockquote>notiz: eins</blockquote>")] })).toBe(
      "notiz: eins",
    );
  });
});

describe("files and edits", () => {
  it("are told", () => {
    expect(readActivity(recorded("message-file"), BOT)).toMatchObject({ text: "", hasFiles: true, isEdit: false });
    expect(readActivity(recorded("message-edited"), BOT)).toMatchObject({ text: "nein", isEdit: true });
    expect(read({ text: "x", attachments: [{ contentType: "image/png" }] }).hasFiles).toBe(true);
    expect(read({ text: "x", attachments: [html("<p>x</p>")] }).hasFiles).toBe(false);
  });

  it("an update of any other kind is ignored", () => {
    for (const channelData of [{ eventType: "undeleteMessage" }, {}, undefined])
      expect(readActivity(changed("message-edited", { channelData }), BOT)).toEqual({ kind: "ignored" });
  });

  it.each([
    [undefined],
    [null],
    ["x"],
    [{}],
    [[null, 5, {}, { contentType: 5 }, { contentType: "text/html", content: { a: 1 } }]],
  ])("strange attachments are none: %j", (attachments) => {
    expect(read({ text: "ja", attachments })).toMatchObject({ text: "ja", hasFiles: false });
  });
});
