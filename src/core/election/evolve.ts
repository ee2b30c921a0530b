import { assertNever } from "../kernel/assert-never.ts";
import type { EventMeta } from "../kernel/event-meta.ts";
import type { PersonId } from "../kernel/ids.ts";
import { changeEntry, entries, entry, withEntry } from "../kernel/table.ts";
import type { AnswerPeriod, ElectionEvent } from "./events.ts";
import type { ElectedPerson, Election, ElectionsState } from "./state.ts";

type Of<Type extends ElectionEvent["type"]> = Extract<ElectionEvent, { type: Type }>;

export function evolveElections(state: ElectionsState, event: ElectionEvent, meta: EventMeta): ElectionsState {
  if (event.type === "ElectionOpened") return opened(state, event, meta);
  const elections = changeEntry(state.elections, event.election, (one) => ({
    ...changed(one, event, meta),
    sources: [...one.sources, meta.version],
  }));
  return settled({ ...state, elections }, event.election);
}

function opened(state: ElectionsState, event: Of<"ElectionOpened">, meta: EventMeta): ElectionsState {
  const { type: _, ...rest } = event;
  const election: Election = {
    ...rest,
    status: "nominating",
    candidates: [],
    standing: [],
    inRunoff: undefined,
    open: event.seats,
    rounds: [],
    roundsBefore: 0,
    barred: [],
    lists: [],
    enBlocObjections: [],
    lots: [],
    elected: [],
    contests: [],
    source: meta.version,
    sources: [meta.version],
  };
  return { elections: withEntry(state.elections, event.election, election), current: event.election };
}

function changed(election: Election, event: Exclude<ElectionEvent, Of<"ElectionOpened">>, meta: EventMeta): Election {
  switch (event.type) {
    case "CandidateNominated": {
      const { person, nominatedBy } = event;
      return { ...election, candidates: [...election.candidates, { person, nominatedBy }] };
    }
    case "CandidateWithdrawn":
      return { ...election, candidates: election.candidates.filter((one) => one.person !== event.person) };
    case "EnBlocObjected":
      return { ...election, enBlocObjections: [...election.enBlocObjections, event.seat] };
    case "ElectionListSubmitted":
      return listSubmitted(election, event);
    case "ElectionMethodVoted": {
      const { yes, no, abstain } = event;
      return { ...election, methodVote: { yes, no, abstain } };
    }
    case "ElectionLeaderNamed":
      return { ...election, leader: event.person };
    case "ElectionRoundDecided":
      return roundDecided(election, event, meta);
    case "LotDrawn":
      return lotDrawn(election, event, meta);
    case "ElectionDeclared":
      return {
        ...withElected(election, event.elected, "declared", event.answer, meta),
        open: Math.max(0, election.open - event.elected.length),
        status: "accepting",
        declared: {
          eligible: event.eligible,
          ...(event.unanimous === undefined ? {} : { unanimous: event.unanimous }),
        },
      };
    case "ElectionAccepted":
      return answered(election, event.person, "accepted", meta);
    case "ElectionDeclined": {
      const declined = answered(election, event.person, "declined", meta);
      const candidates = declined.candidates.filter((one) => one.person !== event.person);
      return { ...declined, candidates, open: declined.open + 1, roundsBefore: declined.rounds.length };
    }
    case "ElectionContested": {
      const { person, reason, isInTime } = event;
      return { ...election, contests: [...election.contests, { person, reason, isInTime, source: meta.version }] };
    }
    case "ElectionEnded":
      return { ...election, status: "ended", endReason: event.reason };
    default:
      return assertNever(event);
  }
}

/** Who stands already stands with the list from now on. */
function listSubmitted(election: Election, { name, people, submittedBy }: Of<"ElectionListSubmitted">): Election {
  const known = new Set(election.candidates.map(({ person }) => person));
  const added = people.filter((person) => !known.has(person)).map((person) => ({ person, nominatedBy: submittedBy }));
  return {
    ...election,
    lists: [...election.lists, { name, people }],
    candidates: [...election.candidates, ...added],
  };
}

const statusAfter = {
  done: "accepting",
  nextBallot: "nominating",
  runoff: "runoff",
  lot: "lot",
  failed: "nominating",
} as const;

function roundDecided(election: Election, event: Of<"ElectionRoundDecided">, meta: EventMeta): Election {
  const { round, ballot, elected, next, standing, open, inRunoff, barred = [], answer } = event;
  const rounds = [...election.rounds, { round, ballot, elected, next, source: meta.version }];
  return {
    ...withElected(election, elected, "ballot", answer, meta),
    status: statusAfter[next],
    rounds,
    roundsBefore: next === "failed" ? rounds.length : election.roundsBefore,
    candidates: election.candidates.filter(({ person }) => !barred.includes(person)),
    barred: [...election.barred, ...barred],
    standing,
    inRunoff,
    open,
  };
}

/** A lot about places in the run-off elects nobody: the run-off follows. */
function lotDrawn(election: Election, event: Of<"LotDrawn">, meta: EventMeta): Election {
  const { about, among, winners, witnesses, answer } = event;
  const lots = [...election.lots, { about, among, winners, witnesses, source: meta.version }];
  if (about === "runoffPlace")
    return {
      ...election,
      lots,
      status: "runoff",
      standing: [...(election.inRunoff ?? []), ...winners],
      inRunoff: undefined,
    };
  return {
    ...withElected(election, winners, "lot", answer, meta),
    lots,
    status: "accepting",
    standing: [],
    open: election.open - winners.length,
  };
}

function withElected(
  election: Election,
  people: readonly PersonId[],
  manner: ElectedPerson["manner"],
  period: AnswerPeriod | undefined,
  meta: EventMeta,
): Election {
  const elected = people.map(
    (person): ElectedPerson => ({
      person,
      answer: "open",
      manner,
      ...(period === undefined ? {} : { period }),
      sources: [meta.version],
    }),
  );
  return { ...election, elected: [...election.elected, ...elected] };
}

function answered(election: Election, person: PersonId, answer: "accepted" | "declined", meta: EventMeta): Election {
  const elected = election.elected.map((one) =>
    one.person === person && one.answer === "open" ? { ...one, answer, sources: [...one.sources, meta.version] } : one,
  );
  return { ...election, elected };
}

/** An election is over when nobody's answer is open and every seat is filled, or when the chair ends it; else it goes on with nominations. */
function settled(state: ElectionsState, number: number): ElectionsState {
  const elections = changeEntry(state.elections, number, (election) => {
    if (election.status !== "accepting" || election.elected.some((one) => one.answer === "open")) return election;
    if (election.open > 0) return { ...election, status: "nominating" as const, standing: [] };
    return { ...election, status: "ended" as const };
  });
  return { elections, current: inHand(elections, state.current) };
}

/** What is in hand stays so until it is over; then the newest one that is not, rather one with seats to fill than one that waits for answers. */
function inHand(elections: ElectionsState["elections"], current: number | undefined): number | undefined {
  const now = current === undefined ? undefined : entry(elections, current);
  const waits = now?.status === "accepting" || now?.status === "ended";
  if (now !== undefined && !waits) return current;
  const unfinished = entries(elections).filter(({ status }) => status !== "ended");
  const toFill = unfinished.findLast(({ status }) => status !== "accepting");
  const accepting = now?.status === "accepting" ? now : unfinished.at(-1);
  return (toFill ?? accepting)?.election;
}
