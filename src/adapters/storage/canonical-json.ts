/** JSON with sorted names and without blanks, so that equal values have equal bytes. Throws `TypeError` for what JSON cannot say. */
export function canonicalJson(value: unknown): string {
  if (value === undefined) throw new TypeError("undefined has no JSON");
  return JSON.stringify(sorted(value));
}

/** A copy whose names are in order; members without a value are left out, as JSON leaves them out. */
function sorted(value: unknown): unknown {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return finite(value);
  if (Array.isArray(value)) return value.map(sortedElement);
  if (typeof value === "object") return sortedObject(value);
  throw new TypeError(`a ${typeof value} has no JSON`);
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new TypeError(`${value} has no JSON`);
  return value;
}

function sortedElement(value: unknown): unknown {
  if (value === undefined) throw new TypeError("undefined has no JSON");
  return sorted(value);
}

function sortedObject(value: object): object {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A Map or a Date would silently become something else.
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError("only plain objects have a canonical JSON");
  const copy: Record<string, unknown> = {};
  // Only names that look like whole numbers would not keep this order; a plain object puts them first, always alike.
  for (const name of Object.keys(value).sort()) {
    const member: unknown = (value as Record<string, unknown>)[name];
    if (member === undefined) continue;
    // Assigning to this one name would change the copy's prototype instead.
    if (name === "__proto__") Object.defineProperty(copy, name, { value: sorted(member), enumerable: true });
    else copy[name] = sorted(member);
  }
  return copy;
}
