import { assertNever } from "../kernel/assert-never.ts";
import type { EventMeta } from "../kernel/event-meta.ts";
import type { InvitationEvent } from "./events.ts";
import type { Edition, InvitationsState, MeetingInvitation } from "./state.ts";

type Of<Type extends InvitationEvent["type"]> = Extract<InvitationEvent, { type: Type }>;

/** Was aus einer Einladung wird. */
export function evolveInvitations(state: InvitationsState, event: InvitationEvent, meta: EventMeta): InvitationsState {
  if (event.type === "MailNoted" || event.type === "AnswerRemindersSent") return state;
  const before = state.get(event.meeting) ?? { meeting: event.meeting, editions: [], answers: new Map() };
  return new Map(state).set(event.meeting, changed(before, event, meta));
}

function changed(
  before: MeetingInvitation,
  event: Exclude<InvitationEvent, { type: "MailNoted" | "AnswerRemindersSent" }>,
  meta: EventMeta,
): MeetingInvitation {
  switch (event.type) {
    case "InvitationDrafted":
      return { ...before, draft: { text: event.text, source: meta.version } };
    case "InvitationSent": {
      const { type: _, meeting: __, ...rest } = event;
      const edition: Edition = { ...rest, at: meta.at, source: meta.version, dispatches: new Map() };
      return { ...before, editions: [...before.editions, edition] };
    }
    case "DispatchRecorded":
      return { ...before, editions: before.editions.map((one) => withDispatch(one, event, meta)) };
    case "AttendanceAnswered": {
      const { type: _, meeting: __, ...rest } = event;
      const answer = { ...rest, at: meta.at, source: meta.version };
      return { ...before, answers: new Map(before.answers).set(event.person, answer) };
    }
    default:
      return assertNever(event);
  }
}

function withDispatch(edition: Edition, event: Of<"DispatchRecorded">, meta: EventMeta): Edition {
  if (edition.edition !== event.edition) return edition;
  const { type: _, meeting: __, edition: ___, ...rest } = event;
  const known = edition.dispatches.get(event.person) ?? [];
  const dispatches = new Map(edition.dispatches).set(event.person, [
    ...known,
    { ...rest, at: meta.at, source: meta.version },
  ]);
  return { ...edition, dispatches };
}
