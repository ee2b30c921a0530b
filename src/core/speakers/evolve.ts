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
        closed: state.closed || state.lastCall,
        lastCall: false,
        finalWord: event.finalWord === true ? event.person : state.finalWord,
      };
    }
    case "SpeakerWarned":
      return { ...state, warned: [...state.warned, event.person] };
    case "WordWithdrawn":
      return { ...state, speaking: undefined, withdrawn: [...state.withdrawn, event.person] };
    case "WordReturned":
      return {
        ...state,
        speaking: state.speaking ?? event.person,
        withdrawn: state.withdrawn.filter((person) => person !== event.person),
      };
    case "SpeakersLastCallGiven":
      return { ...state, lastCall: true };
    case "SpeakersListClosed":
      return { ...state, closed: true, lastCall: false };
    case "SpeakersListReopened":
      return { ...state, closed: false, lastCall: false };
    case "DebateClosed":
      return { ...state, requests: [], speaking: undefined, closed: true, lastCall: false };
    case "SpeakingTimeSet":
      return { ...state, seconds: event.seconds };
    default:
      return assertNever(event);
  }
}

function without(requests: readonly SpeakerRequest[], person: PersonId): readonly SpeakerRequest[] {
  return requests.filter((request) => request.person !== person);
}
