import type { Decision } from "../core/committee/decision.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import type { EventMeta } from "../core/kernel/event-meta.ts";
import type { PersonId } from "../core/kernel/ids.ts";
import type { LocalDate, LocalTime } from "../core/kernel/local-date.ts";
import type { Dialog } from "./dialog.ts";
import type { EventCoding } from "./load-committee.ts";
import type { PaperMaking } from "./make-paper.ts";
import type { LocalClock } from "./names-of.ts";
import type { OutboxDispatcher, RoomDelivery } from "./outbox-dispatcher.ts";
import type { InterpretPorts } from "./parameters/acceptor.ts";
import type { PhotoKeeping } from "./photos.ts";
import type { Clock, Committing, HolidayCalendar, Outbox, Reading, SealedBoxes, Timers } from "./ports.ts";
import type { Committed } from "./replies.ts";
import type { Reply } from "./reply.ts";
import type { WrongCodes } from "./wrong-codes.ts";

/** What the conversation with one committee needs of the world. */
export type RunnerParts = {
  readonly stream: string;
  readonly store: Committing & Reading & SealedBoxes & Pick<Outbox, "pending">;
  readonly codec: EventCoding;
  /** Each answer later than the one before: the events of one command share an instant, no two commands do. */
  readonly clock: Clock;
  readonly localOf: LocalClock;
  readonly calendar: HolidayCalendar;
  /** The instant (UTC) of a local time; of one that is skipped in spring the next after it, of one that comes twice the first. */
  instantAt(date: LocalDate, time: LocalTime, timeZone: string): string;
  /** Something was scheduled for later. */
  jobsChanged(): void;
  readonly dispatcher: Pick<OutboxDispatcher, "enqueue"> & { status(): readonly RoomDelivery[] };
  /** What is wrong with the platforms, in sentences; said with `status`. */
  alarms(): readonly string[];
  readonly interpreting: InterpretPorts;
  readonly papers: PaperMaking;
  readonly photos: PhotoKeeping;
  /** SHA-256 of a one-time code as typed, folded to its letters and digits. */
  hashOfCode(code: string): string;
  readonly wrongCodes: WrongCodes;
  /** Rückfragen that wait for an answer, by account and room. */
  readonly dialogs: Map<string, Dialog>;
  readonly timers: Timers;
  /** Least time between two updates of live messages in milliseconds; 0 for none. */
  readonly liveEvery: number;
  /** Updates a live message in place. Derived from the state: losing one costs nothing, so it is not stored. */
  live(address: string, key: string, reply: Reply): void;
};

/** Was auf eine Nachricht folgt, before it is stored. */
export type Outcome = {
  readonly decision: Decision;
  /** Who is recorded as the cause; "system" for anonymous acts too. */
  readonly by: PersonId | "system";
  /** What is answered where nothing is told. */
  readonly replies: readonly Reply[];
  /** From which follows what is said, and what live messages show; none where nothing happened in the committee. */
  told?(before: CommitteeState, after: CommitteeState, metas: readonly EventMeta[]): Committed;
  /** What stands below it all, as it is after this. */
  finished?(said: readonly Reply[], after: CommitteeState): readonly Reply[];
  /** An answer that takes time (papers): made outside of the turn, committed when it is there. */
  readonly later?: Promise<readonly Reply[]>;
  /** Answers that must not be stored (a code in clear, thanks for an anonymous act): said at once by the adapter, lost with the process. */
  readonly isUnstored?: true;
};
