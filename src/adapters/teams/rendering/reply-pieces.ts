import { type Block, blockLines, type Reply } from "../../../flows/reply.ts";
import { figureLine } from "../../../texts/chat-rooms.ts";
import { jsonBytes } from "./card.ts";
import { cardText } from "./card-text.ts";
import { figuresElement } from "./figures.ts";
import type { Piece, Shape, Spacing } from "./piece.ts";

/** Larger than this they are lines, which can be cut. */
const LARGEST_FIGURES = 8_000;
/** Keeps the further lines of an item from looking like items. */
const INDENT = "\u00a0\u00a0\u00a0";

/** Die Blöcke einer Antwort in Teilen; what is blank is not among them. */
export function replyPieces({ blocks }: Pick<Reply, "blocks">): readonly Piece[] {
  let unit = 0;
  let isBehindHeading = false;
  return blocks.flatMap((block) => {
    if (!isBehindHeading) unit += 1;
    isBehindHeading = block.kind === "heading";
    return piecesOf(block).map((piece) => ({ ...piece, unit }));
  });
}

type Unplaced = Omit<Piece, "unit">;

function piecesOf(block: Block): readonly Unplaced[] {
  switch (block.kind) {
    case "text":
      return linesOf(block.text, "Small");
    case "heading":
      return linesOf(block.text, "Medium").map((piece) => ({ ...piece, shape: { ...piece.shape, kind: "heading" } }));
    case "list":
      return blockLines(block).flatMap(itemLines);
    case "figures": {
      const element = figuresElement(block);
      if (jsonBytes(element) <= LARGEST_FIGURES) return [{ text: "", shape: { kind: "element", element } }];
      const rows = block.rows.map(({ label, count }) => figureLine(label, count));
      return [...piecesOf({ kind: "heading", text: block.title }), ...rows.flatMap((row) => linesOf(row, "None"))];
    }
  }
}

type Line = { readonly text: string; readonly shape: Exclude<Shape, { readonly kind: "element" }> };

/** A blank line is more space before the next one. */
function linesOf(text: string, first: Spacing): readonly Line[] {
  const lines: Line[] = [];
  let spacing = first;
  for (const line of cardText(text).split("\n")) {
    if (line.trim() === "") {
      if (lines.length > 0) spacing = "Medium";
      continue;
    }
    lines.push({ text: line, shape: { kind: "line", spacing } });
    spacing = "Small";
  }
  return lines;
}

/** A line break inside an item begins no new item, whatever stands behind it. */
const itemLines = (item: string): readonly Line[] =>
  linesOf(item, "Small").map((line, index) => (index === 0 ? line : { ...line, text: `${INDENT}${line.text}` }));
