import type { Given } from "../core/committee/commands.ts";
import type { Refusal } from "../core/committee/refusal.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import { refusalText } from "../texts/refusals.ts";
import type { Incoming } from "./incoming.ts";
import { whereAsked } from "./interpret.ts";
import { type LocalClock, namesOf } from "./names-of.ts";
import { type Recipient, type Reply, reply } from "./reply.ts";

/** Ablehnung: reason, paragraph, and what is possible now, as lines one can type. Said where it was asked, unless `to` says otherwise. */
export function refusalReply(
  localOf: LocalClock,
  state: CommitteeState,
  incoming: Incoming,
  refusal: Refusal,
  given: Pick<Given, "today">,
  to: Recipient = whereAsked(incoming),
): Reply {
  const { lines, commands } = refusalText(refusal, namesOf(state, given.today, localOf));
  return reply(to, lines, { choices: commands.map((line) => ({ label: line, command: line })) });
}
