import type { Election } from "../election/state.ts";
import type { PersonId } from "../kernel/ids.ts";
import { electionMethod } from "../rules/election-method.ts";
import type { Slices } from "./state.ts";

/** Wer im nächsten Wahlgang steht: after a round those it left, otherwise all who stand. */
export function standingNow(election: Election): readonly PersonId[] {
  if (election.status === "runoff") return election.standing;
  const elected = new Set(election.elected.filter((one) => one.answer !== "declined").map((one) => one.person));
  return election.candidates.map((one) => one.person).filter((person) => !elected.has(person));
}

/** Ob in dieser Wahl Listen zur Wahl stehen: several seats, d'Hondt in the rules, and not put aside unanimously. */
export const isByLists = (state: Slices, { open, status, methodVote }: Election): boolean =>
  open > 1 && status !== "runoff" && electionMethod(state.rules, methodVote).method === "dHondt";

/** Ob über jede Bewerbung mit Ja und Nein gestimmt wird: one of several equal seats, by the rules; a run-off is between names. */
export const isByYesNo = (state: Slices, { seats, status, methodVote }: Election): boolean =>
  seats > 1 && status !== "runoff" && electionMethod(state.rules, methodVote).method === "yesNoRanked";

/** Wahlvorschlag im Wahlgang: a list, or somebody who stands alone. `head` stands for it on the ballot paper. */
export type Slate = { readonly name?: string; readonly head: PersonId; readonly people: readonly PersonId[] };

/** Who of each list still stands, in its order; then who stands on none. Lists of which nobody is left are none. */
export function slatesOf(election: Election): readonly Slate[] {
  const standing = standingNow(election);
  const listed = new Set(election.lists.flatMap((list) => list.people));
  const lists = election.lists.flatMap(({ name, people }): readonly Slate[] => {
    const left = people.filter((person) => standing.includes(person));
    const [head] = left;
    return head === undefined ? [] : [{ name, head, people: left }];
  });
  const alone = standing.filter((person) => !listed.has(person)).map((person) => ({ head: person, people: [person] }));
  return [...lists, ...alone];
}
