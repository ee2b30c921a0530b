/** Frozen through and through, maps and sets too: whoever writes into it gets a TypeError. What is frozen already is passed over. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map || value instanceof Set) {
    for (const method of ["set", "add", "delete", "clear"]) Object.defineProperty(value, method, { value: refuse });
    for (const inner of value.values()) deepFreeze(inner);
  }
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
  return value;
}

function refuse(): never {
  throw new TypeError("a frozen map or set was written to");
}
