import type { DayPiece, Join, NthPiece, PartOfDay, PartOfSpan, Piece, SpanPiece, TimePiece } from "./piece.ts";

type PieceOf<K extends Piece["kind"]> = Extract<Piece, { kind: K }>;

/** One day or stretch of days as typed: "Mittwoch, dem 20. März 2023", "Ende Mai". */
export type Term = {
  readonly day?: DayPiece;
  readonly weekday?: PieceOf<"weekday">;
  readonly nth?: NthPiece;
  readonly feast?: PieceOf<"feast">;
  readonly relativeDay?: PieceOf<"relativeDay">;
  readonly offset?: PieceOf<"offset">;
  readonly step?: PieceOf<"step">;
  readonly part?: PartOfSpan;
  readonly spans: readonly SpanPiece[];
  /** How it hangs on the term before. */
  readonly join: Join;
};

/** Everything a text says, sorted by what it is about. */
export type Outline = {
  readonly terms: readonly Term[];
  readonly times: readonly TimePiece[];
  readonly partOfDay: PartOfDay | undefined;
  readonly isAcademicQuarter: boolean;
  readonly limit: "none" | "until" | "untilInclusive" | "before";
  readonly isOpenStart: boolean;
  readonly isSeries: boolean;
  readonly isVague: boolean;
  readonly unread: readonly string[];
  readonly dayOrTime: PieceOf<"dayOrTime"> | undefined;
};

type Draft = { -readonly [K in keyof Outline]: Outline[K] } & { pendingJoin: PieceOf<"join"> | undefined };

export function outlineOf(pieces: readonly Piece[]): Outline {
  const draft: Draft = {
    terms: [],
    times: [],
    partOfDay: undefined,
    isAcademicQuarter: false,
    limit: "none",
    isOpenStart: false,
    isSeries: false,
    isVague: false,
    unread: [],
    dayOrTime: undefined,
    pendingJoin: undefined,
  };
  const settled = settleDayOrTime(pieces);
  settled.forEach((piece, index) => {
    if (isDayPiece(piece)) addToTerms(draft, piece);
    else addMark(draft, piece, settled, index);
  });
  if (draft.pendingJoin?.how === "or") draft.unread = [...draft.unread, "oder"];
  return draft;
}

type Dated = Exclude<Piece, { kind: "dayOrTime" | "time" | "partOfDay" | "academicQuarter" | "join" | Mark }>;
type Mark = "until" | "before" | "openStart" | "series" | "vague" | "unread";

const DAY_KINDS: ReadonlySet<Piece["kind"]> = new Set([
  ...(["day", "weekday", "nth", "feast", "relativeDay", "offset", "step", "part"] as const),
  ...(["week", "calendarWeek", "month", "monthShift", "quarter", "quarterShift", "season", "year"] as const),
]);

function isDayPiece(piece: Piece | undefined): piece is Dated {
  return piece !== undefined && DAY_KINDS.has(piece.kind);
}

function addToTerms(draft: Draft, piece: Dated): void {
  const last = draft.terms.at(-1);
  const join = draft.pendingJoin?.how;
  draft.pendingJoin = undefined;
  if (last === undefined || join !== undefined || isTaken(last, piece)) {
    draft.terms = [...draft.terms, added({ spans: [], join: join ?? "and" }, piece)];
    return;
  }
  draft.terms = [...draft.terms.slice(0, -1), added(last, piece)];
}

function isTaken(term: Term, piece: Dated): boolean {
  switch (piece.kind) {
    case "part":
      return term.part !== undefined || term.spans.length > 0;
    case "day":
    case "weekday":
    case "nth":
    case "feast":
    case "relativeDay":
    case "offset":
    case "step":
      return term[piece.kind] !== undefined;
    default:
      return term.spans.some((span) => span.kind === piece.kind);
  }
}

function added(term: Term, piece: Dated): Term {
  switch (piece.kind) {
    case "part":
      return { ...term, part: piece.part };
    case "day":
    case "weekday":
    case "nth":
    case "feast":
    case "relativeDay":
    case "offset":
    case "step":
      return { ...term, [piece.kind]: piece };
    default:
      return { ...term, spans: [...term.spans, piece] };
  }
}

function addMark(draft: Draft, piece: Exclude<Piece, Dated>, pieces: readonly Piece[], index: number): void {
  const next = pieces[index + 1];
  switch (piece.kind) {
    case "time":
      addTime(draft, piece, pieces[index - 1]);
      return;
    case "partOfDay":
      draft.partOfDay = piece.part;
      return;
    case "academicQuarter":
      draft.isAcademicQuarter = true;
      return;
    case "join":
      if (draft.terms.length > 0) draft.pendingJoin = piece;
      return;
    case "until":
      if (draft.terms.length > 0 && isDayPiece(next)) draft.pendingJoin = { kind: "join", how: "to" };
      else draft.limit = piece.isInclusive ? "untilInclusive" : "until";
      return;
    case "before":
      // "Freitag vor 12 Uhr" names no last day.
      if (isDayPiece(next) && draft.terms.length === 0) draft.limit = "before";
      else draft.unread = [...draft.unread, "vor"];
      return;
    case "openStart":
      if (next?.kind === "time") draft.unread = [...draft.unread, "nach"];
      else draft.isOpenStart = true;
      return;
    case "series":
      draft.isSeries = true;
      return;
    case "vague":
      draft.isVague = true;
      return;
    case "unread":
      draft.unread = [...draft.unread, piece.text];
      return;
    case "dayOrTime":
      draft.dayOrTime = piece;
      return;
  }
}

/** "um 9 Uhr am Freitag bis 12 Uhr": two times that are one stretch. */
function addTime(draft: Draft, piece: TimePiece, previous: Piece | undefined): void {
  const [only, ...others] = draft.times;
  const isEnd = previous?.kind === "until" && only !== undefined && others.length === 0;
  if (!isEnd || only.to !== undefined || piece.to !== undefined) {
    draft.times = [...draft.times, piece];
    return;
  }
  draft.times = [{ ...only, to: piece.from }];
  draft.limit = "none";
}

/** "9.12" is a day beside a time, and a time beside a day. */
function settleDayOrTime(pieces: readonly Piece[]): readonly Piece[] {
  const hasTime = pieces.some((piece) => piece.kind === "time" || piece.kind === "partOfDay");
  const hasDay = pieces.some(isDayPiece);
  return pieces.map((piece) => {
    if (piece.kind !== "dayOrTime") return piece;
    if (piece.isDay || hasTime) return { kind: "day", day: piece.day, month: piece.month };
    if (!hasDay) return piece;
    return { kind: "time", from: { hour: piece.day, minute: piece.month, style: "plain" }, isAbout: false };
  });
}
