import type { PersonId } from "../kernel/ids.ts";

export type SpeakerSide = "pro" | "contra";

export type SpeakersEvent =
  | { readonly type: "SpeakerRequested"; readonly person: PersonId; readonly side?: SpeakerSide }
  | { readonly type: "SpeakerWithdrawn"; readonly person: PersonId }
  | { readonly type: "SpeakerCalled"; readonly person: PersonId }
  | { readonly type: "SpeakersListClosed" }
  | { readonly type: "SpeakersListReopened" }
  | { readonly type: "SpeakingTimeSet"; readonly seconds: number };
