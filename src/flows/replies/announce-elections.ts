import { slatesOf, standingNow } from "../../core/committee/election-slates.ts";
import { currentElection, rulingOfRound } from "../../core/committee/outcome-of-round.ts";
import type { AnswerPeriod, ElectionEvent } from "../../core/election/events.ts";
import type { Election } from "../../core/election/state.ts";
import type { PersonId } from "../../core/kernel/ids.ts";
import { entry } from "../../core/kernel/table.ts";
import { electionMethod } from "../../core/rules/election-method.ts";
import { cite } from "../../core/rules/setting.ts";
import {
  accepted,
  answerAwaited,
  answerDue,
  candidaciesWanted,
  candidacyWithdrawn,
  contestNext,
  contestReceived,
  contestTold,
  declaredByChair,
  declaredElected,
  declined,
  electionComplete,
  electionEnded,
  electionOpened,
  enBlocObjected,
  leaderNamed,
  listName,
  listSubmitted,
  lotChance,
  lotNext,
  methodPutAside,
  methodStays,
  methodVoted,
  notAccepted,
  roundNext,
  seatsLeft,
  silenceTold,
  standingLine,
  stands,
  youAreElected,
} from "../../texts/announcements-elections.ts";
import { joined } from "../../texts/names.ts";
import { tallyText } from "../../texts/rulings.ts";
import { dHondtSentence, electionSentence, lotSentence } from "../../texts/rulings-elections.ts";
import { citationText, sourceText } from "../../texts/rulings-source.ts";
import type { ReplyChoice } from "../reply.ts";
import { leadership } from "./leadership.ts";
import {
  type Announcement,
  type Announcers,
  choice,
  type Happened,
  plainChoice,
  type Summons,
  silent,
} from "./telling.ts";

export const announceElections: Announcers<ElectionEvent["type"]> = {
  ElectionOpened: ({ title, seats, secret }) => ({
    everyone: [electionOpened(title, seats, secret), candidaciesWanted()],
    choices: [choice("Ich kandidiere", "kandidatur")],
  }),
  CandidateNominated: ({ election, person, nominatedBy }, told) =>
    about(told, election, (one) => ({
      everyone: [
        stands(told.names.person(person), nominatedBy === person ? undefined : told.names.person(nominatedBy)),
        standingOf(one, told),
      ],
      choices: [choice("Ich kandidiere", "kandidatur"), plainChoice("wahlgang")],
    })),
  CandidateWithdrawn: ({ election, person }, told) =>
    about(told, election, (one) => ({
      everyone: [candidacyWithdrawn(told.names.person(person)), standingOf(one, told)],
    })),
  EnBlocObjected: ({ election, person }, told) =>
    about(told, election, () => ({
      everyone: [enBlocObjected(told.names.person(person))],
      choices: [plainChoice("wahlgang")],
    })),
  /** To whoever contests, and to the leadership; the room stays quiet. */
  ElectionContested: ({ election, person, reason, lastDay, isInTime }, told) =>
    about(told, election, ({ title }) => {
      const { after, names, today } = told;
      const source = citationText(cite("election.contestWithin", after.rules.election.contestWithin));
      const lines = [contestTold(title, names.person(person), reason, isInTime), contestNext()];
      const others = leadership(after, today).filter((one) => one !== person);
      return {
        actor: [contestReceived(title, isInTime, lastDay, source)],
        summons: others.map((one) => ({ person: one, lines, choices: [] })),
      };
    }),
  ElectionListSubmitted: ({ election, name, people }, told) =>
    about(told, election, (one) => ({
      everyone: [
        listSubmitted(
          name,
          people.map((person) => told.names.person(person)),
        ),
        standingOf(one, told),
      ],
      choices: [plainChoice("wahlgang")],
    })),
  ElectionMethodVoted: ({ election, yes, no, abstain }, told) =>
    about(told, election, () => {
      const ruling = electionMethod(told.after.rules, { yes, no, abstain });
      const source = sourceText(ruling);
      const said = ruling.method === "dHondt" ? methodStays(source) : methodPutAside(source);
      return { everyone: [methodVoted(tallyText({ yes, no, abstain, invalid: 0 }), said)] };
    }),
  ElectionLeaderNamed: ({ election, person }, told) =>
    about(told, election, (one) => ({
      everyone: [leaderNamed(told.names.person(person), one.title)],
      choices: [plainChoice("wahlgang")],
    })),
  ElectionRoundDecided: ({ election, ballot, elected, answer }, told) =>
    about(told, election, (one) => ({
      everyone: [
        roundSentence(ballot, told),
        ...awaited(elected, told, answer),
        ...(one.status === "lot" ? [lotNext()] : []),
      ],
      choices: nextChoices(one),
      summons: asked(one, elected),
    })),
  LotDrawn: ({ election, among, winners, witnesses, chance, about: what, answer }, told) =>
    about(told, election, (one) => ({
      everyone: [
        lotSentence(winners, among, joined(witnesses.map((person) => told.names.person(person))), nameOf(told)),
        lotChance(chance),
        ...(what === "seat" ? awaited(winners, told, answer) : []),
      ],
      choices: nextChoices(one),
      summons: what === "seat" ? asked(one, winners) : [],
    })),
  ElectionDeclared: ({ election, elected, unanimous, answer }, told) =>
    about(told, election, (one) => ({
      everyone: [
        declaredElected(
          elected.map((person) => told.names.person(person)),
          unanimous,
        ),
        declaredByChair(),
        ...awaited(elected, told, answer),
      ],
      summons: asked(one, elected),
    })),
  ElectionAccepted: ({ election, person, bySilence }, told) =>
    about(told, election, (one) => ({
      everyone: [
        ...silence(person, bySilence, "accepted", told),
        accepted(told.names.person(person), one.title),
        ...stateOfElection(one),
      ],
      choices: nextChoices(one),
    })),
  ElectionDeclined: ({ election, person, bySilence }, told) =>
    about(told, election, (one) => ({
      everyone: [
        ...(bySilence ? silence(person, bySilence, "declined", told) : [declined(told.names.person(person))]),
        ...stateOfElection(one),
      ],
      choices: nextChoices(one),
    })),
  ElectionEnded: ({ election, reason }, told) =>
    about(told, election, (one) => ({
      everyone: [electionEnded(one.title, reason), ...unanswered(one, told)],
      choices: [plainChoice("weiter")],
    })),
};

function about(told: Happened, election: number, tell: (election: Election) => Announcement): Announcement {
  const found = entry(told.after.elections.elections, election);
  return found === undefined ? silent : tell(found);
}

/** The round as it was decided: the same ruling, worked out again from the numbers of the ballot. */
function roundSentence(number: number, told: Happened): string {
  const { before, after } = told;
  const ballot = entry(after.ballots.ballots, number);
  const election = currentElection(before);
  if (ballot?.counts === undefined || election === undefined) return "";
  const { counts, eligible = 0, members = 0 } = ballot;
  const ruling = rulingOfRound(before, election, ballot, {
    counts,
    voted: ballot.votes.size,
    present: eligible,
    members,
  });
  if (ruling.rule === "election.dHondt") return dHondtSentence(ruling, nameOf(told), listOf(election, told));
  return electionSentence(ruling, nameOf(told));
}

const standingOf = (election: Election, { names }: Happened): string =>
  standingLine(standingNow(election).map((person) => names.person(person)));

function awaited(
  people: readonly PersonId[],
  { names }: Happened,
  period: AnswerPeriod | undefined,
): readonly string[] {
  if (people.length === 0) return [];
  const who = answerAwaited(people.map((person) => names.person(person)));
  return period === undefined ? [who] : [who, answerDue(period)];
}

const silence = (
  person: PersonId,
  bySilence: true | undefined,
  means: AnswerPeriod["silence"],
  { names }: Happened,
): readonly string[] => (bySilence ? [silenceTold(names.person(person), means)] : []);

/** An election without an answer is none. */
function unanswered({ elected }: Election, { names }: Happened): readonly string[] {
  return elected.filter(({ answer }) => answer === "open").map(({ person }) => notAccepted(names.person(person)));
}

function asked(election: Election, people: readonly PersonId[]): readonly Summons[] {
  return people.map((person) => ({
    person,
    lines: [youAreElected(election.title)],
    choices: [choice("Annehmen", "annehmen"), choice("Ablehnen", "ablehnen")],
  }));
}

function stateOfElection(election: Election): readonly string[] {
  if (election.status === "ended") return [electionComplete(election.title)];
  return election.status === "nominating" && election.open > 0 ? [seatsLeft(election.open), roundNext()] : [];
}

function nextChoices(election: Election): readonly ReplyChoice[] {
  switch (election.status) {
    case "nominating":
    case "runoff":
      return [plainChoice("wahlgang")];
    case "lot":
      return [choice("Los ziehen", "los")];
    case "accepting":
      return [];
    case "ended":
      return [plainChoice("weiter")];
  }
}

/** The list somebody heads; who stands alone has a name. */
const listOf =
  (election: Election, told: Happened) =>
  (head: string): string => {
    const name = slatesOf(election).find((slate) => slate.head === head)?.name;
    return name === undefined ? nameOf(told)(head) : listName(name);
  };

/** Rulings know candidates by plain keys. */
const nameOf =
  ({ names }: Happened) =>
  (person: string): string =>
    names.person(person as PersonId);
