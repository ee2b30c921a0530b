import { itemsOf } from "../../core/agenda/queries.ts";
import type { CandidateAnswer, Choice } from "../../core/ballot/events.ts";
import type { Ballot } from "../../core/ballot/state.ts";
import { meetingAtHand } from "../../core/committee/meeting-now.ts";
import { isProcedural, pendingProcedural } from "../../core/committee/procedural-readiness.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import { nearestWords } from "../../core/kernel/edit-distance.ts";
import { foldGerman } from "../../core/kernel/fold-german.ts";
import type { OfficeId, PersonId } from "../../core/kernel/ids.ts";
import { entries, entry } from "../../core/kernel/table.ts";
import { currentMeeting } from "../../core/meeting/queries.ts";
import { displayName } from "../../core/membership/queries.ts";
import type { Office } from "../../core/membership/state.ts";
import { openQuestions } from "../../core/question/state.ts";
import { thingProblem } from "../../texts/prompts.ts";
import {
  type Acceptor,
  absent,
  problem,
  type ReadingContext,
  type Rest,
  type Suggestion,
  type Taken,
  taken,
  withHead,
  without,
} from "./acceptor.ts";
import { readPerson, splitNames } from "./people.ts";
import { blankQuotations } from "./quotes.ts";

const FILLER = "(?:(?:zu|zum|zur|über|ueber|für|fuer|nr\\.?|nummer|den|dem|der)\\s+)*";
const MOTION = new RegExp(
  `^${FILLER}(?:antrag\\s+)?(?:nr\\.?\\s*|nummer\\s+)?(\\d{1,6})(?:\\.(?!\\d))?:?(?=\\s|$)`,
  "iu",
);
const AMENDMENT_WORDS = "(?:ä|ae|(?:änderungsantrag|aenderungsantrag)\\s+(?:nr\\.?\\s*)?(?:ä|ae)?)";
const AMENDMENT = new RegExp(`^${FILLER}${AMENDMENT_WORDS}\\s?(\\d{1,6})(?=\\s|$)`, "iu");
const AMENDMENT_NUMBER = new RegExp(`^${FILLER}${AMENDMENT_WORDS}?\\s?(\\d{1,6})(?=\\s|$)`, "iu");
const QUESTION = new RegExp(`^${FILLER}frage\\s+(?:nr\\.?\\s*)?(\\d{1,6})(?=\\s|$)`, "iu");
const QUESTION_NUMBER = new RegExp(`^${FILLER}(?:frage\\s+)?(?:nr\\.?\\s*)?(\\d{1,6})(?=\\s|$)`, "iu");
const ITEM = /^(?:(?:top|punkt|nr\.?)\s*)?(\d{1,4})\.?(?=\s|$)/iu;

/** Antrag nach seiner Nummer: "2", "Antrag 2", "zu 2". */
export const motion: Acceptor<number> = {
  sign: "NUMMER",
  take: (rest) => numbered(rest, MOTION),
  offer: ({ state }) =>
    entries(state.motions.motions)
      .filter((one) => one.status === "open")
      .map((one) => ({ label: `Antrag ${one.motion}: ${shortened(one.title ?? one.text)}`, instead: `${one.motion}` })),
};

/** Änderungsantrag nach seiner Nummer: "ä1", "Änderungsantrag 1". */
export const amendment: Acceptor<number> = {
  sign: "ä1",
  take: (rest) => numbered(rest, AMENDMENT_NUMBER),
  offer: ({ state }) =>
    entries(state.motions.amendments)
      .filter((one) => one.status === "open")
      .map((one) => ({ label: `Ä${one.amendment}: ${shortened(one.text)}`, instead: `ä${one.amendment}` })),
};

/** Offene Frage nach ihrer Nummer: "frage 2", "2"; without a number the one that waits. */
export const question: Acceptor<number> = {
  sign: "NUMMER",
  take(rest, { state }) {
    if (rest.head === "") return theOneOf(state, rest);
    return numbered(rest, QUESTION_NUMBER);
  },
  offer: ({ state }) =>
    openQuestions(state.questions, state.meetings.current ?? 0).map((one) => ({
      label: `Frage ${one.question}`,
      instead: `frage ${one.question}`,
    })),
};

/** Eine Frage nach ihrer Nummer, decided ones too. */
export const anyQuestion: Acceptor<number> = { sign: "NUMMER", take: (rest) => numbered(rest, QUESTION_NUMBER) };

/** "gegenrede", "abstimmung": the procedural motion whose turn it is, else what waits if it is just one. */
function theOneOf(state: CommitteeState, rest: Rest): Taken<number> {
  const [procedural] = pendingProcedural(state);
  if (procedural !== undefined) return taken(procedural.question, rest);
  const [only, ...others] = openQuestions(state.questions, state.meetings.current ?? 0).filter(
    (one) => !isProcedural(one),
  );
  return only === undefined || others.length > 0 ? absent : taken(only.question, rest);
}

export type VotedOn =
  | { readonly kind: "motion"; readonly motion: number }
  | { readonly kind: "amendment"; readonly amendment: number }
  | { readonly kind: "question"; readonly question: number };

/** Worüber abgestimmt werden kann; without a word the question that waits. */
export const ballotSubject: Acceptor<VotedOn> = {
  sign: "NUMMER|ä1|frage 1",
  take(rest, context): Taken<VotedOn> {
    const third = rest.head === "" ? question.take(rest, context) : numbered(rest, QUESTION);
    if (third.kind === "taken") return taken({ kind: "question", question: third.value }, third.rest);
    const second = numbered(rest, AMENDMENT);
    if (second.kind === "taken") return taken({ kind: "amendment", amendment: second.value }, second.rest);
    const first = motion.take(rest, context);
    return first.kind === "taken" ? taken({ kind: "motion", motion: first.value }, first.rest) : first;
  },
  offer: (context) => [
    ...(question.offer?.(context) ?? []),
    ...(amendment.offer?.(context) ?? []),
    ...(motion.offer?.(context) ?? []),
  ],
};

function numbered(rest: Rest, pattern: RegExp): Taken<number> {
  if (rest.head === "") return absent;
  const match = pattern.exec(rest.head);
  if (match === null) return problem(thingProblem({ code: "noNumber", typed: rest.head }));
  return taken(Number(match[1]), without(rest, 0, match[0].length));
}

/** Tagesordnungspunkt nach seinem Platz ("3", "TOP 3"); the value is the item's lasting id. */
export const item: Acceptor<number> = {
  sign: "NUMMER",
  take(rest, context) {
    if (rest.head === "") return absent;
    const match = ITEM.exec(rest.head);
    if (match === null) return problem(thingProblem({ code: "noItemNumber", typed: rest.head }));
    const items = itemsNow(context);
    const found = items[Number(match[1]) - 1];
    const left = without(rest, 0, match[0].length);
    if (found !== undefined) return taken(found.item, left);
    return problem(thingProblem({ code: "unknownItem", typed: `${match[1]}`, count: items.length }));
  },
  offer: (context) =>
    itemsNow(context)
      .map((one, index) => ({ one, place: index + 1 }))
      .filter(({ one }) => one.status === "waiting")
      .map(({ one, place }) => ({ label: `TOP ${place}: ${shortened(one.title)}`, instead: `${place}` })),
};

function itemsNow({ state, today }: ReadingContext) {
  const meeting = currentMeeting(state.meetings) ?? meetingAtHand(state, today());
  return meeting === undefined ? [] : itemsOf(state.agenda, meeting.number);
}

/** Amt nach seinem Titel, with or without quotation marks: "1. Sprecher*in", "erste Sprecherin" is asked back. */
export const office: Acceptor<OfficeId> = {
  sign: '"AMT"',
  take(rest, { state }) {
    const typed = rest.head.replace(/["„“”»«]/gu, "").trim();
    if (typed === "") return absent;
    const offices = [...state.membership.offices.values()].filter((one) => one.kind !== "office");
    const wanted = plainTitle(typed);
    const same = offices.filter((one) => plainTitle(one.title) === wanted || foldGerman(one.office) === wanted);
    const [only] = same;
    if (only !== undefined && same.length === 1) return taken(only.office, withHead(rest, ""));
    const near = same.length > 1 ? same : similarOffices(wanted, offices);
    return problem(thingProblem({ code: "unknownOffice", typed }), rest.head, near.map(officeSuggestion));
  },
  offer: ({ state }) =>
    [...state.membership.offices.values()]
      .filter((one) => one.heldBy.length < one.holders && one.kind !== "office")
      .map(officeSuggestion),
};

/** "1. Sprecherin", "1. Sprecher:in" and "1. Sprecher*in" are the same title. */
function plainTitle(title: string): string {
  return foldGerman(title)
    .replace(/[*:_/]-?in(?:nen)?\b/g, "")
    .replace(/\b(\p{L}+er)in(?:nen)?\b/gu, "$1")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function similarOffices(wanted: string, offices: readonly Office[]): readonly Office[] {
  const near = nearestWords(
    wanted,
    offices.map((one) => plainTitle(one.title)),
    3,
  );
  const byTitle = offices.filter((one) => near.includes(plainTitle(one.title)));
  return byTitle.length > 0 ? byTitle : offices.filter((one) => plainTitle(one.title).includes(wanted)).slice(0, 5);
}

const officeSuggestion = (one: Office): Suggestion => ({ label: one.title, instead: `"${one.title}"` });

/** Kandidierende auf dem Stimmzettel, by name or by their number on it: "1, 3", "Lindner". */
export const marks: Acceptor<readonly PersonId[]> = {
  sign: "NAME|NUMMER",
  take(rest, context): Taken<readonly PersonId[]> {
    const names = splitNames(rest.head);
    if (names.length === 0) return absent;
    const marked: PersonId[] = [];
    for (const name of names) {
      const reading = onThePaper(name, context);
      if (reading.kind === "problem") return reading;
      marked.push(reading.value);
    }
    return taken(marked, withHead(rest, ""));
  },
  offer: (context) =>
    candidatesNow(context).map((person, index) => ({ label: nameOf(context, person), instead: `${index + 1}` })),
};

const ANSWER = /^(?:(ja|nein|enthaltung)\s+)?(?:(?:zu|bei)\s+)?/iu;
const choices: Readonly<Record<string, Choice>> = { ja: "yes", nein: "no", enthaltung: "abstain" };

/** Antworten je Bewerbung, the first word of which is read already: "Frau Jensen, 3, nein Herr Brandt". A word holds for the names behind it. */
export const answersBehind = (first: Choice): Acceptor<readonly CandidateAnswer[]> => ({
  sign: "NAME, nein NAME",
  take(rest, context): Taken<readonly CandidateAnswer[]> {
    if (rest.head === "" || ballotNow(context)?.perCandidate !== true) return absent;
    let choice = first;
    const answers: CandidateAnswer[] = [];
    for (const part of splitNames(rest.head)) {
      const word = ANSWER.exec(part);
      choice = choices[word?.[1]?.toLowerCase() ?? ""] ?? choice;
      const reading = onThePaper(part.slice(word?.[0].length ?? 0), context);
      if (reading.kind === "problem") return reading;
      answers.push({ person: reading.value, choice });
    }
    return taken(answers, withHead(rest, ""));
  },
});

/** Somebody by name, or by the number on the ballot paper. */
function onThePaper(typed: string, context: ReadingContext): ReturnType<typeof readPerson> {
  const byNumber = /^\d{1,3}\.?$/.test(typed) ? candidatesNow(context)[Number.parseInt(typed, 10) - 1] : undefined;
  const reading = byNumber === undefined ? readPerson(typed, context) : { kind: "value" as const, value: byNumber };
  if (reading.kind !== "problem" || reading.suggestions.length > 0) return reading;
  return { ...reading, suggestions: marks.offer?.(context) ?? [] };
}

function ballotNow({ state }: ReadingContext): Ballot | undefined {
  return entry(state.ballots.ballots, state.ballots.open ?? 0);
}

function candidatesNow(context: ReadingContext): readonly PersonId[] {
  return ballotNow(context)?.candidates ?? [];
}

function nameOf({ state }: ReadingContext, person: PersonId): string {
  const record = state.membership.people.get(person);
  return record === undefined ? person : displayName(record);
}

const LABEL_LENGTH = 50;

/** For labels of choices: the first words. */
export function shortened(text: string): string {
  const [first = ""] = text.split("\n");
  return first.length <= LABEL_LENGTH ? first : `${first.slice(0, LABEL_LENGTH - 1).trimEnd()}…`;
}

/** Position words for `top verschieben 5 vor 3`; the place before which another item goes. */
export const itemBehind = (word: string): Acceptor<number> => ({
  sign: `${word} NUMMER`,
  ...(item.offer === undefined ? {} : { offer: item.offer }),
  take(rest, context) {
    const at = blankQuotations(rest.head).search(new RegExp(`(?:^|\\s)${word}(?:\\s|$)`, "iu"));
    if (at === -1) return absent;
    const tail = rest.head.slice(at).trim().slice(word.length).trim();
    const value = item.take({ head: tail, body: undefined }, context);
    if (value.kind !== "taken") return value;
    return taken(value.value, withHead(rest, `${rest.head.slice(0, at)} ${value.rest.head}`));
  },
});
