import type { LocalDate } from "../kernel/local-date.ts";
import { daysLater, type Holidays } from "../kernel/workdays.ts";
import { type ForwardDeadline, forwardDeadline } from "./forward-deadline.ts";
import { requireCounts } from "./integers.ts";
import { lastDayOf, parsePeriod } from "./period.ts";
import type { Rules } from "./rules.ts";
import type { MinutesRules } from "./rules-voting.ts";
import { cite, type Derivation } from "./setting.ts";

export type MinutesDeadlinesInput = {
  readonly meeting: LocalDate;
  /** Day on which the minutes were sent. */
  readonly submitted?: LocalDate;
  /** Einwendungen so far. */
  readonly objections?: number;
  readonly holidays: Holidays;
};

export type MinutesDeadlines = Derivation<"minutes.periods"> & {
  readonly meeting: LocalDate;
  /** Last day for the draft. */
  readonly draftDue: LocalDate;
  /** Absent until the minutes are sent. */
  readonly isDraftInTime?: boolean;
  readonly objections?: ForwardDeadline;
  readonly approval: MinutesRules["approval"]["value"];
  /** First day on which the minutes are approved by silence; absent if they are approved in another way, or somebody objected. */
  readonly approvedFrom?: LocalDate;
};

/** Protokollfristen (GO): draft, objections, approval by silence. The objection is a declaration, so § 193 BGB is the model for it. */
export function minutesDeadlines(rules: Rules, input: MinutesDeadlinesInput): MinutesDeadlines {
  const { draftWithin, objectionWithin, approval } = rules.protocol;
  const { meeting, submitted, objections = 0, holidays } = input;
  requireCounts({ objections });
  const draftDue = lastDayOf(parsePeriod(draftWithin.value), meeting);
  const facts = {
    rule: "minutes.periods",
    citation: cite("protocol.draftWithin", draftWithin),
    meeting,
    draftDue,
    approval: approval.value,
  } as const;
  if (submitted === undefined) return { ...facts, alsoFrom: [] };
  const objection = forwardDeadline(
    { citation: cite("protocol.objectionWithin", objectionWithin) },
    { end: { event: submitted, length: parsePeriod(objectionWithin.value) }, shift: "bgb193", holidays },
  );
  const isSilent = approval.value === "silence" && objections === 0;
  return {
    ...facts,
    alsoFrom: [cite("protocol.objectionWithin", objectionWithin), cite("protocol.approval", approval)],
    isDraftInTime: submitted <= draftDue,
    objections: objection,
    ...(isSilent ? { approvedFrom: daysLater(objection.lastDay, 1) } : {}),
  };
}
