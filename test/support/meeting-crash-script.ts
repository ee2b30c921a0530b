/**
 * The meeting of the crash tests: an endless script of messages, the same every time. Each message has a stable key and says what
 * it must leave in the record, so that a checker can tell what is missing and what is there twice.
 */

export type ScriptMessage = {
  /** Counted from 0 through the whole script. */
  readonly number: number;
  readonly person: string;
  readonly isDirect: boolean;
  readonly text: string;
  /** What stands in the record afterwards, as `tracesOf` reads it; empty for what is refused. */
  readonly leaves: readonly string[];
};

/** Messages that are sent at once; the next step waits for all their answers. */
type Step = readonly Omit<ScriptMessage, "number">[];

/** One of each seat, and a substitute of the second. The first one is in the chair. */
export const voters = ["ahrens", "bruhn", "clasen", "dreyer", "evers", "fock", "gries", "hansen", "iwersen"] as const;
export const substituteOfSecond = "brandt";
export const seatOf = (person: string): string => `traeger-${person === substituteOfSecond ? "bruhn" : person}`;
const [chair, second, , fourth, fifth] = voters;
const last = "iwersen";
/** Who votes: everybody but the last, who goes at the beginning of each round. */
const present = voters.slice(0, 8);

export const motionsPerRound = 3;
export const ballotsPerRound = 5;

type Choice = "yes" | "no" | "abstain";
const choices: readonly Choice[] = ["yes", "no", "abstain"];
const german = { yes: "ja", no: "nein", abstain: "enthaltung" } as const;
const choiceAt = (n: number): Choice => choices[n % 3] ?? "yes";

const inRoom = (person: string, text: string, ...leaves: readonly string[]) => said(person, false, text, leaves);
const direct = (person: string, text: string, ...leaves: readonly string[]) => said(person, true, text, leaves);
const said = (person: string, isDirect: boolean, text: string, leaves: readonly string[]) => ({
  person,
  isDirect,
  text,
  leaves,
});

const setUp: readonly Step[] = [
  [inRoom(chair, "sitzung eröffnen Kreishaus", "MeetingScheduled", "MeetingOpened")],
  [...voters, substituteOfSecond].map((person) => direct(person, "anwesend", `attendance:${person}:present`)),
  [inRoom(chair, 'top vorschlagen "Beratung"', "AgendaItemAdded")],
  [inRoom(chair, "top 1", "AgendaItemCalled")],
];

type Script = (round: number) => readonly Step[];

/** Everything a meeting has, over and over. */
export const meetingScript: Script = (round) => [
  [inRoom(last, "gehe", `attendance:${last}:left`)],
  ...notes(round),
  ...openBallot(round),
  ...secretBallots(round),
  ...handCount(round),
  ...election(round),
  ...collection(round),
  [inRoom(last, "anwesend", `attendance:${last}:present`)],
];

/** Nothing but notes, many at once: what is applied twice here cannot be told from what was said twice. */
export const notesScript: Script = (round) => [
  Array.from({ length: 20 }, (_, n) => inRoom(chair, `notiz: Satz ${round}.${n}`, `note:Satz ${round}.${n}`)),
];

function notes(round: number): readonly Step[] {
  const text = (kind: string) => `Runde ${round}, ${kind}`;
  return [
    [
      ...["notiz", "vereinbarung", "feststellung"].map((word) =>
        inRoom(chair, `${word}: ${text(word)}`, `note:${text(word)}`),
      ),
      inRoom(chair, `sammlung "${text("Liste")}": Plätze; Zeit`, `note:${text("Liste")}`),
    ],
    [inRoom(chair, `notiz: ${text("Irrtum")}`, `note:${text("Irrtum")}`)],
    [inRoom(chair, "rückgängig", "reverted:NoteTaken")],
  ];
}

function moved(round: number, nth: number): { readonly motion: number; readonly step: Step } {
  const motion = motionsPerRound * (round - 1) + nth;
  const text = `Wortlaut ${round}.${nth}`;
  return { motion, step: [inRoom(second, `antrag "Antrag ${motion}": ${text}`, `motion:${motion}:${text}`)] };
}

const ballotOf = (round: number, nth: number): number => ballotsPerRound * (round - 1) + nth;
const opens = (ballot: number, motion: number, mode: string): Step => [
  inRoom(chair, `abstimmung ${motion} ${mode}`, `ballot:${ballot}`),
];
const closes = (ballot: number, motion: number, cast: readonly Choice[]): Step => [
  inRoom(chair, "abstimmung schließen", closed(ballot, cast), `decided:${motion}`),
];

function closed(ballot: number, cast: readonly Choice[]): string {
  return `closed:${ballot}:${choices.map((choice) => cast.filter((one) => one === choice).length).join(":")}`;
}

/** Somebody changes a vote, somebody says the same again, and two people of one seat want to vote. */
function openBallot(round: number): readonly Step[] {
  const { motion, step } = moved(round, 1);
  const ballot = ballotOf(round, 1);
  const choice = (n: number): Choice => choiceAt(round + n * n);
  const vote = (n: number, one: Choice, isDirect = n % 2 === 0) =>
    said(present[n] ?? "", isDirect, german[one], [`vote:${ballot}:${seatOf(present[n] ?? "")}:${one}`]);
  const changed = choiceAt(round + 5);
  return [
    step,
    opens(ballot, motion, "offen"),
    [
      ...present.map((_, n) => vote(n, choice(n))),
      vote(2, changed),
      direct(fifth, german[choice(4)]),
      direct(substituteOfSecond, "ja"),
    ],
    closes(
      ballot,
      motion,
      present.map((_, n) => (n === 2 ? changed : choice(n))),
    ),
  ];
}

/** The first one is broken off with votes in its box, the second one is counted. */
function secretBallots(round: number): readonly Step[] {
  const { motion, step } = moved(round, 2);
  const [broken, counted] = [ballotOf(round, 2), ballotOf(round, 3)];
  const choice = (n: number): Choice => choiceAt(round * n + n);
  const vote = (ballot: number, person: string, n: number) =>
    direct(person, german[choice(n)], `secret:${ballot}:${seatOf(person)}`);
  return [
    step,
    opens(broken, motion, "geheim"),
    present.slice(0, 3).map((person, n) => vote(broken, person, n)),
    [inRoom(chair, `abstimmung abbrechen: Runde ${round}`, `cancelled:${broken}`)],
    opens(counted, motion, "geheim"),
    [
      ...present.map((person, n) => vote(counted, person, n)),
      direct(fourth, german[choice(4)]),
      inRoom("fock", "ja"),
      direct(substituteOfSecond, "nein"),
    ],
    closes(
      counted,
      motion,
      present.map((_, n) => choice(n)),
    ),
  ];
}

/** Three vote in the chat, five raise their hands, and one of these wants to vote once more. */
function handCount(round: number): readonly Step[] {
  const { motion, step } = moved(round, 3);
  const ballot = ballotOf(round, 4);
  const choice = (n: number): Choice => choiceAt(round + n);
  const hands = [round % 4, (round + 1) % 2, 1] as const;
  const raised = choices.flatMap((one, at) => Array.from({ length: hands[at] ?? 0 }, () => one));
  return [
    step,
    opens(ballot, motion, "offen"),
    present
      .slice(0, 3)
      .map((person, n) => direct(person, german[choice(n)], `vote:${ballot}:${seatOf(person)}:${choice(n)}`)),
    [inRoom(chair, `handzeichen ${hands.join(":")}`, `hands:${ballot}:${hands.join(":")}`)],
    [direct(fifth, "ja")],
    closes(ballot, motion, [...[0, 1, 2].map(choice), ...raised]),
  ];
}

function election(round: number): readonly Step[] {
  const ballot = ballotOf(round, 5);
  const winner = round % 2 === 0 ? fourth : fifth;
  const marks = round % 2 === 0 ? [1, 1, 2, 1, 2, 1, 1] : [2, 1, 2, 2, 1, 2, 2];
  const votes = (mark: number) => marks.filter((one) => one === mark).length;
  return [
    [inRoom(chair, 'wahl "1. Sprecher*in"', `election:${round}`)],
    [fourth, fifth].map((person) => inRoom(chair, `vorschlag ${person}`, `candidate:${round}:${person}`)),
    [inRoom(chair, "wahlgang", `ballot:${ballot}`)],
    present.map((person, n) =>
      direct(
        person,
        marks[n] === undefined ? "enthaltung" : `stimme ${marks[n]}`,
        `secret:${ballot}:${seatOf(person)}`,
      ),
    ),
    [
      inRoom(
        chair,
        "wahlgang schließen",
        `closed:${ballot}:0:0:1:${fourth}=${votes(1)},${fifth}=${votes(2)}`,
        `round:${round}`,
      ),
    ],
    [direct(winner, "annehmen", `accepted:${round}:${winner}`, `assigned:${winner}`)],
  ];
}

function collection(round: number): readonly Step[] {
  const entry = (n: number) => `Beitrag ${round}.${n}`;
  const numbers = [1, 2, 3, 4, 5];
  return [
    [inRoom(chair, `sammlung anonym "Frage ${round}"`, `collection:${round}`)],
    numbers.map((n) => direct(present[n] ?? "", `anonym: ${entry(n)}`, `entry:${round}`)),
    [inRoom(chair, "sammlung schließen", `collected:${round}:${numbers.map(entry).join("|")}`)],
  ];
}

/** The steps of a script one after the other, their messages numbered; a round ends where `endsRound` says so. */
export function* stepsOf(
  script: Script,
): Generator<{ readonly messages: readonly ScriptMessage[]; readonly endsRound: boolean }> {
  let number = 0;
  for (let round = 0; ; round += 1) {
    const steps = round === 0 ? setUp : script(round);
    for (const [at, step] of steps.entries()) {
      yield { messages: step.map((one, n) => ({ ...one, number: number + n })), endsRound: at === steps.length - 1 };
      number += step.length;
    }
  }
}

export const scripts = { meeting: meetingScript, notes: notesScript } as const;
export type ScriptName = keyof typeof scripts;

/** The first `count` steps. */
export function firstSteps(name: ScriptName, count: number): readonly (readonly ScriptMessage[])[] {
  const found: (readonly ScriptMessage[])[] = [];
  for (const { messages } of stepsOf(scripts[name])) {
    if (found.length === count) break;
    found.push(messages);
  }
  return found;
}
