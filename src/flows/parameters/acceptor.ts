import type { CommitteeState } from "../../core/committee/state.ts";
import type { ReadingDates } from "../../core/kernel/date-reading.ts";
import type { AccountId, Instant, PersonId, RoomId } from "../../core/kernel/ids.ts";
import type { LocalDate, LocalTime } from "../../core/kernel/local-date.ts";
import type { Result } from "../../core/kernel/result.ts";
import type { SettingsByPath } from "../../core/rules/setting.ts";
import type { QuestionThread } from "../question-thread.ts";

/** Was das Verstehen von der Welt braucht: time on the spot, German dates, chance and fresh codes. */
export type InterpretPorts = {
  readonly dates: ReadingDates;
  localOf(at: Instant, timeZone: string): { readonly date: LocalDate; readonly time: LocalTime };
  /** A random integer from 0 to 2^48 − 1. */
  chance(): number;
  /** A change of the rules as typed, checked with the schema of the file; the problems in German. */
  readRulesChange(text: string): Result<SettingsByPath, readonly string[]>;
  /** A fresh one-time code, and the hash of it that may be stored. */
  newLinkCode(): { readonly code: string; readonly codeHash: string };
  /** A fresh secret for the address of a calendar, and the hash of it that may be stored. */
  newFeedSecret(): { readonly secret: string; readonly hash: string };
  /** Whether a file with this name lies among the outgoing papers. */
  hasPaper(name: string): boolean;
  /** Where calendars can be subscribed to ("https://ag78.example.de"); undefined where that is not set up. */
  readonly feedBase: string | undefined;
};

/** Worin gelesen wird. The local day is a function, since most lines (votes above all) do not need it. */
export type ReadingContext = {
  readonly state: CommitteeState;
  readonly actor: PersonId;
  readonly account: AccountId;
  /** By direct chat, or into a field that nobody else reads. */
  readonly isPrivate: boolean;
  /** Where it was said, if not by direct chat; of a field where its card stands. */
  readonly room?: RoomId;
  /** The guiding question in whose thread it was said. */
  readonly question?: QuestionThread;
  readonly today: () => LocalDate;
  readonly time: () => LocalTime;
  readonly ports: InterpretPorts;
};

/** What has not been read yet: behind the command's words, and behind the colon. */
export type Rest = { readonly head: string; readonly body: string | undefined };

/** What was perhaps meant: a label, and the words to put in the place of those typed. */
export type Suggestion = { readonly label: string; readonly instead: string };

export type Problem = {
  readonly kind: "problem";
  readonly sentence: string;
  /** The words the suggestions stand for; all of the rest if there are none. */
  readonly typed?: string;
  readonly suggestions: readonly Suggestion[];
};

export type Taken<T> =
  | { readonly kind: "taken"; readonly value: T; readonly rest: Rest }
  | { readonly kind: "absent" }
  | Problem;

/** Annahme einer Angabe: takes its part out of what was typed, checks it, and knows what there is to choose from. */
export type Acceptor<T> = {
  take(rest: Rest, context: ReadingContext): Taken<T>;
  offer?(context: ReadingContext): readonly Suggestion[];
  /** How the handbook and the help write it ("NAME"). */
  readonly sign: string;
  /** An answer to its prompt may leave out the word in front ("Wer bezeugt das Los?" – "Herr Rathje"). */
  readonly bare?: Acceptor<T>;
  /** Stands behind the colon. An answer to its prompt is the text itself. */
  readonly fromBody?: true;
};

/** Angabe eines Befehls. A required one that is missing is asked for with its prompt. */
export type Parameter<T> = {
  readonly acceptor: Acceptor<T>;
  readonly prompt: string | undefined;
};

export function required<T>(acceptor: Acceptor<T>, prompt: string): Parameter<T> {
  return { acceptor, prompt };
}

export function optional<T>(acceptor: Acceptor<T>): Parameter<T | undefined> {
  return { acceptor, prompt: undefined };
}

export const absent = { kind: "absent" } as const;

export const taken = <T>(value: T, rest: Rest): Taken<T> => ({ kind: "taken", value, rest });

export const problem = (sentence: string, typed?: string, suggestions: readonly Suggestion[] = []): Problem => ({
  kind: "problem",
  sentence,
  suggestions,
  ...(typed === undefined ? {} : { typed }),
});

/** The head without a part of it, blanks closed up. */
export function without(rest: Rest, start: number, end: number): Rest {
  const head = `${rest.head.slice(0, start).trimEnd()} ${rest.head.slice(end).trimStart()}`.trim();
  return { ...rest, head };
}

export const withHead = (rest: Rest, head: string): Rest => ({ ...rest, head: head.trim() });
