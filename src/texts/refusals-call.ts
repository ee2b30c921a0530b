import type { LocalDate } from "../core/kernel/local-date.ts";
import type { LateCallRuling } from "../core/rules/late-call.ts";
import { dateWithWeekday } from "./dates.ts";
import { type Sentences, said } from "./refusal-text.ts";
import { invitationContentSentence, lateCallSentence, noticeGivenSentence } from "./rulings-deadlines.ts";

type Code =
  | "CallTooLate"
  | "InvitationIncomplete"
  | "InvitationDays"
  | "InvitationUnchanged"
  | "CallObjectionUnchanged";

/** Ablehnungen rund um Ladung und Fristen. */
export const callRefusals: Sentences<Code> = {
  CallTooLate({ notice, late, act, earliest }) {
    const facts = notice.given === undefined ? "" : `${noticeGivenSentence(notice, notice.given)} `;
    const next = act === undefined ? nextForLateCall(late) : nextForLateAct(late, act, earliest);
    return said(`${facts}${lateCallSentence(late)}`, next);
  },
  InvitationIncomplete: ({ content, act }) =>
    said(
      invitationContentSentence(content),
      act === "send"
        ? "Tragen Sie es nach; dann „einladung entwurf“ und „einladung senden“."
        : "Ging die Ladung so hinaus, tragen Sie „ladung verschickt trotzdem“ ein; das Fehlende wird vermerkt.",
    ),
  InvitationDays: ({ problem }) =>
    problem === "future"
      ? said("Dieser Tag kommt erst noch.", "Tragen Sie die Ladung ein, wenn sie hinausgegangen ist.")
      : said(
          "Der Zugang kann nicht vor der Absendung liegen.",
          "Bitte mit den richtigen Tagen noch einmal.",
          "fristen",
        ),
  InvitationUnchanged: ({ meeting }) =>
    said(
      `Die Ladung zur Sitzung am ${dateWithWeekday(meeting)} ist schon so eingetragen.`,
      "Mit anderen Angaben wird der Eintrag ersetzt.",
      "fristen",
    ),
  CallObjectionUnchanged: ({ seat }, names) =>
    said(`Für ${names.seat(seat)} ist die Ladung schon gerügt.`, "Was daraus folgt, zeigt „fristen“.", "fristen"),
};

function nextForLateCall({ reason, urgency }: LateCallRuling): string {
  if (reason === "reasonMissing") return "Mit Begründung: „ladung verschickt dringend: …“.";
  const urgent = reason === "late" && urgency.allowed ? "Ist es dringend: „ladung verschickt dringend: …“. " : "";
  return `${urgent}Ging sie so hinaus: „ladung verschickt trotzdem“; der Mangel wird vermerkt und kann gerügt werden. Sonst hilft ein späterer Tag.`;
}

const urgentLines = { send: "einladung senden dringend: …", move: "sitzung verlegen … dringend: …" } as const;

function nextForLateAct(
  { reason, urgency }: LateCallRuling,
  act: keyof typeof urgentLines,
  earliest: LocalDate | undefined,
): string {
  if (reason === "reasonMissing") return `Mit Begründung: „${urgentLines[act]}“.`;
  const urgent = reason === "late" && urgency.allowed ? `Ist es dringend: „${urgentLines[act]}“. ` : "";
  const later = earliest === undefined ? "" : ` Rechtzeitig wäre frühestens ${dateWithWeekday(earliest)}.`;
  return `${urgent}Sonst hilft ein späterer Tag${act === "send" ? ": „sitzung verlegen …“" : ""}.${later}`;
}
