import { z } from "zod";
import type { YamlPath } from "./yaml-document.ts";

/** The keys a schema knows at a path: for suggestions. Looks through optional, defaults, unions, pipes and records. */
export function keysAt(schema: z.core.$ZodType, path: YamlPath): readonly string[] {
  const [step, ...rest] = path;
  return alternativesOf(schema).flatMap((option) => {
    if (step === undefined) return option instanceof z.ZodObject ? Object.keys(option.shape) : [];
    return innerOf(option, step).flatMap((inner) => keysAt(inner, rest));
  });
}

function innerOf(schema: z.core.$ZodType, step: PropertyKey): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodObject) {
    const field: unknown = Reflect.get(schema.shape, step);
    return field instanceof z.core.$ZodType ? [field] : [];
  }
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  return [];
}

function alternativesOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(alternativesOf);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return alternativesOf(schema.unwrap());
  }
  if (schema instanceof z.ZodReadonly) return alternativesOf(schema.unwrap());
  // A transform has no keys of its own; what the file must look like stands on one of its two sides.
  if (schema instanceof z.ZodPipe) return [...alternativesOf(schema.in), ...alternativesOf(schema.out)];
  return [schema];
}
