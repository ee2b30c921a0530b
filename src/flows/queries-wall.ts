import { groupLike } from "../core/committee/group-like.ts";
import { groupsOf } from "../core/committee/idea-groups-now.ts";
import { type Wall, type WallSection, wallOf } from "../core/committee/idea-wall.ts";
import { moderates, phaseNow, workshopMeant } from "../core/committee/workshop-now.ts";
import type { Idea, Workshop } from "../core/workshop/state.ts";
import {
  emptyGroup,
  groupHead,
  groupName,
  howToGroup,
  ideaLine,
  mergeGroupsLabel,
  newGroupLabel,
  nothingOnWall,
  noWall,
  otherQuestionsHead,
  questionHead,
  renameGroupLabel,
  splitGroupLabel,
  suggestedGroup,
  toGroupLabel,
  ungroupedHead,
  wallFileLabel,
  wallPictureLabel,
  wallTitle,
  whereTo,
} from "../texts/announcements-idea-groups.ts";
import type { Query } from "./queries.ts";
import type { Asked } from "./queries-asked.ts";
import { choice } from "./replies/telling.ts";
import { hiddenLines, wallCounts } from "./replies/wall-lines.ts";
import { type Block, heading, list, type ReplyChoice } from "./reply.ts";

type Wanted = Extract<Query, { kind: "wall" }>;
type Blocks = readonly (Block | string)[];

/** Buttons for one idea: more are no help. */
const MOST_GROUPS = 12;

/** Tafel: groups with their ideas, as text; who asks alone is asked where the next one goes. */
export function wallBlocks(asked: Asked, _query: Wanted): Blocks {
  const workshop = workshopMeant(asked.state, asked.today);
  if (workshop === undefined) return noWall();
  const wall = wallOf(asked.state, workshop);
  const { sections, hidden, sealed } = wall;
  const isEmpty = sections.length + hidden + sealed === 0;
  return [
    heading(wallTitle(workshop.title)),
    isEmpty ? nothingOnWall() : wallCounts(wall),
    ...hiddenLines(wall),
    ...sections.flatMap((section) => sectionBlocks(section, workshop)),
    ...nextLines(asked, workshop, wall),
  ];
}

function sectionBlocks({ question, groups, ungrouped }: WallSection, workshop: Workshop): Blocks {
  const others = workshop.questions.length === 0 ? [] : [heading(otherQuestionsHead())];
  return [
    ...(question === undefined ? others : [heading(questionHead(question.question, question.text))]),
    ...groups.flatMap(
      ({ group, ideas }): Blocks => [
        groupHead(groupName(group.group, group.name), ideas.length),
        list(ideas.length === 0 ? [emptyGroup()] : ideas.map(lineOf)),
      ],
    ),
    ...(ungrouped.length === 0 ? [] : [ungroupedHead(), list(ungrouped.map(lineOf))]),
  ];
}

const lineOf = ({ idea, text }: Idea): string => ideaLine(idea, text);

/** Where the next idea without a group goes; without groups how to make one. */
function nextLines(asked: Asked, workshop: Workshop, wall: Wall): Blocks {
  const next = nextIdea(asked, workshop, wall);
  if (next === undefined) return [];
  const [idea, left] = next;
  if (groupsOf(asked.state, workshop).length === 0) return [howToGroup()];
  const like = groupLike(asked.state, workshop, idea);
  return [
    whereTo(idea.idea, idea.text, left),
    ...(like === undefined ? [] : [suggestedGroup(idea.idea, groupName(like.group, like.name))]),
  ];
}

/** The first one in no group, and how many more there are: for whoever may group now, and asks alone. */
function nextIdea(asked: Asked, workshop: Workshop, { sections }: Wall): readonly [Idea, number] | undefined {
  const ungrouped = sections.flatMap((section) => section.ungrouped);
  const [idea] = ungrouped;
  return idea !== undefined && isAlone(asked) && mayGroup(asked, workshop) ? [idea, ungrouped.length - 1] : undefined;
}

const isAlone = ({ incoming }: Asked): boolean => incoming.room === undefined || incoming.isClick === true;

function mayGroup({ state, person, today }: Asked, workshop: Workshop): boolean {
  if (workshop.status !== "open" || person === undefined) return false;
  return phaseNow(workshop)?.kind === "grouping" || moderates(state, workshop, person, today);
}

/** The group it is much like stands first. Each line says where the idea was, so that nobody takes away what another one put. */
export function wallChoices(asked: Asked, _query: Wanted): readonly ReplyChoice[] {
  const workshop = workshopMeant(asked.state, asked.today);
  if (workshop === undefined) return [];
  const wall = wallOf(asked.state, workshop);
  const next = nextIdea(asked, workshop, wall);
  const isEmpty = wall.sections.length === 0;
  return [
    ...(next === undefined ? [] : groupChoices(asked, workshop, next[0])),
    ...(isAlone(asked) && mayGroup(asked, workshop) && !isEmpty ? workChoices(asked, workshop) : []),
    ...(isEmpty ? [] : [choice(wallPictureLabel(), "tafel bild")]),
    choice(wallFileLabel(), "tafel datei"),
  ];
}

/** What can be done with groups, as far as there are any; each asks for what it needs. */
function workChoices({ state }: Asked, workshop: Workshop): readonly ReplyChoice[] {
  const groups = groupsOf(state, workshop).length;
  return [
    choice(newGroupLabel(), "neue gruppe"),
    ...(groups === 0
      ? []
      : [choice(renameGroupLabel(), "gruppe umbenennen"), choice(splitGroupLabel(), "gruppe teilen")]),
    ...(groups < 2 ? [] : [choice(mergeGroupsLabel(), "gruppen zusammenlegen")]),
  ];
}

function groupChoices({ state }: Asked, workshop: Workshop, idea: Idea): readonly ReplyChoice[] {
  const like = groupLike(state, workshop, idea);
  const groups = groupsOf(state, workshop);
  const ordered = like === undefined ? groups : [like, ...groups.filter(({ group }) => group !== like.group)];
  return ordered
    .slice(0, MOST_GROUPS)
    .map(({ group, name }) => choice(toGroupLabel(group, name), `ideen ${idea.idea} ohne gruppe nach gruppe ${group}`));
}
