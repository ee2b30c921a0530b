import { calledItem } from "../../core/agenda/queries.ts";
import { quorumNow } from "../../core/committee/quorum-now.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import type { LocalDate } from "../../core/kernel/local-date.ts";
import { currentMeeting } from "../../core/meeting/queries.ts";
import type { QuorumRuling } from "../../core/rules/quorum.ts";
import {
  quorumLost,
  quorumLostNext,
  quorumReached,
  sinceLeft,
  sinceRecused,
} from "../../texts/announcements-meeting.ts";
import { people } from "../../texts/names.ts";
import { quorumPhrase } from "../../texts/rulings.ts";
import { type Announcement, type Happened, plainChoice, silent } from "./telling.ts";

/** Beschlussfähigkeit by count, for the item called; undefined while no meeting runs. */
export function quorumOf(state: CommitteeState, today: LocalDate): QuorumRuling | undefined {
  const meeting = currentMeeting(state.meetings);
  if (meeting === undefined) return undefined;
  return quorumNow(state, meeting, today, calledItem(state.agenda, meeting.number)?.item);
}

/** Warnung, wenn die Beschlussfähigkeit verloren geht, and by whom; and word when it is there (again). */
export function quorumChange(told: Happened): Announcement {
  const causes = told.events.filter(
    (event) =>
      event.type === "AttendanceRecorded" || event.type === "ConflictDeclared" || event.type === "ConflictLifted",
  );
  if (causes.length === 0) return silent;
  const before = quorumOf(told.before, told.today);
  const after = quorumOf(told.after, told.today);
  if (before === undefined || after === undefined || before.quorate === after.quorate) return silent;
  if (!after.quorate) return { everyone: [quorumLost(quorumPhrase(after), causeOf(told)), quorumLostNext()] };
  const meeting = currentMeeting(told.after.meetings);
  const wasEstablished = meeting?.quorumFindings.some((finding) => finding.quorate) ?? false;
  return {
    everyone: [quorumReached(quorumPhrase(after), wasEstablished)],
    choices: wasEstablished ? [] : [plainChoice("beschlussfähig")],
  };
}

function causeOf({ events, names }: Happened): string {
  const left = events.flatMap((event) =>
    event.type === "AttendanceRecorded" && (event.status === "left" || event.status === "excused")
      ? [event.person]
      : [],
  );
  if (left.length > 0) return sinceLeft(people(names, left), left.length > 1);
  const recused = events.find((event) => event.type === "ConflictDeclared");
  return recused === undefined ? "" : sinceRecused(names.seat(recused.seat));
}
