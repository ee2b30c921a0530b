import { dateWithWeekday, numericDate } from "./dates.ts";
import { joined } from "./names.ts";
import { type Sentences, said } from "./refusal-text.ts";
import { wordsText } from "./rules-explained-values.ts";
import { approvalManner } from "./rulings-minutes.ts";
import { inBrackets } from "./rulings-source.ts";

type MinutesCode =
  | "NoMinutesYet"
  | "MinutesAlreadySent"
  | "MinutesNotSent"
  | "SentOnOutOfRange"
  | "MinutesLocked"
  | "SeveralMinutesOpen"
  | "ObjectionPeriodRuns"
  | "ObjectionsOpen"
  | "ObjectionNeedsReason"
  | "SameObjection"
  | "UnknownObjection"
  | "ObjectionIsSettled"
  | "ObjectionWasLate"
  | "ApprovedBySignature"
  | "NotASigner"
  | "AlreadySigned";

const named = (objections: readonly number[]): string => joined(objections.map((one) => `Einwendung ${one}`));
const stillOpen = (open: readonly number[]): string =>
  open.length === 0 ? "Zurzeit ist keine Einwendung offen." : `Offen: ${named(open)}.`;

/** Protokoll nach der Sitzung: sending, objections, signatures, approval. */
export const minutesRefusals: Sentences<MinutesCode> = {
  NoMinutesYet: ({ isRunning }) =>
    isRunning
      ? said(
          "Die Sitzung läuft noch; ihr Protokoll entsteht erst.",
          "Verschickt wird es nach dem Ende, genehmigt von einer späteren Sitzung.",
        )
      : said(
          "Diese Sitzung ist nicht gehalten; ein Protokoll gibt es von ihr nicht.",
          "Wo die AG steht, sagt der Status.",
          "status",
        ),
  MinutesAlreadySent: ({ date, on, lastDay }) =>
    said(
      `Das Protokoll vom ${numericDate(date)} ist schon verschickt, am ${numericDate(on)}.`,
      `Einwendungen gehen bis ${dateWithWeekday(lastDay)}. War das Datum falsch: „rückgängig“, solange nichts darauf folgt.`,
    ),
  MinutesNotSent: ({ date }) =>
    said(
      `Das Protokoll vom ${numericDate(date)} ist noch nicht verschickt.`,
      "Zuerst muss es bei allen sein, damit sie einwenden können.",
      "protokoll verschickt",
    ),
  SentOnOutOfRange: ({ sentOn, earliest, today }) =>
    said(
      `Am ${numericDate(sentOn)} kann das Protokoll nicht verschickt worden sein.`,
      `Möglich ist ein Tag von ${numericDate(earliest)} (Sitzung) bis ${numericDate(today)} (heute).`,
    ),
  MinutesLocked: ({ date, approval }) =>
    said(
      `Das Protokoll vom ${numericDate(date)} ist seit ${numericDate(approval.on)} genehmigt (${approvalManner(approval)}).`,
      "Daran wird nichts mehr geändert. Was zu berichtigen ist, hält die nächste Sitzung fest.",
    ),
  SeveralMinutesOpen: ({ meetings }) =>
    said(
      `Offen sind die Protokolle vom ${joined(meetings.map(({ date }) => numericDate(date)))}.`,
      "Bitte sagen Sie, welches gemeint ist.",
      ...meetings.map(({ meeting }) => `protokoll genehmigen ${meeting}` as const),
    ),
  ObjectionPeriodRuns: ({ lastDay, citation }) =>
    said(
      `Einwendungen sind noch bis ${dateWithWeekday(lastDay)} möglich.`,
      `Genehmigt werden kann es am Tag danach ${inBrackets(citation)}.`,
    ),
  ObjectionsOpen: ({ objections, citation }) =>
    said(
      `Über ${named(objections)} ist noch nicht befunden ${inBrackets(citation)}.`,
      "Erst berücksichtigen („einwendung 1 berücksichtigt: neuer Wortlaut“) oder zurückweisen, dann genehmigen.",
      ...objections.map((one) => `einwendung ${one} zurückgewiesen` as const),
    ),
  ObjectionNeedsReason: ({ citation }) =>
    said(
      `Eine Einwendung braucht eine Begründung ${inBrackets(citation)}.`,
      "So: „einwendung: was falsch ist. Begründung: warum“.",
    ),
  SameObjection: ({ objection }) =>
    said(`Das haben Sie schon eingewandt: Einwendung ${objection}.`, "Es ändert sich nichts."),
  UnknownObjection: ({ objection, open }) => said(`Einwendung ${objection} gibt es nicht.`, stillOpen(open)),
  ObjectionIsSettled: ({ objection, isAccepted, open }) =>
    said(`Einwendung ${objection} ist schon ${isAccepted ? "berücksichtigt" : "zurückgewiesen"}.`, stillOpen(open)),
  ObjectionWasLate: ({ objection, lastDay }) =>
    said(
      `Einwendung ${objection} kam nach Ablauf der Frist${lastDay === undefined ? "" : ` (${dateWithWeekday(lastDay)})`}.`,
      "Sie bleibt beim Protokoll und wird nicht berücksichtigt.",
    ),
  ApprovedBySignature: ({ missing, citation }) =>
    said(
      `Gültig wird das Protokoll mit der Unterschrift, nicht durch Beschluss ${inBrackets(citation)}.`,
      `Es fehlt noch: ${wordsText(missing)}.`,
      "protokoll unterschreiben",
    ),
  NotASigner: ({ roles, citation }) =>
    roles.length === 0
      ? said(`Eine Unterschrift ist nicht vorgesehen ${inBrackets(citation)}.`, "Das Protokoll wird auch so genehmigt.")
      : said(
          `Dieses Protokoll unterschreiben Sie nicht ${inBrackets(citation)}.`,
          `Unterschrift: ${wordsText(roles)} der damaligen Sitzung.`,
        ),
  AlreadySigned: ({ missing }) =>
    said(
      "Ihre Unterschrift ist schon festgehalten.",
      missing.length === 0 ? "Alle haben unterschrieben." : `Es fehlt noch: ${wordsText(missing)}.`,
    ),
};
