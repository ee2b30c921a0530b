import type { PersonId } from "../kernel/ids.ts";

export type SpeakerSide = "pro" | "contra";

export type SpeakersEvent =
  | { readonly type: "SpeakerRequested"; readonly person: PersonId; readonly side?: SpeakerSide }
  | { readonly type: "SpeakerWithdrawn"; readonly person: PersonId }
  /** `finalWord`: Schlusswort of the mover, when the list has come to its end. */
  | { readonly type: "SpeakerCalled"; readonly person: PersonId; readonly finalWord?: boolean }
  /** Ermahnung of the one who speaks. */
  | { readonly type: "SpeakerWarned"; readonly person: PersonId; readonly reason?: string }
  /** Wortentziehung: the speech is over, and there is no further one to this item. */
  | { readonly type: "WordWithdrawn"; readonly person: PersonId }
  /** The withdrawal was overturned: the person has the word again and may ask for it. */
  | { readonly type: "WordReturned"; readonly person: PersonId }
  /** Letzte Gelegenheit, sich zu melden: the list closes when the next one is called. */
  | { readonly type: "SpeakersLastCallGiven" }
  | { readonly type: "SpeakersListClosed" }
  | { readonly type: "SpeakersListReopened" }
  /** Schluss der Debatte: whoever waits is dropped, and the list is closed. */
  | { readonly type: "DebateClosed" }
  | { readonly type: "SpeakingTimeSet"; readonly seconds: number };
