import { optional, required } from "../parameters/acceptor.ts";
import { appointmentWithPlace } from "../parameters/dates.ts";
import { duration } from "../parameters/numbers.ts";
import { person } from "../parameters/people.ts";
import { flag, line, quoted } from "../parameters/text.ts";
import { commandRow, issue } from "./command-row.ts";

export const meetingRows = [
  commandRow({
    id: "schedule-meeting",
    subject: "sitzung",
    words: "sitzung planen",
    aliases: ["sitzung ansetzen", "neue sitzung", "sitzung am"],
    summary: "setzt eine Sitzung an",
    help: "Tag, möglichst mit Uhrzeit, und wenn Sie mögen der Ort. Passt ein Wochentag nicht zum Datum, frage ich nach.",
    example: "sitzung planen 12.05.2027, 9–12 Uhr im Kreishaus, Raum 3",
    issues: ["ScheduleMeeting"],
    parameters: {
      title: optional(quoted("TITEL")),
      when: required(appointmentWithPlace, "Wann ist die Sitzung? Zum Beispiel: 12.05.2027, 9–12 Uhr im Kreishaus"),
    },
    build: ({ title, when }) => issue({ type: "ScheduleMeeting", ...when, ...(title === undefined ? {} : { title }) }),
  }),
  commandRow({
    id: "repeat-meeting",
    subject: "sitzung",
    words: "wiederholungssitzung",
    aliases: ["wiederholungssitzung am", "wiederholungssitzung ansetzen", "wiederholungssitzung planen"],
    summary: "setzt die Wiederholungssitzung für zurückgestellte Punkte an",
    help: "Für Punkte, die wegen Beschlussunfähigkeit zurückgestellt sind. Der nötige Hinweis steht von selbst in der Einladung; „ohne hinweis“ lässt ihn weg, dann gilt die gewöhnliche Beschlussfähigkeit.",
    example: "wiederholungssitzung am 26.05.2027, 9–12 Uhr im Kreishaus",
    issues: ["ScheduleRepeatMeeting"],
    parameters: {
      notice: optional(flag("ohne hinweis", { "ohne hinweis": false, "mit hinweis": true })),
      when: required(appointmentWithPlace, "Wann ist die Wiederholungssitzung? Zum Beispiel: 26.05.2027, 9–12 Uhr"),
    },
    build: ({ notice, when }) => issue({ type: "ScheduleRepeatMeeting", ...when, notice: notice ?? true }),
  }),
  commandRow({
    id: "open-meeting",
    subject: "sitzung",
    words: "sitzung eröffnen",
    aliases: ["sitzung beginnen", "sitzung starten", "eröffnen", "sitzung öffnen"],
    summary: "eröffnet die Sitzung; Sie leiten sie dann",
    help: "Eröffnet die geplante Sitzung, ohne Plan eine für heute. Wer eröffnet, leitet; mit „leitung“ wird die Leitung übergeben.",
    example: "sitzung eröffnen Kreishaus, Raum 3",
    issues: ["OpenMeeting"],
    parameters: { place: optional(line("ORT")) },
    build: ({ place }) =>
      issue({ type: "OpenMeeting", ...(place === undefined ? {} : { place: withoutPreposition(place) }) }),
  }),
  commandRow({
    id: "close-meeting",
    subject: "sitzung",
    words: "sitzung schließen",
    aliases: ["sitzung beenden", "sitzung ist geschlossen"],
    summary: "schließt die Sitzung",
    help: "Punkte, die noch offen sind, kommen auf die nächste Tagesordnung. Danach gibt es Protokoll und Bericht.",
    example: "sitzung schließen",
    issues: ["CloseMeeting"],
    parameters: {},
    build: () => issue({ type: "CloseMeeting" }),
  }),
  commandRow({
    id: "name-chair",
    subject: "sitzung",
    words: "leitung",
    aliases: ["sitzungsleitung", "leitung an", "vorsitz"],
    summary: "übergibt die Sitzungsleitung",
    help: "Die genannte Person leitet ab jetzt die Sitzung.",
    example: "leitung Herr Lindner",
    issues: ["NameChair"],
    parameters: { person: required(person, "Wer leitet die Sitzung?") },
    build: ({ person: whom }) => issue({ type: "NameChair", person: whom }),
  }),
  commandRow({
    id: "name-minute-taker",
    subject: "sitzung",
    words: "protokollführung",
    aliases: ["protokollant", "protokollantin", "schriftführung", "protokoll führt"],
    summary: "benennt, wer das Protokoll führt",
    help: "Die genannte Person darf Notizen und Anwesenheit eintragen.",
    example: "protokollführung Frau Neeth",
    issues: ["NameMinuteTaker"],
    parameters: { person: required(person, "Wer führt das Protokoll?") },
    build: ({ person: whom }) => issue({ type: "NameMinuteTaker", person: whom }),
  }),
  commandRow({
    id: "pause-meeting",
    subject: "sitzung",
    words: "pause",
    aliases: ["unterbrechen", "sitzung unterbrechen"],
    summary: "unterbricht die Sitzung",
    help: "Mit Zahl: geplante Minuten. Mit „fortsetzen“ geht es weiter.",
    example: "pause 10",
    issues: ["PauseMeeting"],
    parameters: { seconds: optional(duration) },
    build: ({ seconds }) =>
      issue({
        type: "PauseMeeting",
        ...(seconds === undefined ? {} : { minutes: Math.max(1, Math.round(seconds / 60)) }),
      }),
  }),
  commandRow({
    id: "resume-meeting",
    subject: "sitzung",
    words: "fortsetzen",
    aliases: ["sitzung fortsetzen", "pause beenden", "pause ende", "weiter nach pause"],
    summary: "setzt die Sitzung nach der Pause fort",
    help: "Beendet die Unterbrechung.",
    example: "fortsetzen",
    issues: ["ResumeMeeting"],
    parameters: {},
    build: () => issue({ type: "ResumeMeeting" }),
  }),
];

/** "im Kreishaus" is said, "Kreishaus" is the place. */
const withoutPreposition = (place: string): string => place.replace(/^(?:im|in|ort:?)\s+(?!der\s|den\s)/i, "");
