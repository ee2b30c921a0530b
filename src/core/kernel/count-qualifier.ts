/** How sure a head count is: exactly, "über", "etwa", or a group named without a number. */
export type CountQualifier = "exact" | "over" | "about" | "none";
