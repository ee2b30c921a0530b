import type { Instant } from "../../../src/core/kernel/ids.ts";
import { daysLater } from "../../../src/core/kernel/workdays.ts";
import { electionAnswer } from "../../../src/core/rules/election-answer.ts";
import { electionContest } from "../../../src/core/rules/election-contest.ts";
import { officePeriod } from "../../../src/core/rules/office-period.ts";
import type { Rules } from "../../../src/core/rules/rules.ts";
import type { Facts } from "../facts.ts";
import { holidaysOf } from "../holidays-of.ts";
import { instantIn, isoWithOffset, startOfDay } from "../iso-with-offset.ts";

/** Annahme der Wahl: as things stand long after the period, or at the answer. */
export function acceptanceCase(rules: Rules, facts: Facts): unknown {
  const zone = rules.timezone.value;
  const notified = facts.date("notified");
  const told = facts.text("notified");
  // Instants are ISO texts in UTC.
  const notifiedAt = instantIn(told.length > 10 ? told : startOfDay(notified, zone)) as Instant;
  const answered = facts.textOr("", "answeredAt", "answerAt");
  const word = facts.textOr("", "answer");
  const on = answered === "" ? notified : facts.date("answeredAt", "answerAt");
  const at = answered.length > 10 ? (instantIn(answered) as Instant) : notifiedAt;
  const later = daysLater(notified, 400);
  const ruling = electionAnswer(rules, {
    notified,
    notifiedAt,
    ...(word === "" ? {} : { answer: { accepts: /^(?:ja|yes|accepted|angenommen)$/iu.test(word), on, at } }),
    on: later,
    now: instantIn(startOfDay(later, zone)) as Instant,
    holidays: holidaysOf(rules, facts),
  });
  const lapses = ruling.lapsesAt ?? (ruling.lapsesOn === undefined ? undefined : startOfDay(ruling.lapsesOn, zone));
  return {
    state: ruling.state,
    lastDay: ruling.lastDay,
    bySilence: ruling.isBySilence,
    ...(ruling.isBySilence && lapses !== undefined ? { at: isoWithOffset(instantIn(lapses), zone) } : {}),
  };
}

export function contestCase(rules: Rules, facts: Facts): unknown {
  const announced = facts.date("announced", "result", "event", "elected");
  const on = facts.has("contested", "on", "received") ? facts.date("contested", "on", "received") : announced;
  const { lastDay, isInTime } = electionContest(rules, { announced, on, holidays: holidaysOf(rules, facts) });
  return { is: lastDay, lastDay, timely: isInTime, admissible: isInTime };
}

/** Amtszeit und kommissarische Fortführung. */
export function termCase(rules: Rules, facts: Facts): unknown {
  const succeeded = facts.has("newElection") ? { succeeded: facts.date("newElection") } : {};
  const ruling = officePeriod(rules, { elected: facts.date("elected"), on: facts.date("on"), ...succeeded });
  return { holder: ruling.holder, warn: ruling.isElectionDue, lastDay: ruling.lastDay };
}
