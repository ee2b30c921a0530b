import type { LocalDate } from "../core/kernel/local-date.ts";
import type { MinutesApprovalRuling, MinutesContentsRuling } from "../core/rules/minutes-contents.ts";
import type { MinutesDeadlines } from "../core/rules/minutes-deadlines.ts";
import type { Citation } from "../core/rules/setting.ts";
import { dateWithWeekday } from "./dates.ts";
import { counted } from "./names.ts";
import { wordsText } from "./rules-explained-values.ts";
import { citationText, inBrackets } from "./rulings-source.ts";

/** Tagesordnungspunkt zur Niederschrift: "Einwendungen gegen die Niederschrift: keine". */
export function minutesApprovalText({ objections, isVoteNeeded }: MinutesApprovalRuling): string {
  if (isVoteNeeded && objections === 0) return "Genehmigung der Niederschrift";
  return `Einwendungen gegen die Niederschrift: ${objections === 0 ? "keine" : objections}`;
}

/** "Es fehlen Pflichtangaben: Ort und Unterschrift der Sitzungsleitung (§ 93 …)." Nothing if all are there. */
export function contentsSentence({ missing, citation }: MinutesContentsRuling): string {
  if (missing.length === 0) return "";
  const verb = missing.length === 1 ? "Es fehlt eine Pflichtangabe" : "Es fehlen Pflichtangaben";
  return `${verb}: ${wordsText(missing)} ${inBrackets(citation)}.`;
}

/** "Der Entwurf war bis Freitag, 10.02.2023 fällig (§ 9 Abs. 1 GO); verschickt wurde er 3 Tage später." Nothing if it is in time. */
export function draftSentence({ draftDue, isDraftInTime, citation }: MinutesDeadlines, daysLate: number): string {
  if (isDraftInTime !== false) return "";
  const late = counted(daysLate, "Tag", "Tage");
  return `Der Entwurf war bis ${dateWithWeekday(draftDue)} fällig ${inBrackets(citation)}; verschickt wurde er ${late} später.`;
}

type ObjectionPeriod = {
  readonly lastDay: LocalDate;
  readonly shiftedFrom: LocalDate | undefined;
  readonly needsReason: boolean;
  readonly citation: Citation;
};

/** "Einwendungen bis Freitag, 24.02.2023, 24 Uhr (§ 9 Abs. 2 GO)." */
export function objectionPeriodSentence({ lastDay, shiftedFrom, needsReason, citation }: ObjectionPeriod): string {
  const moved =
    shiftedFrom === undefined ? "" : ` Der ${dateWithWeekday(shiftedFrom)} ist kein Werktag, darum der nächste.`;
  const how = needsReason ? ", mit Begründung" : "";
  return `Einwendungen bis ${dateWithWeekday(lastDay)}, 24 Uhr${how} ${inBrackets(citation)}.${moved}`;
}

type ApprovalPlan = {
  readonly approval: MinutesDeadlines["approval"];
  readonly approvedFrom: LocalDate | undefined;
  readonly signers: readonly string[];
  readonly citation: Citation;
};

/** Wie das Protokoll gültig wird. */
export function approvalPlanSentence({ approval, approvedFrom, signers, citation }: ApprovalPlan): string {
  const source = inBrackets(citation);
  switch (approval) {
    case "nextMeeting":
      return `Genehmigt wird es in der nächsten Sitzung ${source}.`;
    case "objectionsOnly":
      return `In der nächsten Sitzung werden nur Einwendungen behandelt; ohne Einwendung gilt es ohne Abstimmung ${source}.`;
    case "silence": {
      const from = approvedFrom === undefined ? "nach der Frist" : `ab ${dateWithWeekday(approvedFrom)}`;
      return `Widerspricht niemand, gilt es ${from} als genehmigt ${source}.`;
    }
    case "signature":
      return `Gültig wird es mit der Unterschrift: ${wordsText(signers)} ${source}.`;
  }
}

type ApprovalFacts = {
  readonly manner: "meeting" | "objectionsTreated" | "silence" | "signature";
  readonly paragraph?: string;
};

/** "ohne Widerspruch in der Sitzung; § 9 Abs. 3 GO": how it was approved, to stand in brackets. */
export function approvalManner({ manner, paragraph }: ApprovalFacts): string {
  const source = citationText({
    setting: "protocol.approval",
    ...(paragraph === undefined ? { origin: "default" } : { origin: "go", paragraph }),
  });
  return `${manners[manner]}; ${source}`;
}

const manners: Readonly<Record<ApprovalFacts["manner"], string>> = {
  meeting: "in der Sitzung, niemand widersprach",
  objectionsTreated: "ohne Abstimmung, keine Einwendung ist offen",
  silence: "stillschweigend nach Ablauf der Frist",
  signature: "durch Unterschrift",
};
