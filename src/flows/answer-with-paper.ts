import type { Given } from "../core/committee/commands.ts";
import { minutes } from "../core/committee/may.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import type { PersonId } from "../core/kernel/ids.ts";
import { internalOnly, noMeetingForPaper, paperFailed, paperReady } from "../texts/papers-in-chat.ts";
import type { Incoming } from "./incoming.ts";
import { whereAsked } from "./interpret.ts";
import { makePaper, meetingOfPaper, PaperFault } from "./make-paper.ts";
import type { Query } from "./queries.ts";
import { type Recipient, type Reply, reply } from "./reply.ts";
import type { RunnerParts } from "./runner-parts.ts";

type PaperQuery = Extract<Query, { kind: "paper" }>;
type Now = Omit<Given, "actor"> & { readonly actor: PersonId | undefined };

/** Papier auf Zuruf: the public version for every member, the internal one for leadership and minute taker. Rejects only for bugs. */
export async function answerWithPaper(
  parts: Pick<RunnerParts, "papers" | "localOf">,
  state: CommitteeState,
  query: PaperQuery,
  incoming: Incoming,
  now: Now,
): Promise<Reply> {
  const isInternal = query.audience === "internal";
  // What is not for everybody never goes to a room, wherever it was asked for.
  const to: Recipient = isInternal ? { kind: "account", account: incoming.account } : whereAsked(incoming);
  const mayReadInternal = now.actor !== undefined && minutes(state, now.actor, now.today);
  if (isInternal && !mayReadInternal) return reply(to, internalOnly());
  const wish = { kind: query.paper, audience: query.audience, meeting: query.meeting };
  const meeting = meetingOfPaper(state, wish, now.today);
  if (meeting === undefined) return reply(to, noMeetingForPaper());
  try {
    const files = await makePaper(parts.papers, state, meeting, wish, now.now, parts.localOf);
    const { kind } = state.rules.protocol;
    return reply(to, paperReady(query.paper, query.audience, meeting.appointment.date, kind.value), { files });
  } catch (error) {
    if (error instanceof PaperFault) return reply(to, paperFailed(error.message));
    throw error;
  }
}
