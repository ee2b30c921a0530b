import { CalDavFault } from "./caldav-fault.ts";

const THIS_MACHINE = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Adresse der Sammlung, ended by a slash. Throws `CalDavFault` "bad-address" if a password would stand in it, or go out readable. */
export function calendarAddress(text: string): URL {
  const address = URL.parse(text);
  // The text itself is not told: it may hold a password.
  if (address === null) throw new CalDavFault("bad-address", "no address");
  const isSafe = address.protocol === "https:" || (address.protocol === "http:" && THIS_MACHINE.has(address.hostname));
  if (!isSafe) throw new CalDavFault("bad-address", `${address.protocol} is not encrypted`);
  if (address.username !== "" || address.password !== "")
    throw new CalDavFault("bad-address", "account in the address");
  address.search = "";
  address.hash = "";
  if (!address.pathname.endsWith("/")) address.pathname += "/";
  return address;
}
