import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import type { PersonId } from "../../src/core/kernel/ids.ts";
import type { WorkshopPhaseKind } from "../../src/core/workshop/events.ts";
import type { GuidingQuestion } from "../../src/core/workshop/state.ts";
import { type GivenCommittee, given } from "./given.ts";
import { meetingDay, smallCommittee } from "./small-committee.ts";

type Wanted = {
  readonly anonymous?: boolean;
  readonly hidden?: boolean;
  readonly phase?: WorkshopPhaseKind;
  readonly questions?: readonly Omit<GuidingQuestion, "question">[];
  readonly moderators?: readonly PersonId[];
};

/** Workshop 1 is open, in its phase of ideas unless told otherwise. */
export function ideaWorkshopEvents(wanted: Wanted = {}): readonly CommitteeEvent[] {
  const { anonymous = false, hidden = false, phase = "ideas", questions = [], moderators = [] } = wanted;
  const days = [{ date: meetingDay }];
  return [
    { type: "WorkshopPlanned", workshop: 1, title: "Klausurtagung", days, anonymous, hidden },
    ...moderators.map((person): CommitteeEvent => ({ type: "WorkshopModeratorNamed", workshop: 1, person })),
    ...questions.map(
      (one, index): CommitteeEvent => ({ type: "GuidingQuestionAsked", workshop: 1, question: index + 1, ...one }),
    ),
    { type: "WorkshopOpened", workshop: 1 },
    { type: "WorkshopPhaseBegun", workshop: 1, phase: 1, kind: phase },
  ];
}

export const ideaWorkshop = (wanted: Wanted = {}): GivenCommittee =>
  given([...smallCommittee(), ...ideaWorkshopEvents(wanted)]);

/** Ideas 1, 2, 3 … by the same person. */
export const ideasBy = (person: PersonId, ...texts: readonly string[]): readonly CommitteeEvent[] =>
  texts.map((text, index) => ({ type: "IdeaGiven", workshop: 1, idea: index + 1, person, text }));
