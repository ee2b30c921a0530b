import type { DocumentationView } from "./documentation.ts";
import type { AgendaView, AttendanceView, InvitationView, MinutesView, ReportView, WallView } from "./views.ts";

/** Art der Unterlage mit ihrer Sicht. */
export type PaperViews = {
  readonly agenda: AgendaView;
  readonly attendance: AttendanceView;
  readonly minutes: MinutesView;
  readonly report: ReportView;
  readonly invitation: InvitationView;
  readonly wall: WallView;
  readonly documentation: DocumentationView;
};
export type PaperKind = keyof PaperViews;
