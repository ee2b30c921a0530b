import { describe, expect, it } from "vitest";
import { nearestIdea } from "../../../src/core/workshop/near-duplicates.ts";
import type { Idea } from "../../../src/core/workshop/state.ts";

const idea = (number: number, text: string): Idea => ({
  idea: number,
  workshop: 1,
  text,
  isWithdrawn: false,
  comments: [],
  support: new Set(),
  tags: new Set(),
  source: number,
});

const isNear = (one: string, other: string): boolean => nearestIdea(idea(2, one), [idea(1, other)]) !== undefined;

describe("near duplicates", () => {
  it.each([
    ["Mehr Plätze in der Kurzzeitpflege", "Mehr Kurzzeitpflegeplätze"],
    ["Mehr Inobhutnahmestellen schaffen", "Es braucht mehr Inobhutnahmestellen"],
    ["Gemeinsame Fortbildungen für alle Träger", "gemeinsame Fortbildung der Träger"],
    ["Kürzere Wege zum Jugendamt", "KUERZERE WEGE ZUM JUGENDAMT!"],
    ["Regelmäßiger Austausch zwischen Schule und Jugendhilfe", "Austausch von Schule und Jugendhilfe regelmäßig"],
    ["Elternarbeit stärken", "Stärkung der Elternarbeit"],
    ["Wohngruppen für Geschwisterkinder", "Wohngruppe für Geschwister"],
  ])("%s ≈ %s", (one, other) => {
    expect(isNear(one, other)).toBe(true);
    expect(isNear(other, one)).toBe(true);
  });

  it.each([
    ["Mehr Plätze in der Kurzzeitpflege", "Kürzere Wege zum Jugendamt"],
    ["Mehr Inobhutnahmestellen schaffen", "Mehr Geld für Ferienfreizeiten"],
    ["Gemeinsame Fortbildungen für alle Träger", "Schulsozialarbeit an jeder Grundschule"],
    ["Elternarbeit stärken", "Weniger Formulare"],
    ["ja", "nein"],
    ["?", "!"],
  ])("%s ≠ %s", (one, other) => {
    expect(isNear(one, other)).toBe(false);
  });

  it("takes the idea most like it, the earliest of equals", () => {
    const earlier = [
      idea(1, "Weniger Formulare"),
      idea(2, "Mehr Plätze in der Kurzzeitpflege und in der Tagespflege"),
      idea(3, "Mehr Plätze in der Kurzzeitpflege"),
      idea(4, "mehr plätze in der kurzzeitpflege"),
    ];
    expect(nearestIdea(idea(5, "Mehr Plätze, Kurzzeitpflege"), earlier)?.idea).toBe(3);
    expect(nearestIdea(idea(5, "Mehr Plätze, Kurzzeitpflege"), [])).toBeUndefined();
  });

  it("follows the words of an idea that was changed, since that is another object", () => {
    const before = idea(1, "Weniger Formulare");
    const asked = idea(2, "Mehr Plätze in der Kurzzeitpflege");
    expect(nearestIdea(asked, [before])).toBeUndefined();
    expect(nearestIdea(asked, [{ ...before, text: "Mehr Plätze in der Kurzzeitpflege!" }])?.idea).toBe(1);
  });

  it("does not stumble over texts without letters, of signs alone, or at their longest", () => {
    for (const text of ["🎈🎈🎈", "…", "<script>alert(1)</script>", "=cmd()", "a".repeat(1000)])
      expect(() => nearestIdea(idea(2, text), [idea(1, text)])).not.toThrow();
    expect(isNear("a".repeat(1000), "a".repeat(999))).toBe(true);
  });
});
