import type { PersonId } from "../kernel/ids.ts";
import { afterLoss } from "../rules/quorum-loss.ts";
import { carriedToNext } from "./carry-over.ts";
import { closingOf } from "./closing-of-meeting.ts";
import type { Given } from "./commands.ts";
import { type Decided, happened } from "./decision.ts";
import type { CommitteeEvent } from "./events.ts";
import { openMeeting, plannedMeeting } from "./meeting-now.ts";
import { quorumFound } from "./quorum-now.ts";
import type { Slices } from "./state.ts";

/** Beschlussfähigkeit feststellen, by the chair or on the demand of a member: with the numbers of this moment. */
export const establishQuorum = (state: Slices, given: Given): Decided => found(state, given, undefined);

/** Beschlussfähigkeit anzweifeln: counted at once; the seat that asks counts as present, the presumption ends with the finding. */
export const doubtQuorum = (state: Slices, given: Given): Decided => found(state, given, given.actor);

function found(state: Slices, given: Given, demandedBy: PersonId | undefined): Decided {
  const meeting = openMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const ruling = quorumFound(state, meeting.value, given.today, demandedBy);
  const { quorate, present, needed, base, citation } = ruling;
  const finding: CommitteeEvent = {
    type: "QuorumEstablished",
    quorate,
    present,
    needed,
    base,
    ...(citation.paragraph === undefined ? {} : { paragraph: citation.paragraph }),
    ...(demandedBy === undefined ? {} : { demandedBy }),
  };
  if (afterLoss(state.rules, ruling).meeting === "goesOn") return happened(finding);
  const closing = closingOf(state, meeting.value, { today: given.today, isInquorate: true });
  if (!closing.ok) return closing;
  const carried = carriedToNext(state, closing.value, plannedMeeting(state, given.today));
  return happened(finding, ...closing.value, ...carried);
}
