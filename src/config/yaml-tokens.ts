import { CST, Lexer, Parser } from "yaml";
import { ok, type Result, refuse } from "../core/kernel/result.ts";

/** A construct we do not accept, with its offset in the text. */
export type TokenRefusal = { readonly offset: number; readonly message: string };

const deepestNesting = 40;
const scalarFollows = "\u001f";

const refusedTokens: Partial<Record<string, string>> = {
  anchor: "Anker (&name) sind hier nicht erlaubt. Texte, die mit & beginnen, gehören in Anführungszeichen.",
  alias: "Verweise (*name) sind hier nicht erlaubt. Texte, die mit * beginnen, gehören in Anführungszeichen.",
  tag: "Typangaben (!typ) sind hier nicht erlaubt. Texte, die mit ! beginnen, gehören in Anführungszeichen.",
  "directive-line": "Zeilen, die mit % beginnen, sind hier nicht erlaubt.",
};

/**
 * Splits the text into tokens and stops at the first construct that is refused.
 * Refusing here, before anything is composed, keeps the cost of a hostile file small: the first anchor ends the reading.
 */
export function readTokens(
  text: string,
  onNewLine: (offset: number) => void,
): Result<readonly CST.Token[], TokenRefusal> {
  const parser = new Parser(onNewLine);
  const tokens: CST.Token[] = [];
  let isBegun = false;
  let isEnded = false;
  let isScalarText = false;
  onNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    const kind = isScalarText ? "scalar-text" : CST.tokenType(lexeme);
    isScalarText = lexeme === scalarFollows;
    const message = kind === null ? undefined : refusedTokens[kind];
    if (message !== undefined) return refuse({ offset: parser.offset, message });
    if (isContent(kind) && (isEnded || (isBegun && kind === "doc-start"))) {
      return refuse({ offset: parser.offset, message: secondDocument });
    }
    isBegun ||= isContent(kind);
    isEnded ||= kind === "doc-end";
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > deepestNesting) return refuse({ offset: parser.offset, message: tooDeep });
  }
  tokens.push(...parser.end());
  return ok(tokens);
}

const aroundDocuments = new Set<string | null>([
  "byte-order-mark",
  "doc-mode",
  "doc-end",
  "space",
  "newline",
  "comment",
]);
const isContent = (kind: string | null): boolean => !aroundDocuments.has(kind);

const tooDeep = `Die Angaben sind zu tief verschachtelt (mehr als ${deepestNesting} Ebenen). Fehlt eine schließende Klammer?`;
const secondDocument =
  "Hier beginnt ein zweites Dokument (Zeile mit --- oder ...); die Datei darf nur eines enthalten.";
