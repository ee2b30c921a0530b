import type { TemplateProblem } from "./template-error.ts";

type Rule = { readonly pattern: RegExp; readonly message: string };

/** Markdown that not every format can show, or that does not mean what it looks like. */
const RULES: readonly Rule[] = [
  { pattern: /<(?:[a-z/!?])[^>]*>?/i, message: "HTML ist in Vorlagen nicht erlaubt" },
  { pattern: /!\[/, message: "Bilder sind in Vorlagen nicht erlaubt" },
  { pattern: /^(?: {4}|\t)\s*(?![\s\-*+|\d])\S/, message: "Vier Leerzeichen am Anfang machen aus der Zeile Code" },
  { pattern: /^ {0,3}(?:```|~~~)/, message: "Code-Blöcke sind in Vorlagen nicht erlaubt" },
  {
    pattern: /(?<=\p{L})(?<!\\)\*(?=\p{L})/u,
    message: "Ein Stern im Wort (Sprecher*in) muss als »\\*« geschrieben werden",
  },
  { pattern: /^#{5,}\s/, message: "Überschriften gibt es in vier Ebenen" },
];

/** Looks at the template's own text, line by line. */
export function checkMarkdown(program: hbs.AST.Program, file: string): TemplateProblem[] {
  return textLines(program).flatMap(({ line, text }) =>
    RULES.filter((rule) => rule.pattern.test(text)).map((rule) => ({
      file,
      line,
      message: `${rule.message}: »${text.trim().slice(0, 60)}«`,
    })),
  );
}

type TextLine = { readonly line: number; readonly text: string };

function textLines(program: hbs.AST.Program | undefined): TextLine[] {
  return (program?.body ?? []).flatMap((statement): TextLine[] => {
    if (statement.type === "BlockStatement") {
      const block = statement as hbs.AST.BlockStatement; // its `type` says so
      return [...textLines(block.program), ...textLines(block.inverse)];
    }
    return statement.type === "ContentStatement" ? contentLines(statement as hbs.AST.ContentStatement) : [];
  });
}

/** `original` is the text before Handlebars took away the blanks around blocks. */
function contentLines(content: hbs.AST.ContentStatement): TextLine[] {
  const text: unknown = content.original;
  return String(text)
    .split("\n")
    .map((line, index) => ({ line: content.loc.start.line + index, text: line }));
}
