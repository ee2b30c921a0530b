/**
 * The one tree of a paper: the part of mdast that every format can show. It fits mdast's own types, and it is what Typst gets as JSON.
 */

export type PaperTree = { type: "root"; children: Block[] };

export type Block =
  | { type: "heading"; depth: 1 | 2 | 3 | 4; children: Inline[] }
  | { type: "paragraph"; children: Inline[] }
  | { type: "list"; ordered: boolean; spread: false; children: ListItem[] }
  | TableBlock
  | { type: "blockquote"; children: Block[] }
  | { type: "thematicBreak" };

export type ListItem = { type: "listItem"; spread: false; children: Block[] };

/** `widths`: share of each column, from the number of dashes under the heading. */
export type TableBlock = {
  type: "table";
  align: ColumnAlignment[];
  widths: number[];
  children: TableRow[];
};
export type ColumnAlignment = "left" | "right" | "center" | null;
export type TableRow = { type: "tableRow"; children: TableCell[] };
export type TableCell = { type: "tableCell"; children: Inline[] };

export type Inline =
  | { type: "text"; value: string }
  | { type: "strong"; children: Inline[] }
  | { type: "emphasis"; children: Inline[]; data?: SourceMarkData }
  | { type: "inlineCode"; value: string }
  | { type: "break" }
  | { type: "link"; url: string; children: Inline[] };

/** A mark like "[12]" behind a sentence; HTML shows it as `<small class="quelle">`. */
export type SourceMarkData = { sourceMark: true; hName: "small"; hProperties: { className: string[] } };

/** The text of the paper's first heading, without marks. */
export function titleOf(tree: PaperTree): string | undefined {
  const heading = tree.children.find((block) => block.type === "heading");
  const title = heading === undefined ? "" : plainText(heading.children).trim();
  return title === "" ? undefined : title;
}

export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(plainInline).join("");
}

function plainInline(inline: Inline): string {
  if (inline.type === "break") return " ";
  return "value" in inline ? inline.value : plainText(inline.children);
}
