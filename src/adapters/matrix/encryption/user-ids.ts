import { UserId } from "@matrix-org/matrix-sdk-crypto-wasm";

/** Anew for each call: the machine consumes what it is given. What is no user id, as a server may claim, is left out. */
export function userIds(names: Iterable<string>): UserId[] {
  return [...names].flatMap((name) => {
    try {
      return [new UserId(name)];
    } catch {
      return [];
    }
  });
}
