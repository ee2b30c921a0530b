import type { DocumentationView, DocumentedIdea, DocumentedResult } from "./documentation.ts";
import { isIntranetUrl, stripIntranetUrls } from "./intranet.ts";
import type { PaperKind, PaperViews } from "./paper-kinds.ts";
import type {
  AgendaItemView,
  AgendaView,
  AttendanceSummary,
  AttendanceView,
  BallotView,
  ElectionRoundView,
  InvitationView,
  MinutesAmendment,
  MinutesElection,
  MinutesItem,
  MinutesMotion,
  MinutesTask,
  MinutesView,
  PaperHead,
  Party,
  ReportView,
  WallView,
} from "./views.ts";

const NON_PUBLIC_TITLE = "nichtöffentlich";
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu;
const EMAIL_REPLACEMENT = "(E-Mail-Adresse entfernt)";

/**
 * Öffentliche Fassung of an internal view: without names of those who only attended, roll calls, corrections, e-mail addresses, what is
 * marked internal and addresses of the intranet; non-public items keep their number. A public view stays as it is.
 */
const NARROW: { readonly [K in PaperKind]: (view: PaperViews[K]) => PaperViews[K] } = {
  agenda: publicAgenda,
  attendance: publicAttendance,
  minutes: publicMinutes,
  report: publicReport,
  invitation: publicInvitation,
  wall: publicWall,
  documentation: publicDocumentation,
};

/** The view a paper of this kind may show in public. */
export function publicVersion<K extends PaperKind>(kind: K, view: PaperViews[K]): PaperViews[K] {
  return NARROW[kind](view);
}

function publicAgenda(view: AgendaView): AgendaView {
  return redact({ ...view, head: publicHead(view.head), items: view.items.map(publicAgendaItem) }, { emails: "keep" });
}

function publicAgendaItem(item: AgendaItemView): AgendaItemView {
  if (!item.isPublic) return { number: item.number, title: NON_PUBLIC_TITLE, isPublic: false, papers: [] };
  const { presenter, ...rest } = item;
  const organization = presenter?.organization;
  return organization === undefined ? rest : { ...rest, presenter: { organization } };
}

/** It goes to members: agenda and addresses stay. */
function publicInvitation(view: InvitationView): InvitationView {
  return redact({ ...view, head: publicHead(view.head) }, { emails: "keep" });
}

function publicWall(view: WallView): WallView {
  return redact({ ...view, head: publicHead(view.head) }, { emails: "strip" });
}

/** Whose ideas and comments they are stays internal, and who is to see to a result, but for the Träger; who moderated does not. */
function publicDocumentation(view: DocumentationView): DocumentationView {
  const narrowed = {
    ...view,
    head: publicHead(view.head),
    sections: view.sections.map((section) => ({
      ...section,
      groups: section.groups.map((group) => ({ ...group, ideas: group.ideas.map(publicIdea) })),
      ungrouped: section.ungrouped.map(publicIdea),
    })),
    results: view.results.map(publicResult),
  };
  return redact(narrowed, { emails: "strip" });
}

function publicIdea({ by: _by, ...idea }: DocumentedIdea): DocumentedIdea {
  return { ...idea, comments: idea.comments.map(({ by: _author, ...comment }) => comment) };
}

function publicResult({ owner, ...result }: DocumentedResult): DocumentedResult {
  const organization = owner?.organization;
  return organization === undefined ? result : { ...result, owner: { organization } };
}

function publicAttendance(view: AttendanceView): AttendanceView {
  const narrowed = { ...view, head: publicHead(view.head), attendance: withoutNames(view.attendance) };
  return redact(narrowed, { emails: "strip" });
}

function publicMinutes(view: MinutesView): MinutesView {
  const narrowed = {
    ...view,
    head: publicHead(view.head),
    attendance: withoutNames(view.attendance),
    items: view.items.map(publicMinutesItem),
    corrections: [],
  };
  return redact(narrowed, { emails: "strip" });
}

function publicReport(view: ReportView): ReportView {
  return redact({ ...view, head: publicHead(view.head) }, { emails: "strip" });
}

function publicHead(head: PaperHead): PaperHead {
  return { ...head, version: "public" };
}

/** Attendance by Träger and function; who the people were stays internal. */
function withoutNames(attendance: AttendanceSummary): AttendanceSummary {
  return {
    ...attendance,
    seats: attendance.seats.map(({ person: _person, representedPerson: _represented, ...seat }) => seat),
    persons: attendance.persons.map(({ person: _person, ...other }) => other),
    groups: attendance.groups.map((group) => ({ ...group, persons: [] })),
  };
}

function publicMinutesItem(item: MinutesItem): MinutesItem {
  if (!item.isPublic) {
    const nothing = { recusals: [], statements: [], motions: [], elections: [], tasks: [], dates: [] };
    const number = item.number === undefined ? {} : { number: item.number };
    return { ...number, title: NON_PUBLIC_TITLE, isPublic: false, ...nothing };
  }
  return {
    ...item,
    motions: item.motions.map(publicMotion),
    elections: item.elections.map(publicElection),
    tasks: item.tasks.map(publicTask),
  };
}

function publicMotion({ ballot, movedBy, ...motion }: MinutesMotion): MinutesMotion {
  return {
    ...motion,
    ...publicMover(movedBy),
    ...(ballot ? { ballot: withoutRollCall(ballot) } : {}),
    amendments: motion.amendments.map(publicAmendment),
  };
}

function publicAmendment({ ballot, movedBy, ...amendment }: MinutesAmendment): MinutesAmendment {
  return {
    ...amendment,
    ...publicMover(movedBy),
    ...(ballot ? { ballot: withoutRollCall(ballot) } : {}),
  };
}

function withoutRollCall(ballot: BallotView): BallotView {
  return { ...ballot, rollCall: [] };
}

/**
 * The holders are public, with their votes and the steps it took; who stood and was not elected, or declined, is not, nor whom a
 * lot was drawn between or who watched.
 */
function publicElection(election: MinutesElection): MinutesElection {
  const elected = election.elected.filter((one) => one.acceptance === "accepted");
  return { ...election, rounds: election.rounds.map(publicRound), elected };
}

function publicRound({
  results: _results,
  counts: _counts,
  ruling: _ruling,
  ...round
}: ElectionRoundView): ElectionRoundView {
  return { ...round, results: [], counts: [] };
}

function publicTask({ owner, ...task }: MinutesTask): MinutesTask {
  const organization = owner?.organization;
  return organization === undefined ? task : { ...task, owner: { organization } };
}

/** The Träger who moved it, without the person. */
function publicMover(movedBy: Party | undefined): { readonly movedBy?: Party } {
  return movedBy?.organization === undefined ? {} : { movedBy: { organization: movedBy.organization } };
}

type Redaction = { readonly emails: "keep" | "strip" };

/** The same view without e-mail fields, internal parts and intranet addresses, however deep they lie. */
function redact<T>(view: T, how: Redaction): T {
  // The shape stays: only elements of lists, optional members and pieces of texts are taken out.
  return redacted(view, how) as T;
}

function redacted(value: unknown, how: Redaction): unknown {
  if (typeof value === "string") return redactText(value, how);
  if (Array.isArray(value)) return value.filter((entry) => !isInternal(entry)).map((entry) => redacted(entry, how));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key, member]) => isKept(key, member));
  return Object.fromEntries(kept.map(([key, member]) => [key, redacted(member, how)]));
}

function isKept(key: string, member: unknown): boolean {
  if (key === "email" || isInternal(member)) return false;
  return key !== "url" || typeof member !== "string" || !isIntranetUrl(member);
}

function isInternal(value: unknown): boolean {
  return typeof value === "object" && value !== null && "internalOnly" in value && value.internalOnly === true;
}

function redactText(text: string, how: Redaction): string {
  const stripped = stripIntranetUrls(text);
  return how.emails === "keep" ? stripped : stripped.replace(EMAIL, EMAIL_REPLACEMENT);
}
