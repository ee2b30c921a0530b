import type { Figures } from "../../../flows/reply.ts";
import { votesHead } from "../../../texts/teams-cards.ts";
import { shortened } from "../../chat/visible-text.ts";
import type { CardElement } from "./card.ts";
import { cardLine } from "./card-text.ts";

/** Beside a bar there is little room; the table and the sentence have the whole name. */
const LONGEST_LABEL = 60;

/** The word above the counts stays in one line on a telephone. */
const COUNT_WIDTH = "100px";

/** Zahlen als Balken; a client that does not know charts (they are no part of version 1.5) shows a table. */
export function figuresElement({ title, rows }: Figures): CardElement {
  const heading = cardLine(title);
  return {
    type: "Chart.HorizontalBar",
    title: heading,
    displayMode: "AbsoluteWithAxis",
    data: rows.map(({ label, count }) => ({ x: shortened(cardLine(label), LONGEST_LABEL), y: count })),
    spacing: "Medium",
    fallback: {
      type: "Table",
      spacing: "Medium",
      columns: [{ width: 1 }, { width: COUNT_WIDTH }],
      rows: [tableRow(heading, votesHead()), ...rows.map(({ label, count }) => tableRow(cardLine(label), `${count}`))],
    },
  };
}

const tableRow = (label: string, count: string): CardElement => ({
  type: "TableRow",
  cells: [cell(label, "Left"), cell(count, "Right")],
});

const cell = (text: string, horizontalAlignment: "Left" | "Right"): CardElement => ({
  type: "TableCell",
  items: [{ type: "RichTextBlock", horizontalAlignment, inlines: [{ type: "TextRun", text }] }],
});
