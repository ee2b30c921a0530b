import type { Given } from "../core/committee/commands.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import { moderates, workshopMeant } from "../core/committee/workshop-now.ts";
import type { PersonId } from "../core/kernel/ids.ts";
import { wallView } from "../core/papers/wall-view.ts";
import { nothingOnWall, noWall } from "../texts/announcements-idea-groups.ts";
import { paperFailed } from "../texts/papers-in-chat.ts";
import { noPhoto, photoGone, photoOfIdea } from "../texts/photos.ts";
import { pictureToAllByModeration, wallPictureReady } from "../texts/wall-picture.ts";
import { answerWithPaper } from "./answer-with-paper.ts";
import type { Incoming } from "./incoming.ts";
import { whereAsked } from "./interpret.ts";
import { PaperFault, paperContext } from "./make-paper.ts";
import type { FilesQuery, Query } from "./queries.ts";
import { hiddenLines } from "./replies/wall-lines.ts";
import { type Recipient, type Reply, reply } from "./reply.ts";
import type { RunnerParts } from "./runner-parts.ts";
import { shownIdea } from "./shown-idea.ts";

type Parts = Pick<RunnerParts, "papers" | "photos" | "localOf">;
type Now = Omit<Given, "actor"> & { readonly actor: PersonId | undefined };

/** Antwort, zu der Dateien gehören, which take their time. Rejects only for bugs. */
export function answerWithFiles(
  parts: Parts,
  state: CommitteeState,
  query: FilesQuery,
  incoming: Incoming,
  now: Now,
): Promise<Reply> {
  switch (query.kind) {
    case "paper":
    case "documentation":
      return answerWithPaper(parts, state, query, incoming, now);
    case "wallPicture":
      return answerWithWallPicture(parts, state, query, incoming, now);
    case "photo":
      return answerWithPhoto(parts, state, query.idea, incoming, now);
  }
}

const filesKinds: ReadonlySet<Query["kind"]> = new Set<FilesQuery["kind"]>([
  "paper",
  "documentation",
  "wallPicture",
  "photo",
]);
export const isFilesQuery = (query: Query): query is FilesQuery => filesKinds.has(query.kind);

/** Tafel als Bild, where it was asked for, or in every room. What is hidden is not on it. */
async function answerWithWallPicture(
  { papers, localOf }: Parts,
  state: CommitteeState,
  { everywhere }: Extract<FilesQuery, { kind: "wallPicture" }>,
  incoming: Incoming,
  { now, today, actor }: Now,
): Promise<Reply> {
  const asked = whereAsked(incoming);
  const workshop = workshopMeant(state, today);
  if (workshop === undefined) return reply(asked, noWall());
  const mayTellAll = actor !== undefined && moderates(state, workshop, actor, today);
  if (everywhere === true && !mayTellAll) return reply(asked, pictureToAllByModeration());
  const view = wallView(state, workshop, paperContext(state, now, localOf));
  if (view.sections.length === 0) return reply(asked, [...hiddenLines(view), nothingOnWall()].slice(0, 1));
  const to: Recipient = everywhere === true ? { kind: "everyone" } : asked;
  try {
    const files = await papers.drawWall(view, `${view.head.asOfDate}-tafel-bild`);
    return reply(to, wallPictureReady(workshop.title, files.length), { files });
  } catch (error) {
    if (error instanceof PaperFault) return reply(asked, paperFailed(error.message));
    throw error;
  }
}

/** Foto einer Idee, for whoever may see the idea there. */
async function answerWithPhoto(
  { photos }: Pick<Parts, "photos">,
  state: CommitteeState,
  number: number,
  incoming: Incoming,
  { actor }: Now,
): Promise<Reply> {
  const to = whereAsked(incoming);
  const shown = shownIdea({ state, person: actor, incoming }, number);
  if (typeof shown === "string") return reply(to, [shown]);
  const { photo } = shown.idea;
  if (photo === undefined) return reply(to, [noPhoto(number)]);
  const caption = photoOfIdea(number);
  const file = await photos.show(photo, { stem: `idee-${number}-foto`, caption });
  return file === undefined ? reply(to, photoGone(number)) : reply(to, [caption], { files: [file] });
}
