import type { CommitteeState } from "../core/committee/state.ts";
import type { PersonId } from "../core/kernel/ids.ts";
import type { LocalDate, LocalTime } from "../core/kernel/local-date.ts";
import type { Holidays } from "../core/kernel/workdays.ts";
import type { Names } from "../texts/names.ts";
import type { Incoming } from "./incoming.ts";

/** Wer fragt, und wann. */
export type Asked = {
  readonly state: CommitteeState;
  readonly incoming: Incoming;
  /** Undefined while the account is not linked. */
  readonly person: PersonId | undefined;
  readonly today: LocalDate;
  readonly time: LocalTime;
  readonly holidays: Holidays;
  readonly names: Names;
  /** Messages that wait for delivery. */
  readonly waiting: number;
  /** What is wrong with the platforms, in sentences. */
  readonly alarms: readonly string[];
};
