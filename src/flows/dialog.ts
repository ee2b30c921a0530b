/**
 * Rückfrage, die auf eine Antwort wartet: kept in memory per account and room, gone after the next message of any other kind.
 * Nothing depends on it: who loses it types the whole line.
 */
export type Dialog = {
  /** Row of the command table. */
  readonly row: string;
  /** What stood behind the command's words. */
  readonly rest: string;
  /** Text behind the colon, if there was one. */
  readonly body?: string;
  /** What has been answered so far, by parameter. */
  readonly answers: Readonly<Record<string, string>>;
  /** The parameter asked for now. */
  readonly asked: string;
};
