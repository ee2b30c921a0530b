import type { CommitteeState } from "../../core/committee/state.ts";
import { isDispatched, lastDispatch, lettersOf } from "../../core/invitation/dispatch.ts";
import type { InvitationEvent } from "../../core/invitation/events.ts";
import type { Edition, MeetingInvitation } from "../../core/invitation/state.ts";
import { holdersOf } from "../../core/membership/queries.ts";
import { dispatchDone, notDelivered, serverSaid, whatNow } from "../../texts/announcements-invitation.ts";
import type { Names } from "../../texts/names.ts";
import { aboutMeeting } from "./invitation-lines.ts";
import { leadership } from "./leadership.ts";
import { type Announcement, type Happened, plainChoice, type Summons, silent } from "./telling.ts";

type Recorded = Extract<InvitationEvent, { type: "DispatchRecorded" }>;

/** Versandnachweis: the office hears at once of a letter that did not arrive, and in one line when something is known of all. */
export function dispatchRecorded(event: Recorded, told: Happened): Announcement {
  const invitation = told.after.invitations.get(event.meeting);
  const edition = editionIn(invitation, event);
  if (invitation === undefined || edition === undefined) return silent;
  const summons = [...failure(event, edition, told), ...completion(event, invitation, edition, told)];
  return summons.length === 0 ? silent : { summons };
}

const editionIn = (invitation: MeetingInvitation | undefined, { edition }: Recorded): Edition | undefined =>
  invitation?.editions.find((one) => one.edition === edition);

function failure({ person, address, outcome, answer }: Recorded, edition: Edition, told: Happened): readonly Summons[] {
  if (outcome === "accepted" || outcome === "filed") return [];
  const { kind, text } = edition;
  const { date } = text.appointment;
  const lines = [notDelivered(kind, date, told.names.person(person), address), serverSaid(answer), whatNow(kind)];
  return toOffice(told, lines, text);
}

function completion(
  event: Recorded,
  invitation: MeetingInvitation,
  edition: Edition,
  told: Happened,
): readonly Summons[] {
  const before = told.before.invitations.get(event.meeting);
  const old = editionIn(before, event);
  const wasDone = before === undefined || old === undefined || isDispatched(before, old);
  if (wasDone || !isDispatched(invitation, edition)) return [];
  return toOffice(told, [dispatchDone(summaryOf(invitation, edition, told.names))], edition.text);
}

function summaryOf(invitation: MeetingInvitation, edition: Edition, names: Names) {
  const letters = lettersOf(invitation, edition);
  const thatAre = (...wanted: readonly string[]) =>
    letters.filter(({ person }) => wanted.includes(lastDispatch(edition, person)?.outcome ?? ""));
  return {
    kind: edition.kind,
    date: edition.text.appointment.date,
    letters: letters.length,
    accepted: thatAre("accepted").length,
    filed: thatAre("filed").length,
    failed: thatAre("refused", "bounced").map(({ person }) => names.person(person)),
  };
}

function toOffice(told: Happened, lines: readonly string[], { appointment }: Edition["text"]): readonly Summons[] {
  const choices = [plainChoice(aboutMeeting("versand", { appointment }))];
  return officeOf(told.after, told.today).map((person) => ({ person, lines, choices }));
}

/** Geschäftsführung; where nobody holds it, the leadership. */
function officeOf(state: CommitteeState, today: Happened["today"]) {
  const office = holdersOf(state.membership, "office", today).map(({ person }) => person);
  return office.length === 0 ? leadership(state, today) : office;
}
