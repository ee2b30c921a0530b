import { join } from "node:path";
import type { CommitteeEvent } from "../../../src/core/committee/events.ts";
import { type MicrosoftPlace, newBothFolder, placeOf, removeBothFolder } from "../both-platforms-house.ts";
import { chatCommittee } from "../chat-committee.ts";
import { freePort } from "../matrix/free-port.ts";
import { PATIENCE_WITH_STARTS } from "../patience.ts";
import type { Delivery } from "./courier.ts";
import { type FakeTeams, startFakeTeams } from "./fake-teams.ts";
import type { Person } from "./person.ts";
import type { Chat } from "./world.ts";

const fivePeople: readonly string[] = ["anna", "bert", "carla", "dora", "emil"];

export type TeamsVoter = { readonly name: string; readonly person: Person };

/** Everything that is not killed: Microsoft's side, and people in one chat. */
export type TeamsTown = {
  readonly fake: FakeTeams;
  readonly microsoft: MicrosoftPlace;
  readonly voters: readonly TeamsVoter[];
  readonly chair: Person;
  readonly chat: Chat;
  readonly committee: readonly CommitteeEvent[];
  /** Where the bot listens in each of its lives. */
  readonly port: number;
  /** Of the bot. */
  readonly folder: string;
  /** What a click's answer sets off. */
  readonly clicked: { act: (() => void) | undefined };
  /** Brings it again, as Teams does, until it is taken. All deliveries, in order. */
  bring(first: Delivery): Promise<readonly Delivery[]>;
  stop(): Promise<void>;
};

/** Without an answer Teams waits longer; nothing depends on it. */
const BETWEEN = 200;

/** The first one leads. */
export async function openTeamsTown(chance: () => number, names = fivePeople): Promise<TeamsTown> {
  // After each start the bot has forgotten how much it sent before.
  const many = [{ count: 10_000, ms: 1_000 }];
  const fake = await startFakeTeams({ limits: { message: many, roster: many, tenant: many } });
  const voters = names.map((name): TeamsVoter => ({ name, person: fake.person(capital(name)) }));
  const [anna] = voters;
  if (anna === undefined) throw new Error("nobody leads");
  const chat = fake.chat({ kind: "groupChat", members: voters.map(({ person }) => person) });
  const root = newBothFolder();
  const port = await freePort();
  fake.bot.endpoint = `http://127.0.0.1:${port}/api/messages`;
  const committee = chatCommittee(
    voters.map(({ name, person }) => ({
      name,
      accounts: [`teams:${person.objectId}`],
      ...(name === anna.name ? { office: "chair" as const } : {}),
    })),
    [{ room: `teams:${chat.id}`, name: "Träger" }],
  );
  return {
    fake,
    microsoft: placeOf(fake),
    voters,
    chair: anna.person,
    chat,
    committee,
    port,
    folder: join(root, "bot"),
    clicked: { act: undefined },
    bring: (first) => bring(fake, first, chance),
    async stop() {
      await fake.close();
      removeBothFolder(root);
    },
  };
}

/** Under the same id or a new one; sometimes also what was taken, since answers get lost on their way. */
async function bring(fake: FakeTeams, first: Delivery, chance: () => number): Promise<readonly Delivery[]> {
  const deliveries = [first];
  const again = async () => deliveries.push(await fake.deliverAgain(first.activity, { newId: chance() < 0.5 }));
  const end = performance.now() + PATIENCE_WITH_STARTS;
  while (!isTaken(deliveries.at(-1))) {
    if (performance.now() > end) throw new Error(`never taken: ${JSON.stringify(deliveries.at(-1))}`);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN));
    await again();
  }
  if (chance() < 0.3) await again();
  return deliveries;
}

export const isTaken = (delivery: Delivery | undefined): boolean =>
  delivery?.status !== undefined && delivery.status >= 200 && delivery.status < 300;

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
