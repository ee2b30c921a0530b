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
  /** Letzte Gelegenheit: open until the next one is called. */
  readonly lastCall: boolean;
  /** One entry per warning. */
  readonly warned: readonly PersonId[];
  /** Who had the word withdrawn, and gets it no more to this item. */
  readonly withdrawn: readonly PersonId[];
  /** Who had the final word. */
  readonly finalWord: PersonId | undefined;
  /** Redezeit as set by the chair; otherwise the GO's holds. */
  readonly seconds: number | undefined;
};

export const noSpeakers: SpeakersState = {
  requests: [],
  spoken: [],
  speaking: undefined,
  closed: false,
  lastCall: false,
  warned: [],
  withdrawn: [],
  finalWord: undefined,
  seconds: undefined,
};
