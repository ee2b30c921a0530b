import { htmlText } from "./html-text.ts";
import type { Piece, Shape } from "./piece.ts";

/** The same as HTML; undefined if it would say no more than the text does. */
export function piecesAsHtml(pieces: readonly Piece[]): string | undefined {
  if (pieces.every(({ shape }) => shape.kind === "line" || shape.kind === "rest")) return undefined;
  return groupsOf(pieces).map(groupAsHtml).join("\n");
}

/** Neighbours of one block and one shape. */
function groupsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    const [first] = last ?? [];
    if (first?.block === piece.block && first.shape.kind === piece.shape.kind) last?.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

function groupAsHtml(group: readonly Piece[]): string {
  const { shape } = group[0] ?? { shape: { kind: "rest" } };
  const inner = group.map(pieceAsHtml);
  switch (shape.kind) {
    case "line":
    case "choice":
    case "rest":
      return `<p>${inner.join("<br>")}</p>`;
    case "heading":
      return inner.join("");
    case "bullet":
      return `<ul>${inner.join("")}</ul>`;
    case "numbered":
      return `<ol${shape.number === 1 ? "" : ` start="${shape.number}"`}>${inner.join("")}</ol>`;
    case "figure":
      return `<table>\n${inner.join("\n")}\n</table>`;
  }
}

function pieceAsHtml({ text, shape }: Piece): string {
  const html = htmlText(text);
  switch (shape.kind) {
    case "line":
    case "rest":
      return html;
    case "heading":
      return `<h4>${html}</h4>`;
    case "bullet":
    case "numbered":
      return `<li>${html}</li>`;
    // Some clients know no tables and show the cells one behind the other: then colon and blank keep them apart.
    case "figure":
      return `<tr><td>${html}: </td><td>${shape.count}</td></tr>`;
    case "choice":
      return `${shape.mark} ${labelOf(shape)}<code>${html}</code>`;
  }
}

const labelOf = ({ label }: Shape & { readonly kind: "choice" }): string =>
  label === undefined ? "" : `${htmlText(label)}: `;
