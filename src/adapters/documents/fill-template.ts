import Handlebars from "handlebars";
import { cleanText } from "./clean-text.ts";
import { HELPERS, type Helper, type HelperContext, type Piece } from "./helpers.ts";
import { parseTemplate } from "./parse-template.ts";
import { TemplateError } from "./template-error.ts";

/** A value stands in the Markdown as a number between two private-use characters; cleaned text holds none of them. */
const OPEN = "\uE000";
const CLOSE = "\uE001";
export const PLACEHOLDER = /\uE000(\d+)\uE001/g;

/** Markdown of the template with placeholders, and what belongs in their places. */
export type FilledTemplate = { readonly markdown: string; readonly values: readonly (readonly Piece[])[] };

const PRINT = "__drucke";

/**
 * Fills a template without letting any value touch its Markdown. `view` must be plain JSON data.
 * Throws TemplateError for what cannot be printed.
 */
export function fillTemplate(source: string, file: string, view: unknown, context: HelperContext): FilledTemplate {
  const values: (readonly Piece[])[] = [];
  const print = (value: unknown, path: string, options: Handlebars.HelperOptions): string => {
    values.push(piecesOf(value, path, file, lineOf(options)));
    return `${OPEN}${values.length - 1}${CLOSE}`;
  };
  const handlebars = Handlebars.create();
  const names = [...Object.keys(HELPERS), PRINT];
  const template = handlebars.compile(printing(parseTemplate(withoutPrivateUse(source), file)), {
    noEscape: true,
    preventIndent: true,
    knownHelpers: Object.fromEntries(names.map((name) => [name, true])),
    knownHelpersOnly: true,
  });
  const helpers = { ...boundHelpers(file, context), [PRINT]: print };
  return { markdown: template(view, { helpers }), values };
}

function withoutPrivateUse(source: string): string {
  return source.replace(/\p{Private_Use}/gu, "\uFFFD");
}

/** Every `{{x}}` and `{{helfer x}}` becomes a call of the printer, which hands out a placeholder. */
function printing<T extends hbs.AST.Program | undefined>(program: T): T {
  if (program === undefined) return program;
  return { ...program, body: program.body.map(printingStatement) };
}

function printingStatement(statement: hbs.AST.Statement): hbs.AST.Statement {
  if (isMustache(statement)) return printingMustache(statement);
  if (!isBlock(statement)) return statement;
  const block = { ...statement, program: printing(statement.program), inverse: printing(statement.inverse) };
  return block;
}

function printingMustache(mustache: hbs.AST.MustacheStatement): hbs.AST.MustacheStatement {
  const { loc, params, hash } = mustache;
  // A literal as path ({{"x"}}) has no `original` path; the checker reports it, here it prints itself.
  const path = mustache.path as hbs.AST.PathExpression;
  const isCall = params.length > 0 || Object.hasOwn(HELPERS, path.original);
  const call: hbs.AST.SubExpression = { type: "SubExpression", path, params, hash, loc };
  const name: hbs.AST.StringLiteral = { type: "StringLiteral", value: path.original, original: path.original, loc };
  const printer: hbs.AST.PathExpression = {
    type: "PathExpression",
    data: false,
    depth: 0,
    parts: [PRINT],
    original: PRINT,
    loc,
  };
  return { ...mustache, path: printer, params: [isCall ? call : path, name] };
}

function isMustache(statement: hbs.AST.Statement): statement is hbs.AST.MustacheStatement {
  return statement.type === "MustacheStatement";
}

function isBlock(statement: hbs.AST.Statement): statement is hbs.AST.BlockStatement {
  return statement.type === "BlockStatement";
}

function boundHelpers(file: string, context: HelperContext): Record<string, Handlebars.HelperDelegate> {
  const bound = Object.entries(HELPERS).map(([name, helper]) => [name, bind(name, helper, file, context)] as const);
  return Object.fromEntries(bound);
}

function bind(name: string, helper: Helper, file: string, context: HelperContext): Handlebars.HelperDelegate {
  return (...args: unknown[]) => {
    const options = args.at(-1);
    const values = args.slice(0, -1);
    try {
      return helper.use === "print" ? helper.print(values, context) : helper.test(values);
    } catch (error) {
      const message = `»${name}« kann mit diesem Wert nichts anfangen oder er fehlt in den Daten`;
      throw new TemplateError({ file, line: lineOf(options), path: name, message }, error);
    }
  };
}

function piecesOf(value: unknown, path: string, file: string, line: number): readonly Piece[] {
  if (typeof value === "string") return [{ kind: "text", text: cleanText(value) }];
  if (typeof value === "number") return [{ kind: "text", text: String(value) }];
  if (Array.isArray(value) && value.every(isPiece)) return value.map(cleanPiece);
  const why = value === undefined || value === null ? "fehlt in den Daten" : "ist kein einfacher Wert";
  throw new TemplateError({ file, line, path, message: `»${path}« ${why}` });
}

function isPiece(value: unknown): value is Piece {
  return typeof value === "object" && value !== null && "kind" in value && "text" in value;
}

function cleanPiece(piece: Piece): Piece {
  return { ...piece, text: cleanText(piece.text) };
}

/** Handlebars hands the place of the call to every helper; its types do not know. */
function lineOf(options: unknown): number {
  const located = options as { readonly loc?: { readonly start: { readonly line: number } } } | undefined;
  return located?.loc?.start.line ?? 1;
}
