import { dotsIn } from "../committee/dot-counts.ts";
import { type WallSection, wallOf } from "../committee/idea-wall.ts";
import type { CommitteeState } from "../committee/state.ts";
import type { Idea, Workshop } from "../workshop/state.ts";
import { committeeHead } from "./paper-heads.ts";
import type { PaperContext } from "./paper-source.ts";
import type { WallIdeaView, WallSectionView, WallView } from "./views.ts";

/** Tafel of a workshop as it stands now. Whose ideas they are does not stand on it. */
export function wallView(state: CommitteeState, workshop: Workshop, context: PaperContext): WallView {
  const { sections, hidden, sealed } = wallOf(state, workshop);
  const groups = sections.flatMap((section) => section.groups);
  const count = (lists: readonly (readonly Idea[])[]): number => lists.reduce((sum, ideas) => sum + ideas.length, 0);
  const ungrouped = count(sections.map((section) => section.ungrouped));
  return {
    head: committeeHead(state, context),
    title: workshop.title,
    meeting: {
      date: workshop.days[0]?.date ?? context.today,
      ...(workshop.place === undefined ? {} : { place: workshop.place }),
    },
    hasQuestions: workshop.questions.length > 0,
    groups: groups.length,
    grouped: count(groups.map(({ ideas }) => ideas)),
    ...(ungrouped === 0 ? {} : { ungrouped }),
    ...(hidden === 0 ? {} : { hidden }),
    ...(sealed === 0 ? {} : { sealed }),
    sections: sections.map((section) => sectionView(section, dotsIn(state, workshop.workshop))),
  };
}

type Dots = ReturnType<typeof dotsIn>;

const sectionView = ({ question, groups, ungrouped }: WallSection, dots: Dots): WallSectionView => ({
  ...(question === undefined ? {} : { question: { number: question.question, text: question.text } }),
  groups: groups.map(({ group: { group, name }, ideas }) => ({
    number: group,
    name,
    ...ifAny("dots", dots({ kind: "group", number: group })),
    ideas: ideas.map((one) => ideaView(one, dots)),
  })),
  ungrouped: ungrouped.map((one) => ideaView(one, dots)),
});

const ideaView = ({ idea, text, support }: Idea, dots: Dots): WallIdeaView => ({
  number: idea,
  text,
  ...ifAny("dots", dots({ kind: "idea", number: idea })),
  ...ifAny("support", support.size),
});

/** A mark of its own only where there is something to count. */
const ifAny = (name: "dots" | "support", count: number): { readonly dots?: number; readonly support?: number } =>
  count === 0 ? {} : { [name]: count };
