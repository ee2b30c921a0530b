/** One entry as a calendar program shows it. */
export type SeenEvent = {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly summary: string;
  readonly place: string | null;
  readonly description: string | null;
  /** On the wall of the zone: "2028-03-24T09:00"; of a whole day "2028-09-08". */
  readonly start: string;
  /** Behind the last day, where it is whole days. */
  readonly end: string;
  /** The start in UTC ("…Z"); of a whole day the day. */
  readonly utc: string;
};
