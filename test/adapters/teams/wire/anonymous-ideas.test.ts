import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { entries } from "../../../../src/core/kernel/table.ts";
import { filesBelow } from "../../../support/files-below.ts";
import type { Delivery } from "../../../support/teams/courier.ts";
import { fieldIn, openWorkshop } from "../../../support/teams/idea-fields.ts";
import { type Json, objectIn, objectsWithin, textIn } from "../../../support/teams/json.ts";
import { eventually, openTeamsScene, type TeamsScene } from "../../../support/teams/teams-scene.ts";
import type { Message } from "../../../support/teams/world.ts";

const names = ["anna", "bert", "carla", "dora", "emil"] as const;
const BUTTON = "Idee anonym geben";
const IN_BOX = "Ihre Idee liegt verschlossen im Kasten, ohne Namen.";

/** What somebody could write into a field, hoping that it becomes more than a text. */
const hostile = [
  "<script>alert(1)</script> <at>Frau Anna</at>",
  "{{#each ideas}}{{this}}{{/each}} {{DATE(2020-01-01T00:00:00Z, SHORT)}}",
  "[x](javascript:alert(1)) **fett**",
  '=cmd|"/c calc"!A1',
  "idee: abstimmung schließen",
  "workshop schließen",
  "zu 9: @Sitzungsdienst phase gruppieren",
];

describe("anonymous ideas by the card in the room", () => {
  let scene: TeamsScene;
  let card: Message;
  let given = 0;

  beforeAll(async () => {
    const cast = names.map((name) => ({ name, ...(name === "anna" ? ({ office: "chair" } as const) : {}) }));
    scene = await openTeamsScene({ cast, before: openWorkshop({ anonymous: true }) });
    await scene.says("anna", "phase ideen 20 min");
    card = await scene.hears("Jetzt: Ideen sammeln");
  });

  afterAll(() => scene.stop());

  const seen = (name: string, message = card) => scene.person(name).seesOf(message);
  const gives = (name: string, text: string) => scene.clicks(name, card, BUTTON, { filledIn: { text } });
  const sealed = () => scene.recorded("AnonymousIdeaGiven");
  const readIn = ({ body }: Delivery): string => JSON.stringify(body);

  /** Written in the room's card, and taken. */
  async function taken(name: string, text: string): Promise<Delivery> {
    const delivery = await gives(name, text);
    given += 1;
    expect(seen(name).text).toContain(IN_BOX);
    expect(sealed()).toBe(given);
    return delivery;
  }

  it("has a field in the room, which says that nobody sees what is written", () => {
    expect(seen("bert").text).toContain("Ihre Idee, ohne Namen. Was Sie hier schreiben, sieht im Chat niemand.: »«");
    expect(seen("bert").buttons).toEqual([BUTTON]);
  });

  it("tells the giver alone, with the field for the next one; the room reads the number", async () => {
    await taken("bert", "Mehr Kurzzeitpflege-Sued");
    expect(seen("bert").isPersonalView).toBe(true);
    expect(fieldIn(seen("bert").card)).toMatchObject({ text: "", button: BUTTON });
    await taken("bert", "Kuerzere Wege-Sued");
    await scene.hears("Im Kasten, verschlossen: 2 anonyme Ideen.");
    for (const other of ["anna", "carla"]) expect(seen(other).isPersonalView).toBe(false);
    expect(scene.said()).toHaveLength(2);
    expect(scene.said().join("\n")).not.toMatch(/Sued|liegt verschlossen/);
  });

  it("takes the same click once, however often and under whatever id it comes", async () => {
    const first = await taken("carla", "Eine gemeinsame Liste-Sued");
    const again = [
      await scene.fake.deliverAgain(first.activity),
      await scene.fake.deliverAgain(first.activity, { newId: true }),
      await scene.fake.deliverAgain(first.activity, { newId: true, newTimestamp: true }),
    ];
    for (const one of again) expect(readIn(one)).toContain("Darauf habe ich schon geantwortet.");
    expect(sealed()).toBe(given);
  });

  it("takes two clicks at the same moment once", async () => {
    const action = actionOf(seen("dora").card, "Zweimal gedrueckt-Sued");
    await Promise.all([scene.person("dora").clicks(card, action), scene.person("dora").clicks(card, action)]);
    given += 1;
    expect(sealed()).toBe(given);
  });

  it("takes another text from a card that was not renewed, and the same text of somebody else", async () => {
    const before = seen("emil").card;
    await taken("emil", "Von derselben Karte-Sued");
    const answer = await scene.person("emil").clicks(card, actionOf(before, "Von derselben Karte, noch eine-Sued"));
    given += 1;
    expect(readIn(answer)).toContain(IN_BOX);
    await taken("anna", "Von derselben Karte-Sued");
  });

  it.each([
    ["", "Das Feld ist leer, notiert ist nichts.", ""],
    [" \n\t ", "Das Feld ist leer, notiert ist nichts.", ""],
    ["x".repeat(1_001), "Der Text ist zu lang: 1\u00a0001 Zeichen, möglich sind 1\u00a0000.", "x".repeat(1_001)],
    ["ä".repeat(5_000), "möglich sind 1\u00a0000", "ä".repeat(5_000)],
    ["😀".repeat(5_000), "möglich sind 1\u00a0000", ""],
    ["x".repeat(60_000), "Der Text ist zu lang: 60\u00a0000 Zeichen", ""],
    ["Ja\u202enie", "Der Text enthält ein unsichtbares Zeichen (U+202E)", "Ja�nie"],
    ["halb \ud800", "Der Text enthält ein unsichtbares Zeichen (U+D800)", "halb �"],
  ])("refuses in words, to whoever wrote it alone, with the text still in the field: %#", async (text, words, kept) => {
    await gives("bert", text);
    expect(seen("bert").text).toContain(words);
    expect(fieldIn(seen("bert").card)).toMatchObject({ text: kept, button: BUTTON });
    expect(sealed()).toBe(given);
    // The number of the ideas before may still be on its way there.
    expect(scene.said()).toHaveLength(2);
    expect(scene.said().join("\n")).not.toContain(words);
    if (kept !== "") expect(scene.said().join("\n")).not.toContain(kept);
  });

  it("takes what looks like more than a text as a text", async () => {
    for (const text of hostile) await taken("carla", text);
    expect(scene.recorded("WorkshopClosed")).toBe(0);
  });

  it("answers no question that waits in the direct chat, and leaves none there", async () => {
    await scene.saysAlone("dora", "kommentar zu 1");
    await scene.hears("Was möchten Sie dazu sagen?", scene.person("dora").alone);
    await taken("dora", "Neben einer Rueckfrage-Sued");
    await gives("dora", "");
    await scene.saysAlone("dora", "abbrechen");
    await scene.hears("Abgebrochen.", scene.person("dora").alone);
    await scene.saysAlone("dora", "abbrechen");
    await scene.hears("Es ist nichts offen", scene.person("dora").alone);
  });

  it("takes it from an old client too, which is answered in the direct chat", async () => {
    await scene.clicks("emil", card, BUTTON, { asSubmit: true, filledIn: { text: "Altes Telefon-Sued" } });
    given += 1;
    await scene.hears(IN_BOX, scene.person("emil").alone);
    expect(sealed()).toBe(given);
    expect(scene.said().join("\n")).not.toContain("Sued");
  });

  it("runs no other command that somebody writes into the button, and takes nothing for another field", async () => {
    const real = actionOf(seen("anna").card, "Gefaelscht-Sued");
    const forged = [
      { command: "phase gruppieren" },
      { command: "idee zu 7" },
      { wozu: "workshop schließen" },
      { field: "ideen-feld-1-9-anonym" },
      { field: "ideen-feld-1-1" },
    ];
    for (const more of forged) {
      const answer = await scene.person("anna").clicks(card, { ...real, data: { ...objectIn(real, "data"), ...more } });
      expect(readIn(answer)).toContain("Dieses Feld gilt nicht mehr; notiert ist nichts.");
      expect(fieldIn(seen("anna").card)).toMatchObject({ text: "Gefaelscht-Sued" });
    }
    expect(sealed()).toBe(given);
    expect(scene.recorded("WorkshopPhaseBegun")).toBe(1);
  });

  it("by a word in the room is refused as before", async () => {
    await scene.says("bert", "idee: Im Raum gesagt-Sued");
    await scene.hears("hier im Raum läse jede Person mit, von wem sie ist");
    expect(sealed()).toBe(given);
  });

  it("leaves neither a text nor what would prove one in any file or log", () => {
    const stored = filesBelow(scene.bot().folder);
    expect(stored.includes("Sued")).toBe(false);
    expect(stored.includes("Gefaelscht")).toBe(false);
    const nonces = [...objectsWithin([...scene.fake.deliveries])].flatMap((one) => textIn(one, "nonce") ?? []);
    expect(nonces.length).toBeGreaterThan(20);
    expect(nonces.filter((nonce) => stored.includes(nonce))).toEqual([]);
    expect(scene.bot().notes).toEqual([]);
    // Who gave them stands at none of them, only that there is one more.
    const inBox = [...scene.bot().house.store.read("gremium")].filter(({ type }) => type === "AnonymousIdeaGiven");
    expect(inBox.map(({ by, data }) => `${by} ${data}`)).toEqual(inBox.map(() => 'system {"round":1,"workshop":1}'));
    // The search would find them: what is said with a name lies there in clear.
    expect(stored.includes("Klausurtagung")).toBe(true);
    expect(stored.includes("Jetzt: Ideen sammeln")).toBe(true);
  });

  it("stays sealed over a restart, and takes nothing twice after it", async () => {
    const last = await taken("bert", "Kurz vor dem Neustart-Sued");
    const before = seen("bert").card;
    // What was sent just before is forgotten by a restart, and it is never as quick as this.
    await scene.restart(() => pause(2_000));
    const again = await scene.fake.deliverAgain(last.activity, { newId: true, newTimestamp: true });
    expect(readIn(again)).toContain("Darauf habe ich schon geantwortet.");
    expect(sealed()).toBe(given);
    await scene.person("bert").clicks(card, actionOf(before, "Nach dem Neustart-Sued"));
    given += 1;
    expect(sealed()).toBe(given);
    expect(filesBelow(scene.bot().folder).includes("Sued")).toBe(false);
  });

  it("with the next phase the field is gone, and the ideas stand there without names and in no order", async () => {
    const stale = actionOf(seen("carla").card, "Zu spaet-Sued");
    await scene.says("anna", "phase gruppieren");
    await scene.hears(`Der Kasten ist geöffnet: ${given} anonyme Ideen`);
    await eventually(() => seen("bert").buttons).toEqual([]);
    expect(seen("bert").text).toMatch(/^Jetzt: Ideen sammeln[\s\S]*\nDas Feld ist geschlossen\.$/);
    const ideas = entries(scene.bot().house.runner.state().workshops.ideas);
    expect(ideas.map(({ person }) => person)).toEqual(ideas.map(() => undefined));
    const texts = ideas.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining([...hostile, "Mehr Kurzzeitpflege-Sued", "Nach dem Neustart-Sued"]));
    expect(texts.filter((text) => text === "Zweimal gedrueckt-Sued")).toHaveLength(1);
    expect(texts).not.toContain("Gefaelscht-Sued");

    const late = await scene.person("carla").clicks(card, stale);
    expect(readIn(late)).toContain("Dieses Feld gilt nicht mehr; notiert ist nichts.");
    expect(readIn(late)).toContain("• Zu spaet-Sued");
    expect(filesBelow(scene.bot().folder).includes("Zu spaet")).toBe(false);
    expect(filesBelow(scene.bot().folder).includes("Neustart-Sued")).toBe(true);
  });

  it("no limit was passed, nothing malformed was sent", () => {
    expect(scene.fake.violations).toEqual([]);
    expect(scene.bot().notes).toEqual([]);
  });
});

/** What the client sends when this is written into the field of the card. */
function actionOf(shown: Json | undefined, text: string): Json {
  const { action } = fieldIn(shown);
  return { ...action, data: { ...objectIn(action, "data"), text } };
}
