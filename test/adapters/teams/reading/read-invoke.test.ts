import { describe, expect, it } from "vitest";
import { readActivity } from "../../../../src/adapters/teams/reading/read-activity.ts";
import { BOT, changed, recorded } from "./recorded.ts";

const read = (body: unknown) => readActivity(body, BOT);
const click = { command: "ja", about: "ballot-2-5", nonce: "n-7f3a" };
const executed = (data: unknown, verb: unknown = "antwort", trigger: unknown = "manual") =>
  read(changed("click", { value: { action: { type: "Action.Execute", verb, data }, trigger } }));

describe("a click", () => {
  it("brings what the button carries, and the card it stood on", () => {
    expect(read(recorded("click"))).toMatchObject({ click, isInvoke: true, replyTo: "1785311950000" });
  });

  it("of an old client comes as a message", () => {
    expect(read(recorded("click-old-client"))).toMatchObject({ click: { ...click, isPrivate: true }, isInvoke: false });
  });

  it("keeps nothing that is not its own", () => {
    expect(executed({ ...click, text: "x", msteams: {} })).toMatchObject({ kind: "click" });
    expect(executed({ ...click, text: "x" })).toHaveProperty("click", click);
  });

  it("counts without a word on what triggered it, but not if the client did it by itself", () => {
    expect(executed(click, "antwort", undefined).kind).toBe("click");
    expect(executed(click, "antwort", "automatic").kind).toBe("unknownInvoke");
  });

  it.each([
    { ...click, command: "x".repeat(6_000) },
    { ...click, about: "x".repeat(200) },
    { ...click, nonce: "x".repeat(100) },
    { command: "ja", nonce: "n" },
  ])("may be that long", (data) => {
    expect(executed(data)).toMatchObject({ kind: "click", click: data });
  });

  it.each([
    undefined,
    null,
    "ja",
    [[]],
    {},
    { ...click, command: "" },
    { ...click, command: "x".repeat(6_001) },
    { ...click, command: ["ja"] },
    { ...click, about: "x".repeat(201) },
    { ...click, about: "" },
    { ...click, about: null },
    { ...click, nonce: "x".repeat(101) },
    { ...click, nonce: 5 },
    { command: "ja" },
    { ...click, isPrivate: "true" },
    { ...click, isPrivate: false },
  ])("with strange data is an unknown invoke, and from an old client nothing: %#", (data) => {
    expect(executed(data)).toMatchObject({ kind: "unknownInvoke", activity: recorded("click")["id"] });
    expect(read(changed("click-old-client", { value: data ?? {} }))).toEqual({ kind: "ignored" });
  });
});

describe("a message with data that is no click", () => {
  it("is what it says, if it says something", () => {
    const fields = { text: "hilfe", value: { x: 1 } };
    expect(read(changed("click-old-client", fields))).toMatchObject({ kind: "message", text: "hilfe" });
    expect(read(changed("click-old-client", { ...fields, text: " " }))).toEqual({ kind: "ignored" });
  });
});

describe("an invoke", () => {
  it("for the personal view names the ballot", () => {
    expect(read(recorded("refresh"))).toMatchObject({ kind: "refresh", about: "ballot-2-5" });
    expect(executed({ about: "ballot-2-5" }, "ansicht").kind).toBe("refresh");
    expect(executed({}, "ansicht").kind).toBe("unknownInvoke");
  });

  it.each([
    { name: "task/fetch" },
    { name: undefined },
    { name: { toString: "x" } },
    { value: undefined },
    { value: "x" },
    { value: { action: null } },
    { value: { action: { verb: 5, data: click } } },
    { value: { action: { verb: "ANTWORT", data: click } } },
    { value: { action: { verb: "__proto__", data: click } } },
    { name: "fileConsent/invoke" },
  ])("that we do not know wants an answer nevertheless: %j", (fields) => {
    expect(read(changed("click", fields)).kind).toBe("unknownInvoke");
  });

  it("from nowhere gets none", () => {
    expect(read(changed("click", { conversation: {} }))).toEqual({ kind: "ignored" });
  });
});

describe("the answer to an offered file", () => {
  const answered = (value: object) =>
    read(changed("file-accepted", { value: { ...(recorded("file-accepted")["value"] as object), ...value } }));

  it("says where it is to be put", () => {
    expect(read(recorded("file-accepted"))).toMatchObject({
      reference: "token-17",
      name: "Protokoll.docx",
      upload: {
        uploadUrl: expect.stringContaining("/uploadSession?guid=7"),
        contentUrl: expect.stringContaining("/Documents/Applications/Protokoll.docx"),
        uniqueId: "8e3f1a2b-4c5d-4e6f-8a9b-0c1d2e3f4a5b",
        fileType: "docx",
      },
    });
  });

  it("says that it is declined", () => {
    expect(read(recorded("file-declined"))).toMatchObject({ reference: "token-17", upload: undefined });
  });

  it.each([
    { action: "maybe" },
    { context: undefined },
    { context: { reference: "", name: "x" } },
    { context: "token-17" },
    { uploadInfo: undefined },
    { uploadInfo: { uploadUrl: "file:///etc/passwd", contentUrl: "https://x.example/", uniqueId: "1", fileType: "x" } },
    { uploadInfo: { uploadUrl: "https://x.example/", contentUrl: "x", uniqueId: "1", fileType: "x" } },
  ])("is an unknown invoke if it is strange: %j", (value) => {
    expect(answered(value).kind).toBe("unknownInvoke");
  });
});
