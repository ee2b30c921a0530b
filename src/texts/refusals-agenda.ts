import { counted } from "./names.ts";
import { type Sentences, said } from "./refusal-text.ts";
import { warningsFirst } from "./rulings-rights.ts";
import { inBrackets } from "./rulings-source.ts";

type Code =
  | "UnknownItem"
  | "NoItemLeft"
  | "NoItemCalled"
  | "ItemIsCalled"
  | "ItemIsOver"
  | "ItemWithoutDecision"
  | "AgendaAlreadyAdopted"
  | "AgendaEmpty"
  | "SpeakersListIsClosed"
  | "SpeakersListIsOpen"
  | "AlreadyOnSpeakersList"
  | "NotOnSpeakersList"
  | "SpeakersListEmpty"
  | "NobodySpeaks"
  | "WarningsFirst"
  | "WordWasWithdrawn"
  | "ChairHandsOver"
  | "SpokenOftenEnough"
  | "SpeakingTimeOutOfRange"
  | "CountOutOfRange"
  | "NoCollectionOpen"
  | "OnlyInPrivate";

/** Ablehnungen rund um Tagesordnung, Redeliste und Protokoll. */
export const agendaRefusals: Sentences<Code> = {
  UnknownItem: ({ count }) =>
    said(
      count === 0
        ? "Diesen Tagesordnungspunkt gibt es nicht."
        : `Die Tagesordnung hat ${counted(count, "Punkt", "Punkte")}.`,
      "Die Nummern stehen in der Tagesordnung.",
      "tagesordnung",
    ),
  NoItemLeft: () =>
    said("Alle Tagesordnungspunkte sind behandelt.", "Die Sitzung kann geschlossen werden.", "sitzung schließen"),
  NoItemCalled: () =>
    said("Es ist kein Tagesordnungspunkt aufgerufen.", "Zuerst einen Punkt aufrufen.", "weiter", "tagesordnung"),
  ItemIsCalled: ({ title }) =>
    said(`„${title}“ wird gerade behandelt.`, "Mit „weiter“ kommt der nächste Punkt.", "weiter"),
  ItemIsOver: ({ title }) =>
    said(`„${title}“ ist schon abgeschlossen.`, "Offen sind die übrigen Punkte.", "tagesordnung"),
  ItemWithoutDecision: ({ title }) =>
    said(
      `„${title}“ steht ohne Beschlussfassung auf der Tagesordnung.`,
      "Beraten ist möglich; die Sitzungsleitung kann den Punkt ändern.",
      "tagesordnung",
    ),
  AgendaAlreadyAdopted: () =>
    said("Die Tagesordnung ist schon festgestellt.", "Einzelne Punkte können noch geändert werden.", "tagesordnung"),
  AgendaEmpty: () => said("Die Tagesordnung ist leer.", "Zuerst Punkte vorschlagen: „top vorschlagen“ und der Titel."),
  SpeakersListIsClosed: () =>
    said("Die Redeliste ist geschlossen.", "Wer darauf steht, kommt noch zu Wort.", "redeliste"),
  SpeakersListIsOpen: () => said("Die Redeliste ist schon offen.", "Wortmeldungen sind möglich.", "melden"),
  AlreadyOnSpeakersList: ({ person, place }, names) =>
    said(
      `${names.person(person)} steht schon auf der Redeliste (Platz ${place}).`,
      "Es ändert sich nichts.",
      "redeliste",
    ),
  NotOnSpeakersList: ({ person }, names) =>
    said(`${names.person(person)} steht nicht auf der Redeliste.`, "Wer sprechen möchte, meldet sich.", "melden"),
  NobodySpeaks: () => said("Zurzeit hat niemand das Wort.", "Das Wort erteilt die Sitzungsleitung.", "nächste"),
  WarningsFirst: ({ person, ruling }, names) =>
    said(warningsFirst(names.person(person), ruling), "Zuerst ermahnen, mit Grund.", "ermahnen"),
  WordWasWithdrawn: ({ person }, names) =>
    said(
      `${names.person(person)} ist zu diesem Punkt das Wort entzogen.`,
      "Zum nächsten Punkt geht es wieder.",
      "redeliste",
    ),
  ChairHandsOver: ({ person, citation }, names) =>
    said(
      `${names.person(person)} leitet die Sitzung; wer mitreden will, gibt die Leitung ab ${inBrackets(citation)}.`,
      "Die Leitung geht mit „leitung NAME“ über, danach ist die Wortmeldung möglich.",
      "leitung",
    ),
  SpeakersListEmpty: () => said("Die Redeliste ist leer.", "Niemand hat sich gemeldet.", "weiter"),
  SpokenOftenEnough: ({ person, turns, citation }, names) =>
    said(
      `${names.person(person)} hat zu diesem Punkt schon ${counted(turns, "Mal", "Mal")} gesprochen; mehr sieht die Geschäftsordnung nicht vor ${inBrackets(citation)}.`,
      "Beim nächsten Punkt ist eine Wortmeldung wieder möglich.",
      "redeliste",
    ),
  SpeakingTimeOutOfRange: () =>
    said("Die Redezeit muss zwischen 10 Sekunden und 60 Minuten liegen.", "Zum Beispiel 3 Minuten.", "redezeit 3"),
  CountOutOfRange: () => said("Gebraucht werden ganze Zahlen, bei Gästen von 1 bis 100.000.", "Bitte die Zahl prüfen."),
  NoCollectionOpen: () =>
    said(
      "Es läuft keine anonyme Sammlung.",
      "Die Sitzungsleitung eröffnet sie: „sammlung anonym“ und die Überschrift.",
    ),
  OnlyInPrivate: ({ what }) =>
    said(
      what === "vote"
        ? "Die Abstimmung ist geheim. Im Raum könnten alle Ihre Stimme lesen; sie wurde nicht gezählt."
        : "Anonyme Beiträge gehen nur im direkten Gespräch mit mir; Ihr Beitrag wurde nicht aufgenommen.",
      "Schreiben Sie mir dasselbe bitte direkt, nicht in den Raum.",
    ),
};
