import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { personKey } from "../../../support/keys.ts";
import { openTeamsScene, type TeamsScene } from "../../../support/teams/teams-scene.ts";

const FEW = 130;

describe("what we say of our own accord", () => {
  let scene: TeamsScene;
  const cast = Array.from({ length: FEW }, (_, index) => ({
    name: `p${index + 1}`,
    ...(index === 0 ? ({ office: "chair" } as const) : {}),
  }));

  beforeAll(async () => {
    scene = await openTeamsScene({ cast });
    await scene.person("p1").addsBot(scene.room);
    await scene.hears("Guten Tag");
    // Of what was sent before, the new program knows nothing.
    await scene.restart(() => pause(2_000));
  });

  afterAll(() => scene.stop());

  it("reaches the room and people who never wrote, after a restart, without anybody having spoken since", async () => {
    await scene.tell("one", scene.toRoom, "An alle.");
    await scene.tell("two", scene.toPerson("p77"), "An eine.");
    await scene.hears("An alle.");
    await scene.hears("An eine.", scene.person("p77").alone);
  });

  it("finds the last of 130 people, whose list comes in pages", async () => {
    const last = `p${FEW}`;
    await scene.tell("three", scene.toPerson(last), "An die letzte.");
    await scene.hears("An die letzte.", scene.person(last).alone);
    await scene.tell("four", scene.toRoom, "Bitte.", { callsOn: [personKey(last)] });
    const called = await scene.hears("Bitte.");
    const card = JSON.stringify(scene.person("p1").seesOf(called).card);
    expect(card).toContain(scene.person(last).objectId);
    expect(card).toContain("<at>Frau P130");
  });

  it("asks for the list once, not for every message", async () => {
    const asked = () => scene.fake.calls.filter(({ path }) => /pagedmembers/i.test(path)).length;
    const before = asked();
    for (const name of ["p5", "p6", "p7"]) {
      await scene.tell(`to ${name}`, scene.toPerson(name), "Noch eine.");
      await scene.hears("Noch eine.", scene.person(name).alone);
    }
    expect(before).toBeGreaterThan(0);
    expect(asked()).toBe(before);
  });

  it("a long announcement is split, in order, and nothing of it is lost", async () => {
    const lines = Array.from({ length: 900 }, (_, index) => `Zeile ${index + 1}: ${"wichtig ".repeat(6)}`);
    await scene.tell("long", scene.toRoom, lines.join("\n"));
    await scene.hears("Zeile 900:");
    const parts = scene.said().filter((text) => text.includes("Zeile "));
    expect(parts.length).toBeGreaterThan(3);
    const numbers = [...parts.join("\n").matchAll(/Zeile (\d+):/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(lines.map((_, index) => index + 1));
    expect(scene.fake.violations).toEqual([]);
  });
});

describe("a ballot whose announcement does not fit into one message", () => {
  let scene: TeamsScene;

  beforeAll(async () => {
    scene = await openTeamsScene({ cast: [{ name: "anna", office: "chair" }, { name: "bert" }, { name: "carla" }] });
  });

  afterAll(() => scene.stop());

  it("can be voted on, on a card of its own, and says there how it ended", async () => {
    const { fake, room, person } = scene;
    // As long as a motion may be, of signs that take three bytes each.
    await scene.opensBallot("anna", "", "€€€€ ".repeat(790));
    await fake.waitFor(() => scene.said().filter((text) => text.startsWith("(2/2)")).length === 2);
    const card = await fake.waitFor(() =>
      fake.messagesIn(room).find((one) => person("bert").seesOf(one).buttons.includes("Enthaltung")),
    );
    await scene.clicks("bert", card, "Ja");
    expect(person("bert").seesOf(card).text).toContain("Ihre Stimme für Träger Bert: Ja");
    await fake.waitFor(() => person("anna").seesOf(card).text.includes("Abgestimmt: 1 von 3"));
    await scene.says("anna", "abstimmung schließen");
    await fake.waitFor(() => person("anna").seesOf(card).text.includes("Angenommen: 1 Ja"));
    expect(person("anna").seesOf(card).buttons).toEqual([]);
    expect(fake.violations).toEqual([]);
  });
});
