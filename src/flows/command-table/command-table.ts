import { agendaRows } from "./agenda-rows.ts";
import { answerRows } from "./answer-rows.ts";
import { attendanceRows } from "./attendance-rows.ts";
import { ballotRows } from "./ballot-rows.ts";
import { callRows } from "./call-rows.ts";
import type { CommandRow } from "./command-row.ts";
import { datePollRows } from "./date-poll-rows.ts";
import { electionRows } from "./election-rows.ts";
import { generalRows } from "./general-rows.ts";
import { ideaGroupRows } from "./idea-group-rows.ts";
import { ideaRows } from "./idea-rows.ts";
import { invitationRows } from "./invitation-rows.ts";
import { issuedMinutesRows } from "./issued-minutes-rows.ts";
import { meetingRows } from "./meeting-rows.ts";
import { motionOrderRows } from "./motion-order-rows.ts";
import { motionRows } from "./motion-rows.ts";
import { moveRows } from "./move-rows.ts";
import { notesRows } from "./notes-rows.ts";
import { paperRows } from "./paper-rows.ts";
import { planningRows } from "./planning-rows.ts";
import { procedureRows } from "./procedure-rows.ts";
import { questionRows } from "./question-rows.ts";
import { routeRows } from "./route-rows.ts";
import { speakersRows } from "./speakers-rows.ts";
import { tagRows } from "./tag-rows.ts";
import { weightingRows } from "./weighting-rows.ts";
import { workshopMoveRows } from "./workshop-move-rows.ts";
import { workshopRows } from "./workshop-rows.ts";
import { writtenRows } from "./written-rows.ts";

/** Befehlstabelle: the one source of parser, help, handbook and platforms' menus. */
export const commandTable: readonly CommandRow[] = [
  ...generalRows,
  ...meetingRows,
  ...moveRows,
  ...datePollRows,
  ...planningRows,
  ...invitationRows,
  ...answerRows,
  ...callRows,
  ...attendanceRows,
  ...agendaRows,
  ...speakersRows,
  ...notesRows,
  ...issuedMinutesRows,
  ...motionRows,
  ...motionOrderRows,
  ...questionRows,
  ...procedureRows,
  ...ballotRows,
  ...electionRows,
  ...writtenRows,
  ...workshopRows,
  ...workshopMoveRows,
  ...ideaRows,
  ...ideaGroupRows,
  ...weightingRows,
  ...routeRows,
  ...tagRows,
  ...paperRows,
];

const rowsById = new Map(commandTable.map((row) => [row.id, row]));

export const rowOf = (id: string): CommandRow | undefined => rowsById.get(id);
