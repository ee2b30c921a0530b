import { ordinalOf } from "../core/committee/meeting-ordinal.ts";
import { headsNow, moderates, phaseNow, runningWorkshop, workshopMeant } from "../core/committee/workshop-now.ts";
import type { Instant } from "../core/kernel/ids.ts";
import { minutesBetween } from "../core/kernel/minutes-between.ts";
import { entries, entry } from "../core/kernel/table.ts";
import type { GuidingQuestion, Workshop, WorkshopPhase } from "../core/workshop/state.ts";
import { placeLine } from "../texts/announcements-date-poll.ts";
import { headCountText } from "../texts/announcements-meeting.ts";
import { becauseOf } from "../texts/announcements-move.ts";
import {
  guidingQuestion,
  ideasStillHidden,
  moderatedBy,
  nextOpening,
  nextPhase,
  nextWorkshop,
  noPhaseYet,
  noWorkshopYet,
  participantsAre,
  phaseName,
  phaseRuns,
  planOneNext,
  questionForRoom,
  questionsHead,
  recordedHead,
  resultsOfWorkshop,
  workshopContinues,
  workshopDay,
  workshopIs,
  workshopMode,
  workshopNumbers,
  workshopRuns,
} from "../texts/announcements-workshop.ts";
import { people } from "../texts/names.ts";
import { andEarlier } from "../texts/status.ts";
import type { Query } from "./queries.ts";
import type { Asked } from "./queries-asked.ts";
import { plainChoice } from "./replies/telling.ts";
import { workshopEntries } from "./replies/workshop-entries.ts";
import { nextPhaseChoices, numbersOf, roomName } from "./replies/workshop-lines.ts";
import { type Block, heading, list, type ReplyChoice } from "./reply.ts";

type Wanted = Extract<Query, { kind: "workshop" }>;
type Blocks = readonly (Block | string)[];

/** As many as one reads in a chat; the rest is in the papers. */
const MOST_ENTRIES = 20;

/** Stand eines Workshops. */
export function workshopBlocks(asked: Asked, _query: Wanted): Blocks {
  const workshop = workshopToShow(asked);
  if (workshop === undefined) return [noWorkshopYet(), planOneNext()];
  const { title, status, days, place, moderators, anonymous, hidden, revealed } = workshop;
  if (status === "cancelled") return cancelledBlocks(workshop);
  return [
    heading(workshopIs(title, status)),
    list(days.map(workshopDay)),
    ...(place === undefined ? [] : [placeLine(place)]),
    ...continuing(asked, workshop),
    ...(moderators.length === 0 ? [] : [moderatedBy(people(asked.names, moderators))]),
    ...participants(workshop),
    ...(status === "open" ? [phaseLine(workshop, asked.incoming.at)] : []),
    ...questionBlocks(asked, workshop),
    workshopMode(anonymous, hidden && !revealed),
    workshopNumbers(numbersOf(asked.state, workshop)),
    ...(hidden && !revealed && status !== "planned" ? [ideasStillHidden()] : []),
    ...recorded(asked, workshop),
    ...next(status),
  ];
}

/** One that was cancelled last is shown too, so that whoever asks learns of it. */
function workshopToShow({ state, today }: Asked): Workshop | undefined {
  const { workshops } = state.workshops;
  const last = entry(workshops, workshops.size);
  const meant = workshopMeant(state, today);
  return meant?.status === "closed" && last?.status === "cancelled" ? last : meant;
}

const cancelledBlocks = ({ title, status, days, cancelReason }: Workshop): Blocks => [
  heading(workshopIs(title, status)),
  list(days.map(workshopDay)),
  becauseOf(cancelReason ?? ""),
];

function continuing({ state }: Asked, { continues }: Workshop): Blocks {
  const meeting = continues === undefined ? undefined : entry(state.meetings.meetings, continues);
  const isHeld = meeting !== undefined && meeting.status !== "cancelled";
  return !isHeld ? [] : [workshopContinues(ordinalOf({ state, meeting }))];
}

function participants(workshop: Workshop): Blocks {
  const groups = headsNow(workshop).map(({ group, qualifier, count }) => headCountText(group, qualifier, count));
  return groups.length === 0 ? [] : [participantsAre(groups)];
}

function phaseLine(workshop: Workshop, now: Instant): string {
  const phase = phaseNow(workshop);
  return phase === undefined ? noPhaseYet() : phaseRuns(phaseName(phase.kind, phase.title), minutesLeft(phase, now));
}

const minutesLeft = ({ until }: WorkshopPhase, now: Instant): number | undefined =>
  until === undefined ? undefined : Math.max(0, minutesBetween(now, until));

function questionBlocks({ state }: Asked, { questions }: Workshop): Blocks {
  const named = (question: GuidingQuestion): string =>
    question.room === undefined ? guidingQuestion(question) : questionForRoom(question, roomName(state, question.room));
  return questions.length === 0 ? [] : [questionsHead(), list(questions.map(named))];
}

/** What was entered in it, and how many results there are. */
function recorded({ state, names }: Asked, { workshop }: Workshop): Blocks {
  const lines = workshopEntries(state, workshop, names);
  const results = entries(state.routes.results).filter((one) => one.workshop === workshop).length;
  const left = lines.length - MOST_ENTRIES;
  return [
    ...(lines.length === 0 ? [] : [recordedHead()]),
    ...(lines.length === 0 ? [] : [list(left <= 0 ? lines : [andEarlier(left), ...lines.slice(left)])]),
    ...(results === 0 ? [] : [resultsOfWorkshop(results)]),
  ];
}

function next(status: Workshop["status"]): readonly string[] {
  if (status === "closed" || status === "cancelled") return [];
  return [status === "planned" ? nextOpening() : nextPhase()];
}

/** What comes next, for the moderation. */
export function workshopChoices({ state, today, person }: Asked, _query: Wanted): readonly ReplyChoice[] {
  const workshop = workshopMeant(state, today);
  if (workshop === undefined || person === undefined || !moderates(state, workshop, person, today)) return [];
  if (workshop.status === "planned") return [plainChoice("workshop eröffnen")];
  return workshop.status === "open" ? nextPhaseChoices(workshop) : [];
}

/** For the status: the one that runs, else the next one. */
export function workshopLines({ state, today, incoming }: Asked): readonly string[] {
  const running = runningWorkshop(state);
  if (running !== undefined) return [workshopRuns(running.title, phaseLine(running, incoming.at))];
  const ahead = workshopMeant(state, today);
  const day = ahead?.days.find(({ date }) => date >= today);
  return ahead?.status !== "planned" || day === undefined ? [] : [nextWorkshop(ahead.title, workshopDay(day))];
}
