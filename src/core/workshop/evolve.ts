import { assertNever } from "../kernel/assert-never.ts";
import type { EventMeta } from "../kernel/event-meta.ts";
import { changeEntry, entries, withEntry } from "../kernel/table.ts";
import type { WorkshopEvent } from "./events.ts";
import type { Idea, Weighting, Workshop, WorkshopsState } from "./state.ts";

type Of<Type extends WorkshopEvent["type"]> = Extract<WorkshopEvent, { type: Type }>;

/** Was ein Workshop aus einem Ereignis macht. */
export function evolveWorkshops(state: WorkshopsState, event: WorkshopEvent, meta: EventMeta): WorkshopsState {
  switch (event.type) {
    case "WorkshopPlanned":
      return { ...state, workshops: withEntry(state.workshops, event.workshop, planned(event, meta)) };
    case "IdeaGiven": {
      const { type: _, ...given } = event;
      return { ...state, ideas: withEntry(state.ideas, event.idea, newIdea(given, meta)) };
    }
    case "AnonymousIdeasOpened":
      return opened(state, event, meta);
    case "IdeaChanged":
      return onIdea(state, event.idea, (idea) => ({ ...idea, text: event.text }));
    case "IdeaWithdrawn":
      return onIdea(state, event.idea, (idea) => ({ ...idea, isWithdrawn: true }));
    case "IdeaCommented": {
      const comment = { person: event.person, text: event.text, source: meta.version };
      return onIdea(state, event.idea, (idea) => ({ ...idea, comments: [...idea.comments, comment] }));
    }
    case "IdeaSupported":
      return onIdea(state, event.idea, (idea) => ({ ...idea, support: new Set([...idea.support, event.person]) }));
    case "IdeaSupportEnded":
      return onIdea(state, event.idea, (idea) => ({ ...idea, support: without(idea.support, event.person) }));
    case "IdeaTagged":
      return onIdea(state, event.idea, (idea) => ({ ...idea, tags: new Set([...idea.tags, event.tag]) }));
    case "IdeaUntagged":
      return onIdea(state, event.idea, (idea) => ({ ...idea, tags: without(idea.tags, event.tag) }));
    case "IdeaGroupMade": {
      const { workshop, group, name, ideas } = event;
      const groups = withEntry(state.groups, group, { group, workshop, name, source: meta.version });
      return inGroup({ ...state, groups }, ideas, group);
    }
    case "IdeaGroupRenamed":
      return {
        ...state,
        groups: changeEntry(state.groups, event.group, (group) => ({ ...group, name: event.name })),
      };
    case "IdeasMoved":
      return inGroup(state, event.ideas, event.group);
    case "IdeaGroupsMerged":
      return merged(state, event);
    case "WeightingOpened": {
      const { type: _, ...rest } = event;
      const weighting: Weighting = { ...rest, status: "open", placed: new Map(), source: meta.version };
      return { ...state, weightings: withEntry(state.weightings, event.weighting, weighting) };
    }
    case "DotsPlaced":
    case "SecretDotsPlaced":
    case "WeightingClosed":
    case "WeightingCancelled":
      return {
        ...state,
        weightings: changeEntry(state.weightings, event.weighting, (weighting) => weighed(weighting, event)),
      };
    case "WorkshopMoved":
    case "WorkshopCancelled":
    case "WorkshopModeratorNamed":
    case "WorkshopModeSet":
    case "GuidingQuestionAsked":
    case "WorkshopHeadsCounted":
    case "WorkshopOpened":
    case "WorkshopPhaseBegun":
    case "WorkshopTimeUp":
    case "WorkshopClosed":
    case "AnonymousIdeaGiven":
    case "IdeasRevealed":
      return {
        ...state,
        workshops: changeEntry(state.workshops, event.workshop, (workshop) => changed(workshop, event, meta)),
      };
    default:
      return assertNever(event);
  }
}

function planned(event: Of<"WorkshopPlanned">, meta: EventMeta): Workshop {
  const { type: _, ...rest } = event;
  return {
    ...rest,
    days: event.days.map((day, index) => ({ ...day, number: index + 1 })),
    droppedDays: [],
    status: "planned",
    revision: 0,
    changedAt: meta.at,
    revealed: !event.hidden,
    moderators: [],
    questions: [],
    heads: [],
    phases: [],
    round: 1,
    sealed: 0,
    sources: [meta.version],
  };
}

type OfWorkshop = Of<
  | "WorkshopMoved"
  | "WorkshopCancelled"
  | "WorkshopModeratorNamed"
  | "WorkshopModeSet"
  | "GuidingQuestionAsked"
  | "WorkshopHeadsCounted"
  | "WorkshopOpened"
  | "WorkshopPhaseBegun"
  | "WorkshopTimeUp"
  | "WorkshopClosed"
  | "AnonymousIdeaGiven"
  | "IdeasRevealed"
>;

function changed(before: Workshop, event: OfWorkshop, meta: EventMeta): Workshop {
  const workshop = event.type === "AnonymousIdeaGiven" ? before : sourced(before, meta);
  switch (event.type) {
    case "WorkshopMoved":
      return moved(workshop, event, meta);
    case "WorkshopCancelled":
      return { ...workshop, status: "cancelled", cancelReason: event.reason, changedAt: meta.at };
    case "WorkshopModeratorNamed":
      return { ...workshop, moderators: [...new Set([...workshop.moderators, event.person])] };
    case "WorkshopModeSet":
      return { ...workshop, anonymous: event.anonymous, hidden: event.hidden, revealed: !event.hidden };
    case "GuidingQuestionAsked": {
      const { type: _, workshop: __, ...question } = event;
      return { ...workshop, questions: [...workshop.questions, question] };
    }
    case "WorkshopHeadsCounted": {
      const { type: _, workshop: __, ...heads } = event;
      return { ...workshop, heads: [...workshop.heads, { ...heads, source: meta.version }] };
    }
    case "WorkshopOpened":
      return { ...workshop, status: "open" };
    case "WorkshopPhaseBegun": {
      const { type: _, workshop: __, ...phase } = event;
      return { ...workshop, phases: [...workshop.phases, { ...phase, begunAt: meta.at, isTimeUp: false }] };
    }
    case "WorkshopTimeUp":
      return {
        ...workshop,
        phases: workshop.phases.map((one) => (one.phase === event.phase ? { ...one, isTimeUp: true } : one)),
      };
    case "WorkshopClosed":
      return { ...workshop, status: "closed" };
    case "AnonymousIdeaGiven":
      return { ...workshop, sealed: workshop.sealed + 1 };
    case "IdeasRevealed":
      return { ...workshop, revealed: true };
    default:
      return assertNever(event);
  }
}

/** With each change all its entries are raised: each names the others, and the place. */
function moved(workshop: Workshop, { days, place, continues }: Of<"WorkshopMoved">, meta: EventMeta): Workshop {
  const revision = workshop.revision + 1;
  const gone = workshop.days.filter(({ number }) => days.every((day) => day.number !== number));
  return {
    ...workshop,
    days,
    droppedDays: [...workshop.droppedDays, ...gone.map((day) => ({ ...day, sequence: revision, changedAt: meta.at }))],
    ...(place === undefined ? {} : { place }),
    ...(continues === undefined ? {} : { continues }),
    revision,
    changedAt: meta.at,
  };
}

const sourced = (workshop: Workshop, meta: EventMeta): Workshop => ({
  ...workshop,
  sources: [...workshop.sources, meta.version],
});

type GivenIdea = Pick<Idea, "idea" | "workshop" | "text"> & Partial<Pick<Idea, "question" | "photo" | "person">>;

const newIdea = (given: GivenIdea, meta: EventMeta): Idea => ({
  ...given,
  isWithdrawn: false,
  comments: [],
  support: new Set(),
  tags: new Set(),
  source: meta.version,
});

function opened(state: WorkshopsState, event: Of<"AnonymousIdeasOpened">, meta: EventMeta): WorkshopsState {
  const { workshop } = event;
  return {
    ...state,
    ideas: event.ideas.reduce(
      (ideas, one) => withEntry(ideas, one.idea, newIdea({ ...one, workshop }, meta)),
      state.ideas,
    ),
    workshops: changeEntry(state.workshops, workshop, (one) => ({
      ...sourced(one, meta),
      round: event.round + 1,
      sealed: 0,
    })),
  };
}

function onIdea(state: WorkshopsState, number: number, change: (idea: Idea) => Idea): WorkshopsState {
  return { ...state, ideas: changeEntry(state.ideas, number, change) };
}

function inGroup(state: WorkshopsState, numbers: readonly number[], group: number | undefined): WorkshopsState {
  return numbers.reduce(
    (one, number) =>
      onIdea(one, number, ({ group: _, ...idea }) => ({ ...idea, ...(group === undefined ? {} : { group }) })),
    state,
  );
}

function merged(state: WorkshopsState, { into, from }: Of<"IdeaGroupsMerged">): WorkshopsState {
  const moving = entries(state.ideas)
    .filter(({ group }) => group !== undefined && from.includes(group))
    .map(({ idea }) => idea);
  const groups = from.reduce(
    (table, number) => changeEntry(table, number, (group) => ({ ...group, mergedInto: into })),
    state.groups,
  );
  return inGroup({ ...state, groups }, moving, into);
}

function weighed(
  weighting: Weighting,
  event: Of<"DotsPlaced" | "SecretDotsPlaced" | "WeightingClosed" | "WeightingCancelled">,
): Weighting {
  switch (event.type) {
    case "DotsPlaced":
    case "SecretDotsPlaced": {
      const dots = event.type === "DotsPlaced" ? event.dots : [];
      const placed = new Map(weighting.placed).set(event.seat ?? event.person, { person: event.person, dots });
      return { ...weighting, placed };
    }
    case "WeightingClosed":
      return { ...weighting, status: "closed", result: { counts: event.counts, voters: event.voters } };
    case "WeightingCancelled":
      return { ...weighting, status: "cancelled" };
    default:
      return assertNever(event);
  }
}

function without<T>(set: ReadonlySet<T>, gone: T): ReadonlySet<T> {
  return new Set([...set].filter((one) => one !== gone));
}
