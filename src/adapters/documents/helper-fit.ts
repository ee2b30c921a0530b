import type { Parameter, ParameterKind } from "./helpers.ts";
import { fieldOf, kindOf, type Shape } from "./view-shape.ts";

type Fit = { readonly expected: string; readonly fits: (shape: Shape) => boolean };

/** What each kind of parameter takes, and how to say so. */
const FITS: { readonly [K in Exclude<ParameterKind, "word">]: Fit } = {
  any: { expected: "ein Feld", fits: () => true },
  text: { expected: "ein Text", fits: (shape) => kindOf(shape) === "text" },
  number: { expected: "eine Zahl", fits: (shape) => kindOf(shape) === "number" },
  date: { expected: "ein Datum", fits: (shape) => kindOf(shape) === "date" },
  time: { expected: "eine Uhrzeit", fits: (shape) => kindOf(shape) === "time" },
  code: { expected: "ein Kennwort wie »status«", fits: (shape) => kindOf(shape) === "code" },
  sentence: { expected: "ein Satz mit Quelle", fits: (shape) => hasFields(shape, ["text", "sources"]) },
  sourced: { expected: "etwas mit Quelle", fits: (shape) => hasFields(shape, ["sources"]) },
  link: { expected: "ein Verweis", fits: (shape) => hasFields(shape, ["text", "url"]) },
  headCount: { expected: "eine Kopfzahl", fits: (shape) => hasFields(shape, ["number", "qualifier"]) },
  somebody: { expected: "eine Person oder ein Träger", fits: isSomebody },
  persons: { expected: "eine Liste von Personen", fits: (shape) => isListOf(shape, isSomebody) },
  counts: {
    expected: "eine Liste von Stimmen",
    fits: (shape) => isListOf(shape, (item) => hasFields(item, ["choice", "number"])),
  },
  texts: { expected: "eine Liste von Texten", fits: (shape) => isListOf(shape, (item) => kindOf(item) === "text") },
};

/** What the parameter expects in German, or undefined if a field of this shape fits. */
export function misfit(parameter: Parameter, shape: Shape): string | undefined {
  if (parameter.kind === "word") return `eines der Wörter ${parameter.words.map((word) => `"${word}"`).join(", ")}`;
  const fit = FITS[parameter.kind];
  return fit.fits(shape) ? undefined : fit.expected;
}

function isSomebody(shape: Shape): boolean {
  return hasFields(shape, ["name", "salutation"]) || (hasFields(shape, ["person", "organization"]) && !hasSeat(shape));
}

/** A row of the attendance list has a person and a Träger too, but is neither. */
function hasSeat(shape: Shape): boolean {
  return fieldOf(shape, "status") !== undefined || fieldOf(shape, "kind") !== undefined;
}

function hasFields(shape: Shape, names: readonly string[]): boolean {
  return names.every((name) => fieldOf(shape, name) !== undefined);
}

function isListOf(shape: Shape, fits: (item: Shape) => boolean): boolean {
  return kindOf(shape) === "list" && shape.items !== undefined && fits(shape.items);
}
