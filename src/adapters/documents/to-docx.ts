import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from "docx";
import { docxBlocks } from "./docx-blocks.ts";
import { DOCX_NUMBERING, DOCX_STYLES, GREY, twips } from "./docx-styles.ts";
import { normalizeDocx } from "./normalize-docx.ts";
import type { PaperMeta } from "./paper-meta.ts";
import type { PaperTree } from "./paper-tree.ts";

/** The paper as a Word file with real headings and lists, repeated table heads and "Seite x von y". */
export async function paperToDocx(tree: PaperTree, meta: PaperMeta): Promise<Uint8Array> {
  const document = new Document({
    title: meta.title,
    creator: meta.author,
    lastModifiedBy: meta.author,
    description: meta.title,
    styles: DOCX_STYLES,
    numbering: DOCX_NUMBERING,
    features: { updateFields: false },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: twips(25), bottom: twips(22), left: twips(25), right: twips(20) },
          },
        },
        headers: { default: new Header({ children: [pageLine([meta.pageHeader], AlignmentType.RIGHT)] }) },
        footers: { default: new Footer({ children: [pageLine(PAGE_X_OF_Y, AlignmentType.CENTER)] }) },
        children: docxBlocks(tree.children),
      },
    ],
  });
  return normalizeDocx(await Packer.toBuffer(document), meta.created);
}

const PAGE_X_OF_Y = ["Seite ", PageNumber.CURRENT, " von ", PageNumber.TOTAL_PAGES];

function pageLine(children: string[], alignment: (typeof AlignmentType)["RIGHT" | "CENTER"]): Paragraph {
  return new Paragraph({ alignment, children: [new TextRun({ children, size: 16, color: GREY })] });
}
