import { annexedWorkshops } from "../core/committee/annexes.ts";
import { meetingAtHand } from "../core/committee/meeting-now.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import type { Instant } from "../core/kernel/ids.ts";
import type { LocalDate } from "../core/kernel/local-date.ts";
import { entry } from "../core/kernel/table.ts";
import type { Meeting } from "../core/meeting/state.ts";
import { agendaView } from "../core/papers/agenda-view.ts";
import { attendanceView } from "../core/papers/attendance-view.ts";
import type { DocumentationView } from "../core/papers/documentation.ts";
import { documentationView } from "../core/papers/documentation-view.ts";
import { invitationView } from "../core/papers/invitation-view.ts";
import { minutesView } from "../core/papers/minutes-view.ts";
import type { PaperKind, PaperViews } from "../core/papers/paper-kinds.ts";
import { type PaperContext, paperSource } from "../core/papers/paper-source.ts";
import { reportView } from "../core/papers/report-view.ts";
import type { WallView } from "../core/papers/views.ts";
import { wallView } from "../core/papers/wall-view.ts";
import type { Workshop } from "../core/workshop/state.ts";
import { paperWording } from "../texts/papers.ts";
import { ballotRulingSentence } from "./ballot-ruling.ts";
import { type LocalClock, zoneOf } from "./names-of.ts";
import type { MeetingPaperKind } from "./queries.ts";
import type { ReplyFile } from "./reply.ts";

export type PaperAudience = "public" | "internal";

/** Makes the files of a paper and puts them where people find them. Rejects with `PaperFault`. */
export type PaperMaking = {
  make<K extends PaperKind>(paper: {
    readonly kind: K;
    readonly audience: PaperAudience;
    readonly view: PaperViews[K];
    /** Stem of the file names, safe for every file system ("2023-01-27-bericht-oeffentlich"). */
    readonly stem: string;
  }): Promise<readonly ReplyFile[]>;
  /** Daten eines Workshops, as JSON and as tables. */
  makeData(data: {
    readonly audience: PaperAudience;
    readonly view: DocumentationView;
    readonly stem: string;
  }): Promise<readonly ReplyFile[]>;
  /** The bytes alone, by format. */
  render<K extends PaperKind>(paper: {
    readonly kind: K;
    readonly audience: PaperAudience;
    readonly view: PaperViews[K];
    readonly formats: readonly ("txt" | "html" | "pdf")[];
  }): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Tafel als Bild, on several if one does not hold it. */
  drawWall(view: WallView, stem: string): Promise<readonly ReplyFile[]>;
};

/** A template or the typesetter failed; the message is German and names file, line and path. */
export class PaperFault extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = "PaperFault";
  }
}

const views: {
  readonly [K in MeetingPaperKind]: (state: CommitteeState, meeting: number, context: PaperContext) => PaperViews[K];
} = {
  agenda: agendaView,
  attendance: attendanceView,
  minutes: minutesView,
  report: reportView,
  invitation: (state, meeting, context) =>
    invitationView(state, paperSource(state, meeting, context).meeting, {}, context),
};

const stems: Readonly<Record<MeetingPaperKind, string>> = {
  agenda: "tagesordnung",
  attendance: "anwesenheitsliste",
  minutes: "protokoll",
  report: "bericht",
  invitation: "einladung",
};

export type PaperWish = {
  readonly kind: MeetingPaperKind;
  readonly audience: PaperAudience;
  readonly meeting: number | undefined;
};

/** Sitzung, um deren Papiere es geht: the one named, else the one at hand; undefined if there is none. One that was cancelled leaves none. */
export function meetingOfPaper(state: CommitteeState, wish: PaperWish, today: LocalDate): Meeting | undefined {
  if (wish.meeting === undefined) return meetingAtHand(state, today);
  const named = entry(state.meetings.meetings, wish.meeting);
  return named?.status === "cancelled" ? undefined : named;
}

/** Papier erstellen, from the record alone: view, words, files. With a report go the documentations of its workshops, as annexes. */
export async function makePaper(
  making: PaperMaking,
  state: CommitteeState,
  meeting: Meeting,
  wish: PaperWish,
  now: Instant,
  localOf: LocalClock,
): Promise<readonly ReplyFile[]> {
  const { kind } = wish;
  // An invitation has one version; what is made on demand is its draft.
  const audience = kind === "invitation" ? "public" : wish.audience;
  const version = audience === "public" ? "oeffentlich" : "intern";
  const stem = `${meeting.appointment.date}-${stems[kind]}-${kind === "invitation" ? "entwurf" : version}`;
  const context = paperContext(state, now, localOf);
  const files = await making.make({ kind, audience, view: views[kind](state, meeting.number, context), stem });
  const annexed = kind === "report" ? annexedWorkshops(state, meeting.number) : [];
  const annexes: ReplyFile[] = [];
  for (const workshop of annexed)
    annexes.push(...(await makeDocumentation(making, state, workshop, { as: "paper", audience }, now, localOf)));
  return [...files, ...annexes];
}

/** Tafel eines Workshops as a paper; it has one version, for everybody. */
export function makeWall(
  making: PaperMaking,
  state: CommitteeState,
  workshop: Workshop,
  now: Instant,
  localOf: LocalClock,
): Promise<readonly ReplyFile[]> {
  const view = wallView(state, workshop, paperContext(state, now, localOf));
  return making.make({ kind: "wall", audience: "public", view, stem: `${view.meeting.date}-tafel` });
}

/** Dokumentation eines Workshops as a paper, or its data. */
export function makeDocumentation(
  making: PaperMaking,
  state: CommitteeState,
  workshop: Workshop,
  wish: { readonly as: "paper" | "data"; readonly audience: PaperAudience },
  now: Instant,
  localOf: LocalClock,
): Promise<readonly ReplyFile[]> {
  const view = documentationView(state, workshop, paperContext(state, now, localOf));
  const version = wish.audience === "public" ? "oeffentlich" : "intern";
  const what = wish.as === "paper" ? "dokumentation" : "daten";
  const stem = `${view.meeting.date}-workshop-${workshop.workshop}-${what}-${version}`;
  const { audience } = wish;
  return wish.as === "paper"
    ? making.make({ kind: "documentation", audience, view, stem })
    : making.makeData({ audience, view, stem });
}

export function paperContext(state: CommitteeState, now: Instant, localOf: LocalClock): PaperContext {
  const zone = zoneOf(state);
  return {
    now,
    today: localOf(now, zone).date,
    localDate: (instant) => localOf(instant, zone).date,
    localTime: (instant) => localOf(instant, zone).time,
    wording: paperWording,
    ballotRuling: (ballot) => ballotRulingSentence(state, ballot),
  };
}
