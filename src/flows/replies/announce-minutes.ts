import { entry } from "../../core/kernel/table.ts";
import type { MinutesEvent } from "../../core/minutes/events.ts";
import { appointmentText } from "../../texts/announcements-meeting.ts";
import {
  attachmentNamed,
  collectionClosed,
  collectionHow,
  collectionLimits,
  collectionOpened,
  dateAgreed,
  documentationAnnexed,
  entryGiven,
  fieldOpened,
  forwardingPromised,
  noted,
  notedQuietly,
  regularDateAgreed,
  reportDetailsSet,
  spoken,
  taskLine,
} from "../../texts/announcements-notes.ts";
import { list } from "../reply.ts";
import { announceIssuedMinutes } from "./announce-issued-minutes.ts";
import { type Announcers, plainChoice, silent } from "./telling.ts";
import { caseHints, noteHints } from "./text-hints.ts";
import { speakerName } from "./workshop-entries.ts";

/** What binds or is said in the name of all is read back to all; the rest is confirmed to whoever noted it. */
const readBack: ReadonlySet<string> = new Set(["agreed", "consensus", "found"]);

export const announceMinutes: Announcers<MinutesEvent["type"]> = {
  ...announceIssuedMinutes,
  FieldOpened: ({ heading }) => ({ actor: [fieldOpened(heading)] }),
  NoteTaken({ grade, text, points = [], internal, said, workshop }, { after, names }) {
    const hints = [
      ...[text, ...points].flatMap((line) => caseHints(after.rules, line, true)),
      ...noteHints(after, text),
    ];
    if (said !== undefined && !internal) {
      return { everyone: [spoken(said.manner, speakerName(said, names), text)], actor: hints };
    }
    if (internal || !readBack.has(grade)) {
      const where = workshop === undefined ? undefined : entry(after.workshops.workshops, workshop)?.title;
      return { actor: [notedQuietly(grade, internal, points.length, where), ...hints] };
    }
    return { everyone: [noted(grade, text), ...(points.length === 0 ? [] : [list(points)])], actor: hints };
  },
  TaskAssigned({ task, text, owner, ownerName, due, dueText }, { names, after }) {
    const whose = owner === undefined ? ownerName : names.person(owner);
    return {
      everyone: [taskLine({ task, text, owner: whose, due, dueText })],
      actor: caseHints(after.rules, text, false),
    };
  },
  DateAgreed({ kind, title, appointment, quarter }) {
    const when = appointmentText(appointment);
    const isRegular = kind === "meeting" && quarter !== undefined;
    return { everyone: [isRegular ? regularDateAgreed(quarter, when) : dateAgreed(title, when)] };
  },
  ForwardingPromised: ({ to, text }) => ({ everyone: [forwardingPromised(to, text)] }),
  ReportDetailsSet: ({ reference, date, unit, forwardTo }) => ({
    actor: [reportDetailsSet({ reference, date, unit, body: forwardTo?.body })],
  }),
  AttachmentNamed: ({ title }) => ({ actor: [attachmentNamed(title)] }),
  DocumentationAnnexed: ({ workshop }, { after }) => ({
    actor: [documentationAnnexed(entry(after.workshops.workshops, workshop)?.title ?? "")],
  }),
  AnonymousCollectionOpened: ({ heading }) => ({
    everyone: [collectionOpened(heading), collectionHow(), collectionLimits()],
  }),
  /** Said to whoever gave it by `composeReplies` as the answer to its own message; nobody is named. */
  AnonymousEntryGiven: () => ({ actor: [entryGiven()] }),
  AnonymousCollectionClosed({ collection, entries }, { after }) {
    const closed = entry(after.minutes.collections, collection);
    if (closed === undefined) return silent;
    return {
      everyone: [collectionClosed(closed.heading, entries.length), ...(entries.length === 0 ? [] : [list(entries)])],
      choices: [plainChoice("status")],
    };
  },
};
