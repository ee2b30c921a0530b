import { fileURLToPath } from "node:url";
import { publicVersion } from "../../core/papers/public-version.ts";
import type { WallIdeaView, WallSectionView, WallView } from "../../core/papers/views.ts";
import {
  groupName,
  otherQuestionsHead,
  questionHead,
  ungroupedHead,
  wallTitle,
} from "../../texts/announcements-idea-groups.ts";
import { cardMarks, continuedOnWall, wallPictureCaption, wallPictureLines } from "../../texts/wall-picture.ts";
import { type ChildProgram, crashed, type RunChild, writtenJson } from "./run-child.ts";
import { shownText } from "./shown-text.ts";
import { type WallJob, type WallPanel, wallAnswerSchema } from "./wall-job.ts";

/** Bild einer Tafel: a PNG, its size in pixels, and what is on it, in words. */
export type WallPicture = {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly caption: string;
};

const ENTRY = fileURLToPath(new URL("./wall-child.ts", import.meta.url));
const NAME = "Tafel";
const LONGEST_TITLE = 100;
const LONGEST_QUESTION = 240;
const LONGEST_GROUP = 100;
/** A card is no page; all of it shows „idee“ with its number. */
const LONGEST_IDEA = 240;

/** What a wall is drawn with. */
export const wallProgram = (cacheFolder?: string): ChildProgram => ({
  entry: ENTRY,
  args: [],
  memoryMegabytes: 512,
  cacheFolder,
});

/** Draws a wall on as many pictures as it takes, in a process of its own. Rejects with DocumentFault. */
export async function drawWall(view: WallView, program: ChildProgram, run: RunChild): Promise<readonly WallPicture[]> {
  const job = JSON.stringify(jobOf(publicVersion("wall", view)));
  const end = await run({ program, file: NAME, job, timeoutMilliseconds: 60_000 });
  const answer = wallAnswerSchema.safeParse(writtenJson(end));
  if (!answer.success) throw crashed(NAME, end);
  return answer.data.map(({ base64, heads, ...size }, index, { length }) => ({
    bytes: Buffer.from(base64, "base64"),
    ...size,
    caption: wallPictureCaption(view.title, index + 1, length, heads),
  }));
}

function jobOf(view: WallView): WallJob {
  const { head, title, groups, grouped, ungrouped = 0, hidden = 0, sealed = 0 } = view;
  const counts = { groups, ideas: grouped + ungrouped, hidden, sealed };
  const lines = wallPictureLines({ committee: head.committee, day: head.asOfDate, ...counts });
  return {
    title: shownText(wallTitle(title), LONGEST_TITLE),
    lines: lines.map((line) => shownText(line, LONGEST_TITLE)),
    continued: continuedOnWall(),
    sections: view.sections.map((section) => ({ ...sectionHead(section, view), panels: panelsOf(section) })),
  };
}

function sectionHead({ question }: WallSectionView, { hasQuestions }: WallView): { head?: string } {
  if (question !== undefined)
    return { head: shownText(questionHead(question.number, question.text), LONGEST_QUESTION) };
  return hasQuestions ? { head: otherQuestionsHead() } : {};
}

function panelsOf({ groups, ungrouped }: WallSectionView): WallPanel[] {
  const own = groups.map(({ number, name, dots = 0, ideas }) => ({
    head: shownText(groupName(number, name), LONGEST_GROUP),
    marks: cardMarks(dots, 0),
    dots,
    // The same colour wherever and whenever the group is shown.
    tone: number - 1,
    cards: ideas.map(cardOf),
  }));
  const rest = { head: ungroupedHead(), marks: "", dots: 0, cards: ungrouped.map(cardOf) };
  return ungrouped.length === 0 ? own : [...own, rest];
}

const cardOf = ({ number, text, dots = 0, support = 0 }: WallIdeaView) => ({
  number: String(number),
  text: shownText(text, LONGEST_IDEA),
  marks: cardMarks(dots, support),
  dots,
});
