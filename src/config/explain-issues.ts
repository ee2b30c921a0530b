import type { z } from "zod";
import { ok, type Result, refuse } from "../core/kernel/result.ts";
import { issueMessage } from "./issue-messages.ts";
import { keysAt } from "./schema-keys.ts";
import { type Problem, readYaml, type YamlDocument, type YamlLimits, type YamlPath } from "./yaml-document.ts";

type Issue = z.core.$ZodIssue;

/** Nobody reads more at once, and looking up the place of each costs a walk through the file. */
const mostProblems = 100;

/**
 * Reads a YAML file in the shape of `schema`: the one call for every configuration file.
 * All problems come at once, in the order of the lines.
 */
export function readYamlAs<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  limits: YamlLimits = {},
): Result<{ readonly value: z.output<Schema>; readonly document: YamlDocument }, readonly Problem[]> {
  const document = readYaml(text, limits);
  if (!document.ok) return document;
  const parsed = schema.safeParse(document.value.value, { jitless: true });
  if (!parsed.success) return refuse(explainIssues(parsed.error, document.value, schema));
  return ok({ value: parsed.data, document: document.value });
}

/**
 * Says in German what zod found, with line and path. A message written on the schema itself (German, with the remedy) is kept.
 * With `schema` an unknown key gets the nearest known one as a suggestion.
 */
export function explainIssues(error: z.ZodError, document: YamlDocument, schema?: z.ZodType): readonly Problem[] {
  const problems = error.issues
    .flatMap((issue) => narrowed(issue, []))
    .flatMap(({ issue, path }) => spread(issue, path))
    .slice(0, mostProblems)
    .map(({ issue, path, key }): Problem => {
      const place = key === undefined ? path : [...path, key];
      const known = schema === undefined ? [] : keysAt(schema, path);
      const message = issueMessage(issue, { value: valueAt(document.value, place), path: place, key, known });
      return { ...document.positionOf(place), path: pathText(place), message };
    });
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** "traeger › 4. Eintrag › name". */
export function pathText(path: YamlPath): string {
  return path.map((step) => (typeof step === "number" ? `${step + 1}. Eintrag` : String(step))).join(" › ");
}

/** Of a union that fits nowhere only the nearest alternative counts: the one to which the fewest keys are strange, then the fewest issues, then the one that came furthest. */
function narrowed(issue: Issue, above: YamlPath): readonly { issue: Issue; path: YamlPath }[] {
  const path = [...above, ...issue.path];
  if (issue.code !== "invalid_union") return [{ issue, path }];
  const [best, rival] = nearestAlternatives(issue.errors);
  if (best === undefined || (rival !== undefined && best.every(isWrongType))) return [{ issue, path }];
  return best.flatMap((inner) => narrowed(inner, path));
}

type Issues = readonly Issue[];

function nearestAlternatives(alternatives: readonly Issues[]): readonly Issues[] {
  const strangers = (issues: Issues) =>
    issues.reduce((sum, issue) => sum + (issue.code === "unrecognized_keys" ? issue.keys.length : 0), 0);
  const depth = (issues: Issues) => Math.max(...issues.map((issue) => issue.path.length));
  const fitting = alternatives.filter((issues) => !issues.every(isWrongType));
  // A group that is wanted where none stands was not what the person meant, if anything else is possible.
  const notGroups = alternatives.filter((issues) => !issues.every(isGroupWanted));
  const [pool = []] = [fitting, notGroups, alternatives].filter((candidates) => candidates.length > 0);
  return [...pool].sort((a, b) => strangers(a) - strangers(b) || a.length - b.length || depth(b) - depth(a));
}

const isWrongType = (issue: Issue): boolean => issue.code === "invalid_type" && issue.path.length === 0;
const isGroupWanted = (issue: Issue): boolean =>
  issue.code === "invalid_type" && issue.path.length === 0 && issue.expected === "object";

/** One problem for each unknown key, so that each has its own line. */
function spread(issue: Issue, path: YamlPath): readonly { issue: Issue; path: YamlPath; key: string | undefined }[] {
  if (issue.code !== "unrecognized_keys") return [{ issue, path, key: undefined }];
  return issue.keys.map((key) => ({ issue, path, key }));
}

function valueAt(root: unknown, path: YamlPath): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
