import fc from "fast-check";
import { calledItem } from "../../src/core/agenda/queries.ts";
import type { Vote } from "../../src/core/ballot/events.ts";
import type { Command, Given } from "../../src/core/committee/commands.ts";
import { decide } from "../../src/core/committee/decide.ts";
import { entry } from "../../src/core/kernel/table.ts";
import { happened, nothingHappened, type Past } from "./fold.ts";
import { day, instant } from "./keys.ts";
import {
  advisor,
  firstSpokesperson,
  guest,
  officePerson,
  onMeetingDay,
  seat,
  secondSpokesperson,
  smallCommittee,
  substitute,
  voter,
} from "./small-committee.ts";

/** Stands in everything that is said under a non-public item or marked internal, and nowhere else. */
export const HIDDEN = "VERBORGEN";

type Step = (past: Past) => { readonly command: Command; readonly by?: Given["actor"] };

const people = [voter(1), voter(2), voter(3), voter(4), voter(5), substitute(1), substitute(2), advisor, guest];
const somebody = fc.constantFrom(...people);
const number = fc.integer({ min: 1, max: 4 });
const word = fc.constantFrom("Plätze fehlen", "dass mehr Zeit nötig ist", "Vereinbart wurde Stille", "Was nun?");

/** A text that says by itself whether it may be seen in public. */
function said(past: Past, text: string, isInternal = false): string {
  const current = past.state.meetings.current;
  const item = current === undefined ? undefined : calledItem(past.state.agenda, current);
  return isInternal || item?.public === false ? `${HIDDEN} ${text}` : text;
}

const fixed = (command: Command): fc.Arbitrary<Step> => fc.constant(() => ({ command }));
const texted = (make: (text: string) => Command): fc.Arbitrary<Step> =>
  word.map((text) => (past) => ({ command: make(said(past, text)) }));

const note: fc.Arbitrary<Step> = fc
  .record({
    grade: fc.constantFrom("agreed", "consensus", "found", "mentioned", "background" as const),
    text: word,
    internal: fc.boolean(),
    isList: fc.boolean(),
  })
  .map(({ grade, text, internal, isList }) => (past) => {
    const shown = said(past, text, internal);
    return { command: { type: "TakeNote", grade, internal, text: shown, ...(isList ? { points: [shown] } : {}) } };
  });

const vote: fc.Arbitrary<Step> = fc
  .record({ person: somebody, choice: fc.constantFrom("yes", "no", "abstain" as const), isPrivate: fc.boolean() })
  .map(({ person, choice, isPrivate }) => (past) => {
    const ballot = past.state.ballots.open ?? 0;
    const open = entry(past.state.ballots.ballots, ballot);
    const marked = open?.candidates.slice(0, 1) ?? [];
    const vote: Vote =
      (open?.marks ?? 0) > 0 && marked.length > 0 && (open?.candidates.length ?? 0) > 1
        ? { kind: "candidates", marked }
        : { kind: "question", choice };
    return { command: { type: "CastVote", vote, private: isPrivate }, by: person };
  });

const closeBallot: fc.Arbitrary<Step> = fc.constant((past) => {
  const open = entry(past.state.ballots.ballots, past.state.ballots.open ?? 0);
  const secretVotes = [...(open?.votes.keys() ?? [])].map((): Vote => ({ kind: "question", choice: "yes" }));
  return { command: { type: "CloseBallot", ...(open?.mode === "secret" ? { secretVotes } : {}) } };
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: note },
  { weight: 8, arbitrary: vote },
  { weight: 4, arbitrary: closeBallot },
  {
    weight: 4,
    arbitrary: fc.record({ isPublic: fc.boolean(), title: word }).map(
      ({ isPublic, title }): Step =>
        () => ({
          command: {
            type: "AddAgendaItem",
            title: isPublic ? title : `${HIDDEN} ${title}`,
            public: isPublic,
            deciding: true,
          },
        }),
    ),
  },
  { weight: 4, arbitrary: fixed({ type: "CallNextItem" }) },
  {
    weight: 2,
    arbitrary: number.map(
      (item): Step =>
        () => ({ command: { type: "CallAgendaItem", item } }),
    ),
  },
  {
    weight: 1,
    arbitrary: number.map(
      (item): Step =>
        () => ({ command: { type: "AdjournAgendaItem", item } }),
    ),
  },
  {
    weight: 1,
    arbitrary: number.map(
      (item): Step =>
        () => ({ command: { type: "RemoveAgendaItem", item } }),
    ),
  },
  {
    weight: 6,
    arbitrary: fc
      .record({ person: somebody, status: fc.constantFrom("present", "remote", "excused", "left" as const) })
      .map(
        ({ person, status }): Step =>
          () => ({ command: { type: "RecordAttendance", people: [person], status } }),
      ),
  },
  {
    weight: 1,
    arbitrary: number.map(
      (n): Step =>
        () => ({ command: { type: "ExcuseSeat", seat: seat(n) } }),
    ),
  },
  { weight: 1, arbitrary: fixed({ type: "EstablishQuorum" }) },
  { weight: 1, arbitrary: fixed({ type: "PauseMeeting", minutes: 10 }) },
  { weight: 2, arbitrary: fixed({ type: "ResumeMeeting" }) },
  { weight: 2, arbitrary: texted((heading) => ({ type: "OpenField", heading })) },
  { weight: 3, arbitrary: texted((text) => ({ type: "AssignTask", text, owner: voter(2), dueText: "ab Mitte 2025" })) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom("meeting", "workshop" as const)
      .chain((kind) =>
        texted((title) => ({ type: "AgreeDate", kind, title, appointment: { date: day("2023-03-20") } })),
      ),
  },
  { weight: 2, arbitrary: texted((text) => ({ type: "PromiseForwarding", to: "JHA", text })) },
  { weight: 4, arbitrary: texted((text) => ({ type: "MoveMotion", title: text, text })) },
  {
    weight: 2,
    arbitrary: fc.tuple(number, word).map(
      ([motion, text]): Step =>
        (past) => {
          const item = entry(past.state.motions.motions, motion)?.item ?? 0;
          const isHidden = entry(past.state.agenda.items, item)?.public === false;
          return { command: { type: "MoveAmendment", motion, text: isHidden ? `${HIDDEN} ${text}` : text } };
        },
    ),
  },
  {
    weight: 1,
    arbitrary: number.map(
      (amendment): Step =>
        () => ({ command: { type: "TakeOverAmendment", amendment } }),
    ),
  },
  {
    weight: 2,
    arbitrary: number.map(
      (motion): Step =>
        () => ({ command: { type: "AdoptByConsensus", motion, withAmendments: false } }),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.record({ motion: number, mode: fc.constantFrom("open", "rollCall", "secret" as const) }).map(
      ({ motion, mode }): Step =>
        () => ({
          command: { type: "OpenBallot", subject: { kind: "motion", motion }, mode },
        }),
    ),
  },
  { weight: 1, arbitrary: fixed({ type: "CancelBallot", reason: "falscher Wortlaut" }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(firstSpokesperson, secondSpokesperson).map(
      (office): Step =>
        () => ({
          command: { type: "OpenElection", office, secret: false },
        }),
    ),
  },
  {
    weight: 3,
    arbitrary: somebody.map(
      (person): Step =>
        () => ({ command: { type: "Nominate", person } }),
    ),
  },
  {
    weight: 2,
    arbitrary: somebody.map(
      (person): Step =>
        () => ({ command: { type: "NameElectionLeader", person } }),
    ),
  },
  { weight: 2, arbitrary: fixed({ type: "OpenElectionRound" }) },
  {
    weight: 2,
    arbitrary: somebody.map(
      (person): Step =>
        () => ({ command: { type: "DeclareElected", people: [person] } }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.record({ person: somebody, accepts: fc.boolean() }).map(
      ({ person, accepts }): Step =>
        () => ({ command: { type: "AnswerElection", person, accepts } }),
    ),
  },
  {
    weight: 1,
    arbitrary: number.map(
      (n): Step =>
        () => ({ command: { type: "DeclareConflict", seat: seat(n) } }),
    ),
  },
  { weight: 1, arbitrary: fixed({ type: "EndElection", reason: "niemand stand zur Wahl" }) },
  { weight: 2, arbitrary: fixed({ type: "RevertLast" }) },
);

/** Steps that lead somewhere only together. */
const ballot: fc.Arbitrary<readonly Step[]> = fc
  .record({
    title: word,
    mode: fc.constantFrom("open", "rollCall", "secret" as const),
    votes: fc.array(vote, { maxLength: 6 }),
  })
  .chain(({ title, mode, votes }) =>
    closeBallot.map((close): readonly Step[] => [
      (past) => ({ command: { type: "MoveMotion", title: said(past, title), text: said(past, title) } }),
      (past) => ({
        command: { type: "OpenBallot", subject: { kind: "motion", motion: past.state.motions.motions.size }, mode },
      }),
      ...votes,
      close,
    ]),
  );

const election: fc.Arbitrary<readonly Step[]> = fc
  .record({
    office: fc.constantFrom(firstSpokesperson, secondSpokesperson),
    candidates: fc.uniqueArray(fc.constantFrom(voter(1), voter(2), voter(3)), { minLength: 1, maxLength: 3 }),
    isCounted: fc.boolean(),
    votes: fc.array(vote, { maxLength: 6 }),
    accepts: fc.boolean(),
  })
  .chain(({ office, candidates, isCounted, votes, accepts }) =>
    closeBallot.map((close): readonly Step[] => [
      () => ({ command: { type: "OpenElection", office, seats: 1, secret: false } }),
      ...candidates.map(
        (person): Step =>
          () => ({ command: { type: "Nominate", person } }),
      ),
      // Who stands does not lead: the office takes the chair.
      () => ({ command: { type: "NameChair", person: officePerson } }),
      ...(isCounted
        ? [(): ReturnType<Step> => ({ command: { type: "OpenElectionRound", mode: "open" } }), ...votes, close]
        : [(): ReturnType<Step> => ({ command: { type: "DeclareElected", people: candidates.slice(0, 1) } })]),
      () => ({ command: { type: "DrawLot", witnesses: [advisor], chance: 4711 } }),
      ...candidates.map(
        (person): Step =>
          () => ({ command: { type: "AnswerElection", person, accepts } }),
      ),
    ]),
  );

const steps: fc.Arbitrary<readonly Step[]> = fc.oneof(
  { weight: 12, arbitrary: step.map((one) => [one]) },
  { weight: 2, arbitrary: ballot },
  { weight: 1, arbitrary: election },
);

/** What a random meeting of five seats left behind: whatever of random commands was accepted. */
export const randomMeeting: fc.Arbitrary<Past> = fc
  .array(steps, { minLength: 20, maxLength: 60 })
  .map((all) => all.flat().reduce(attempted, started()));

function started(): Past {
  const founded = happened(nothingHappened, smallCommittee());
  const present = [voter(1), voter(2), voter(3), voter(4)];
  const opening: readonly Command[] = [
    { type: "OpenMeeting", place: "Kreishaus" },
    { type: "RecordAttendance", people: present, status: "present" },
  ];
  return opening.reduce((past, command) => attempted(past, () => ({ command })), founded);
}

function attempted(past: Past, next: Step): Past {
  const { command, by } = next(past);
  const minute = String(past.state.version % 60).padStart(2, "0");
  const now = instant(`2023-01-27T09:${minute}:00.000Z`);
  const actor = by ?? officePerson;
  const decided = decide(past.state, command, { actor, now, ...onMeetingDay });
  return decided.ok ? happened(past, decided.value.events, { at: now, by: actor }) : past;
}
