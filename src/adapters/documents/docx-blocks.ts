import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import { GREY, HEAD_FILL, twips } from "./docx-styles.ts";
import type { Block, ColumnAlignment, Inline, TableBlock } from "./paper-tree.ts";

const TEXT_WIDTH = twips(165);
const HEADINGS = { 1: "Heading1", 2: "Heading2", 3: "Heading3", 4: "Heading4" } as const;

type Place = { readonly level: number; readonly paragraph: Partial<IParagraphOptions> };

/** The tree's blocks as paragraphs and tables of Word. */
export function docxBlocks(blocks: readonly Block[]): (Paragraph | Table)[] {
  const numbering = { lists: 0 };
  const top: Place = { level: 0, paragraph: {} };
  return children(blocks, top, numbering);
}

/** Counts numbered lists, so that each begins at 1. */
type Numbering = { lists: number };

function children(blocks: readonly Block[], place: Place, numbering: Numbering): (Paragraph | Table)[] {
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1]?.type;
    const leadsIn = block.type === "paragraph" && (next === "list" || next === "table");
    const here = leadsIn ? { ...place, paragraph: { ...place.paragraph, keepNext: true } } : place;
    return blockParagraphs(block, here, numbering);
  });
}

function blockParagraphs(block: Block, place: Place, numbering: Numbering): (Paragraph | Table)[] {
  switch (block.type) {
    case "heading":
      return [new Paragraph({ style: HEADINGS[block.depth], keepNext: true, children: runs(block.children, {}) })];
    case "paragraph":
      return [new Paragraph({ ...place.paragraph, children: runs(block.children, {}) })];
    case "list":
      return listParagraphs(block, place, numbering);
    case "table":
      return [table(block), new Paragraph({ spacing: { after: 60, line: 120 }, children: [] })];
    case "blockquote":
      return children(block.children, { ...place, paragraph: { ...place.paragraph, style: "Quote" } }, numbering);
    case "thematicBreak":
      return [new Paragraph({ thematicBreak: true })];
  }
}

function listParagraphs(list: Extract<Block, { type: "list" }>, place: Place, numbering: Numbering) {
  if (list.ordered) numbering.lists++;
  const reference = list.ordered ? "numbers" : "bullets";
  const instance = list.ordered ? { instance: numbering.lists } : {};
  const level = Math.min(place.level, 2);
  const marked = { style: "ListParagraph", numbering: { reference, level, ...instance } };
  const further = { style: "ListParagraph", indent: { left: twips(7 * (level + 1)) } };
  return list.children.flatMap((item, itemIndex) =>
    item.children.flatMap((block, index) => {
      const isLast = itemIndex === list.children.length - 1 && index === item.children.length - 1;
      const paragraph = { ...(index === 0 ? marked : further), ...(isLast ? { spacing: { after: 140 } } : {}) };
      return blockParagraphs(block, { level: place.level + 1, paragraph }, numbering);
    }),
  );
}

function table(block: TableBlock): Table {
  const total = block.widths.reduce((sum, width) => sum + width, 0);
  const widths = block.widths.map((width) => Math.round((TEXT_WIDTH * width) / total));
  const line = { style: BorderStyle.SINGLE, size: 4, color: "767676" };
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: block.children.map(
      (row, index) =>
        new TableRow({
          ...(index === 0 ? { tableHeader: true } : {}),
          cantSplit: true,
          children: row.children.map((cell, column) =>
            tableCell(cell.children, index === 0, widths[column] ?? 0, block.align[column] ?? null),
          ),
        }),
    ),
  });
}

function tableCell(inlines: readonly Inline[], isHead: boolean, width: number, align: ColumnAlignment): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    margins: { top: 40, bottom: 40, left: 90, right: 90 },
    ...(isHead ? { shading: { fill: HEAD_FILL, type: ShadingType.CLEAR, color: "auto" } } : {}),
    children: [
      new Paragraph({
        spacing: { after: 0 },
        alignment: align === null ? AlignmentType.LEFT : align,
        ...(isHead ? { keepNext: true } : {}),
        children: runs(inlines, isHead ? { bold: true } : {}),
      }),
    ],
  });
}

function runs(inlines: readonly Inline[], format: IRunOptions): ParagraphChild[] {
  return inlines.flatMap((inline) => inlineRuns(inline, format));
}

function inlineRuns(inline: Inline, format: IRunOptions): ParagraphChild[] {
  switch (inline.type) {
    case "text":
      return [new TextRun({ ...format, text: inline.value })];
    case "strong":
      return runs(inline.children, { ...format, bold: true });
    case "emphasis":
      return runs(inline.children, { ...format, ...(inline.data ? { size: 16, color: GREY } : { italics: true }) });
    case "inlineCode":
      return [new TextRun({ ...format, text: inline.value, font: "Liberation Mono" })];
    case "break":
      return [new TextRun({ ...format, break: 1 })];
    case "link":
      return [
        new ExternalHyperlink({ link: inline.url, children: runs(inline.children, { ...format, style: "Hyperlink" }) }),
      ];
  }
}
