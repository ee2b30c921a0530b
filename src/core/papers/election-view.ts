import type { Ballot } from "../ballot/state.ts";
import type { ElectedPerson as Elected, Election, ElectionRound, Lot } from "../election/state.ts";
import type { PersonId } from "../kernel/ids.ts";
import { entries, entry } from "../kernel/table.ts";
import { answerCounts, rulingOf, voteCounts } from "./ballot-view.ts";
import { officeTitle } from "./office-title.ts";
import { isInternalItem, type PaperSource } from "./paper-source.ts";
import { personOfDay, personWithOrganization, spokenName } from "./people-in-papers.ts";
import { internalIf, sentence, sourcesOf } from "./sourced.ts";
import type { CandidateResult, ElectedPerson, ElectionRoundView, MinutesElection } from "./views.ts";

/** Wahlen dieser Sitzung. */
export function electionsOf({ state, meeting }: PaperSource): readonly Election[] {
  return entries(state.elections.elections).filter((election) => election.meeting === meeting.number);
}

export function electionView(source: PaperSource, election: Election): MinutesElection {
  return {
    office: titleOf(source, election, acceptedBy(election)),
    rounds: [
      ...stepsOf(source, election),
      ...declaredOf(source, election),
      ...endOf(source, election),
      ...contestsOf(source, election),
    ],
    elected: election.elected.map((one) => electedView(source, election, one)),
    sources: sourcesOf(election.sources),
    ...internalIf(isInternalItem(source, election.item)),
  };
}

function electedView(source: PaperSource, election: Election, one: Elected): ElectedPerson {
  return {
    person: personWithOrganization(source, one.person),
    acceptance: acceptanceOf(election, one),
    ...votesFor(source, election, one),
    sources: sourcesOf(one.sources),
  };
}

/** Who had not answered when the election was ended is not elected. */
function acceptanceOf({ endReason }: Election, { answer }: Elected): ElectedPerson["acceptance"] {
  if (answer !== "open") return answer;
  return endReason === undefined ? "pending" : "declined";
}

/** The numbers of the round that elected the person. */
function votesFor(
  source: PaperSource,
  election: Election,
  { person, manner }: Elected,
): Pick<ElectedPerson, "votes" | "counts"> {
  const round = election.rounds.find(({ elected }) => elected.includes(person));
  const ballot = round === undefined ? undefined : entry(source.state.ballots.ballots, round.ballot);
  if (ballot?.counts === undefined || manner !== "ballot") return {};
  const { candidates, abstain, answers } = ballot.counts;
  const answer = answers?.find((one) => one.person === person);
  if (answer !== undefined) return { counts: answerCounts(answer) };
  if (candidates === undefined) return { counts: voteCounts(ballot) };
  const number = candidates.find((one) => one.person === person)?.votes;
  const cast = ballot.votes.size - abstain;
  if (number === undefined || cast < number) return {};
  return { votes: { number, cast }, counts: restOf(ballot).filter((one) => one.number > 0) };
}

/** Whose election is complete. */
export function acceptedBy(election: Election): readonly PersonId[] {
  return election.elected.filter((one) => one.answer === "accepted").map((one) => one.person);
}

/** The office's title in the form that fits its holders. */
export function titleOf(source: PaperSource, election: Election, holders: readonly PersonId[]): string {
  return officeTitle(
    election.title,
    holders.map((person) => personOfDay(source, person)?.salutation),
  );
}

/** Wahlgänge, Stichwahl, Lose, in the order in which they were. */
function stepsOf(source: PaperSource, election: Election): readonly ElectionRoundView[] {
  const rounds = election.rounds.map((round, index) => ({
    at: round.source,
    view: roundView(source, round, election.rounds[index - 1]),
  }));
  const lots = election.lots.map((lot) => ({ at: lot.source, view: lotView(source, lot) }));
  return [...rounds, ...lots].sort((a, b) => a.at - b.at).map(({ view }) => view);
}

function roundView(source: PaperSource, round: ElectionRound, before: ElectionRound | undefined): ElectionRoundView {
  const { minutes } = source.context.wording;
  const title = before?.next === "runoff" ? minutes.runoff : minutes.round(round.round);
  const ballot = entry(source.state.ballots.ballots, round.ballot);
  if (ballot === undefined) return { title, results: [], counts: [] };
  return {
    title,
    mode: ballot.mode,
    results: resultsOf(source, ballot),
    counts: restOf(ballot),
    ...rulingOf(source, ballot),
  };
}

/** Votes per person; a single candidate has Ja and Nein, and so has each, most Ja votes first, where the rules want it. */
function resultsOf(source: PaperSource, ballot: Ballot): readonly CandidateResult[] {
  const answered = ballot.counts?.answers?.toSorted((a, b) => b.yes - a.yes);
  if (answered !== undefined)
    return answered.map((one) => ({ person: personWithOrganization(source, one.person), counts: answerCounts(one) }));
  const counted = ballot.counts?.candidates;
  if (counted !== undefined)
    return counted.map(({ person, votes }) => ({ person: personWithOrganization(source, person), counts: [], votes }));
  const answers = voteCounts(ballot).filter(({ choice }) => choice === "yes" || choice === "no");
  return ballot.candidates.map((person) => ({ person: personWithOrganization(source, person), counts: answers }));
}

function restOf(ballot: Ballot): ElectionRoundView["counts"] {
  if (ballot.perCandidate === true) return [];
  return voteCounts(ballot).filter(({ choice }) => choice === "abstain" || choice === "invalid");
}

function lotView(source: PaperSource, lot: Lot): ElectionRoundView {
  const names = (people: readonly PersonId[]) => people.map((person) => spokenName(source, person));
  const { minutes } = source.context.wording;
  const text = minutes.lotDrawn({ about: lot.about, winners: names(lot.winners), witnesses: names(lot.witnesses) });
  return {
    title: minutes.lot,
    results: lot.among.map((person) => ({ person: personWithOrganization(source, person), counts: [] })),
    counts: [],
    ruling: sentence(text, [lot.source]),
  };
}

function declaredOf(source: PaperSource, election: Election): readonly ElectionRoundView[] {
  if (election.declared === undefined) return [];
  const declared = election.elected.filter((one) => one.manner === "declared");
  const { minutes } = source.context.wording;
  const text = minutes.electionDeclared({
    elected: declared.map((one) => spokenName(source, one.person)),
    unanimous: election.declared.unanimous ?? false,
    eligible: election.declared.eligible,
  });
  const refs = declared.flatMap((one) => one.sources.slice(0, 1));
  return [{ title: minutes.declared, results: [], counts: [], ruling: sentence(text, refs) }];
}

function endOf(source: PaperSource, election: Election): readonly ElectionRoundView[] {
  if (election.endReason === undefined) return [];
  const { minutes } = source.context.wording;
  const ruling = sentence(minutes.electionEnded(election.endReason), election.sources.slice(-1));
  return [{ title: minutes.ended, results: [], counts: [], ruling, internalOnly: true }];
}

/** Anfechtungen, those too late as well. */
function contestsOf(source: PaperSource, election: Election): readonly ElectionRoundView[] {
  const { minutes } = source.context.wording;
  return election.contests.map(({ person, reason, isInTime, source: from }) => {
    const ruling = sentence(minutes.electionContested({ who: spokenName(source, person), reason, isInTime }), [from]);
    return { title: minutes.contest, results: [], counts: [], ruling, internalOnly: true };
  });
}
