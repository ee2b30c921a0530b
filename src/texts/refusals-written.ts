import { dateWithWeekday } from "./dates.ts";
import { joined } from "./names.ts";
import { type Sentences, said } from "./refusal-text.ts";
import { citationText, inBrackets } from "./rulings-source.ts";
import { admissionText, daysText } from "./rulings-written.ts";

type Code =
  | "WrittenNotAdmitted"
  | "WrittenPeriodRefused"
  | "WrittenProcedureExists"
  | "UnknownResolution"
  | "UnknownWrittenProcedure"
  | "WrittenProcedureIsOver"
  | "NoSeatToVoteFor"
  | "WrittenSeatRecused"
  | "WrittenSeatHasVoted"
  | "ObjectionUnchanged"
  | "ObjectionNotProvided"
  | "DeliveryUnchanged"
  | "WrittenConflictUnchanged";

/** Ablehnungen rund um Umlaufbeschlüsse. */
export const writtenRefusals: Sentences<Code> = {
  WrittenNotAdmitted: ({ ruling }) =>
    said(
      `${admissionText(ruling)}.`,
      ruling.reason === "notUrgent"
        ? "Mit Grund geht es: „umlaufbeschluss bis …, weil …: Wortlaut“. Oder auf die Tagesordnung der nächsten Sitzung."
        : "Der Gegenstand kann auf die Tagesordnung der nächsten Sitzung.",
      "tagesordnung",
    ),
  WrittenPeriodRefused: ({ ruling }) =>
    said(`${daysText(ruling)}.`, `Der früheste letzte Tag ist ${dateWithWeekday(ruling.earliest)}.`),
  WrittenProcedureExists: ({ procedure }) =>
    said(
      `Über diesen Wortlaut läuft schon Umlaufbeschluss ${procedure}.`,
      "Es ändert sich nichts.",
      `umlauf ${procedure}`,
    ),
  UnknownResolution: ({ reference }) =>
    said(`Einen Beschluss ${reference} gibt es nicht.`, "Bitte die Nummer prüfen.", "beschlüsse"),
  UnknownWrittenProcedure: ({ procedure, open }) =>
    said(
      `Einen Umlaufbeschluss ${procedure} gibt es nicht.`,
      open.length === 0 ? "Zurzeit läuft keiner." : `Es läuft Umlaufbeschluss ${joined(open.map(String))}.`,
      ...open.map((one) => `umlauf ${one}`),
    ),
  WrittenProcedureIsOver: ({ procedure, status, lastDay }) =>
    status === "expired"
      ? said(
          `Umlaufbeschluss ${procedure} lief bis ${dateWithWeekday(lastDay)}, 24 Uhr. Was danach kommt, zählt nicht.`,
          "Das Ergebnis geht gleich an alle.",
          `umlauf ${procedure}`,
        )
      : said(
          `Umlaufbeschluss ${procedure} ist ${status === "closed" ? "beendet" : "zurückgezogen"}; es zählt nichts mehr dazu.`,
          "Wie er ausging, zeigt der Stand.",
          `umlauf ${procedure}`,
        ),
  NoSeatToVoteFor: ({ person }, names) =>
    said(
      `${names.person(person)} hat keinen Sitz mit Stimme; im Umlauf stimmen die Sitze ab.`,
      "Einen Hinweis können Sie der Geschäftsführung geben.",
    ),
  WrittenSeatRecused: ({ procedure, seat }, names) =>
    said(
      `${names.seat(seat)} ist beim Umlaufbeschluss ${procedure} befangen und wirkt nicht mit.`,
      "Eine Befangenheit kann aufgehoben werden, wenn sie nicht besteht.",
      `umlauf ${procedure} nicht befangen`,
    ),
  WrittenSeatHasVoted: ({ procedure, seat, by, citation }, names) =>
    said(
      `Für ${names.seat(seat)} hat beim Umlaufbeschluss ${procedure} schon ${names.person(by)} abgestimmt. Jeder Sitz hat eine Stimme; die des Mitglieds geht der Stellvertretung vor, wenn die Geschäftsordnung es sagt ${inBrackets(citation)}.`,
      "Es zählt die Stimme, die schon da ist.",
    ),
  ObjectionUnchanged: ({ procedure, seat, raised }, names) =>
    said(
      raised
        ? `${names.seat(seat)} hat dem Umlaufverfahren ${procedure} schon widersprochen.`
        : `${names.seat(seat)} hat dem Umlaufverfahren ${procedure} nicht widersprochen.`,
      "Es ändert sich nichts.",
      `umlauf ${procedure}`,
    ),
  ObjectionNotProvided: ({ citation }) =>
    said(
      `Ein Widerspruch gegen das Verfahren ist nicht vorgesehen (${citationText(citation)}).`,
      "Stimmen Sie mit Nein, wenn Sie gegen den Beschluss sind.",
    ),
  DeliveryUnchanged: ({ procedure, seat }, names) =>
    said(
      `${names.seat(seat)} hat den Wortlaut von Umlaufbeschluss ${procedure} schon bekommen.`,
      "Es ändert sich nichts.",
    ),
  WrittenConflictUnchanged: ({ procedure, seat, declared }, names) =>
    said(
      `${names.seat(seat)} ist beim Umlaufbeschluss ${procedure} ${declared ? "schon als befangen" : "nicht als befangen"} eingetragen.`,
      "Es ändert sich nichts.",
    ),
};
