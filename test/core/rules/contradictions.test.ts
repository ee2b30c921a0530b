import { describe, expect, it } from "vitest";
import { readRulesFile } from "../../../src/config/rules-file.ts";
import { contradictionsIn } from "../../../src/core/rules/contradictions.ts";
import { profileIds, profileNamed } from "../../../src/core/rules/profiles.ts";

const head = "name: GO\nprofile: ag78-standard\n";
const problemsOf = (body: string) => {
  const read = readRulesFile(head + body);
  return read.ok ? [] : read.error.map(({ line, path, message }) => `${line} ${path}: ${message}`);
};

describe("contradictionsIn", () => {
  it.each(profileIds)("finds none in the profile %s by itself", (id) => {
    expect(contradictionsIn(profileNamed(id).rules)).toEqual([]);
  });

  it.each(profileIds)(
    "finds none if a GO writes out the profile %s, but for what it switches off or leaves unused",
    (id) => {
      const { rules } = profileNamed(id);
      const own = JSON.parse(JSON.stringify(rules).replaceAll('"origin":"default"', '"origin":"go"'));
      const unused = [
        "thresholdUnused",
        "numberWithoutFixedQuorum",
        "fractionWithoutQuorumByFraction",
        "fallbackWithoutConsensus",
        "repeatWithoutQuorum",
        "floorWithoutPresumption",
        "splitVoteOfPersons",
        "shareInListElection",
        "demandForSecretElection",
      ];
      const others = contradictionsIn(own).filter(({ code }) => !unused.includes(code));
      expect(others).toEqual([]);
    },
  );

  it.each([
    [
      "umlauf: {minDays: 7, maxDays: 5}",
      "3 umlauf › minDays: Widerspruch: Die kürzeste Frist (minDays) ist länger als die längste (maxDays)",
    ],
    ["umlauf: {maxDays: 5}", "umlauf › minDays nach dem Profil"],
    [
      "umlauf:\n  silence: consent\n  objection: {kind: never}",
      "4 umlauf › silence: Widerspruch: Schweigen gilt als Zustimmung",
    ],
    ["umlauf:\n  silence: consent\n  minDays: 0", "keine Zeit zu antworten"],
    [
      "umlauf:\n  allowed: nein\n  minDays: 7",
      "5 umlauf › minDays: Widerspruch: Diese Regel gilt für etwas, das die GO selbst abschaltet",
    ],
    ["bias:\n  enabled: nein\n  mustLeave: ja", "5 bias › mustLeave: "],
    ["umlauf:\n  excluded: [wahl]", "an zwei Stellen verschieden"],
    ["goChange:\n  notByUmlauf: nein", "an zwei Stellen verschieden"],
    ["membership: {proxy: none, maxVotesPerPerson: 2}", "Niemand kann eine Stimme übertragen"],
    ["membership: {votingUnit: person, splitVote: invalid}", "keine geteilte Stimme eines Sitzes"],
    ["membership: {advisory: {speak: nein, move: ja}}", "Bitte speak: ja oder move: nein"],
    ["membership: {proxy: none}\numlauf: {memberReplacesSubstitute: ja}", "Ohne Stellvertretung"],
    [
      "membership: {advisory: {speak: ja, move: nein}}\ngoAntrag: {movedBy: members}",
      "Beratende Mitglieder dürfen keine Anträge stellen",
    ],
    ["office: {recall: {kind: never}, recallNeedsReason: ja}", "Abwahl, die es nicht gibt"],
    ["protocol: {approval: signature, sign: []}", "niemand unterschreibt"],
    ["invite: {n: 3, urgent: {allowed: ja, reasonRequired: ja, least: 5}}", "least kleiner wählen"],
    ["invite: {urgent: {allowed: nein, reasonRequired: ja, least: 3}}", "das nicht erlaubt ist"],
    ["invite: {unit: hour, cutoff: '18:00'}", "endet zur Minute"],
    ["invite: {form: email, postDays: 1}", "Tage für die Post"],
    ["invite: {cureByParticipation: nein, objectionUntil: endOfMeeting}", "muss auch niemand rechtzeitig rügen"],
    ["agenda: {urgentAdmission: {kind: noObjection, n: 2}, urgentThreshold: {kind: simple}}", "wird nicht abgestimmt"],
    ["agenda: {public: nein}\nmeeting: {closeOnDemand: {kind: any}}", "nicht öffentliche Sitzungen"],
    ["meeting: {remotePresence: nein}\nquorum: {remoteCounts: ja}", "dürfen aber nicht teilnehmen"],
    ["quorum: {exOfficioFloor: {num: 2, den: 3, min: 3}}", "liegt über der Beschlussfähigkeit"],
    ["quorum: {kind: fraction, fraction: {num: 1, den: 4}}", "liegt über der Beschlussfähigkeit"],
    ["quorum: {kind: fixed, fixed: 2}", "liegt über der Beschlussfähigkeit"],
    ["quorum: {presumption: nein, exOfficioFloor: {num: 1, den: 3, min: 3}}", "hat exOfficioFloor keine Wirkung"],
    ["quorum: {repeat: {enabled: nein, noticeRequired: nein, sameItemsOnly: nein, min: 3}}", "ist ausgeschlossen"],
    [
      "quorum: {kind: none, repeat: {enabled: ja, noticeRequired: ja, sameItemsOnly: ja, min: 0}}",
      "gibt es nichts zu wiederholen",
    ],
    [
      "quorum: {kind: fixed, fixed: 5, repeat: {enabled: ja, noticeRequired: ja, sameItemsOnly: ja, min: 7}}",
      "mehr Sitze",
    ],
    ["quorum: {kind: none, fixed: 5}", "gilt nur mit kind: fixed"],
    ["quorum: {kind: none, fraction: {num: 1, den: 3}}", "gilt nur mit kind: fraction"],
    ["quorum: {massExclusionFraction: {num: 1, den: 4}}", "Befangene zählen schon nicht mit"],
    ["goAntrag: {precedence: [schluss, schluss]}", "steht ein Wort zweimal"],
    ["majority: {kind: unanimity, tie: chairCasting}", "immer zu wenig"],
    ["majority: {kind: simple, threshold: {num: 2, den: 3}}", "gilt nur mit kind: fraction"],
    ["majority: {kind: consensus, firstTry: vote}", "zuerst soll abgestimmt werden"],
    ["majority: {firstTry: vote, consensusFallback: adjourn}", "Nach einem Konsens wird nicht gesucht"],
    ["majority: {abstain: leavesBase}", "nur von den Anwesenden abgezogen"],
    ["majority: {abstain: ignore, basis: castInclAbstain}", "und doch mit"],
    ["majority: {tie: chairCasting}\noffice: {chair: {chairKeepsSeatVote: nein}}", "hat aber keine Stimme"],
    ["majority: {tie: chairCasting}\nvote: {mode: secret}", "kennt niemand die Stimme des Vorsitzes"],
    ["vote: {mode: secret, secretThreshold: {kind: any}}", "verlangen muss es niemand"],
    ["vote: {mode: secret, rollCall: {kind: any}}", "kann es nie kommen"],
    ["vote: {rollCall: {kind: never}, rollCallNotFor: [alle]}", "Ausnahmen davon"],
    ["election: {mode: secret, singleCandidateOpen: ja}", "bei einer Kandidatur aber offen"],
    ["election: {mode: secret, secretOnDemandOf: 1}", "verlangen muss es niemand"],
    ["election: {majority: absoluteMembersThenRelative, sequence: [ballot, lot]}", "sieht einen späteren Wahlgang vor"],
    ["election: {multi: dHondt, minShare: halfPresent}", "keinen Mindestanteil je Person"],
  ])("refuses %s", (body, message) => {
    const problems = problemsOf(body);
    expect(problems.join("\n").toLowerCase()).toContain(message.toLowerCase());
    expect(problems[0]).toMatch(/^\d+ \S+.*: Widerspruch: /);
  });

  it.each([
    "umlauf: {allowed: nein}",
    "quorum: {kind: fixed, fixed: 5}",
    "quorum: {excludedReduceBase: nein, massExclusionFraction: {num: 1, den: 4}}",
    "majority: {kind: fraction, threshold: {num: 2, den: 3}}",
    "election: {majority: relative, sequence: [ballot, runoff2, lot]}",
    "vote: {mode: secret}",
  ])("has nothing against %s", (body) => {
    expect(problemsOf(body)).toEqual([]);
  });

  it("names the line of the other clause", () => {
    expect(problemsOf("vote:\n  mode: secret\nmajority:\n  tie: chairCasting\n")).toEqual([
      expect.stringContaining("Dazu: vote › mode, Zeile 4."),
    ]);
  });
});
