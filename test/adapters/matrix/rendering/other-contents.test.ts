import { describe, expect, it } from "vitest";
import { fileContent } from "../../../../src/adapters/matrix/rendering/file-content.ts";
import type { MessageContent } from "../../../../src/adapters/matrix/rendering/message-content.ts";
import { pollEnd, pollStart } from "../../../../src/adapters/matrix/rendering/poll-contents.ts";
import { inThread, replacement } from "../../../../src/adapters/matrix/rendering/relations.ts";
import { hostileTexts } from "./arbitrary-reply.ts";

const size = (content: object): number => Buffer.byteLength(JSON.stringify(content));

describe("a poll", () => {
  const answers = ["Ja", "Nein"].map((label) => ({ id: label.toLowerCase(), label }));

  it("is disclosed, takes one answer, and is readable without polls", () => {
    expect(pollStart("Antrag 2?", answers)).toEqual({
      "org.matrix.msc3381.poll.start": {
        question: { "org.matrix.msc1767.text": "Antrag 2?" },
        kind: "org.matrix.msc3381.poll.disclosed",
        max_selections: 1,
        answers: [
          { id: "ja", "org.matrix.msc1767.text": "Ja" },
          { id: "nein", "org.matrix.msc1767.text": "Nein" },
        ],
      },
      "org.matrix.msc1767.text": "Antrag 2?\n1. Ja\n2. Nein",
    });
    expect(pollEnd("$p", "Angenommen")).toEqual({
      "m.relates_to": { rel_type: "m.reference", event_id: "$p" },
      "org.matrix.msc3381.poll.end": {},
      "org.matrix.msc1767.text": "Angenommen",
    });
  });

  it("is none with fewer than two answers, more than twenty, or two of one id", () => {
    const many = Array.from({ length: 21 }, (_, index) => ({ id: `${index}`, label: "x" }));
    expect(pollStart("x", answers.slice(1))).toBeUndefined();
    expect(pollStart("x", many)).toBeUndefined();
    expect(pollStart("x", many.slice(1))).toBeDefined();
    expect(pollStart("x", [...answers, ...answers])).toBeUndefined();
  });

  it("stays small and legible whatever it is about", () => {
    const long = Array.from({ length: 20 }, (_, index) => ({
      id: `${index}`,
      label: `${index} ${"😀 ".repeat(30_000)}`,
    }));
    const poll = pollStart(hostileTexts.join("\n").repeat(200), long);
    expect(size(poll ?? expect.fail())).toBeLessThan(30_000);
    expect(JSON.stringify(poll)).not.toMatch(/\p{Bidi_Control}|\p{Cs}/u);
    const question = poll?.["org.matrix.msc3381.poll.start"].question["org.matrix.msc1767.text"] ?? "";
    expect([...question].length).toBeLessThanOrEqual(340);
    expect(question).not.toContain("\n");
  });
});

describe("a message in relation to another", () => {
  const content: MessageContent = { msgtype: "m.text", body: "neu", "m.mentions": { user_ids: ["@a:b.de"] } };

  it("replaces it without calling anybody again", () => {
    expect(replacement(content, "$o")).toEqual({
      msgtype: "m.text",
      body: "* neu",
      "m.mentions": {},
      "m.new_content": content,
      "m.relates_to": { rel_type: "m.replace", event_id: "$o" },
    });
  });

  it("grows little by replacing, however long it is", () => {
    const long = { ...content, body: "😀".repeat(7_000) };
    expect(size(replacement(long, "$o")) - size(long)).toBeLessThan(10_000);
    expect(replacement(long, "$o")["m.new_content"]).toEqual(long);
  });

  it("stands in its thread, for old clients as an answer to the latest", () => {
    expect(inThread(content, "$root", "$last")).toEqual({
      ...content,
      "m.relates_to": {
        rel_type: "m.thread",
        event_id: "$root",
        is_falling_back: true,
        "m.in_reply_to": { event_id: "$last" },
      },
    });
  });
});

describe("a file", () => {
  const file = { name: "protokoll.pdf", mediaType: "application/pdf", size: 7, put: { url: "mxc://a/b" } };
  const picture = { width: 800, height: 299 };

  it("lies open in a plain room and with its key in an encrypted one", () => {
    expect(fileContent(file)).toEqual({
      msgtype: "m.file",
      body: "protokoll.pdf",
      filename: "protokoll.pdf",
      info: { mimetype: "application/pdf", size: 7 },
      url: "mxc://a/b",
      "m.mentions": {},
    });
    const put = { file: { url: "mxc://a/b", v: "v2", key: { k: "x" } } };
    const content = fileContent({ ...file, put });
    expect(content).toMatchObject(put);
    expect(content).not.toHaveProperty("url");
  });

  it("is a picture with its size and a description, if it is one", () => {
    const png = { ...file, name: "a.png", mediaType: "image/png", picture, caption: "Ja: 12, Nein: 4" };
    expect(fileContent(png)).toMatchObject({
      msgtype: "m.image",
      body: "Ja: 12, Nein: 4",
      filename: "a.png",
      info: { mimetype: "image/png", size: 7, w: 800, h: 299 },
    });
    expect(fileContent({ ...file, picture }).msgtype).toBe("m.file");
  });

  it.each([
    ["../../etc/passwd", "_.._etc_passwd"],
    ["Protokoll\u202Efdp.exe", "Protokoll_fdp.exe"],
    ["a\nb<c>.pdf", "a_b_c_.pdf"],
    ["..", "Datei"],
    [`${"ä".repeat(300)}.docx`, `${"ä".repeat(195)}.docx`],
  ])("keeps a name that any disk takes: %j", (name, kept) => {
    expect(fileContent({ ...file, name })).toMatchObject({ filename: kept, body: kept });
  });
});
