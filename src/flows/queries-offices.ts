import { type HeldOffice, heldOffices } from "../core/committee/office-terms.ts";
import { noOffices, officeHolder, officeLine, officesHead, periodIsOver } from "../texts/offices.ts";
import type { Asked } from "./queries-asked.ts";
import { type Block, list } from "./reply.ts";

/** Wer welches Amt hat, and where a new election is due. */
export function officeBlocks({ state, today, names }: Asked): readonly (Block | string)[] {
  const offices = heldOffices(state, today);
  if (offices.length === 0) return [noOffices()];
  const lines = offices.map(({ office, holders }) =>
    officeLine(
      office.title,
      holders.map(({ person, since, period }) => officeHolder(names.person(person), since, period)),
      office.holders - holders.length,
    ),
  );
  return [officesHead(), list(lines), ...overdue(offices, names.person)];
}

/** Amtszeiten, die abgelaufen sind: for the status, as long as nobody was elected anew. */
export const periodWarnings = ({ state, today, names }: Asked): readonly string[] =>
  overdue(heldOffices(state, today), names.person);

function overdue(offices: readonly HeldOffice[], nameOf: Asked["names"]["person"]): readonly string[] {
  return offices.flatMap(({ office, holders }) =>
    holders.flatMap(({ person, period }) =>
      period?.isElectionDue === true ? [periodIsOver(nameOf(person), office.title, period)] : [],
    ),
  );
}
