import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appeal } from "../../../src/core/rules/appeal.ts";
import { rollCallDemand, secretDemand } from "../../../src/core/rules/demands.ts";
import { everyGroupHeard, proceduralAdmission } from "../../../src/core/rules/procedural-admission.ts";
import { closedDebate, closedList } from "../../../src/core/rules/procedural-effects.ts";
import { proceduralRuling, proceduralSpeeches } from "../../../src/core/rules/procedural-opposition.ts";
import { proceduralOrder, proceduralTurn } from "../../../src/core/rules/procedural-order.ts";
import { namesProcedure, proceduralKindNamed } from "../../../src/core/rules/procedural-words.ts";
import type { ProceduralKind } from "../../../src/core/rules/rules-meeting.ts";
import { finalWord, orderSpeakers, speakingTime, wordWithdrawal } from "../../../src/core/rules/speakers.ts";
import { rulesWith } from "../../support/rules.ts";

const standard = rulesWith();
const kindOf = (text: string): ProceduralKind => {
  const kind = proceduralKindNamed(text);
  if (kind === undefined) throw new Error(`no kind: ${text}`);
  return kind;
};

describe("the words of procedural motions", () => {
  it.each<readonly [string, ProceduralKind]>([
    ["Schluss der Debatte", "closeDebate"],
    ["Schluss der Aussprache", "closeDebate"],
    ["sofortige Abstimmung", "closeDebate"],
    ["Schluss der Redeliste", "closeList"],
    ["Wiedereröffnung der Redeliste", "reopenList"],
    ["Redezeitbegrenzung", "limitTime"],
    ["redezeit 2 minuten", "limitTime"],
    ["Vertagung", "adjournItem"],
    ["antrag auf vertagung", "adjournItem"],
    ["Vertagung TOP 5", "adjournItem"],
    ["Vertagung der Beratung", "adjournItem"],
    ["Vertagung der Sitzung", "adjournMeeting"],
    ["Schluss der Sitzung", "adjournMeeting"],
    ["Nichtbefassung", "nonConsideration"],
    ["Übergang zur Tagesordnung", "nonConsideration"],
    ["Überweisung an die Unter-AG Hilfen", "refer"],
    ["Sitzungsunterbrechung", "interrupt"],
    ["Unterbrechung 10 Minuten", "interrupt"],
    ["geheime Abstimmung", "secretBallot"],
    ["namentliche Abstimmung", "rollCall"],
    ["Feststellung der Beschlussfähigkeit", "checkQuorum"],
    ["Anzweiflung der Abstimmung", "recount"],
    ["Änderung der Tagesordnung", "changeAgenda"],
    ["Teilung der Frage", "divide"],
    ["Meinungsbild", "strawPoll"],
    ["Ausschluss der Öffentlichkeit", "closeDoors"],
    ["Neuwahl der Sitzungsleitung", "newChair"],
    ["Anfechtung der Sitzungsleitung", "appeal"],
  ])("knows „%s“ as %s", (text, kind) => expect(proceduralKindNamed(text)).toBe(kind));

  it("knows nothing of what is no procedural motion", () => {
    expect(proceduralKindNamed("Die AG empfiehlt mehr Plätze.")).toBeUndefined();
  });

  it("reads the words that rule out a roll call as whole words, in any spelling, or as the kind they stand for", () => {
    const words = ["vertagung", "schluss", "tagesordnung", "teilung", "ueberweisung", "fristen"];
    for (const question of [
      "Vertagung der Beratung",
      "TOP 3 vertagen",
      "Überweisung an die Unter-AG",
      "Abkürzung der Fristen",
    ])
      expect(namesProcedure(words, question)).toBe(true);
    for (const question of ["Beschluss zur Mitteilung", "Schlussbericht 2026", "Mehr Plätze"])
      expect(namesProcedure(words, question)).toBe(false);
    expect(namesProcedure(["alle"], "Redezeit")).toBe(true);
    expect(namesProcedure([], "Vertagung")).toBe(false);
  });
});

describe("proceduralAdmission", () => {
  it("refuses the close of the debate to one who has spoken, unless the rules let everybody", () => {
    const input = { kind: "closeDebate", by: "A", spokeOnItem: ["A", "B"] } as const;
    expect(proceduralAdmission(standard, input)).toMatchObject({
      isAdmissible: false,
      reason: "hasSpoken",
      citation: { setting: "goAntrag.closeDebate", origin: "default" },
    });
    expect(proceduralAdmission(standard, { ...input, by: "C" }).isAdmissible).toBe(true);
    const free = rulesWith({ "goAntrag.closeDebate": { notBySpeaker: false } });
    expect(proceduralAdmission(free, input).isAdmissible).toBe(true);
  });

  it("lets who spoke move anything else", () => {
    const input = { by: "A", spokeOnItem: ["A"] };
    expect(proceduralAdmission(standard, { ...input, kind: "closeList" }).isAdmissible).toBe(true);
    expect(proceduralAdmission(standard, { ...input, kind: "adjournItem" }).isAdmissible).toBe(true);
  });

  it("asks for a vote where the rules do, for membership always", () => {
    const input = { kind: "adjournItem", by: "A" } as const;
    expect(proceduralAdmission(standard, { ...input, standing: "advisory" })).toMatchObject({ reason: "noVote" });
    const open = rulesWith({ "goAntrag.movedBy": "members" });
    expect(proceduralAdmission(open, { ...input, standing: "advisory" }).isAdmissible).toBe(true);
    expect(proceduralAdmission(open, { ...input, standing: "guest" }).reason).toBe("noMember");
  });

  it("keeps an interruption to its longest duration", () => {
    const rules = rulesWith({ "goAntrag.interrupt": { maxMinutes: 10 } });
    const asked = (minutes: number) => proceduralAdmission(rules, { kind: "interrupt", by: "A", minutes });
    expect(asked(10).isAdmissible).toBe(true);
    expect(asked(11)).toMatchObject({ isAdmissible: false, reason: "tooLong", maxMinutes: 10 });
    expect(proceduralAdmission(standard, { kind: "interrupt", by: "A", minutes: 90 }).isAdmissible).toBe(true);
  });

  it("waits for every group before the debate is closed, if the rules say so", () => {
    const groups = ["öffentlicher Träger", "ambulante Träger", "stationäre Träger"];
    const input = { groups, spoke: ["öffentlicher Träger", "ambulante Träger"] };
    const rules = rulesWith({ "goAntrag.closeDebate": { notBySpeaker: false, afterEachGroup: true } });
    expect(everyGroupHeard(rules, input)).toMatchObject({ putToVote: false, waitingFor: ["stationäre Träger"] });
    expect(everyGroupHeard(rules, { groups, spoke: groups }).putToVote).toBe(true);
    expect(everyGroupHeard(rules, { groups: [], spoke: [] }).putToVote).toBe(true);
    expect(everyGroupHeard(standard, input).putToVote).toBe(true);
  });
});

describe("proceduralRuling", () => {
  it("accepts without opposition, or votes even then", () => {
    expect(proceduralRuling(standard, { kind: "closeList", opposition: null })).toMatchObject({
      needsVote: false,
      outcome: "accepted",
      citation: { setting: "goAntrag.noOpposition" },
    });
    const hildesheim = rulesWith({ "goAntrag.noOpposition": "vote" });
    expect(proceduralRuling(hildesheim, { kind: "closeList", opposition: null })).toMatchObject({
      needsVote: true,
      outcome: "open",
    });
    const votes = { yes: 12, no: 0 };
    expect(proceduralRuling(hildesheim, { kind: "closeList", opposition: null, votes }).outcome).toBe("accepted");
  });

  it("counts formal opposition where the rules do, else only opposition with a reason", () => {
    const formal = { kind: "adjournItem", opposition: { reason: null }, votes: { yes: 9, no: 8 } } as const;
    expect(proceduralRuling(standard, formal)).toMatchObject({ needsVote: true, outcome: "accepted" });
    const strict = rulesWith({ "goAntrag.formalOpposition": false });
    expect(proceduralRuling(strict, formal)).toMatchObject({ needsVote: false, isOppositionVoid: true });
    expect(proceduralRuling(strict, { ...formal, opposition: { reason: "Wir sind fast fertig." } }).needsVote).toBe(
      true,
    );
    expect(proceduralRuling(strict, { ...formal, opposition: { reason: "  " } }).needsVote).toBe(false);
  });

  it("votes with the threshold of the kind, else by simple majority; a tie is rejected", () => {
    const threshold = { num: 2, den: 3, basis: "present" };
    const rules = rulesWith({ "goAntrag.nonConsideration": { threshold }, "goAntrag.adjournMeeting": { threshold } });
    for (const kind of ["nonConsideration", "adjournMeeting"] as const) {
      const outcome = (yes: number) =>
        proceduralRuling(rules, { kind, opposition: { reason: null }, votes: { present: 30, yes, no: 30 - yes } });
      expect(outcome(19)).toMatchObject({ outcome: "rejected", citation: { setting: `goAntrag.${kind}` } });
      expect(outcome(20).outcome).toBe("accepted");
    }
    const tie = { opposition: { reason: null }, votes: { yes: 8, no: 8 } };
    expect(proceduralRuling(rules, { kind: "adjournItem", ...tie }).outcome).toBe("rejected");
    expect(proceduralRuling(rules, { kind: "limitTime", ...tie, votes: { yes: 0, no: 0 } }).outcome).toBe("rejected");
  });

  it("has no vote on what may be asked by right, and always one on an appeal", () => {
    const opposition = { reason: "Unnötig." };
    expect(proceduralRuling(standard, { kind: "checkQuorum", opposition })).toMatchObject({
      needsVote: false,
      outcome: "accepted",
    });
    expect(proceduralRuling(standard, { kind: "appeal", opposition: null }).needsVote).toBe(true);
  });

  it("is never accepted in a vote without a Ja, and is monotone in the Ja votes", () => {
    const count = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(count, count, fc.constantFrom("cast", "present", "members"), (yes, no, basis) => {
        const rules = rulesWith({ "goAntrag.refer": { threshold: { num: 2, den: 3, basis } } });
        const outcome = (ja: number) =>
          proceduralRuling(rules, {
            kind: "refer",
            opposition: { reason: null },
            votes: { yes: ja, no, present: 121, members: 121 },
          }).outcome;
        expect(outcome(0)).toBe("rejected");
        if (outcome(yes) === "accepted") expect(outcome(yes + 1)).toBe("accepted");
      }),
    );
  });
});

describe("speeches, order and turn", () => {
  it("lets one speak for and one against", () => {
    expect(proceduralSpeeches(standard, ["for", "against", "against"])).toMatchObject({
      allowed: ["for", "against"],
      refused: ["against"],
    });
    const two = rulesWith({ "goAntrag.speeches": 2 });
    expect(proceduralSpeeches(two, ["for", "for", "for", "against"]).refused).toEqual(["for"]);
  });

  it("ranks closing before adjourning before the rest, or goes by time", () => {
    const pending = ["Redezeitbegrenzung", "Vertagung", "Schluss der Aussprache"].map((name) => ({
      name,
      kind: kindOf(name),
    }));
    const order = (rules: typeof standard) => proceduralOrder(rules, pending).order.map(({ name }) => name);
    expect(order(standard)).toEqual(["Schluss der Aussprache", "Vertagung", "Redezeitbegrenzung"]);
    expect(order(rulesWith({ "goAntrag.precedence": "byTime" }))).toEqual(pending.map(({ name }) => name));
    expect(order(rulesWith({ "goAntrag.precedence": ["vertagung"] }))[0]).toBe("Vertagung");
  });

  it("loses and doubles none when it orders them, and keeps the order of time within a rank", () => {
    const kinds = fc.array(
      fc.constantFrom<ProceduralKind>("closeDebate", "closeList", "adjournItem", "refer", "interrupt"),
    );
    fc.assert(
      fc.property(kinds, (list) => {
        const pending = list.map((kind, at) => ({ kind, at }));
        const { order } = proceduralOrder(standard, pending);
        expect(order.map(({ at }) => at).toSorted((a, b) => a - b)).toEqual(list.map((_, at) => at));
        const closing = order.filter(({ kind }) => kind === "closeDebate" || kind === "closeList").map(({ at }) => at);
        expect(closing).toEqual(closing.toSorted((a, b) => a - b));
      }),
    );
  });

  it("comes after the running speech and before the next of the list", () => {
    expect(proceduralTurn(standard, { speaking: "B", queue: ["D"] })).toMatchObject({ handledAfter: "B", before: "D" });
    expect(proceduralTurn(standard, { speaking: null })).toMatchObject({ handledAfter: null, before: null });
  });
});

describe("effects", () => {
  it("closes the list at once, or after a last call", () => {
    const input = { queue: ["C", "D"], newRequests: ["E"] };
    const at = rulesWith({ "goAntrag.closeList": { lastCall: false } });
    expect(closedList(at, input)).toMatchObject({ queue: ["C", "D"], refused: ["E"] });
    expect(closedList(standard, input)).toMatchObject({ queue: ["C", "D", "E"], refused: [], hasLastCall: true });
  });

  it("drops the list with the debate, but for the mover's final word", () => {
    expect(closedDebate(standard, { queue: ["C", "D"], mover: "D" })).toMatchObject({ queue: [], dropped: ["C", "D"] });
    const rules = rulesWith({ "speakers.moverLast": true });
    expect(closedDebate(rules, { queue: ["C", "D"], mover: "D" })).toMatchObject({ queue: ["D"], dropped: ["C"] });
    expect(closedDebate(rules, { queue: [] })).toMatchObject({ queue: [], dropped: [] });
  });
});

describe("appeal", () => {
  it("overturns by majority, upholds otherwise, also on a tie and without votes", () => {
    expect(appeal(standard, { yes: 10, no: 7 })).toMatchObject({ isAllowed: true, chairRuling: "overturned" });
    expect(appeal(standard, { yes: 7, no: 10 })).toMatchObject({ chairRuling: "upheld", reason: "votes" });
    expect(appeal(standard, undefined)).toMatchObject({ chairRuling: "upheld", reason: "notVoted" });
    expect(appeal(standard, { yes: 0, no: 0 }).chairRuling).toBe("upheld");
    for (const tie of ["rejected", "chairCasting", "repeatOnce", "chairDoubleOnRepeat"])
      expect(appeal(rulesWith({ "majority.tie": tie }), { yes: 8, no: 8 })).toMatchObject({
        chairRuling: "upheld",
        reason: "tie",
      });
  });

  it("is not allowed where the rules know none", () => {
    const rules = rulesWith({ "chair.rulingAppealable": false });
    expect(appeal(rules, { yes: 17, no: 0 })).toMatchObject({ isAllowed: false, chairRuling: "upheld" });
  });
});

describe("demands of every kind", () => {
  it.each([
    [{ kind: "any" }, 1, 17, 20, 1],
    [{ kind: "count", n: 3 }, 3, 17, 20, 3],
    [{ kind: "fraction", num: 1, den: 5 }, 4, 17, 20, 4],
    [{ kind: "moreThanFraction", num: 1, den: 4 }, 5, 16, 20, 5],
    [{ kind: "fraction", num: 2, den: 3, of: "members" }, 14, 17, 20, 14],
    [{ kind: "fraction", num: 5, den: 100 }, 1, 17, 20, 1],
  ])(
    "grants %j to %i of %i present and %i in all, not to one fewer",
    (demand, demands, presentSeats, votingSeats, needed) => {
      const rules = rulesWith({ "vote.secretThreshold": demand, "vote.rollCall": demand });
      for (const weigh of [secretDemand, rollCallDemand]) {
        expect(weigh(rules, { demands, presentSeats, votingSeats })).toMatchObject({ isGranted: true, needed });
        expect(weigh(rules, { demands: demands - 1, presentSeats, votingSeats })).toMatchObject({
          isGranted: false,
          missing: 1,
        });
      }
    },
  );

  it("has no roll call on a procedural question ruled out by its words", () => {
    const rules = rulesWith({ "vote.rollCallNotFor": ["vertagung", "schluss"] });
    const demand = { demands: 17, presentSeats: 17 };
    expect(rollCallDemand(rules, { ...demand, procedure: "Vertagung der Beratung" })).toMatchObject({
      isGranted: false,
      reason: "procedure",
    });
    expect(rollCallDemand(rules, { ...demand, procedure: "Redezeit 2 Minuten" }).isGranted).toBe(true);
  });
});

describe("speakers", () => {
  it("alternates two groups as long as both have somebody", () => {
    const request = (speaker: string, group: string) => ({ speaker, group });
    const requests = [request("A", "w"), request("B", "w"), request("C", "m"), request("D", "w"), request("E", "m")];
    const order = orderSpeakers("alternatingGroups", requests, []).map(({ speaker }) => speaker);
    expect(order).toEqual(["A", "C", "B", "E", "D"]);
  });

  it("gives the mover the time the rules set for reasons, unless the item has its own", () => {
    const rules = rulesWith({ "speakers.seconds": 180, "speakers.moverSeconds": 300 });
    expect(speakingTime(rules, { spokenSeconds: 200, isMover: true })).toMatchObject({
      seconds: 300,
      secondsLeft: 100,
      rule: "speakers.moverSeconds",
    });
    expect(speakingTime(rules, { spokenSeconds: 200 })).toMatchObject({ seconds: 180, isOver: true });
    expect(speakingTime(rules, { spokenSeconds: 0, isMover: true, itemSeconds: 60 }).seconds).toBe(60);
  });

  it("withdraws the word only after the warnings of the rules", () => {
    expect(wordWithdrawal(standard, { warned: 1 }).mayWithdraw).toBe(false);
    expect(wordWithdrawal(standard, { warned: 2 }).mayWithdraw).toBe(true);
    expect(wordWithdrawal(rulesWith({ "speakers.warnings": 0 }), { warned: 0 }).mayWithdraw).toBe(true);
  });

  it("gives the mover the final word once the list is empty", () => {
    const rules = rulesWith({ "speakers.moverLast": true });
    const input = { waiting: 0, mover: "M", hadFinalWord: false };
    expect(finalWord(rules, input).speaker).toBe("M");
    expect(finalWord(rules, { ...input, waiting: 1 }).speaker).toBeUndefined();
    expect(finalWord(rules, { ...input, hadFinalWord: true }).speaker).toBeUndefined();
    expect(finalWord(rules, { ...input, mover: undefined }).speaker).toBeUndefined();
    expect(finalWord(standard, input).speaker).toBeUndefined();
  });
});
