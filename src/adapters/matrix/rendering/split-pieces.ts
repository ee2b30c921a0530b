import { figureLine } from "../../../texts/chat-rooms.ts";
import { cutText } from "../../chat/cut-text.ts";
import { unitsOf } from "../../chat/units-of.ts";
import type { Piece } from "./piece.ts";

/** What stands around a piece: marks, numbers, tags. */
const AROUND = 80;
/** What is too long for one message begins behind something else only if this much is left there. */
const WORTH_BEGINNING = 0.5;

/** Bytes that a character takes at most: in the text as JSON, and in the HTML beside it. */
export type Weigh = (character: string) => number;

const MARKUP = new Set("&<>\"'\\\n");

export const weightAsText: Weigh = (character) => (MARKUP.has(character) ? 5 : Buffer.byteLength(character));
export const weightWithHtml: Weigh = (character) => (MARKUP.has(character) ? 10 : 2 * Buffer.byteLength(character));

/** Auf mehrere Nachrichten verteilt: none weighs more than `budget`, nothing is lost, and what belongs together is cut last. */
export function splitPieces(
  pieces: readonly Piece[],
  budget: number,
  weigh: Weigh,
): readonly (readonly [Piece, ...Piece[]])[] {
  const parts: [Piece, ...Piece[]][] = [];
  let left = 0;
  const begin = (piece: Piece, weight: number): void => {
    parts.push([piece]);
    left = budget - weight;
  };
  const put = (piece: Piece, weight: number): void => {
    const part = parts.at(-1);
    if (part === undefined || weight > left) begin(piece, weight);
    else {
      part.push(piece);
      left -= weight;
    }
  };
  const putCut = (long: Piece): void => {
    const piece = withTextOnly(long);
    const isBegun = left >= budget * WORTH_BEGINNING;
    const [head, rest] = cutText(piece.text, (isBegun ? left : budget) - aroundOf(piece, weigh), weigh);
    const first = { ...piece, text: head };
    (isBegun ? put : begin)(first, weightOf(first, weigh));
    let remaining = rest;
    while (remaining !== "") {
      const [next, further] = cutText(remaining, budget - AROUND, weigh);
      const restPiece: Piece = { ...piece, text: next, shape: { kind: "rest" } };
      begin(restPiece, weightOf(restPiece, weigh));
      remaining = further;
    }
  };
  for (const unit of unitsOf(pieces)) {
    const weights = unit.map((piece) => weightOf(piece, weigh));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    if (whole > left && (whole <= budget || left < budget * WORTH_BEGINNING)) left = 0;
    unit.forEach((piece, index) => {
      const weight = weights[index] ?? 0;
      if (weight > budget) putCut(piece);
      else put(piece, weight);
    });
  }
  return parts;
}

/** A row of figures so long that it has to be cut is no row any more. */
function withTextOnly(piece: Piece): Piece {
  if (piece.shape.kind !== "figure") return piece;
  return { ...piece, text: figureLine(piece.text, piece.shape.count), shape: { kind: "line" } };
}

function weightOf(piece: Piece, weigh: Weigh): number {
  return aroundOf(piece, weigh) + textWeight(piece.text, weigh);
}

function aroundOf({ shape }: Piece, weigh: Weigh): number {
  return AROUND + (shape.kind === "choice" ? textWeight(shape.label ?? "", weigh) : 0);
}

function textWeight(text: string, weigh: Weigh): number {
  let weight = 0;
  for (const character of text) weight += weigh(character);
  return weight;
}
