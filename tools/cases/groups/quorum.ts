import { majority } from "../../../src/core/rules/majority.ts";
import { callDefect, type QuorumInput, type QuorumReason } from "../../../src/core/rules/quorum.ts";
import { type CourseEvent, type CourseStep, quorumCourse } from "../../../src/core/rules/quorum-course.ts";
import type { Relief } from "../../../src/core/rules/quorum-in-meeting.ts";
import { type MeetingQuorumRuling, quorumInMeeting } from "../../../src/core/rules/quorum-in-meeting.ts";
import { afterLoss } from "../../../src/core/rules/quorum-loss.ts";
import { quorumOfBallot } from "../../../src/core/rules/quorum-of-ballot.ts";
import { quorumOfRepeatMeeting } from "../../../src/core/rules/quorum-repeat.ts";
import type { Rules } from "../../../src/core/rules/rules.ts";
import { countsOf, type Facts, factsOf } from "../facts.ts";
import { answerOf, tallyOf } from "./majority.ts";

const REASONS: Readonly<Record<QuorumReason, string>> = {
  tooFew: "too_few",
  noSeats: "no_seats",
  everyoneRecused: "everyone_excluded",
  callDefect: "call_defect",
  maxShare: "maxShare",
};
const RELIEFS: Partial<Readonly<Record<Relief, string>>> = {
  noticeMissing: "notice_missing",
  newItem: "new_item",
  tooEarly: "too_early",
  notEnabled: "no_repeat_meeting",
};
const BASES = { count: "count", presumption: "presumption", exOfficio: "ex_officio" } as const;

const IN_ROOM = ["inRoom", "presentInRoom", "onSite", "presentOnSite"];
const REMOTE = ["remote", "presentRemote", "remotePresent", "online"];

/** Beschlussfähigkeit: by count, over a meeting, in a repeat meeting, by the ballots, after its loss. */
export function quorumCase(rules: Rules, input: unknown): unknown {
  const facts = factsOf(input);
  if (facts.has("events")) return ofCourse(rules, facts);
  if (facts.has("noticeInInvitation", "deferredItems")) return ofRepeat(rules, facts);
  if (facts.has("yes")) return ofBallots(rules, facts);
  const ruling = quorumInMeeting(rules, {
    ...inputOf(facts, rules),
    isEstablished: facts.has("establishedAtStart"),
    isRequested: facts.has("requestBy") || facts.flag("request"),
  });
  return { ...answer(ruling), ...lossOf(rules, ruling) };
}

function inputOf(facts: Facts, rules: Rules): QuorumInput {
  const composition = facts.value("present");
  const isComposed = typeof composition === "object" && composition !== null;
  const heads = isComposed ? Object.values(countsOf(composition)).reduce((sum, count) => sum + count, 0) : 0;
  const presentVoting = isComposed
    ? heads
    : facts.numberOr(
        0,
        "presentVotingSeats",
        "presentVoting",
        "presentNotExcluded",
        "presentNow",
        ...IN_ROOM,
        "present",
      );
  return {
    votingSeats: facts.numberOr(rules.quorum.fixed.value, "votingSeats"),
    presentVoting,
    recused: facts.numberOr(0, "excluded", "recused"),
    remote: facts.numberOr(0, ...REMOTE),
    ...(isComposed ? { composition: countsOf(composition) } : {}),
    ...defectOf(facts),
  };
}

function defectOf(facts: Facts): Pick<QuorumInput, "callDefect"> {
  if (!facts.has("notInvited")) return {};
  const notInvited = facts.texts("notInvited");
  const isHere = facts.names().some((name) => name.startsWith("presentSeats_include") && facts.flag(name));
  const objecting = facts.has("objectionRaisedBy") ? facts.texts("objectionRaisedBy") : [];
  const defect = callDefect(notInvited, isHere ? notInvited : [], objecting);
  return defect === undefined ? {} : { callDefect: defect };
}

function answer(ruling: MeetingQuorumRuling): Readonly<Record<string, unknown>> {
  return {
    is: ruling.quorate,
    quorate: ruling.quorate,
    needed: ruling.needed,
    counted: ruling.present,
    base: ruling.base,
    basis: BASES[ruling.by],
    exOfficio: ruling.by === "exOfficio",
    missing: ruling.missing,
    ...(ruling.isCured ? { note: "cured_by_participation" } : {}),
    ...(ruling.reason === undefined ? {} : { reason: REASONS[ruling.reason] }),
  };
}

function lossOf(rules: Rules, ruling: MeetingQuorumRuling): Readonly<Record<string, unknown>> {
  if (ruling.quorate) return {};
  const loss = afterLoss(rules, ruling);
  return {
    meetingState: loss.meeting === "cancelled" ? "aufgehoben" : "eröffnet",
    deliberate: loss.mayDeliberate,
    decide: loss.mayDecide,
    next: loss.next === "repeatMeeting" ? "repeat_meeting_draft_with_notice" : "deliberate_only",
  };
}

function ofRepeat(rules: Rules, facts: Facts): unknown {
  const item = facts.textOr("", "item");
  const ruling = quorumOfRepeatMeeting(rules, {
    ...inputOf(facts, rules),
    isDeferredItem: facts.has("deferredItems") ? facts.texts("deferredItems").includes(item) : facts.flag("deferred"),
    isNoticeInInvitation: facts.flag("noticeInInvitation"),
    ...(facts.has("minutesSince") ? { minutesSince: facts.number("minutesSince") } : {}),
  });
  const reason = RELIEFS[ruling.relief];
  return { ...answer({ ...ruling, by: "count" }), ...(ruling.quorate || reason === undefined ? {} : { reason }) };
}

function ofBallots(rules: Rules, facts: Facts): unknown {
  const cast = tallyOf(facts);
  const ruling = quorumOfBallot(rules, { ...inputOf(facts, rules), cast });
  return { ...answerOf(majority(rules, cast)), ...answer(ruling) };
}

const STEPS: Readonly<Record<CourseStep["answer"], string>> = {
  quorate: "quorate",
  inquorate: "inquorate",
  allowed: "allowed",
  voteRefused: "vote_refused",
  meetingOver: "meeting_over",
  changed: "changed",
};

/** A whole meeting: the answer to each event, by its time. */
function ofCourse(rules: Rules, facts: Facts): unknown {
  const events = facts.many("events");
  const steps = quorumCourse(rules, facts.number("votingSeats"), events.map(courseEvent));
  return Object.fromEntries(events.map((event, index) => [event.text("t"), STEPS[steps[index]?.answer ?? "changed"]]));
}

function courseEvent(event: Facts): CourseEvent {
  const attempt = event.value("try");
  return {
    ...(event.has("present") ? { present: event.number("present") } : {}),
    isRequested: event.flag("request"),
    ...(attempt === "vote" || attempt === "speak" ? { attempt } : {}),
  };
}
