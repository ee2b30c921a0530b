import type { SeatId } from "../kernel/ids.ts";
import { entry } from "../kernel/table.ts";
import type { Attendance, Pause, TimeAway } from "../meeting/state.ts";
import { type PaperSource, timeInMeeting } from "./paper-source.ts";
import { seatName, spokenName } from "./people-in-papers.ts";
import { sentence } from "./sourced.ts";
import type { Sentence } from "./views.ts";

/** Eröffnung und wer später kam. Who it was by name stays internal; the list of seats shows the times. */
export function openingSentences(source: PaperSource): readonly Sentence[] {
  const { meeting, context } = source;
  if (meeting.openedAt === undefined) return [];
  const { minutes } = context.wording;
  // The sources of a meeting begin with its planning and its opening.
  const opening = sentence(minutes.opened(timeInMeeting(source, meeting.openedAt)), meeting.sources.slice(1, 2));
  const proxies = [...meeting.proxies].map(([seat, { holder, source: granted }]) =>
    sentence(minutes.proxy(spokenName(source, holder), seatName(source, seat)), [granted], true),
  );
  const call = callSentences(source);
  const late = [...meeting.attendance.values()].filter((one) => one.late && one.arrivedAt !== undefined);
  const arrivals = late.map((one) => comingOrGoing(source, one, minutes.came, one.arrivedAt));
  return [opening, ...call, ...arrivals, ...proxies];
}

/** Ordnungsgemäße Ladung, as it was entered, and who objected to it. Names of those who objected stay internal. */
function callSentences(source: PaperSource): readonly Sentence[] {
  const { invitation, callObjections } = source.meeting;
  const { minutes } = source.context.wording;
  const call =
    invitation === undefined
      ? []
      : [
          sentence(
            minutes.invited({
              ...invitation,
              notInvited: invitation.notInvited.map((seat) => seatName(source, seat)),
            }),
            [invitation.source],
          ),
        ];
  const objections = callObjections.map(({ person, text, inTime, source: from }) =>
    sentence(minutes.callObjected(spokenName(source, person), text, inTime), [from], true),
  );
  return [...call, ...objections];
}

/** Pausen, wer früher ging, Schluss. */
export function closingSentences(source: PaperSource): readonly Sentence[] {
  const { meeting, context } = source;
  const { minutes } = context.wording;
  const gone = [...meeting.attendance.values()].filter((one) => one.status === "left");
  const closing =
    meeting.closedAt === undefined
      ? []
      : [
          ...(meeting.closedFor === undefined ? [] : [sentence(minutes.cancelled, meeting.sources.slice(-1))]),
          sentence(minutes.closed(timeInMeeting(source, meeting.closedAt)), meeting.sources.slice(-1)),
        ];
  return [
    ...meeting.pauses.map((pause) => pauseSentence(source, pause)),
    ...[...meeting.attendance.values()].flatMap((one) =>
      one.seat !== undefined && wasRecused(source, one.seat) ? [] : awaySentences(source, one),
    ),
    ...gone.map((one) => comingOrGoing(source, one, minutes.left, one.leftAt)),
    ...closing,
  ];
}

function comingOrGoing(
  source: PaperSource,
  one: Attendance,
  say: (who: string, time: ReturnType<typeof timeInMeeting>) => string,
  at: Attendance["arrivedAt"],
): Sentence {
  return sentence(say(spokenName(source, one.person), timeInMeeting(source, at)), one.sources, true);
}

/** Wer zwischendurch ging: "X verlässt den Raum um 10:10 Uhr, kehrt um 10:40 Uhr zurück." */
export function awaySentences(
  source: PaperSource,
  { person, away }: Attendance,
  belongs: (one: TimeAway) => boolean = () => true,
): readonly Sentence[] {
  return away.filter(belongs).map(({ from, until, sources }) => {
    const times = [timeInMeeting(source, from), timeInMeeting(source, until)] as const;
    return sentence(source.context.wording.minutes.away(spokenName(source, person), ...times), sources, true);
  });
}

/** Befangen at some item of this meeting: then it is told there who went and came back. */
function wasRecused({ state, meeting }: PaperSource, seat: SeatId): boolean {
  return state.ballots.conflicts.some(
    (one) => one.seat === seat && entry(state.agenda.items, one.item)?.meeting === meeting.number,
  );
}

function pauseSentence(source: PaperSource, pause: Pause): Sentence {
  const from = timeInMeeting(source, pause.at);
  const until = timeInMeeting(source, pause.until);
  const text = source.context.wording.minutes.paused({
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(pause.minutes === undefined ? {} : { minutes: pause.minutes }),
  });
  return sentence(text, [pause.source]);
}
