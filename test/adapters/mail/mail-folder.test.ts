import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMailFolder } from "../../../src/adapters/mail/mail-folder.ts";
import { letter, office } from "../../support/mail/letters.ts";

const parent = mkdtempSync(join(tmpdir(), "post-"));
const folder = join(parent, "ausgang/post");
let now = "2026-11-22T09:30:00.000Z";
const mailing = createMailFolder({ folder, sender: office, clock: { now: () => now } });

beforeAll(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => rmSync(parent, { recursive: true }));

describe("post without a mail server", () => {
  it("becomes a file that holds the whole mail, once", async () => {
    const filed = { outcome: "filed", answer: "Als Datei abgelegt: post/einladung-2-1-jansen.eml" };
    expect(await mailing.send(letter())).toEqual(filed);
    const first = readFileSync(join(folder, "einladung-2-1-jansen.eml"), "utf8");
    now = "2026-11-23T10:00:00.000Z";
    expect(await mailing.send(letter())).toEqual(filed);
    expect(readdirSync(folder)).toEqual(["einladung-2-1-jansen.eml"]);
    expect(readFileSync(join(folder, "einladung-2-1-jansen.eml"), "utf8")).toBe(first);
    expect(first).toContain("Date: Sun, 22 Nov 2026 09:30:00 +0000\r\n");
    expect(first).toContain("method=REQUEST");
  });

  it("keeps what is there, and puts other words beside it", async () => {
    const other = letter({ text: "Anderer Text" });
    for (const _ of [1, 2])
      expect(await mailing.send(other)).toMatchObject({
        answer: "Als Datei abgelegt: post/einladung-2-1-jansen-2.eml",
      });
    writeFileSync(join(folder, "einladung-2-1-jansen.eml"), "von Hand geändert");
    expect(await mailing.send(letter())).toMatchObject({
      answer: "Als Datei abgelegt: post/einladung-2-1-jansen-3.eml",
    });
    expect(readdirSync(folder).sort()).toEqual([
      "einladung-2-1-jansen-2.eml",
      "einladung-2-1-jansen-3.eml",
      "einladung-2-1-jansen.eml",
    ]);
  });

  it("says so where there is no address", async () => {
    const nowhere = letter({ to: { name: "Frau Jansen", address: "jansen" } });
    expect(await mailing.send(nowhere)).toEqual({
      outcome: "refused",
      answer: "Keine gültige Mailadresse; nicht versandt.",
    });
  });

  it("never leaves its folder", async () => {
    await expect(mailing.send(letter({ id: "../../x" }))).rejects.toThrow("letters, digits and hyphens");
    expect(readdirSync(parent)).toEqual(["ausgang"]);
  });
});
