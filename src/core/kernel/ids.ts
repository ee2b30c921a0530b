declare const brand: unique symbol;

export type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** Person: key from the committee file, stable for ever ("jansen"). */
export type PersonId = Branded<string, "PersonId">;

/** Träger: key from the committee file ("kinderschutzbund"). */
export type OrganizationId = Branded<string, "OrganizationId">;

/** Sitz (eine Stimme): the organization's key, for a second seat with its number ("jugendamt", "jugendamt#2"). */
export type SeatId = Branded<string, "SeatId">;

/** Amt: key from the committee file ("sprecher-1"). */
export type OfficeId = Branded<string, "OfficeId">;

/** Chat-Konto: platform and its own identity ("console:schulz", "matrix:@a:b.de"). Identity is this alone, never a display name. */
export type AccountId = Branded<string, "AccountId">;

/** Raum: platform and its own address ("console:traeger"). */
export type RoomId = Branded<string, "RoomId">;

/** Instant in UTC, ISO 8601 with milliseconds ("2023-01-27T08:00:00.000Z"); sorts as text. */
export type Instant = Branded<string, "Instant">;

/** Version of an event in its stream: 1 for the first. The source of a sentence. */
export type EventRef = number;

export function seatId(organization: OrganizationId, number: number): SeatId {
  // A seat's key is its organization's key: the brand changes, the text does not.
  return (number === 1 ? organization : `${organization}#${number}`) as string as SeatId;
}
