import { figureLine } from "../../../texts/chat-rooms.ts";
import type { Piece } from "./piece.ts";

export const piecesAsText = (pieces: readonly Piece[]): string => pieces.map(lineOf).join("\n");

function lineOf({ text, shape }: Piece): string {
  switch (shape.kind) {
    case "line":
    case "heading":
    case "rest":
      return text;
    case "bullet":
      return `• ${indented(text)}`;
    case "numbered":
      return `${shape.number}. ${indented(text)}`;
    case "figure":
      return figureLine(indented(text), shape.count);
    case "choice":
      return indented(`${shape.mark} ${shape.label === undefined ? "" : `${shape.label}: `}${text}`);
  }
}

/** A line break inside an item begins no new item, whatever stands behind it. */
const indented = (text: string): string => text.replaceAll("\n", "\n   ");
