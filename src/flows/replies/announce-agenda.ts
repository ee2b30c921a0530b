import type { AgendaEvent } from "../../core/agenda/events.ts";
import { agendaOf, calledItem, nextItem, positionOf } from "../../core/agenda/queries.ts";
import type { AgendaItem } from "../../core/agenda/state.ts";
import { moverAtHand } from "../../core/committee/decide-speakers.ts";
import { speakersInOrder } from "../../core/committee/speakers-in-order.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import { reportedUnder } from "../../core/committee/written-report.ts";
import type { PersonId } from "../../core/kernel/ids.ts";
import { entries, entry } from "../../core/kernel/table.ts";
import { agendaProposals } from "../../core/rules/agenda-deadline.ts";
import { closedDebate } from "../../core/rules/procedural-effects.ts";
import { speakingTime, type WarningRuling, wordWithdrawal } from "../../core/rules/speakers.ts";
import type { SpeakersEvent } from "../../core/speakers/events.ts";
import {
  agendaAdopted,
  debateClosed,
  itemAdded,
  itemAdjourned,
  itemAdmitted,
  itemCalled,
  itemChanged,
  itemIsLate,
  itemMoved,
  itemRemoved,
  itemSetAside,
  lastCallGiven,
  speakerRequested,
  speakersListClosed,
  speakersListReopened,
  speakerWithdrawn,
  speakingTimeForItem,
  speakingTimeSet,
  wordReturned,
  youHaveTheFinalWord,
  youSpeak,
} from "../../texts/announcements-agenda.ts";
import { itemDeferred } from "../../texts/announcements-seats.ts";
import { proposalSentence } from "../../texts/rulings-deadlines.ts";
import { speakerWarned, speakingTimeOf, wordWithdrawn } from "../../texts/rulings-rights.ts";
import { heading, type ReplyChoice } from "../reply.ts";
import { resultLines } from "./announce-written.ts";
import { type Announcement, type Announcers, choice, plainChoice, silent } from "./telling.ts";

/** Items come in bulk with a new meeting, and go in bulk with its end or with its being cancelled: that is told once, there. */
const bulk = new Set(["MeetingScheduled", "MeetingClosed", "MeetingCancelled"]);

export const announceAgenda: Announcers<AgendaEvent["type"]> = {
  AgendaItemAdded: ({ item }, { after, events }) =>
    events.some((event) => bulk.has(event.type))
      ? silent
      : about(after, item, (one, place) => ({
          everyone: [
            itemAdded(place, one),
            ...(one.arrival === "late" ? [...deadlineMissed(after, one), itemIsLate(one.title)] : []),
          ],
          choices: [plainChoice("tagesordnung")],
        })),
  AgendaItemAdmitted: ({ item }, { after }) =>
    about(after, item, (one, place) => ({ everyone: [itemAdmitted(one.title, place)] })),
  AgendaItemChanged: ({ item }, { after }) =>
    about(after, item, (one, place) => ({ everyone: [itemChanged(place, one)] })),
  AgendaItemMoved: ({ item }, { after }) =>
    about(after, item, (one, place) => ({
      everyone: [itemMoved(one.title, place)],
      choices: [plainChoice("tagesordnung")],
    })),
  AgendaItemRemoved: ({ item }, { after }) =>
    about(after, item, (one) => ({ everyone: [itemRemoved(one.title)], choices: [plainChoice("tagesordnung")] })),
  AgendaAdopted: ({ meeting }, { after }) => ({
    everyone: [agendaAdopted(agendaOf(after.agenda, meeting).order.length)],
    choices: [plainChoice("weiter")],
  }),
  AgendaItemCalled: ({ item }, { after }) =>
    about(after, item, (one, place) => {
      const next = nextItem(after.agenda, one.meeting);
      return {
        everyone: [heading(itemCalled(place, one)), ...writtenReport(after, item)],
        choices: [
          plainChoice("melden"),
          ...(next === undefined ? [] : [choice(`weiter zu „${next.title}“`, "weiter")]),
        ],
      };
    }),
  AgendaItemAdjourned: ({ item, reason }, { after, events }) =>
    events.some((event) => bulk.has(event.type))
      ? silent
      : about(after, item, (one, place) => ({
          everyone: [itemAdjourned(place, one.title), ...(reason === undefined ? [] : [itemDeferred()])],
        })),
  AgendaItemSetAside: ({ item, how, to }, { after }) =>
    about(after, item, (one, place) => ({
      everyone: [itemSetAside(place, one.title, how, to)],
      choices: [plainChoice("weiter")],
    })),
};

/** Bekanntgabe: the results of written procedures, to be read out under their item. */
function writtenReport(state: CommitteeState, item: number): readonly string[] {
  return reportedUnder(state, item)
    .flatMap((number) => entry(state.writtenProcedures.procedures, number) ?? [])
    .flatMap(resultLines);
}

/** Until when it would have been in time; nothing where there was no period to keep. */
function deadlineMissed(after: CommitteeState, { meeting: number }: AgendaItem): readonly string[] {
  const meeting = entry(after.meetings.meetings, number);
  if (meeting === undefined) return [];
  const proposals = agendaProposals(after.rules, { meeting: meeting.appointment.date });
  const wasPlanned = meeting.scheduledAt.slice(0, 10) <= proposals.latest;
  return wasPlanned || meeting.invitation !== undefined ? [proposalSentence({ ...proposals, isTimely: false })] : [];
}

function about(
  state: CommitteeState,
  item: number,
  tell: (item: AgendaItem, place: number) => Announcement,
): Announcement {
  const found = entry(state.agenda.items, item);
  return found === undefined ? silent : tell(found, positionOf(state.agenda, found));
}

/** The live list tells the room; here only who asked and who speaks. */
export const announceSpeakers: Announcers<SpeakersEvent["type"]> = {
  SpeakerRequested({ person }, { after, today, names, actor }) {
    const place = speakersInOrder(after, today).indexOf(person) + 1;
    const own = person === actor;
    return {
      actor: [speakerRequested(names.person(person), place, own)],
      actorChoices: own ? [plainChoice("zurückziehen")] : [],
    };
  },
  SpeakerWithdrawn: ({ person }, { names, actor }) => ({
    actor: [speakerWithdrawn(names.person(person), person === actor)],
  }),
  SpeakerCalled({ person, finalWord }, { before, after }) {
    const head = finalWord === true ? youHaveTheFinalWord() : youSpeak();
    return { summons: [{ person, lines: [head, ...timeFor(person, before, after)], choices: [] }] };
  },
  SpeakerWarned: ({ person, reason }, { after, names }) => ({
    everyone: [speakerWarned(names.person(person), reason, warningsOf(after, person))],
    actorChoices: [plainChoice("wort entziehen")],
  }),
  WordWithdrawn: ({ person }, { after, names }) => ({
    everyone: [wordWithdrawn(names.person(person), warningsOf(after, person))],
    choices: [plainChoice("nächste")],
  }),
  WordReturned: ({ person }, { names }) => ({ everyone: [wordReturned(names.person(person))] }),
  SpeakersLastCallGiven: () => ({ everyone: [lastCallGiven()], choices: [plainChoice("melden")] }),
  DebateClosed: (_, { after }) => ({
    everyone: [debateClosed(closedDebate(after.rules, { queue: [], ...moverOf(after) }).queue.length > 0)],
    choices: motionAtHand(after),
  }),
  SpeakersListClosed: () => ({ everyone: [speakersListClosed()] }),
  SpeakersListReopened: () => ({ everyone: [speakersListReopened()], choices: [plainChoice("melden")] }),
  SpeakingTimeSet: ({ seconds }) => ({ everyone: [speakingTimeSet(seconds)] }),
};

/** Redezeit, where there is a limit: for the reasons of one's own motion another one, if the rules set it. */
function timeFor(person: PersonId, before: CommitteeState, after: CommitteeState): readonly string[] {
  const isMover =
    moverOf(after).mover === person && !before.speakers.spoken.some((earlier) => earlier.person === person);
  const { seconds: itemSeconds } = after.speakers;
  const ruling = speakingTime(after.rules, {
    spokenSeconds: 0,
    isMover,
    ...(itemSeconds === undefined ? {} : { itemSeconds }),
  });
  if (ruling.seconds === null) return [];
  return [itemSeconds === undefined ? speakingTimeOf(ruling) : speakingTimeForItem(itemSeconds)];
}

function moverOf(state: CommitteeState): { readonly mover?: PersonId } {
  const mover = state.meetings.current === undefined ? undefined : moverAtHand(state, state.meetings.current);
  return mover === undefined ? {} : { mover };
}

function warningsOf(state: CommitteeState, person: PersonId): WarningRuling {
  return wordWithdrawal(state.rules, { warned: state.speakers.warned.filter((one) => one === person).length });
}

/** What is to be voted on now that nobody speaks any more. */
function motionAtHand(state: CommitteeState): readonly ReplyChoice[] {
  const item =
    state.meetings.current === undefined ? undefined : calledItem(state.agenda, state.meetings.current)?.item;
  const motion = entries(state.motions.motions).findLast((one) => one.status === "open" && one.item === item);
  return motion === undefined ? [] : [plainChoice(`abstimmung ${motion.motion}`)];
}
