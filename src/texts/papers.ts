import type { AttendancePerson } from "../core/papers/views.ts";
import type { AgendaWording, AttendanceWording, PaperWording, QuorumFacts } from "../core/papers/wording.ts";
import { documentationWording } from "./papers-documentation.ts";
import { invitationWording } from "./papers-invitation.ts";
import { minutesWording } from "./papers-minutes.ts";
import { reportWording } from "./papers-report.ts";
import { spokenTime } from "./papers-sentences.ts";
import { silentRules } from "./rulings-source.ts";

const agenda: AgendaWording = {
  hints: ["Bitte verständigen Sie bei Verhinderung Ihre Stellvertretung."],
  carriedOver: "aus der vorigen Sitzung übernommen",
  deferred: "wegen Beschlussunfähigkeit zurückgestellt",
  repeatNotice: (min) =>
    `Wiederholungssitzung: Über die wegen Beschlussunfähigkeit zurückgestellten Punkte wird ${min > 1 ? `schon mit ${min} anwesenden Stimmen` : "ohne Rücksicht auf die Zahl der Anwesenden"} beschlossen.`,
  late: "nach der Frist vorgeschlagen",
  withoutResolution: "ohne Beschlussfassung",
  proposedBy: (organization) => `Vorschlag: ${organization}`,
};

const GROUPS: Readonly<Record<AttendancePerson["kind"], { readonly one: string; readonly many: string }>> = {
  delegate: { one: "Trägervertretung", many: "Trägervertretungen" },
  office: { one: "Person der Geschäftsführung", many: "Personen der Geschäftsführung" },
  advisory: { one: "beratendes Mitglied", many: "beratende Mitglieder" },
  guest: { one: "Gast", many: "Gäste" },
};

const attendance: AttendanceWording = {
  quorum: quorumSentence,
  group: (kind, count) => (count === 1 ? GROUPS[kind].one : GROUPS[kind].many),
};

function quorumSentence({ quorate, present, needed, base, paragraph, time, demandedBy }: QuorumFacts): string {
  const when = time === undefined ? "" : ` um ${spokenTime(time)}`;
  const source = paragraph === undefined ? silentRules : withRules(paragraph);
  const finding = quorate ? "Beschlussfähigkeit" : "Beschlussunfähigkeit";
  const asked = demandedBy === undefined ? "" : ` auf Verlangen (${demandedBy})`;
  return `${finding} wurde${when}${asked} festgestellt: ${present} von ${base} Stimmen anwesend, nötig sind ${needed} (${source}).`;
}

const withRules = (paragraph: string): string => (/\bGO\b/.test(paragraph) ? paragraph : `${paragraph} GO`);

/** Wortlaut der Unterlagen. What a template says stands in `templates/`, what a view says stands here. */
export const paperWording: PaperWording = {
  agenda,
  attendance,
  minutes: minutesWording,
  report: reportWording,
  invitation: invitationWording,
  documentation: documentationWording,
};
