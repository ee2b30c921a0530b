import { calledItem } from "../agenda/queries.ts";
import type { BallotMode } from "../ballot/events.ts";
import type { Election } from "../election/state.ts";
import type { PersonId } from "../kernel/ids.ts";
import { ok, type Result } from "../kernel/result.ts";
import { personOn } from "../membership/queries.ts";

import { lotDraw } from "../rules/lot.ts";
import { demandOf, opened, runningBallot } from "./ballot-opening.ts";
import type { Command, Given } from "./commands.ts";
import { type Decided, happened, refused } from "./decision.ts";
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
  if (running !== undefined) return refused({ code: "ElectionIsOpen", title: running.title });
  const office = state.membership.offices.get(command.office);
  if (office === undefined) return refused({ code: "UnknownOffice" });
  const vacant = office.holders - office.heldBy.length;
  const seats = command.seats ?? (vacant > 0 ? vacant : office.holders);
  if (!Number.isInteger(seats) || seats < 1 || seats > office.holders)
    return refused({ code: "SeatsOutOfRange", holders: office.holders });
  const item = calledItem(state.agenda, meeting.value.number);
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

function runningElection(state: Slices): Result<Election, Refusal> {
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

/** Wer im nächsten Wahlgang steht: after a round those it left, otherwise all who stand. */
export function standingNow(election: Election): readonly PersonId[] {
  if (election.status === "runoff") return election.standing;
  const elected = new Set(election.elected.filter((one) => one.answer !== "declined").map((one) => one.person));
  return election.candidates.map((one) => one.person).filter((person) => !elected.has(person));
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
  const mode = roundMode(state, election.value, candidates.length, demand.isGranted, command.mode);
  if (mode !== "secret" && demand.isGranted)
    return refused({
      code: "SecrecyDemanded",
      demands: demand.demands,
      needed: demand.needed ?? demand.demands,
      citation: demand.citation,
    });
  const isQuestion = candidates.length === 1 && election.value.open === 1;
  return opened(state, {
    meeting: meeting.value,
    subject,
    mode,
    recused: new Set(),
    marks: isQuestion ? 0 : election.value.open,
    candidates,
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

function roundMode(
  state: Slices,
  election: Election,
  candidates: number,
  isDemanded: boolean,
  wanted: BallotMode | undefined,
): BallotMode {
  if (wanted !== undefined) return wanted;
  if (election.secret || isDemanded) return "secret";
  const isSingle = candidates <= election.open;
  return isSingle && state.rules.election.singleCandidateOpen.value ? "open" : "secret";
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
  return happened({
    type: "LotDrawn",
    election: election.value.election,
    about: inRunoff === undefined ? "seat" : "runoffPlace",
    among: standing,
    winners,
    witnesses,
    chance,
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
  const elected = [...new Set(command.people)];
  if (elected.length > open) return refused({ code: "TooManyElected", named: elected.length, open });
  const standing = standingNow(election.value);
  const unknown = elected.find((person) => !standing.includes(person));
  if (unknown !== undefined) return refused({ code: "NotACandidate", person: unknown, candidates: standing });
  return happened({
    type: "ElectionDeclared",
    election: election.value.election,
    elected,
    ...(command.unanimous === undefined ? {} : { unanimous: command.unanimous }),
    eligible: votingSeats(state, meeting.value, given.today, new Set()).present.size,
  });
}

/** Annahme oder Ablehnung der Wahl, by the person elected or entered by the leadership. Only acceptance gives the office. */
export function answerElection(state: Slices, command: Of<"AnswerElection">, given: Given): Decided {
  const election = runningElection(state);
  if (!election.ok) return election;
  const person = command.person ?? given.actor;
  if (person !== given.actor && !leads(state, given.actor, given.today)) return refused({ code: "OnlyForYourself" });
  const asked = election.value.elected.some((one) => one.person === person && one.answer === "open");
  if (!asked) return refused({ code: "NotElected", person });
  const number = election.value.election;
  if (!command.accepts) return happened({ type: "ElectionDeclined", election: number, person });
  return happened(
    { type: "ElectionAccepted", election: number, person, from: given.today },
    ...vacated(state, election.value, person, given),
    { type: "OfficeAssigned", office: election.value.office, person, from: given.today, origin: "election" },
  );
}

/** Whoever held the office before makes room, if it is full; a re-elected person keeps it. */
function vacated(state: Slices, election: Election, person: PersonId, given: Given): readonly CommitteeEvent[] {
  const office = state.membership.offices.get(election.office);
  if (office === undefined || office.heldBy.includes(person) || office.heldBy.length < office.holders) return [];
  const elected = new Set(election.elected.filter((one) => one.answer !== "declined").map((one) => one.person));
  const leaving = office.heldBy.find((person) => !elected.has(person));
  return leaving === undefined
    ? []
    : [{ type: "OfficeVacated", office: office.office, person: leaving, until: given.today }];
}

export function endElection(state: Slices, command: Of<"EndElection">): Decided {
  const election = runningElection(state);
  if (!election.ok) return election;
  const ballot = runningBallot(state);
  if (ballot !== undefined) return refused({ code: "BallotStillOpen", ballot: ballot.ballot, subject: ballot.subject });
  return happened({ type: "ElectionEnded", election: election.value.election, reason: command.reason });
}
