import type { LocalDate } from "../kernel/local-date.ts";
import type { Command } from "./commands.ts";
import type { CommitteeEvent } from "./events.ts";
import { firstItems } from "./first-items.ts";
import { plannedMeeting } from "./meeting-now.ts";
import type { Slices } from "./state.ts";

export type Repeat = { readonly repeatOf: number; readonly notice: boolean };

type Plan = Omit<Extract<Command, { type: "ScheduleMeeting" }>, "type">;

type Around = {
  readonly today: LocalDate;
  /** It repeats one that was not quorate. */
  readonly repeat?: Repeat | undefined;
  /** What the same decision scheduled before, all of it for earlier days. */
  readonly before?: readonly CommitteeEvent[];
};

/** Eine Sitzung mit ihren ersten Punkten. */
export function scheduledMeeting(
  state: Slices,
  { appointment, place, title }: Plan,
  { today, repeat, before = [] }: Around,
): readonly CommitteeEvent[] {
  const countOf = (type: CommitteeEvent["type"]): number => before.filter((event) => event.type === type).length;
  const meeting = state.meetings.meetings.size + 1 + countOf("MeetingScheduled");
  const next = plannedMeeting(state, today);
  const isSecond = before.length > 0 || (next !== undefined && next.appointment.date < appointment.date);
  return [
    {
      type: "MeetingScheduled",
      meeting,
      appointment,
      ...(place === undefined ? {} : { place }),
      ...(title === undefined ? {} : { title }),
      ...repeat,
    },
    ...firstItems(state, {
      meeting,
      first: state.agenda.items.size + 1 + countOf("AgendaItemAdded"),
      isRepeat: repeat !== undefined,
      isLater: repeat === undefined && isSecond,
    }),
  ];
}
