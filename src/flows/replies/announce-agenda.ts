import type { AgendaEvent } from "../../core/agenda/events.ts";
import { agendaOf, nextItem, positionOf } from "../../core/agenda/queries.ts";
import type { AgendaItem } from "../../core/agenda/state.ts";
import { speakersInOrder } from "../../core/committee/speakers-in-order.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import { entry } from "../../core/kernel/table.ts";
import type { SpeakersEvent } from "../../core/speakers/events.ts";
import {
  agendaAdopted,
  itemAdded,
  itemAdjourned,
  itemCalled,
  itemChanged,
  itemMoved,
  itemRemoved,
  speakerRequested,
  speakersListClosed,
  speakersListReopened,
  speakerWithdrawn,
  speakingTimeSet,
  youSpeak,
} from "../../texts/announcements-agenda.ts";
import { heading } from "../reply.ts";
import { type Announcement, type Announcers, choice, plainChoice, silent } from "./telling.ts";

/** Items come in bulk with a new meeting, and go in bulk with its end: that is told once, there. */
const bulk = new Set(["MeetingScheduled", "MeetingClosed"]);

export const announceAgenda: Announcers<AgendaEvent["type"]> = {
  AgendaItemAdded: ({ item }, { after, events }) =>
    events.some((event) => bulk.has(event.type))
      ? silent
      : about(after, item, (one, place) => ({
          everyone: [itemAdded(place, one)],
          choices: [plainChoice("tagesordnung")],
        })),
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
        everyone: [heading(itemCalled(place, one))],
        choices: [
          plainChoice("melden"),
          ...(next === undefined ? [] : [choice(`weiter zu „${next.title}“`, "weiter")]),
        ],
      };
    }),
  AgendaItemAdjourned: ({ item }, { after, events }) =>
    events.some((event) => bulk.has(event.type))
      ? silent
      : about(after, item, (one, place) => ({ everyone: [itemAdjourned(place, one.title)] })),
};

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
  SpeakerCalled: ({ person }) => ({ summons: [{ person, lines: [youSpeak()], choices: [] }] }),
  SpeakersListClosed: () => ({ everyone: [speakersListClosed()] }),
  SpeakersListReopened: () => ({ everyone: [speakersListReopened()], choices: [plainChoice("melden")] }),
  SpeakingTimeSet: ({ seconds }) => ({ everyone: [speakingTimeSet(seconds)] }),
};
