import { expect } from "vitest";
import type { Command, Given } from "../../src/core/committee/commands.ts";
import { decide } from "../../src/core/committee/decide.ts";
import type { Decided } from "../../src/core/committee/decision.ts";
import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import type { Refusal } from "../../src/core/committee/refusal.ts";
import type { CommitteeState } from "../../src/core/committee/state.ts";
import { happened, type Moment, nothingHappened, type Past, usualInstant } from "./fold.ts";
import { officePerson, onMeetingDay } from "./small-committee.ts";

/** `given(events).when(command).thenEvents([…])`: the language of the core's tests. */
export type GivenCommittee = Past & {
  /** More that happened, at another moment or by somebody else if told so. */
  and(events: readonly CommitteeEvent[], moment?: Moment): GivenCommittee;
  /** The office acts on the day of the meeting, unless told otherwise. */
  when(command: Command, given?: Partial<Given>): Outcome;
};

export type Outcome = {
  /** Exactly these events, in this order. Gives back the committee after them, for the next command. */
  thenEvents(events: readonly CommitteeEvent[]): GivenCommittee;
  /** Events of these types, in this order. */
  thenTypes(types: readonly CommitteeEvent["type"][]): GivenCommittee;
  /** Refused with this code and at least these facts. */
  thenRefused<Code extends Refusal["code"]>(code: Code, facts?: Partial<Extract<Refusal, { code: Code }>>): void;
  /** Accepted, whatever the events; the committee after them. */
  thenAccepted(): GivenCommittee;
  /** For assertions of another kind. */
  readonly result: Decided;
};

export function given(events: readonly CommitteeEvent[], moment?: Moment): GivenCommittee {
  return committee(happened(nothingHappened, events, moment));
}

function committee(past: Past): GivenCommittee {
  return {
    ...past,
    and: (events, moment) => committee(happened(past, events, moment)),
    when: (command, facts) => outcome(past, command, facts),
  };
}

function outcome(past: Past, command: Command, facts: Partial<Given> = {}): Outcome {
  const full: Given = { actor: officePerson, now: usualInstant, ...onMeetingDay, ...facts };
  const result = decideWithoutHarm(past.state, command, full);
  const accepted = () => {
    if (result.ok) return result.value;
    throw new Error(`refused: ${JSON.stringify(result.error)}`);
  };
  const after = () => committee(happened(past, accepted().events, { at: full.now, by: full.actor }));
  return {
    result,
    thenAccepted: after,
    thenEvents(events) {
      expect(accepted().events).toEqual(events);
      return after();
    },
    thenTypes(types) {
      expect(accepted().events.map((event) => event.type)).toEqual(types);
      return after();
    },
    thenRefused(code, expected = {}) {
      if (result.ok) throw new Error(`not refused, but: ${JSON.stringify(result.value.events)}`);
      expect(result.error).toMatchObject({ code, ...expected });
    },
  };
}

/** A decision that changes the state it decides on is a bug no single test would look for, so every test does. */
function decideWithoutHarm(state: CommitteeState, command: Command, facts: Given): Decided {
  const before = JSON.stringify(state, asPlainData);
  const result = decide(state, command, facts);
  expect(JSON.stringify(state, asPlainData)).toBe(before);
  return result;
}

function asPlainData(_key: string, value: unknown): unknown {
  if (value instanceof Map) return [...value];
  return value instanceof Set ? [...value] : value;
}
