import type {
  AttendancePerson,
  AttendanceStatus,
  BallotMode,
  ElectedPerson,
  Grade,
  InvitationView,
  MinutesView,
  MotionOutcome,
  PaperVersion,
  VoteChoice,
} from "../../core/papers/views.ts";
import type { ResultKind, RouteRole } from "../../core/route/events.ts";
import { resultKinds, routeRoles } from "../../texts/announcements-routes.ts";
import { minutesTitles } from "../../texts/papers-in-chat.ts";

type Code =
  | AttendancePerson["kind"]
  | AttendanceStatus
  | BallotMode
  | ElectedPerson["acceptance"]
  | Grade
  | InvitationView["kind"]
  | MinutesView["kind"]
  | MinutesView["status"]
  | MotionOutcome
  | PaperVersion
  | ResultKind
  | RouteRole
  | VoteChoice;

/** The German words for the codes of the views. */
const LABELS = {
  ...minutesTitles,
  ...resultKinds,
  ...routeRoles,
  absent: "abwesend",
  abstain: "Enthaltung",
  accepted: "Wahl angenommen",
  adjourned: "vertagt",
  advisory: "beratend",
  agreed: "vereinbart",
  approved: "genehmigt",
  cancellation: "Absage",
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
  invitation: "Einladung",
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
  said: "gesagt",
  secret: "geheim",
  settled: "ohne Abstimmung erledigt",
  sent: "versandt",
  takenOver: "übernommen",
  update: "Geänderte Einladung",
  undecided: "noch nicht entschieden",
  withdrawn: "zurückgezogen",
  yes: "Ja",
} satisfies Record<Code, string>;

/** The German word for a code, undefined for anything else. */
export function labelOf(code: string): string | undefined {
  return Object.hasOwn(LABELS, code) ? LABELS[code as Code] : undefined; // hasOwn has just made it a Code
}
