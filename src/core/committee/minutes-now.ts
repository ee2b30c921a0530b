import { entries, entry } from "../kernel/table.ts";
import type { Meeting } from "../meeting/state.ts";
import type { IssuedMinutes, MinutesObjection } from "../minutes/state.ts";
import { type MinutesApprovalRuling, minutesApproval } from "../rules/minutes-contents.ts";
import { lastMeeting } from "./meeting-now.ts";
import { missingSigners } from "./minutes-signers.ts";
import type { Slices } from "./state.ts";

/** Stand der Niederschrift einer Sitzung; a draft where nothing happened to it yet. */
export const issuedMinutes = (state: Slices, meeting: number): IssuedMinutes =>
  state.minutes.issued.get(meeting) ?? { meeting, signatures: [] };

export const objectionsTo = (state: Slices, meeting: number): readonly MinutesObjection[] =>
  entries(state.minutes.objections).filter((one) => one.meeting === meeting);

/** Einwendungen, über die noch zu befinden ist: in time and not settled. */
export const openObjections = (state: Slices, meeting: number): readonly MinutesObjection[] =>
  objectionsTo(state, meeting).filter((one) => one.isInTime && one.settlement === undefined);

/** Genehmigung, wie die Dinge stehen. A draft has no period yet. */
export function approvalNow(state: Slices, meeting: Meeting, today: string): MinutesApprovalRuling {
  const { sent } = issuedMinutes(state, meeting.number);
  return minutesApproval(state.rules, {
    objections: objectionsTo(state, meeting.number).filter((one) => one.isInTime).length,
    isPeriodOver: sent !== undefined && today > sent.lastDay,
    isSigned: missingSigners(state, meeting.number).length === 0,
  });
}

/** Sitzungen, deren Niederschrift offen ist: every one that was sent and not approved, and the last one held even as a draft. */
export function openMinutes(state: Slices): readonly Meeting[] {
  const last = lastMeeting(state);
  const sent = [...state.minutes.issued.values()].filter((one) => one.sent !== undefined).map(({ meeting }) => meeting);
  const numbers = new Set(last === undefined ? sent : [...sent, last.number]);
  return [...numbers]
    .filter((number) => issuedMinutes(state, number).approval === undefined)
    .sort((a, b) => a - b)
    .flatMap((number) => entry(state.meetings.meetings, number) ?? []);
}

/** Niederschriften, mit denen sich eine Sitzung zu befassen hat: open ones, and those valid by signature that were objected to. */
export function minutesForMeeting(state: Slices): readonly Meeting[] {
  const objected = [...state.minutes.issued.keys()].filter((number) => openObjections(state, number).length > 0);
  const open = openMinutes(state).filter(({ number }) => needsMeeting(state, number));
  const numbers = new Set([...open.map(({ number }) => number), ...objected]);
  return [...numbers].sort((a, b) => a - b).flatMap((number) => entry(state.meetings.meetings, number) ?? []);
}

/** Whether a meeting has to deal with these minutes, as the rules and the objections stand. */
export function needsMeeting(state: Slices, meeting: number): boolean {
  switch (state.rules.protocol.approval.value) {
    case "nextMeeting":
    case "objectionsOnly":
      return true;
    case "silence":
    case "signature":
      return openObjections(state, meeting).length > 0;
  }
}
