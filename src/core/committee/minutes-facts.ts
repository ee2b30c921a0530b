import { itemsOf } from "../agenda/queries.ts";
import { entries, entry } from "../kernel/table.ts";
import { type MinutesContentsRuling, minutesContents } from "../rules/minutes-contents.ts";
import { issuedMinutes } from "./minutes-now.ts";
import type { Slices } from "./state.ts";

/** Pflichtangaben einer Niederschrift, as far as the record can tell. Motions and resolutions are recorded as they come about: none is missing. */
export function contentsOfMinutes(state: Slices, number: number): MinutesContentsRuling {
  const meeting = entry(state.meetings.meetings, number);
  const signed = (role: string): boolean => issuedMinutes(state, number).signatures.some((one) => one.role === role);
  const elections = entries(state.elections.elections).filter((one) => one.meeting === number);
  return minutesContents(state.rules, {
    ort: meeting?.place !== undefined,
    tag: meeting !== undefined,
    beginn: meeting?.openedAt !== undefined,
    ende: meeting?.closedAt !== undefined,
    vorsitz: meeting?.chairedBy !== undefined,
    protokollfuehrung: meeting?.minuteTaker !== undefined,
    anwesende: meeting !== undefined && meeting.attendance.size + meeting.headCounts.length > 0,
    beschlussfaehigkeit: meeting !== undefined && meeting.quorumFindings.length > 0,
    gegenstand: itemsOf(state.agenda, number).length > 0,
    tagesordnung: itemsOf(state.agenda, number).length > 0,
    antraege: true,
    beschluesse: true,
    wahlergebnis: elections.every(({ status }) => status === "accepting" || status === "ended"),
    unterschrift_vorsitz: signed("leitung"),
    unterschrift_protokoll: signed("protokoll"),
  });
}
