import { setTimeout as wait } from "node:timers/promises";
import type { Choice } from "../ballot-record-check.ts";
import { PATIENCE_WITH_STARTS } from "../patience.ts";
import { buttonTitled } from "./card-buttons.ts";
import type { Delivery } from "./courier.ts";
import { objectIn } from "./json.ts";
import { isTaken, type TeamsTown, type TeamsVoter } from "./kill-town.ts";
import { messageText } from "./sight.ts";
import type { Message } from "./world.ts";

/** How somebody voted, and what came back to the click. */
export type Voting = {
  readonly voter: TeamsVoter;
  readonly choice: Choice;
  readonly by: "click" | "word";
  readonly deliveries: readonly Delivery[];
  /** How often the ballot paper was asked for in vain; it may come in the direct chat then. */
  readonly papersMissed: number;
};

/** A vote as the record knows it. */
export type Given = { readonly voter: { readonly name: string }; readonly choice: Choice };

/** `elsewhere`: on another platform. */
export type HeldBallot = {
  readonly isSecret: boolean;
  readonly votes: readonly Voting[];
  readonly elsewhere: readonly Given[];
};

/** As a secret abstention is written: nobody else writes it so. */
export const SECRET_ABSTENTION = "eNTHALTUNG";

const choices: readonly Choice[] = ["Ja", "Nein", "Enthaltung"];

export async function openMeeting(town: TeamsTown): Promise<void> {
  await leadInTeams(town, "sitzung eröffnen");
  await attendInTeams(town);
}

/** Everybody says to be there. */
export async function attendInTeams(town: TeamsTown): Promise<void> {
  await Promise.all(
    town.voters.map(async ({ person }) =>
      town.bring(await person.says(town.chat, "anwesend", { mention: true, timeoutMs: PATIENCE_WITH_STARTS })),
    ),
  );
}

/** One ballot after the other until `isEnough`, every third secret. What is not taken is brought again. */
export async function holdBallots(
  town: TeamsTown,
  isEnough: () => boolean,
  least: number,
): Promise<readonly HeldBallot[]> {
  const ballots: HeldBallot[] = [];
  while (!isEnough() || ballots.length < least) {
    const number = ballots.length + 1;
    const isSecret = number % 3 === 0;
    await leadInTeams(town, `antrag: Die AG trifft sich zum ${number}. Mal.`);
    await leadInTeams(town, `abstimmung ${number}${isSecret ? " geheim" : ""}`);
    const votes = await Promise.all(
      town.voters.map((voter, index) => voteInTeams(town, voter, number, index, isSecret)),
    );
    ballots.push({ isSecret, votes, elsewhere: [] });
    await leadInTeams(town, "abstimmung schließen");
  }
  return ballots;
}

export async function leadInTeams(town: TeamsTown, words: string): Promise<void> {
  await town.bring(await town.chair.says(town.chat, words, { mention: true }));
}

/** By a click or by a word, as soon as the card is there. */
export async function voteInTeams(
  town: TeamsTown,
  voter: TeamsVoter,
  ballot: number,
  index: number,
  isSecret: boolean,
): Promise<Voting> {
  const choice = choices[(ballot + index) % choices.length] ?? "Ja";
  const by = (Math.floor((ballot - 1) / 3) + index) % 2 === 0 ? "click" : "word";
  const card = await ballotCard(town, ballot);
  const papersMissed = isSecret && by === "click" ? await showPaper(voter.person, card) : 0;
  const first =
    by === "click" ? await click(town, voter, card, choice, isSecret) : await word(town, voter, choice, isSecret);
  return { voter, choice, by, deliveries: await town.bring(first), papersMissed };
}

/** Newest card of the ballot: an older one may be of a life that did not note it. */
export function ballotCard(town: TeamsTown, ballot: number): Promise<Message> {
  const opening = new RegExp(`^(Möglicherweise[^\\n]*\\n)?Abstimmung eröffnet: Antrag ${ballot}[,. ]`, "m");
  return town.fake.waitFor(
    () =>
      town.fake
        .messagesIn(town.chat)
        .findLast((message) => message.from === "bot" && opening.test(messageText(message))),
    PATIENCE_WITH_STARTS,
  );
}

function word({ chat }: TeamsTown, { person }: TeamsVoter, choice: Choice, isSecret: boolean): Promise<Delivery> {
  const written = isSecret && choice === "Enthaltung" ? SECRET_ABSTENTION : choice.toLowerCase();
  return isSecret ? person.says(person.alone, written) : person.says(chat, written, { mention: true });
}

async function click(
  town: TeamsTown,
  { person }: TeamsVoter,
  card: Message,
  choice: Choice,
  isSecret: boolean,
): Promise<Delivery> {
  const shown = person.seesOf(card).card;
  if (shown === undefined) throw new Error("a ballot without its card");
  const button = buttonTitled(shown, choice);
  const data = objectIn(button, "data");
  const command = isSecret && choice === "Enthaltung" ? SECRET_ABSTENTION : data["command"];
  const delivery = await person.clicks(card, { ...button, data: { ...data, command } });
  if (isTaken(delivery)) town.clicked.act?.();
  return delivery;
}

/** Looks at one's own ballot paper, again and again until it is there; how often that was in vain. */
async function showPaper(person: TeamsVoter["person"], card: Message): Promise<number> {
  const end = performance.now() + PATIENCE_WITH_STARTS;
  let missed = 0;
  while (!person.seesOf(card).buttons.includes("Enthaltung")) {
    if (performance.now() > end) throw new Error("no ballot paper");
    if (isTaken(await person.clicks(card, "Mein Stimmzettel"))) continue;
    missed += 1;
    await wait(200);
  }
  return missed;
}
