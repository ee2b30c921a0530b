import { describe, expect, it } from "vitest";
import { examplesOf } from "./page-examples.ts";
import { playPage } from "./play-page.ts";

describe("the player of the examples", () => {
  const page = (answer: string): string => `# Titel\n\n\`\`\`text\n> sitzung eröffnen\n${answer}\n\`\`\`\n`;

  it("finds nothing where the program says what the page says", async () => {
    expect(await playPage(page("Die 1. Sitzung ist eröffnet."))).toEqual([]);
  });

  it("finds a wrong expectation, with its line and with what came", async () => {
    const [deviation, ...others] = await playPage(page("Die 2. Sitzung ist eröffnet."));
    expect(deviation).toMatchObject({ line: 5, missing: "Die 2. Sitzung ist eröffnet." });
    expect(deviation?.came).toContain("Die 1. Sitzung ist eröffnet.");
    expect(others).toEqual([]);
  });

  it("finds answers in the wrong order, and those that belong to another line", async () => {
    const swapped = page("Erst dann zählt Ihre Stimme.\nDie 1. Sitzung ist eröffnet.");
    expect(await playPage(swapped)).toMatchObject([{ line: 6 }]);
    const late = page("> anwesend\nDie 1. Sitzung ist eröffnet.");
    expect(await playPage(late)).toMatchObject([{ line: 6 }]);
  });

  it("finds a call of the program that says something else", async () => {
    const call = "```console\n$ npx sitzungsdienst check examples/segeberg.yaml\nIn Ordnung: examples/haan.yaml\n```\n";
    expect(await playPage(call)).toMatchObject([{ line: 3, missing: "In Ordnung: examples/haan.yaml" }]);
  });

  it("refuses a block without end and an answer without a question", () => {
    expect(() => examplesOf("```text\n> status\n")).toThrow("line 1");
    expect(() => examplesOf("```text\nEs läuft keine Sitzung.\n```")).toThrow("line 2");
    expect(() => examplesOf("```console\n$ rm -r data\n```")).toThrow("line 2");
  });
});
