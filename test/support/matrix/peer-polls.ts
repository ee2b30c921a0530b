import type { MatrixEvent, Poll, Room } from "matrix-js-sdk";
import { PollResponseEvent } from "matrix-js-sdk/lib/extensible_events_v1/PollResponseEvent.js";
import type { ShownPoll } from "./peer-commands.ts";

/** The polls of a room as Element counts them, oldest first. */
export async function shownPolls(room: Room): Promise<readonly ShownPoll[]> {
  const polls = [...room.polls.values()].sort((a, b) => a.rootEvent.getTs() - b.rootEvent.getTs());
  return Promise.all(polls.map(shownPoll));
}

async function shownPoll(poll: Poll): Promise<ShownPoll> {
  const { question, rawKind, maxSelections, answers } = poll.pollEvent;
  const votes = votesOf(poll, (await poll.getResponses()).getRelations());
  const chosen = Object.values(votes).flat();
  return {
    id: poll.pollId,
    sender: poll.rootEvent.getSender() ?? "",
    question: question.text,
    kind: rawKind,
    maxSelections,
    answers: answers.map(({ id, text }) => ({ id, text, votes: chosen.filter((one) => one === id).length })),
    votes,
    ended: poll.isEnded,
    undecryptable: poll.undecryptableRelationsCount,
  };
}

/** The last response counts; a spoiled one leaves nothing. */
function votesOf(poll: Poll, responses: readonly MatrixEvent[]): Readonly<Record<string, readonly string[]>> {
  const inOrder = [...responses].sort((a, b) => a.getTs() - b.getTs());
  return Object.fromEntries(
    inOrder.map((event) => {
      const response = new PollResponseEvent({ type: event.getType(), content: event.getContent() });
      response.validateAgainst(poll.pollEvent);
      return [event.getSender() ?? "", response.answerIds];
    }),
  );
}
