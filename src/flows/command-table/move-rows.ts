import { reasonTooLong } from "../../texts/prompts-dates.ts";
import { optional, problem, required } from "../parameters/acceptor.ts";
import { appointmentWithPlace } from "../parameters/dates.ts";
import { meetingToCancel, meetingToMove } from "../parameters/meetings.ts";
import { bodyText, confirmation, flag } from "../parameters/text.ts";
import { type CommandRow, commandRow, issue } from "./command-row.ts";

/** It stands on a button, to be confirmed. */
const LONGEST_REASON = 500;

/** Sitzung verlegen und absagen. */
export const moveRows: readonly CommandRow[] = [
  commandRow({
    id: "move-meeting",
    subject: "termine",
    words: "sitzung verlegen",
    aliases: ["sitzung verschieben", "sitzung ist verlegt"],
    summary: "verlegt eine geplante Sitzung",
    help: "Sind mehrere geplant, mit dem bisherigen Tag: „12.05.2028 auf 19.05.2028“. Ohne Uhrzeit oder Ort bleibt beides. Ist schon eingeladen, muss die Ladungsfrist für den neuen Tag noch reichen, oder es ist „dringend“, mit Grund.",
    example: "sitzung verlegen auf 19.05.2027, 9–12 Uhr im Kreishaus: Der Raum ist belegt.",
    issues: ["MoveMeeting"],
    body: true,
    parameters: {
      urgent: optional(flag("dringend", { dringend: true, "wegen dringlichkeit": true })),
      meeting: optional(meetingToMove),
      when: required(appointmentWithPlace, "Auf welchen Tag? Zum Beispiel: 19.05.2028, 9–12 Uhr"),
      reason: optional(bodyText("GRUND")),
    },
    build: ({ urgent, meeting, when, reason }) =>
      issue({
        type: "MoveMeeting",
        ...(meeting === undefined ? {} : { meeting }),
        ...when,
        ...(reason === undefined ? {} : { reason }),
        urgent: urgent ?? false,
      }),
  }),
  commandRow({
    id: "cancel-meeting",
    subject: "termine",
    words: "sitzung absagen",
    aliases: ["sitzung fällt aus", "sitzung streichen"],
    summary: "sagt eine geplante Sitzung ab",
    help: "Mit dem Grund nach dem Doppelpunkt. Die Absage wird zuerst vorgelesen und gilt erst, wenn Sie sie bestätigen. Offene Punkte kommen auf die nächste Tagesordnung.",
    example: "sitzung absagen: Zu viele sind krank.",
    issues: ["CancelMeeting"],
    body: true,
    parameters: {
      confirmed: optional(confirmation),
      meeting: optional(meetingToCancel),
      reason: required(bodyText("GRUND"), "Warum fällt die Sitzung aus?"),
    },
    build({ confirmed, meeting, reason }) {
      if (reason.length > LONGEST_REASON) return problem(reasonTooLong(LONGEST_REASON));
      return issue({
        type: "CancelMeeting",
        ...(meeting === undefined ? {} : { meeting }),
        reason: reason.replaceAll(/\s*\n\s*/g, " "),
        confirmed: confirmed ?? false,
      });
    },
  }),
];
