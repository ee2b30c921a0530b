import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readActivity } from "../../../../src/adapters/teams/reading/read-activity.ts";
import { isJson } from "../../../support/teams/json.ts";
import { BOT, changed, recorded, recordedNames } from "./recorded.ts";

const KINDS = [
  "message",
  "click",
  "refresh",
  "fileAnswer",
  "installed",
  "removed",
  "membersChanged",
  "unknownInvoke",
  "ignored",
];
const read = (body: unknown) => readActivity(body, BOT);

const bit = fc.constantFrom(
  "<at>Sitzungsdienst</at>",
  "<at>",
  "</at>",
  "<quoted ",
  '<blockquote itemtype="http://schema.skype.com/Reply">',
  "</blockquote>",
  '<span itemtype="http://schema.skype.com/Mention">',
  "</span>",
  "&nbsp;",
  "&#x10ffff;",
  "<p>",
  "<",
  '"',
  "'",
  " ",
  "ja",
);
const markup = fc.array(bit, { maxLength: 12 }).map((bits) => bits.join(""));
const strange = fc.oneof(fc.jsonValue(), markup, fc.constantFrom("__proto__", "constructor", "toString", BOT));

/** Places in it, each as the keys that lead there. */
function places(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))];
}

function put(value: unknown, [key, ...rest]: readonly string[], replacement: unknown): unknown {
  if (key === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((one, index) => (String(index) === key ? put(one, rest, replacement) : one));
  return isJson(value) ? { ...value, [key]: put(value[key], rest, replacement) } : value;
}

const mutated = fc.constantFrom(...recordedNames).chain((name) => {
  const body = recorded(name);
  const change = fc.tuple(fc.constantFrom(...places(body)), strange);
  return fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map((changes) => changes.reduce<unknown>((whole, [path, by]) => put(whole, path, by), body));
});

describe("whatever comes", () => {
  it("is read without a failure", () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.anything(), mutated), (body) => {
        expect(KINDS).toContain(read(body).kind);
      }),
      { numRuns: 1_500 },
    );
  });

  it("is a message whose text has clean ends, of somebody who is a GUID or nobody", () => {
    fc.assert(
      fc.property(mutated, (body) => {
        const one = read(body);
        if (one.kind !== "message") return;
        expect(one.text).toBe(one.text.trim());
        expect(one.sender?.objectId ?? "00000000-0000-0000-0000-000000000000").toMatch(/^[\da-f-]{36}$/);
      }),
      { numRuns: 500 },
    );
  });

  it("has nothing from a prototype", () => {
    const body = JSON.parse(
      '{"type":"message","__proto__":{"id":"1","text":"ja","serviceUrl":"https://x.example","conversation":{"id":"a"}}}',
    );
    expect(read(body)).toEqual({ kind: "ignored" });
    const data = JSON.parse('{"command":"ja","__proto__":{"nonce":"n"}}');
    const value = { action: { verb: "antwort", data }, trigger: "manual" };
    expect(read(changed("click", { value })).kind).toBe("unknownInvoke");
    expect(Object.prototype).not.toHaveProperty("nonce");
  });

  it("may be nested deeply", () => {
    const deep: unknown = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
    for (const field of ["value", "attachments", "entities", "channelData", "membersAdded", "text"])
      for (const name of recordedNames) expect(KINDS).toContain(read(changed(name, { [field]: deep })).kind);
  });
});

const SIZE = 200_000;
const filled = (bit: string): string => bit.repeat(Math.ceil(SIZE / bit.length)).slice(0, SIZE);

// A pattern that looks back again and again needs hours for it, and runs into the limit of every test.
describe("200 000 characters are read in one pass", () => {
  it.each([
    " ",
    "\u00a0 ",
    " x",
    "\n",
    ", ",
    "<",
    "<a ",
    "<at",
    "<at ",
    "<at>",
    "<at>x",
    "<at>x</at",
    "<at>Sitzungsdienst</at> ",
    "<quoted ",
    "&",
    "&#",
    "&nbsp;",
    "<p>",
    "<p x='",
    "<p x=\"'",
    "<!--",
    "<b> </b>",
    "<span>",
    '<span itemtype="http://schema.skype.com/Mention">x</span>',
    '<blockquote itemtype="http://schema.skype.com/Reply">',
    "<br>",
  ])("full of %j, in the text and in the HTML", (bit) => {
    const entities = [
      { type: "mention", mentioned: { id: BOT, name: "Sitzungsdienst" }, text: "<at>Sitzungsdienst</at>" },
      { type: "quotedReply" },
    ];
    for (const content of [filled(bit), `x${filled(bit)}x`, `<b>${filled(bit)}`])
      for (const textFormat of ["plain", "xml"]) {
        const attachments = [{ contentType: "text/html", content }];
        const body = changed("message-group", { text: content, textFormat, entities, attachments });
        expect(read(body).kind).toBe("message");
      }
  });

  it("of many mentions, each with another name", () => {
    const names = Array.from({ length: 5_000 }, (_, index) => `Name ${index}`);
    const entities = names.map((name) => ({
      type: "mention",
      mentioned: { id: `29:${name}`, name },
      text: `<at>${name}</at>`,
    }));
    const text = names.map((name) => `<at>${name}</at> `).join("");
    expect(read(changed("message-group", { text, entities, attachments: [] })).kind).toBe("message");
  });
});
