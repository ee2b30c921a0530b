import type { PersonId } from "../../core/kernel/ids.ts";
import type { SpeakerSide } from "../../core/speakers/events.ts";
import { optional, required } from "../parameters/acceptor.ts";
import { duration } from "../parameters/numbers.ts";
import { person } from "../parameters/people.ts";
import { flag } from "../parameters/text.ts";
import { ask, commandRow, issue } from "./command-row.ts";

const side = flag<SpeakerSide>("pro|contra", {
  pro: "pro",
  dafür: "pro",
  contra: "contra",
  kontra: "contra",
  dagegen: "contra",
});
const named = (whom: PersonId | undefined) => (whom === undefined ? {} : { person: whom });

export const speakersRows = [
  commandRow({
    id: "request-to-speak",
    subject: "redeliste",
    words: "melden",
    aliases: ["ich melde mich", "wortmeldung", "meldung", "… meldet sich"],
    summary: "setzt Sie auf die Redeliste",
    help: "Mit „pro“ oder „contra“, wenn die Redeliste danach abwechselt. Die Leitung kann einen Namen nennen.",
    example: "melden",
    issues: ["RequestToSpeak"],
    parameters: { side: optional(side), person: optional(person) },
    build: ({ side: which, person: whom }) =>
      issue({ type: "RequestToSpeak", ...named(whom), ...(which === undefined ? {} : { side: which }) }),
  }),
  commandRow({
    id: "withdraw-request",
    subject: "redeliste",
    words: "zurückziehen",
    aliases: ["wortmeldung zurückziehen", "meldung zurückziehen", "hat sich erledigt"],
    summary: "nimmt Ihre Wortmeldung zurück",
    help: "Nimmt die Wortmeldung von der Redeliste. Die Leitung kann einen Namen nennen.",
    example: "zurückziehen",
    issues: ["WithdrawRequest"],
    parameters: { person: optional(person) },
    build: ({ person: whom }) => issue({ type: "WithdrawRequest", ...named(whom) }),
  }),
  commandRow({
    id: "speakers-list",
    subject: "redeliste",
    words: "redeliste",
    aliases: ["wer ist dran", "rednerliste"],
    summary: "zeigt die Redeliste",
    help: "Wer spricht und wer folgt, in der Reihenfolge der Geschäftsordnung.",
    example: "redeliste",
    issues: [],
    parameters: {},
    build: () => ask({ kind: "speakersList" }),
  }),
  commandRow({
    id: "next-speaker",
    subject: "redeliste",
    words: "nächste",
    aliases: ["nächster", "nächstes wort", "nächste rednerin", "nächster redner", "wort erteilen"],
    summary: "erteilt der nächsten Person das Wort",
    help: "Die Reihenfolge folgt der Geschäftsordnung.",
    example: "nächste",
    issues: ["CallNextSpeaker"],
    parameters: {},
    build: () => issue({ type: "CallNextSpeaker" }),
  }),
  commandRow({
    id: "speaking-time",
    subject: "redeliste",
    words: "redezeit",
    aliases: ["redezeit auf"],
    summary: "setzt die Redezeit",
    help: "In Minuten; „90 sekunden“ geht auch.",
    example: "redezeit 3",
    issues: ["SetSpeakingTime"],
    parameters: { seconds: required(duration, "Wie viele Minuten?") },
    build: ({ seconds }) => issue({ type: "SetSpeakingTime", seconds }),
  }),
  commandRow({
    id: "close-speakers-list",
    subject: "redeliste",
    words: "redeliste schließen",
    aliases: ["redeliste zu", "schluss der redeliste"],
    summary: "schließt die Redeliste",
    help: "Wer darauf steht, kommt noch zu Wort; neue Wortmeldungen sind nicht mehr möglich.",
    example: "redeliste schließen",
    issues: ["CloseSpeakersList"],
    parameters: {},
    build: () => issue({ type: "CloseSpeakersList" }),
  }),
  commandRow({
    id: "reopen-speakers-list",
    subject: "redeliste",
    words: "redeliste öffnen",
    aliases: ["redeliste auf", "redeliste wieder öffnen"],
    summary: "öffnet die Redeliste wieder",
    help: "Neue Wortmeldungen sind wieder möglich.",
    example: "redeliste öffnen",
    issues: ["ReopenSpeakersList"],
    parameters: {},
    build: () => issue({ type: "ReopenSpeakersList" }),
  }),
];
