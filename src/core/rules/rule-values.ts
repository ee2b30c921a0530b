/** Kinds of values the settings of a Geschäftsordnung are made of. */

/** What a share is a share of: votes cast (Ja and Nein), those with abstentions, voting seats present, or all voting seats. */
export type Basis = "cast" | "castInclAbstain" | "present" | "members";

/** Bruchteil: `num` of `den`, both integers, 0 < num ≤ den. */
export type Fraction = { readonly num: number; readonly den: number };

/** Schwelle einer Mehrheit. A fraction is met at exactly `num/den` unless `strict`; `simple` is more than half. */
export type Threshold =
  | (Fraction & { readonly kind?: "fraction"; readonly basis: Basis; readonly strict?: boolean })
  | { readonly kind: "simple"; readonly basis: Basis }
  | { readonly kind: "unanimity"; readonly basis: Basis };

/** Verlangen: any one seat, so many seats, or such a share of the voting seats (rounded up; `moreThanFraction`: more than it). */
export type Demand =
  | { readonly kind: "any" }
  | { readonly kind: "count"; readonly n: number }
  | (Fraction & { readonly kind: "fraction" | "moreThanFraction"; readonly of?: "present" | "members" })
  /** Nobody may demand it. */
  | { readonly kind: "never" };

/** Dauer nach ISO 8601 in whole calendar units: "P14D", "P3W", "P2Y". */
export type Period = string;

/** Uhrzeit, "18:00". */
export type TimeOfDay = string;

/** Rückwärtsfrist: `clear` leaves n full days between; `nthDayBefore` may use the n-th day before the meeting itself. */
export type DayCount = "clear" | "nthDayBefore";

/** Schritte einer Wahl, in order: a ballot with all candidates, the run-off of the best two, the lot. A second `ballot` repeats the first. */
export type ElectionStep = "ballot" | "runoff2" | "lot";
