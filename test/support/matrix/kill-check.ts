import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { differences, recordProblems } from "../ballot-record-check.ts";
import { readable, type Town, type Voter } from "./kill-town.ts";
import { pollsAt, type Voting } from "./kill-traffic.ts";
import { restClient } from "./rest-client.ts";

type Ballots = readonly (readonly Voting[])[];

/** What is wrong after all the kills, in words; and how much of the bot the voters have read. */
export async function problemsOf(
  town: Town,
  ballots: Ballots,
  notes: readonly string[],
): Promise<{ readonly problems: readonly string[]; readonly events: number }> {
  const { problems, events } = await matrixProblems(town, ballots);
  return {
    problems: [
      ...problems,
      ...(await recordProblems(
        town.folder,
        ballots.map((votes) => ({ isSecret: false, votes })),
      )),
      ...notes.filter((note) => /NOTE (event-|failed|ended|message-refused)/.test(note)),
    ],
    events,
  };
}

/** The same of all that is in rooms of Matrix, and of the inbox; `ballots`: as they were voted in there. */
export async function matrixProblems(
  town: Town,
  ballots: Ballots,
): Promise<{ readonly problems: readonly string[]; readonly events: number }> {
  const unread = (await Promise.all(town.voters.map((voter) => unreadAt(town, voter)))).flat();
  const problems = [
    ...unread,
    ...inboxProblems(town),
    ...(await chatProblems(town)),
    ...town.voters.flatMap((voter) => answerProblems(town, voter, ballots)),
    ...roomProblems(town, ballots.length),
  ];
  return { problems, events: town.voters.flatMap(({ peer }) => readable(town, peer.events)).length };
}

/** Nothing waits any more to be worked off, be it for a key. */
function inboxProblems({ folder }: Town): readonly string[] {
  const notes = new DatabaseSync(join(folder, "matrix", "matrix.sqlite"), { readOnly: true });
  try {
    return notes
      .prepare("SELECT event, session FROM inbox")
      .all()
      .map(({ event, session }) => `${String(event)} waits in the inbox${session === null ? "" : " for its key"}`);
  } finally {
    notes.close();
  }
}

/** One direct chat with each voter, and no other that nobody reads. */
async function chatProblems({ synapse, login, voters }: Town): Promise<readonly string[]> {
  const { joined_rooms: rooms } = await restClient(synapse.url, login).call("GET", "/joined_rooms");
  const chats = Array.isArray(rooms) ? rooms.length - 1 : 0;
  return chats === voters.length ? [] : [`${chats} direct chats with ${voters.length} voters`];
}

/** What the homeserver has of the bot in all rooms of this voter, and the voter could not read. Waits for what is on its way. */
async function unreadAt({ synapse, login }: Town, { name, peer, login: own }: Voter): Promise<readonly string[]> {
  const rest = restClient(synapse.url, own);
  const { joined_rooms: rooms } = await rest.call("GET", "/joined_rooms");
  const problems: string[] = [];
  for (const room of Array.isArray(rooms) ? rooms.map(String) : []) {
    const sent = (await rest.history(room)).filter(({ sender, type }) => sender === login.userId && isSaid(type));
    for (const { id, type } of sent) {
      if (type !== "m.room.encrypted") problems.push(`${type} in clear`);
      await peer
        .waitFor((event) => event.id === id && event.failed === undefined)
        .catch(() => problems.push(`${name} cannot read ${id} in ${room}`));
    }
  }
  return problems;
}

const isSaid = (type: string): boolean => /^m\.room\.(message|encrypted)$|poll/.test(type);

/** One answer to each vote and to the attendance, to the one who gave it, and nothing else in the direct chat; nor anything of it where others read. */
function answerProblems(town: Town, { name, peer }: Voter, ballots: Ballots): readonly string[] {
  const given = ballots.flatMap((votes) => votes.filter(({ voter }) => voter.name === name));
  const answers = readable(town, peer.events).flatMap(({ room, type, content }) => {
    if (type !== "m.room.message") return [];
    const body = String(content["body"]);
    const choice = /^Ihre Stimme für Träger (\w+): (\w+)\./.exec(body);
    if (room === town.room) return choice === null ? [] : [`in the room: ${body}`];
    return [choice === null ? body : `${choice[1]}: ${choice[2]}`];
  });
  const attendance = `Sie sind als anwesend eingetragen und stimmen für Träger ${capital(name)}.`;
  const wanted = [attendance, ...given.map(({ choice }) => `${capital(name)}: ${choice}`)];
  return differences(`answers to ${name}`, wanted, answers);
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The meeting is opened once; each motion is told once, its ballot asked once and ended once, with one result, for everybody. */
function roomProblems(town: Town, ballots: number): readonly string[] {
  return town.voters.flatMap(({ name, peer }) => {
    const inRoom = readable(town, peer.events).filter(({ room }) => room === town.room);
    const said = (text: RegExp): number =>
      inRoom.filter(({ content }) => !("m.new_content" in content) && text.test(String(content["body"]))).length;
    const openings = [said(/^Die 1\. Sitzung ist eröffnet/), said(/^Die AG ist beschlussfähig/)];
    const motions = said(/^Antrag \d+ von /);
    const polls = pollsAt(town, peer.events).length;
    const ends = inRoom.filter(({ type }) => type === "org.matrix.msc3381.poll.end").length;
    const results = said(/^(Angenommen|Abgelehnt)/m);
    return [
      ...(openings.every((one) => one === 1) ? [] : [`${name} saw the opening and the quorum ${openings} times`]),
      ...([motions, polls, ends, results].every((one) => one === ballots)
        ? []
        : [
            `${name} saw ${motions} motions, ${polls} polls, ${ends} ends and ${results} results of ${ballots} ballots`,
          ]),
    ];
  });
}
