import { optional } from "../parameters/acceptor.ts";
import { fileNames, links } from "../parameters/enclosures.ts";
import { meetingOfDay, meetingOnDay } from "../parameters/meetings.ts";
import { seats } from "../parameters/people.ts";
import { behind, bodyText, flag } from "../parameters/text.ts";
import { lastDay } from "../parameters/written-procedures.ts";
import { ask, commandRow, issue } from "./command-row.ts";

const ofMeeting = (meeting: number | undefined) => (meeting === undefined ? {} : { meeting });

export const invitationRows = [
  commandRow({
    id: "draft-invitation",
    subject: "einladung",
    words: "einladung entwurf",
    aliases: ["einladung entwerfen", "einladung vorbereiten", "entwurf der einladung"],
    summary: "entwirft die Einladung und zeigt sie Ihnen allein",
    help: "Termin, Ort, Tagesordnung, Fristen und Hinweise kommen aus den Einträgen. Dazu nach Wunsch: „bis DATUM“, wann Antworten da sein sollen (sonst eine Woche vorher), „mit DATEI.pdf“ für Unterlagen aus dem Ordner ausgang, Verweise mit https:// und nach dem Doppelpunkt Ihre eigenen Worte. Was Sie nicht nennen, bleibt aus dem vorigen Entwurf; „neu“ beginnt von vorn.",
    example:
      "einladung entwurf bis 20.01.2030 mit Bericht.pdf link https://www.kreis.example/ag78: Bitte bringen Sie Zahlen mit.",
    issues: ["DraftInvitation"],
    body: true,
    parameters: {
      links: optional(links),
      papers: optional(fileNames),
      afresh: optional(flag("neu", { neu: true, "von vorn": true })),
      answerBy: optional(behind(["bis zum", "antworten bis", "rückmeldung bis", "bis"], lastDay)),
      meeting: optional(meetingOnDay),
      note: optional(bodyText("TEXT")),
    },
    build: ({ links: wanted, papers, afresh, answerBy, meeting, note }) =>
      issue({
        type: "DraftInvitation",
        ...ofMeeting(meeting),
        afresh: afresh ?? false,
        links: wanted ?? [],
        papers: papers ?? [],
        ...(answerBy === undefined ? {} : { answerBy }),
        ...(note === undefined ? {} : { note }),
      }),
  }),
  commandRow({
    id: "send-invitation",
    subject: "einladung",
    words: "einladung senden",
    aliases: ["einladung verschicken", "einladung versenden", "einladung abschicken"],
    summary: "verschickt die Einladung, wie sie entworfen ist",
    help: "Per E-Mail an jede Person einzeln und in alle Räume, wenn die Ladungsfrist gewahrt ist. Ist sie vorbei: „dringend“ mit der Begründung nach dem Doppelpunkt, wenn die Geschäftsordnung das zulässt. „außer TRÄGER“: die laden Sie selbst. Ein zweites Mal geht nur hinaus, was sich geändert hat.",
    example: "einladung senden dringend: Die Förderung läuft am 30. April aus.",
    issues: ["SendInvitation"],
    body: true,
    parameters: {
      urgent: optional(flag("dringend", { dringend: true, "wegen dringlichkeit": true })),
      otherwise: optional(behind(["außer", "ohne"], seats)),
      meeting: optional(meetingOnDay),
      reason: optional(bodyText("BEGRÜNDUNG")),
    },
    build: ({ urgent, otherwise, meeting, reason }) =>
      issue({
        type: "SendInvitation",
        ...ofMeeting(meeting),
        urgent: urgent ?? false,
        otherwise: otherwise ?? [],
        ...(reason === undefined ? {} : { reason }),
      }),
  }),
  commandRow({
    id: "invitation-file",
    subject: "einladung",
    words: "einladung datei",
    aliases: ["einladung als datei", "einladung drucken"],
    summary: "erstellt den Entwurf der Einladung als Datei",
    help: "So, wie er an die Mitglieder ginge. Nur für Leitung, Geschäftsführung und Protokollführung.",
    example: "einladung datei",
    issues: [],
    roles: ["chair", "deputyChair", "office", "minuteTaker"],
    parameters: { meeting: optional(meetingOfDay) },
    build: ({ meeting }) => ask({ kind: "paper", paper: "invitation", audience: "internal", ...ofMeeting(meeting) }),
  }),
  commandRow({
    id: "invitation",
    subject: "einladung",
    words: "einladung",
    aliases: ["einladung zeigen", "wozu bin ich eingeladen"],
    summary: "zeigt die Einladung zur nächsten Sitzung",
    help: "Die versandte. Wer leitet, liest im Direktchat den Entwurf, der noch wartet.",
    example: "einladung",
    issues: [],
    parameters: { meeting: optional(meetingOfDay) },
    build: ({ meeting }) => ask({ kind: "invitation", ...ofMeeting(meeting) }),
  }),
  commandRow({
    id: "dispatch",
    subject: "einladung",
    words: "versand",
    aliases: ["versandnachweis", "versand der einladung", "wer hat die einladung"],
    summary: "zeigt, an wen die Einladung ging und was der Mailserver antwortete",
    help: "Wer, wann, an welche Adresse, mit welcher Antwort, und wer noch wartet. Nur für Leitung und Geschäftsführung, im Direktchat.",
    example: "versand",
    issues: [],
    roles: ["chair", "deputyChair", "office"],
    parameters: { meeting: optional(meetingOfDay) },
    build: ({ meeting }) => ask({ kind: "dispatch", ...ofMeeting(meeting) }),
  }),
];
