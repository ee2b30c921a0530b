import type { CommitteeState } from "../../core/committee/state.ts";
import { sameData } from "../../core/kernel/same-data.ts";
import { entry } from "../../core/kernel/table.ts";
import type { WorkshopDay, WorkshopEvent } from "../../core/workshop/events.ts";
import type { Workshop } from "../../core/workshop/state.ts";
import { becauseOf } from "../../texts/announcements-move.ts";
import {
  workshopCalledOff,
  workshopDay,
  workshopDayAdded,
  workshopDayMoved,
  workshopDaysDropped,
  workshopEntriesFile,
  workshopMoved,
  workshopPlaceMoved,
} from "../../texts/announcements-workshop.ts";
import { list, type ReplyFile } from "../reply.ts";
import { dayWarnings } from "./day-warnings.ts";
import { type Announcement, type Announcers, type Happened, plainChoice, type Summons, silent } from "./telling.ts";

type Moving = Extract<WorkshopEvent, { type: "WorkshopMoved" | "WorkshopCancelled" }>;
type Of<Type extends Moving["type"]> = Extract<Moving, { type: Type }>;

/** Verlegung und Absage eines Workshops: every room hears it, and whoever moderates by direct chat. */
export const announceWorkshopMove: Announcers<Moving["type"]> = {
  WorkshopMoved(event, told) {
    const before = entry(told.before.workshops.workshops, event.workshop);
    if (before === undefined) return silent;
    return told.events.some(({ type }) => type === "WorkshopClosed")
      ? endedEarly(event, before)
      : moved(event, before, told);
  },
  WorkshopCancelled({ workshop, reason }, told) {
    const before = entry(told.before.workshops.workshops, workshop);
    if (before === undefined) return silent;
    const lines = [workshopCalledOff(before.title, before.days), becauseOf(reason)];
    return {
      everyone: lines,
      choices: [plainChoice("termine")],
      files: workshopFiles(told.after, workshop),
      summons: toModeration(before, lines, told),
    };
  },
};

function moved(event: Of<"WorkshopMoved">, before: Workshop, told: Happened): Announcement {
  const { days, place, reason } = event;
  const formerly = (day: WorkshopDay): WorkshopDay | undefined =>
    before.days.find(({ number }) => number === day.number);
  const added = days.filter((day) => formerly(day) === undefined);
  const changed = days.filter((day) => !added.includes(day) && !sameData(formerly(day), day));
  const head = workshopMoved(before.title, { moved: changed.length, added: added.length });
  const why = reason === undefined ? [] : [becauseOf(reason)];
  const lines = [
    head,
    list(days.map((day) => dayLine(day, formerly(day)))),
    ...droppedLine(event, before),
    ...(place === undefined ? [] : [workshopPlaceMoved(place, before.place)]),
    ...why,
  ];
  const warnings = [...added, ...changed].flatMap(({ date }) => dayWarnings(told.after, date, told.holidays));
  return {
    everyone: [...lines, ...new Set(warnings)],
    choices: [plainChoice("workshop")],
    files: workshopFiles(told.after, event.workshop),
    summons: toModeration(before, lines, told),
  };
}

function dayLine(day: WorkshopDay, before: WorkshopDay | undefined): string {
  if (before === undefined) return workshopDayAdded(day);
  return sameData(before, day) ? workshopDay(day) : workshopDayMoved(day, before);
}

function droppedLine({ days }: Of<"WorkshopMoved">, before: Workshop): readonly string[] {
  const dropped = before.days.filter(({ number }) => days.every((day) => day.number !== number));
  return dropped.length === 0 ? [] : [workshopDaysDropped(dropped)];
}

/** Closed with days still to come: that they are dropped is told with the closing. */
const endedEarly = (event: Of<"WorkshopMoved">, before: Workshop): Announcement => ({
  everyone: droppedLine(event, before),
});

/** Guests among them may be in none of the rooms. */
function toModeration({ moderators }: Workshop, lines: Summons["lines"], { actor }: Happened): readonly Summons[] {
  return moderators
    .filter((person) => person !== actor)
    .map((person) => ({ person, lines, choices: [plainChoice("workshop")] }));
}

/** Kalendereinträge zum Mitnehmen; named by how often they changed, so that none is taken for an older one. */
export function workshopFiles({ workshops }: CommitteeState, number: number): readonly ReplyFile[] {
  const workshop = entry(workshops.workshops, number);
  if (workshop === undefined) return [];
  const { title, revision, status } = workshop;
  const version = status === "cancelled" ? "abgesagt" : revision;
  return [
    {
      name: workshopEntriesFile(title),
      mediaType: "text/calendar",
      reference: `workshop-${number}-${version}.ics`,
      made: { kind: "workshopEntries", workshop: number },
    },
  ];
}
