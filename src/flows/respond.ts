import { runningBallot } from "../core/committee/ballot-opening.ts";
import type { Command, Given } from "../core/committee/commands.ts";
import type { Decided, Decision } from "../core/committee/decision.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import type { EventMeta } from "../core/kernel/event-meta.ts";
import type { PersonId } from "../core/kernel/ids.ts";
import { ballotIsOver } from "../texts/announcements-motions.ts";
import { filesNotRead } from "../texts/chat-rooms.ts";
import { photoNotFetched } from "../texts/photos.ts";
import { answerWithFiles, isFilesQuery } from "./answer-with-files.ts";
import { isConfidential } from "./confidential.ts";
import { answeringField, filledProblem, lineOf } from "./filled-field.ts";
import type { Filled, Incoming } from "./incoming.ts";
import { type Interpreted, interpret, whereAsked } from "./interpret.ts";
import { linkAccount } from "./link-account.ts";
import { namesOf } from "./names-of.ts";
import { withOpenedBox } from "./opened-box.ts";
import type { TakenPhoto } from "./photos.ts";
import type { Query, StateQuery } from "./queries.ts";
import { replyToQuery } from "./queries-reply.ts";
import { refusalReply } from "./refusal-reply.ts";
import { relayed } from "./relay.ts";
import { ballotKey } from "./replies/ballot-subject.ts";
import type { Committed } from "./replies.ts";
import { type Recipient, type Reply, reply } from "./reply.ts";
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
  photo: TakenPhoto | undefined,
): Outcome | Promise<Outcome> {
  if (!incoming.addressed) return saying(relayed(state, incoming, now.today, namesOf(state, now.today, parts.localOf)));
  if (incoming.about !== undefined && !isRunning(state, incoming.about))
    return saying([reply(toAlone(incoming), [ballotIsOver()])]);
  const { filled } = incoming;
  if (filled !== undefined) return respondToField(parts, state, { ...incoming, filled }, now, decideOn);
  const place = placeOf(incoming);
  const understood = interpret(incoming, state, now.actor, parts.dialogs.get(place), parts.interpreting);
  // A picture that goes with nothing we understand is a file like any other.
  if (incoming.photo !== undefined && (understood.kind === "ask" || understood.kind === "problem"))
    return saying([reply(toAlone(incoming), [filesNotRead()])]);
  if (understood.kind === "ask") parts.dialogs.set(place, understood.dialog);
  else parts.dialogs.delete(place);
  return follow(parts, state, incoming, understood, photo, now, decideOn);
}

/** A field answers no question that waits in the direct chat, and leaves none there. */
function respondToField(
  parts: RunnerParts,
  state: CommitteeState,
  incoming: Incoming & { readonly filled: Filled },
  now: Now,
  decideOn: Deciding,
): Outcome | Promise<Outcome> {
  const problem = filledProblem(state, incoming);
  if (problem !== undefined) return answeringField(saying([reply(toAlone(incoming), [problem])]), incoming);
  const said = { ...incoming, text: lineOf(incoming) };
  const understood = interpret(said, state, now.actor, undefined, parts.interpreting);
  const outcome = follow(parts, state, said, understood, undefined, now, decideOn);
  return outcome instanceof Promise
    ? outcome.then((one) => answeringField(one, incoming))
    : answeringField(outcome, incoming);
}

function follow(
  parts: RunnerParts,
  state: CommitteeState,
  incoming: Incoming,
  understood: Interpreted,
  photo: TakenPhoto | undefined,
  now: Now,
  decideOn: Deciding,
): Outcome | Promise<Outcome> {
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
      return executeWithPhoto(parts, state, incoming, understood, photo, { ...now, actor: now.actor }, decideOn);
  }
}

/** An idea that came with a photo is noted with it, or not at all. */
function executeWithPhoto(
  parts: RunnerParts,
  state: CommitteeState,
  incoming: Incoming,
  understood: Understood,
  photo: TakenPhoto | undefined,
  given: Given,
  decideOn: Deciding,
): Outcome | Promise<Outcome> {
  const { command } = understood;
  if (incoming.photo === undefined || command.type !== "GiveIdeas")
    return execute(parts, state, incoming, understood, given, decideOn);
  const name = photo !== undefined && "name" in photo ? photo.name : undefined;
  const giving = { ...command, photo: name ?? "" };
  // Refused for a reason of its own, which is told rather than what became of the photo.
  if (name !== undefined || !decideOn(giving, given).ok)
    return execute(parts, state, incoming, { ...understood, command: giving }, given, decideOn);
  const problem = photo !== undefined && "problem" in photo ? photo.problem : photoNotFetched();
  return saying([reply(whereAsked(incoming), problem)]);
}

const toAlone = ({ account }: Incoming): Recipient => ({ kind: "account", account });

/** A late click on the buttons of one ballot must not count for the next. */
function isRunning(state: CommitteeState, key: string): boolean {
  const ballot = runningBallot(state);
  return ballot !== undefined && ballotKey(ballot) === key;
}

/** Where a question waits for its answer: with this account, in this room. */
export const placeOf = (incoming: Pick<Incoming, "account" | "room">): string =>
  `${incoming.account} ${incoming.room ?? ""}`;

/** A file takes its time; every other question is answered from the state at once. */
function answering(parts: RunnerParts, state: CommitteeState, query: Query, incoming: Incoming, now: Now): Outcome {
  if (!isFilesQuery(query)) return saying([answerFromState(parts, state, query, incoming, now)]);
  const later = answerWithFiles(parts, state, query, incoming, now).then((answer) => [answer]);
  return { ...saying([]), later };
}

/** Antwort auf eine Frage, worked out from the state alone. */
export function answerFromState(
  parts: RunnerParts,
  state: CommitteeState,
  query: StateQuery,
  incoming: Incoming,
  { actor: person, today, time, holidays }: Now,
): Reply {
  const waiting = parts.dispatcher.status().reduce((sum, room) => sum + room.waiting, 0);
  const names = namesOf(state, today, parts.localOf);
  const asked = { state, incoming, person, today, time, holidays, names, waiting, alarms: parts.alarms() };
  return replyToQuery(query, asked);
}

const nothing: Decision = { events: [] };

function saying(replies: readonly Reply[]): Outcome {
  return { decision: nothing, by: "system", replies };
}

function askingBack(state: CommitteeState, incoming: Incoming, answer: Reply): Outcome {
  return { ...saying([answer]), ...(isConfidential(state, incoming) ? { isUnstored: true } : {}) };
}

type Understood = Omit<Extract<Interpreted, { kind: "command" }>, "kind">;

function execute(
  parts: RunnerParts,
  state: CommitteeState,
  incoming: Incoming,
  understood: Understood,
  given: Given,
  decideOn: Deciding,
): Outcome | Promise<Outcome> {
  const command = withOpenedBox(parts.store, state, understood.command);
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
  { command, linkCode, feedAddress }: Understood,
  given: Given,
  decideOn: Deciding,
): Outcome {
  const decided = decideOn(command, given);
  if (!decided.ok) {
    // Whose vote or dots do not count, and why, is nobody else's business.
    const to = command.type === "CastVote" || command.type === "PlaceDots" ? toAlone(incoming) : whereAsked(incoming);
    return askingBack(state, incoming, refusalReply(parts.localOf, state, incoming, decided.error, given, to));
  }
  const decision = decided.value;
  const isAnonymous = decision.events.some(
    ({ type }) => type === "AnonymousEntryGiven" || type === "AnonymousIdeaGiven",
  );
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
    ...(feedAddress === undefined ? {} : { feedAddress }),
    ...(decision.unchanged === undefined ? {} : { unchanged: decision.unchanged }),
  });
  return {
    decision,
    by: isAnonymous ? "system" : given.actor,
    replies: [],
    told,
    ...(isAnonymous || linkCode !== undefined || feedAddress !== undefined ? { isUnstored: true } : {}),
  };
}
