import { isWording, sameSense } from "./same-sense.ts";

/** One field that differs, by its path ("next", "tasks.0"). */
export type Difference = { readonly path: string; readonly expected: unknown; readonly actual: unknown };

/** Names under which the sources of the cases know the same thing; each line is one thing. */
const SAME_CODES: readonly (readonly string[])[] = [
  ["accepted", "carried", "angenommen"],
  ["rejected", "abgelehnt"],
  ["no_result", "ergebnislos", "without_result", "inconclusive"],
  ["not_cast", "nicht abgegeben", "invalid"],
  ["offen", "open"],
  ["geheim", "secret"],
  ["namentlich", "roll_call", "rollCall"],
  ["einzeln", "one_by_one", "individual"],
  ["runoff", "runoff2", "stichwahl"],
  ["second_ballot", "ballot", "ballot2", "repeat", "repeat_ballot", "next_ballot"],
  ["lot_for_runoff", "lot_for_runoff_place", "lot_for_second_place"],
  ["void", "procedure_void"],
  ["ex_officio", "exOfficio", "floor"],
];

/** Compares only the fields that `expected` names. Codes, numbers, dates and names count exactly, sentences by their sense. */
export function differences(expected: unknown, actual: unknown, path = ""): readonly Difference[] {
  if (Array.isArray(expected)) return listDifferences(expected, actual, path);
  if (isRecord(expected)) {
    if (!isRecord(actual)) return [{ path, expected, actual }];
    return Object.entries(expected).flatMap(([key, value]) => differences(value, actual[key], joined(path, key)));
  }
  if (expected === null && actual === undefined) return [];
  if (typeof expected === "string" && typeof actual === "string" && sameText(expected, actual)) return [];
  return Object.is(expected, actual) ? [] : [{ path, expected, actual }];
}

function listDifferences(expected: readonly unknown[], actual: unknown, path: string): readonly Difference[] {
  if (!Array.isArray(actual) || actual.length !== expected.length) return [{ path, expected, actual }];
  return expected.flatMap((value, index) => differences(value, actual[index], joined(path, String(index))));
}

function sameText(expected: string, actual: string): boolean {
  if (expected === actual) return true;
  if (SAME_CODES.some((codes) => codes.includes(expected) && codes.includes(actual))) return true;
  return isWording(expected) && sameSense(expected, actual);
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const joined = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);
