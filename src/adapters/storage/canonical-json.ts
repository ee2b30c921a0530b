/** JSON with sorted names and without blanks, so that equal values have equal bytes. Throws `TypeError` for what JSON cannot say. */
export function canonicalJson(value: unknown): string {
  const text = encode(value);
  if (text === undefined) throw new TypeError("undefined has no JSON");
  return text;
}

function encode(value: unknown): string | undefined {
  if (value === null || typeof value === "string" || typeof value === "boolean") return JSON.stringify(value);
  if (value === undefined) return undefined;
  if (typeof value === "number") return encodeNumber(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object") return encodeObject(value);
  throw new TypeError(`a ${typeof value} has no JSON`);
}

function encodeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`${value} has no JSON`);
  return JSON.stringify(value);
}

function encodeObject(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A Map or a Date would silently become something else.
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError("only plain objects have a canonical JSON");
  const members: string[] = [];
  for (const [name, member] of Object.entries(value).sort(byName)) {
    const text = encode(member);
    if (text !== undefined) members.push(`${JSON.stringify(name)}:${text}`);
  }
  return `{${members.join(",")}}`;
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
