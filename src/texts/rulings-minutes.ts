import type { MinutesApprovalRuling } from "../core/rules/minutes-contents.ts";

/** Tagesordnungspunkt zur Niederschrift: "Einwendungen gegen die Niederschrift: keine". */
export function minutesApprovalText({ objections, isVoteNeeded }: MinutesApprovalRuling): string {
  if (isVoteNeeded && objections === 0) return "Genehmigung der Niederschrift";
  return `Einwendungen gegen die Niederschrift: ${objections === 0 ? "keine" : objections}`;
}
