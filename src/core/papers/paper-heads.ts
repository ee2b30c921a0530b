import { ordinalOf } from "../committee/meeting-ordinal.ts";
import type { CommitteeState } from "../committee/state.ts";
import { type PaperContext, type PaperSource, timeInMeeting } from "./paper-source.ts";
import type { MeetingHead, PaperHead } from "./views.ts";

/** Kopf der internen Fassung; the public one is made of it by `publicVersion`. */
export function paperHead({ state, context }: PaperSource): PaperHead {
  return committeeHead(state, context);
}

/** The same for a paper that belongs to no meeting. */
export function committeeHead(state: CommitteeState, context: PaperContext): PaperHead {
  const { description } = state.membership;
  if (description === undefined) throw new Error("a paper of no committee");
  return {
    committee: description.name,
    ...(description.addition === undefined ? {} : { committeeAddition: description.addition }),
    body: description.county ?? description.unit ?? description.name,
    version: "internal",
    asOf: context.now,
    asOfDate: context.today,
  };
}

/** The meeting as it was planned. */
export function plannedHead(source: PaperSource): MeetingHead {
  const { appointment } = source.meeting;
  return {
    ...commonHead(source),
    ...(appointment.from === undefined ? {} : { begin: appointment.from }),
    ...(appointment.to === undefined ? {} : { end: appointment.to }),
  };
}

/** The meeting as it was held; planned times where it was entered on another day. */
export function heldHead(source: PaperSource): MeetingHead {
  const { openedAt, closedAt, appointment } = source.meeting;
  const begin = timeInMeeting(source, openedAt) ?? appointment.from;
  const end = timeInMeeting(source, closedAt) ?? (closedAt === undefined ? undefined : appointment.to);
  return { ...commonHead(source), ...(begin === undefined ? {} : { begin }), ...(end === undefined ? {} : { end }) };
}

function commonHead(source: PaperSource): MeetingHead {
  const { appointment, place, title } = source.meeting;
  return {
    number: ordinalOf(source),
    date: appointment.date,
    ...(title === undefined ? {} : { title }),
    ...(place === undefined ? {} : { place }),
  };
}
