import type { Rules } from "../../src/core/rules/rules.ts";
import { conflictCase } from "./groups/bias.ts";
import { writtenCase } from "./groups/circular.ts";
import { dateCase } from "./groups/date.ts";
import { deadlineCase } from "./groups/deadline.ts";
import { documentCase } from "./groups/document.ts";
import { electionCase } from "./groups/election.ts";
import { proceduralCase } from "./groups/go-motion.ts";
import { inviteCase } from "./groups/invite.ts";
import { majorityCase } from "./groups/majority.ts";
import { motionOrderCase } from "./groups/motion-order.ts";
import { planningCase } from "./groups/planning.ts";
import { quorumCase } from "./groups/quorum.ts";
import { seatCase } from "./groups/seat.ts";
import { speakersCase } from "./groups/speakers.ts";

/** What the engine answers to the facts of one case. `is`: the answer in one word, where a single value is expected. */
export type Ask = (
  rules: Rules,
  input: unknown,
  choice: Readonly<Record<string, unknown>>,
  sources: readonly string[],
) => unknown;

/** Groups of cases, each with the part of the engine that answers it. */
export const groups: Readonly<Record<string, Ask>> = {
  majority: majorityCase,
  quorum: quorumCase,
  seat: seatCase,
  bias: conflictCase,
  goMotion: proceduralCase,
  motionOrder: motionOrderCase,
  circular: writtenCase,
  speakers: speakersCase,
  deadline: deadlineCase,
  invite: inviteCase,
  planning: planningCase,
  election: electionCase,
  date: dateCase,
  document: documentCase,
};
