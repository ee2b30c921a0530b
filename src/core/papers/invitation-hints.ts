import type { InvitationHint, InvitationText } from "../invitation/events.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { agendaProposals } from "../rules/agenda-deadline.ts";
import type { Rules } from "../rules/rules.ts";
import { cite } from "../rules/setting.ts";
import type { InvitationWording } from "./wording.ts";

/** Hinweise der Einladung in Sätzen, as on the day it goes out. */
export function invitationHints(
  rules: Rules,
  wording: InvitationWording,
  { hints, appointment, proposalsUntil }: InvitationText,
  day: LocalDate,
): readonly string[] {
  const { proxy } = rules.membership;
  const { repeat } = rules.quorum;
  const sentences: { readonly [Hint in InvitationHint]: () => string } = {
    substitute: () => wording.substitute(cite("membership.proxy", proxy)),
    repeat: () => wording.repeatNotice(repeat.value.min, cite("quorum.repeat", repeat)),
  };
  const { citation } = agendaProposals(rules, { meeting: appointment.date });
  return [
    ...hints.map((hint) => sentences[hint]()),
    ...(proposalsUntil === undefined ? [] : [wording.proposals(proposalsUntil, proposalsUntil < day, citation)]),
  ];
}
