import type { Refusal } from "../core/committee/refusal.ts";
import { membershipRefusal } from "./membership-refusals.ts";
import type { Names } from "./names.ts";
import type { RefusalText, Sentences } from "./refusal-text.ts";
import { agendaRefusals } from "./refusals-agenda.ts";
import { callRefusals } from "./refusals-call.ts";
import { datePollRefusals } from "./refusals-date-poll.ts";
import { electionsRefusals } from "./refusals-elections.ts";
import { ideaGroupsRefusals } from "./refusals-idea-groups.ts";
import { ideasRefusals } from "./refusals-ideas.ts";
import { invitationRefusals } from "./refusals-invitation.ts";
import { meetingRefusals } from "./refusals-meeting.ts";
import { minutesRefusals } from "./refusals-minutes.ts";
import { motionOrderRefusals } from "./refusals-motion-order.ts";
import { planningRefusals } from "./refusals-planning.ts";
import { questionRefusals } from "./refusals-questions.ts";
import { routesRefusals } from "./refusals-routes.ts";
import { seatsRefusals } from "./refusals-seats.ts";
import { votingRefusals } from "./refusals-voting.ts";
import { weightingRefusals } from "./refusals-weighting.ts";
import { workshopRefusals } from "./refusals-workshop.ts";
import { writtenRefusals } from "./refusals-written.ts";

/** Every code has its sentence; a new one does not compile without. */
const sentences: Sentences<Refusal["code"]> = {
  ...meetingRefusals,
  ...callRefusals,
  ...agendaRefusals,
  ...votingRefusals,
  ...seatsRefusals,
  ...questionRefusals,
  ...motionOrderRefusals,
  ...electionsRefusals,
  ...minutesRefusals,
  ...writtenRefusals,
  ...datePollRefusals,
  ...planningRefusals,
  ...invitationRefusals,
  ...workshopRefusals,
  ...ideasRefusals,
  ...ideaGroupsRefusals,
  ...weightingRefusals,
  ...routesRefusals,
  ...membershipRefusal,
};

/** Jede Ablehnung mit Grund, Fundstelle und dem, was jetzt möglich ist. */
export function refusalText(refusal: Refusal, names: Names): RefusalText {
  // Each sentence is written for the facts of its own code; the table above is checked against that.
  const sentence = sentences[refusal.code] as (facts: Refusal, names: Names) => RefusalText;
  return sentence(refusal, names);
}
