import { z } from "zod";
import type { PaperKind } from "../../core/papers/paper-kinds.ts";
import { labelOf } from "./labels.ts";
import { VIEW_SCHEMAS } from "./view-schemas.ts";

/** Form eines Felds: the part of JSON Schema that the template checker needs. */
export type Shape = {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly exclusiveMinimum?: number;
  readonly anyOf?: readonly Shape[];
};

export const NUMBER_SHAPE: Shape = { type: "integer" };
export const BOOLEAN_SHAPE: Shape = { type: "boolean" };

/** The shape of a paper's view. */
export function viewShape(kind: PaperKind): Shape {
  // JSON Schema says more than we read; the schemas use neither references nor `allOf`.
  return z.toJSONSchema(VIEW_SCHEMAS[kind], { reused: "inline" }) as Shape;
}

/** A field of an object, undefined if there is none of this name. */
export function fieldOf(shape: Shape, name: string): Shape | undefined {
  return shape.properties !== undefined && Object.hasOwn(shape.properties, name) ? shape.properties[name] : undefined;
}

export function fieldNames(shape: Shape): readonly string[] {
  return Object.keys(shape.properties ?? {});
}

/** True if a view may come without the field. */
export function isOptional(shape: Shape, name: string): boolean {
  return shape.required?.includes(name) !== true;
}

export type ShapeKind = "text" | "number" | "boolean" | "date" | "time" | "code" | "list" | "object";

export function kindOf(shape: Shape): ShapeKind {
  const first = shape.anyOf?.[0];
  if (first !== undefined) return kindOf(first);
  if (shape.type === "array") return "list";
  if (shape.type === "object") return "object";
  if (shape.type === "boolean") return "boolean";
  if (shape.type === "integer" || shape.type === "number") return "number";
  if (shape.format === "date" || shape.format === "time") return shape.format;
  return isCode(shape) ? "code" : "text";
}

/** A word for the machine ("carried"), in contrast to one which is German already ("Frau"). */
function isCode(shape: Shape): boolean {
  return shape.enum?.some((value) => typeof value === "string" && labelOf(value) !== undefined) === true;
}
