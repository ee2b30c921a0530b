import type { CommitteeState } from "../../core/committee/state.ts";
import { entries } from "../../core/kernel/table.ts";
import type { Attribution } from "../../core/minutes/events.ts";
import type { MinutesEntry, Task } from "../../core/minutes/state.ts";
import { appointmentText } from "../../texts/announcements-meeting.ts";
import {
  attachmentNamed,
  dateAgreed,
  forwardingPromised,
  noted,
  notedPoints,
  spoken,
  taskLine,
} from "../../texts/announcements-notes.ts";
import type { Names } from "../../texts/names.ts";

/** Was in einem Workshop eingetragen wurde, in the order in which it was; internal notes are not for all. */
export function workshopEntries({ minutes }: CommitteeState, workshop: number, names: Names): readonly string[] {
  const said = entries(minutes.entries).map((one) => ({ one, line: entryLine(one, names) }));
  const set = entries(minutes.tasks).map((one) => ({ one, line: taskOf(one, names) }));
  return [...said, ...set]
    .filter(({ one }) => one.workshop === workshop && !("internal" in one && one.internal))
    .sort((a, b) => a.one.source - b.one.source)
    .map(({ line }) => line);
}

function entryLine(one: MinutesEntry, names: Names): string {
  switch (one.kind) {
    case "note":
      return noteLine(one, names);
    case "date":
      return dateAgreed(one.title, appointmentText(one.appointment));
    case "forwarding":
      return forwardingPromised(one.to, one.text);
    case "attachment":
      return attachmentNamed(one.title);
    case "documentation":
      // It stands in a meeting, never in a workshop.
      return "";
  }
}

function noteLine({ grade, text, points, said }: Extract<MinutesEntry, { kind: "note" }>, names: Names): string {
  if (said !== undefined) return spoken(said.manner, speakerName(said, names), text);
  return noted(grade, points.length === 0 ? text : notedPoints(text, points));
}

const taskOf = ({ task, text, owner, ownerName, due, dueText }: Task, names: Names): string =>
  taskLine({ task, text, owner: owner === undefined ? ownerName : names.person(owner), due, dueText });

/** Wer es gesagt hat. */
export const speakerName = ({ person, name }: Attribution, names: Names): string =>
  person === undefined ? (name ?? "") : names.person(person);
