import { AlignmentType, BorderStyle, type INumberingOptions, type IStylesOptions, LevelFormat } from "docx";

const TWIPS_PER_MILLIMETRE = 56.6929;
export const GREY = "595959";
export const BLUE = "1F3A5F";
export const HEAD_FILL = "E7ECF2";

/** Word measures in twentieths of a point. */
export function twips(millimetres: number): number {
  return Math.round(millimetres * TWIPS_PER_MILLIMETRE);
}

const heading = (size: number, before: number, after: number) => ({
  run: { size, bold: true, color: BLUE },
  paragraph: { keepNext: true, keepLines: true, spacing: { before, after } },
});

export const DOCX_STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: "Liberation Sans", size: 21, language: { value: "de-DE" } },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    heading1: heading(30, 0, 160),
    heading2: heading(25, 280, 100),
    heading3: heading(22, 200, 80),
    heading4: heading(21, 160, 60),
    listParagraph: { paragraph: { spacing: { after: 60 } } },
  },
  paragraphStyles: [
    {
      id: "Quote",
      name: "Quote",
      basedOn: "Normal",
      quickFormat: true,
      paragraph: {
        keepLines: true,
        indent: { left: twips(4) },
        border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: BLUE } },
      },
    },
  ],
};

const LEVELS = [0, 1, 2];
const indent = (level: number) => ({ paragraph: { indent: { left: twips(7 * (level + 1)), hanging: twips(5) } } });

export const DOCX_NUMBERING: INumberingOptions = {
  config: [
    {
      reference: "bullets",
      levels: LEVELS.map((level) => ({
        level,
        format: LevelFormat.BULLET,
        text: "•",
        alignment: AlignmentType.LEFT,
        style: indent(level),
      })),
    },
    {
      reference: "numbers",
      levels: LEVELS.map((level) => ({
        level,
        format: LevelFormat.DECIMAL,
        text: `%${level + 1}.`,
        alignment: AlignmentType.LEFT,
        style: indent(level),
      })),
    },
  ],
};
