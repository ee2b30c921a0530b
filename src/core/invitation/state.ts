import type { EventRef, Instant, PersonId } from "../kernel/ids.ts";
import type { InvitationEvent, InvitationText } from "./events.ts";

type Of<Type extends InvitationEvent["type"]> = Extract<InvitationEvent, { type: Type }>;

export type Dispatch = Omit<Of<"DispatchRecorded">, "type" | "meeting" | "edition"> & {
  readonly at: Instant;
  readonly source: EventRef;
};

/** Ausgabe einer Einladung, as it went out, with the proof of dispatch by person. */
export type Edition = Omit<Of<"InvitationSent">, "type" | "meeting"> & {
  readonly at: Instant;
  readonly source: EventRef;
  /** All that is known for a person, oldest first. */
  readonly dispatches: ReadonlyMap<PersonId, readonly Dispatch[]>;
};

export type Answer = Omit<Of<"AttendanceAnswered">, "type" | "meeting"> & {
  readonly at: Instant;
  readonly source: EventRef;
};

export type MeetingInvitation = {
  readonly meeting: number;
  readonly draft?: { readonly text: InvitationText; readonly source: EventRef };
  /** Oldest first. */
  readonly editions: readonly Edition[];
  /** The newest answer of each person; one of an earlier revision counts no more. */
  readonly answers: ReadonlyMap<PersonId, Answer>;
};

/** Einladungen, by the number of the meeting. */
export type InvitationsState = ReadonlyMap<number, MeetingInvitation>;

export const noInvitations: InvitationsState = new Map();
