import { describe, expect, it } from "vitest";
import { excerpt, nameProblem, notUnderstood, textProblem, thingProblem } from "../../src/texts/prompts.ts";
import { dateProblem, wrongQuarter } from "../../src/texts/prompts-dates.ts";
import { day } from "../support/keys.ts";

describe("prompts", () => {
  it("show what was typed on one line, short, and without what could turn the line around", () => {
    expect(excerpt("eins\nzwei\tdrei")).toBe("eins zwei drei");
    expect(excerpt(`a\u202eb\u0000c`)).toBe("a b c");
    expect([...excerpt("🙂".repeat(100))]).toHaveLength(60);
    expect(excerpt("kurz")).toBe("kurz");
  });

  it("say how long a text is and how long it may be", () => {
    expect(textProblem({ code: "tooLong", length: 10_000, limit: 4000 })).toContain(
      "10\u00a0000 Zeichen, möglich sind 4\u00a0000",
    );
    expect(textProblem({ code: "hidden", character: "U+202E" })).toContain("(U+202E)");
  });

  it("lead into suggestions only where there are some", () => {
    const unknown = { code: "unknown", what: "person", typed: "Jahnsen" } as const;
    expect(nameProblem({ ...unknown, near: 1 })).toContain("Vielleicht gemeint:");
    expect(nameProblem({ ...unknown, near: 0 })).not.toContain("Vielleicht");
    expect(notUnderstood("xyz", false)).toContain("hilfe");
    expect(thingProblem({ code: "unknownItem", typed: "9", count: 1 })).toContain("hat 1 Punkt.");
    expect(thingProblem({ code: "unknownItem", typed: "9", count: 0 })).toBe("Es gibt noch keine Tagesordnung.");
  });

  it("say why a date will not do", () => {
    const date = day("2023-09-01");
    expect(wrongQuarter(date, 2)).toBe("Der 01.09.2023 liegt im 3. Quartal, nicht im 2.");
    expect(dateProblem("bald", { kind: "vague", text: "bald" })).toContain("„bald“ ist zu ungenau");
    expect(dateProblem("10.-12.9.", { kind: "period", from: date, to: day("2023-09-03") })).toContain("mehrere Tage");
    expect(dateProblem("jeden Montag", { kind: "series", text: "jeden Montag" })).toContain("viele Termine");
    const contradictedBy = { kind: "weekday", weekday: 3 } as const;
    const contradiction = {
      kind: "contradiction",
      date: day("2023-03-20"),
      contradictedBy,
      candidates: [],
      isDeadline: false,
    } as const;
    expect(dateProblem("Mittwoch 20.3.", contradiction)).toContain("ist ein Montag, kein Mittwoch");
  });
});
