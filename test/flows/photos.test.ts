import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createPhotoFolder } from "../../src/adapters/photos/photo-folder.ts";
import type { House } from "../../src/cli/compose.ts";
import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import type { PersonId } from "../../src/core/kernel/ids.ts";
import { entries } from "../../src/core/kernel/table.ts";
import type { Incoming } from "../../src/flows/incoming.ts";
import { LARGEST_PHOTO } from "../../src/flows/photos.ts";
import { plainText, type Reply } from "../../src/flows/reply.ts";
import { houseOn } from "../support/due-job-house.ts";
import { ideaWorkshopEvents } from "../support/idea-workshop.ts";
import { accountKey, instant, roomKey } from "../support/keys.ts";
import { phoneJpeg, png } from "../support/photos.ts";
import { smallCommittee, voter } from "../support/small-committee.ts";

const now = instant("2023-01-27T10:00:00.000Z");
const saal = roomKey("console:saal");
const foundation: readonly CommitteeEvent[] = [
  ...smallCommittee(),
  ...[1, 2].map(
    (n): CommitteeEvent => ({ type: "AccountLinked", person: voter(n), account: accountKey(`console:${voter(n)}`) }),
  ),
  { type: "RoomBound", record: { room: saal, name: "Saal" } },
];

describe("a photo of a card", () => {
  let folder: string;
  let house: House;
  let fetched: number;
  let number: number;
  const delivered: { readonly room: string; readonly reply: Reply }[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sitzungsdienst-fotos-"));
    fetched = 0;
    number = 0;
    delivered.length = 0;
    house = houseOn(folder, { now: () => now }, ({ room, body }) => {
      delivered.push({ room, reply: JSON.parse(body) as Reply }); // as the runner put it there
    });
    house.startDelivering();
  });
  afterEach(async () => {
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (wanted: Parameters<typeof ideaWorkshopEvents>[0] = {}) =>
    house.runner.apply([...foundation, ...ideaWorkshopEvents(wanted)]);

  type More = Partial<Incoming> & { readonly person?: PersonId };

  /** What is said by direct chat, with a photo if there are bytes, and everything that is answered. */
  async function say(text: string, bytes?: Uint8Array, { person = voter(1), ...more }: More = {}): Promise<string> {
    number += 1;
    const from = delivered.length;
    const photo = async () => {
      fetched += 1;
      return bytes;
    };
    const handled = await house.runner.handle({
      key: `m${number}`,
      account: accountKey(`console:${person}`),
      text,
      at: now,
      addressed: true,
      ...(bytes === undefined ? {} : { photo }),
      ...more,
    });
    await house.settled();
    const unstored = handled.kind === "handled" ? handled.immediate : [];
    return [...delivered.slice(from).map(({ reply }) => reply), ...unstored].map(plainText).join("\n");
  }

  const ideas = () => entries(house.runner.state().workshops.ideas);
  const kept = (): readonly string[] => (existsSync(join(folder, "photos")) ? readdirSync(join(folder, "photos")) : []);

  it("is kept with its idea, told of, and shown to whoever asks", async () => {
    await open();
    expect(await say("idee: Mehr Plätze", phoneJpeg())).toContain("Das Foto ist dabei.");
    const [photo] = kept();
    expect(ideas()).toMatchObject([{ text: "Mehr Plätze", photo }]);
    expect(await say("idee 1", undefined, { person: voter(2) })).toContain("Dazu gibt es ein Foto: „foto 1“.");
    await say("foto 1", undefined, { person: voter(2) });
    const shown = delivered.at(-1);
    expect(shown?.room).toBe(`direct:console:${voter(2)}`);
    expect(shown?.reply.files).toMatchObject([
      { name: "idee-1-foto.jpg", mediaType: "image/jpeg", picture: { width: 1, height: 1, caption: "Foto zu Idee 1" } },
    ]);
    expect(readdirSync(join(folder, "outgoing"))).toEqual(["idee-1-foto.jpg"]);
  });

  it("is asked for once, however often its message comes", async () => {
    await open();
    await say("idee: Eins", png(), { key: "same" });
    await say("idee: Eins", png(), { key: "same" });
    expect(fetched).toBe(1);
    expect(ideas()).toHaveLength(1);
  });

  it("is not even fetched where it belongs to no idea, and said to be a file like any other", async () => {
    await open();
    expect(await say("unser Flipchart von gestern", png())).toContain("Dateien lese ich nicht");
    expect(await say("idee", png())).toContain("Dateien lese ich nicht");
    expect(await say("ideen", png())).toContain("Klausurtagung: 0 Ideen.");
    expect(fetched).toBe(0);
    expect(kept()).toEqual([]);
    expect(await say("Mehr Plätze")).not.toContain("ist notiert");
  });

  it("is refused, and not fetched, where ideas are anonymous: handwriting tells whose it is", async () => {
    await open({ anonymous: true });
    const answer = await say("idee: Mehr Plätze", phoneJpeg());
    expect(answer).toContain("an der Handschrift auf einem Foto läse man, von wem die Idee ist");
    expect(fetched).toBe(0);
    expect(kept()).toEqual([]);
    expect(entries(house.runner.state().workshops.workshops)).toMatchObject([{ sealed: 0 }]);
  });

  it.each([
    ["is no picture", Buffer.from("%PDF-1.7"), "Das ist kein Bild, das ich lesen kann"],
    ["is too large", Buffer.concat([png(), Buffer.alloc(LARGEST_PHOTO)]), "höchstens 10 MB sind möglich"],
  ])("that %s leaves nothing noted", async (_, bytes, why) => {
    await open();
    expect(await say("idee: Mehr Plätze", bytes)).toContain(why);
    expect(ideas()).toEqual([]);
    expect(kept()).toEqual([]);
  });

  it("does not stay where its idea was refused meanwhile", async () => {
    await open();
    const closing = async () => {
      await house.runner.apply([{ type: "WorkshopClosed", workshop: 1 }]);
      return png();
    };
    expect(await say("idee: Zu spät", undefined, { photo: closing })).toContain("Abgelehnt");
    expect(kept()).toEqual([]);
  });

  it("stays with the idea that shows the same, whatever becomes of another one", async () => {
    await open();
    await say("idee: Mehr Plätze", png());
    const same = async () => {
      await house.runner.apply([{ type: "WorkshopClosed", workshop: 1 }]);
      return png();
    };
    expect(await say("idee: Kürzere Wege", undefined, { photo: same })).toContain("Abgelehnt");
    expect(kept()).toEqual([ideas()[0]?.photo]);
  });

  it("stays with one of two that come at once, where the other is refused", async () => {
    await open();
    await Promise.all([say("idee: Mehr Plätze", png()), say("idee: Mehr Plätze", png())]);
    expect(ideas()).toHaveLength(1);
    expect(kept()).toEqual([ideas()[0]?.photo]);
  });

  it("left by a crash before its idea was noted is gone after the next start; one that was noted is there", async () => {
    await open();
    await say("idee: Mehr Plätze", png());
    const photos = createPhotoFolder(join(folder, "photos"));
    await photos.keep(phoneJpeg());
    writeFileSync(join(folder, "photos", `${ideas()[0]?.photo}.offen`), "");
    await house.close();
    house = houseOn(folder, { now: () => now });
    expect(kept()).toEqual([ideas()[0]?.photo]);
  });

  it("that cannot be had leaves nothing noted, and the idea may come once more", async () => {
    await open();
    const photo = async () => undefined;
    expect(await say("idee: Mehr Plätze", undefined, { photo })).toContain("Das Foto konnte ich nicht holen");
    expect(ideas()).toEqual([]);
    expect(await say("idee: Mehr Plätze", png())).toContain("ist notiert");
  });

  it("is hidden as long as its idea is, but for its giver alone", async () => {
    await open({ hidden: true, moderators: [voter(1)] });
    await say("idee: Mehr Plätze", png());
    const asked = (more: More) => say("foto 1", undefined, more);
    expect(await asked({ person: voter(2) })).toBe("Sie sind verdeckt, bis die Moderation aufdeckt.");
    expect(await asked({ room: saal })).toContain("verdeckt");
    expect(await asked({})).toContain("Foto zu Idee 1");
    await say("ideen aufdecken");
    expect(await asked({ person: voter(2) })).toContain("Foto zu Idee 1");
  });

  it("that is not there is said not to be there", async () => {
    await open();
    await say("idee: Ohne");
    expect(await say("foto 1")).toBe("Zu Idee 1 gibt es kein Foto.");
    expect(await say("foto 7")).toContain("7");
    await say("idee: Mit", png());
    rmSync(join(folder, "photos"), { recursive: true });
    expect(await say("foto 2")).toContain("Das Foto zu Idee 2 ist nicht zu lesen.");
  });
});
