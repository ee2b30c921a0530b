import { calledItem } from "../agenda/queries.ts";
import type { Election } from "../election/state.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { PersonRecord } from "../membership/events.ts";
import { personOn } from "../membership/queries.ts";
import { type EligibilityRuling, electionLeader, eligibility } from "../rules/election-eligibility.ts";
import { electionMode, enBlocMode } from "../rules/election-mode.ts";
import { lotDraw } from "../rules/lot.ts";
import { unannouncedProblem } from "./announced-item.ts";
import { answerPeriod, jobsOfAnswers } from "./answer-period.ts";
import { demandOf, opened, runningBallot } from "./ballot-opening.ts";
import type { Command, Given } from "./commands.ts";
import { type Decided, happened, refused } from "./decision.ts";
import { isByLists, isByYesNo, slatesOf, standingNow } from "./election-slates.ts";
import type { CommitteeEvent } from "./events.ts";
import { leads } from "./may.ts";
import { activeMeeting } from "./meeting-now.ts";
import { currentElection, people } from "./outcome-of-round.ts";
import { quorumForBallot, votingSeats } from "./quorum-now.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** Wahl eröffnen: for an office of the committee; one election at a time. */
export function openElection(state: Slices, command: Of<"OpenElection">, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const running = currentElection(state);
  if (running !== undefined && running.status !== "accepting")
    return refused({ code: "ElectionIsOpen", title: running.title });
  const office = state.membership.offices.get(command.office);
  if (office === undefined) return refused({ code: "UnknownOffice" });
  const vacant = office.holders - office.heldBy.length;
  const seats = command.seats ?? (vacant > 0 ? vacant : office.holders);
  if (!Number.isInteger(seats) || seats < 1 || seats > office.holders)
    return refused({ code: "SeatsOutOfRange", holders: office.holders });
  const item = calledItem(state.agenda, meeting.value.number);
  const late = unannouncedProblem(state, item?.item);
  if (late !== undefined) return refused(late);
  return happened({
    type: "ElectionOpened",
    election: state.elections.elections.size + 1,
    meeting: meeting.value.number,
    ...(item === undefined ? {} : { item: item.item }),
    office: office.office,
    title: office.title,
    seats,
    secret: command.secret,
  });
}

export function runningElection(state: Slices): Result<Election, Refusal> {
  const election = currentElection(state);
  return election === undefined ? refused({ code: "NoElectionOpen" }) : ok(election);
}

/** Kandidatur: one's own, or a proposal of somebody else, who answers when elected. */
export function nominate(state: Slices, command: Of<"Nominate">, given: Given): Decided {
  const election = runningElection(state);
  if (!election.ok) return election;
  const person = command.person ?? given.actor;
  const { candidates, title, status } = election.value;
  if (runningBallot(state) !== undefined || status !== "nominating")
    return refused({ code: "CandidaciesClosed", title });
  const member = personOn(state.membership, person, given.today);
  if (member === undefined || member.role === "guest") return refused({ code: "NotEligible", person });
  const ruling = eligibilityOf(state, election.value, member);
  if (!ruling.eligible) return refused({ code: "MayNotStand", person, ruling });
  const stands = candidates.some((one) => one.person === person);
  const isElected = election.value.elected.some((one) => one.person === person && one.answer !== "declined");
  if (stands || isElected) return refused({ code: "AlreadyCandidate", person });
  return happened({
    type: "CandidateNominated",
    election: election.value.election,
    person,
    nominatedBy: given.actor,
  });
}

/** Wählbarkeit: the rules ask for a vote or for a freier Träger; a substitute has no vote of its own. */
export function eligibilityOf(state: Slices, election: Election, member: PersonRecord): EligibilityRuling {
  const organization =
    member.organization === undefined ? undefined : state.membership.organizations.get(member.organization);
  return eligibility(state.rules, {
    votingRight: member.role === "voting",
    ...(organization === undefined ? {} : { organization: organization.kind }),
    isBarred: election.barred.includes(member.person),
  });
}

export function withdrawCandidacy(state: Slices, command: Of<"WithdrawCandidacy">, given: Given): Decided {
  const election = runningElection(state);
  if (!election.ok) return election;
  const person = command.person ?? given.actor;
  if (person !== given.actor && !leads(state, given.actor, given.today)) return refused({ code: "OnlyForYourself" });
  const { candidates, title, status } = election.value;
  if (runningBallot(state) !== undefined || status !== "nominating")
    return refused({ code: "CandidaciesClosed", title });
  if (!candidates.some((one) => one.person === person))
    return refused({ code: "NotACandidate", person, candidates: candidates.map((one) => one.person) });
  return happened({ type: "CandidateWithdrawn", election: election.value.election, person });
}

/**
 * Wahlgang eröffnen: quorate; secret unless the rules let a single candidacy be voted openly and nobody demands secrecy.
 * A single candidate for one seat is voted with Ja and Nein.
 */
export function openRound(state: Slices, command: Of<"OpenElectionRound">, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const election = runningElection(state);
  if (!election.ok) return election;
  const ballot = runningBallot(state);
  if (ballot !== undefined) return refused({ code: "BallotIsOpen", ballot: ballot.ballot, subject: ballot.subject });
  const problem = roundProblem(election.value);
  if (problem !== undefined) return refused(problem);
  const ruling = quorumForBallot(state, meeting.value, given.today);
  if (!ruling.quorate) return refused({ code: "NotQuorate", ruling });
  const candidates = standingNow(election.value);
  const subject = {
    kind: "election",
    election: election.value.election,
    round: election.value.rounds.length + 1,
  } as const;
  const demand = demandOf(state, subject, meeting.value, given.today);
  const leader = election.value.leader ?? meeting.value.chairedBy;
  if (leader !== undefined && electionLeader(leader, candidates) === "handsOver")
    return refused({ code: "LeaderStands", person: leader });
  const ruled = electionMode(state.rules, {
    candidates: candidates.length,
    seats: election.value.open,
    objections: 0,
    secretDemand: demand.demands,
  });
  const mode = command.mode ?? (election.value.secret ? "secret" : ruled.mode);
  if (mode !== "secret" && ruled.reason === "alwaysSecret")
    return refused({ code: "ElectionIsSecret", citation: ruled.citation });
  if (mode !== "secret" && demand.isGranted)
    return refused({
      code: "SecrecyDemanded",
      demands: demand.demands,
      needed: demand.needed ?? demand.demands,
      citation: demand.citation,
    });
  if (command.enBloc === true) {
    const bloc = enBlocMode(state.rules, {
      candidates: candidates.length,
      seats: election.value.open,
      objections: election.value.enBlocObjections.length,
    });
    if (bloc.mode === "oneByOne") return refused({ code: "NotEnBloc", ruling: bloc });
  }
  const byLists = command.enBloc !== true && isByLists(state, election.value);
  const byYesNo = isByYesNo(state, election.value);
  const isAlone = candidates.length === 1 && (election.value.open === 1 || byYesNo);
  const isQuestion = command.enBloc === true || isAlone;
  const perCandidate = byYesNo && !isQuestion;
  return opened(state, {
    meeting: meeting.value,
    subject,
    mode,
    recused: new Set(),
    marks: isQuestion ? 0 : marksOf(election.value, candidates.length, { byLists, perCandidate }),
    perCandidate,
    candidates: byLists ? slatesOf(election.value).map(({ head }) => head) : candidates,
  });
}

function roundProblem(election: Election): Refusal | undefined {
  if (election.status === "lot") return { code: "LotFirst" };
  if (election.status === "accepting") {
    const asked = election.elected.filter((one) => one.answer === "open").map((one) => one.person);
    return { code: "AnswersFirst", people: asked };
  }
  return standingNow(election).length === 0 ? { code: "NoCandidates" } : undefined;
}

/** One vote for each seat; for a list one vote; an answer to each candidate where the rules want that. */
function marksOf(
  { open }: Election,
  standing: number,
  { byLists, perCandidate }: { readonly byLists: boolean; readonly perCandidate: boolean },
): number {
  if (perCandidate) return standing;
  return byLists ? 1 : open;
}

/** Los: with at least one witness who does not stand; the number that decided is recorded. */
export function drawLot(state: Slices, command: Of<"DrawLot">, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const election = runningElection(state);
  if (!election.ok) return election;
  const { standing, inRunoff, open, status } = election.value;
  if (status !== "lot") return refused({ code: "NoLotNeeded" });
  const { witnesses, chance } = command;
  if (witnesses.length === 0) return refused({ code: "WitnessNeeded" });
  const concerned = witnesses.find((person) => standing.includes(person));
  if (concerned !== undefined) return refused({ code: "WitnessStands", person: concerned });
  const absent = witnesses.find((person) => meeting.value.attendance.get(person)?.arrivedAt === undefined);
  if (absent !== undefined) return refused({ code: "NotPresent", person: absent });
  const places = inRunoff === undefined ? open : 2 - inRunoff.length;
  const winners = people(lotDraw(standing, places, chance));
  return elects(given, {
    type: "LotDrawn",
    election: election.value.election,
    about: inRunoff === undefined ? "seat" : "runoffPlace",
    among: standing,
    winners,
    witnesses,
    chance,
    ...(inRunoff === undefined ? { answer: answerPeriod(state, given) } : {}),
  });
}

/** Wahlergebnis, wie es die Sitzungsleitung feststellt, where votes were not counted. */
export function declareElected(state: Slices, command: Of<"DeclareElected">, given: Given): Decided {
  const meeting = activeMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const election = runningElection(state);
  if (!election.ok) return election;
  const ballot = runningBallot(state);
  if (ballot !== undefined) return refused({ code: "BallotIsOpen", ballot: ballot.ballot, subject: ballot.subject });
  const ruling = quorumForBallot(state, meeting.value, given.today);
  if (!ruling.quorate) return refused({ code: "NotQuorate", ruling });
  const { open } = election.value;
  const leader = election.value.leader ?? meeting.value.chairedBy;
  const elected = [...new Set(command.people)];
  if (leader !== undefined && electionLeader(leader, elected) === "handsOver")
    return refused({ code: "LeaderStands", person: leader });
  if (elected.length > open) return refused({ code: "TooManyElected", named: elected.length, open });
  const standing = standingNow(election.value);
  const unknown = elected.find((person) => !standing.includes(person));
  if (unknown !== undefined) return refused({ code: "NotACandidate", person: unknown, candidates: standing });
  return elects(given, {
    type: "ElectionDeclared",
    election: election.value.election,
    elected,
    ...(command.unanimous === undefined ? {} : { unanimous: command.unanimous }),
    eligible: votingSeats(state, meeting.value, given.today, new Set()).present.size,
    answer: answerPeriod(state, given),
  });
}

/** Who is elected has until the end of the period to answer. */
const elects = (given: Given, event: CommitteeEvent): Decided =>
  ok({ events: [event], jobs: jobsOfAnswers([event], given) });

export function endElection(state: Slices, command: Of<"EndElection">): Decided {
  const election = runningElection(state);
  if (!election.ok) return election;
  const ballot = runningBallot(state);
  if (ballot !== undefined) return refused({ code: "BallotStillOpen", ballot: ballot.ballot, subject: ballot.subject });
  return happened({ type: "ElectionEnded", election: election.value.election, reason: command.reason });
}
