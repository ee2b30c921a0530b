import { localOf } from "../../../src/adapters/clock/zone-time.ts";
import type { Instant } from "../../../src/core/kernel/ids.ts";
import { type LocalDate, parseLocalDate, parseLocalTime } from "../../../src/core/kernel/local-date.ts";
import { agendaProposals } from "../../../src/core/rules/agenda-deadline.ts";
import { clearDaysBetween, dayThatCounts, latestDayBefore } from "../../../src/core/rules/back-period.ts";
import { extraordinaryMeeting } from "../../../src/core/rules/extraordinary-meeting.ts";
import { type ForwardShift, forwardDeadline } from "../../../src/core/rules/forward-deadline.ts";
import { hoursAfter, hoursBefore } from "../../../src/core/rules/hour-period.ts";
import { lateCall } from "../../../src/core/rules/late-call.ts";
import { minutesDeadlines } from "../../../src/core/rules/minutes-deadlines.ts";
import { noticePeriod } from "../../../src/core/rules/notice-period.ts";
import type { PeriodUnit } from "../../../src/core/rules/period.ts";
import type { DayCount } from "../../../src/core/rules/rule-values.ts";
import type { Rules } from "../../../src/core/rules/rules.ts";
import { cite } from "../../../src/core/rules/setting.ts";
import { type Facts, factsOf, UnknownShape } from "../facts.ts";
import { holidaysOf } from "../holidays-of.ts";
import { instantIn, isoWithOffset } from "../iso-with-offset.ts";

type Choice = Readonly<Record<string, unknown>>;

/** Fristen: the settings named decide which of the four kinds it is. */
export function deadlineCase(rules: Rules, input: unknown, choice: Choice): unknown {
  const facts = factsOf(input);
  const names = Object.keys(choice);
  const isAbout = (prefix: string): boolean => names.some((name) => name.startsWith(prefix));
  if (choice["unit"] === "hour") return ofHours(Number(choice["n"]), facts);
  if (isAbout("frist.extraordinary") || isAbout("invite.extraordinary")) return ofExtraordinary(rules, facts);
  if (facts.has("urgent", "reason")) return ofLateCall(rules, facts);
  if (facts.has("deadlineDate")) return ofCutoff(rules, facts);
  if (isAbout("protocol.")) return ofMinutes(rules, facts);
  if (isAbout("frist.agenda") || isAbout("agenda.proposals")) return ofProposals(rules, facts);
  if (facts.has("meeting") && names.some((name) => name === "n" || name === "unit"))
    return ofPeriodBefore(choice, facts);
  if (facts.has("assumedReceipt")) return ofCountings(rules, facts);
  if (facts.has("meeting")) return ofNotice(rules, facts);
  return ofForward(rules, facts, choice);
}

function ofNotice(rules: Rules, facts: Facts): unknown {
  const received = facts.textOr("", "received", "zugang");
  const time = parseLocalTime(received.slice(11, 16));
  const ruling = noticePeriod(rules, {
    meeting: facts.date("meeting"),
    ...(facts.has("sent", "dispatched") ? { sent: facts.date("sent", "dispatched") } : {}),
    ...(received === "" ? {} : { received: facts.date("received", "zugang") }),
    ...(time === undefined ? {} : { time }),
    ...(facts.has("channel") ? { byLetter: /post|brief|letter/iu.test(facts.text("channel")) } : {}),
    holidays: holidaysOf(rules, facts),
  });
  return {
    is: ruling.latest,
    latest: ruling.latest,
    latestDispatch: ruling.latestDispatch,
    timely: ruling.given?.isTimely,
    clearDays: ruling.given?.clearDays,
    countsAs: ruling.given?.day,
    daysLate: ruling.given?.daysLate,
  };
}

/** One call, counted in both ways for each day on which it may have come. */
function ofCountings(rules: Rules, facts: Facts): unknown {
  const noticeOf = (received: LocalDate, count: DayCount) =>
    noticePeriod(
      { ...rules, invite: { ...rules.invite, count: { value: count, origin: "go" } } },
      { meeting: facts.date("meeting"), received, holidays: holidaysOf(rules, facts) },
    ).given;
  const days = facts
    .texts("assumedReceipt")
    .map(parseLocalDate)
    .filter((day) => day !== undefined);
  return Object.fromEntries(
    days.map((day) => {
      const clear = noticeOf(day, "clear");
      const nthDayBefore = noticeOf(day, "nthDayBefore")?.isTimely;
      return [day, { clear: clear?.isTimely, nthDayBefore, clearDays: clear?.clearDays }];
    }),
  );
}

function ofPeriodBefore(choice: Choice, facts: Facts): unknown {
  const meeting = facts.date("meeting");
  const count = choice["count"] === "nthDayBefore" ? "nthDayBefore" : "clear";
  const shift = choice["shift"] === "earlier" || choice["shift"] === "previousWorkday" ? "earlier" : "none";
  const length = { n: Number(choice["n"]), unit: unitOf(choice["unit"]) };
  const { latest } = latestDayBefore({ length, count, shift }, meeting, holidaysOf(undefined, facts));
  const received = facts.has("received") ? facts.date("received") : undefined;
  return {
    is: latest,
    latest,
    ...(received === undefined ? {} : { timely: received <= latest, clearDays: clearDaysBetween(received, meeting) }),
  };
}

function ofProposals(rules: Rules, facts: Facts): unknown {
  const received = facts.textOr("", "received");
  const time = parseLocalTime(received.slice(11, 16));
  const given = received === "" ? {} : { received: { day: facts.date("received"), ...(time ? { time } : {}) } };
  const ruling = agendaProposals(rules, { meeting: facts.date("meeting"), ...given });
  return { is: ruling.latest, latest: ruling.latest, timely: ruling.isTimely };
}

function ofCutoff(rules: Rules, facts: Facts): unknown {
  const time = parseLocalTime(facts.text("received").slice(11, 16));
  const countsAs = dayThatCounts(facts.date("received"), time, rules.invite.cutoff.value);
  return { timely: countsAs <= facts.date("deadlineDate"), countsAs };
}

function ofLateCall(rules: Rules, facts: Facts): unknown {
  const ruling = lateCall(rules, {
    isTimely: facts.flag("timely"),
    isUrgent: facts.flag("urgent"),
    reason: facts.textOr("", "reason"),
    ...(facts.has("clearDays") ? { clearDays: facts.number("clearDays") } : {}),
  });
  return {
    sendAllowed: ruling.isAllowed,
    missing: ruling.reason === "reasonMissing" ? "reason" : undefined,
    reason: ruling.reason,
    on: ruling.on,
  };
}

function ofExtraordinary(rules: Rules, facts: Facts): unknown {
  const required = facts.numberOr(1, "required");
  const setting = rules.invite.extraordinary;
  const demand = { kind: "count", n: required } as const;
  const value = setting.value === null ? null : { demand, ...setting.value };
  const ruling = extraordinaryMeeting(
    { ...rules, invite: { ...rules.invite, extraordinary: { ...setting, value } } },
    {
      demandReceived: facts.date("demandReceived"),
      demanders: facts.numberOr(required, "demanders"),
      votingSeats: facts.numberOr(0, "votingSeats"),
      holidays: holidaysOf(rules, facts),
    },
  );
  const { days } = ruling;
  return {
    granted: ruling.isGranted,
    needed: ruling.needed,
    lastDay: days?.lastDay,
    lastDayIsHoliday: days?.isLastDayHoliday,
    lastWorkday: days?.lastWorkday,
    inviteLatestForLastWorkday: days?.inviteLatest,
  };
}

function ofMinutes(rules: Rules, facts: Facts): unknown {
  const meeting = facts.has("meeting") ? facts.date("meeting") : facts.date("submitted");
  const ruling = minutesDeadlines(rules, {
    meeting,
    ...(facts.has("submitted", "sent") ? { submitted: facts.date("submitted", "sent") } : {}),
    objections: facts.has("objections") ? facts.list("objections").length : 0,
    holidays: holidaysOf(rules, facts),
  });
  return {
    draftDue: ruling.draftDue,
    inTime: ruling.isDraftInTime,
    objectionLastDay: ruling.objections?.lastDay,
    approvedFrom: ruling.approvedFrom,
  };
}

function ofForward(rules: Rules, facts: Facts, choice: Choice): unknown {
  const setting = rules.umlauf.shift;
  const source = { citation: cite("umlauf.shift", setting) };
  const holidays = holidaysOf(rules, facts);
  const shift = shiftOf(
    choice["shift"] ?? ("frist.umlauf" in choice || "umlauf.shift" in choice ? setting.value : "none"),
  );
  if (facts.has("fixedEnd")) {
    const { lastDay } = forwardDeadline(source, { end: { named: facts.date("fixedEnd") }, shift, holidays });
    return { is: lastDay, lastDay };
  }
  const event = facts.date("event", "announced", "notified", "start", "received", "sent");
  const n = typeof choice["n"] === "number" ? choice["n"] : facts.numberOr(rules.umlauf.minDays.value, "n", "days");
  const length = { n, unit: unitOf(choice["unit"] ?? facts.value("unit")) };
  const { lastDay } = forwardDeadline(source, { end: { event, length }, shift, holidays });
  return { is: lastDay, lastDay };
}

function ofHours(hours: number, facts: Facts): unknown {
  const given = facts.text("meeting", "start", "end");
  const before = facts.has("meeting", "end");
  // Instants are ISO texts in UTC.
  const moment = instantIn(given) as Instant;
  const found = isoWithOffset(before ? hoursBefore(moment, hours) : hoursAfter(moment, hours), "Europe/Berlin");
  const local = localOf(instantIn(found), "Europe/Berlin");
  return { is: found, latest: found, ends: found, date: local.date };
}

function shiftOf(value: unknown): ForwardShift {
  if (value === "bgb193" || value === "previousWorkday" || value === "none" || value === "fixedDay") return value;
  throw new UnknownShape(`no shift ${String(value)}`);
}

const UNITS: readonly PeriodUnit[] = ["calendarDay", "week", "halfMonth", "month", "quarterYear", "halfYear", "year"];

function unitOf(value: unknown): PeriodUnit {
  const unit = value === undefined || value === "day" ? "calendarDay" : UNITS.find((one) => one === value);
  if (unit === undefined) throw new UnknownShape(`no unit ${String(value)}`);
  return unit;
}
