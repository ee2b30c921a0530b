/** JSON as it comes over the wire: nothing is known before it is looked at. */
export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A field that may be an object; empty where it is none. */
export function objectIn(json: Json, name: string): Json {
  const value = json[name];
  return isJson(value) ? value : {};
}

/** The objects of a field that may be a list. */
export function listIn(json: Json, name: string): readonly Json[] {
  const value = json[name];
  return Array.isArray(value) ? value.filter(isJson) : [];
}

/** A field that may be a text. */
export function textIn(json: Json, name: string): string | undefined {
  const value = json[name];
  return typeof value === "string" ? value : undefined;
}

/** Every object in it, from the outside inwards. */
export function* objectsWithin(value: unknown): Generator<Json> {
  if (isJson(value)) yield value;
  if (typeof value !== "object" || value === null) return;
  for (const inner of Object.values(value)) yield* objectsWithin(inner);
}
