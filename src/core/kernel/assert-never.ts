/** Exhaustiveness: the compiler objects where a case is missing; at run time a bug throws. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
