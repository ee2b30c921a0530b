import { entries, entry } from "../kernel/table.ts";
import type { Amendment, Motion } from "../motion/state.ts";
import { ballotView } from "./ballot-view.ts";
import { isInternalItem, type PaperSource } from "./paper-source.ts";
import { partyOf } from "./people-in-papers.ts";
import { internalIf, sourcesOf } from "./sourced.ts";
import type { BallotView, MinutesAmendment, MinutesMotion, MotionOutcome } from "./views.ts";

/** Anträge, die in dieser Sitzung gestellt oder entschieden wurden. */
export function motionsOf({ state, meeting }: PaperSource): readonly Motion[] {
  return entries(state.motions.motions).filter(
    (motion) => motion.meeting === meeting.number || motion.outcome?.meeting === meeting.number,
  );
}

/** What this meeting decided on it; undefined if it was decided in another one or not at all. */
export function outcomeHere({ meeting }: PaperSource, motion: Motion): Motion["outcome"] {
  return motion.outcome?.meeting === meeting.number ? motion.outcome : undefined;
}

export function motionView(source: PaperSource, motion: Motion): MinutesMotion {
  const decided = outcomeHere(source, motion);
  const isCarried = decided?.outcome === "carried";
  const ballot = decisionOf(source, motion);
  return {
    number: String(motion.motion),
    ...(motion.title === undefined ? {} : { title: motion.title }),
    // What was moved, if the resolution below shows what became of it; otherwise what was put to the vote.
    wording: isCarried ? motion.movedText : motion.text,
    movedBy: partyOf(source, motion.mover),
    amendments: motion.amendments.flatMap((number) => {
      const amendment = entry(source.state.motions.amendments, number);
      return amendment === undefined ? [] : [amendmentView(source, amendment)];
    }),
    ...(ballot === undefined ? {} : { ballot }),
    outcome: outcomeOf(source, motion),
    ...(isCarried ? { resolution: resolutionOf(motion) } : {}),
    sources: sourcesOf(motion.sources),
    ...internalIf(isInternalItem(source, motion.item)),
  };
}

function resolutionOf(motion: Motion): NonNullable<MinutesMotion["resolution"]> {
  const number = motion.outcome?.reference;
  return { wording: motion.text, ...(number === undefined ? {} : { number }) };
}

function outcomeOf(source: PaperSource, motion: Motion): MotionOutcome {
  const decided = outcomeHere(source, motion);
  if (decided?.outcome === "carried") return decided.withAmendments ? "carriedWithChanges" : "carried";
  if (decided !== undefined) return decided.outcome;
  if (motion.status === "withdrawn" || motion.status === "divided" || motion.status === "settled") return motion.status;
  const item = motion.item === undefined ? undefined : entry(source.state.agenda.items, motion.item);
  return item?.status === "adjourned" ? "adjourned" : "undecided";
}

/** How it was decided. By consensus or as found by the chair: no counts, because nobody counted. */
function decisionOf(source: PaperSource, motion: Motion): BallotView | undefined {
  const decided = outcomeHere(source, motion);
  if (decided === undefined) return undefined;
  const unanimous = decided.unanimous ?? false;
  const ballot = decided.ballot === undefined ? undefined : entry(source.state.ballots.ballots, decided.ballot);
  if (ballot !== undefined) return ballotView(source, ballot, unanimous);
  const mode = decided.manner === "consensus" ? ({ mode: "consensus" } as const) : {};
  return { ...mode, unanimous, counts: [], rollCall: [] };
}

const amendmentOutcome = {
  open: "undecided",
  withdrawn: "withdrawn",
  takenOver: "takenOver",
  carried: "carried",
  rejected: "rejected",
  settled: "settled",
} as const satisfies Record<Amendment["status"], MotionOutcome>;

function amendmentView(source: PaperSource, amendment: Amendment): MinutesAmendment {
  const ballot = amendment.ballot === undefined ? undefined : entry(source.state.ballots.ballots, amendment.ballot);
  return {
    number: source.context.wording.minutes.amendment(amendment.amendment),
    wording: amendment.text,
    movedBy: partyOf(source, amendment.mover),
    outcome: amendmentOutcome[amendment.status],
    ...(ballot === undefined ? {} : { ballot: ballotView(source, ballot, false) }),
    sources: sourcesOf(amendment.sources),
  };
}
