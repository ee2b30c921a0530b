import { afterAll, beforeAll, expect, it } from "vitest";
import { chatCommittee } from "../../../support/chat-committee.ts";
import { type CardPage, openCardPage } from "../../../support/teams/card-page.ts";
import { describeWithChromium } from "../../../support/teams/describe-with-chromium.ts";
import { type FakeTeams, startFakeTeams } from "../../../support/teams/fake-teams.ts";
import { openWorkshop } from "../../../support/teams/idea-fields.ts";
import { objectIn } from "../../../support/teams/json.ts";
import type { Person } from "../../../support/teams/person.ts";
import { messageText } from "../../../support/teams/sight.ts";
import { openTeamsHouse, removeTeamsFolder, type TeamsHouse } from "../../../support/teams/teams-house.ts";
import type { Chat, Message } from "../../../support/teams/world.ts";

const LABEL = "Ihre Idee, ohne Namen. Was Sie hier schreiben, sieht im Chat niemand.";

/** What the bot really sends is shown by Microsoft's renderer, clicked in a browser, and what that makes goes back to the bot. */
describeWithChromium("a ballot seen and clicked in a browser", () => {
  let fake: FakeTeams;
  let bot: TeamsHouse;
  let page: CardPage;
  let chair: Person;
  let member: Person;
  let chat: Chat;

  beforeAll(async () => {
    [fake, page] = await Promise.all([startFakeTeams(), openCardPage()]);
    [chair, member] = [fake.person("Chair"), fake.person("Member")];
    chat = fake.chat({ kind: "groupChat", members: [chair, member] });
    const members = [
      { name: "chair", office: "chair", accounts: [`teams:${chair.objectId}`] },
      { name: "member", accounts: [`teams:${member.objectId}`] },
      { name: "third" },
    ] as const;
    const committee = chatCommittee(members, [{ room: `teams:${chat.id}`, name: "Jugendamt" }]);
    bot = await openTeamsHouse({ fake, committee, liveEvery: 200 });
    for (const line of [
      "sitzung eröffnen",
      "anwesend",
      "anwesend Frau Member, Frau Third",
      "antrag: Wir treffen uns <b>im Mai</b>.",
    ])
      await chair.says(chat, line, { mention: true });
  });

  afterAll(async () => {
    await bot?.close();
    if (bot !== undefined) removeTeamsFolder(bot.folder);
    await Promise.all([page?.close(), fake?.close()]);
  });

  /** Shows the card as this person sees it, presses a button, and sends what the client makes of it. */
  async function clicked(person: Person, message: Message, title: string): Promise<string> {
    const shown = await page.show(person.seesOf(message).card ?? {});
    expect(shown.problems).toEqual([]);
    expect(shown.buttons).toContain(title);
    await page.picture(`${person.name}-${title}`);
    const { status } = await person.clicks(message, await page.press(title));
    expect(status).toBe(200);
    const answer = await page.show(person.seesOf(message).card ?? {});
    await page.picture(`${person.name}-${title}-answered`);
    return answer.text;
  }

  it("counts the vote, shows it to the voter alone, and ends without buttons", async () => {
    await chair.says(chat, "abstimmung 1", { mention: true });
    const card = await fake.waitForMessage(chat, "Abstimmung eröffnet: Antrag 1, offen.");
    expect(await clicked(member, card, "Nein")).toContain("Ihre Stimme für Träger Member: Nein.");
    expect(await clicked(member, card, "Ja")).toContain("Ihre Stimme für Träger Member: Ja.");
    await fake.waitFor(() => messageText(card).includes("Abgestimmt: 1 von 3"));
    expect(messageText(card)).not.toContain("Ihre Stimme");
    expect(await clicked(member, card, "Meine Stimme")).toContain("Ihre Stimme für Träger Member: Ja.");
    await chair.says(chat, "abstimmung schließen", { mention: true });
    await fake.waitFor(() => messageText(card).includes("Angenommen: 1 Ja, 0 Nein"));
    const over = await page.show(member.seesOf(card).card ?? {});
    await page.picture("over");
    expect(over.buttons).toEqual([]);
    expect(over.text).toContain("Wir treffen uns <b>im Mai</b>.");
  });

  it("takes an idea without a name, as it was written on the card of the room", async () => {
    await bot.house.runner.apply(openWorkshop({ anonymous: true }));
    await chair.says(chat, "phase ideen", { mention: true });
    const card = await fake.waitForMessage(chat, "Jetzt: Ideen sammeln");
    await page.show(member.seesOf(card).card ?? {});
    await page.fill(LABEL, "Mehr <b>Plätze</b>;\nkürzere Wege");
    await page.picture("Member-idea");
    const pressed = await page.press("Idee anonym geben");
    expect((await member.clicks(card, pressed)).status).toBe(200);
    const answer = await page.show(member.seesOf(card).card ?? {});
    await page.picture("Member-idea-answered");
    expect(answer.problems).toEqual([]);
    expect(answer.text).toContain("Ihre Idee liegt verschlossen im Kasten, ohne Namen.");
    // The field is there for the next one, and empty: a client sends nothing then.
    expect(objectIn(await page.press("Idee anonym geben"), "data")).not.toHaveProperty("text");
    await chair.says(chat, "ideen aufdecken", { mention: true });
    await fake.waitForMessage(chat, "1: Mehr <b>Plätze</b>; kürzere Wege");
    await chair.says(chat, "workshop schließen", { mention: true });
    await fake.waitFor(() => messageText(card).includes("Das Feld ist geschlossen."));
    const over = await page.show(member.seesOf(card).card ?? {});
    expect(over.tags).not.toContain("textarea");
    expect(over.buttons).toEqual([]);
  });

  it("takes a secret vote on the voter's own paper", async () => {
    await chair.says(chat, "antrag: Wir wählen geheim.", { mention: true });
    await chair.says(chat, "abstimmung 2 geheim", { mention: true });
    const card = await fake.waitForMessage(chat, "Abstimmung eröffnet: Antrag 2, geheim.");
    expect(await clicked(member, card, "Mein Stimmzettel")).toContain("Wir wählen geheim.");
    expect(await clicked(member, card, "Nein")).toContain("liegt verschlossen in der Urne");
    expect(fake.messagesIn(chat).map(messageText).join("\n")).not.toContain("Urne");
    expect(fake.violations).toEqual([]);
    expect(bot.notes).toEqual([]);
  });
});
