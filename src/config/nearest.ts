import { nearestWords } from "../core/kernel/edit-distance.ts";

/** The candidate most like the word that was typed, if it is like it at all; case does not matter. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const [found] = nearestWords(
    word.toLowerCase(),
    candidates.map((candidate) => candidate.toLowerCase()),
    1,
  );
  return candidates.find((candidate) => candidate.toLowerCase() === found);
}
