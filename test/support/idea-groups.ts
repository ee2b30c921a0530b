import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import type { PersonId } from "../../src/core/kernel/ids.ts";
import { entries } from "../../src/core/kernel/table.ts";
import type { WorkshopPhaseKind } from "../../src/core/workshop/events.ts";
import type { Past } from "./fold.ts";
import { type GivenCommittee, given } from "./given.ts";
import { meetingDay, smallCommittee, voter } from "./small-committee.ts";

type Wanted = {
  /** What is said, in the order of the numbers; six short ideas unless told otherwise. */
  readonly ideas?: readonly string[];
  /** Which guiding question each belongs to. */
  readonly questions?: readonly (number | undefined)[];
  readonly phase?: WorkshopPhaseKind;
  readonly hidden?: boolean;
  readonly moderator?: PersonId;
};

const sixIdeas = ["Mehr Plätze", "Fahrdienst", "Ausbildung", "Fachkräfte halten", "Räume", "Elterncafé"];

/** Workshop 1 with ideas of voter 2, while they are grouped unless told otherwise. */
export function workshopWithIdeas(wanted: Wanted = {}): readonly CommitteeEvent[] {
  const { ideas = sixIdeas, questions = [], phase = "grouping", hidden = false, moderator } = wanted;
  return [
    {
      type: "WorkshopPlanned",
      workshop: 1,
      title: "Klausurtagung",
      days: [{ date: meetingDay }],
      anonymous: false,
      hidden,
    },
    ...(moderator === undefined ? [] : [{ type: "WorkshopModeratorNamed", workshop: 1, person: moderator } as const]),
    ...[...new Set(questions)].flatMap((question): readonly CommitteeEvent[] =>
      question === undefined
        ? []
        : [{ type: "GuidingQuestionAsked", workshop: 1, question, text: `Was ist Frage ${question}?` }],
    ),
    { type: "WorkshopOpened", workshop: 1 },
    ...ideas.map((text, index): CommitteeEvent => {
      const question = questions[index];
      return {
        type: "IdeaGiven",
        workshop: 1,
        idea: index + 1,
        person: voter(2),
        text,
        ...(question === undefined ? {} : { question }),
      };
    }),
    { type: "WorkshopPhaseBegun", workshop: 1, phase: 1, kind: phase },
  ];
}

export const grouping = (wanted: Wanted = {}): GivenCommittee =>
  given([...smallCommittee(), ...workshopWithIdeas(wanted)]);

/** Group by its number: name and ideas. */
export function groupsNow({ state }: Past): Readonly<Record<number, readonly [string, ...number[]]>> {
  const ideas = entries(state.workshops.ideas);
  const standing = entries(state.workshops.groups).filter(({ mergedInto }) => mergedInto === undefined);
  return Object.fromEntries(
    standing.map(({ group, name }) => [
      group,
      [name, ...ideas.filter((one) => one.group === group).map(({ idea }) => idea)],
    ]),
  );
}
