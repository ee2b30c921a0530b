import { type Block, type Inline, type ListItem, type PaperTree, plainText, type TableBlock } from "./paper-tree.ts";

/** The paper as plain text for mails, lines as long as they are: headings underlined, a row of a table in a line, nothing escaped. */
export function paperToText(tree: PaperTree): string {
  return `${blocksText(tree.children)}\n`;
}

const blocksText = (blocks: readonly Block[]): string => blocks.map(blockText).join("\n\n");

function blockText(block: Block): string {
  switch (block.type) {
    case "heading":
      return headingText(lineOf(block.children), block.depth);
    case "paragraph":
      return inlineText(block.children);
    case "list":
      return block.children.map((item, index) => itemText(item, block.ordered ? `${index + 1}. ` : "- ")).join("\n");
    case "table":
      return tableText(block);
    case "blockquote":
      return prefixed(blocksText(block.children), "> ", "> ");
    case "thematicBreak":
      return "-".repeat(LONGEST_RULE);
  }
}

const LONGEST_RULE = 72;

/** The first two levels are underlined. */
function headingText(text: string, depth: 1 | 2 | 3 | 4): string {
  const sign = { 1: "=", 2: "-", 3: "", 4: "" }[depth];
  return sign === "" ? text : `${text}\n${sign.repeat(Math.min([...text].length, LONGEST_RULE))}`;
}

function itemText({ children }: ListItem, mark: string): string {
  const text = children.map(blockText).join("\n");
  return prefixed(text, mark, " ".repeat(mark.length));
}

function tableText({ children }: TableBlock): string {
  return children.map((row) => row.children.map((cell) => lineOf(cell.children)).join(" | ")).join("\n");
}

function prefixed(text: string, first: string, others: string): string {
  return text
    .split("\n")
    .map((line, index) => `${index === 0 ? first : others}${line}`.trimEnd())
    .join("\n");
}

const lineOf = (inlines: readonly Inline[]): string => inlineText(inlines).replaceAll("\n", " ");

const inlineText = (inlines: readonly Inline[]): string =>
  inlines
    .map(pieceOf)
    .join("")
    .replaceAll(/[ \t]+\n/g, "\n")
    .trim();

function pieceOf(inline: Inline): string {
  if (inline.type === "break") return "\n";
  if (inline.type === "link") return linkText(plainText(inline.children), inline.url);
  return "value" in inline ? inline.value : inline.children.map(pieceOf).join("");
}

/** An address that stands there already is not said twice. */
const linkText = (text: string, url: string): string =>
  URL.canParse(text) && new URL(text).href === url ? text : `${text} (${url})`;
