import { contentsOfMinutes } from "../../core/committee/minutes-facts.ts";
import { approvalNow } from "../../core/committee/minutes-now.ts";
import { missingSigners } from "../../core/committee/minutes-signers.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import { daysBetween, type LocalDate } from "../../core/kernel/local-date.ts";
import { entry } from "../../core/kernel/table.ts";
import { daysLater, noHolidays } from "../../core/kernel/workdays.ts";
import type { Meeting } from "../../core/meeting/state.ts";
import type { IssuedEvent } from "../../core/minutes/evolve-issued.ts";
import { minutesDeadlines } from "../../core/rules/minutes-deadlines.ts";
import { lastDayOf, parsePeriod } from "../../core/rules/period.ts";
import { cite } from "../../core/rules/setting.ts";
import {
  distributionLine,
  howToObject,
  howToSettle,
  minutesApproved,
  minutesLocked,
  minutesSent,
  minutesSigned,
  objectionLate,
  objectionReceived,
  objectionSettled,
  objectionTold,
  signaturesMissing,
} from "../../texts/announcements-issued-minutes.ts";
import {
  approvalManner,
  approvalPlanSentence,
  contentsSentence,
  draftSentence,
  minutesApprovalText,
  objectionPeriodSentence,
} from "../../texts/rulings-minutes.ts";
import { leadership } from "./leadership.ts";
import { type Announcement, type Announcers, type Happened, plainChoice, silent } from "./telling.ts";

/** Was zum Protokoll nach der Sitzung zu sagen ist. */
export const announceIssuedMinutes: Announcers<IssuedEvent["type"]> = {
  MinutesSent: sent,
  MinutesSigned: ({ meeting, role, person }, { after, names }) =>
    about(after, meeting, (date) => ({
      everyone: [minutesSigned(date, names.person(person), role), signaturesMissing(missingSigners(after, meeting))],
    })),
  MinutesObjectionRaised: raised,
  MinutesObjectionSettled: ({ objection, isAccepted, text }) => ({
    everyone: [objectionSettled(objection, isAccepted, text)],
    choices: [plainChoice("protokoll genehmigen")],
  }),
  MinutesApproved: ({ meeting, manner, on, paragraph }, { after, today }) =>
    about(after, meeting, (date, held) => ({
      everyone: [
        ...(manner === "objectionsTreated" ? [`${minutesApprovalText(approvalNow(after, held, today))}.`] : []),
        minutesApproved(date, on, approvalManner({ manner, ...(paragraph === undefined ? {} : { paragraph }) })),
        minutesLocked(),
      ],
    })),
};

function about(
  { meetings }: CommitteeState,
  number: number,
  tell: (date: LocalDate, meeting: Meeting) => Announcement,
): Announcement {
  const meeting = entry(meetings.meetings, number);
  return meeting === undefined ? silent : tell(meeting.appointment.date, meeting);
}

type Of<Type extends IssuedEvent["type"]> = Extract<IssuedEvent, { type: Type }>;

/** To all until when and how; to whoever sent them what was late, and what is missing. */
function sent(event: Of<"MinutesSent">, { after }: Happened): Announcement {
  return about(after, event.meeting, (date) => sentOf(event, after, date));
}

function sentOf({ meeting, sentOn, lastDay }: Of<"MinutesSent">, after: CommitteeState, date: LocalDate): Announcement {
  const { protocol } = after.rules;
  // The last day was worked out with the holidays when it was decided; nothing else here depends on them.
  const deadlines = minutesDeadlines(after.rules, { meeting: date, submitted: sentOn, holidays: noHolidays });
  const counted = lastDayOf(parsePeriod(protocol.objectionWithin.value), sentOn);
  const needsReason = protocol.objectionNeedsReason.value;
  return {
    everyone: [
      minutesSent(date, sentOn),
      objectionPeriodSentence({
        lastDay,
        shiftedFrom: counted === lastDay ? undefined : counted,
        needsReason,
        citation: cite("protocol.objectionWithin", protocol.objectionWithin),
      }),
      howToObject(needsReason),
      approvalPlanSentence({
        approval: deadlines.approval,
        approvedFrom: daysLater(lastDay, 1),
        signers: protocol.sign.value,
        citation: cite("protocol.approval", protocol.approval),
      }),
    ],
    actor: [
      draftSentence(deadlines, daysBetween(deadlines.draftDue, sentOn)),
      contentsSentence(contentsOfMinutes(after, meeting)),
      distributionLine(protocol.distribution.value),
    ],
    actorChoices: protocol.sign.value.length === 0 ? [] : [plainChoice("protokoll unterschreiben")],
  };
}

/** To whoever objects, and to the leadership; the room stays quiet. */
function raised(event: Of<"MinutesObjectionRaised">, told: Happened): Announcement {
  return about(told.after, event.meeting, (date) => raisedOf(event, told, date));
}

function raisedOf(
  { objection, meeting, person, text, reason, isInTime }: Of<"MinutesObjectionRaised">,
  { after, names, today }: Happened,
  date: LocalDate,
): Announcement {
  const lastDay = after.minutes.issued.get(meeting)?.sent?.lastDay;
  const late = isInTime || lastDay === undefined ? [] : [objectionLate(lastDay)];
  const told = objectionTold({ objection, date, who: names.person(person), text, reason });
  const next = isInTime ? [howToSettle(objection)] : late;
  return {
    actor: [objectionReceived(objection, date, isInTime), ...late],
    summons: leadership(after, today)
      .filter((one) => one !== person)
      .map((one) => ({ person: one, lines: [told, ...next], choices: [] })),
  };
}
