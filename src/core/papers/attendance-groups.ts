import type { CountQualifier } from "../kernel/count-qualifier.ts";
import type { Attendance, HeadCount } from "../meeting/state.ts";
import { kindOf, whoCame } from "./attendance-people.ts";
import type { PaperSource } from "./paper-source.ts";
import { personOfDay, personWithOrganization } from "./people-in-papers.ts";
import { sourcesOf } from "./sourced.ts";
import type { AttendanceGroup, AttendancePerson, HeadCount as PaperHeadCount } from "./views.ts";

/**
 * Gruppen von Anwesenden: heads as somebody counted them, and by name those without a vote who were there in a function. Where nobody
 * counted heads, everybody is counted from the attendance; both together would count people twice.
 */
export function attendanceGroups(source: PaperSource): readonly AttendanceGroup[] {
  const { headCounts } = source.meeting;
  if (headCounts.length > 0)
    return [...headCounts.map(countedGroup), ...withoutVote.flatMap((kind) => named(source, kind))];
  return (["delegate", ...withoutVote] as const).flatMap((kind) => groupOf(source, kind, peopleOf(source, kind)));
}

const withoutVote = ["office", "advisory", "guest"] as const satisfies readonly AttendancePerson["kind"][];

const qualifiers = { exact: undefined, over: "über", about: "etwa", none: undefined } as const satisfies Record<
  CountQualifier,
  unknown
>;

/** "Mitarbeiter*innen des Jugendamtes (Soziale Dienste; Wirtschaftliche Jugendhilfe)": parts are told apart by semicolons alone. */
function countedGroup({ group, count, qualifier, source }: HeadCount): AttendanceGroup {
  const typed = /^([^()]+?) *\(([^()]*;[^()]*)\)$/u.exec(group);
  return {
    label: typed?.[1] ?? group,
    parts: (typed?.[2] ?? "").split(";").flatMap((part) => (part.trim() === "" ? [] : [part.trim()])),
    persons: [],
    sources: sourcesOf([source]),
    ...headCountOf({ count, qualifier }),
  };
}

/** Kopfzahl; none where a group was only named. */
export function headCountOf(heads: Pick<HeadCount, "qualifier"> & { readonly count: number | undefined }): {
  readonly count?: PaperHeadCount;
} {
  const { count, qualifier } = heads;
  const word = qualifiers[qualifier];
  return count === undefined ? {} : { count: { number: count, ...(word === undefined ? {} : { qualifier: word }) } };
}

function peopleOf(source: PaperSource, kind: AttendancePerson["kind"]): readonly Attendance[] {
  return whoCame(source).filter((one) => kindOf(source, one) === kind);
}

function named(source: PaperSource, kind: AttendancePerson["kind"]): readonly AttendanceGroup[] {
  const people = peopleOf(source, kind).filter((one) => personOfDay(source, one.person)?.function !== undefined);
  return groupOf(source, kind, people);
}

/** By name only those who were there in a function; the others by number. */
function groupOf(
  source: PaperSource,
  kind: AttendancePerson["kind"],
  people: readonly Attendance[],
): readonly AttendanceGroup[] {
  if (people.length === 0) return [];
  const known = people.filter((one) => kind !== "delegate" && personOfDay(source, one.person)?.function !== undefined);
  return [
    {
      label: source.context.wording.attendance.group(kind, people.length),
      ...(known.length === people.length ? {} : { count: { number: people.length } }),
      parts: [],
      persons: known.map((one) => personWithOrganization(source, one.person)),
      sources: sourcesOf(people.flatMap((one) => one.sources)),
    },
  ];
}
