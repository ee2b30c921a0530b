import type { AccountId } from "../../core/kernel/ids.ts";
import { accountsOf } from "../../core/membership/queries.ts";
import { accountProblem } from "../../texts/prompts.ts";
import { type Acceptor, problem, type Taken, taken } from "./acceptor.ts";
import { person } from "./people.ts";
import { quoted } from "./text.ts";

/** Verbundenes Konto einer Person; with several, the one meant stands in quotation marks behind the name. */
export const linkedAccount: Acceptor<AccountId> = {
  sign: "NAME",
  take(rest, context): Taken<AccountId> {
    const named = quoted("KONTO").take(rest, context);
    if (named.kind === "problem") return named;
    const whose = person.take(named.kind === "taken" ? named.rest : rest, context);
    if (whose.kind !== "taken") return whose;
    const accounts = accountsOf(context.state.membership, whose.value);
    const meant = named.kind === "taken" ? accounts.filter((one) => one === named.value) : accounts;
    const [only] = meant;
    if (only !== undefined && meant.length === 1) return taken(only, whose.rest);
    const suggestions = accounts.map((one) => ({ label: one, instead: `@${whose.value} "${one}"` }));
    return problem(accountProblem(accounts.length), rest.head, suggestions);
  },
};
