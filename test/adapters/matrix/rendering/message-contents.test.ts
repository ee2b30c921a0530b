import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { visibleText } from "../../../../src/adapters/chat/visible-text.ts";
import { NUMBER_KEYS } from "../../../../src/adapters/matrix/rendering/choice-keys.ts";
import type { MessageContent } from "../../../../src/adapters/matrix/rendering/message-content.ts";
import { type Look, messageContents } from "../../../../src/adapters/matrix/rendering/message-contents.ts";
import type { PersonId, RoomId } from "../../../../src/core/kernel/ids.ts";
import { type Block, blockLines, heading, list, type Reply, reply } from "../../../../src/flows/reply.ts";
import { arbitraryReply, hostileTexts } from "./arbitrary-reply.ts";

const room = { kind: "room", room: "matrix:!a:b.de" as RoomId } as const;
const inRoom: Look = { isDirect: false, prefix: "!ag", mentions: [], notify: true };
const inDirect: Look = { ...inRoom, isDirect: true };
const figures: Block = {
  kind: "figures",
  title: "Ergebnis",
  rows: [
    { label: "Ja", count: 12 },
    { label: "Nein", count: 4 },
  ],
};
const choices = [
  { label: "Ja", command: "ja" },
  { label: "Ich kandidiere", command: "kandidatur" },
];

/** The only message there is. */
function only(one: Reply, look: Look = inRoom): MessageContent {
  const contents = messageContents(one, look);
  expect(contents).toHaveLength(1);
  return contents[0] ?? expect.fail();
}

/** What has to be readable, however it is arranged. */
function allLines({ blocks, choices: offered }: Reply, isDirect: boolean): readonly string[] {
  const lines = blocks.flatMap((block) =>
    block.kind === "figures"
      ? [block.title, ...block.rows.map(({ label, count }) => `${label}: ${count}`)]
      : blockLines(block),
  );
  const typed = offered.map(({ label, command }, index) => {
    const said = label.toLowerCase() === command.toLowerCase() ? "" : `${label}: `;
    return `${NUMBER_KEYS[index] ?? "›"} ${said}${isDirect ? "" : "!ag "}${command}`;
  });
  return [...lines, ...typed];
}

const size = (content: object): number => Buffer.byteLength(JSON.stringify(content));
const squeezed = (text: string): string => text.replace(/\s+/g, "");
const withoutMark = (content: MessageContent, index: number, all: readonly MessageContent[]): string =>
  all.length === 1 ? content.body : content.body.slice(`(${index + 1}/${all.length})\n`.length);
const together = (contents: readonly MessageContent[]): string => contents.map(withoutMark).join("\n");

describe("a reply as a message", () => {
  it("is plain text as long as there is nothing to mark up", () => {
    expect(only(reply(room, ["Notiert.", "Zurück mit »rückgängig«."]))).toEqual({
      msgtype: "m.notice",
      body: "Notiert.\nZurück mit »rückgängig«.",
      "m.mentions": {},
    });
  });

  it("shows headings, lists and figures as lines and as HTML", () => {
    const one = reply(room, [heading("Stand"), "Sitze: 3", list(["a", "b"], true), list(["c"]), figures]);
    const content = only(one);
    expect(content.body).toBe("Stand\nSitze: 3\n1. a\n2. b\n• c\nErgebnis\nJa: 12\nNein: 4");
    expect(content.formatted_body?.split("\n")).toEqual([
      "<h4>Stand</h4>",
      "<p>Sitze: 3</p>",
      "<ol><li>a</li><li>b</li></ol>",
      "<ul><li>c</li></ul>",
      "<h4>Ergebnis</h4>",
      "<table>",
      "<tr><td>Ja: </td><td>12</td></tr>",
      "<tr><td>Nein: </td><td>4</td></tr>",
      "</table>",
    ]);
  });

  it("shows a choice as it is typed here, with the number to react with", () => {
    const one = reply(room, ["Was nun?"], { choices });
    expect(only(one).body).toBe("Was nun?\n1️⃣ !ag ja\n2️⃣ Ich kandidiere: !ag kandidatur");
    const direct = only(one, inDirect);
    expect(direct.body).toBe("Was nun?\n1️⃣ ja\n2️⃣ Ich kandidiere: kandidatur");
    expect(direct.formatted_body).toBe(
      "<p>Was nun?</p>\n<p>1️⃣ <code>ja</code><br>2️⃣ Ich kandidiere: <code>kandidatur</code></p>",
    );
    const many = Array.from({ length: 12 }, (_, index) => ({ label: `k${index}`, command: `stimme ${index}` }));
    expect(
      only(reply(room, [], { choices: many }))
        .body.split("\n")
        .slice(9),
    ).toEqual(["🔟 k9: !ag stimme 9", "› k10: !ag stimme 10", "› k11: !ag stimme 11"]);
  });

  it("rings only where somebody has to act, and only if it may", () => {
    const { msgtype } = only(reply(room, ["x"], { attention: true }));
    expect(msgtype).toBe("m.text");
    expect(only(reply(room, ["x"], { asks: "ballot-1" })).msgtype).toBe("m.text");
    const calling = { ...inRoom, mentions: ["@a:b.de"] };
    const called = reply(room, ["x"], { callsOn: ["jansen" as PersonId] });
    expect(only(called, calling)).toMatchObject({ msgtype: "m.text", "m.mentions": { user_ids: ["@a:b.de"] } });
    expect(only(called, { ...calling, notify: false })).toMatchObject({ msgtype: "m.notice", "m.mentions": {} });
  });

  it("is none if there are only files, which go by themselves", () => {
    const files = [{ name: "p.md", mediaType: "text/markdown", reference: "p.md" }];
    expect(messageContents(reply(room, [], { files }), inRoom)).toEqual([]);
  });
});

describe("what a member wrote, in a message", () => {
  it.each(hostileTexts)("stays text: %j", (text) => {
    const blocks = [text, heading(text), list([text]), { ...figures, title: text, rows: [{ label: text, count: 1 }] }];
    const content = only(reply(room, blocks, { choices: [{ label: text, command: `antrag: ${text}` }] }));
    const ours = /<\/?(h4|p|ul|li|table|tr|td|code)>|<br>/g;
    const rest = content.formatted_body?.replace(ours, "") ?? "";
    expect(rest).not.toMatch(/[<>"]/);
    expect(rest.replace(/&(amp|lt|gt|quot|#39);/g, "")).not.toContain("&");
    expect(content.body).toContain(visibleText(text));
    expect(`${content.body}${rest}`).not.toMatch(/(?!\n)\p{Cc}|\p{Bidi_Control}|\u200b/u);
    expect(content["m.mentions"]).toEqual({});
  });

  it("does not begin an item of its own with a line break", () => {
    const one = reply(room, [list(["eins\n• zwei"])], { choices: [{ label: "a", command: "notiz: b\n2️⃣ !ag nein" }] });
    expect(only(one).body.split("\n")).toEqual(["• eins", "   • zwei", "1️⃣ a: !ag notiz: b", "   2️⃣ !ag nein"]);
  });
});

describe("a long reply", () => {
  it("loses nothing and keeps every message small, whatever it consists of", () => {
    fc.assert(
      fc.property(arbitraryReply, fc.boolean(), (one, isDirect) => {
        const contents = messageContents(one, { ...inRoom, isDirect });
        for (const content of contents) expect(size(content)).toBeLessThanOrEqual(30_000);
        const whole = squeezed(allLines(one, isDirect).map(visibleText).join("\n"));
        expect(squeezed(together(contents)) === whole).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("of two megabytes in one line becomes parts, none of which is lost", () => {
    const line = "Größe😀<&\"'".repeat(150_000);
    const contents = messageContents(reply(room, [list([line])], { attention: true }), inRoom);
    expect(contents.map(withoutMark).join("") === `• ${line}`).toBe(true);
    expect(Math.max(...contents.map(size))).toBeLessThanOrEqual(30_000);
    expect(contents.map(({ msgtype }) => msgtype).indexOf("m.text", 1)).toBe(-1);
    expect(contents[0]?.msgtype).toBe("m.text");
  });

  it("is cut between its blocks before it is cut inside of one", () => {
    const blocks = ["a", "b", "c"].flatMap((name) => [
      heading(name),
      list(Array(200).fill(`${name} ${"x".repeat(20)}`)),
    ]);
    const contents = messageContents(reply(room, blocks), inRoom);
    expect(contents.map(({ body }) => body.slice(0, 8))).toEqual(["(1/3)\na\n", "(2/3)\nb\n", "(3/3)\nc\n"]);
  });

  it("goes on counting in the next part", () => {
    const contents = messageContents(reply(room, [list(Array(600).fill("y".repeat(40)), true)]), inRoom);
    expect(contents.length).toBeGreaterThan(1);
    const counted = Number(/<ol start="(\d+)"/.exec(contents[1]?.formatted_body ?? "")?.[1]);
    expect(contents[1]?.body.split("\n")[1]).toMatch(new RegExp(`^${counted}\\. y`));
    expect(contents[0]?.body.split("\n").at(-1)).toMatch(new RegExp(`^${counted - 1}\\. y`));
  });
});
