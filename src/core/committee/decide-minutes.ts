import { calledItem } from "../agenda/queries.ts";
import { ok, type Result } from "../kernel/result.ts";
import { entries } from "../kernel/table.ts";
import { currentMeeting } from "../meeting/queries.ts";
import type { Meeting } from "../meeting/state.ts";
import type { EntryPlace } from "../minutes/events.ts";
import type { AnonymousCollection } from "../minutes/state.ts";
import { caseData } from "../rules/case-data.ts";
import type { Workshop } from "../workshop/state.ts";
import { workshopAnnexes } from "./annexes.ts";
import type { Command, Given } from "./commands.ts";
import { collectionBox, type Decided, happened, refused } from "./decision.ts";
import { lastMeeting, openMeeting } from "./meeting-now.ts";
import { issuedMinutes } from "./minutes-now.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";
import { runningWorkshop, workshopToDocument } from "./workshop-now.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/**
 * Ort eines Eintrags: the running meeting and the item called; else the workshop that is open. After the meeting still the last one
 * held, so that minutes can be completed, until they are approved; where none was held, the last workshop.
 */
function placeOf(state: Slices): Result<EntryPlace, Refusal> {
  const current = currentMeeting(state.meetings);
  const held = current ?? lastMeeting(state);
  const workshop =
    current === undefined ? (runningWorkshop(state) ?? lastWorkshopIf(held === undefined, state)) : undefined;
  if (workshop !== undefined) return ok({ workshop: workshop.workshop });
  return held === undefined ? refused({ code: "NoMeeting" }) : meetingPlace(state, held);
}

const lastWorkshopIf = (isWanted: boolean, { workshops }: Slices): Workshop | undefined =>
  isWanted ? entries(workshops.workshops).findLast(({ status }) => status === "closed") : undefined;

function meetingPlace(state: Slices, meeting: Meeting): Result<EntryPlace, Refusal> {
  const { approval } = issuedMinutes(state, meeting.number);
  if (approval !== undefined) return refused({ code: "MinutesLocked", date: meeting.appointment.date, approval });
  return ok({ meeting: meeting.number, ...itemOf(state, meeting) });
}

function itemOf(state: Slices, meeting: Meeting): { readonly item?: number } {
  const item = calledItem(state.agenda, meeting.number);
  return item === undefined ? {} : { item: item.item };
}

function fieldOf(state: Slices): { readonly field?: string } {
  return state.minutes.field === undefined ? {} : { field: state.minutes.field };
}

export function openField(state: Slices, command: Of<"OpenField">): Decided {
  const place = placeOf(state);
  if (!place.ok) return place;
  const { item } = place.value;
  return happened({ type: "FieldOpened", heading: command.heading, ...(item === undefined ? {} : { item }) });
}

/** Notiz mit Grad. What looks like a single case stays out of the public papers. */
export function takeNote(state: Slices, command: Of<"TakeNote">): Decided {
  const place = placeOf(state);
  if (!place.ok) return place;
  const { grade, text, points, said } = command;
  if (said?.person !== undefined && !state.membership.people.has(said.person))
    return refused({ code: "UnknownPerson", person: said.person });
  const internal =
    command.internal || [text, ...(points ?? [])].some((line) => caseData(state.rules, line).isSuspected);
  return happened({
    type: "NoteTaken",
    note: state.minutes.entries.size + 1,
    ...place.value,
    ...fieldOf(state),
    grade,
    text,
    internal,
    ...(points === undefined ? {} : { points }),
    ...(said === undefined ? {} : { said }),
  });
}

export function assignTask(state: Slices, command: Of<"AssignTask">): Decided {
  const place = placeOf(state);
  if (!place.ok) return place;
  const { type: _, ...content } = command;
  const task = state.minutes.tasks.size + 1;
  return happened({ type: "TaskAssigned", task, ...place.value, ...fieldOf(state), ...content });
}

export function agreeDate(state: Slices, command: Of<"AgreeDate">): Decided {
  const place = placeOf(state);
  if (!place.ok) return place;
  const { type: _, ...content } = command;
  return happened({ type: "DateAgreed", note: state.minutes.entries.size + 1, ...place.value, ...content });
}

export function promiseForwarding(state: Slices, command: Of<"PromiseForwarding">): Decided {
  const place = placeOf(state);
  if (!place.ok) return place;
  const { to, text } = command;
  return happened({ type: "ForwardingPromised", note: state.minutes.entries.size + 1, ...place.value, to, text });
}

export function nameAttachment(state: Slices, command: Of<"NameAttachment">): Decided {
  const place = placeOf(state);
  if (!place.ok) return place;
  const { item: _, ...where } = place.value;
  return happened({ type: "AttachmentNamed", note: state.minutes.entries.size + 1, ...where, title: command.title });
}

/** Dokumentation als Anlage zum Bericht. A second time it is refused; that of the workshop which continues a meeting belongs to it anyway. */
export function annexDocumentation(state: Slices, command: Of<"AnnexDocumentation">): Decided {
  const meeting = currentMeeting(state.meetings) ?? lastMeeting(state);
  if (meeting === undefined) return refused({ code: "NoMeeting" });
  const place = meetingPlace(state, meeting);
  if (!place.ok) return place;
  const held = workshopToDocument(state, command.workshop);
  if (!held.ok) return held;
  const { number } = meeting;
  const { workshop } = held.value;
  if (workshopAnnexes(state, held.value).includes(number))
    return refused({ code: "DocumentationAnnexed", workshop, meeting: number });
  return happened({
    type: "DocumentationAnnexed",
    note: state.minutes.entries.size + 1,
    meeting: number,
    workshop,
  });
}

export function setReportDetails(state: Slices, command: Of<"SetReportDetails">): Decided {
  const meeting = currentMeeting(state.meetings) ?? lastMeeting(state);
  if (meeting === undefined) return refused({ code: "NoMeeting" });
  const { type: _, ...details } = command;
  return happened({ type: "ReportDetailsSet", meeting: meeting.number, ...details });
}

/** Offene anonyme Sammlung: at most one. */
export function openCollectionOf(state: Slices): AnonymousCollection | undefined {
  return entries(state.minutes.collections).find((one) => one.entries === undefined);
}

/** Anonyme Sammlung eröffnen. That it is anonymous is settled before the first contribution. */
export function openCollection(state: Slices, command: Of<"OpenCollection">, given: Given): Decided {
  const meeting = openMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const running = openCollectionOf(state);
  if (running !== undefined) return refused({ code: "CollectionStillOpen", heading: running.heading });
  const collection = state.minutes.collections.size + 1;
  const { heading } = command;
  const opened = { type: "AnonymousCollectionOpened", collection, meeting: meeting.value.number, heading } as const;
  return ok({
    events: [{ ...opened, ...itemOf(state, meeting.value) }],
    createsBox: collectionBox(collection),
  });
}

/** Anonymer Beitrag: the text goes into the sealed box alone. */
export function giveEntry(state: Slices, command: Of<"GiveEntry">): Decided {
  const collection = openCollectionOf(state);
  if (collection === undefined) return refused({ code: "NoCollectionOpen" });
  return ok({
    events: [{ type: "AnonymousEntryGiven", collection: collection.collection }],
    sealed: { box: collectionBox(collection.collection), content: command.text },
  });
}

export function closeCollection(state: Slices, command: Of<"CloseCollection">): Decided {
  const running = openCollectionOf(state);
  if (running === undefined) return refused({ code: "NoCollectionOpen" });
  const { collection } = running;
  return ok({
    events: [{ type: "AnonymousCollectionClosed", collection, entries: command.entries }],
    closesBox: collectionBox(collection),
  });
}
