import type { BlockContent, DefinitionContent, Heading, List, PhrasingContent, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { allowedUrl } from "./allowed-url.ts";
import { type FilledTemplate, PLACEHOLDER } from "./fill-template.ts";
import type { Piece } from "./helpers.ts";
import {
  type Block,
  type Inline,
  type ListItem,
  type PaperTree,
  plainText,
  type SourceMarkData,
  type TableBlock,
} from "./paper-tree.ts";
import { TemplateError } from "./template-error.ts";

/**
 * Markdown with placeholders → tree; the values are put in after parsing, as text, so that none of them can become structure.
 * Throws TemplateError for Markdown which not every format can show (raw HTML, images, code blocks, footnotes).
 */
export function buildTree(filled: FilledTemplate, file: string): PaperTree {
  const root = fromMarkdown(filled.markdown, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const builder = new TreeBuilder(filled, file);
  return { type: "root", children: builder.blocks(root.children) };
}

class TreeBuilder {
  private readonly values: readonly (readonly Piece[])[];
  private readonly lines: readonly string[];
  private readonly file: string;
  private depth = 0;

  constructor(filled: FilledTemplate, file: string) {
    this.values = filled.values;
    this.lines = filled.markdown.split("\n");
    this.file = file;
  }

  blocks(nodes: readonly (RootContent | BlockContent | DefinitionContent)[]): Block[] {
    return nodes.map((node) => this.block(node));
  }

  private block(node: RootContent): Block {
    switch (node.type) {
      case "heading":
        return this.heading(node);
      case "paragraph":
        return { type: "paragraph", children: this.inlines(node.children) };
      case "list":
        return this.list(node);
      case "table":
        return this.table(node);
      case "blockquote":
        return { type: "blockquote", children: this.blocks(node.children) };
      case "thematicBreak":
        return { type: "thematicBreak" };
      default:
        throw this.refusal(node);
    }
  }

  /** An empty heading leads nowhere, and PDF/UA forbids it. */
  private heading(node: Heading): Block {
    const inlines = onOneLine(this.inlines(node.children));
    const children: Inline[] = plainText(inlines).trim() === "" ? [{ type: "text", value: "ohne Titel" }] : inlines;
    return { type: "heading", depth: this.headingDepth(node.depth), children };
  }

  /** A level is never skipped: readers of tagged PDF would lose their way, and PDF/UA forbids it. */
  private headingDepth(depth: number): 1 | 2 | 3 | 4 {
    this.depth = Math.min(depth, this.depth + 1, 4);
    return this.depth as 1 | 2 | 3 | 4; // between 1 and 4 by the line above
  }

  private list(node: List): Block {
    const children = node.children.map(
      (item): ListItem => ({ type: "listItem", spread: false, children: this.blocks(item.children) }),
    );
    return { type: "list", ordered: node.ordered === true, spread: false, children };
  }

  private table(node: Table): TableBlock {
    const columns = node.children[0]?.children.length ?? 0;
    const children = node.children.map((row) => ({
      type: "tableRow" as const,
      children: row.children.map((cell) => ({ type: "tableCell" as const, children: this.inlines(cell.children) })),
    }));
    const align = Array.from({ length: columns }, (_, column) => node.align?.[column] ?? null);
    return { type: "table", align, widths: this.columnWidths(node, columns), children };
  }

  /** Column widths stand in the template as numbers of dashes, as pandoc has them: | ---- | -------- | */
  private columnWidths(node: Table, columns: number): number[] {
    const delimiter = this.lines[node.position?.start.line ?? 0] ?? "";
    const cells = delimiter
      .trim()
      .replace(/^\||\|$/g, "")
      .split("|");
    const widths = cells.map((cell) => cell.split("-").length - 1);
    return widths.length === columns && widths.every((width) => width > 0) ? widths : Array(columns).fill(1);
  }

  private inlines(nodes: readonly PhrasingContent[]): Inline[] {
    return joinTexts(nodes.flatMap((node) => this.inline(node)));
  }

  private inline(node: PhrasingContent): Inline[] {
    switch (node.type) {
      case "text":
        return this.textWithValues(node.value);
      case "strong":
        return [{ type: "strong", children: this.inlines(node.children) }];
      case "emphasis":
        return [{ type: "emphasis", children: this.inlines(node.children) }];
      case "inlineCode":
        return [{ type: "inlineCode", value: this.plainValues(node.value) }];
      case "break":
        return [{ type: "break" }];
      case "link":
        return linkTo(this.plainValues(node.url), this.inlines(node.children));
      default:
        throw this.refusal(node);
    }
  }

  private textWithValues(text: string): Inline[] {
    const nodes: Inline[] = [];
    let end = 0;
    for (const match of text.matchAll(PLACEHOLDER)) {
      if (match.index > end) nodes.push({ type: "text", value: text.slice(end, match.index) });
      nodes.push(...this.valueOf(match).flatMap(pieceNodes));
      end = match.index + match[0].length;
    }
    if (end < text.length) nodes.push({ type: "text", value: text.slice(end) });
    return nodes;
  }

  private plainValues(text: string): string {
    return text.replace(PLACEHOLDER, (...match) =>
      this.valueOf(match)
        .map((piece) => piece.text)
        .join(""),
    );
  }

  private valueOf(match: readonly unknown[]): readonly Piece[] {
    const pieces = this.values[Number(match[1])];
    if (pieces === undefined) throw new Error("placeholder without value");
    return pieces;
  }

  private refusal(node: RootContent): TemplateError {
    const markdown = node.position ? (this.lines[node.position.start.line - 1] ?? "") : "";
    const part = markdown.replace(PLACEHOLDER, "…").trim();
    return new TemplateError({
      file: this.file,
      line: 1,
      message: `${nameOfRefused(node.type)} ist nicht erlaubt: »${part}«`,
    });
  }
}

function nameOfRefused(type: string): string {
  if (type === "html") return "HTML";
  if (type === "image" || type === "imageReference") return "Ein Bild";
  return type === "code" ? "Ein Code-Block (Zeile mit vier Leerzeichen am Anfang)" : `Markdown der Art »${type}«`;
}

function pieceNodes(piece: Piece): Inline[] {
  switch (piece.kind) {
    case "text":
      return textLines(piece.text);
    case "link":
      return linkTo(piece.url, [{ type: "text", value: piece.text }]);
    case "source-mark":
      return [{ type: "text", value: "\u00A0" }, sourceMark(piece.text.replaceAll(" ", "\u00A0"))];
  }
}

function sourceMark(text: string): Inline {
  const data: SourceMarkData = { sourceMark: true, hName: "small", hProperties: { className: ["quelle"] } };
  return { type: "emphasis", data, children: [{ type: "text", value: text }] };
}

function textLines(text: string): Inline[] {
  const lines = text.split(/\s*\n\s*/).filter((line) => line !== "");
  return lines.flatMap((value, index): Inline[] => {
    const line: Inline = { type: "text", value };
    return index === 0 ? [line] : [{ type: "break" }, line];
  });
}

/** A link if its address is allowed, else only its text. */
function linkTo(url: string, children: Inline[]): Inline[] {
  const allowed = allowedUrl(url);
  return allowed === undefined ? children : [{ type: "link", url: allowed, children }];
}

function onOneLine(inlines: Inline[]): Inline[] {
  return joinTexts(inlines.map((inline) => (inline.type === "break" ? { type: "text", value: " " } : inline)));
}

function joinTexts(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (inline.type === "text" && last?.type === "text") last.value += inline.value;
    else joined.push(inline.type === "text" ? { ...inline } : inline);
  }
  return joined;
}
