import { describe, expect, it } from "vitest";
import { answerNow, expectedAttendance } from "../../../src/core/committee/answers-now.ts";
import type { CommitteeState } from "../../../src/core/committee/state.ts";
import { entry } from "../../../src/core/kernel/table.ts";
import { answer, answering, invitedTo, moved, planned, sent, sittingDay } from "../../support/answered-invitations.ts";
import { day, personKey } from "../../support/keys.ts";
import { advisor, guest, officePerson, substitute, voter } from "../../support/small-committee.ts";

function expected(state: CommitteeState) {
  const meeting = entry(state.meetings.meetings, 1);
  if (meeting === undefined) throw new Error("no meeting");
  return expectedAttendance(state, meeting);
}

const standings = (state: CommitteeState) => expected(state).seats.map(({ standing }) => standing);

describe("an answer to an invitation", () => {
  it("is recorded with what was said, for the meeting as it is planned now", () => {
    invitedTo()
      .when(answer("declined", { substitute: substitute(1), comment: "Urlaub" }), { actor: voter(1) })
      .thenEvents([
        {
          type: "AttendanceAnswered",
          meeting: 1,
          revision: 0,
          person: voter(1),
          answer: "declined",
          substitute: substitute(1),
          comment: "Urlaub",
          via: "chat",
        },
      ]);
  });

  it("may be given as soon as a meeting is planned, before anybody is invited", () => {
    planned()
      .when(answer("declined"), { actor: voter(3) })
      .thenAccepted();
    planned().when(answer("declined"), { actor: guest }).thenRefused("NotInvited", { person: guest });
    planned()
      .when(answer("declined", { meeting: 2 }), { actor: voter(3) })
      .thenRefused("NoMeeting");
  });

  it("is for those the newest edition went to", () => {
    const withoutThird = { recipients: [{ person: voter(1) }] };
    const committee = planned().and([sent(1), sent(2, withoutThird)]);
    committee.when(answer("accepted"), { actor: voter(1) }).thenAccepted();
    committee.when(answer("accepted"), { actor: voter(3) }).thenRefused("NotInvited", { date: sittingDay });
  });

  it("is to the next meeting one is invited to, if no day is said", () => {
    const earlier = { type: "MeetingScheduled", meeting: 2, appointment: { date: day("2023-02-10") } } as const;
    const onlyFirst = sent(1, { meeting: 2, recipients: [{ person: voter(1) }] });
    const two = invitedTo().and([earlier, onlyFirst]);
    two
      .when(answer("accepted"), { actor: voter(1) })
      .thenEvents([
        { type: "AttendanceAnswered", meeting: 2, revision: 0, person: voter(1), answer: "accepted", via: "chat" },
      ]);
    two
      .when(answer("accepted"), { actor: voter(2) })
      .thenEvents([
        { type: "AttendanceAnswered", meeting: 1, revision: 0, person: voter(2), answer: "accepted", via: "chat" },
      ]);
    two.when(answer("accepted", { meeting: 2 }), { actor: voter(2) }).thenRefused("NotInvited");
  });

  it("may be changed until the opening; the same again is refused, a remark added to it is not", () => {
    const once = answering(invitedTo(), [[voter(1), "accepted", { comment: "später" }]]);
    once.when(answer("accepted"), { actor: voter(1) }).thenRefused("AnswerUnchanged", { answer: "accepted" });
    once.when(answer("accepted", { comment: "später" }), { actor: voter(1) }).thenRefused("AnswerUnchanged");
    once.when(answer("accepted", { comment: "doch pünktlich" }), { actor: voter(1) }).thenAccepted();
    once.when(answer("declined"), { actor: voter(1) }).thenAccepted();
    once
      .and([{ type: "MeetingOpened", meeting: 1, chairedBy: voter(1) }])
      .when(answer("declined"), { actor: voter(1) })
      .thenRefused("NoMeeting");
  });

  it("keeps remark and Vertretung while the answer stays the same, and drops them with another one", () => {
    const declined = answering(invitedTo(), [
      [voter(1), "declined", { comment: "krank" }],
      [voter(1), "declined", { substituteName: "Herr Neu" }],
      [voter(1), "declined", { substitute: substitute(1) }],
    ]);
    expect(declined.state.invitations.get(1)?.answers.get(voter(1))).toMatchObject({
      comment: "krank",
      substitute: substitute(1),
    });
    const back = answering(declined, [[voter(1), "accepted"]])
      .state.invitations.get(1)
      ?.answers.get(voter(1));
    expect(Object.keys(back ?? {})).not.toContain("substitute");
    expect(Object.keys(back ?? {})).not.toContain("comment");
  });

  it("may be entered for others by the leadership alone", () => {
    const forSecond = answer("accepted", { person: voter(2) });
    invitedTo()
      .when(forSecond, { actor: voter(3) })
      .thenRefused("OnlyForYourself");
    invitedTo()
      .when(forSecond, { actor: officePerson })
      .thenEvents([
        { type: "AttendanceAnswered", meeting: 1, revision: 0, person: voter(2), answer: "accepted", via: "office" },
      ]);
    invitedTo()
      .when(answer("accepted", { person: personKey("niemand") }), { actor: officePerson })
      .thenRefused("UnknownPerson");
  });

  it("to a day that no longer holds counts no more", () => {
    const after = answering(invitedTo(), [[voter(1), "accepted"]]).and([moved]);
    const meeting = entry(after.state.meetings.meetings, 1);
    if (meeting === undefined) throw new Error("no meeting");
    expect(answerNow(after.state, meeting, voter(1))).toBeUndefined();
    expect(standings(after.state)).toEqual(["open", "open", "open", "open", "open"]);
    after.when(answer("accepted"), { actor: voter(1) }).thenAccepted();
  });
});

describe("a Vertretung", () => {
  const named = (who: ReturnType<typeof voter>) => answer("declined", { substitute: who });

  it("has to be somebody of the committee who may cast the seat's vote", () => {
    invitedTo()
      .when(named(substitute(1)), { actor: voter(1) })
      .thenAccepted();
    invitedTo()
      .when(named(advisor), { actor: voter(1) })
      .thenRefused("SubstituteNotPossible", { bar: { kind: "noVote", substitute: advisor } });
    invitedTo()
      .when(named(voter(1)), { actor: voter(1) })
      .thenRefused("SubstituteNotPossible", { bar: { kind: "self" } });
    invitedTo()
      .when(named(voter(1)), { actor: advisor })
      .thenRefused("SubstituteNotPossible", { bar: { kind: "noSeat" } });
    invitedTo()
      .when(answer("declined", { substituteName: "Herr Neu" }), { actor: advisor })
      .thenRefused("SubstituteNotPossible", { bar: { kind: "noSeat" } });
  });

  it("of another seat needs rules that allow it, and they are named", () => {
    const refusal = invitedTo().when(named(voter(2)), { actor: voter(1) }).result;
    expect(refusal).toMatchObject({ error: { bar: { kind: "rules", ruling: { reason: "noPowerOfAttorney" } } } });
    invitedTo({ "membership.proxy": { value: "poa1" } })
      .when(named(voter(2)), { actor: voter(1) })
      .thenAccepted();
    invitedTo({ "membership.proxy": { value: "none" } })
      .when(named(substitute(1)), { actor: voter(1) })
      .thenRefused("SubstituteNotPossible");
  });

  it("goes with an Absage alone", () => {
    const after = answering(invitedTo(), [[voter(1), "accepted", { substitute: substitute(1) }]]);
    expect(Object.keys(after.state.invitations.get(1)?.answers.get(voter(1)) ?? {})).not.toContain("substitute");
  });
});

describe("the quorum to expect", () => {
  it("counts seats, each once, and nobody without a vote", () => {
    const { state } = answering(invitedTo(), [
      [voter(1), "accepted"],
      [substitute(1), "accepted"],
      [voter(2), "declined"],
      [substitute(2), "accepted"],
      [voter(3), "tentative"],
      [voter(4), "declined"],
      [advisor, "accepted"],
    ]);
    const { ruling, others, isReachable } = expected(state);
    expect(standings(state)).toEqual(["accepted", "accepted", "tentative", "declined", "open"]);
    expect(ruling).toMatchObject({ present: 2, base: 5, needed: 3, quorate: false, missing: 1 });
    expect(others.map(({ person }) => person)).toEqual([advisor]);
    expect(isReachable).toBe(true);
  });

  it("waits for the Vertretung that was named, and counts the seat with that acceptance", () => {
    const asked = answering(invitedTo(), [[voter(1), "declined", { substitute: substitute(1) }]]);
    expect(expected(asked.state).seats[0]).toMatchObject({ standing: "open", asked: [substitute(1)] });
    expect(standings(answering(asked, [[substitute(1), "accepted"]]).state)[0]).toBe("accepted");
    expect(standings(answering(asked, [[substitute(1), "tentative"]]).state)[0]).toBe("tentative");
    expect(standings(answering(asked, [[substitute(1), "declined"]]).state)[0]).toBe("declined");
  });

  it("does not count a name that is nobody's", () => {
    const { state } = answering(invitedTo(), [[voter(1), "declined", { substituteName: "Herr Neu" }]]);
    expect(expected(state).seats[0]).toMatchObject({ standing: "declined", asked: [] });
  });

  it("counts a power of attorney as often as the rules allow one person to vote", () => {
    const committee = answering(
      invitedTo({ "membership.proxy": { value: "poa1" }, "membership.maxVotesPerPerson": { value: 1 } }),
      [
        [voter(3), "accepted"],
        [voter(4), "declined", { substitute: voter(3) }],
        [voter(5), "declined", { substitute: voter(3) }],
      ],
    );
    expect(standings(committee.state)).toEqual(["open", "open", "accepted", "accepted", "declined"]);
  });

  it("leaves the seat open whose person has no vote in the chair", () => {
    const rules = { "office.chair.chairKeepsSeatVote": { value: false } };
    const chairOnly = answering(invitedTo(rules), [[voter(1), "accepted"]]);
    expect(standings(chairOnly.state)[0]).toBe("open");
    expect(standings(answering(chairOnly, [[substitute(1), "accepted"]]).state)[0]).toBe("accepted");
  });

  it("is out of reach as soon as too many have declined", () => {
    const two = answering(invitedTo(), [
      [voter(3), "declined"],
      [voter(4), "declined"],
    ]);
    expect(expected(two.state).isReachable).toBe(true);
    expect(expected(answering(two, [[voter(5), "declined"]]).state).isReachable).toBe(false);
  });

  it("is that of the day of the meeting: whoever has left by then does not count", () => {
    const leaving = answering(invitedTo(), [[voter(1), "accepted"]]).and([
      { type: "PersonLeft", person: voter(1), until: day("2023-02-20") },
    ]);
    expect(standings(leaving.state)[0]).toBe("open");
  });

  it("in a repeat meeting follows its own rule for the items put off, if the invitation says so", () => {
    const repeat = { type: "MeetingScheduled", meeting: 2, appointment: { date: sittingDay }, repeatOf: 1 } as const;
    const expectedOf = (notice: boolean) => {
      const { state } = answering(planned().and([{ ...repeat, notice }]), [[voter(1), "accepted", { meeting: 2 }]]);
      const meeting = entry(state.meetings.meetings, 2);
      if (meeting === undefined) throw new Error("no meeting");
      return expectedAttendance(state, meeting).ruling;
    };
    expect(expectedOf(true)).toMatchObject({ quorate: true, needed: 1, relief: "applied" });
    expect(expectedOf(false)).toMatchObject({ quorate: false, needed: 3, relief: "noticeMissing" });
  });

  it("minds whom the rules do not let make up too much of a meeting", () => {
    const rules = { "quorum.maxShare": { value: { attr: "anrede", num: 1, den: 2 } } };
    const { state } = answering(invitedTo(rules), [
      [voter(1), "accepted"],
      [voter(3), "accepted"],
      [voter(5), "accepted"],
    ]);
    expect(expected(state).ruling).toMatchObject({ quorate: false, reason: "maxShare" });
  });
});
