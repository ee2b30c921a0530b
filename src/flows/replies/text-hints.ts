import type { CommitteeState } from "../../core/committee/state.ts";
import { entry } from "../../core/kernel/table.ts";
import { readPromise } from "../../core/minutes/promise-sentence.ts";
import { readResolutionSentence } from "../../core/minutes/resolution-sentence.ts";
import { wrongWeekdays } from "../../core/minutes/weekday-in-text.ts";
import { caseData } from "../../core/rules/case-data.ts";
import type { Rules } from "../../core/rules/rules.ts";
import { caseDataHint, promiseHint, resolutionHint, wrongWeekdayHint } from "../../texts/text-hints.ts";

/** Hinweis auf einen Einzelfall in a text somebody entered. */
export function caseHints(rules: Rules, text: string, isInternal: boolean): readonly string[] {
  const ruling = caseData(rules, text);
  return ruling.isSuspected ? caseDataHint(ruling, isInternal) : [];
}

/** Was eine Notiz noch werden sollte: a resolution that was only written down, a promise without owner and date. */
export function noteHints(state: CommitteeState, text: string): readonly string[] {
  const weekdays = wrongWeekdays(text).map(wrongWeekdayHint);
  const resolution = readResolutionSentence(text);
  if (resolution !== undefined) return [...weekdays, ...resolutionHint(resolution)];
  const promise = readPromise(text, lastNoteBefore(state));
  return promise === undefined ? weekdays : [...weekdays, ...promiseHint(promise)];
}

/** The note before this one: what a "daraus" looks back to. */
function lastNoteBefore({ minutes }: CommitteeState): string | undefined {
  const before = entry(minutes.entries, minutes.entries.size - 1);
  return before !== undefined && "text" in before ? before.text : undefined;
}
