import type { ElectionRuling } from "./election-ruling.ts";

/** Was über einen Wahlgang festzuhalten ist. Names are the candidates' keys; the rest are kinds of votes. */
export type ElectionRecord = {
  readonly must: readonly { readonly candidate: string; readonly votes: number }[];
  readonly optional: readonly ("no" | "abstain" | "invalid")[];
};

/**
 * Pflichtangaben zum Wahlgang (§ 93 VwVfG; VG Hannover 1 A 4130/15 on § 67 NKomVG as models): the votes of each candidate. Nein,
 * Enthaltung and invalid votes must stand beside them only where the outcome rests on them; a majority of the members or of those
 * present does not.
 */
export function electionRecord({ base, standings }: ElectionRuling): ElectionRecord {
  const must = standings.map(({ id, votes }) => ({ candidate: id, votes }));
  return { must, optional: base === "validVotes" ? ["abstain", "invalid"] : ["no", "abstain", "invalid"] };
}
