import { newestEdition } from "../../core/committee/answers-now.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import type { PersonId } from "../../core/kernel/ids.ts";
import { accountsOf } from "../../core/membership/queries.ts";
import type { LetterTo, Summons } from "./telling.ts";

type Message = {
  readonly summons: Omit<Summons, "person">;
  readonly letter: { readonly subject: string; readonly lines: LetterTo["lines"] };
};

/** Jemanden erreichen: by direct chat, without an account by mail to the address of the invitation; nothing if there is neither. */
export function reachPerson(
  state: CommitteeState,
  meeting: number,
  person: PersonId,
  { summons, letter }: Message,
): { readonly summons: readonly Summons[]; readonly letters: readonly LetterTo[] } {
  if (accountsOf(state.membership, person).length > 0) return { summons: [{ person, ...summons }], letters: [] };
  const recipients = newestEdition(state, meeting)?.recipients ?? [];
  const address = recipients.find((one) => one.person === person)?.address;
  if (address === undefined) return { summons: [], letters: [] };
  const { subject, lines } = letter;
  return { summons: [], letters: [{ person, lines, letter: { kind: "note", subject, address } }] };
}
