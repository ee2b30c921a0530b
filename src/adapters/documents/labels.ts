import type {
  AttendancePerson,
  AttendanceStatus,
  BallotMode,
  ElectedPerson,
  Grade,
  MinutesView,
  MotionOutcome,
  PaperVersion,
  VoteChoice,
} from "../../core/papers/views.ts";
import { minutesTitles } from "../../texts/papers-in-chat.ts";

type Code =
  | AttendancePerson["kind"]
  | AttendanceStatus
  | BallotMode
  | ElectedPerson["acceptance"]
  | Grade
  | MinutesView["kind"]
  | MinutesView["status"]
  | MotionOutcome
  | PaperVersion
  | VoteChoice;

/** The German words for the codes of the views. */
const LABELS = {
  ...minutesTitles,
  absent: "abwesend",
  abstain: "Enthaltung",
  accepted: "Wahl angenommen",
  adjourned: "vertagt",
  advisory: "beratend",
  agreed: "vereinbart",
  approved: "genehmigt",
  carried: "angenommen",
  carriedWithChanges: "mit Änderungen angenommen",
  consensus: "einvernehmlich festgestellt",
  declined: "Wahl nicht angenommen",
  delegate: "weitere Vertretung",
  draft: "Entwurf",
  elected: "gewählt",
  divided: "geteilt",
  excused: "entschuldigt",
  found: "festgestellt",
  guest: "Gast",
  internal: "intern",
  invalid: "ungültig",
  mentioned: "genannt",
  no: "Nein",
  office: "Geschäftsführung",
  open: "offen",
  pending: "Annahme steht aus",
  present: "anwesend",
  public: "öffentlich",
  rejected: "abgelehnt",
  represented: "vertreten",
  resolved: "beschlossen",
  rollCall: "namentlich",
  secret: "geheim",
  settled: "ohne Abstimmung erledigt",
  sent: "versandt",
  takenOver: "übernommen",
  undecided: "noch nicht entschieden",
  withdrawn: "zurückgezogen",
  yes: "Ja",
} satisfies Record<Code, string>;

/** The German word for a code, undefined for anything else. */
export function labelOf(code: string): string | undefined {
  return Object.hasOwn(LABELS, code) ? LABELS[code as Code] : undefined; // hasOwn has just made it a Code
}
