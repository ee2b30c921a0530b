import type { Choice } from "../ballot-record-check.ts";
import { cardText } from "./card-text.ts";
import { isJson, objectIn } from "./json.ts";
import { capital, isTaken, type TeamsTown, type TeamsVoter } from "./kill-town.ts";
import type { Given, HeldBallot, Voting } from "./kill-traffic.ts";
import { messageText } from "./sight.ts";
import type { Chat, Message } from "./world.ts";

/** So often something may stand in a chat; `most`: without a word that it may be there twice. */
type Wanted = { readonly what: string; readonly least: number; readonly most: number };
type Posted = { readonly what: string; readonly isAnnounced: boolean; readonly message: Message };

/** What is wrong in the chats, and how often the bot said that something may be there twice. */
export function chatProblems(
  town: TeamsTown,
  ballots: readonly HeldBallot[],
): { readonly problems: readonly string[]; readonly announcedTwice: number } {
  const room = postedIn(town, town.chat, inRoom);
  const alone = town.voters.map((voter) => ({ voter, posted: postedIn(town, voter.person.alone, inDirectChat) }));
  const all = [...room, ...alone.flatMap(({ posted }) => posted)];
  return {
    problems: [
      ...differences("the room", roomWanted(ballots.length), room),
      ...alone.flatMap(({ voter, posted }) =>
        differences(`the chat of ${voter.name}`, directWanted(voter, ballots), posted),
      ),
      ...ballots.flatMap(({ votes, elsewhere }, index) => cardProblems(room, index + 1, [...votes, ...elsewhere])),
    ],
    announcedTwice: all.filter(({ isAnnounced }) => isAnnounced).length,
  };
}

type Naming = readonly (readonly [RegExp, (match: RegExpExecArray) => string | undefined])[];

const inRoom: Naming = [
  // Is no message that is stored, but a running state.
  [/^Anwesend: /, () => undefined],
  [/^Die 1\. Sitzung ist eröffnet/, () => "opening"],
  [/^Die AG ist beschlussfähig/, () => "quorum"],
  [/^Antrag (\d+) von /, ([, number]) => `motion ${number}`],
  [/^Abstimmung eröffnet: Antrag (\d+)/, ([, number]) => `ballot ${number}`],
  [/^(?:Angenommen|Abgelehnt)[\s\S]*^Antrag (\d+) ist /m, ([, number]) => `result ${number}`],
];

const inDirectChat: Naming = [
  [/^Sie sind als anwesend eingetragen/, () => "attendance"],
  [/^Ihr Stimmzettel:[\s\S]*Antrag (\d+)/, ([, number]) => `paper ${number}`],
  [/^Ihre Stimme für Träger \w+: (\w+)\./, ([, choice]) => `vote ${choice}`],
  [/^Die Stimme für Träger \w+ liegt verschlossen/, () => "vote sealed"],
];

/** What the bot has posted into a chat, as it was worded first. */
function postedIn({ fake }: TeamsTown, chat: Chat, naming: Naming): readonly Posted[] {
  return fake.messagesIn(chat).flatMap((message): readonly Posted[] => {
    if (message.from !== "bot") return [];
    const text = messageText({ ...message, versions: message.versions.slice(0, 1) });
    const plain = text.replace(/^Möglicherweise doppelt: [^\n]*\n/, "");
    const named = naming.flatMap(([pattern, name]) => {
      const match = pattern.exec(plain);
      return match === null ? [] : [name(match)];
    });
    const what = named.length === 0 ? plain : named[0];
    return what === undefined ? [] : [{ what, isAnnounced: plain !== text, message }];
  });
}

const once = (what: string): Wanted => ({ what, least: 1, most: 1 });

function roomWanted(ballots: number): readonly Wanted[] {
  const each = Array.from({ length: ballots }, (_, index) =>
    ["motion", "ballot", "result"].map((one) => `${one} ${index + 1}`),
  );
  return ["opening", "quorum", ...each.flat()].map(once);
}

/** What a click's answer has told need not stand in the chat; it does where a kill fell between answer and note. */
function directWanted(voter: TeamsVoter, ballots: readonly HeldBallot[]): readonly Wanted[] {
  const votes = ballots.flatMap(({ isSecret, votes: all }) =>
    all
      .filter((one) => one.voter === voter)
      .map((one) => ({
        what: isSecret ? "vote sealed" : `vote ${one.choice}`,
        least: isAnswered(one, isSecret) ? 0 : 1,
      })),
  );
  const papers = ballots.flatMap(({ isSecret, votes: all }, index) => {
    const missed = all.find((one) => one.voter === voter)?.papersMissed ?? 0;
    return isSecret ? [{ ...once(`paper ${index + 1}`), most: 1 + missed }] : [];
  });
  const sums = [...new Set(votes.map(({ what }) => what))].map((what): Wanted => {
    const these = votes.filter((one) => one.what === what);
    return { what, least: these.reduce((sum, { least }) => sum + least, 0), most: these.length };
  });
  return [once("attendance"), ...papers, ...sums];
}

/** True where a click was answered by how one has voted. */
function isAnswered({ voter, choice, by, deliveries }: Voting, isSecret: boolean): boolean {
  if (by === "word") return false;
  const sentence = isSecret ? "liegt verschlossen" : `Ihre Stimme für Träger ${capital(voter.name)}: ${choice}`;
  return deliveries.some(
    (one) => isTaken(one) && isJson(one.body) && cardText(objectIn(one.body, "value")).includes(sentence),
  );
}

/** Everything once; once more only with a word that it may be there twice. */
function differences(where: string, wanted: readonly Wanted[], found: readonly Posted[]): readonly string[] {
  const known = new Set(wanted.map(({ what }) => what));
  const strange = found.filter(({ what }) => !known.has(what));
  return [
    ...wanted.flatMap(({ what, least, most }) => {
      const these = found.filter((one) => one.what === what);
      const plain = these.filter(({ isAnnounced }) => !isAnnounced).length;
      if (these.length < least) return [`${where}: lost: ${what} (${these.length} of ${least})`];
      return plain > most ? [`${where}: too much: ${what} (${plain} instead of ${most})`] : [];
    }),
    ...strange.map(({ what }) => `${where}: too much: ${what}`),
  ];
}

/** The newest card of a ballot shows how it ended, and asks nothing any more. */
function cardProblems(room: readonly Posted[], ballot: number, votes: readonly Given[]): readonly string[] {
  const card = room.findLast(({ what }) => what === `ballot ${ballot}`)?.message;
  if (card === undefined) return [];
  const text = messageText(card);
  const number = (choice: Choice): number => votes.filter((one) => one.choice === choice).length;
  const rows = (["Ja", "Nein", "Enthaltung"] as const).map((choice) => `${choice} | ${number(choice)}`);
  const isRight = rows.every((row) => text.includes(row)) && text.includes(`Antrag ${ballot} ist `);
  return isRight && !/^\[(Ja|Nein|Enthaltung|Mein Stimmzettel|Meine Stimme)\]$/m.test(text)
    ? []
    : [`the card of ballot ${ballot} does not show its end: ${text}`];
}
