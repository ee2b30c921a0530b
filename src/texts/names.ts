import type { BallotSubject } from "../core/ballot/events.ts";
import type { Instant, PersonId, SeatId } from "../core/kernel/ids.ts";
import type { Rules } from "../core/rules/rules.ts";
import type { SettingsByPath } from "../core/rules/setting.ts";

/** Namen für Sätze: how people, seats and instants are called in this committee. Given by the flow, which knows the state. */
export type Names = {
  /** "Frau Jansen (Kinderschutzbund)" */
  person(person: PersonId): string;
  /** "Kinderschutzbund" */
  seat(seat: SeatId): string;
  /** "10:12 Uhr", in the committee's zone. */
  time(at: Instant): string;
  /** "27.01.2023, 10:12 Uhr", in the committee's zone. */
  moment(at: Instant): string;
  /** The rules as a change of these settings would make them. */
  changedRules(settings: SettingsByPath): Rules;
};

/** "Frau Jansen", "Frau Jansen und Herr Lindner", "a, b und c". */
export function joined(names: readonly string[], word = "und"): string {
  if (names.length < 2) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")} ${word} ${names.at(-1)}`;
}

/** "Herrn Lindner" where a sentence asks for it: von, mit, an, für. Other forms of address stay as they are. */
export const oblique = (name: string): string => name.replace(/^Herr (?=\S)/, "Herrn ");

export const people = (names: Names, list: readonly PersonId[], word?: string): string =>
  joined(
    list.map((person) => names.person(person)),
    word,
  );

export const seats = (names: Names, list: readonly SeatId[]): string => joined(list.map((seat) => names.seat(seat)));

/** "Antrag 2", "Änderungsantrag Ä1", "Wahl": what is voted on. */
export function subjectName(subject: BallotSubject): string {
  switch (subject.kind) {
    case "motion":
      return `Antrag ${subject.motion}`;
    case "amendment":
      return `Änderungsantrag Ä${subject.amendment}`;
    case "question":
      return `Frage ${subject.question}`;
    case "election":
      return `Wahl, ${subject.round}. Wahlgang`;
  }
}

/** "1 Sitz", "3 Sitze". */
export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
