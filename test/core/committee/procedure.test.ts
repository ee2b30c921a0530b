import { describe, expect, it } from "vitest";
import type { Command } from "../../../src/core/committee/commands.ts";
import type { RulesRecord } from "../../../src/core/membership/events.ts";
import type { ProceduralKind } from "../../../src/core/rules/rules-meeting.ts";
import { type GivenCommittee, given } from "../../support/given.ts";
import { organizationKey } from "../../support/keys.ts";
import {
  advisor,
  arrived,
  calledItem,
  guest,
  memberSince,
  openMeeting,
  seat,
  smallCommittee,
  substitute,
  voter,
} from "../../support/small-committee.ts";

type Settings = RulesRecord["settings"];

/** Five seats, all here, item 1 called. */
const inDebate = (rules: Settings = {}): GivenCommittee =>
  given([...smallCommittee({ rules }), ...openMeeting(5), ...calledItem()]);

const move = (wants: ProceduralKind, more: Partial<Extract<Command, { type: "MoveProcedural" }>> = {}) =>
  ({ type: "MoveProcedural", wants, text: wants, ...more }) as const;

const by = (n: number) => ({ actor: voter(n) });
const accept = { type: "AdoptQuestion", question: 1, manner: "unopposed" } as const;
const votedOn = (committee: GivenCommittee, yes: number, no: number, question = 1) =>
  committee
    .when({ type: "OpenBallot", subject: { kind: "question", question } })
    .thenAccepted()
    .when({ type: "EnterHandCount", yes, no, abstain: 0 })
    .thenAccepted()
    .when({ type: "CloseBallot" });

describe("who may move a procedural motion", () => {
  it("asks for a seat, or only for membership, as the rules say", () => {
    const here = { type: "RecordAttendance", people: [advisor, guest], status: "present" } as const;
    const seated = inDebate().when(here).thenAccepted();
    seated
      .when(move("adjournItem"), { actor: advisor })
      .thenRefused("ProceduralNotAdmissible", { ruling: expect.objectContaining({ reason: "noVote" }) });
    seated.when(move("adjournItem"), { actor: guest }).thenRefused("NotAllowed");
    inDebate({ "goAntrag.movedBy": { value: "members" } })
      .when(here)
      .thenAccepted()
      .when(move("adjournItem"), { actor: advisor })
      .thenTypes(["QuestionPut"]);
  });

  it("refuses who is not here, and everything but demands while votes are cast", () => {
    inDebate()
      .when(move("adjournItem"), { actor: substitute(1) })
      .thenRefused("NotCheckedIn");
    const voting = inDebate()
      .when({ type: "MoveMotion", text: "Räume" }, by(1))
      .thenAccepted()
      .when({ type: "OpenBallot", subject: { kind: "motion", motion: 1 } })
      .thenAccepted();
    voting.when(move("adjournItem"), by(2)).thenRefused("BallotStillOpen");
    voting.when(move("secretBallot"), by(2)).thenTypes(["SecrecyDemanded", "BallotCancelled", "BallotOpened"]);
  });

  it("lets the debate be closed only by who has not spoken, where the rules say so", () => {
    const spoken = (rules: Settings = {}) =>
      inDebate(rules)
        .when({ type: "RequestToSpeak" }, by(2))
        .thenAccepted()
        .when({ type: "CallNextSpeaker" })
        .thenAccepted();
    spoken().when(move("closeDebate"), by(2)).thenRefused("ProceduralNotAdmissible");
    spoken().when(move("closeDebate"), by(3)).thenTypes(["QuestionPut"]);
    spoken({ "goAntrag.closeDebate": { value: { notBySpeaker: false } } })
      .when(move("closeDebate"), by(2))
      .thenTypes(["QuestionPut"]);
  });

  it("keeps an interruption to what the rules and reason allow", () => {
    const rules: Settings = { "goAntrag.interrupt": { value: { maxMinutes: 10 }, paragraph: "§ 7" } };
    inDebate(rules)
      .when(move("interrupt", { minutes: 15 }), by(2))
      .thenRefused("ProceduralNotAdmissible", {
        ruling: expect.objectContaining({ reason: "tooLong", maxMinutes: 10, minutes: 15 }),
      });
    inDebate(rules)
      .when(move("interrupt", { minutes: 10 }), by(2))
      .thenAccepted()
      .when(accept)
      .thenEvents([
        { type: "QuestionDecided", question: 1, outcome: "carried", manner: "unopposed" },
        { type: "MeetingPaused", minutes: 10 },
      ]);
    for (const minutes of [0, 0.5, 601])
      inDebate().when(move("interrupt", { minutes }), by(2)).thenRefused("CountOutOfRange");
    inDebate().when(move("limitTime"), by(2)).thenRefused("SpeakingTimeOutOfRange");
  });

  it("knows no appeal where rulings of the chair stand", () => {
    inDebate({ "chair.rulingAppealable": { value: false } })
      .when(move("appeal"), by(2))
      .thenRefused("ProceduralNotAdmissible");
  });
});

describe("opposition", () => {
  const moved = (rules: Settings = {}) => inDebate(rules).when(move("adjournItem"), by(2)).thenAccepted();

  it("votes even without it, where the rules say so", () => {
    const rules: Settings = { "goAntrag.noOpposition": { value: "vote" } };
    moved(rules).when(accept).thenRefused("QuestionNeedsVote", { opposedBy: [] });
    votedOn(moved(rules), 3, 0).thenTypes(["BallotClosed", "QuestionDecided", "AgendaItemAdjourned"]);
  });

  it("needs a reason where formal opposition does not count", () => {
    const strict = moved({ "goAntrag.formalOpposition": { value: false, paragraph: "§ 8" } });
    strict.when({ type: "OpposeQuestion", question: 1 }, by(3)).thenRefused("ReasonNeeded");
    strict
      .when({ type: "OpposeQuestion", question: 1, reason: "Gleich fertig." }, by(3))
      .thenAccepted()
      .when(accept)
      .thenRefused("QuestionNeedsVote", { opposedBy: [voter(3)] });
  });

  it("hears as many for and against as the rules allow", () => {
    const one = moved().when({ type: "OpposeQuestion", question: 1 }, by(3)).thenAccepted();
    one.when({ type: "OpposeQuestion", question: 1 }, by(4)).thenRefused("NoFurtherSpeech", { side: "against" });
    const supported = one.when({ type: "SupportQuestion", question: 1 }, by(4)).thenAccepted();
    supported.when({ type: "SupportQuestion", question: 1 }, by(4)).thenRefused("AlreadySupported");
    supported.when({ type: "SupportQuestion", question: 1 }, by(5)).thenRefused("NoFurtherSpeech", { side: "for" });
    moved({ "goAntrag.speeches": { value: 2 } })
      .when({ type: "OpposeQuestion", question: 1 }, by(3))
      .thenAccepted()
      .when({ type: "OpposeQuestion", question: 1 }, by(4))
      .thenTypes(["QuestionOpposed"]);
  });

  it("asks for the majority of the kind", () => {
    const rules: Settings = {
      "goAntrag.adjournItem": { value: { threshold: { num: 2, den: 3, basis: "present" } } },
    };
    votedOn(moved(rules), 3, 2).thenTypes(["BallotClosed", "QuestionDecided"]);
    votedOn(moved(rules), 4, 1).thenTypes(["BallotClosed", "QuestionDecided", "AgendaItemAdjourned"]);
  });
});

describe("when it is dealt with", () => {
  it("comes before the next speaker, the closing before the rest, or in the order of time", () => {
    const two = (rules: Settings = {}) =>
      inDebate(rules)
        .when({ type: "RequestToSpeak" }, by(4))
        .thenAccepted()
        .when(move("limitTime", { seconds: 60 }), by(2))
        .thenAccepted()
        .when(move("closeList"), by(3))
        .thenAccepted();
    two().when({ type: "CallNextSpeaker" }).thenRefused("ProceduralFirst", { question: 2 });
    two().when(accept).thenRefused("HigherRankFirst", { first: 2 });
    two({ "goAntrag.precedence": { value: "byTime" } })
      .when(accept)
      .thenTypes(["QuestionDecided", "SpeakingTimeSet"]);
  });

  it("is over with its item", () => {
    const passed = inDebate()
      .when(move("closeDebate"), by(2))
      .thenAccepted()
      .when({ type: "AddAgendaItem", title: "Danach", public: true, deciding: true })
      .thenAccepted()
      .when({ type: "CallAgendaItem", item: 2 })
      .thenAccepted();
    passed.when(accept).thenRefused("ItemIsOver");
    passed
      .when({ type: "RequestToSpeak" }, by(4))
      .thenAccepted()
      .when({ type: "CallNextSpeaker" })
      .thenTypes(["SpeakerCalled"]);
  });
});

describe("effects", () => {
  it.each<readonly [ProceduralKind, readonly string[]]>([
    ["closeDebate", ["QuestionDecided", "DebateClosed"]],
    ["closeList", ["QuestionDecided", "SpeakersLastCallGiven"]],
    ["adjournItem", ["QuestionDecided", "AgendaItemAdjourned"]],
    ["nonConsideration", ["QuestionDecided", "AgendaItemSetAside"]],
    ["refer", ["QuestionDecided", "AgendaItemSetAside"]],
    ["closeDoors", ["QuestionDecided", "AgendaItemChanged"]],
    ["adjournMeeting", ["QuestionDecided", "AgendaItemAdjourned", "MeetingClosed"]],
    ["strawPoll", ["QuestionDecided"]],
  ])("of %s happen in the same step", (wants, types) => {
    const result = inDebate().when(move(wants), by(2)).thenAccepted().when(accept).result;
    expect(result.ok && result.value.events.map(({ type }) => type)).toEqual(types);
  });

  it("closes the list at once where the rules know no last call", () => {
    inDebate({ "goAntrag.closeList": { value: { lastCall: false } } })
      .when(move("closeList"), by(2))
      .thenAccepted()
      .when(accept)
      .thenTypes(["QuestionDecided", "SpeakersListClosed"]);
  });

  it("lets those listed and those of the last call speak, nobody after them", () => {
    const last = inDebate()
      .when({ type: "RequestToSpeak" }, by(2))
      .thenAccepted()
      .when(move("closeList"), by(3))
      .thenAccepted()
      .when(accept)
      .thenAccepted()
      .when({ type: "RequestToSpeak" }, by(4))
      .thenAccepted()
      .when({ type: "CallNextSpeaker" })
      .thenAccepted();
    last.when({ type: "RequestToSpeak" }, by(5)).thenRefused("SpeakersListIsClosed");
    last.when({ type: "CallNextSpeaker" }).thenEvents([{ type: "SpeakerCalled", person: voter(4) }]);
  });

  it("finds the quorum at once, without a vote", () => {
    inDebate().when(move("checkQuorum"), by(2)).thenTypes(["QuorumEstablished"]);
  });
});

describe("an appeal", () => {
  const closed = () =>
    inDebate().when({ type: "CloseSpeakersList" }).thenAccepted().when(move("appeal"), by(2)).thenAccepted();

  it("undoes what the chair did, if the majority is against it", () => {
    votedOn(closed(), 3, 2).thenTypes(["BallotClosed", "QuestionDecided", "SpeakersListReopened"]);
  });

  it("leaves it on a tie, whatever the rules say of ties, and is never settled without a vote", () => {
    closed().when(accept).thenRefused("QuestionNeedsVote");
    const casting = given([
      ...smallCommittee({ seats: 6, rules: { "majority.tie": { value: "chairCasting" } } }),
      ...openMeeting(5),
      arrived(6),
      ...calledItem(),
    ])
      .when({ type: "CloseSpeakersList" })
      .thenAccepted()
      .when(move("appeal"), by(2))
      .thenAccepted();
    const result = votedOn(casting, 3, 3).result;
    expect(result.ok && result.value.events.at(-1)).toMatchObject({ type: "QuestionDecided", outcome: "rejected" });
  });
});

describe("the word", () => {
  const speaking = (rules: Settings = {}) =>
    inDebate(rules)
      .when({ type: "RequestToSpeak" }, by(2))
      .thenAccepted()
      .when({ type: "CallNextSpeaker" })
      .thenAccepted();

  it("is withdrawn after the warnings of the rules, once, and for this item", () => {
    speaking()
      .when({ type: "WithdrawWord" })
      .thenRefused("WarningsFirst", { person: voter(2) });
    const withdrawn = speaking({ "speakers.warnings": { value: 1 } })
      .when({ type: "WarnSpeaker" })
      .thenAccepted()
      .when({ type: "WithdrawWord" })
      .thenAccepted();
    withdrawn.when({ type: "WithdrawWord" }).thenRefused("NobodySpeaks");
    withdrawn.when({ type: "RequestToSpeak" }, by(2)).thenRefused("WordWasWithdrawn");
  });

  it("is not the chair's, where the rules have the chair hand over to join the debate", () => {
    const chaired = (rules: Settings) =>
      inDebate(rules)
        .when({ type: "NameChair", person: voter(1) })
        .thenAccepted();
    const rules = { "chair.handsOverToDebate": { value: true } };
    chaired(rules)
      .when({ type: "RequestToSpeak" }, by(1))
      .thenRefused("ChairHandsOver", { person: voter(1) });
    chaired(rules)
      .when({ type: "NameChair", person: voter(2) })
      .thenAccepted()
      .when({ type: "RequestToSpeak" }, by(1))
      .thenAccepted();
    chaired({}).when({ type: "RequestToSpeak" }, by(1)).thenAccepted();
  });

  it("is the mover's at the end, once, where the rules know a final word", () => {
    const final = speaking({ "speakers.moverLast": { value: true } })
      .when({ type: "MoveMotion", text: "Räume" }, by(3))
      .thenAccepted()
      .when({ type: "CallNextSpeaker" })
      .thenEvents([{ type: "SpeakerCalled", person: voter(3), finalWord: true }]);
    final.when({ type: "CallNextSpeaker" }).thenRefused("SpeakersListEmpty");
  });
});

describe("demands for secrecy and roll call", () => {
  const motion = (rules: Settings = {}) =>
    inDebate(rules).when({ type: "MoveMotion", text: "Räume" }, by(1)).thenAccepted();
  const secret = { type: "DemandSecrecy" } as const;
  const roll = { type: "DemandRollCall" } as const;

  it("count all seats where the rules do", () => {
    const rules: Settings = {
      "vote.secretThreshold": { value: { kind: "fraction", num: 2, den: 5, of: "members" } },
    };
    const one = motion(rules).when(secret, by(2)).thenAccepted();
    one.when({ type: "OpenBallot", subject: { kind: "motion", motion: 1 }, mode: "open" }).thenAccepted();
    one
      .when(secret, by(3))
      .thenAccepted()
      .when({ type: "OpenBallot", subject: { kind: "motion", motion: 1 }, mode: "open" })
      .thenRefused("SecrecyDemanded", { demands: 2, needed: 2 });
  });

  it("make a roll call go first where the rules say so, and throw the secret box away", () => {
    const rules: Settings = { "vote.secretBeatsRoll": { value: false }, "vote.rollCall": { value: { kind: "any" } } };
    const result = motion(rules)
      .when({ type: "OpenBallot", subject: { kind: "motion", motion: 1 }, mode: "secret" })
      .thenAccepted()
      .when(roll, by(2)).result;
    expect(result.ok && result.value.discardsBox).toBe("ballot-1");
    expect(result.ok && result.value.events.at(-1)).toMatchObject({ type: "BallotOpened", mode: "rollCall" });
    expect(result.ok && result.value.createsBox).toBeUndefined();
  });

  it("allow no roll call on procedure ruled out by name, none at all where the rules know none", () => {
    const rules: Settings = {
      "vote.rollCallNotFor": { value: ["vertagung"] },
      "vote.rollCall": { value: { kind: "any" } },
    };
    inDebate(rules)
      .when(move("adjournItem", { text: "Vertagung der Beratung" }), by(2))
      .thenAccepted()
      .when(roll, by(3))
      .thenRefused("DemandExcluded", { ruling: expect.objectContaining({ reason: "procedure" }) });
    motion({ "vote.rollCall": { value: { kind: "never" } } })
      .when(roll, by(2))
      .thenRefused("DemandExcluded");
  });

  it("are heard from each seat once, and only where there is something to vote on", () => {
    inDebate().when(roll, by(2)).thenRefused("NothingToVoteOn");
    const once = motion()
      .when(roll, by(2))
      .thenEvents([
        { type: "RollCallDemanded", subject: { kind: "motion", motion: 1 }, person: voter(2), seat: seat(2) },
      ]);
    once.when(roll, by(2)).thenRefused("RollCallAlready");
  });
});

describe("a doubted vote", () => {
  const voted = (rules: Settings = {}) =>
    inDebate(rules)
      .when({ type: "MoveMotion", text: "Räume" }, by(1))
      .thenAccepted()
      .when({ type: "OpenBallot", subject: { kind: "motion", motion: 1 } })
      .thenAccepted()
      .when({ type: "EnterHandCount", yes: 3, no: 2, abstain: 0 })
      .thenAccepted()
      .when({ type: "CloseBallot" })
      .thenAccepted();
  const doubt = move("recount");

  it("opens the motion again, once, by right", () => {
    const again = voted().when(doubt, by(4)).thenTypes(["QuestionPut", "QuestionDecided", "MotionDecided"]);
    again.when(doubt, by(4)).thenRefused("NothingToRepeat");
    again
      .when({ type: "OpenBallot", subject: { kind: "motion", motion: 1 } })
      .thenAccepted()
      .when({ type: "EnterHandCount", yes: 2, no: 3, abstain: 0 })
      .thenAccepted()
      .when({ type: "CloseBallot" })
      .thenAccepted()
      .when(doubt, by(4))
      .thenRefused("NothingToRepeat");
  });

  it("stands where the rules know no repetition, where nothing was voted on, and after its item", () => {
    voted({ "vote.repeatOnDoubt": { value: false } })
      .when(doubt, by(4))
      .thenRefused("ProceduralNotAdmissible");
    inDebate().when(doubt, by(4)).thenRefused("NothingToRepeat");
    voted()
      .when({ type: "AddAgendaItem", title: "Danach", public: true, deciding: true })
      .thenAccepted()
      .when({ type: "CallAgendaItem", item: 2 })
      .thenAccepted()
      .when(doubt, by(4))
      .thenRefused("NothingToRepeat");
  });
});

describe("groups to be heard before the debate is closed", () => {
  const grouped = (rules: Settings) =>
    inDebate(rules).and(
      [1, 2, 3, 4, 5].map((n) => ({
        type: "PersonChanged" as const,
        record: {
          person: voter(n),
          name: `Stimme ${n}`,
          role: "voting" as const,
          organization: organizationKey(`traeger-${n}`),
          seat: seat(n),
          speakerGroup: n < 4 ? "ambulant" : "stationär",
        },
        from: memberSince,
      })),
    );
  const asked = (rules: Settings) =>
    grouped(rules)
      .when({ type: "RequestToSpeak" }, by(1))
      .thenAccepted()
      .when({ type: "CallNextSpeaker" })
      .thenAccepted()
      .when(move("closeDebate"), by(2))
      .thenAccepted();

  it("are waited for only where the rules say so", () => {
    const rules: Settings = { "goAntrag.closeDebate": { value: { notBySpeaker: true, afterEachGroup: true } } };
    asked(rules)
      .when(accept)
      .thenRefused("GroupsNotHeard", { ruling: expect.objectContaining({ waitingFor: ["stationär"] }) });
    asked({}).when(accept).thenTypes(["QuestionDecided", "DebateClosed"]);
  });
});
