import type { CommitteeEvent } from "../../core/committee/events.ts";
import {
  alreadyEntered,
  excusedSaid,
  leftSaid,
  ofTheseWithoutVote,
  presentSaid,
  severalEntered,
} from "../../texts/announcements-meeting.ts";
import { type Announcement, type Happened, silent } from "./telling.ts";

type Recorded = Extract<CommitteeEvent, { type: "AttendanceRecorded" }>;

/** Told to whoever entered it: one person in a sentence of its own, several together, once. */
export function attendanceRecorded(event: Recorded, told: Happened): Announcement {
  const all = told.events.filter((one) => one.type === "AttendanceRecorded");
  const { unchanged = [] } = told;
  if (all.length + unchanged.length === 1) return { actor: [oneEntered(event, told)] };
  if (all[0] !== event) return silent;
  const nameOf = told.names.person;
  const isWithoutVote = ({ status, seat }: Recorded): boolean =>
    seat === undefined && (status === "present" || status === "remote");
  const withoutVote = all.filter(isWithoutVote).map(({ person }) => nameOf(person));
  return {
    actor: [
      severalEntered(
        event.status,
        all.map(({ person }) => nameOf(person)),
      ),
      ...(withoutVote.length === 0 ? [] : [ofTheseWithoutVote(withoutVote)]),
      ...(unchanged.length === 0 ? [] : [alreadyEntered(unchanged.map(nameOf))]),
    ],
  };
}

function oneEntered({ person, status, seat }: Recorded, { names, actor }: Happened): string {
  const own = person === actor;
  const name = names.person(person);
  switch (status) {
    case "present":
    case "remote": {
      const seatName = seat === undefined ? undefined : names.seat(seat);
      return presentSaid({ person: name, seat: seatName, own }, status === "remote");
    }
    case "left":
      return leftSaid(name, own);
    case "excused":
      return excusedSaid(name, own);
  }
}
