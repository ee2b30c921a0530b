/** Heights in points, as the typesetter measured them; every card is as wide as the grid says. */
export type MeasuredPanel = {
  /** By how many columns it spans, one first. */
  readonly heads: readonly MeasuredHead[];
  readonly cards: readonly number[];
};
/** Where it goes on, on a later page, the head says so. */
export type MeasuredHead = { readonly first: number; readonly later: number };
export type MeasuredSection = {
  /** None: the section has no head. */
  readonly head?: MeasuredHead;
  readonly panels: readonly MeasuredPanel[];
};

export type WallGrid = {
  readonly columns: number;
  /** Width of a card. */
  readonly card: number;
  /** Between cards, panels and sections, and around the cards of a panel. */
  readonly gap: number;
  readonly margin: number;
  /** What the title takes up on each page. */
  readonly top: number;
  /** No page is taller. */
  readonly tallest: number;
};

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** What stands where; all numbers count from 0. `isContinued`: it began on an earlier page. */
export type WallItem = Box &
  (
    | { readonly kind: "section"; readonly section: number; readonly isContinued: boolean }
    | { readonly kind: "panel"; readonly section: number; readonly panel: number; readonly isContinued: boolean }
    | { readonly kind: "card"; readonly section: number; readonly panel: number; readonly card: number }
  );

export type WallPage = { readonly height: number; readonly items: readonly WallItem[] };

/** A panel that would take more of a page's height is made wider. */
const TALL = 0.75;
/** With less of a page left than this, what does not fit whole begins on the next one. */
const SCANT = 0.25;
/** So much of a page's height must be won, or a panel is as wide as it should be. */
const STRANGE = 0.2;

/** From one column to the next: a card, the edges of two panels, and what is between them. */
const step = ({ card, gap }: WallGrid): number => card + 3 * gap;
/** Cards stand in the columns of the grid, however wide their panel is. */
const panelWidth = (grid: WallGrid, span: number): number => span * step(grid) - grid.gap;
/** Room for the head of a panel. */
export const headWidth = (grid: WallGrid, span: number): number => panelWidth(grid, span) - 2 * grid.gap;
export const pageWidth = (grid: WallGrid): number => panelWidth(grid, grid.columns) + 2 * grid.margin;

/**
 * Aufteilung der Tafel auf Seiten: panels go to where most room is left, and so do the cards inside of them, so that one reads from left
 * to right and down. What does not fit goes on on the next page. Nothing is left out, and nothing overlaps.
 */
export function wallPages(sections: readonly MeasuredSection[], grid: WallGrid): readonly WallPage[] {
  const sheets = createSheets(grid);
  for (const [section, { head, panels }] of sections.entries()) {
    sheets.beginSection(section, head);
    for (const [panel, measured] of panels.entries()) {
      const span = usualSpan(measured, panels.length, grid);
      let from = 0;
      do from += sheets.place({ section, panel, measured, from, span });
      while (from < measured.cards.length);
    }
  }
  return sheets.pages();
}

/** Few panels share the width of the page; one with many cards gets more of it. */
function usualSpan({ heads, cards }: MeasuredPanel, panels: number, { columns, gap, tallest }: WallGrid): number {
  const whole = cards.reduce((sum, height) => sum + height + gap, (heads[0]?.first ?? 0) + 2 * gap);
  const share = Math.floor(columns / Math.max(1, panels));
  return Math.min(columns, Math.max(1, share, Math.ceil(whole / (tallest * TALL))));
}

type Part = {
  readonly section: number;
  readonly panel: number;
  readonly measured: MeasuredPanel;
  /** How many of its cards stand on earlier pages. */
  readonly from: number;
  /** Over so many columns, if there is a choice. */
  readonly span: number;
};

type Stack = { readonly places: readonly { readonly column: number; readonly y: number }[]; readonly height: number };
type Spot = { readonly column: number; readonly span: number; readonly y: number; readonly head: number };

function createSheets(grid: WallGrid) {
  const { columns, gap, margin, tallest } = grid;
  const bottom = tallest - margin;
  const done: WallPage[] = [];
  let items: WallItem[] = [];
  /** For each column, from where on it is free. */
  let free = emptyColumns();
  let sectionHead: MeasuredHead | undefined;

  function emptyColumns(): readonly number[] {
    return new Array<number>(columns).fill(margin + grid.top);
  }

  const lowest = (): number => Math.max(...free);
  const isFresh = (): boolean => items.every(({ kind }) => kind === "section");

  function endPage(): void {
    done.push({ items, height: Math.max(lowest() - gap, margin) + margin });
    items = [];
    free = emptyColumns();
  }

  function putSectionHead(section: number, isContinued: boolean): void {
    if (sectionHead === undefined) return;
    const y = lowest();
    const width = pageWidth(grid) - 2 * margin;
    const height = isContinued ? sectionHead.later : sectionHead.first;
    items.push({ kind: "section", section, isContinued, x: margin, y, width, height });
    const below = y + height + gap;
    free = free.map(() => below);
  }

  function goOn(section: number): void {
    endPage();
    putSectionHead(section, true);
  }

  /** Where a panel could stand, narrow ones and those to the left first. */
  function spotsFor({ measured, from }: Part): readonly Spot[] {
    const spots: Spot[] = [];
    for (let span = 1; span <= columns; span += 1) {
      const heads = measured.heads[span - 1];
      const head = (from === 0 ? heads?.first : heads?.later) ?? 0;
      for (let column = 0; column + span <= columns; column += 1)
        spots.push({ column, span, head, y: Math.max(...free.slice(column, column + span)) });
    }
    return spots;
  }

  /** What would stay empty above it for good. */
  const buried = ({ column, span, y }: Spot): number =>
    free.slice(column, column + span).reduce((sum, from) => sum + y - from, 0);

  const roomAt = ({ y, head }: Spot): number => bottom - y - head - 3 * gap;

  /** As many cards as fit, the next one always where most room is. */
  function stacked(cards: readonly number[], spot: Spot): Stack {
    const ends = new Array<number>(spot.span).fill(0);
    const places: { readonly column: number; readonly y: number }[] = [];
    for (const height of cards) {
      const column = ends.indexOf(Math.min(...ends));
      const y = ends[column] ?? 0;
      // A card that no page can hold stands alone rather than nowhere.
      if (y + height > roomAt(spot) && !(isFresh() && places.length === 0)) break;
      places.push({ column, y });
      ends[column] = y + height + gap;
    }
    return { places, height: places.length === 0 ? 0 : Math.max(...ends) - gap };
  }

  /** The spot that holds all of it, buries least and ends highest; else the largest one, if it is worth it. */
  function bestSpot(part: Part, cards: readonly number[]): Spot | undefined {
    const spots = spotsFor(part);
    const whole = spots.filter((spot) => roomAt(spot) >= 0 && stacked(cards, spot).places.length === cards.length);
    if (whole.length > 0)
      return least(whole, (spot) => {
        const strange = Math.abs(spot.span - part.span) * STRANGE * tallest;
        return buried(spot) + spot.y + spot.head + stacked(cards, spot).height + strange;
      });
    const largest = least(spots, (spot) => -roomAt(spot) * spot.span);
    if (largest === undefined || isFresh()) return largest;
    const isWorthIt = roomAt(largest) * largest.span >= SCANT * tallest * columns;
    return isWorthIt && stacked(cards, largest).places.length >= largest.span ? largest : undefined;
  }

  function place(part: Part): number {
    const { section, panel, from } = part;
    const cards = part.measured.cards.slice(from);
    const spot = bestSpot(part, cards);
    if (spot === undefined) {
      goOn(section);
      return place(part);
    }
    const { places, height } = stacked(cards, spot);
    const { column, span, y, head } = spot;
    const x = margin + column * step(grid);
    const box = { x, y, width: panelWidth(grid, span), height: head + height + (places.length === 0 ? 2 : 3) * gap };
    items.push({ kind: "panel", section, panel, isContinued: from > 0, ...box });
    for (const [index, at] of places.entries())
      items.push({
        kind: "card",
        section,
        panel,
        card: from + index,
        x: x + gap + at.column * step(grid),
        y: y + head + 2 * gap + at.y,
        width: grid.card,
        height: cards[index] ?? 0,
      });
    free = free.map((one, index) => (index >= column && index < column + span ? y + box.height + gap : one));
    // The rest of it stands on the next page, never beside its own beginning.
    if (places.length < cards.length) goOn(section);
    return places.length;
  }

  return {
    /** Below all that stands there already, with its head, if it has one. */
    beginSection(section: number, head: MeasuredHead | undefined): void {
      sectionHead = head;
      if (bottom - lowest() < tallest * SCANT && !isFresh()) endPage();
      const below = lowest();
      free = free.map(() => below);
      putSectionHead(section, false);
    },
    /** Puts what fits of a panel, on the next page if there is too little room on this one; says how many cards that were. */
    place,
    pages(): readonly WallPage[] {
      if (items.length > 0 || done.length === 0) endPage();
      return done;
    },
  };
}

function least<T>(all: readonly T[], measure: (one: T) => number): T | undefined {
  let best: T | undefined;
  for (const one of all) if (best === undefined || measure(one) < measure(best)) best = one;
  return best;
}
