import { z } from "zod";
import type { WallJob } from "./wall-job.ts";
import { headWidth, type MeasuredSection, pageWidth, type WallGrid, type WallPage, wallPages } from "./wall-pages.ts";

/** Teams shows no larger pictures in a card, neither wider nor taller. */
const LARGEST = 1024;

/** Schriftgröße, and how many columns fit: a wall with few cards is written large. The last look takes any number of them. */
type Look = { readonly letters: number; readonly columns: number; readonly mostCards: number };
const LOOKS: readonly Look[] = [
  { letters: 26, columns: 3, mostCards: 12 },
  { letters: 21, columns: 3, mostCards: 24 },
  { letters: 17, columns: 4, mostCards: Number.POSITIVE_INFINITY },
];

/** Points, under the names the setting knows them by. */
export type WallMeasures = ReturnType<typeof measuresOf>;
export type WallLayout = { readonly measures: WallMeasures; readonly pages: readonly WallPage[] };

/** Sets all of it to see how high each part gets; the answer is what the setting noted down. */
export type Measuring = (input: object) => unknown;

/** Aufteilung in the largest letters with which everything stands on one page; if there are none, on several. */
export function layOut(job: WallJob, measure: Measuring): WallLayout {
  const cards = job.sections.flatMap(({ panels }) => panels.flatMap((panel) => panel.cards)).length;
  const layouts = LOOKS.filter(({ mostCards }) => cards <= mostCards);
  for (const look of layouts.slice(0, -1)) {
    const layout = laidOut(job, look, measure);
    if (layout.pages.length === 1) return layout;
  }
  const [last] = layouts.slice(-1);
  if (last === undefined) throw new Error("no look takes any number of cards");
  return laidOut(job, last, measure);
}

function laidOut(job: WallJob, look: Look, measure: Measuring): WallLayout {
  const grid = gridOf(look);
  const measures = measuresOf(look, grid);
  const { title, sections } = measuredSchema.parse(measure({ ...job, kind: "measure", maß: measures }));
  const measured = sections.map(
    ({ head, panels }): MeasuredSection => ({ panels, ...(head === null ? {} : { head }) }),
  );
  return { measures, pages: wallPages(measured, { ...grid, top: title + 2 * grid.gap }) };
}

function gridOf({ letters, columns }: Look): WallGrid {
  const gap = Math.round(letters * 0.4);
  const margin = Math.round(letters * 1.2);
  const card = Math.floor((LARGEST - 2 * margin + gap) / columns) - 3 * gap;
  return { columns, card, gap, margin, top: 0, tallest: LARGEST };
}

const measuresOf = ({ letters }: Look, grid: WallGrid) => ({
  schrift: letters,
  karte: grid.card,
  abstand: grid.gap,
  rand: grid.margin,
  breite: pageWidth(grid) - 2 * grid.margin,
  köpfe: Array.from({ length: grid.columns }, (_, index) => headWidth(grid, index + 1)),
});

const head = z.object({ first: z.number(), later: z.number() });
const measuredSchema = z.object({
  title: z.number(),
  sections: z.array(
    z.object({
      head: head.nullable(),
      panels: z.array(z.object({ heads: z.array(head), cards: z.array(z.number()) })),
    }),
  ),
});
