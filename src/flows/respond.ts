import type { Vote } from "../core/ballot/events.ts";
import { runningBallot } from "../core/committee/ballot-opening.ts";
import type { Command, Given } from "../core/committee/commands.ts";
import { openCollectionOf } from "../core/committee/decide-minutes.ts";
import { ballotBox, collectionBox, type Decided, type Decision } from "../core/committee/decision.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import type { EventMeta } from "../core/kernel/event-meta.ts";
import type { PersonId } from "../core/kernel/ids.ts";
import { answerWithPaper } from "./answer-with-paper.ts";
import { isConfidential } from "./confidential.ts";
import type { Incoming } from "./incoming.ts";
import { interpret } from "./interpret.ts";
import { linkAccount } from "./link-account.ts";
import { namesOf } from "./names-of.ts";
import type { Query } from "./queries.ts";
import { replyToQuery } from "./queries-reply.ts";
import { refusalReply } from "./refusal-reply.ts";
import { type Committed, composeReplies } from "./replies.ts";
import type { Reply } from "./reply.ts";
import type { Outcome, RunnerParts } from "./runner-parts.ts";

type Now = Omit<Given, "actor"> & { readonly actor: PersonId | undefined };
type Deciding = (command: Command, given: Given) => Decided;

/** Was auf eine Nachricht folgt: understood, decided, worded; nothing is stored or said yet. */
export function respond(
  parts: RunnerParts,
  state: CommitteeState,
  incoming: Incoming,
  now: Now,
  decideOn: Deciding,
): Outcome | Promise<Outcome> {
  const place = placeOf(incoming);
  const understood = interpret(incoming, state, now.actor, parts.dialogs.get(place), parts.interpreting);
  if (understood.kind === "ask") parts.dialogs.set(place, understood.dialog);
  else parts.dialogs.delete(place);
  switch (understood.kind) {
    case "ask":
    case "problem":
      return askingBack(state, incoming, understood.reply);
    case "query":
      return answering(parts, state, understood.query, incoming, now);
    case "link":
      return linkAccount(parts, state, incoming, understood.code, now);
    case "command":
      if (now.actor === undefined) throw new Error("a command without a person");
      return execute(parts, state, incoming, understood, { ...now, actor: now.actor }, decideOn);
  }
}

/** Where a question waits for its answer: with this account, in this room. */
export const placeOf = (incoming: Incoming): string => `${incoming.account} ${incoming.room ?? ""}`;

/** A paper takes its time; every other question is answered from the state at once. */
function answering(parts: RunnerParts, state: CommitteeState, query: Query, incoming: Incoming, now: Now): Outcome {
  if (query.kind !== "paper") {
    const waiting = parts.dispatcher.status().reduce((sum, room) => sum + room.waiting, 0);
    const names = namesOf(state, now.today, parts.localOf);
    const { actor: person, today, time, holidays } = now;
    return saying([replyToQuery(query, { state, incoming, person, today, time, holidays, names, waiting })]);
  }
  const later = answerWithPaper(parts, state, query, incoming, now).then((answer) => [answer]);
  return { ...saying([]), later };
}

const nothing: Decision = { events: [] };

function saying(replies: readonly Reply[]): Outcome {
  return { decision: nothing, by: "system", replies: () => replies };
}

function askingBack(state: CommitteeState, incoming: Incoming, answer: Reply): Outcome {
  return { ...saying([answer]), ...(isConfidential(state, incoming) ? { isUnstored: true } : {}) };
}

function execute(
  parts: RunnerParts,
  state: CommitteeState,
  incoming: Incoming,
  understood: { readonly command: Command; readonly linkCode?: string },
  given: Given,
  decideOn: Deciding,
): Outcome | Promise<Outcome> {
  const command = withOpenedBox(parts, state, understood.command);
  if (command instanceof Promise)
    return command.then((opened) =>
      carriedOut(parts, state, incoming, { ...understood, command: opened }, given, decideOn),
    );
  return carriedOut(parts, state, incoming, { ...understood, command }, given, decideOn);
}

function carriedOut(
  parts: RunnerParts,
  state: CommitteeState,
  incoming: Incoming,
  { command, linkCode }: { readonly command: Command; readonly linkCode?: string },
  given: Given,
  decideOn: Deciding,
): Outcome {
  const decided = decideOn(command, given);
  if (!decided.ok)
    return askingBack(state, incoming, refusalReply(parts.localOf, state, incoming, decided.error, given));
  const decision = decided.value;
  const isAnonymous = decision.events.some((event) => event.type === "AnonymousEntryGiven");
  const told = (before: CommitteeState, after: CommitteeState, metas: readonly EventMeta[]): Committed => ({
    before,
    after,
    events: decision.events,
    metas,
    actor: given.actor,
    incoming,
    today: given.today,
    holidays: given.holidays,
    localOf: parts.localOf,
    ...(linkCode === undefined ? {} : { linkCode }),
    ...(decision.unchanged === undefined ? {} : { unchanged: decision.unchanged }),
  });
  return {
    decision,
    by: isAnonymous ? "system" : given.actor,
    replies: (before, after, metas) => composeReplies(told(before, after, metas)),
    told,
    ...(isAnonymous || linkCode !== undefined ? { isUnstored: true } : {}),
  };
}

/** A ballot or collection is closed with its opened contents, which only the store can unseal. */
function withOpenedBox(parts: RunnerParts, state: CommitteeState, command: Command): Command | Promise<Command> {
  if (command.type === "CloseBallot") {
    const ballot = runningBallot(state);
    if (ballot?.mode !== "secret") return command;
    const contents = parts.store.openContents(ballotBox(ballot.ballot));
    // What lies in a ballot box is what `castVote` put there, authenticated by its seal.
    return contents.then((votes) => ({ ...command, secretVotes: votes.map((vote) => JSON.parse(vote) as Vote) }));
  }
  if (command.type === "CloseCollection") {
    const collection = openCollectionOf(state);
    if (collection === undefined) return command;
    return parts.store.openContents(collectionBox(collection.collection)).then((entries) => ({ ...command, entries }));
  }
  return command;
}
