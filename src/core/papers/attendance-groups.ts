import type { CountQualifier } from "../meeting/events.ts";
import type { HeadCount } from "../meeting/state.ts";
import { kindOf, whoCame } from "./attendance-people.ts";
import type { PaperSource } from "./paper-source.ts";
import { personOfDay, personWithOrganization } from "./people-in-papers.ts";
import { sourcesOf } from "./sourced.ts";
import type { AttendanceGroup, AttendancePerson } from "./views.ts";

/**
 * Gruppen von Anwesenden: heads as somebody counted them, then those without a vote. Where nobody counted heads, those who came for
 * a Träger are counted from the attendance; both together would count them twice.
 */
export function attendanceGroups(source: PaperSource): readonly AttendanceGroup[] {
  const { headCounts } = source.meeting;
  const kinds: readonly AttendancePerson["kind"][] = ["office", "advisory", "guest"];
  return [
    ...(headCounts.length > 0 ? headCounts.map(countedGroup) : groupOf(source, "delegate")),
    ...kinds.flatMap((kind) => groupOf(source, kind)),
  ];
}

const qualifiers = { exact: undefined, over: "über", about: "etwa", none: undefined } as const satisfies Record<
  CountQualifier,
  unknown
>;

/** "Mitarbeiter*innen des Jugendamtes (Soziale Dienste; Wirtschaftliche Jugendhilfe)": parts are told apart by semicolons alone. */
function countedGroup({ group, count, qualifier, source }: HeadCount): AttendanceGroup {
  const typed = /^([^()]+?) *\(([^()]*;[^()]*)\)$/u.exec(group);
  const word = qualifiers[qualifier];
  return {
    label: typed?.[1] ?? group,
    parts: (typed?.[2] ?? "").split(";").flatMap((part) => (part.trim() === "" ? [] : [part.trim()])),
    persons: [],
    sources: sourcesOf([source]),
    ...(count === undefined ? {} : { count: { number: count, ...(word === undefined ? {} : { qualifier: word }) } }),
  };
}

/** By name only those who were there in a function; the others by number. */
function groupOf(source: PaperSource, kind: AttendancePerson["kind"]): readonly AttendanceGroup[] {
  const people = whoCame(source).filter((one) => kindOf(source, one) === kind);
  if (people.length === 0) return [];
  const named = people.filter((one) => kind !== "delegate" && personOfDay(source, one.person)?.function !== undefined);
  return [
    {
      label: source.context.wording.attendance.group(kind, people.length),
      ...(named.length === people.length ? {} : { count: { number: people.length } }),
      parts: [],
      persons: named.map((one) => personWithOrganization(source, one.person)),
      sources: sourcesOf(people.flatMap((one) => one.sources)),
    },
  ];
}
