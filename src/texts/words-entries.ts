import type { EventType } from "../core/committee/events.ts";

/** Wie ein Eintrag heißt, der zurückgenommen werden kann. Others are never named here. */
export const entryNames: Partial<Readonly<Record<EventType, string>>> = {
  MeetingChaired: "Übergabe der Leitung",
  MinuteTakerNamed: "Benennung der Protokollführung",
  MeetingPaused: "Unterbrechung der Sitzung",
  MeetingResumed: "Fortsetzung der Sitzung",
  AttendanceRecorded: "Eintrag der Anwesenheit",
  SeatExcused: "Entschuldigung",
  HeadCountRecorded: "Eintrag einer Gruppe",
  QuorumEstablished: "Feststellung der Beschlussfähigkeit",
  AgendaItemAdded: "neuer Tagesordnungspunkt",
  AgendaItemChanged: "Änderung eines Tagesordnungspunktes",
  AgendaItemMoved: "Verschiebung eines Tagesordnungspunktes",
  AgendaItemRemoved: "Streichung eines Tagesordnungspunktes",
  AgendaAdopted: "Feststellung der Tagesordnung",
  AgendaItemCalled: "Aufruf eines Tagesordnungspunktes",
  AgendaItemAdjourned: "Vertagung eines Tagesordnungspunktes",
  SpeakerCalled: "Worterteilung",
  SpeakingTimeSet: "Redezeit",
  SpeakersListClosed: "Schließen der Redeliste",
  SpeakersListReopened: "Öffnen der Redeliste",
  FieldOpened: "Bereich",
  NoteTaken: "Notiz",
  TaskAssigned: "Aufgabe",
  DateAgreed: "vereinbarter Termin",
  ForwardingPromised: "Weitergabe",
  ReportDetailsSet: "Angabe zum Bericht",
  AttachmentNamed: "Anlage",
  MotionMoved: "Antrag",
  AmendmentMoved: "Änderungsantrag",
  MotionReworded: "Wortlaut eines Antrags",
  MotionWithdrawn: "Rückzug eines Antrags",
  AmendmentWithdrawn: "Rückzug eines Änderungsantrags",
  AmendmentTakenOver: "Übernahme eines Änderungsantrags",
  MotionDecided: "Feststellung eines Ergebnisses",
  QuestionPut: "Frage",
  QuestionOpposed: "Gegenrede",
  QuestionDecided: "Entscheidung über eine Frage",
  QuestionWithdrawn: "Rückzug einer Frage",
  HandCountEntered: "Handzeichen",
  ConflictDeclared: "Befangenheit",
  ConflictLifted: "Aufhebung einer Befangenheit",
  CandidateNominated: "Kandidatur",
  CandidateWithdrawn: "Rückzug einer Kandidatur",
  ElectionOpened: "Wahl",
  ElectionDeclared: "Feststellung eines Wahlergebnisses",
};

/** The record keeps the kind of entry; somebody's own words about it are kept as they are. */
export function entryName(label: string): string {
  return Object.entries(entryNames).find(([type]) => type === label)?.[1] ?? label;
}
