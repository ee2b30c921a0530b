import type { LocalDate, LocalTime } from "../kernel/local-date.ts";
import { noHolidays } from "../kernel/workdays.ts";
import { dayThatCounts, latestDayBefore } from "./back-period.ts";
import type { DayCount } from "./rule-values.ts";
import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

export type ProposalInput = {
  readonly meeting: LocalDate;
  /** When the proposal came in; without it only the last day is told. */
  readonly received?: { readonly day: LocalDate; readonly time?: LocalTime };
};

export type ProposalRuling = Derivation<"agenda.proposals"> & {
  readonly meeting: LocalDate;
  /** Last day for proposals. */
  readonly latest: LocalDate;
  readonly cutoff: string | null;
  readonly n: number;
  readonly count: DayCount;
  /** Absent if it is not known when the proposal came in. */
  readonly isTimely?: boolean;
};

/** Antragsfrist zur Tagesordnung (GO): last day for proposals, and whether one was in time. Counted back, so never shifted. */
export function agendaProposals(rules: Rules, { meeting, received }: ProposalInput): ProposalRuling {
  const setting = rules.agenda.proposals;
  const { n, count, cutoff = null } = setting.value;
  const period = { length: { n, unit: "calendarDay" }, count, shift: "none" } as const;
  const { latest } = latestDayBefore(period, meeting, noHolidays);
  return {
    rule: "agenda.proposals",
    citation: cite("agenda.proposals", setting),
    alsoFrom: [],
    meeting,
    latest,
    cutoff,
    n,
    count,
    ...(received === undefined ? {} : { isTimely: dayThatCounts(received.day, received.time, cutoff) <= latest }),
  };
}
