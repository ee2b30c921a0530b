import type { PersonId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { personOn } from "../membership/queries.ts";
import type { Office } from "../membership/state.ts";
import { type OfficePeriodRuling, officePeriod } from "../rules/office-period.ts";
import type { Slices } from "./state.ts";

/** Wer ein Amt hat, since when, and (for elected chairs and their deputies) how far the period of office has gone. */
export type OfficeHolder = {
  readonly person: PersonId;
  readonly since: LocalDate | undefined;
  readonly period: OfficePeriodRuling | undefined;
};

export type HeldOffice = { readonly office: Office; readonly holders: readonly OfficeHolder[] };

/** Ämter und Amtszeiten an diesem Tag, in the order of the committee file. Who left the committee holds nothing. */
export function heldOffices(state: Slices, today: LocalDate): readonly HeldOffice[] {
  return [...state.membership.offices.values()].map((office) => ({
    office,
    holders: office.heldBy
      .filter((person) => personOn(state.membership, person, today) !== undefined)
      .map((person) => {
        const since = office.since.get(person);
        return { person, since, period: periodOf(state, office, person, since, today) };
      }),
  }));
}

/** What comes from the file has no day of election, and the rules set a period for chairs only. */
function periodOf(
  state: Slices,
  { kind, elected }: Office,
  person: PersonId,
  since: LocalDate | undefined,
  today: LocalDate,
): OfficePeriodRuling | undefined {
  const isChair = kind === "chair" || kind === "deputyChair";
  if (!isChair || since === undefined || !elected.includes(person)) return undefined;
  return officePeriod(state.rules, { elected: since, on: today });
}
