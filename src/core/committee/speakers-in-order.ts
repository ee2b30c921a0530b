import type { PersonId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { personOn } from "../membership/queries.ts";
import { orderSpeakers, type SpeakingRequest } from "../rules/speakers.ts";
import type { SpeakerRequest } from "../speakers/state.ts";
import type { Slices } from "./state.ts";

/** Redeliste in der Reihenfolge der Geschäftsordnung: who speaks next stands first. */
export function speakersInOrder(state: Slices, today: LocalDate): readonly PersonId[] {
  const requestOf = ({ person, side }: SpeakerRequest): SpeakingRequest & { readonly person: PersonId } => {
    const group = personOn(state.membership, person, today)?.speakerGroup;
    return {
      person,
      speaker: person,
      ...(group === undefined ? {} : { group }),
      ...(side === undefined ? {} : { stance: side }),
    };
  };
  const requests = state.speakers.requests.map(requestOf);
  const history = state.speakers.spoken.map(requestOf);
  return orderSpeakers(state.rules.speakers.mode.value, requests, history).map((request) => request.person);
}
