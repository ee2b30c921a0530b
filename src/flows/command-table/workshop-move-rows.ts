import { reasonTooLong } from "../../texts/prompts-dates.ts";
import { optional, problem, required } from "../parameters/acceptor.ts";
import { workshopDays } from "../parameters/date-polls.ts";
import { appointment } from "../parameters/dates.ts";
import { bodyText, confirmation, line } from "../parameters/text.ts";
import {
  movedDays,
  workshopAheadMeant,
  workshopAheadNamed,
  workshopInFront,
  workshopToMove,
} from "../parameters/workshop-days.ts";
import { type CommandRow, commandRow, issue } from "./command-row.ts";

/** It stands on a button, to be confirmed. */
const LONGEST_REASON = 500;

const named = (workshop: number | undefined) => (workshop === undefined ? {} : { workshop });
const because = (reason: string | undefined) => (reason === undefined ? {} : { reason: oneLine(reason) });
const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, " ");

/** Workshop verlegen, verlängern, kürzen, absagen. */
export const workshopMoveRows: readonly CommandRow[] = [
  commandRow({
    id: "move-workshop",
    subject: "workshop",
    words: "workshop verlegen",
    aliases: ["workshop verschieben", "workshop ist verlegt"],
    summary: "verlegt einen Workshop, alle Tage oder einen davon",
    help: "Alle Tage: mit Semikolon getrennt, wie beim Ansetzen. Einer davon: „workshop verlegen 21.03.2028 auf 28.03.2028“. Ohne Uhrzeit oder Ort bleibt beides. Ist der Workshop eröffnet, lässt sich verlegen, was noch kommt. Sind mehrere angesetzt, steht der Titel in Anführungszeichen davor.",
    example: "workshop verlegen auf 27.03.2028, 9–16 Uhr im Kreishaus: Der Raum ist belegt.",
    issues: ["MoveWorkshop"],
    body: true,
    parameters: {
      workshop: optional(workshopToMove),
      when: required(movedDays, "Auf welchen Tag? Zum Beispiel: 27.03.2028, 9–16 Uhr"),
      reason: optional(bodyText("GRUND")),
    },
    build: ({ workshop, when, reason }) =>
      issue({ type: "MoveWorkshop", ...named(workshop), ...when, ...because(reason) }),
  }),
  commandRow({
    id: "add-workshop-day",
    subject: "workshop",
    words: "workshop tag dazu",
    aliases: ["workshop weiterer tag", "workshop tag ergänzen", "workshop verlängern"],
    summary: "hängt einem Workshop einen Tag an, auch während er läuft",
    help: "Mehrere mit Semikolon getrennt. Nach dem Doppelpunkt steht nach Wunsch der Grund.",
    example: "workshop tag dazu 28.03.2028, 9–13 Uhr",
    issues: ["MoveWorkshop"],
    body: true,
    parameters: {
      workshop: optional(workshopAheadMeant),
      dates: required(workshopDays, "Welcher Tag kommt dazu? Zum Beispiel: 28.03.2028, 9–13 Uhr"),
      reason: optional(bodyText("GRUND")),
    },
    build: ({ workshop, dates: { options, place }, reason }) =>
      issue({
        type: "MoveWorkshop",
        ...named(workshop),
        change: { kind: "added", days: options },
        ...(place === undefined ? {} : { place }),
        ...because(reason),
      }),
  }),
  commandRow({
    id: "drop-workshop-day",
    subject: "workshop",
    words: "workshop tag streichen",
    aliases: ["workshop tag absagen", "workshop tag entfällt", "workshop tag fällt aus"],
    summary: "streicht einen Tag eines Workshops",
    help: "Der Tag entfällt in allen Kalendern, die anderen bleiben. Den einzigen Tag streicht „workshop absagen“.",
    example: "workshop tag streichen 21.03.2028: Die Referentin ist krank.",
    issues: ["MoveWorkshop"],
    body: true,
    parameters: {
      workshop: optional(workshopAheadNamed),
      day: required(appointment, "Welcher Tag entfällt?"),
      reason: optional(bodyText("GRUND")),
    },
    build: ({ workshop, day, reason }) =>
      issue({ type: "MoveWorkshop", ...named(workshop), change: { kind: "dropped", day }, ...because(reason) }),
  }),
  commandRow({
    id: "workshop-place",
    subject: "workshop",
    words: "workshop ort",
    aliases: ["workshop raum", "workshop neuer ort"],
    summary: "nennt den Ort eines Workshops, auch einen neuen",
    help: "Die Tage bleiben. In den Kalendern steht dann der neue Ort.",
    example: "workshop ort: Rathaus, Saal 2",
    issues: ["MoveWorkshop"],
    parameters: {
      workshop: optional(workshopInFront),
      place: required(line("ORT"), "Wo findet der Workshop statt?"),
    },
    build: ({ workshop, place }) =>
      issue({ type: "MoveWorkshop", ...named(workshop), change: { kind: "none" }, place }),
  }),
  commandRow({
    id: "cancel-workshop",
    subject: "workshop",
    words: "workshop absagen",
    aliases: ["workshop fällt aus", "workshop streichen"],
    summary: "sagt einen angesetzten Workshop ab",
    help: "Mit dem Grund nach dem Doppelpunkt. Die Absage wird zuerst vorgelesen und gilt erst, wenn Sie sie bestätigen. Ist er eröffnet, wird er geschlossen.",
    example: "workshop absagen: Zu viele sind krank.",
    issues: ["CancelWorkshop"],
    body: true,
    parameters: {
      confirmed: optional(confirmation),
      workshop: optional(workshopAheadMeant),
      reason: required(bodyText("GRUND"), "Warum fällt der Workshop aus?"),
    },
    build({ confirmed, workshop, reason }) {
      if (reason.length > LONGEST_REASON) return problem(reasonTooLong(LONGEST_REASON));
      return issue({
        type: "CancelWorkshop",
        ...named(workshop),
        reason: oneLine(reason),
        confirmed: confirmed ?? false,
      });
    },
  }),
];
