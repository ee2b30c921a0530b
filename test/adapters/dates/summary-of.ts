import type { DateCandidate, DateReading, TimeSpan } from "../../../src/core/kernel/date-reading.ts";

/** One line for a reading: "2027-05-12 09:00-12:00", "until 2026-11-30", "question whichWeek: 2026-11-20 | 2026-11-27". */
export function summaryOf(reading: DateReading): string {
  switch (reading.kind) {
    case "date":
      return `${reading.isDeadline ? "until " : ""}${dated(reading)}`;
    case "period":
      return `${reading.from}..${reading.to}${timed(reading.time)}`;
    case "series":
      return `series${timed(reading.time)}`;
    case "vague":
      return "vague";
    case "question":
      return listed(`question ${reading.reason}`, reading.candidates, reading.isDeadline);
    case "contradiction":
      return listed(`contradiction ${reading.contradictedBy.kind}`, reading.candidates, reading.isDeadline);
    case "error":
      return listed(`error ${reading.code}`, reading.candidates, false);
  }
}

function listed(head: string, candidates: readonly DateCandidate[], isDeadline: boolean): string {
  if (candidates.length === 0) return head;
  return `${head}: ${candidates.map((candidate) => `${isDeadline ? "until " : ""}${dated(candidate)}`).join(" | ")}`;
}

function dated(candidate: DateCandidate): string {
  return `${candidate.date}${timed(candidate.time)}`;
}

function timed(time: TimeSpan | undefined): string {
  if (time === undefined) return "";
  const start = `${time.precision === "about" ? " ~" : " "}${time.from}`;
  return time.to === undefined ? start : `${start}-${time.to}`;
}
