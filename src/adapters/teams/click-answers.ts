import type { AccountId } from "../../core/kernel/ids.ts";
import { directAddress } from "../../flows/addresses.ts";
import type { Handled } from "../../flows/committee-runner.ts";
import type { Incoming } from "../../flows/incoming.ts";
import type { OutboxEntry } from "../../flows/ports.ts";
import { type Reply, reply } from "../../flows/reply.ts";
import { ballotEnded, unexpected } from "../../texts/chat-rooms.ts";
import { clickedBefore, doneBefore, filledBefore, inDirectChat, saidInRoom } from "../../texts/teams-rooms.ts";
import type { Looks } from "./looks.ts";
import { answerCard } from "./rendering/answer-card.ts";
import { cardResponse, type InvokeResponse, messageResponse } from "./rendering/invoke-responses.ts";
import type { TeamsCommittee } from "./teams-parts.ts";

/** Antwort auf einen Klick, which the clicker alone reads. `told`: what of the outbox stands in it. */
export type ClickAnswer = { readonly body: InvokeResponse; readonly told: readonly OutboxEntry[] };

export type ClickAnswers = {
  answer(handled: Handled | undefined, clicked: Incoming): ClickAnswer;
  /** The card of a ballot, as the client asks for it by itself. */
  refreshed(account: AccountId | undefined, about: string): InvokeResponse;
  sentence(text: string): InvokeResponse;
};

/** Characters of one paragraph. */
const LONGEST_IN_VIEW = 2_000;

/** `sayImmediate`: what is to be said at once to others. */
export function createClickAnswers(
  committee: Pick<TeamsCommittee, "ownView" | "fieldAgain" | "addressesOf" | "faultText">,
  looks: Pick<Looks, "answer">,
  sayImmediate: (replies: readonly Reply[]) => void,
): ClickAnswers {
  const shown = (replies: readonly Reply[], about?: string): InvokeResponse =>
    cardResponse(answerCard(replies, looks.answer(about)).card);

  const sentence = (text: string): InvokeResponse => shown([said(text)]);

  /** The card of the running ballot, as the clicker alone sees it. */
  function currentView(account: AccountId, about: string): Reply | undefined {
    const view = committee.ownView(account);
    return view.about === about ? brief(view) : undefined;
  }

  function carriedOut(
    handled: Handled & { kind: "handled" },
    account: AccountId,
    about: string | undefined,
    view: Reply | undefined,
  ): ClickAnswer {
    const isMine = (one: Reply): boolean => committee.addressesOf(one).includes(directAddress(account));
    sayImmediate(handled.immediate.filter((one) => !isMine(one)));
    const alone = handled.stored.filter(({ room }) => room === directAddress(account)).map(opened);
    // Files do not fit into a card.
    const own = alone.filter(({ said: one }) => one.files.length === 0);
    const replies = [...handled.immediate.filter(isMine), ...own.map((one) => one.said)];
    const news = (view === undefined ? replies : replies.map((one) => without(one, view))).filter(isSaying);
    const all = [...news, ...(view === undefined ? [] : [view])];
    const told = own.map(({ entry }) => entry);
    if (all.length === 0) return { body: messageResponse(alone.length > 0 ? inDirectChat() : saidInRoom()), told };
    const { card, shown: count } = answerCard(all, looks.answer(about ?? all.at(-1)?.about));
    return { body: cardResponse(card), told: count < all.length ? [] : told };
  }

  /** What was filled in is not lost where nothing came of it. */
  function nothingDone(text: string, clicked: Incoming, isAnswered: boolean): ClickAnswer {
    const { filled } = clicked;
    const below = filled === undefined ? [] : [committee.fieldAgain({ ...clicked, filled }, isAnswered)];
    return { body: shown([said(text), ...below]), told: [] };
  }

  return {
    answer(handled, clicked) {
      const { account, about, filled } = clicked;
      if (handled === undefined) return nothingDone(unexpected(), clicked, false);
      if (handled.kind === "fault") return nothingDone(committee.faultText(handled.fault), clicked, false);
      if (handled.kind !== "handled" && filled !== undefined) return nothingDone(filledBefore(), clicked, true);
      const view = about === undefined ? undefined : currentView(account, about);
      if (handled.kind === "handled") return carriedOut(handled, account, about, view);
      const behind = view === undefined ? [] : [view];
      return { body: shown([said(again(about, view)), ...behind], about), told: [] };
    },
    refreshed(account, about) {
      const view = account === undefined ? undefined : currentView(account, about);
      return shown([view ?? said(ballotEnded())], about);
    },
    sentence,
  };
}

// What lies in the outbox was put there by the runner, as JSON of a reply.
const opened = (entry: OutboxEntry) => ({ entry, said: JSON.parse(entry.body) as Reply });

const isSaying = ({ blocks, choices, field }: Reply): boolean =>
  blocks.length + choices.length > 0 || field !== undefined;

/** What was clicked before. */
function again(about: string | undefined, view: Reply | undefined): string {
  if (about === undefined) return doneBefore();
  return view === undefined ? ballotEnded() : clickedBefore();
}

/** A sentence for the clicker; to whom it is addressed plays no part in a card. */
const said = (text: string): Reply => reply({ kind: "everyone" }, [text]);

/** A long motion is read in the room; here the own vote and the buttons have to fit. */
const brief = (view: Reply): Reply => ({
  ...view,
  blocks: view.blocks.filter((block) => block.kind !== "text" || block.text.length <= LONGEST_IN_VIEW),
});

/** What the view below says and offers itself need not stand above it. */
function without(one: Reply, view: Reply): Reply {
  const known = new Set(view.blocks.flatMap((block) => (block.kind === "text" ? [block.text] : [])));
  const offered = new Set(view.choices.map(({ command }) => command));
  return {
    ...one,
    blocks: one.blocks.filter((block) => block.kind !== "text" || !known.has(block.text)),
    choices: one.choices.filter(({ command }) => !offered.has(command)),
  };
}
