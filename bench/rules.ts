import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { electionRound } from "../src/core/rules/election-round.ts";
import { majority } from "../src/core/rules/majority.ts";
import { outcomeIsSettled } from "../src/core/rules/outcome-is-settled.ts";
import { profileAg78Standard } from "../src/core/rules/profile-ag78-standard.ts";
import { quorumInMeeting } from "../src/core/rules/quorum-in-meeting.ts";
import { readCases } from "../tools/cases/case-file.ts";
import { runCase } from "../tools/cases/run-case.ts";
import { atMost, type Figure, median } from "./figure.ts";

const seats = 60;
const rounds = 2000;
const starts = 7;
const { rules } = profileAg78Standard;
const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Eine Ermittlung mit 60 Sitzen: quorum, majority, whether the result stands, and an election; the slowest of the four. */
function rulingFigure(): Figure {
  const tally = (round: number) => {
    const yes = round % seats;
    const no = (round * 7) % (seats - yes + 1);
    return { yes, no, abstain: seats - yes - no, invalid: 0, present: seats, members: seats };
  };
  const candidates = Array.from({ length: 6 }, (_, index) => ({ id: `K${index}`, votes: index * 4 }));
  const rulings: readonly ((round: number) => unknown)[] = [
    (round) => majority(rules, tally(round)),
    (round) => outcomeIsSettled(rules, { ...tally(round), abstain: 0 }, 5),
    (round) =>
      quorumInMeeting(rules, {
        votingSeats: seats,
        presentVoting: round % seats,
        isEstablished: true,
        isRequested: round % 2 === 0,
      }),
    (round) =>
      electionRound(rules, {
        seats: 1 + (round % 3),
        candidates,
        abstain: 0,
        invalid: 0,
        presentVoting: seats,
        round: 1,
        step: "ballot",
      }),
  ];
  const medians = rulings.map((ruling) => {
    const times = Array.from({ length: rounds }, (_, round) => {
      const began = performance.now();
      ruling(round);
      return (performance.now() - began) * 1000;
    });
    return median(times);
  });
  return atMost(`Ermittlung mit ${seats} Sitzen`, Math.max(...medians), 50, " µs");
}

/** All cases of the public file, mapping included. */
function casesFigure(): Figure {
  const cases = readCases(fromHere("../test/fixtures/rules-cases.json"));
  const began = performance.now();
  const passed = cases.filter((one) => runCase(one).status === "passed").length;
  return atMost(`${passed} von ${cases.length} Regelfällen`, (performance.now() - began) / 1000, 2, " s");
}

/** `go check` of a real file, from the start of the program to its end, by the runtime the program brings along. */
function checkFigure(): Figure {
  const file = fromHere("../examples/geschaeftsordnungen/segeberg-muster.yaml");
  const once = (): number => {
    const began = performance.now();
    const { status, stderr } = spawnSync("node", [fromHere("../bin/sitzungsdienst.mjs"), "go", "check", file]);
    if (status !== 0) throw new Error(`go check failed: ${stderr.toString()}`);
    return performance.now() - began;
  };
  once();
  return atMost("go check mit Start", median(Array.from({ length: starts }, once)), 200, " ms");
}

export const rulesFigures = (): readonly Figure[] => [rulingFigure(), casesFigure(), checkFigure()];
