import { describe, expect, it } from "vitest";
import { createUploads } from "../../../src/adapters/matrix/uploads.ts";

describe("a file that goes to a room", () => {
  const bytes = Buffer.from("89504e47", "hex");
  const file = { name: "tafel.png", mediaType: "image/png", reference: "tafel.png" };
  const picture = { width: 1024, height: 600, caption: "Tafel „Klausur“: Gruppe 1 „Wege“" };

  function uploads(isEncrypted: boolean) {
    const put: Uint8Array[] = [];
    const world = { readFile: () => Promise.resolve(bytes) };
    const client = { upload: (sent: Uint8Array) => Promise.resolve(`mxc://x/${put.push(sent)}`) };
    const encryption = { isEncrypted: () => Promise.resolve(isEncrypted) };
    return { put, ...createUploads({ client, encryption, world }) };
  }

  it("is shown as a picture with its size and words, if it is one", async () => {
    const content = await uploads(false).file("!a", { ...file, picture });
    expect(content).toMatchObject({
      msgtype: "m.image",
      body: picture.caption,
      filename: "tafel.png",
      url: "mxc://x/1",
      info: { mimetype: "image/png", size: bytes.length, w: 1024, h: 600 },
    });
    expect(await uploads(false).file("!a", file)).toMatchObject({ msgtype: "m.file", body: "tafel.png" });
  });

  it("is sealed where the room is encrypted", async () => {
    const sealing = uploads(true);
    const content = await sealing.file("!a", { ...file, picture });
    expect(content).toMatchObject({ msgtype: "m.image", file: { url: "mxc://x/1", v: "v2" } });
    expect(content).not.toHaveProperty("url");
    expect(Buffer.from(sealing.put[0] ?? bytes).equals(bytes)).toBe(false);
  });
});
