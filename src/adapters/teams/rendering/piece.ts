import { shortened } from "../../chat/visible-text.ts";
import { type CardElement, jsonBytes, type Said } from "./card.ts";
import { cardLine, withoutMarkdown, xmlText } from "./card-text.ts";
import type { CardLook } from "./teams-message.ts";

/** Kleinster Teil einer Karte that is kept together if at all possible. */
export type Piece = {
  /** Visible text, one line; of an element what is said where it cannot be shown, often nothing. */
  readonly text: string;
  readonly shape: Shape;
  /** Pieces of one unit stay in one message if they fit: a heading and what follows it. */
  readonly unit: number;
};

export type Shape =
  | { readonly kind: "heading" | "line" | "subtle"; readonly spacing: Spacing; readonly separator?: true }
  /** Buttons, a chart, a mention: never cut. */
  | { readonly kind: "element"; readonly element: CardElement };

export type Spacing = "None" | "Small" | "Medium";

/** Eine Zeile: text in which nothing is interpreted. */
export function elementOf({ text, shape }: Piece): CardElement {
  if (shape.kind === "element") return shape.element;
  const run = { type: "TextRun", text, ...RUNS[shape.kind] };
  const { spacing, separator } = shape;
  return { type: "RichTextBlock", inlines: [run], spacing, ...(separator === undefined ? {} : { separator }) };
}

const RUNS = {
  heading: { size: "Medium", weight: "Bolder" },
  line: {},
  subtle: { isSubtle: true, size: "Small" },
} as const;

/** What those get who do not see the card: every line once as Markdown and once as XML. */
export function saidBy(pieces: readonly Piece[]): Said {
  const text = pieces
    .map((piece) => piece.text)
    .filter((line) => line !== "")
    .join("\n");
  return { fallbackText: withoutMarkdown(text), speak: xmlText(text) };
}

/** Comma in the body, twice a line break, and what keeps a line from beginning a list. */
const BETWEEN = 8;

/** Bytes that a piece adds to the card as JSON in UTF-8. */
export function weightOf(piece: Piece): number {
  const { fallbackText, speak } = saidBy([piece]);
  return BETWEEN + jsonBytes(elementOf(piece)) + jsonBytes(fallbackText) + jsonBytes(speak);
}

const LONGEST_NOTICE = 200;

/** Hinweis über allem. */
export const noticePieces = ({ notice }: CardLook): readonly Piece[] =>
  notice === undefined ? [] : [subtle(shortened(cardLine(notice), LONGEST_NOTICE), "None")];

/** What we say about the message, beside what it says. */
export const subtle = (text: string, spacing: Spacing): Piece => ({
  text,
  shape: { kind: "subtle", spacing },
  unit: 0,
});
