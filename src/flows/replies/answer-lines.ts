import { type ExpectedAttendance, expectedAttendance } from "../../core/committee/answers-now.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import type { AttendanceAnswer } from "../../core/invitation/events.ts";
import type { Meeting } from "../../core/meeting/state.ts";
import {
  answerNames,
  expectedSentence,
  quorumExpected,
  quorumNotExpected,
  quorumUnreachable,
  seatsStanding,
} from "../../texts/announcements-answers.ts";
import { numericDate } from "../../texts/dates.ts";
import type { Names } from "../../texts/names.ts";
import type { ReplyChoice } from "../reply.ts";
import { choice } from "./telling.ts";

const words: Readonly<Record<AttendanceAnswer, string>> = {
  accepted: "zusage",
  tentative: "vielleicht",
  declined: "absage",
};

/** Zusagen, absagen: each with the day, so that a late click never answers for another meeting. */
export function answerChoices(
  { appointment }: Meeting,
  answers: readonly AttendanceAnswer[] = ["accepted", "tentative", "declined"],
): readonly ReplyChoice[] {
  return answers.map((answer) => choice(answerNames[answer], answerCommand(answer, appointment)));
}

export const answerCommand = (answer: AttendanceAnswer, { date }: Meeting["appointment"]): string =>
  `${words[answer]} ${numericDate(date)}`;

/** Wie es steht: votes expected, against those needed, and which seats are missing. */
export function expectedLines(state: CommitteeState, meeting: Meeting, names: Names): readonly string[] {
  const expected = expectedAttendance(state, meeting);
  const { ruling } = expected;
  const ofDeferred = "relief" in ruling && ruling.relief === "applied";
  return [
    expectedSentence(ruling, seatsThat(expected, "open", names), ofDeferred),
    ...outlook(expected),
    ...(["tentative", "declined"] as const).flatMap((standing) => {
      const seats = seatsThat(expected, standing, names);
      return seats.length === 0 ? [] : [seatsStanding(standing, seats)];
    }),
  ];
}

function outlook({ ruling, isReachable }: ExpectedAttendance): readonly string[] {
  if (ruling.quorate) return [quorumExpected()];
  if (!isReachable) return [quorumUnreachable()];
  return ruling.missing === 0 ? [] : [quorumNotExpected(ruling.missing)];
}

function seatsThat(
  { seats }: ExpectedAttendance,
  wanted: ExpectedAttendance["seats"][number]["standing"],
  names: Names,
): readonly string[] {
  return seats.flatMap(({ seat, standing }) => (standing === wanted ? [names.seat(seat)] : []));
}
