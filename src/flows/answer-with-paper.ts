import type { Given } from "../core/committee/commands.ts";
import { minutes } from "../core/committee/may.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import { workshopMeant, workshopToDocument } from "../core/committee/workshop-now.ts";
import type { PersonId } from "../core/kernel/ids.ts";
import { noWallFile, wallReady } from "../texts/announcements-idea-groups.ts";
import {
  documentationReady,
  draftIsForLeadership,
  internalOnly,
  noDraftForPaper,
  noMeetingForPaper,
  paperFailed,
  paperReady,
} from "../texts/papers-in-chat.ts";
import type { Incoming } from "./incoming.ts";
import { whereAsked } from "./interpret.ts";
import { makeDocumentation, makePaper, makeWall, meetingOfPaper, PaperFault } from "./make-paper.ts";
import type { FilesQuery, MeetingPaperKind } from "./queries.ts";
import { refusalReply } from "./refusal-reply.ts";
import { type Recipient, type Reply, type ReplyFile, reply } from "./reply.ts";
import type { RunnerParts } from "./runner-parts.ts";

type PaperQuery = Extract<FilesQuery, { kind: "paper" }>;
type DocumentationQuery = Extract<FilesQuery, { kind: "documentation" }>;
type Parts = Pick<RunnerParts, "papers" | "localOf">;
type Now = Omit<Given, "actor"> & { readonly actor: PersonId | undefined };

/** Papier auf Zuruf: the public version for every member, the internal one for leadership and minute taker. Rejects only for bugs. */
export async function answerWithPaper(
  parts: Parts,
  state: CommitteeState,
  query: PaperQuery | DocumentationQuery,
  incoming: Incoming,
  now: Now,
): Promise<Reply> {
  if (query.kind === "documentation") return answerWithDocumentation(parts, state, query, incoming, now);
  const { paper } = query;
  return paper === "wall"
    ? answerWithWall(parts, state, incoming, now)
    : answerWithMeetingPaper(parts, state, { ...query, paper }, incoming, now);
}

async function answerWithWall(parts: Parts, state: CommitteeState, incoming: Incoming, now: Now): Promise<Reply> {
  const to = whereAsked(incoming);
  const workshop = workshopMeant(state, now.today);
  if (workshop === undefined) return reply(to, noWallFile());
  return withFiles(
    to,
    () => makeWall(parts.papers, state, workshop, now.now, parts.localOf),
    () => wallReady(workshop.title),
  );
}

async function answerWithDocumentation(
  parts: Parts,
  state: CommitteeState,
  { as, audience, workshop }: DocumentationQuery,
  incoming: Incoming,
  now: Now,
): Promise<Reply> {
  const isInternal = audience === "internal";
  const to: Recipient = isInternal ? { kind: "account", account: incoming.account } : whereAsked(incoming);
  if (isInternal && !mayReadInternal(state, now)) return reply(to, internalOnly());
  const held = workshopToDocument(state, workshop);
  if (!held.ok) return refusalReply(parts.localOf, state, incoming, held.error, now, to);
  return withFiles(
    to,
    () => makeDocumentation(parts.papers, state, held.value, { as, audience }, now.now, parts.localOf),
    () => documentationReady(held.value.title, as, audience, held.value.status === "closed"),
  );
}

const mayReadInternal = (state: CommitteeState, { actor, today }: Now): boolean =>
  actor !== undefined && minutes(state, actor, today);

async function answerWithMeetingPaper(
  parts: Parts,
  state: CommitteeState,
  query: PaperQuery & { readonly paper: MeetingPaperKind },
  incoming: Incoming,
  now: Now,
): Promise<Reply> {
  const isInternal = query.audience === "internal";
  // What is not for everybody never goes to a room, wherever it was asked for.
  const to: Recipient = isInternal ? { kind: "account", account: incoming.account } : whereAsked(incoming);
  if (isInternal && !mayReadInternal(state, now))
    return reply(to, query.paper === "invitation" ? draftIsForLeadership() : internalOnly());
  const wish = { kind: query.paper, audience: query.audience, meeting: query.meeting };
  const meeting = meetingOfPaper(state, wish, now.today);
  if (meeting === undefined) return reply(to, noMeetingForPaper());
  if (query.paper === "invitation" && state.invitations.get(meeting.number)?.draft === undefined)
    return reply(to, noDraftForPaper(meeting.appointment.date));
  return withFiles(
    to,
    () => makePaper(parts.papers, state, meeting, wish, now.now, parts.localOf),
    () => paperReady(query.paper, query.audience, meeting.appointment.date, state.rules.protocol.kind.value),
  );
}

async function withFiles(
  to: Recipient,
  make: () => Promise<readonly ReplyFile[]>,
  ready: () => readonly string[],
): Promise<Reply> {
  try {
    const files = await make();
    return reply(to, ready(), { files });
  } catch (error) {
    if (error instanceof PaperFault) return reply(to, paperFailed(error.message));
    throw error;
  }
}
