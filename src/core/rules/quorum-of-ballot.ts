import { requireCounts } from "./integers.ts";
import type { QuorumInput } from "./quorum.ts";
import { type MeetingQuorumRuling, quorumInMeeting, withSource } from "./quorum-in-meeting.ts";
import type { Rules } from "./rules.ts";
import { cite } from "./setting.ts";

export type BallotsHandedIn = {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly invalid: number;
};

export type BallotQuorumInput = QuorumInput & {
  readonly cast: BallotsHandedIn;
  readonly isEstablished?: boolean;
};

/**
 * Beschlussfähigkeit einer Abstimmung (GO; § 45 Abs. 3 BTGO as model): by those present, or by the ballots handed in, abstentions and
 * invalid ones included; then no presumption helps, since the votes themselves are the count.
 */
export function quorumOfBallot(rules: Rules, input: BallotQuorumInput): MeetingQuorumRuling {
  const { cast, isEstablished = false, ...seats } = input;
  requireCounts(cast);
  const { measuredBy } = rules.quorum;
  if (measuredBy.value === "presence") return quorumInMeeting(rules, { ...seats, isEstablished, isRequested: false });
  const handedIn = cast.yes + cast.no + cast.abstain + cast.invalid;
  const ruling = quorumInMeeting(rules, {
    ...seats,
    presentVoting: handedIn,
    remote: 0,
    isEstablished: false,
    isRequested: true,
  });
  return { ...withSource(ruling, cite("quorum.measuredBy", measuredBy)), by: "count" };
}
