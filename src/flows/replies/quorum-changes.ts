import { calledItem } from "../../core/agenda/queries.ts";
import type { CommitteeEvent } from "../../core/committee/events.ts";
import { quorumForBallot, quorumNow } from "../../core/committee/quorum-now.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import type { LocalDate } from "../../core/kernel/local-date.ts";
import { currentMeeting } from "../../core/meeting/queries.ts";
import type { QuorumRuling } from "../../core/rules/quorum.ts";
import type { MeetingQuorumRuling } from "../../core/rules/quorum-in-meeting.ts";
import {
  quorumLost,
  quorumLostNext,
  quorumReached,
  sinceLeft,
  sinceRecused,
} from "../../texts/announcements-meeting.ts";
import { exOfficioNext } from "../../texts/announcements-seats.ts";
import { people } from "../../texts/names.ts";
import { quorumPhrase, quorumSentence } from "../../texts/rulings.ts";
import { type Announcement, type Happened, plainChoice, silent } from "./telling.ts";

/** Beschlussfähigkeit by count, for the item called; undefined while no meeting runs. */
export function quorumOf(state: CommitteeState, today: LocalDate): QuorumRuling | undefined {
  const meeting = currentMeeting(state.meetings);
  if (meeting === undefined) return undefined;
  return quorumNow(state, meeting, today, calledItem(state.agenda, meeting.number)?.item);
}

const causing: ReadonlySet<CommitteeEvent["type"]> = new Set<CommitteeEvent["type"]>([
  "AttendanceRecorded",
  "ConflictDeclared",
  "ConflictLifted",
  "ProxyGranted",
  "ProxyEnded",
]);

/** Warnung, wenn die Beschlussfähigkeit verloren geht, and by whom; and word when it is there (again). */
export function quorumChange(told: Happened): Announcement {
  if (!told.events.some((event) => causing.has(event.type))) return silent;
  const before = standingOf(told.before, told.today);
  const after = standingOf(told.after, told.today);
  if (before === undefined || after === undefined) return silent;
  if (before.counted.quorate === after.counted.quorate && before.ruling.by === after.ruling.by) return silent;
  if (!after.counted.quorate) return lost(told, after);
  if (before.counted.quorate) return silent;
  const meeting = currentMeeting(told.after.meetings);
  const wasEstablished = meeting?.quorumFindings.some((finding) => finding.quorate) ?? false;
  return {
    everyone: [quorumReached(quorumPhrase(after.counted), wasEstablished)],
    choices: wasEstablished ? [] : [plainChoice("beschlussfähig")],
  };
}

type Standing = { readonly counted: MeetingQuorumRuling; readonly ruling: MeetingQuorumRuling };

/** By count, and as it stands for a ballot: perhaps presumed. */
function standingOf(state: CommitteeState, today: LocalDate): Standing | undefined {
  const meeting = currentMeeting(state.meetings);
  if (meeting === undefined) return undefined;
  const item = calledItem(state.agenda, meeting.number)?.item;
  return {
    counted: quorumNow(state, meeting, today, item),
    ruling: quorumForBallot(state, meeting, today, item),
  };
}

function lost(told: Happened, { counted, ruling }: Standing): Announcement {
  if (ruling.by === "presumption")
    return { everyone: [quorumSentence(ruling)], choices: [plainChoice("beschlussfähigkeit anzweifeln")] };
  const floor = ruling.alsoFrom.find(({ setting }) => setting === "quorum.exOfficioFloor");
  return {
    everyone: [
      quorumLost(quorumPhrase(counted), causeOf(told)),
      ruling.by === "exOfficio" ? exOfficioNext(floor) : quorumLostNext(),
    ],
    choices: ruling.by === "exOfficio" ? [plainChoice("beschlussfähig")] : [],
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
