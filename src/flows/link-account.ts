import type { Given } from "../core/committee/commands.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import { decideMembership } from "../core/membership/decide.ts";
import { tooManyWrongCodes, welcome } from "../texts/linking.ts";
import type { Incoming } from "./incoming.ts";
import { whereAsked } from "./interpret.ts";
import { namesOf } from "./names-of.ts";
import { refusalReply } from "./refusal-reply.ts";
import { type Reply, reply } from "./reply.ts";
import type { Outcome, RunnerParts } from "./runner-parts.ts";

/** Anmelden: links an account to a person by a one-time code. After too many wrong codes the account has to wait. */
export function linkAccount(
  parts: RunnerParts,
  state: CommitteeState,
  incoming: Incoming,
  code: string,
  now: Pick<Given, "now" | "today">,
): Outcome {
  const { account } = incoming;
  if (parts.wrongCodes.mustWait(account, now.now)) return saying(reply(whereAsked(incoming), tooManyWrongCodes()));
  const codeHash = parts.hashOfCode(code);
  const decided = decideMembership(state.membership, { type: "LinkAccount", account, codeHash, today: now.today });
  if (!decided.ok) {
    if (decided.error.code === "LinkCodeWrong") parts.wrongCodes.count(account, now.now);
    return saying(refusalReply(parts.localOf, state, incoming, decided.error, now));
  }
  const linked = decided.value.find((event) => event.type === "AccountLinked");
  const person = linked?.person ?? state.membership.accounts.get(account);
  if (person === undefined) throw new Error("linked to nobody");
  const name = namesOf(state, now.today, parts.localOf).person(person);
  return {
    decision: { events: decided.value },
    by: person,
    replies: [reply(whereAsked(incoming), welcome(name), { choices: [{ label: "hilfe", command: "hilfe" }] })],
  };
}

function saying(answer: Reply): Outcome {
  return { decision: { events: [] }, by: "system", replies: [answer] };
}
