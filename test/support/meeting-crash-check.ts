import { hash } from "node:crypto";
import { readdirSync } from "node:fs";
import { committeeCodec } from "../../src/adapters/storage/committee-codec.ts";
import { openSqliteStore, type SqliteStore } from "../../src/adapters/storage/sqlite-store.ts";
import { committeeStream } from "../../src/cli/compose.ts";
import type { Counts, Vote } from "../../src/core/ballot/events.ts";
import { ballotBox, collectionBox } from "../../src/core/committee/decision.ts";
import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import type { CommitteeState } from "../../src/core/committee/state.ts";
import { entries } from "../../src/core/kernel/table.ts";
import { loadCommittee } from "../../src/flows/load-committee.ts";
import { foundation, keyOf, placesIn } from "./meeting-crash-house.ts";
import type { ScriptMessage } from "./meeting-crash-script.ts";

export type Findings = {
  /** What is wrong, in words; empty if all is well. */
  readonly problems: readonly string[];
  /** Messages that were acknowledged, and would be done once more if they came again. */
  readonly unknown: readonly string[];
  /** Ids of the answers that wait to be delivered. */
  readonly pending: readonly string[];
};

/** Opens the record as after a crash and holds it against what was sent and what was acknowledged. */
export async function inspectMeeting(
  folder: string,
  sent: readonly ScriptMessage[],
  acknowledged: ReadonlySet<number>,
): Promise<Findings> {
  const { database, keys } = placesIn(folder);
  const store = openSqliteStore({ file: database, keysFolder: keys });
  try {
    const records = [...store.read(committeeStream)];
    const events = records.map(committeeCodec.decode).slice(foundation.length);
    const state = loadCommittee(store, committeeCodec, committeeStream);
    const link = store.firstBrokenLink(committeeStream);
    const pending = store.pending().map(({ id }) => id);
    const problems = [
      ...(link === undefined ? [] : [`the chain breaks at event ${link}`]),
      ...traceProblems(events, sent, acknowledged),
      ...numberProblems(events, state),
      ...(await boxProblems(store, state)),
      ...keyProblems(keys, state),
    ];
    const unknown = sent
      .filter(({ number }) => acknowledged.has(number) && !store.isHandled(keyOf(number)))
      .map(({ number }) => `message ${number} was acknowledged, and its key is not known`);
    return { problems, unknown, pending };
  } finally {
    await store.close();
  }
}

/** Nothing that was acknowledged is missing, nothing is there more often than it was sent, and nothing that nobody sent. */
function traceProblems(
  events: readonly CommitteeEvent[],
  sent: readonly ScriptMessage[],
  acknowledged: ReadonlySet<number>,
): readonly string[] {
  const found = countsOf(events.flatMap(tracesOf));
  const most = countsOf(sent.flatMap(({ leaves }) => leaves));
  const least = countsOf(sent.filter(({ number }) => acknowledged.has(number)).flatMap(({ leaves }) => leaves));
  return [
    ...[...least].flatMap(([trace, count]) => ((found.get(trace) ?? 0) < count ? [`lost: ${trace}`] : [])),
    ...[...found].flatMap(([trace, count]) => (count > (most.get(trace) ?? 0) ? [`too often: ${trace}`] : [])),
  ];
}

function countsOf(list: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** What an event is evidence of, in the words of the script. */
function tracesOf(event: CommitteeEvent): readonly string[] {
  switch (event.type) {
    case "AttendanceRecorded":
      return [`attendance:${event.person}:${event.status}`];
    case "NoteTaken":
      return [`note:${event.text}`];
    case "EntryReverted":
      return [`reverted:${event.label}`];
    case "MotionMoved":
      return [`motion:${event.motion}:${event.text}`];
    case "MotionDecided":
      return [`decided:${event.motion}`];
    case "AnonymousCollectionOpened":
      return [`collection:${event.collection}`];
    case "AnonymousEntryGiven":
      return [`entry:${event.collection}`];
    case "AnonymousCollectionClosed":
      return [`collected:${event.collection}:${event.entries.join("|")}`];
    default:
      return tracesOfVoting(event);
  }
}

function tracesOfVoting(event: CommitteeEvent): readonly string[] {
  switch (event.type) {
    case "BallotOpened":
      return [`ballot:${event.ballot}`];
    case "VoteCast":
      return [`vote:${event.ballot}:${event.seat}:${event.vote.kind === "question" ? event.vote.choice : "?"}`];
    case "SecretVoteCast":
      return [`secret:${event.ballot}:${event.seat}`];
    case "HandCountEntered":
      return [`hands:${event.ballot}:${event.yes}:${event.no}:${event.abstain}`];
    case "BallotClosed":
      return [`closed:${event.ballot}:${countsText(event.counts)}`];
    case "BallotCancelled":
      return [`cancelled:${event.ballot}`];
    case "ElectionOpened":
      return [`election:${event.election}`];
    case "CandidateNominated":
      return [`candidate:${event.election}:${event.person}`];
    case "ElectionRoundDecided":
      return [`round:${event.election}`];
    case "ElectionAccepted":
      return [`accepted:${event.election}:${event.person}`];
    case "OfficeAssigned":
      return [`assigned:${event.person}`];
    case "OfficeVacated":
      return [];
    default:
      return [event.type];
  }
}

function countsText({ yes, no, abstain, candidates }: Counts): string {
  const names = (candidates ?? []).map(({ person, votes }) => `${person}=${votes}`).join(",");
  return `${yes}:${no}:${abstain}${names === "" ? "" : `:${names}`}`;
}

/** Everything that is numbered has its number once, without gaps; each ballot has one result. */
function numberProblems(events: readonly CommitteeEvent[], state: CommitteeState): readonly string[] {
  const numbers = {
    motion: events.flatMap((one) => (one.type === "MotionMoved" ? [one.motion] : [])),
    ballot: events.flatMap((one) => (one.type === "BallotOpened" ? [one.ballot] : [])),
    result: events.flatMap((one) => ("ballot" in one && isResult(one) ? [one.ballot ?? 0] : [])),
    closed: events.flatMap((one) => (one.type === "BallotClosed" ? [one.ballot] : [])),
    collection: events.flatMap((one) => (one.type === "AnonymousCollectionOpened" ? [one.collection] : [])),
    resolution: events.flatMap((one) =>
      one.type === "MotionDecided" && one.reference !== undefined ? [Number(one.reference.split("-")[1])] : [],
    ),
  };
  const notes = events.filter(({ type }) => type === "NoteTaken").length;
  const reverted = events.filter(({ type }) => type === "EntryReverted").length;
  const isGapless = (list: readonly number[]) => list.every((one, index) => one === index + 1);
  return [
    ...(["motion", "ballot", "collection", "resolution"] as const)
      .filter((kind) => !isGapless(numbers[kind]))
      .map((kind) => `${kind}s are numbered ${numbers[kind].join(", ")}`),
    ...(numbers.result.join() === numbers.closed.join() ? [] : ["not each closed ballot has one result"]),
    ...(entries(state.minutes.entries).length === notes - reverted ? [] : ["notes and their numbers differ"]),
  ];
}

const isResult = ({ type }: CommitteeEvent): boolean => type === "MotionDecided" || type === "ElectionRoundDecided";

/** As many sealed votes as seats that voted; an open box can be opened, a closed one holds what was counted. */
async function boxProblems(store: SqliteStore, state: CommitteeState): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const ballot of entries(state.ballots.ballots).filter(({ mode }) => mode === "secret")) {
    const box = ballotBox(ballot.ballot);
    const sealed = await store.openContents(box);
    const opened = store.closedContents(box);
    const wanted = { open: [ballot.votes.size, 0], closed: [0, ballot.votes.size], cancelled: [0, 0] }[ballot.status];
    if (sealed.length !== wanted[0] || opened.length !== wanted[1])
      problems.push(
        `${box} (${ballot.status}): ${sealed.length} sealed, ${opened.length} opened, ${ballot.votes.size} voted`,
      );
    const counted = ballot.counts === undefined ? undefined : countsText(ballot.counts);
    if (counted !== undefined && counted !== recount(opened, ballot.counts))
      problems.push(`${box}: counted ${counted}`);
  }
  for (const { collection, given, entries: contents } of entries(state.minutes.collections)) {
    const box = collectionBox(collection);
    const [sealed, opened] = [await store.openContents(box), store.closedContents(box)];
    if (contents === undefined ? sealed.length !== given : opened.join() !== contents.join() || sealed.length > 0)
      problems.push(`${box}: ${sealed.length} sealed, ${opened.length} opened, ${given} given`);
  }
  return [...problems, ...store.boxesWithoutKey().map((box) => `${box} cannot be opened any more`)];
}

function recount(contents: readonly string[], like: Counts | undefined): string {
  const votes = contents.map((content) => JSON.parse(content) as Vote); // what the core sealed
  const chosen = (choice: string) => votes.filter((one) => one.kind === "question" && one.choice === choice).length;
  const candidates = like?.candidates?.map(({ person }) => ({
    person,
    votes: votes.filter((one) => one.kind === "candidates" && one.marked.includes(person)).length,
  }));
  const abstain = chosen("abstain") + votes.filter(({ kind }) => kind === "abstain").length;
  const counts = { yes: chosen("yes"), no: chosen("no"), abstain, invalid: 0 };
  return countsText(candidates === undefined ? counts : { ...counts, candidates });
}

/** Keys of the boxes that are open, and of one that was to be opened when the process died; of no other. */
function keyProblems(folder: string, state: CommitteeState): readonly string[] {
  const { ballots, open } = state.ballots;
  const collections = entries(state.minutes.collections);
  const waiting = collections.filter((one) => one.entries === undefined).map((one) => collectionBox(one.collection));
  const allowed = [
    ballotBox(ballots.size + 1),
    collectionBox(collections.length + 1),
    ...(open === undefined ? [] : [ballotBox(open)]),
    ...waiting,
  ].map((box) => `${hash("sha256", box, "hex")}.key`);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".key") && !allowed.includes(file))
    .map((file) => `the key ${file} outlived its box`);
}
