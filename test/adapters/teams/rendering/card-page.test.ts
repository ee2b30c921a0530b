import { stat } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { answerCard } from "../../../../src/adapters/teams/rendering/answer-card.ts";
import { cardText } from "../../../../src/adapters/teams/rendering/card-text.ts";
import { messageCards } from "../../../../src/adapters/teams/rendering/message-cards.ts";
import type { CardLook } from "../../../../src/adapters/teams/rendering/teams-message.ts";
import { blockLines, type Reply, reply } from "../../../../src/flows/reply.ts";
import { perhapsTwice } from "../../../../src/texts/teams-rooms.ts";
import { type CardPage, openCardPage } from "../../../support/teams/card-page.ts";
import { describeWithChromium } from "../../../support/teams/describe-with-chromium.ts";
import { cardIn, squeezed, titlesOf } from "./card-parts.ts";
import * as example from "./example-replies.ts";

const { inRoom, inDirect } = example;
const notice = perhapsTwice();
const links = [{ name: "Protokoll_2023-01-27.pdf", url: "https://ag.example/d/abc" }];
const protocol = reply(example.room, ["Das Protokoll ist fertig."]);
const long = reply(example.room, [`${"Satz. ".repeat(40)}\n`.repeat(60)]);

const kinds: readonly (readonly [name: string, reply: Reply, look: CardLook])[] = [
  ["open-vote", example.openVote, example.openVoteLook],
  ["running-vote", example.runningVote, { ...example.openVoteLook, mentions: [] }],
  ["secret-paper", example.secretPaper, inDirect],
  ["election", example.election, inRoom],
  ["result", example.result, inRoom],
  ["election-result", example.electionResult, inRoom],
  ["agenda", example.agenda, inRoom],
  ["refusal", example.refusal, inRoom],
  ["status", example.status, inRoom],
  ["links", protocol, { ...inRoom, links }],
  ["notice", example.result, { ...inRoom, notice }],
  ["mention", example.refusal, { ...inRoom, mentions: example.openVoteLook.mentions }],
  ["hostile", example.hostile, inRoom],
];

/** HTML that a field and a list to choose from are made of. */
const INPUTS = ["label", "textarea", "select", "option"];

const cardOf = (one: Reply, look: CardLook): object => cardIn(messageCards(one, look)[0]);

describeWithChromium("a card in a browser", () => {
  let page: CardPage;
  beforeAll(async () => {
    page = await openCardPage();
  });
  afterAll(() => page?.close());

  it.each(kinds)("shows every line and button, and nothing is taken for HTML: %s", async (name, one, look) => {
    const card = cardIn(messageCards(one, look)[0]);
    for (const isNarrow of [true, false]) {
      const shown = await page.show(card, { isNarrow });
      const { size } = await stat(await page.picture(isNarrow ? `${name}-narrow` : name));
      expect(size).toBeGreaterThan(1_000);
      expect(shown.problems).toEqual([]);
      expect(shown.buttons).toEqual(titlesOf(card));
      expect(shown.tags.filter((tag) => !["div", "span", "p", "button"].includes(tag))).toEqual([]);
      expect(squeezed(shown.text)).toContain(squeezed(cardText(blockLines(one.blocks[0] ?? expect.fail()).join(""))));
    }
  });

  it("shows a table where charts are unknown", async () => {
    const { text } = await page.show(cardOf(example.result, inRoom));
    expect(text).toContain("Antrag 3\nStimmen\nJa\n12\nNein\n4\nEnthaltung\n1\n");
  });

  it("shows what members wrote as they wrote it", async () => {
    const { text } = await page.show(cardOf(example.hostile, inRoom));
    for (const hostile of example.hostileTexts.slice(0, 6)) expect(text.replaceAll("\u2060", "")).toContain(hostile);
  });

  it("would compute a date and read HTML if the text were not changed", async () => {
    const raw = "{{DATE(2020-01-01T00:00:00Z, SHORT)}}";
    const body = [{ type: "RichTextBlock", inlines: [{ type: "TextRun", text: raw }] }];
    const { text } = await page.show({ type: "AdaptiveCard", version: "1.5", body });
    expect(text).toContain("2020");
    expect(text).not.toContain("DATE");
  });

  it("shows replies to a click below each other, and where a long one goes on", async () => {
    const { problems, text } = await page.show(answerCard([example.refusal, example.secretPaper], inDirect).card);
    await page.picture("answer");
    expect(problems).toEqual([]);
    expect(text.indexOf("Abgelehnt")).toBeLessThan(text.indexOf("Ihr Stimmzettel"));
    const cut = await page.show(answerCard([long], inDirect).card);
    await page.picture("long-answer");
    expect(cut.text).toMatch(/Im Direktchat mit mir geht es weiter\.$/);
  });

  it("sends the click of the button that was pressed", async () => {
    await page.show(cardOf(example.openVote, example.openVoteLook));
    expect(await page.press("nein")).toEqual({
      type: "Action.Execute",
      title: "nein",
      verb: "antwort",
      data: { command: "nein", about: "ballot-3", nonce: "n-1" },
    });
    expect(await page.press("Meine Stimme")).toMatchObject({ data: { command: "stimmzettel", isPrivate: true } });
  });

  it("sends the same in a client that does not know Action.Execute", async () => {
    const { buttons } = await page.show(cardOf(example.openVote, example.openVoteLook), { isOld: true });
    expect(buttons).toEqual(["ja", "nein", "enthaltung", "Meine Stimme"]);
    expect(await page.press("nein")).toEqual({
      type: "Action.Submit",
      title: "nein",
      data: { command: "nein", about: "ballot-3", nonce: "n-1" },
    });
  });

  it.each([false, true])(
    "shows a field to fill in, and sends what was typed with its own button alone, narrow: %s",
    async (isNarrow) => {
      const shown = await page.show(cardOf(example.ideaPhase, inRoom), { isNarrow });
      await page.fill(
        "Ihre Idee, ohne Namen. Was Sie hier schreiben, sieht im Chat niemand.",
        "<b>Mehr</b> {{Plätze}}\nzweite",
      );
      await page.fill("Zu welcher Leitfrage? (freiwillig)", "Leitfrage 1: Was brauchen junge Menschen vor Ort?");
      await page.picture(isNarrow ? "idea-field-narrow" : "idea-field");
      expect(shown.problems).toEqual([]);
      expect(shown.buttons).toEqual(["Idee anonym geben", "workshop"]);
      expect(shown.tags.filter((tag) => !["div", "span", "p", "button"].includes(tag))).toEqual(INPUTS);
      const data = { command: "idee", field: "ideen-feld-1-1-anonym", isPrivate: true, nonce: "n-1" };
      const filled = { text: "<b>Mehr</b> {{Plätze}}\nzweite", wozu: "idee zu 1" };
      expect(await page.press("Idee anonym geben")).toMatchObject({ verb: "antwort", data: { ...data, ...filled } });
      expect(await page.press("workshop")).toMatchObject({ data: { command: "workshop", nonce: "n-1" } });
      expect(JSON.stringify(await page.press("workshop"))).not.toContain("Mehr");
    },
  );

  it("keeps what was not taken in the field, as it was typed", async () => {
    const { field = expect.fail() } = example.ideaPhase;
    const text = `${example.hostileTexts[3]} ${example.hostileTexts[4]}`;
    const refused = { ...example.refusal, field: { ...field, filled: { text, command: "idee zu 2" } } };
    await page.show(answerCard([refused], inDirect).card);
    await page.picture("idea-field-refused");
    expect(await page.press("Idee anonym geben")).toMatchObject({ data: { text, wozu: "idee zu 2" } });
    await page.show(answerCard([refused], inDirect).card, { isOld: true });
    expect(await page.press("Idee anonym geben")).toMatchObject({
      type: "Action.Submit",
      data: { text, wozu: "idee zu 2" },
    });
  });

  it("opens the address of a file", async () => {
    await page.show(cardOf(protocol, { ...inRoom, links }));
    expect(await page.press("Datei öffnen: Protokoll_2023-01-27.pdf")).toMatchObject({
      type: "Action.OpenUrl",
      url: "https://ag.example/d/abc",
    });
  });
});
