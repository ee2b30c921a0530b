import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type MeasuredSection,
  pageWidth,
  type WallGrid,
  type WallItem,
  wallPages,
} from "../../../src/adapters/documents/wall-pages.ts";

const grid: WallGrid = { columns: 4, card: 220, gap: 8, margin: 20, top: 80, tallest: 1024 };

const height = fc.integer({ min: 20, max: 300 });
const head = fc.record({ first: fc.integer({ min: 20, max: 60 }), later: fc.integer({ min: 20, max: 60 }) });
const panel = fc.record({
  heads: fc.array(head, { minLength: grid.columns, maxLength: grid.columns }),
  cards: fc.array(height, { maxLength: 40 }),
});
const sections = fc.array(
  fc.record({ panels: fc.array(panel, { minLength: 1, maxLength: 6 }), head }, { requiredKeys: ["panels"] }),
  { maxLength: 4 },
);

const overlap = (one: WallItem, other: WallItem): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const within = (inner: WallItem, outer: WallItem): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

const panelOf = (items: readonly WallItem[], card: Extract<WallItem, { kind: "card" }>): WallItem | undefined =>
  items.find((one) => one.kind === "panel" && one.section === card.section && one.panel === card.panel);

/** Cards as they stand, page by page: "question.group.card". */
const cardsOf = (wall: readonly MeasuredSection[]): readonly string[] =>
  wallPages(wall, grid).flatMap(({ items }) =>
    items.flatMap((one) => (one.kind === "card" ? [`${one.section}.${one.panel}.${one.card}`] : [])),
  );

describe("the pages of a wall", () => {
  it("hold every card once, in its order", () => {
    fc.assert(
      fc.property(sections, (wall) => {
        const wanted = wall.flatMap(({ panels }, section) =>
          panels.flatMap(({ cards }, index) => cards.map((_, card) => `${section}.${index}.${card}`)),
        );
        expect(cardsOf(wall)).toEqual(wanted);
      }),
    );
  });

  it("are never taller or wider than allowed, and nothing on them overlaps or leaves its group", () => {
    fc.assert(
      fc.property(sections, (wall) => {
        for (const page of wallPages(wall, grid)) {
          expect(page.height).toBeLessThanOrEqual(grid.tallest);
          const outer = page.items.filter(({ kind }) => kind !== "card");
          const cards = page.items.flatMap((one) => (one.kind === "card" ? [one] : []));
          for (const list of [outer, cards])
            for (const [index, one] of list.entries())
              expect(list.slice(index + 1).filter((other) => overlap(one, other))).toEqual([]);
          for (const one of outer) {
            expect(one.x + one.width).toBeLessThanOrEqual(pageWidth(grid) - grid.margin);
            expect(one.y).toBeGreaterThanOrEqual(grid.margin + grid.top);
          }
          for (const card of cards) {
            const around = panelOf(page.items, card);
            expect(around !== undefined && within(card, around)).toBe(true);
          }
        }
      }),
    );
  });

  it("say on the next page that a group goes on", () => {
    const heads = Array.from({ length: grid.columns }, () => ({ first: 30, later: 30 }));
    const wall = [{ panels: [{ heads, cards: Array.from({ length: 60 }, () => 100) }] }];
    const panels = wallPages(wall, grid).map(({ items }) => items.filter(({ kind }) => kind === "panel"));
    expect(panels.length).toBeGreaterThan(1);
    expect(panels.map(([first]) => first?.kind === "panel" && first.isContinued)).toEqual(
      panels.map((_, page) => page > 0),
    );
  });

  it("are one for a wall with nothing on it", () => {
    expect(wallPages([], grid)).toEqual([{ items: [], height: expect.any(Number) }]);
  });
});
