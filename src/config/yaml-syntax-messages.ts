import type { ErrorCode } from "yaml";

const unexpected =
  "Das ist an dieser Stelle kein gültiges YAML. Bitte Einrückung, Doppelpunkte und Anführungszeichen prüfen.";

const messages: Record<ErrorCode, string> = {
  ALIAS_PROPS: "Verweise (*name) sind hier nicht erlaubt.",
  BAD_ALIAS: "Verweise (*name) sind hier nicht erlaubt.",
  BAD_COLLECTION_TYPE: unexpected,
  BAD_DIRECTIVE: "Zeilen, die mit % beginnen, sind hier nicht erlaubt.",
  BAD_DQ_ESCAPE:
    "Ungültige Zeichenfolge nach \\. In \"…\" steht \\\\ für einen einzelnen Schrägstrich; in '…' ist er frei.",
  BAD_INDENT:
    "Die Einrückung stimmt nicht. Was zusammengehört, muss gleich weit eingerückt sein; Klammern müssen geschlossen werden.",
  BAD_PROP_ORDER: unexpected,
  BAD_SCALAR_START: "Ein Text darf nicht mit diesem Zeichen beginnen. Bitte in Anführungszeichen setzen.",
  BLOCK_AS_IMPLICIT_KEY: "Zwei Doppelpunkte in einer Zeile. Texte mit Doppelpunkt bitte in Anführungszeichen setzen.",
  BLOCK_IN_FLOW: "In Klammern darf keine eingerückte Liste stehen.",
  DUPLICATE_KEY: "Diese Angabe steht zweimal da.",
  IMPOSSIBLE: unexpected,
  KEY_OVER_1024_CHARS: "Der Schlüssel vor dem Doppelpunkt ist zu lang (höchstens 1024 Zeichen).",
  MISSING_CHAR:
    "Hier fehlt ein Zeichen: eine schließende Klammer, ein Anführungszeichen, ein Komma oder ein Leerzeichen nach dem Doppelpunkt.",
  MULTILINE_IMPLICIT_KEY:
    "Der Schlüssel vor dem Doppelpunkt muss in einer Zeile stehen. Fehlt in der Zeile davor ein Doppelpunkt?",
  MULTIPLE_ANCHORS: "Anker (&name) sind hier nicht erlaubt.",
  MULTIPLE_DOCS: "Die Datei darf nur ein Dokument enthalten.",
  MULTIPLE_TAGS: "Typangaben (!typ) sind hier nicht erlaubt.",
  NON_STRING_KEY: "Vor dem Doppelpunkt muss ein einfaches Wort stehen.",
  RESOURCE_EXHAUSTION: "Die Angaben sind zu tief verschachtelt.",
  TAB_AS_INDENT: "Hier ist mit einem Tabulator eingerückt. YAML erlaubt zum Einrücken nur Leerzeichen.",
  TAG_RESOLVE_FAILED: "Typangaben (!typ) sind hier nicht erlaubt.",
  UNEXPECTED_TOKEN: unexpected,
};

/** German sentence for a fault of the YAML reader. */
export function syntaxMessage(code: ErrorCode): string {
  return messages[code];
}
