import type { CommitteeState } from "../committee/state.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import type { Workshop } from "../workshop/state.ts";
import type { PaperContext } from "./paper-source.ts";
import type { PeopleSource } from "./people-in-papers.ts";

/** Woraus die Dokumentation entsteht: the committee, one of its workshops, the context; people as they were on its first day. */
export type WorkshopSource = PeopleSource & {
  readonly state: CommitteeState;
  readonly workshop: Workshop;
  readonly context: PaperContext;
};

export const firstDayOf = ({ days }: Workshop, { today }: PaperContext): LocalDate => days[0]?.date ?? today;
