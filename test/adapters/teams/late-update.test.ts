import { afterEach, expect, test } from "vitest";
import { chatCommittee } from "../../support/chat-committee.ts";
import { type FakeTeams, startFakeTeams } from "../../support/teams/fake-teams.ts";
import { messageText } from "../../support/teams/sight.ts";
import { newTeamsFolder, openTeamsHouse, removeTeamsFolder, type TeamsHouse } from "../../support/teams/teams-house.ts";

const folder = newTeamsFolder();
let fake: FakeTeams | undefined;
let bot: TeamsHouse | undefined;

afterEach(async () => {
  await bot?.close();
  await fake?.close();
  removeTeamsFolder(folder);
});

test("how a ballot ended stays on its card, though an earlier update of the card was held up", async () => {
  fake = await startFakeTeams();
  const [anna, bert] = [fake.person("Anna"), fake.person("Bert")];
  const chat = fake.chat({ kind: "groupChat", members: [anna, bert] });
  const committee = chatCommittee(
    [
      { name: "anna", accounts: [`teams:${anna.objectId}`], office: "chair" },
      { name: "bert", accounts: [`teams:${bert.objectId}`] },
      { name: "carla" },
    ],
    [{ room: `teams:${chat.id}`, name: "Jugendamt" }],
  );
  const says = (words: string) => anna.says(chat, words, { mention: true });
  const updates = () => fake?.calls.filter(({ method, status }) => method === "PUT" && status === 200).length ?? 0;
  bot = await openTeamsHouse({ fake, folder, committee });
  for (const words of [
    "sitzung eröffnen",
    "anwesend Frau Anna, Frau Bert, Frau Carla",
    "antrag: Wir treffen uns.",
    "abstimmung 1",
  ])
    await says(words);
  const card = await fake.waitForMessage(chat, "Abstimmung eröffnet");
  await bot.house.settled();
  await bot.close();

  // After a start it has to ask who is in the chat before it can show the card anew.
  bot = await openTeamsHouse({ fake, folder, committee });
  const before = updates();
  const roster = fake.faults.add({ path: /members/i, fault: { kind: "slow", ms: 1_500 } });
  await bert.clicks(card, "Ja");
  await fake.waitFor(() => roster.hits() > 0);
  await says("abstimmung schließen");
  // The running state, and the end.
  await fake.waitFor(() => updates() === before + 2);
  await bot.house.settled();
  expect(messageText(card)).toContain("Antrag 1 ist einstimmig beschlossen.");
  expect(messageText(card)).not.toContain("[Ja]");
});
