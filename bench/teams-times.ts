import { setTimeout as pause } from "node:timers/promises";
import type { Delivery } from "../test/support/teams/courier.ts";
import type { Message } from "../test/support/teams/world.ts";
import { type TeamsTown, VOTERS } from "./teams-town.ts";

const VOTING = 10_000;
const PER_SECOND = 50;
const ROUND = 250;

export type VotingTimes = {
  /** Of the clicks, in milliseconds. */
  readonly clicks: readonly number[];
  /** Of the views that clients ask for by themselves whenever the card in the room has changed. */
  readonly refreshes: readonly number[];
  /** What the card says when it is over. */
  readonly ended: string;
};

/** How many vote yes, no, and abstain. */
export const OUTCOME = { yes: 31, no: 19, abstain: 10 } as const;

const choiceOf = (index: number): string => {
  if (index < OUTCOME.yes) return "Ja";
  return index < OUTCOME.yes + OUTCOME.no ? "Nein" : "Enthaltung";
};

/** Everybody votes within ten seconds by a click, with all clients looking at the card; then the ballot is closed. */
export async function votingTimes(town: TeamsTown, ballot: number): Promise<VotingTimes> {
  const { people, token, fake } = town;
  const card = await town.openBallot(ballot);
  const watching = watchCard(town, card);
  const clicks = await atPace(VOTERS, VOTING / VOTERS, (index) =>
    present(people[index]).clicks(card, choiceOf(index), { token }),
  );
  const refreshes = await watching.stop();
  await town.lead("abstimmung schließen");
  await fake.waitFor(() => (people[0]?.seesOf(card).buttons.length === 0 ? true : undefined), 10_000);
  return { clicks: timesOf(clicks), refreshes: timesOf(refreshes), ended: present(people[0]).seesOf(card).text };
}

/** Teams asks for the own view of up to sixty people whenever a card has changed. */
function watchCard({ people, token }: TeamsTown, card: Message) {
  const asked: Promise<Delivery>[] = [];
  let version = card.versions.length;
  const timer = setInterval(() => {
    if (card.versions.length === version) return;
    version = card.versions.length;
    asked.push(...people.map((person) => person.refreshes(card, { token })));
  }, 20);
  return {
    stop() {
      clearInterval(timer);
      return Promise.all(asked);
    },
  };
}

/** Begins each after the same time, whether the ones before are answered or not. */
async function atPace(
  count: number,
  every: number,
  begin: (index: number) => Promise<Delivery>,
): Promise<readonly Delivery[]> {
  const start = performance.now();
  const all: Promise<Delivery>[] = [];
  for (let index = 0; index < count; index += 1) {
    await pause(Math.max(0, start + index * every - performance.now()));
    all.push(begin(index));
  }
  return Promise.all(all);
}

/** A round of what comes in a meeting, at fifty a second: clicks, own views, votes that are typed, and what is said in the room. */
export function meetingRound(town: TeamsTown, card: Message, round: number): Promise<readonly Delivery[]> {
  const { people, hall, token } = town;
  return atPace(ROUND, 1000 / PER_SECOND, (index) => {
    const number = round * ROUND + index;
    const person = present(people[number % VOTERS]);
    const choice = Math.floor(number / VOTERS) % 2 === 0 ? "Ja" : "Nein";
    switch (number % 4) {
      case 0:
        return person.clicks(card, choice, { token });
      case 1:
        // A client that shows the own view already does not ask for it.
        return person.seesOf(card).isPersonalView
          ? person.clicks(card, choice, { token })
          : person.refreshes(card, { token });
      case 2:
        return person.says(person.alone, choice, { token });
      default:
        return person.says(hall, "Das sehe ich auch so.", { token });
    }
  });
}

/** The same requests at the same pace, to another endpoint. */
export async function sameRound(town: TeamsTown, round: readonly Delivery[], endpoint: string) {
  const { fake, token } = town;
  const before = fake.bot.endpoint;
  fake.bot.endpoint = endpoint;
  try {
    return await atPace(round.length, 1000 / PER_SECOND, (index) =>
      fake.deliver(present(round[index]).activity, { token }),
    );
  } finally {
    fake.bot.endpoint = before;
  }
}

/** Only what was answered counts. */
export function timesOf(deliveries: readonly Delivery[]): readonly number[] {
  const failed = deliveries.find(({ status }) => status !== 200);
  if (failed !== undefined) throw new Error(`a request was not answered: ${failed.status} ${failed.error}`);
  return deliveries.map(({ milliseconds }) => milliseconds);
}

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("nobody of that number");
  return value;
}
