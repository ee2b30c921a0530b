import { ordinalOf } from "../../core/committee/meeting-ordinal.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import { entry } from "../../core/kernel/table.ts";
import type { WorkshopEvent } from "../../core/workshop/events.ts";
import type { Workshop } from "../../core/workshop/state.ts";
import { placeLine } from "../../texts/announcements-date-poll.ts";
import { headCountSaid, headCountText } from "../../texts/announcements-meeting.ts";
import {
  firstPhaseNext,
  guidingQuestion,
  moderatedBy,
  moderatorNamed,
  phaseBegun,
  phaseName,
  questionForRoom,
  resultsNext,
  timeIsUp,
  timeUpForYou,
  untilNextPhase,
  whatToDo,
  workshopClosed,
  workshopContinues,
  workshopDay,
  workshopMode,
  workshopModeOf,
  workshopNumbers,
  workshopOpened,
  workshopPlanned,
} from "../../texts/announcements-workshop.ts";
import { people } from "../../texts/names.ts";
import { list } from "../reply.ts";
import { announceWorkshopMove, workshopFiles } from "./announce-workshop-move.ts";
import { dayWarnings } from "./day-warnings.ts";
import { leadership } from "./leadership.ts";
import { type Announcement, type Announcers, type Happened, plainChoice, silent } from "./telling.ts";
import {
  nextPhaseChoices,
  numbersOf,
  questionNotes,
  roomName,
  sharedQuestions,
  threadNotes,
} from "./workshop-lines.ts";

type Told =
  | "WorkshopPlanned"
  | "WorkshopMoved"
  | "WorkshopCancelled"
  | "WorkshopModeratorNamed"
  | "WorkshopModeSet"
  | "GuidingQuestionAsked"
  | "WorkshopHeadsCounted"
  | "WorkshopOpened"
  | "WorkshopPhaseBegun"
  | "WorkshopTimeUp"
  | "WorkshopClosed";

type Of<Type extends Told> = Extract<WorkshopEvent, { type: Type }>;

/** Verlauf eines Workshops. */
export const announceWorkshop: Announcers<Told> = {
  WorkshopPlanned: planned,
  ...announceWorkshopMove,
  WorkshopModeratorNamed: ({ workshop, person }, { after, names }) =>
    about(after, workshop, ({ title }) => ({ everyone: [moderatorNamed(title, names.person(person))] })),
  WorkshopModeSet: ({ workshop, anonymous, hidden }, { after }) =>
    about(after, workshop, ({ title }) => ({ everyone: [workshopModeOf(title, anonymous, hidden)] })),
  GuidingQuestionAsked: questionAsked,
  WorkshopHeadsCounted: ({ group, qualifier, count }) => ({
    actor: [headCountSaid(headCountText(group, qualifier, count))],
  }),
  WorkshopOpened: ({ workshop }, told) => about(told.after, workshop, (one) => opened(one, told)),
  WorkshopPhaseBegun: ({ workshop, kind, title, until }, { after, names }) =>
    about(after, workshop, (one) => ({
      everyone: [
        phaseBegun(phaseName(kind, title), until === undefined ? undefined : names.time(until)),
        whatToDo(kind, one.anonymous),
      ],
      rooms: threadNotes(after, one, one.questions),
    })),
  WorkshopTimeUp: (event, told) => about(told.after, event.workshop, (one) => timeUp(one, event, told)),
  WorkshopClosed: ({ workshop }, { after }) =>
    about(after, workshop, (one) => ({
      everyone: [workshopClosed(one.title), workshopNumbers(numbersOf(after, one)), resultsNext()],
      choices: [plainChoice("workshop")],
    })),
};

function about(state: CommitteeState, number: number, tell: (workshop: Workshop) => Announcement): Announcement {
  const found = entry(state.workshops.workshops, number);
  return found === undefined ? silent : tell(found);
}

/** Each day is read back with its weekday. */
function planned(event: Of<"WorkshopPlanned">, { after, holidays }: Happened): Announcement {
  const { title, days, place, continues, anonymous, hidden } = event;
  const meeting = continues === undefined ? undefined : entry(after.meetings.meetings, continues);
  return {
    everyone: [
      workshopPlanned(title),
      list(days.map(workshopDay)),
      ...(place === undefined ? [] : [placeLine(place)]),
      ...(meeting === undefined ? [] : [workshopContinues(ordinalOf({ state: after, meeting }))]),
      ...new Set(days.flatMap(({ date }) => dayWarnings(after, date, holidays))),
      workshopMode(anonymous, hidden),
    ],
    choices: [plainChoice("workshop")],
    files: workshopFiles(after, event.workshop),
  };
}

/** Who asks it from elsewhere hears what went to the room. */
function questionAsked(event: Of<"GuidingQuestionAsked">, { after, incoming }: Happened): Announcement {
  const { room } = event;
  const workshop = entry(after.workshops.workshops, event.workshop);
  const threads = workshop === undefined ? [] : threadNotes(after, workshop, [event]);
  if (room === undefined) return { everyone: [guidingQuestion(event)], rooms: threads };
  const isInRoom = incoming?.room !== undefined && after.membership.rooms.has(incoming.room);
  return {
    rooms: [...questionNotes(after, [event]), ...threads],
    actor: isInRoom ? [] : [questionForRoom(event, roomName(after, room))],
  };
}

function opened({ title, moderators, questions }: Workshop, { after, names }: Happened): Announcement {
  return {
    everyone: [
      workshopOpened(title),
      ...(moderators.length === 0 ? [] : [moderatedBy(people(names, moderators))]),
      ...sharedQuestions(questions),
      firstPhaseNext(),
    ],
    choices: [plainChoice("workshop")],
    rooms: questionNotes(after, questions),
  };
}

/** Every room hears it; the moderation is asked what comes now. */
function timeUp(workshop: Workshop, { phase: number }: Of<"WorkshopTimeUp">, { after, today }: Happened): Announcement {
  const phase = workshop.phases.find((one) => one.phase === number);
  if (phase === undefined) return silent;
  const name = phaseName(phase.kind, phase.title);
  const moderators = workshop.moderators.length === 0 ? leadership(after, today) : workshop.moderators;
  const choices = nextPhaseChoices(workshop);
  return {
    everyone: [timeIsUp(name), untilNextPhase()],
    summons: moderators.map((person) => ({ person, lines: [timeUpForYou(name)], choices })),
  };
}
