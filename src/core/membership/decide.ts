import { assertNever } from "../kernel/assert-never.ts";
import type { AccountId, PersonId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import type { CommitteeFile } from "./committee-file.ts";
import type { MembershipEvent } from "./events.ts";
import { diffCommittee } from "./import-diff.ts";
import { importProblems } from "./import-problems.ts";
import { personOn } from "./queries.ts";
import type { MembershipRefusal } from "./refusal.ts";
import type { LinkCode, MembershipState } from "./state.ts";

export type MembershipCommand =
  /** A second import of the same file changes nothing. */
  | { readonly type: "ImportCommittee"; readonly desired: CommitteeFile; readonly today: LocalDate }
  /** A new code takes the place of the person's old one. The same hash once more changes nothing. */
  | {
      readonly type: "IssueLinkCode";
      readonly person: PersonId;
      readonly codeHash: string;
      readonly validUntil: LocalDate;
      readonly today: LocalDate;
    }
  /** The same account with the same code once more changes nothing: platforms send twice. */
  | {
      readonly type: "LinkAccount";
      readonly account: AccountId;
      readonly codeHash: string;
      readonly today: LocalDate;
    }
  | { readonly type: "UnlinkAccount"; readonly account: AccountId };

type Of<Type extends MembershipCommand["type"]> = Extract<MembershipCommand, { type: Type }>;
type Decision = Result<readonly MembershipEvent[], MembershipRefusal>;

export function decideMembership(state: MembershipState, command: MembershipCommand): Decision {
  switch (command.type) {
    case "ImportCommittee":
      return importCommittee(state, command);
    case "IssueLinkCode":
      return issueLinkCode(state, command);
    case "LinkAccount":
      return linkAccount(state, command);
    case "UnlinkAccount":
      return unlinkAccount(state, command);
    default:
      return assertNever(command);
  }
}

function importCommittee(state: MembershipState, { desired, today }: Of<"ImportCommittee">): Decision {
  const problems = importProblems(state, desired, today);
  if (problems.length > 0) return refuse({ code: "ImportRefused", problems });
  return ok(diffCommittee(state, desired, today).map(({ event }) => event));
}

function issueLinkCode(state: MembershipState, command: Of<"IssueLinkCode">): Decision {
  const { person, codeHash, validUntil, today } = command;
  const member = memberOn(state, person, today);
  if (!member.ok) return member;
  const sameCode = codeWith(state, codeHash);
  if (sameCode?.person === person && sameCode.validUntil === validUntil) return ok([]);
  if (sameCode !== undefined || state.spentCodes.has(codeHash)) return refuse({ code: "LinkCodeTaken" });
  return ok([{ type: "LinkCodeIssued", person, codeHash, validUntil }]);
}

function linkAccount(state: MembershipState, { account, codeHash, today }: Of<"LinkAccount">): Decision {
  const owner = state.accounts.get(account);
  const spentBy = state.spentCodes.get(codeHash);
  if (spentBy !== undefined) return spentBy === owner ? ok([]) : refuse({ code: "LinkCodeSpent" });
  const code = codeWith(state, codeHash);
  if (code === undefined) return refuse({ code: "LinkCodeWrong" });
  if (code.validUntil < today) return refuse({ code: "LinkCodeExpired", validUntil: code.validUntil });
  const member = memberOn(state, code.person, today);
  if (!member.ok) return member;
  if (owner !== undefined && owner !== code.person) return refuse({ code: "AccountTaken", account, person: owner });
  return ok([{ type: "AccountLinked", person: code.person, account }]);
}

function unlinkAccount(state: MembershipState, { account }: Of<"UnlinkAccount">): Decision {
  const person = state.accounts.get(account);
  if (person === undefined) return refuse({ code: "AccountNotLinked", account });
  return ok([{ type: "AccountUnlinked", person, account }]);
}

function memberOn(state: MembershipState, key: PersonId, today: LocalDate): Result<undefined, MembershipRefusal> {
  if (!state.people.has(key)) return refuse({ code: "UnknownPerson", person: key });
  return personOn(state, key, today) === undefined ? refuse({ code: "PersonNotMember", person: key }) : ok(undefined);
}

function codeWith(state: MembershipState, codeHash: string): LinkCode | undefined {
  return [...state.codes.values()].find((code) => code.codeHash === codeHash);
}
