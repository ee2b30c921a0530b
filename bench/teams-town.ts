import { join } from "node:path";
import { systemClock } from "../src/adapters/clock/system-clock.ts";
import { openHouse } from "../src/cli/compose.ts";
import { programFolder } from "../src/cli/folders.ts";
import { createPlatforms } from "../src/cli/platforms.ts";
import type { CommitteeEvent } from "../src/core/committee/events.ts";
import { chatCommittee } from "../test/support/chat-committee.ts";
import { type FakeTeams, startFakeTeams } from "../test/support/teams/fake-teams.ts";
import type { Person } from "../test/support/teams/person.ts";
import { teamsSettings } from "../test/support/teams/teams-house.ts";
import type { Chat, Message } from "../test/support/teams/world.ts";
import { type BotProcess, startBot } from "./bot-process.ts";
import type { BotSide } from "./teams-bot-child.ts";

export const VOTERS = 60;

/** Microsoft's side in this process, the program in another one: a group chat of sixty, all present, with a ballot that runs. */
export type TeamsTown = {
  readonly fake: FakeTeams;
  readonly people: readonly Person[];
  readonly hall: Chat;
  /** Signed once, as Microsoft's are good for an hour. */
  readonly token: string;
  readonly bot: BotProcess;
  /** The one who leads the meeting says something in the group chat. */
  lead(words: string): Promise<void>;
  /** A motion and a ballot on it, by number; says the card. */
  openBallot(number: number): Promise<Message>;
  stop(): Promise<void>;
};

export async function openTeamsTown(folder: string): Promise<TeamsTown> {
  const outboundToken = "bench";
  const fake = await startFakeTeams({ outboundToken });
  const people = Array.from({ length: VOTERS }, (_, index) => fake.person(`Person ${index + 1}`));
  const hall = fake.chat({ kind: "groupChat", members: [...people], rsc: true });
  await found(folder, people, hall);
  const side: BotSide = {
    settings: teamsSettings(fake),
    metadataUrl: fake.metadataUrl,
    host: fake.host,
    outboundToken,
  };
  const script = join(import.meta.dirname, "teams-bot-child.ts");
  const bot = await startBot([SMALL_SPACE, script, folder, JSON.stringify(side)], /PORT \d+/, {
    NODE_COMPILE_CACHE: join(programFolder, "node_modules", ".cache", "sitzungsdienst"),
  });
  fake.bot.endpoint = endpointOf(bot);
  const token = fake.tokens.valid();
  const lead = async (words: string): Promise<void> => {
    const { status } = (await people[0]?.says(hall, words, { mention: true, token })) ?? {};
    if (status !== 200) throw new Error(`${words}: ${status}`);
  };
  await lead("sitzung eröffnen");
  await lead(`anwesend ${people.map((_, index) => `Frau ${surname(index)}`).join(", ")}`);
  return {
    fake,
    people,
    hall,
    token,
    bot,
    lead,
    async openBallot(number) {
      await lead("antrag: Es werden fünf Plätze geschaffen.");
      await lead(`abstimmung ${number}`);
      return fake.waitForMessage(hall, new RegExp(`Abstimmung eröffnet: Antrag ${number},`));
    },
    async stop() {
      await bot.stop();
      await fake.close();
    },
  };
}

export const endpointOf = ({ line }: BotProcess): string =>
  `http://127.0.0.1:${line.slice("PORT ".length)}/api/messages`;

/** With the compiled code above, as the program itself is run. */
const SMALL_SPACE = "--semi-space-growth-factor=1";

/** Two letters, of which nobody has the same. */
const surname = (index: number): string => `P${letter(Math.floor(index / 26))}${letter(index % 26)}`;
const letter = (index: number): string => String.fromCharCode("a".charCodeAt(0) + index);

async function found(folder: string, people: readonly Person[], hall: Chat): Promise<void> {
  const members = people.map(({ objectId }, index) => ({
    name: surname(index),
    accounts: [`teams:${objectId}`],
    ...(index === 0 ? { office: "chair" as const } : {}),
  }));
  await foundIn(folder, chatCommittee(members, [{ room: `teams:${hall.id}`, name: "Saal" }]));
}

async function foundIn(folder: string, events: readonly CommitteeEvent[]): Promise<void> {
  const house = openHouse({
    folders: {
      database: join(folder, "record.sqlite"),
      keys: join(folder, "keys"),
      outgoing: join(folder, "outgoing"),
      photos: join(folder, "photos"),
      templates: "templates",
    },
    clock: systemClock,
    stage: createPlatforms({}),
    formats: [],
  });
  await house.runner.apply(events);
  await house.close();
}
