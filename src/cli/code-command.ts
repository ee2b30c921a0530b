import { existsSync } from "node:fs";
import { systemClock } from "../adapters/clock/system-clock.ts";
import { localOf } from "../adapters/clock/zone-time.ts";
import { addDays } from "../core/kernel/local-date.ts";
import { decideMembership } from "../core/membership/decide.ts";
import { findPeople } from "../core/membership/find.ts";
import { withOrganization } from "../core/membership/queries.ts";
import { CODE_VALID_DAYS } from "../flows/command-table/general-rows.ts";
import { zoneOf } from "../flows/names-of.ts";
import { noRecordYet } from "../texts/check.ts";
import { unknownOption } from "../texts/command-line.ts";
import { codeIssued, codeUsage, nobodyOfThatName, severalOfThatName } from "../texts/matrix-login.ts";
import type { House } from "./compose.ts";
import { exitCodes } from "./exit-codes.ts";
import { newLinkCode } from "./link-codes.ts";
import type { Terminal } from "./terminal.ts";
import { withFolders, withHouse } from "./with-house.ts";

/** `code NAME`: the first code, for whoever then gives out the others in the chat. A code given earlier to the same person is void. */
export function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const typed = args.join(" ").trim();
  if (typed === "" || typed.startsWith("--")) {
    terminal.complain(unknownOption(typed, codeUsage));
    return Promise.resolve(exitCodes.usage);
  }
  return withFolders(terminal, async (folders) => {
    if (!existsSync(folders.database)) {
      terminal.complain(noRecordYet(folders.data));
      return exitCodes.fault;
    }
    return withHouse(folders, (house) => issue(house, typed, terminal));
  });
}

async function issue({ runner }: House, typed: string, terminal: Terminal): Promise<number> {
  const { membership } = runner.state();
  const today = localOf(systemClock.now(), zoneOf(runner.state())).date;
  const found = findPeople(membership, typed, today);
  if (found.kind !== "one") {
    const meant = found.kind === "several" ? found.candidates : found.suggestions;
    const names = meant.map((one) => withOrganization(membership, one));
    terminal.complain(names.length === 0 ? nobodyOfThatName(typed) : severalOfThatName(typed, names));
    return exitCodes.fault;
  }
  const { code, codeHash } = newLinkCode();
  const { person } = found.value;
  const validUntil = addDays(today, CODE_VALID_DAYS);
  const decided = decideMembership(membership, { type: "IssueLinkCode", person, codeHash, validUntil, today });
  if (!decided.ok) throw new Error(decided.error.code);
  await runner.apply(decided.value);
  terminal.print(codeIssued(withOrganization(membership, found.value), code, CODE_VALID_DAYS));
  return exitCodes.fine;
}
