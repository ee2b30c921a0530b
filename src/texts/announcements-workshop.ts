import type { Appointment } from "../core/kernel/appointment.ts";
import type { WorkshopPhaseKind } from "../core/workshop/events.ts";
import type { GuidingQuestion, Workshop } from "../core/workshop/state.ts";
import { appointmentText } from "./announcements-meeting.ts";
import { counted, joined } from "./names.ts";

/** "Workshop „Klausurtagung“" */
export const workshopName = (title: string): string => `Workshop „${title}“`;

export const workshopPlanned = (title: string): string => `${workshopName(title)} ist angesetzt.`;
export const workshopDay = (day: Appointment): string => appointmentText(day);
/** "Mittwoch, 22.03.2028, 9–16 Uhr (bisher Montag, 20.03.2028, 9–16 Uhr)" */
export const workshopDayMoved = (day: Appointment, before: Appointment): string =>
  `${appointmentText(day)} (bisher ${appointmentText(before)})`;
export const workshopDayAdded = (day: Appointment): string => `${appointmentText(day)} (neu)`;
export const workshopDaysDropped = (days: readonly Appointment[]): string =>
  `${days.length === 1 ? "Es entfällt" : "Es entfallen"}: ${days.map(appointmentText).join("; ")}.`;

/** Was sich an den Tagen geändert hat, in one sentence. */
export function workshopMoved(title: string, changed: { readonly moved: number; readonly added: number }): string {
  const name = workshopName(title);
  if (changed.moved > 0) return `${name} ist verlegt.`;
  return changed.added > 0 ? `${name} dauert länger.` : `${name} ist geändert.`;
}
export const workshopPlaceMoved = (place: string, before: string | undefined): string =>
  before === undefined ? `Ort: ${place}.` : `Ort jetzt: ${place} (bisher ${before}).`;
export const workshopCalledOff = (title: string, days: readonly Appointment[]): string =>
  `${workshopName(title)} ist abgesagt (${days.map(appointmentText).join("; ")}).`;
export const workshopStaysPlanned = (title: string, days: readonly Appointment[]): string =>
  `${workshopName(title)} (${days.map(appointmentText).join("; ")}) gehört zu dieser Sitzung und bleibt, wie er angesetzt ist.`;
export const workshopEntriesFile = (title: string): string => `${title.replace(/[^\p{L}\p{N}]+/gu, "-")}.ics`;

export const workshopContinues = (spoken: number): string => `Er setzt die ${spoken}. Sitzung fort.`;
export const workshopMode = (anonymous: boolean, hidden: boolean): string =>
  `${anonymous ? "Ideen sind anonym: nur im Direktchat, ohne Namen." : "Ideen stehen mit Namen da."}${
    hidden ? " Gezeigt werden sie erst, wenn die Moderation sie aufdeckt." : ""
  }`;
export const workshopModeOf = (title: string, anonymous: boolean, hidden: boolean): string =>
  `${workshopName(title)}: ${workshopMode(anonymous, hidden)}`;
export const moderatorNamed = (title: string, person: string): string =>
  `${person} moderiert den ${workshopName(title)}.`;
export const moderatedBy = (people: string): string => `Moderation: ${people}.`;

export const guidingQuestion = ({ question, text }: GuidingQuestion): string => `Leitfrage ${question}: ${text}`;
export const questionForThisRoom = ({ question, text }: GuidingQuestion): string =>
  `Leitfrage ${question} für diesen Raum: ${text}`;
export const questionForRoom = ({ question, text }: GuidingQuestion, room: string): string =>
  `Leitfrage ${question} für den Raum ${room}: ${text}`;
export const roomWorksOn = ({ question }: GuidingQuestion, room: string): string =>
  `Leitfrage ${question} bearbeitet der Raum ${room}.`;

export const ideasInThread = ({ question }: GuidingQuestion): string =>
  `Ideen dazu als Antwort auf diese Nachricht: „idee: …“. Von anderswo: „idee zu ${question}: …“.`;

export const workshopOpened = (title: string): string => `${workshopName(title)} ist eröffnet.`;
export const firstPhaseNext = (): string => "Die Moderation beginnt mit der ersten Phase: „phase ideen 20 min“.";
export const workshopClosed = (title: string): string => `${workshopName(title)} ist geschlossen.`;
export const resultsNext = (): string =>
  "Was daraus geworden ist, zeigt „ergebnisse“; das Papier dazu macht „dokumentation“.";

export const phaseNames: Readonly<Record<WorkshopPhaseKind, string>> = {
  ideas: "Ideen sammeln",
  grouping: "Gruppieren",
  weighting: "Gewichten",
  results: "Ergebnisse",
  break: "Pause",
  other: "Phase",
};

/** "Ideen sammeln", "Murmelrunde", "Murmelrunde (Ideen sammeln)" */
export function phaseName(kind: WorkshopPhaseKind, title: string | undefined): string {
  if (title === undefined) return phaseNames[kind];
  return kind === "other" ? title : `${title} (${phaseNames[kind]})`;
}

/** `until`: clock time. */
export const phaseBegun = (name: string, until: string | undefined): string =>
  until === undefined ? `Jetzt: ${name}.` : `Jetzt: ${name}, bis ${until}.`;

/** Was jetzt zu tun ist; nothing for what its title says. */
export function whatToDo(kind: WorkshopPhaseKind, anonymous: boolean): string {
  switch (kind) {
    case "ideas":
      return anonymous
        ? "Schreiben Sie Ihre Ideen im Direktchat, je Zeile eine: „idee: …“. Niemand erfährt, von wem sie sind."
        : "Schreiben Sie Ihre Ideen, je Zeile eine: „idee: …“.";
    case "grouping":
      return "Was zusammengehört, kommt in eine Gruppe: „gruppe „NAME“ 3, 7“.";
    case "weighting":
      return "Die Moderation eröffnet die Gewichtung: „gewichtung eröffnen“.";
    case "results":
      return "Aus Gruppen und Ideen werden Ergebnisse: „ergebnis …“.";
    case "break":
    case "other":
      return "";
  }
}

export const timeIsUp = (name: string): string => `Die Zeit ist um: ${name}.`;
export const untilNextPhase = (): string => "Es geht weiter, bis die Moderation die nächste Phase beginnt.";
export const timeUpForYou = (name: string): string => `Die Zeit ist um: ${name}. Welche Phase kommt jetzt?`;

export const noWorkshopYet = (): string => "Es ist kein Workshop angesetzt.";
export const planOneNext = (): string =>
  "Leitung oder Geschäftsführung kann einen ansetzen: „workshop planen „TITEL“ DATUM“.";

export const workshopStates: Readonly<Record<Workshop["status"], string>> = {
  planned: "ist angesetzt",
  open: "ist eröffnet",
  closed: "ist geschlossen",
  cancelled: "ist abgesagt",
};
export const workshopIs = (title: string, status: Workshop["status"]): string =>
  `${workshopName(title)} ${workshopStates[status]}.`;

export const noPhaseYet = (): string => "Es hat noch keine Phase begonnen.";
/** `left` in whole minutes; below one it is over. */
export function phaseRuns(name: string, left: number | undefined): string {
  if (left === undefined) return `Phase: ${name}.`;
  return left > 0 ? `Phase: ${name}, noch ${counted(left, "Minute", "Minuten")}.` : `Phase: ${name}, die Zeit ist um.`;
}

type Numbers = { readonly ideas: number; readonly groups: number; readonly sealed: number };

/** "34 Ideen in 6 Gruppen; 5 anonyme liegen im Kasten." */
export function workshopNumbers({ ideas, groups, sealed }: Numbers): string {
  const grouped = groups === 0 ? "" : `, ${counted(groups, "Gruppe", "Gruppen")}`;
  const inBox = sealed === 0 ? "" : ` Im Kasten ${sealed === 1 ? "liegt" : "liegen"} ${anonymousIdeas(sealed)}.`;
  return `${counted(ideas, "Idee", "Ideen")}${grouped}.${inBox}`;
}
const anonymousIdeas = (count: number): string => counted(count, "anonyme Idee", "anonyme Ideen");

export const ideasStillHidden = (): string => "Die Ideen sind noch verdeckt.";
export const questionsHead = (): string => "Leitfragen:";
export const recordedHead = (): string => "Festgehalten:";
export const resultsOfWorkshop = (count: number): string =>
  `${counted(count, "Ergebnis", "Ergebnisse")}: „ergebnisse“ zeigt, wo ${count === 1 ? "es steht" : "sie stehen"}.`;
export const participantsAre = (groups: readonly string[]): string => `Teilnehmende: ${joined(groups)}.`;
export const nextOpening = (): string => "Als Nächstes: „workshop eröffnen“.";
export const nextPhase = (): string => "Als Nächstes: die nächste Phase, oder „workshop schließen“.";

export const workshopRuns = (title: string, phase: string): string => `${workshopName(title)} läuft. ${phase}`;
export const nextWorkshop = (title: string, day: string): string => `Nächster ${workshopName(title)}: ${day}.`;

export const noWorkshopNamed = (typed: string): string => `Ein Workshop „${typed}“ ist nicht angesetzt.`;
export const whichWorkshop = (): string => "Es sind mehrere Workshops angesetzt. Welcher ist gemeint?";
/** "Workshop „Auftakt“, ab Montag, 20.03.2028" */
export const workshopFrom = (title: string, day: Appointment | undefined): string =>
  day === undefined ? workshopName(title) : `${workshopName(title)}, ${appointmentText(day)}`;

export const oneDayForOne = (): string =>
  "Ein Tag wird auf einen Tag verlegt. Weitere kommen mit „workshop tag dazu“ dazu.";

export const unknownRoom = (typed: string): string => `Einen Raum „${typed}“ kennt das Gremium nicht.`;
export const noPhase = (typed: string): string =>
  `„${typed}“ ist keine Phase. Eine eigene steht in Anführungszeichen: „phase „Murmelrunde“ 10 min“.`;
export const separateDays = (): string => "Das sind mehrere Tage. Mehrere Tage trennt ein Semikolon.";
export const onePlaceOnly = (one: string, other: string): string =>
  `Ein Workshop hat einen Ort, hier stehen zwei: „${one}“ und „${other}“.`;
