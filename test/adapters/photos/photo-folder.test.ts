import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createPhotoFolder } from "../../../src/adapters/photos/photo-folder.ts";
import { phoneJpeg, png } from "../../support/photos.ts";

describe("the folder of photos", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sitzungsdienst-fotos-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("keeps a photo once, under its checksum, and gives it back without what it told", async () => {
    const photos = createPhotoFolder(join(folder, "fotos"));
    const [one, again] = await Promise.all([photos.keep(phoneJpeg()), photos.keep(phoneJpeg())]);
    expect(one).toMatch(/^[0-9a-f]{64}\.jpg$/);
    expect(again).toBe(one);
    expect(await photos.keep(phoneJpeg())).toBe(one);
    expect(await photos.keep(png())).toMatch(/\.png$/);
    const kept = readdirSync(join(folder, "fotos")).filter((name) => !name.endsWith(".offen"));
    expect(kept).toHaveLength(2);
    const back = await createPhotoFolder(join(folder, "fotos")).read(one ?? "");
    expect(back).toMatchObject({ kind: "jpg", width: 1, height: 1 });
    expect(Buffer.from(back?.bytes ?? []).includes("GPS")).toBe(false);
  });

  it("keeps nothing that is no picture, and writes anew what a crash left by half", async () => {
    const photos = createPhotoFolder(folder);
    expect(await photos.keep(Buffer.from("kein Bild"))).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
    const name = (await photos.keep(png())) ?? "";
    writeFileSync(join(folder, name), "halb");
    expect(await photos.read(name)).toBeUndefined();
    expect(await photos.keep(png())).toBe(name);
    expect(await photos.read(name)).toMatchObject({ kind: "png" });
  });

  const marked = (name: string | undefined) => [name, `${name}.offen`];
  const inFolder = () => readdirSync(folder).toSorted();

  it("removes what is unused, but not as long as somebody else waits for the same, and never what was noted", async () => {
    const photos = createPhotoFolder(folder);
    const name = (await photos.keep(png())) ?? "";
    await photos.keep(png());
    expect(inFolder()).toEqual(marked(name));
    photos.settle(name, "unused");
    expect(inFolder()).toEqual(marked(name));
    photos.settle(name, "unused");
    expect(inFolder()).toEqual([]);
    await photos.keep(png());
    photos.settle(name, "noted");
    expect(inFolder()).toEqual([name]);
    await photos.keep(png());
    photos.settle(name, "unused");
    expect(inFolder()).toEqual([name]);
  });

  it("settles at the next start what a crash left, and removes drafts", async () => {
    const photos = createPhotoFolder(folder);
    const [noted = "", unused] = [await photos.keep(png()), await photos.keep(phoneJpeg())];
    photos.settle(noted, "unknown");
    writeFileSync(join(folder, `${noted}.1.neu`), "halb");
    expect(inFolder()).toHaveLength(5);
    expect(unused).toBeDefined();
    createPhotoFolder(folder).settleLeft((name) => name === noted);
    expect(inFolder()).toEqual([noted]);
    createPhotoFolder(folder).settleLeft(() => false);
    expect(inFolder()).toEqual([noted]);
    createPhotoFolder(join(folder, "leer")).settleLeft(() => false);
  });

  it("reads nothing but photos of its own", async () => {
    writeFileSync(join(folder, "geheim.png"), png());
    const photos = createPhotoFolder(join(folder, "fotos"));
    for (const name of ["../geheim.png", "geheim.png", "", `${"0".repeat(64)}.png`])
      expect(await photos.read(name)).toBeUndefined();
  });
});
