import { endsCollecting } from "../../core/committee/open-ideas-box.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import { phaseNow } from "../../core/committee/workshop-now.ts";
import type { RoomId } from "../../core/kernel/ids.ts";
import { entries } from "../../core/kernel/table.ts";
import type { GuidingQuestion, Workshop } from "../../core/workshop/state.ts";
import {
  guidingQuestion,
  ideasInThread,
  questionForThisRoom,
  roomWorksOn,
} from "../../texts/announcements-workshop.ts";
import { questionThread } from "../question-thread.ts";
import type { ReplyChoice } from "../reply.ts";
import { plainChoice, type RoomNote } from "./telling.ts";

/** Name eines Raums; of one that is gone its key. */
export const roomName = ({ membership }: CommitteeState, room: RoomId): string =>
  membership.rooms.get(room)?.name ?? room;

/** Leitfragen für alle Räume. */
export const sharedQuestions = (questions: readonly GuidingQuestion[]): readonly string[] =>
  questions.filter(({ room }) => room === undefined).map(guidingQuestion);

/** Leitfragen mit eigenem Raum: their words go there alone; the other rooms hear who works on what. */
export function questionNotes(state: CommitteeState, questions: readonly GuidingQuestion[]): readonly RoomNote[] {
  const rooms = [...state.membership.rooms.keys()];
  return questions.flatMap((question) => {
    const { room: own } = question;
    if (own === undefined) return [];
    return rooms.map((room) => ({
      room,
      line: room === own ? questionForThisRoom(question) : roomWorksOn(question, roomName(state, own)),
    }));
  });
}

/** Leitfragen mit eigenem Faden, in rooms that have threads: below each of them its ideas are said. */
export function threadNotes(
  state: CommitteeState,
  workshop: Workshop,
  questions: readonly GuidingQuestion[],
): readonly RoomNote[] {
  if (workshop.anonymous || phaseNow(workshop)?.kind !== "ideas") return [];
  return [...state.membership.rooms].flatMap(([room, { threads }]) => {
    if (threads !== true) return [];
    const own = workshop.questions.some((one) => one.room === room);
    return questions
      .filter((one) => one.room === (own ? room : undefined))
      .flatMap((question) => {
        const thread = questionThread({ workshop: workshop.workshop, question: question.question });
        return [guidingQuestion(question), ideasInThread(question)].map((line) => ({ room, line, thread }));
      });
  });
}

const steps = [
  { kind: "ideas", line: "phase ideen" },
  { kind: "grouping", line: "phase gruppieren" },
  { kind: "weighting", line: "phase gewichten" },
  { kind: "results", line: "phase ergebnisse" },
] as const;

/** Was die Moderation als Nächstes beginnen kann: the phase behind the last one that was no break, and a break. */
export function nextPhaseChoices(workshop: Workshop): readonly ReplyChoice[] {
  const last = workshop.phases.findLast(({ kind }) => kind !== "break" && kind !== "other");
  const at = steps.findIndex(({ kind }) => kind === last?.kind);
  const next = steps.slice(at + 1, at + 2).map(({ line }) => plainChoice(line));
  const now = phaseNow(workshop);
  const isCollecting = now !== undefined && !endsCollecting(now.kind);
  const goesOn = now?.kind === "break" && last?.kind === "ideas" ? [plainChoice(steps[0].line)] : [];
  return [
    ...goesOn,
    ...next,
    ...(now !== undefined && now.kind !== "break" ? [plainChoice("phase pause 15 min")] : []),
    ...(workshop.phases.length > 0 && !isCollecting ? [plainChoice("workshop schließen")] : []),
  ];
}

/** Ideen und Gruppen eines Workshops, as they stand; what lies in the box apart. */
export function numbersOf({ workshops }: CommitteeState, { workshop, sealed }: Workshop) {
  const ideas = entries(workshops.ideas).filter((idea) => idea.workshop === workshop && !idea.isWithdrawn);
  const groups = entries(workshops.groups).filter(
    (group) => group.workshop === workshop && group.mergedInto === undefined,
  );
  return { ideas: ideas.length, groups: groups.length, sealed };
}
