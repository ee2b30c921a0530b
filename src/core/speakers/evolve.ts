import { assertNever } from "../kernel/assert-never.ts";
import type { PersonId } from "../kernel/ids.ts";
import type { SpeakersEvent } from "./events.ts";
import type { SpeakerRequest, SpeakersState } from "./state.ts";

export function evolveSpeakers(state: SpeakersState, event: SpeakersEvent): SpeakersState {
  switch (event.type) {
    case "SpeakerRequested": {
      const request: SpeakerRequest =
        event.side === undefined ? { person: event.person } : { person: event.person, side: event.side };
      return { ...state, requests: [...state.requests, request] };
    }
    case "SpeakerWithdrawn":
      return { ...state, requests: without(state.requests, event.person) };
    case "SpeakerCalled": {
      const request = state.requests.find((one) => one.person === event.person) ?? { person: event.person };
      return {
        ...state,
        requests: without(state.requests, event.person),
        spoken: [...state.spoken, request],
        speaking: event.person,
      };
    }
    case "SpeakersListClosed":
      return { ...state, closed: true };
    case "SpeakersListReopened":
      return { ...state, closed: false };
    case "SpeakingTimeSet":
      return { ...state, seconds: event.seconds };
    default:
      return assertNever(event);
  }
}

function without(requests: readonly SpeakerRequest[], person: PersonId): readonly SpeakerRequest[] {
  return requests.filter((request) => request.person !== person);
}
