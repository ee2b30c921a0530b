import { hash } from "node:crypto";
import { directAddress } from "../../flows/addresses.ts";
import type { Handled } from "../../flows/committee-runner.ts";
import type { Incoming } from "../../flows/incoming.ts";
import { isIdeaLine } from "../../flows/question-thread.ts";
import { type Reply, reply } from "../../flows/reply.ts";
import { editedIdea, editTooLate, filesNotRead, unexpected } from "../../texts/chat-rooms.ts";
import { inDirectChat, noAccount, roomNotBound } from "../../texts/teams-rooms.ts";
import { createClickAnswers } from "./click-answers.ts";
import type { Clicks } from "./clicks.ts";
import { answeredPart } from "./deliver.ts";
import type { Files } from "./files.ts";
import type { Looks } from "./looks.ts";
import type { Pictures } from "./pictures.ts";
import type { Click, Origin, Read } from "./reading/read.ts";
import { type InvokeResponse, messageResponse } from "./rendering/invoke-responses.ts";
import { type RoomChanges, toRoom } from "./room-changes.ts";
import type { Roster } from "./roster.ts";
import { accountOf, roomOf, type TeamsCommittee, type TeamsWorld } from "./teams-parts.ts";
import type { ConversationReference, TeamsStore } from "./teams-store.ts";

type Parts = {
  readonly store: TeamsStore;
  readonly clicks: Clicks;
  readonly changes: RoomChanges;
  readonly roster: Pick<Roster, "forget">;
  readonly files: Files;
  readonly pictures: Pictures;
  readonly looks: Looks;
  readonly committee: TeamsCommittee;
  readonly world: Pick<TeamsWorld, "now" | "note">;
  /** Said at once and not stored. */
  sayNow(to: ConversationReference, said: Reply): void;
  /** The same, to an address. */
  sayTo(address: string, said: Reply): void;
};

/** Answer to an invoke, and nothing for the rest. */
export type Acted = InvokeResponse | undefined;

/** What is answered to a click must be there within Teams' own patience, which is some seconds. */
const LONGEST_CLICK = 4_000;

/** Gespräch: what somebody did becomes a message to the committee, and what is not one gets its own answer. */
export function createConversation(parts: Parts) {
  const { store, clicks, changes, files, pictures, looks, committee, world } = parts;
  const answers = createClickAnswers(committee, looks, sayImmediate);

  /**
   * `answered` resolves to whether our answer has left. Calls the committee before it waits for anything: so the order in which
   * activities are given is the order in which they are decided.
   */
  async function act(read: Read, answered: Promise<boolean>): Promise<Acted> {
    if (read.kind === "ignored") return undefined;
    if (read.kind === "removed") return done(changes.removed(read));
    const to = changes.met(read);
    switch (read.kind) {
      case "installed":
        return done(changes.installed(read));
      case "membersChanged":
        parts.roster.forget(read.conversation.id);
        return undefined;
      case "message":
        return message(read, to);
      case "click":
        return click(read, to, answered);
      case "refresh":
        return answers.refreshed(accountIn(read), read.about);
      case "fileAnswer":
        if (read.upload !== undefined) inBackground(files.put(read.reference, read.upload, to));
        return messageResponse("");
      case "unknownInvoke":
        return messageResponse("");
    }
  }

  async function done(work: Promise<void>): Promise<undefined> {
    await work;
    return undefined;
  }

  function inBackground(work: Promise<unknown>): void {
    work.catch((error: unknown) => world.note("teams-failed", error instanceof Error ? error.message : "unknown"));
  }

  async function message(read: Read & { kind: "message" }, to: ConversationReference): Promise<undefined> {
    const bound = boundRoom(to);
    const isHeard = read.isAddressed || (bound !== undefined && (!read.isEdit || isIdeaLine(read.text)));
    if (!isHeard) return undefined;
    const account = accountIn(read);
    const isUnbound = bound === undefined && to.kind !== "personal";
    if (account === undefined || isUnbound) {
      if (read.isAddressed) parts.sayNow(to, toRoom(to, isUnbound ? roomNotBound(to.conversation) : noAccount()));
      return undefined;
    }
    const key = read.isEdit ? keyOf(read, read.activity) : keyOf(read, firstMet(read));
    if (read.isEdit && committee.isHandled(key))
      return done(tellAlone(read, `${key} edited`, isIdeaLine(read.text) ? editedIdea() : editTooLate()));
    if (read.text === "" && read.hasFiles) {
      return read.isAddressed ? done(tellAlone(read, key, filesNotRead())) : undefined;
    }
    const { picture } = read;
    const incoming: Incoming = {
      key,
      ...(picture === undefined ? {} : { photo: () => pictures.fetch(picture, read.serviceUrl) }),
      account,
      ...(bound === undefined ? {} : { room: bound }),
      text: read.text,
      at: world.now(),
      addressed: read.isAddressed,
      ...threadIn(to),
    };
    const handled = await handle(incoming);
    if (handled === undefined || handled.kind === "fault")
      parts.sayNow(to, toRoom(to, handled === undefined ? unexpected() : committee.faultText(handled.fault)));
    else if (handled.kind === "handled") sayImmediate(handled.immediate);
    return undefined;
  }

  /** Of ours; in a channel everything stands in some thread. */
  function threadIn({ conversation, thread: message }: ConversationReference): Pick<Incoming, "thread"> {
    const thread = message === undefined ? undefined : store.itemOfThread(conversation, message);
    return thread === undefined ? {} : { thread };
  }

  function sayImmediate(replies: readonly Reply[]): void {
    for (const said of replies) for (const address of committee.addressesOf(said)) parts.sayTo(address, said);
  }

  /** The same message can come again while it is being handled: it is answered for when the first is. */
  const underWay = new Map<string, Promise<Handled | undefined>>();

  function handle(incoming: Incoming): Promise<Handled | undefined> {
    const before = underWay.get(incoming.key);
    if (before !== undefined)
      return before.then((first) => (first?.kind === "handled" ? { kind: "duplicate" } : first));
    const work = committee
      .handle(incoming)
      .catch((error: unknown) => {
        world.note("command-failed", error instanceof Error ? (error.stack ?? error.message) : "unknown");
        return undefined;
      })
      .finally(() => underWay.delete(incoming.key));
    underWay.set(incoming.key, work);
    return work;
  }

  async function click(
    read: Read & { kind: "click" },
    to: ConversationReference,
    answered: Promise<boolean>,
  ): Promise<Acted> {
    const { click: clicked } = read;
    const account = accountIn(read);
    const bound = boundRoom(to);
    const isAlone = clicked.isPrivate === true || clicked.filled !== undefined || to.kind === "personal";
    if (account === undefined) return answers.sentence(noAccount());
    if (bound === undefined && !isAlone) return answers.sentence(roomNotBound(to.conversation));
    const incoming: Incoming = {
      key: clickKey(read),
      account,
      ...(bound === undefined || isAlone ? {} : { room: bound }),
      text: clicked.command,
      at: world.now(),
      addressed: true,
      isClick: true,
      ...(clicked.about === undefined ? {} : { about: clicked.about }),
      ...(clicked.filled === undefined
        ? {}
        : { filled: { ...clicked.filled, ...(bound === undefined ? {} : { room: bound }) } }),
    };
    const open = clicks.begin(incoming.key, directAddress(account));
    const handling = handle(incoming);
    const handled = await Promise.race([handling, late()]);
    if (handled === "late" || !read.isInvoke) {
      open.end(false);
      inBackground(handling.then((one) => leftover(one, to)));
      return read.isInvoke ? messageResponse(inDirectChat()) : undefined;
    }
    const answer = answers.answer(handled, incoming);
    open.take(answer.told);
    inBackground(
      answered.then((isSent) => {
        if (isSent) for (const entry of answer.told) store.setPosted(answeredPart(entry), "card");
        open.end(isSent);
      }),
    );
    return answer.body;
  }

  /** Where there is no answer to the click, or it had to be given before: what is not stored is said. */
  function leftover(handled: Handled | undefined, to: ConversationReference): void {
    if (handled?.kind === "handled") sayImmediate(handled.immediate);
    if (handled?.kind === "fault") parts.sayNow(to, toRoom(to, committee.faultText(handled.fault)));
  }

  const boundRoom = ({ conversation }: ConversationReference) => {
    const room = roomOf(conversation);
    return committee.rooms().has(room) ? room : undefined;
  };

  /** Sent again under a new id it is still the same: nobody writes twice in one thousandth of a second. */
  function firstMet({ conversation, sender, timestamp, activity }: Origin): string {
    if (timestamp === undefined) return activity;
    return store.firstMet(`${conversation.id} ${sender?.objectId ?? sender?.id} ${timestamp}`, activity);
  }

  /** A ballot's card is good for one click each time it is shown; what was chosen stands in no key, since it may be secret. */
  function clickKey(read: Read & { kind: "click" }): string {
    const { about, nonce, filled } = read.click;
    if (filled !== undefined) return filledKey(read.click, read.sender?.objectId);
    if (about === undefined) return keyOf(read, firstMet(read));
    return `teams:click ${read.sender?.objectId} ${about} ${nonce}`;
  }

  async function tellAlone(origin: Origin, key: string, sentence: string): Promise<void> {
    const account = accountIn(origin);
    if (account !== undefined) await committee.tell(key, [reply({ kind: "account", account }, [sentence])]);
  }

  return { act };
}

const accountIn = ({ sender }: Origin) => (sender?.objectId === undefined ? undefined : accountOf(sender.objectId));

/**
 * The same text from the same showing of a card is the same, whatever ids Teams gives it. Who wrote it cannot be found out from the key, nor
 * whether it was a certain text: the nonce stands on the card alone, and is kept nowhere here.
 */
const filledKey = ({ nonce, command, filled }: Click, who: string | undefined): string =>
  `teams:field ${hash("sha256", JSON.stringify([nonce, who, command, filled?.key, filled?.text]))}`;

/** The ids of messages are those of their chat. */
const keyOf = ({ conversation }: Origin, activity: string): string => `teams:${conversation.id} ${activity}`;

const late = (): Promise<"late"> =>
  new Promise((resolve) => {
    setTimeout(() => resolve("late"), LONGEST_CLICK).unref();
  });
