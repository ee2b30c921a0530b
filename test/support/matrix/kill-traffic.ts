import type { Choice } from "../ballot-record-check.ts";
import { PATIENCE_WITH_STARTS } from "../patience.ts";
import { readable, type Town, type Voter } from "./kill-town.ts";
import type { PeerEvent } from "./peer-commands.ts";

/** What a voter said in a ballot: by the poll's answer, or typed into the room. */
export type Voting = {
  readonly voter: Voter;
  readonly choice: Choice;
};

/** The ballots that were held, each as everybody voted in it. */
export type Traffic = { readonly ballots: readonly (readonly Voting[])[] };

const choices: readonly Choice[] = ["Ja", "Nein", "Enthaltung"];

/** The bot is in, the chair opens, and everybody says to be there. */
export async function openMeeting(town: Town): Promise<void> {
  await botHasJoined(town);
  await town.chair.call("sendText", { room: town.room, text: "!ag sitzung eröffnen" });
  await attendInMatrix(town);
}

export async function botHasJoined({ chair, login }: Town): Promise<void> {
  await chair.waitFor(
    ({ type, stateKey, content }) =>
      type === "m.room.member" && stateKey === login.userId && content["membership"] === "join",
    PATIENCE_WITH_STARTS,
  );
}

export async function attendInMatrix({ voters, room }: Town): Promise<void> {
  await Promise.all(voters.map(({ peer }) => peer.call("sendText", { room, text: "!ag anwesend" })));
}

/** One ballot after the other until `isEnough`; nobody waits for an answer, so that the bot is always behind. */
export async function holdBallots(town: Town, isEnough: () => boolean): Promise<Traffic> {
  const { chair, room } = town;
  const ballots: (readonly Voting[])[] = [];
  while (!isEnough()) {
    const number = ballots.length + 1;
    await chair.call("sendText", { room, text: `!ag antrag: Die AG trifft sich zum ${number}. Mal.` });
    await chair.call("sendText", { room, text: `!ag abstimmung ${number}` });
    ballots.push(await Promise.all(town.voters.map((voter, index) => voteInMatrix(town, voter, number, index))));
    await chair.call("sendText", { room, text: "!ag abstimmung schließen" });
  }
  return { ballots };
}

/** By the poll or by a word, as soon as the poll is there. */
export async function voteInMatrix(town: Town, voter: Voter, ballot: number, index: number): Promise<Voting> {
  const { room } = town;
  const { peer } = voter;
  const poll = await nthPoll(town, voter, ballot);
  const answer = (ballot + index) % choices.length;
  const choice = choices[answer] ?? "Ja";
  if ((ballot + index) % 2 === 0) await peer.call("vote", { room, poll: poll.id, answers: [`a${answer + 1}`] });
  else await peer.call("sendText", { room, text: `!ag ${choice.toLowerCase()}` });
  return { voter, choice };
}

async function nthPoll(town: Town, { peer }: Voter, count: number): Promise<PeerEvent> {
  const polls = () => pollsAt(town, peer.events);
  await peer.waitFor(() => polls().length >= count, PATIENCE_WITH_STARTS);
  const poll = polls()[count - 1];
  if (poll === undefined) throw new Error(`poll ${count} is not there`);
  return poll;
}

export const pollsAt = (town: Town, events: readonly PeerEvent[]): readonly PeerEvent[] =>
  readable(town, events).filter(({ room, type }) => room === town.room && type === "org.matrix.msc3381.poll.start");
