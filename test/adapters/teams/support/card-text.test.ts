import { describe, expect, it } from "vitest";
import { buttonTitled, cardButtons } from "../../../support/teams/card-buttons.ts";
import { cardText } from "../../../support/teams/card-text.ts";
import type { Json } from "../../../support/teams/json.ts";

const run = (text: string): Json => ({ type: "TextRun", text });
const table = {
  type: "Table",
  rows: [{ type: "TableRow", cells: [{ type: "TableCell", items: [block("Ja")] }, { items: [block("3")] }] }],
};
function block(text: string): Json {
  return { type: "TextBlock", text };
}

const card = {
  type: "AdaptiveCard",
  version: "1.5",
  fallbackText: "unread",
  body: [
    block("Frage"),
    { type: "RichTextBlock", inlines: [run("fett "), "und mager"] },
    { type: "Container", items: [{ type: "ColumnSet", columns: [{ type: "Column", items: [block("Spalte")] }] }] },
    { type: "FactSet", facts: [{ title: "Ort", value: "Segeberg" }] },
    { type: "Chart.HorizontalBar", title: "unread", fallback: table },
    { type: "ActionSet", actions: [{ type: "Action.Execute", title: "Ja", fallback: { type: "Action.Submit" } }] },
  ],
  actions: [{ type: "Action.OpenUrl", title: "Datei", url: "https://example.org" }],
};

describe("a card", () => {
  it("is read from top to bottom, with its buttons", () => {
    expect(cardText(card).split("\n")).toEqual([
      "Frage",
      "fett und mager",
      "Spalte",
      "Ort: Segeberg",
      "Ja | 3",
      "[Ja]",
      "[Datei]",
    ]);
  });

  it("has buttons, not counting what stands for them elsewhere", () => {
    expect(cardButtons(card).map(({ title }) => title)).toEqual(["Ja", "Datei"]);
    expect(buttonTitled(card, "Datei")).toMatchObject({ type: "Action.OpenUrl" });
    expect(() => buttonTitled(card, "ja")).toThrow('There is no button "ja", only: "Ja", "Datei"');
  });
});
