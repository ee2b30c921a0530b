import { describe, expect, it } from "vitest";
import { createDownloads } from "../../../src/adapters/matrix/downloads.ts";
import { HomeserverRefusal, Stopped, Unanswered } from "../../../src/adapters/matrix/homeserver.ts";
import { type SealedFile, sealedFileSchema } from "../../../src/adapters/matrix/open-file.ts";
import { sealFile } from "../../../src/adapters/matrix/seal-file.ts";

const bytes = Buffer.from("ein Bild");

function downloads(answer: () => Promise<Uint8Array>) {
  const asked: string[] = [];
  const client = {
    download(server: string, media: string) {
      asked.push(`${server} ${media}`);
      return answer();
    },
  };
  return { asked, ...createDownloads({ client, world: { note: () => undefined } }) };
}

const sealedFile = () => {
  const { sealed, keyedTo } = sealFile(bytes);
  return { sealed, file: sealedFileSchema.parse(keyedTo("mxc://example.org/abc")) };
};

describe("a picture from the media store", () => {
  it("is what lies at its address", async () => {
    const { asked, picture } = downloads(async () => bytes);
    expect(await picture({ url: "mxc://example.org:8448/a_B-1" })).toEqual(bytes);
    expect(asked).toEqual(["example.org:8448 a_B-1"]);
  });

  it("is opened with its key", async () => {
    const { sealed, file } = sealedFile();
    const opened = await downloads(async () => sealed).picture({ file });
    expect(Buffer.from(opened ?? [])).toEqual(bytes);
  });

  it.each<[string, (file: SealedFile) => SealedFile]>([
    ["another hash", (file) => ({ ...file, hashes: { sha256: "AAAA" } })],
    ["a key of another length", (file) => ({ ...file, key: { ...file.key, k: "AAAA" } })],
    ["a beginning of another length", (file) => ({ ...file, iv: "AAAA" })],
  ])("is none with %s", async (_, changed) => {
    const { sealed, file } = sealedFile();
    expect(await downloads(async () => sealed).picture({ file: changed(file) })).toBeUndefined();
  });

  it("is none if somebody changed it on the way", async () => {
    const { sealed, file } = sealedFile();
    const other = Buffer.from(sealed);
    other.writeUInt8(other.readUInt8(0) ^ 1, 0);
    expect(await downloads(async () => other).picture({ file })).toBeUndefined();
  });

  it.each(["https://example.org/a.png", "mxc://example.org", "mxc://example.org/../../admin", "mxc://a/b?x=1", ""])(
    "is not asked for at %j",
    async (url) => {
      const { asked, picture } = downloads(async () => bytes);
      expect(await picture({ url })).toBeUndefined();
      expect(asked).toEqual([]);
    },
  );

  it("is none where the homeserver says no or nothing; at the end of the program it is asked for again", async () => {
    const failing = (error: Error) => downloads(() => Promise.reject(error)).picture({ url: "mxc://a/b" });
    expect(await failing(new HomeserverRefusal(404, {}, "GET"))).toBeUndefined();
    expect(await failing(new Unanswered("GET", "502"))).toBeUndefined();
    await expect(failing(new Stopped())).rejects.toThrow(Stopped);
  });
});
