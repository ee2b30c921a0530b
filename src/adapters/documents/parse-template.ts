import Handlebars from "handlebars";
import { TemplateError } from "./template-error.ts";

/** The template as Handlebars reads it; a syntax error is a TemplateError with its line. */
export function parseTemplate(source: string, file: string): hbs.AST.Program {
  try {
    return Handlebars.parse(source, { srcName: file });
  } catch (error) {
    throw new TemplateError(syntaxProblem(error, source, file), error);
  }
}

function syntaxProblem(error: unknown, source: string, file: string) {
  const text = error instanceof Error ? error.message : String(error);
  // "Parse error on line 3:" of the grammar, "if doesn't match each - 21:3" of Handlebars itself.
  const line = Number(/on line (\d+)/.exec(text)?.[1] ?? / - (\d+):\d+$/.exec(text)?.[1] ?? lastLine(source));
  const mismatch = /(\S+) doesn't match (\S+)/.exec(text);
  const what = mismatch
    ? `»{{#${mismatch[1]}}}« wird mit »{{/${mismatch[2]}}}« geschlossen`
    : "Die Vorlage ist an dieser Stelle nicht lesbar: Ist jede »{{« mit »}}« und jedes »{{#…}}« mit »{{/…}}« geschlossen?";
  return { file, line, message: what };
}

function lastLine(source: string): number {
  return source.trimEnd().split("\n").length;
}
