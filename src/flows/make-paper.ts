import { meetingAtHand } from "../core/committee/meeting-now.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import type { Instant } from "../core/kernel/ids.ts";
import type { LocalDate } from "../core/kernel/local-date.ts";
import { entry } from "../core/kernel/table.ts";
import type { Meeting } from "../core/meeting/state.ts";
import { agendaView } from "../core/papers/agenda-view.ts";
import { attendanceView } from "../core/papers/attendance-view.ts";
import { minutesView } from "../core/papers/minutes-view.ts";
import type { PaperContext } from "../core/papers/paper-source.ts";
import { reportView } from "../core/papers/report-view.ts";
import type { PaperViews } from "../core/papers/views.ts";
import { paperWording } from "../texts/papers.ts";
import { ballotRulingSentence } from "./ballot-ruling.ts";
import { type LocalClock, zoneOf } from "./names-of.ts";
import type { PaperKind } from "./queries.ts";
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
};

/** A template or the typesetter failed; the message is German and names file, line and path. */
export class PaperFault extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = "PaperFault";
  }
}

const views: {
  readonly [K in PaperKind]: (state: CommitteeState, meeting: number, context: PaperContext) => PaperViews[K];
} = { agenda: agendaView, attendance: attendanceView, minutes: minutesView, report: reportView };

const stems: Readonly<Record<PaperKind, string>> = {
  agenda: "tagesordnung",
  attendance: "anwesenheitsliste",
  minutes: "protokoll",
  report: "bericht",
};

export type PaperWish = {
  readonly kind: PaperKind;
  readonly audience: PaperAudience;
  readonly meeting: number | undefined;
};

/** Sitzung, um deren Papiere es geht: the one named, else the one at hand; undefined if there is none. */
export function meetingOfPaper(state: CommitteeState, wish: PaperWish, today: LocalDate): Meeting | undefined {
  return wish.meeting === undefined ? meetingAtHand(state, today) : entry(state.meetings.meetings, wish.meeting);
}

/** Papier erstellen, from the record alone: view, words, files. */
export function makePaper(
  making: PaperMaking,
  state: CommitteeState,
  meeting: Meeting,
  wish: PaperWish,
  now: Instant,
  localOf: LocalClock,
): Promise<readonly ReplyFile[]> {
  const audience = wish.audience === "public" ? "oeffentlich" : "intern";
  const stem = `${meeting.appointment.date}-${stems[wish.kind]}-${audience}`;
  const context = paperContext(state, now, localOf);
  return making.make({
    kind: wish.kind,
    audience: wish.audience,
    view: views[wish.kind](state, meeting.number, context),
    stem,
  });
}

function paperContext(state: CommitteeState, now: Instant, localOf: LocalClock): PaperContext {
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
