import type { Command, CommandType } from "../../core/committee/commands.ts";
import { mayIssue } from "../../core/committee/may.ts";
import type { Role } from "../../core/membership/queries.ts";
import { exampleLine, leftOver } from "../../texts/prompts.ts";
import {
  type Acceptor,
  type Parameter,
  type Problem,
  problem,
  type ReadingContext,
  type Rest,
  type Suggestion,
  withHead,
} from "../parameters/acceptor.ts";
import type { Query } from "../queries.ts";

/** Thema der Hilfe; each row belongs to one. */
export type Subject =
  | "allgemein"
  | "sitzung"
  | "termine"
  | "einladung"
  | "anwesenheit"
  | "tagesordnung"
  | "redeliste"
  | "protokoll"
  | "antrag"
  | "abstimmung"
  | "wahl"
  | "umlauf"
  | "workshop"
  | "ergebnisse"
  | "papiere";

/** Was ein verstandener Befehl ist: something to do, something to see, or the linking of an account. */
export type Intent =
  | { readonly kind: "command"; readonly command: Command; readonly linkCode?: string; readonly feedAddress?: string }
  | { readonly kind: "query"; readonly query: Query }
  | { readonly kind: "link"; readonly code: string };

export type RowReading =
  | Intent
  | Problem
  /** A required parameter was not said. */
  | {
      readonly kind: "missing";
      readonly parameter: string;
      readonly prompt: string;
      readonly offers: readonly Suggestion[];
    };

/**
 * Befehl als Daten: words, who may, parameters, help, an example that is executed by a test, and what it means.
 * In `words` and `aliases` "#" stands for a number, "#,#" for one or more, and "…" for a name in front ("antrag # zurückziehen", "… geht").
 */
export type CommandRow = {
  readonly id: string;
  readonly subject: Subject;
  readonly words: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly help: string;
  readonly example: string;
  /** Notation for handbook and help: "abstimmung NUMMER|ä1 [geheim]". */
  readonly usage: string;
  readonly issues: readonly CommandType[];
  /** Undefined: everybody, even without a linked account. */
  readonly roles: readonly Role[] | undefined;
  /** Text behind a colon belongs to it, and so do further lines. */
  readonly takesBody: boolean;
  /** Its parameters that are somebody's text. */
  readonly texts: ReadonlySet<string>;
  readonly directOnly: boolean;
  read(rest: Rest, answers: Readonly<Record<string, string>>, context: ReadingContext): RowReading;
};

type Parameters = Readonly<Record<string, Parameter<unknown>>>;
type Values<P extends Parameters> = { readonly [Name in keyof P]: P[Name] extends Parameter<infer T> ? T : never };

type Definition<P extends Parameters> = Pick<
  CommandRow,
  "id" | "subject" | "words" | "summary" | "help" | "example"
> & {
  readonly aliases?: readonly string[];
  /** Commands it can become; for a question leave empty. */
  readonly issues: readonly CommandType[];
  readonly roles?: readonly Role[];
  readonly body?: true;
  readonly directOnly?: true;
  /** In the order in which they are taken out of the line: words that can be recognized first, the free rest last. */
  readonly parameters: P;
  build(values: Values<P>, context: ReadingContext): Intent | Problem;
};

export function commandRow<P extends Parameters>(definition: Definition<P>): CommandRow {
  const { parameters, build, aliases, body, directOnly, roles, ...rest } = definition;
  const named = Object.entries(parameters);
  return {
    ...rest,
    aliases: aliases ?? [],
    takesBody: body ?? false,
    texts: new Set(named.flatMap(([name, { acceptor }]) => (acceptor.fromBody === true ? [name] : []))),
    directOnly: directOnly ?? false,
    roles: roles ?? rolesFor(definition.issues),
    usage: usageOf(definition.words, parameters),
    read(line, answers, context) {
      const values = valuesOf(named, line, answers, context);
      if (values.kind !== "values") return values;
      if (values.left !== "") return problem(`${leftOver(values.left)} ${exampleLine(definition.example)}`);
      // Every parameter of P was read by its own acceptor, under its own name.
      return build(values.values as Values<P>, context);
    },
  };
}

export const issue = (command: Command): Intent => ({ kind: "command", command });
export const ask = (query: Query): Intent => ({ kind: "query", query });

function rolesFor(commands: readonly CommandType[]): readonly Role[] | undefined {
  return commands.length === 0 ? undefined : [...new Set(commands.flatMap((command) => mayIssue[command]))];
}

type ValuesReading =
  | { readonly kind: "values"; readonly values: Readonly<Record<string, unknown>>; readonly left: string }
  | Exclude<RowReading, Intent>;

function valuesOf(
  parameters: readonly (readonly [name: string, parameter: Parameter<unknown>])[],
  line: Rest,
  answers: Readonly<Record<string, string>>,
  context: ReadingContext,
): ValuesReading {
  let rest = line;
  const values: Record<string, unknown> = {};
  for (const [name, { acceptor, prompt }] of parameters) {
    const answer = answers[name];
    const reading = answer === undefined ? acceptor.take(rest, context) : takeAnswer(answer, acceptor, context);
    if (reading.kind === "problem") return reading;
    if (reading.kind === "absent") {
      if (prompt !== undefined)
        return { kind: "missing", parameter: name, prompt, offers: acceptor.offer?.(context) ?? [] };
      continue;
    }
    values[name] = reading.value;
    if (answer === undefined) rest = reading.rest;
    else if (reading.rest.head !== "") return problem(leftOver(reading.rest.head));
  }
  const left = rest.body === undefined ? rest.head : `${rest.head} ${rest.body}`;
  return { kind: "values", values, left: left.trim() };
}

function takeAnswer(answer: string, acceptor: Acceptor<unknown>, context: ReadingContext) {
  const reading = acceptor.take(answered(answer, acceptor), context);
  if (reading.kind !== "absent" || acceptor.bare === undefined) return reading;
  return acceptor.bare.take(answered(answer, acceptor), context);
}

/** An answer is the text itself: the colon of "notiz: …" was the question. */
function answered(answer: string, acceptor: Acceptor<unknown>): Rest {
  return acceptor.fromBody ? { head: "", body: answer } : withHead({ head: "", body: undefined }, answer);
}

function usageOf(words: string, parameters: Parameters): string {
  const all = Object.values(parameters);
  const inLine = all.filter(({ acceptor }) => acceptor.fromBody === undefined).map(signOf);
  const behindColon = all.filter(({ acceptor }) => acceptor.fromBody === true).map(signOf);
  const line = [words, ...inLine].join(" ");
  return behindColon.length === 0 ? line : `${line}: ${behindColon.join(" ")}`;
}

const signOf = ({ acceptor, prompt }: Parameter<unknown>): string =>
  prompt === undefined ? `[${acceptor.sign}]` : acceptor.sign;
