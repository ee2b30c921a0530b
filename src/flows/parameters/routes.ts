import { foldGerman } from "../../core/kernel/fold-german.ts";
import type { RouteStepPlan } from "../../core/route/events.ts";
import { bodyMissing, roleMissing, roleUnknown } from "../../texts/announcements-routes.ts";
import { excerpt, textProblem } from "../../texts/prompts.ts";
import { type Acceptor, absent, type Problem, problem, type ReadingContext, taken, withHead } from "./acceptor.ts";
import { textFault } from "./clean-text.ts";
import { asProblem } from "./dates.ts";
import { blankQuotations, quotationsIn } from "./quotes.ts";
import { roleIn } from "./route-roles.ts";
import { LONGEST_TITLE } from "./text.ts";

export type RouteWanted =
  | { readonly template: string; readonly steps: readonly [] }
  | { readonly steps: readonly RouteStepPlan[] };

/** Beratungsfolge: bodies with their roles and targets, in order; or the name of a route of the committee file. */
export const routeWanted: Acceptor<RouteWanted> = {
  sign: 'GREMIUM (ROLLE) [bis DATUM], … | "WEG"',
  take(rest, context) {
    if (rest.head === "") return absent;
    const template = templateIn(rest.head, context);
    if (template !== undefined) return taken({ template, steps: [] }, withHead(rest, ""));
    const steps: RouteStepPlan[] = [];
    for (const part of partsOf(rest.head)) {
      const step = stepIn(part, context);
      if ("kind" in step) return step;
      steps.push(step);
    }
    return steps.length === 0 ? absent : taken({ steps }, withHead(rest, ""));
  },
};

/** In quotation marks it is a name, whether there is one or not; without them, only if there is. */
function templateIn(typed: string, { state }: ReadingContext): string | undefined {
  const [quotation] = quotationsIn(typed);
  if (quotation !== undefined && quotation.start === 0 && quotation.end === typed.length) return quotation.inner;
  const routes = state.membership.description?.routes ?? [];
  return routes.map(({ name }) => name).find((name) => foldGerman(name) === foldGerman(typed));
}

const SEPARATOR = /\s*(?:[,;]|→|->)\s*(?![^()]*\))/gu;
const ENDS_WITH_WEEKDAY = /(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)$/iu;

/** "bis Freitag, 12.05.2028" stays together. */
function partsOf(typed: string): readonly string[] {
  const blanked = blankQuotations(typed);
  const parts: string[] = [];
  let start = 0;
  for (const { index, 0: separator } of [...blanked.matchAll(SEPARATOR), { index: typed.length, 0: "" }]) {
    const part = typed.slice(start, index).trim();
    start = index + separator.length;
    const before = parts.at(-1);
    if (before !== undefined && ENDS_WITH_WEEKDAY.test(before) && /^\d/.test(part))
      parts[parts.length - 1] = `${before}, ${part}`;
    else if (part !== "") parts.push(part);
  }
  return parts;
}

const IN_BRACKETS = /^(.*?)\s*\(([^()]*)\)\s*(.*)$/su;
/** What is said about a role behind its noun belongs to a time. */
const IN_WORDS =
  /^(.*?)\s+(zur|zum)\s+((?:[\p{L}-]+\s+){0,4}?[\p{L}-]+)(?:\s+((?:bis|ab|am|im|in|zu|ende|anfang|mitte|\d).*))?$/isu;
const AND_THEN = /^(?:(?:und\s+)?(?:dann|danach|anschließend|schließlich|zuletzt))\s+/iu;

type StepWords = { readonly named: string; readonly said: string; readonly when: string };

function stepIn(part: string, context: ReadingContext): RouteStepPlan | Problem {
  const words = wordsOf(part);
  if (words === undefined) return problem(roleMissing(excerpt(part)));
  const role = roleIn(words.said);
  if (role === undefined) return problem(roleUnknown(excerpt(words.said)));
  const body = words.named
    .replace(AND_THEN, "")
    .replace(/^["„»«“]|["“”»«]$/gu, "")
    .trim();
  const fault = textFault(body, LONGEST_TITLE) ?? textFault(words.said, LONGEST_TITLE);
  if (fault !== undefined) return problem(fault.code === "empty" ? bodyMissing() : textProblem(fault));
  const target = targetIn(words.when.trim(), context);
  return "kind" in target ? target : { body, ...role, ...target };
}

/** "JHA (Entscheidung) bis …", "JHA zur abschließenden Entscheidung bis …" */
function wordsOf(part: string): StepWords | undefined {
  const bracketed = IN_BRACKETS.exec(part);
  if (bracketed !== null) return { named: bracketed[1] ?? "", said: bracketed[2] ?? "", when: bracketed[3] ?? "" };
  const [, named, to, said = "", when = ""] = IN_WORDS.exec(part) ?? [];
  return named === undefined || roleIn(said) === undefined ? undefined : { named, said: `${to} ${said}`, when };
}

/** A day, the last one of a period; what is no day stays as it was typed. */
function targetIn(when: string, context: ReadingContext): Pick<RouteStepPlan, "target" | "targetText"> | Problem {
  if (when === "") return {};
  const fault = textFault(when, LONGEST_TITLE);
  if (fault !== undefined) return problem(textProblem(fault));
  const typed = when.replace(/^bis\s+(?:(?:zum|spätestens|einschließlich)\s+)?/iu, "");
  const reading = context.ports.dates.readDeadline(typed, { reference: context.today() });
  if (reading.kind === "date") return { target: reading.date };
  const isNoDay =
    reading.kind === "vague" ||
    reading.kind === "series" ||
    (reading.kind === "error" && (reading.code === "notADate" || reading.code === "empty")) ||
    (reading.kind === "question" && reading.reason === "unreadText");
  return isNoDay ? { targetText: when } : asProblem(typed, reading);
}
