import type { Instant } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import type { Holidays } from "../kernel/workdays.ts";
import { acceptancePeriod } from "./election-acceptance.ts";
import { hoursAfter } from "./hour-period.ts";
import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

export type ElectionAnswerInput = {
  /** Day, and for a period in hours the instant, on which the person was told. */
  readonly notified: LocalDate;
  readonly notifiedAt: Instant;
  /** What the person said, and when. */
  readonly answer?: { readonly accepts: boolean; readonly on: LocalDate; readonly at: Instant };
  /** Today and now. */
  readonly on: LocalDate;
  readonly now: Instant;
  readonly holidays: Holidays;
};

export type ElectionAnswerRuling = Derivation<"election.acceptance"> & {
  readonly state: "open" | "accepted" | "declined";
  readonly isBySilence: boolean;
  /** What silence means at the end. */
  readonly silence: "accepted" | "declined";
  /** Last day for the answer; absent for a period in hours. */
  readonly lastDay?: LocalDate;
  /** Silence takes effect at the beginning of this day, local time, or at this instant. */
  readonly lapsesOn?: LocalDate;
  readonly lapsesAt?: Instant;
};

/**
 * Annahme der Wahl (GO; Wahlordnung BayStuRa as model): who is elected answers within the period; what silence means at its end the
 * rules say. An answer that comes later changes nothing. A period in hours ("PT72H") is elapsed time, one in days ends with a local day.
 */
export function electionAnswer(rules: Rules, input: ElectionAnswerInput): ElectionAnswerRuling {
  const setting = rules.election.acceptance;
  const { within, silence } = setting.value;
  const derivation = {
    rule: "election.acceptance",
    citation: cite("election.acceptance", setting),
    alsoFrom: [],
    silence,
  } as const;
  const hours = /^PT(\d{1,4})H$/.exec(within)?.[1];
  if (hours !== undefined) {
    const lapsesAt = hoursAfter(input.notifiedAt, Number(hours));
    return { ...derivation, lapsesAt, ...stateOf(input, silence, (_, at) => at > lapsesAt) };
  }
  const { lastDay, lapsesOn } = acceptancePeriod(rules, input.notified, input.holidays);
  return { ...derivation, lastDay, lapsesOn, ...stateOf(input, silence, (on) => on > lastDay) };
}

function stateOf(
  { answer, on, now }: ElectionAnswerInput,
  silence: "accepted" | "declined",
  isOver: (on: LocalDate, at: Instant) => boolean,
): Pick<ElectionAnswerRuling, "state" | "isBySilence"> {
  if (answer !== undefined && !isOver(answer.on, answer.at))
    return { state: answer.accepts ? "accepted" : "declined", isBySilence: false };
  return isOver(on, now) ? { state: silence, isBySilence: true } : { state: "open", isBySilence: false };
}
