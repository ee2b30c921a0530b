import { calledItem } from "../agenda/queries.ts";
import { assertNever } from "../kernel/assert-never.ts";
import { entry } from "../kernel/table.ts";
import type { ChairMeasure, ProceduralSubject } from "../question/events.ts";
import type { Question } from "../question/state.ts";
import { closedList } from "../rules/procedural-effects.ts";
import type { Given } from "./commands.ts";
import { closeMeeting } from "./decide-meeting.ts";
import type { CommitteeEvent } from "./events.ts";
import type { Slices } from "./state.ts";

/** Was aus einem angenommenen GO-Antrag von selbst folgt. The rest the chair carries out; the record says that it was accepted. */
export function proceduralEffects(
  state: Slices,
  { item }: Question,
  subject: ProceduralSubject,
  given: Given,
): readonly CommitteeEvent[] {
  const { closed } = state.speakers;
  switch (subject.wants) {
    case "closeDebate":
      return [{ type: "DebateClosed" }];
    case "closeList":
      if (closed) return [];
      return [
        { type: closedList(state.rules, { queue: [] }).hasLastCall ? "SpeakersLastCallGiven" : "SpeakersListClosed" },
      ];
    case "reopenList":
      return closed ? [{ type: "SpeakersListReopened" }] : [];
    case "limitTime":
      return subject.seconds === undefined ? [] : [{ type: "SpeakingTimeSet", seconds: subject.seconds }];
    case "adjournItem":
      return itemOpen(state, item) ? [{ type: "AgendaItemAdjourned", item }] : [];
    case "nonConsideration":
      return itemOpen(state, item) ? [{ type: "AgendaItemSetAside", item, how: "notConsidered" }] : [];
    case "refer":
      if (!itemOpen(state, item)) return [];
      return [
        { type: "AgendaItemSetAside", item, how: "referred", ...(subject.to === undefined ? {} : { to: subject.to }) },
      ];
    case "adjournMeeting":
      return meetingAdjourned(state, given);
    case "interrupt":
      return [{ type: "MeetingPaused", ...(subject.minutes === undefined ? {} : { minutes: subject.minutes }) }];
    case "appeal":
      return overturned(state, subject.measure);
    case "closeDoors":
      return doorsClosed(state, item);
    case "secretBallot":
    case "rollCall":
    case "checkQuorum":
    case "recount":
    case "changeAgenda":
    case "enBloc":
    case "divide":
    case "admitGuest":
    case "strawPoll":
    case "newChair":
      return [];
    default:
      return assertNever(subject.wants);
  }
}

function itemOpen(state: Slices, item: number | undefined): item is number {
  return item !== undefined && entry(state.agenda.items, item)?.status === "called";
}

/** Ausschluss der Öffentlichkeit: the item under debate is not public from now on, and stands so in the papers. */
function doorsClosed(state: Slices, item: number | undefined): readonly CommitteeEvent[] {
  const known = item === undefined ? undefined : entry(state.agenda.items, item);
  if (known === undefined || !itemOpen(state, item)) return [];
  const { title, minutes, deciding } = known;
  const content = { title, public: false, deciding, ...(minutes === undefined ? {} : { minutes }) };
  return [{ type: "AgendaItemChanged", item: known.item, content }];
}

/** Schluss der Sitzung: the item under debate and all that wait come back next time. Not while an election or a collection is open. */
function meetingAdjourned(state: Slices, given: Given): readonly CommitteeEvent[] {
  // The ballot on this very motion has just been closed.
  const closing = closeMeeting({ ...state, ballots: { ...state.ballots, open: undefined } }, given);
  if (!closing.ok) return [];
  const called = calledItem(state.agenda, state.meetings.current ?? 0);
  const adjourned: readonly CommitteeEvent[] =
    called === undefined || called.standing !== undefined ? [] : [{ type: "AgendaItemAdjourned", item: called.item }];
  return [...adjourned, ...closing.value.events];
}

/** Aufgehobene Maßnahme: undone where that can be done by an event of its own. */
function overturned(state: Slices, measure: ChairMeasure | undefined): readonly CommitteeEvent[] {
  switch (measure?.kind) {
    case undefined:
      return [];
    case "listClosed":
      return state.speakers.closed ? [{ type: "SpeakersListReopened" }] : [];
    case "listReopened":
      return state.speakers.closed ? [] : [{ type: "SpeakersListClosed" }];
    case "wordWithdrawn":
      return [{ type: "WordReturned", person: measure.person }];
  }
}
