import { isJson, type Json, textIn } from "./json.ts";

const CONTAINERS = ["body", "items", "columns", "rows", "cells", "actions"];

/**
 * What can be read on a card, one line each: texts, facts, cells of tables, inputs with what stands in them, titles of its buttons as "[title]". Elements unknown to
 * version 1.5 (charts) are read by their fallback.
 */
export function cardText(card: Json): string {
  return linesOf(card).join("\n");
}

function linesOf(element: unknown): readonly string[] {
  if (Array.isArray(element)) return element.flatMap(linesOf);
  if (!isJson(element)) return [];
  const type = textIn(element, "type") ?? "";
  if (type.startsWith("Chart.")) return linesOf(element["fallback"]);
  if (type.startsWith("Action.")) return [`[${textIn(element, "title") ?? ""}]`];
  if (type.startsWith("Input.")) return [`${textIn(element, "label") ?? ""}: »${textIn(element, "value") ?? ""}«`];
  switch (type) {
    case "TextBlock":
      return [textIn(element, "text") ?? ""];
    case "RichTextBlock":
      return [runsOf(element["inlines"])];
    case "FactSet":
      return factsOf(element["facts"]);
    case "TableRow":
      return [rowsCells(element["cells"])];
    default:
      return CONTAINERS.flatMap((name) => linesOf(element[name]));
  }
}

function runsOf(inlines: unknown): string {
  if (!Array.isArray(inlines)) return "";
  return inlines.map((run) => (isJson(run) ? (textIn(run, "text") ?? "") : String(run))).join("");
}

function factsOf(facts: unknown): readonly string[] {
  if (!Array.isArray(facts)) return [];
  return facts.filter(isJson).map((fact) => `${textIn(fact, "title") ?? ""}: ${textIn(fact, "value") ?? ""}`);
}

function rowsCells(cells: unknown): string {
  if (!Array.isArray(cells)) return "";
  return cells.map((cell) => linesOf(isJson(cell) ? cell["items"] : cell).join(" ")).join(" | ");
}
