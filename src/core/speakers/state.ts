import type { PersonId } from "../kernel/ids.ts";
import type { SpeakerSide } from "./events.ts";

export type SpeakerRequest = { readonly person: PersonId; readonly side?: SpeakerSide };

/** Redeliste, for the item under debate: cleared when the next one is called. */
export type SpeakersState = {
  readonly requests: readonly SpeakerRequest[];
  /** Who spoke, in order, to this item. */
  readonly spoken: readonly SpeakerRequest[];
  readonly speaking: PersonId | undefined;
  readonly closed: boolean;
  /** Redezeit as set by the chair; otherwise the GO's holds. */
  readonly seconds: number | undefined;
};

export const noSpeakers: SpeakersState = {
  requests: [],
  spoken: [],
  speaking: undefined,
  closed: false,
  seconds: undefined,
};
