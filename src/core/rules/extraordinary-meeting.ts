import type { LocalDate } from "../kernel/local-date.ts";
import { type Holidays, isWorkday, workdayUpTo } from "../kernel/workdays.ts";
import { latestDayBefore } from "./back-period.ts";
import { type DemandRuling, weighDemand } from "./demands.ts";
import { lastDayOf, parsePeriod } from "./period.ts";
import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

export type ExtraordinaryInput = {
  readonly demandReceived: LocalDate;
  /** Seats that demand the meeting. */
  readonly demanders: number;
  readonly votingSeats: number;
  readonly holidays: Holidays;
};

export type ExtraordinaryDays = {
  /** Last day on which the meeting may be held; it is a Termin and does not move on. */
  readonly lastDay: LocalDate;
  readonly isLastDayWorkday: boolean;
  readonly isLastDayHoliday: boolean;
  /** The last workday up to it: plan for that. */
  readonly lastWorkday: LocalDate;
  /** Last day of the call for a meeting on that workday. */
  readonly inviteLatest: LocalDate;
  /** False if the call would have to go before the demand came: the two periods do not fit. */
  readonly isFeasible: boolean;
};

export type ExtraordinaryRuling = Derivation<"invite.extraordinary"> &
  Pick<DemandRuling<string>, "isGranted" | "demands" | "needed" | "missing" | "reason"> & {
    /** Absent if the rules know no such meeting. */
    readonly days?: ExtraordinaryDays;
  };

/** Außerordentliche Sitzung auf Verlangen (GO; § 37 BGB as model). Without a word on how many, any voting seat may demand it. */
export function extraordinaryMeeting(rules: Rules, input: ExtraordinaryInput): ExtraordinaryRuling {
  const setting = rules.invite.extraordinary;
  const derivation = {
    rule: "invite.extraordinary",
    citation: cite("invite.extraordinary", setting),
    alsoFrom: [],
  } as const;
  const { demanders, votingSeats } = input;
  if (setting.value === null)
    return { ...derivation, isGranted: false, demands: demanders, missing: 0, reason: "notProvided" };
  const { demand = { kind: "any" }, within, ladung } = setting.value;
  const weighed = weighDemand(demand, { demands: demanders, presentSeats: votingSeats, votingSeats });
  const lastDay = lastDayOf(parsePeriod(within), input.demandReceived);
  const lastWorkday = workdayUpTo(lastDay, input.holidays);
  const period = { length: { n: ladung.n, unit: "calendarDay" }, count: ladung.count, shift: "none" } as const;
  const inviteLatest = latestDayBefore(period, lastWorkday, input.holidays).latest;
  return {
    ...derivation,
    ...weighed,
    days: {
      lastDay,
      isLastDayWorkday: isWorkday(lastDay, input.holidays),
      isLastDayHoliday: input.holidays.has(lastDay),
      lastWorkday,
      inviteLatest,
      isFeasible: inviteLatest >= input.demandReceived,
    },
  };
}
