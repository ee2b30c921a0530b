import { suggestion } from "./nearest-word.ts";
import { BOOLEAN_SHAPE, fieldNames, fieldOf, isOptional, NUMBER_SHAPE, type Shape } from "./view-shape.ts";

/** Where a name is looked up: the view, or an entry of a list. `place` tells equal shapes at different places apart. */
export type Scope = { readonly shape: Shape; readonly place: string };

/** A field that was found; `missing` is the first part of its path that a view may come without. */
export type Found = Scope & { readonly missing: string | undefined };

type Report = (path: hbs.AST.PathExpression, message: string) => void;

const DATA: Readonly<Record<string, Shape>> = { first: BOOLEAN_SHAPE, last: BOOLEAN_SHAPE, index: NUMBER_SHAPE };

/** Looks up the fields a template names; what cannot be found is reported. */
export class FieldFinder {
  private readonly report: Report;

  constructor(report: Report) {
    this.report = report;
  }

  /** `scopes` from the view inwards. */
  find(path: hbs.AST.PathExpression, scopes: readonly Scope[]): Found | undefined {
    if (path.data) return this.findData(path, scopes);
    const scope = scopes[scopes.length - 1 - path.depth];
    if (scope !== undefined) return this.follow(path, path.parts, scope);
    this.report(path, `»${path.original}« führt mit ../ zu weit nach außen`);
    return undefined;
  }

  private findData(path: hbs.AST.PathExpression, scopes: readonly Scope[]): Found | undefined {
    const [name = "", ...rest] = path.parts;
    const outermost = scopes[0];
    if (name === "root" && outermost !== undefined) return this.follow(path, rest, outermost);
    const shape = Object.hasOwn(DATA, name) && rest.length === 0 && scopes.length > 1 ? DATA[name] : undefined;
    if (shape !== undefined) return { shape, place: path.original, missing: undefined };
    this.report(path, `»${path.original}« gibt es hier nicht – möglich sind @first, @last, @index in einer Liste`);
    return undefined;
  }

  private follow(path: hbs.AST.PathExpression, parts: readonly string[], scope: Scope): Found | undefined {
    let found: Found = { ...scope, missing: undefined };
    for (const part of parts) {
      const next = fieldOf(found.shape, part);
      if (next === undefined) {
        this.report(path, `»${path.original}« gibt es hier nicht${suggestion(part, fieldNames(found.shape))}`);
        return undefined;
      }
      const place = `${found.place}.${part}`;
      found = { shape: next, place, missing: found.missing ?? (isOptional(found.shape, part) ? place : undefined) };
    }
    return found;
  }
}
