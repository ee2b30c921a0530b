import type { Election } from "../election/state.ts";
import { entry } from "../kernel/table.ts";
import { seatsOn } from "../membership/queries.ts";
import type { Motion, MotionOutcome } from "../motion/state.ts";
import { acceptedBy, electionsOf, titleOf } from "./election-view.ts";
import { motionsOf, outcomeHere } from "./motion-view.ts";
import { isInternalItem, type PaperSource } from "./paper-source.ts";
import { personWithOrganization } from "./people-in-papers.ts";
import { internalIf, sentence, sourcesOf } from "./sourced.ts";
import type { ReportOffice, Statement } from "./views.ts";
import type { ResolutionFacts } from "./wording.ts";
import { writtenResolutions } from "./written-statements.ts";

/** Antrag, über den diese Sitzung entschieden hat: carried or rejected. */
export type DecidedMotion = {
  readonly motion: Motion;
  readonly decided: MotionOutcome & Pick<ResolutionFacts, "outcome">;
};

export function decidedMotions(source: PaperSource): readonly DecidedMotion[] {
  return motionsOf(source).flatMap((motion) => {
    const decided = outcomeHere(source, motion);
    if (decided === undefined || decided.outcome === "undecided") return [];
    return [{ motion, decided: { ...decided, outcome: decided.outcome } }];
  });
}

/** Beschlüsse: how each came about, then its wording. */
export function resolutionStatements(source: PaperSource): readonly Statement[] {
  const { minutes, report } = source.context.wording;
  const ofMotions = decidedMotions(source).map(({ motion, decided }): Statement => {
    const isInternal = isInternalItem(source, motion.item);
    const ballot = decided.ballot === undefined ? undefined : entry(source.state.ballots.ballots, decided.ballot);
    const refs = [decided.source, ...(ballot?.sources ?? [])];
    return {
      ...sentence(report.resolution(resolutionFacts(source, { motion, decided })), refs, isInternal),
      grade: "resolved",
      entries: [sentence(minutes.note(motion.text, undefined), motion.sources, isInternal)],
    };
  });
  return [...ofMotions, ...writtenResolutions(source)];
}

function resolutionFacts(source: PaperSource, { motion, decided }: DecidedMotion): ResolutionFacts {
  const { state, meeting } = source;
  const ballot = decided.ballot === undefined ? undefined : entry(state.ballots.ballots, decided.ballot);
  return {
    outcome: decided.outcome,
    manner: decided.manner,
    unanimous: decided.unanimous ?? false,
    withAmendments: decided.withAmendments,
    secret: ballot?.mode === "secret",
    ...(motion.title === undefined ? {} : { title: motion.title }),
    ...(decided.reference === undefined ? {} : { reference: decided.reference }),
    eligible: decided.eligible,
    all: decided.eligible === seatsOn(state.membership, meeting.appointment.date).length,
    ...(ballot?.counts === undefined ? {} : { counts: ballot.counts }),
  };
}

/** Wahlen, die mit der Annahme vollständig sind. */
export function completedElections(source: PaperSource): readonly Election[] {
  return electionsOf(source).filter((election) => acceptedBy(election).length > 0);
}

export function electedOffices(source: PaperSource): readonly ReportOffice[] {
  return completedElections(source).map((election) => {
    const holders = acceptedBy(election);
    const accepted = election.elected.filter((one) => one.answer === "accepted");
    return {
      title: titleOf(source, election, holders),
      holders: holders.map((person) => withoutRole(personWithOrganization(source, person))),
      sources: sourcesOf([election.source, ...accepted.flatMap((one) => one.sources)]),
      ...internalIf(isInternalItem(source, election.item)),
    };
  });
}

/** The office is the function here. */
function withoutRole({ role: _, ...name }: ReturnType<typeof personWithOrganization>) {
  return name;
}
