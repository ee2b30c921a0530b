import { nearestWords } from "../../core/kernel/edit-distance.ts";

/** " – meinten Sie »name«?", or nothing if no candidate is near. */
export function suggestion(word: string, candidates: readonly string[]): string {
  const [nearest] = nearestWords(word, candidates, 1);
  return nearest === undefined ? "" : ` – meinten Sie »${nearest}«?`;
}
