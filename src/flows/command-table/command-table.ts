import { agendaRows } from "./agenda-rows.ts";
import { attendanceRows } from "./attendance-rows.ts";
import { ballotRows } from "./ballot-rows.ts";
import { callRows } from "./call-rows.ts";
import type { CommandRow } from "./command-row.ts";
import { electionRows } from "./election-rows.ts";
import { generalRows } from "./general-rows.ts";
import { issuedMinutesRows } from "./issued-minutes-rows.ts";
import { meetingRows } from "./meeting-rows.ts";
import { motionOrderRows } from "./motion-order-rows.ts";
import { motionRows } from "./motion-rows.ts";
import { notesRows } from "./notes-rows.ts";
import { paperRows } from "./paper-rows.ts";
import { procedureRows } from "./procedure-rows.ts";
import { questionRows } from "./question-rows.ts";
import { speakersRows } from "./speakers-rows.ts";
import { writtenRows } from "./written-rows.ts";

/** Befehlstabelle: the one source of parser, help, handbook and platforms' menus. */
export const commandTable: readonly CommandRow[] = [
  ...generalRows,
  ...meetingRows,
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
  ...paperRows,
];

const rowsById = new Map(commandTable.map((row) => [row.id, row]));

export const rowOf = (id: string): CommandRow | undefined => rowsById.get(id);
