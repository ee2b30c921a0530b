import type { PaperKind } from "../../core/papers/paper-kinds.ts";
import { checkMarkdown } from "./check-markdown.ts";
import { FieldFinder, type Found, type Scope } from "./field-finder.ts";
import { misfit } from "./helper-fit.ts";
import { HELPERS, type Helper, type Parameter } from "./helpers.ts";
import { suggestion } from "./nearest-word.ts";
import { parseTemplate } from "./parse-template.ts";
import { TemplateError, type TemplateProblem } from "./template-error.ts";
import { kindOf, type Shape, type ShapeKind, viewShape } from "./view-shape.ts";

/** Prüft eine Vorlage against the view it is filled with: everything that would fail or stay silently empty is named with its line. */
export function checkTemplate(kind: PaperKind, source: string, file: string): TemplateProblem[] {
  try {
    const program = parseTemplate(source, file);
    const checker = new TemplateChecker(file);
    checker.program(program, [{ shape: viewShape(kind), place: "" }], new Set());
    return [...checker.problems, ...checkMarkdown(program, file)].sort((one, other) => one.line - other.line);
  } catch (error) {
    if (error instanceof TemplateError) return [error.problem];
    throw error;
  }
}

/** Places known to be there, because an {{#if}} around asked for them. */
type Known = ReadonlySet<string>;

const PRINT_REMEDY: Partial<Record<ShapeKind, string>> = {
  list: "ist eine Liste – {{#each}} nötig",
  object: "ist kein einfacher Wert – ein Helfer oder ein Feld davon ist nötig",
  boolean: "ist ein Ja/Nein-Wert – {{#if}} nötig",
  code: "ist ein Kennwort – {{bezeichnung …}} nötig",
  date: "ist ein Datum – {{datum …}} nötig",
  time: "ist eine Uhrzeit – {{zeit …}} nötig",
};

class TemplateChecker {
  readonly problems: TemplateProblem[] = [];
  private readonly file: string;
  private readonly fields: FieldFinder;

  constructor(file: string) {
    this.file = file;
    this.fields = new FieldFinder((path, message) => this.report(path, path.original, message));
  }

  program(program: hbs.AST.Program | undefined, scopes: readonly Scope[], known: Known): void {
    if (program?.blockParams?.length) this.report(program, undefined, "»as |…|« gibt es in Vorlagen nicht");
    for (const statement of program?.body ?? []) this.statement(statement, scopes, known);
  }

  private statement(statement: hbs.AST.Statement, scopes: readonly Scope[], known: Known): void {
    // The statement's `type` says which of Handlebars' interfaces it is; they are no union there.
    if (statement.type === "MustacheStatement") this.mustache(statement as hbs.AST.MustacheStatement, scopes, known);
    else if (statement.type === "BlockStatement") this.block(statement as hbs.AST.BlockStatement, scopes, known);
    else if (statement.type !== "ContentStatement" && statement.type !== "CommentStatement") {
      this.report(statement, undefined, "Bausteine ({{> …}}) und Dekorierer ({{* …}}) gibt es in Vorlagen nicht");
    }
  }

  private mustache(mustache: hbs.AST.MustacheStatement, scopes: readonly Scope[], known: Known): void {
    const path = this.pathOf(mustache.path);
    if (!mustache.escaped)
      this.report(mustache, path?.original, "{{{…}}} und {{&…}} sind nicht erlaubt – {{…}} genügt");
    if (path === undefined) return;
    if (mustache.params.length > 0 || mustache.hash !== undefined || Object.hasOwn(HELPERS, path.original)) {
      this.call(mustache, path, "print", scopes, known);
      return;
    }
    const found = this.fields.find(path, scopes);
    if (found === undefined) return;
    const remedy = PRINT_REMEDY[kindOf(found.shape)];
    if (remedy !== undefined) this.report(path, path.original, `»${path.original}« ${remedy}`);
    this.requirePresence(path, found, known);
  }

  private block(block: hbs.AST.BlockStatement, scopes: readonly Scope[], known: Known): void {
    const name = block.path.original;
    if (block.hash !== undefined) this.report(block, name, `»${name}« nimmt hier keine Angaben mit »=«`);
    const [argument] = block.params;
    if (block.params.length !== 1 || argument === undefined) {
      this.report(block, name, `»{{#${name}}}« braucht genau eine Angabe`);
    } else if (name === "if" || name === "unless") this.conditional(block, argument, scopes, known);
    else if (name === "each" || name === "with") this.nested(block, name, argument, scopes, known);
    else this.report(block, name, `Den Block »{{#${name}}}« gibt es nicht – möglich sind if, unless, each, with`);
  }

  private conditional(
    block: hbs.AST.BlockStatement,
    argument: hbs.AST.Expression,
    scopes: readonly Scope[],
    known: Known,
  ) {
    const asked = this.condition(argument, scopes, known);
    const withAsked = asked === undefined ? known : new Set([...known, asked]);
    const isUnless = block.path.original === "unless";
    this.program(block.program, scopes, isUnless ? known : withAsked);
    this.program(block.inverse, scopes, isUnless ? withAsked : known);
  }

  /** Checks a condition; returns the place whose presence it proves. */
  private condition(argument: hbs.AST.Expression, scopes: readonly Scope[], known: Known): string | undefined {
    if (argument.type === "SubExpression") {
      const call = argument as hbs.AST.SubExpression; // its `type` says so
      const places = this.call(call, this.pathOf(call.path), "condition", scopes, known);
      return call.path.original === "vorhanden" ? places[0]?.place : undefined;
    }
    const path = this.pathOf(argument);
    const found = path === undefined ? undefined : this.fields.find(path, scopes);
    if (path === undefined || found === undefined) return undefined;
    if (kindOf(found.shape) === "number" && found.shape.const === undefined && found.shape.anyOf === undefined) {
      if (!isPositive(found.shape)) {
        this.report(
          path,
          path.original,
          `»${path.original}« ist eine Zahl, 0 gilt bei {{#if}} als leer – {{#if (vorhanden ${path.original})}} nötig`,
        );
      }
    }
    return found.place;
  }

  private nested(
    block: hbs.AST.BlockStatement,
    name: string,
    argument: hbs.AST.Expression,
    scopes: readonly Scope[],
    known: Known,
  ) {
    const path = this.pathOf(argument);
    const found = path === undefined ? undefined : this.fields.find(path, scopes);
    if (path !== undefined && found !== undefined) {
      this.requirePresence(path, found, known);
      const inner = name === "each" ? found.shape.items : found.shape;
      const fits = name === "each" ? kindOf(found.shape) === "list" : kindOf(found.shape) === "object";
      if (fits && inner !== undefined) {
        const place = name === "each" ? `${found.place}[]` : found.place;
        this.program(block.program, [...scopes, { shape: inner, place }], known);
      } else
        this.report(path, path.original, `»${path.original}« ist ${name === "each" ? "keine Liste" : "kein Objekt"}`);
    }
    this.program(block.inverse, scopes, known);
  }

  private call(
    call: hbs.AST.MustacheStatement | hbs.AST.SubExpression,
    path: hbs.AST.PathExpression | undefined,
    use: Helper["use"],
    scopes: readonly Scope[],
    known: Known,
  ): readonly (Found | undefined)[] {
    if (path === undefined) return [];
    const name = path.original;
    const helper = Object.hasOwn(HELPERS, name) ? HELPERS[name] : undefined;
    if (helper === undefined) {
      this.report(call, name, `Den Helfer »${name}« gibt es nicht${suggestion(name, Object.keys(HELPERS))}`);
      return [];
    }
    if (call.hash !== undefined) this.report(call, name, `»${name}« nimmt keine Angaben mit »=«`);
    if (helper.use !== use) {
      const remedy = use === "print" ? `gehört in {{#if (${name} …)}}` : "druckt etwas und ist keine Bedingung";
      this.report(call, name, `»${name}« ${remedy}`);
    }
    if (call.params.length < helper.required || call.params.length > helper.parameters.length) {
      this.report(call, name, `»${name}« braucht ${arityOf(helper)}, hier steht ${countOf(call.params.length)}`);
    }
    const found = helper.parameters.map((parameter, index) => {
      const argument = call.params[index];
      return argument === undefined ? undefined : this.argument(name, parameter, argument, scopes, known);
    });
    if (name === "gleich") this.comparison(call, found);
    return found;
  }

  private argument(
    name: string,
    parameter: Parameter,
    argument: hbs.AST.Expression,
    scopes: readonly Scope[],
    known: Known,
  ) {
    if (argument.type === "StringLiteral" || argument.type === "NumberLiteral" || argument.type === "BooleanLiteral") {
      const problem = literalProblem(parameter, (argument as hbs.AST.StringLiteral).value); // all three carry a value
      if (problem !== undefined) this.report(argument, name, `»${name}« braucht hier ${problem}`);
      return undefined;
    }
    const path = this.pathOf(argument);
    const found = path === undefined ? undefined : this.fields.find(path, scopes);
    if (path === undefined || found === undefined) return undefined;
    const expected = misfit(parameter, found.shape);
    if (expected !== undefined)
      this.report(path, path.original, `»${name}« braucht hier ${expected}, »${path.original}« ist das nicht`);
    if (parameter.kind === "word" || parameter.missing !== true) this.requirePresence(path, found, known);
    return found;
  }

  /** A field compared with a word it can never be would silently leave its block out. */
  private comparison(
    call: hbs.AST.MustacheStatement | hbs.AST.SubExpression,
    found: readonly (Found | undefined)[],
  ): void {
    const words = found.find((one) => one?.shape.enum !== undefined)?.shape.enum?.map(String);
    const literal = call.params.find((param) => param.type === "StringLiteral");
    if (words === undefined || literal === undefined) return;
    const word = (literal as hbs.AST.StringLiteral).value; // its `type` says so
    if (words.includes(word)) return;
    this.report(literal, word, `Das Kennwort "${word}" gibt es hier nicht – möglich sind ${words.join(", ")}`);
  }

  private requirePresence(path: hbs.AST.PathExpression, found: Found, known: Known): void {
    if (found.missing === undefined || known.has(found.missing) || known.has(found.place)) return;
    this.report(path, path.original, `»${path.original}« kann fehlen – {{#if …}} darum nötig`);
  }

  private pathOf(expression: hbs.AST.Expression): hbs.AST.PathExpression | undefined {
    if (expression.type === "PathExpression") return expression as hbs.AST.PathExpression; // its `type` says so
    this.report(expression, undefined, "Hier muss ein Feld oder ein Helfer stehen");
    return undefined;
  }

  private report(node: { readonly loc?: hbs.AST.SourceLocation }, path: string | undefined, message: string): void {
    const line = node.loc?.start.line ?? 1;
    this.problems.push({ file: this.file, line, ...(path === undefined ? {} : { path }), message });
  }
}

function isPositive(shape: Shape): boolean {
  return shape.exclusiveMinimum !== undefined && shape.exclusiveMinimum >= 0;
}

function literalProblem(parameter: Parameter, value: unknown): string | undefined {
  if (parameter.kind === "any" || (parameter.kind === "text" && typeof value === "string")) return undefined;
  if (parameter.kind === "word" && typeof value === "string" && parameter.words.includes(value)) return undefined;
  return parameter.kind === "word" ? misfit(parameter, {}) : "ein Feld der Sicht";
}

function arityOf(helper: Helper): string {
  const most = helper.parameters.length;
  return helper.required === most ? countOf(most) : `${helper.required} bis ${countOf(most)}`;
}

function countOf(number: number): string {
  return number === 1 ? "1 Angabe" : `${number} Angaben`;
}
