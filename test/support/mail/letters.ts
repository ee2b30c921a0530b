import type { Letter, Mailbox } from "../../../src/flows/letter.ts";
import { invitationCalendar } from "./handmade-replies.ts";

export const office: Mailbox = { name: "Geschäftsstelle AG 78", address: "ag78@kreis.example" };

export const clock = { now: () => "2026-11-22T09:30:00.000Z" };

export function letter(change: Partial<Letter> = {}): Letter {
  return {
    id: "einladung-2-1-jansen",
    to: { name: "Frau Jansen", address: "jansen@dksb.example" },
    subject: "Einladung: AG 78 Hilfen zur Erziehung – 2. Sitzung",
    text: "Guten Tag Frau Jansen,\n\nSie sind eingeladen.\nGrüße",
    html: "<!doctype html><html><body><p>Guten Tag Frau Jansen,</p></body></html>",
    calendar: { method: "REQUEST", name: "einladung.ics", content: invitationCalendar },
    attachments: [
      { name: "Tagesordnung – 2. Sitzung.pdf", mediaType: "application/pdf", bytes: new Uint8Array([37, 80, 68, 70]) },
    ],
    follows: [],
    ...change,
  };
}
