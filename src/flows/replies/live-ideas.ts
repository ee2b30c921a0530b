import type { CommitteeEvent } from "../../core/committee/events.ts";
import { ideaEntries } from "../../core/committee/idea-entries.ts";
import { ideasOf, isOfRoom } from "../../core/committee/ideas-now.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import { phaseNow, runningWorkshop } from "../../core/committee/workshop-now.ts";
import type { RoomId } from "../../core/kernel/ids.ts";
import { entries, entry } from "../../core/kernel/table.ts";
import type { Idea, Workshop } from "../../core/workshop/state.ts";
import {
  howToGiveIdeas,
  ideaOfQuestion,
  ideasCounted,
  ideasHiddenStill,
  ideasInBox,
  newestIdeas,
} from "../../texts/announcements-ideas.ts";
import type { Names } from "../../texts/names.ts";
import { heading, list, type Reply, reply } from "../reply.ts";
import { lineOfIdea, supportChoice } from "./idea-lines.ts";
import { type Happened, plainChoice } from "./telling.ts";

const NEWEST = 5;

/** Ideen in den Räumen: one message in each for the ideas of its question, how many and the newest; however many come, it stays one. */
export function ideasMessages({ events, after, names }: Happened): readonly Reply[] {
  const changes = events.flatMap((event) => changeOf(event, after) ?? []);
  return [...new Set(changes.map(({ workshop }) => workshop))].flatMap((number) => {
    const workshop = entry(after.workshops.workshops, number);
    if (workshop === undefined) return [];
    const ofThis = changes.filter((one) => one.workshop === number);
    return [...after.membership.rooms.keys()]
      .filter((room) => ofThis.some(({ idea }) => idea === undefined || isOfRoom(workshop, room)(idea)))
      .map((room) => inRoom(workshop, room, after, names));
  });
}

type Change = { readonly workshop: number; readonly idea?: Idea };

/** An idea that changes, or all of a workshop. */
function changeOf(event: CommitteeEvent, after: CommitteeState): Change | undefined {
  const { workshops } = after;
  switch (event.type) {
    case "AnonymousIdeaGiven":
    case "AnonymousIdeasOpened":
    case "IdeasRevealed":
      return { workshop: event.workshop };
    case "WorkshopClosed":
    case "WorkshopPhaseBegun":
      return entries(workshops.ideas).some(({ workshop }) => workshop === event.workshop)
        ? { workshop: event.workshop }
        : undefined;
    case "IdeaGiven":
    case "IdeaChanged":
    case "IdeaWithdrawn":
    case "IdeaCommented":
    case "IdeaSupported":
    case "IdeaSupportEnded":
    case "IdeaTagged":
    case "IdeaUntagged": {
      const idea = entry(workshops.ideas, event.idea);
      return idea === undefined ? undefined : { workshop: idea.workshop, idea };
    }
    case "EntryReverted": {
      const running = ideaEntries.has(event.label) ? runningWorkshop(after) : undefined;
      return running === undefined ? undefined : { workshop: running.workshop };
    }
    default:
      return undefined;
  }
}

function inRoom(workshop: Workshop, room: RoomId, state: CommitteeState, names: Names): Reply {
  const { title, revealed, sealed, status } = workshop;
  const ideas = ideasOf(state, workshop).filter(isOfRoom(workshop, room));
  const newest = revealed ? ideas.slice(-NEWEST).toReversed() : [];
  const questions = workshop.questions.filter((one) => one.room === room);
  const lines = [
    heading(ideasCounted(title, ideas.length)),
    ...questions.map(({ question, text }) => ideaOfQuestion(question, text)),
    ...(sealed === 0 ? [] : [ideasInBox(sealed)]),
    ...(revealed ? [] : [ideasHiddenStill()]),
    ...(newest.length === 0 ? [] : [newestIdeas(), list(newest.map((one) => lineOfIdea(state, one, names)))]),
  ];
  const to = { kind: "room", room } as const;
  const live = `ideen-${workshop.workshop}`;
  if (status === "closed") return reply(to, lines, { live, over: true });
  const choices = [...newest.slice(0, MOST_CHOICES).map(({ idea }) => supportChoice(idea)), plainChoice("ideen")];
  const isCollecting = phaseNow(workshop)?.kind === "ideas";
  return reply(to, [...lines, ...(isCollecting ? [howToGiveIdeas(workshop.anonymous)] : [])], { live, choices });
}

const MOST_CHOICES = 3;
