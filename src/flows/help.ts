import { rolesNow } from "../core/committee/may.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import { openProcedures } from "../core/committee/written-now.ts";
import { foldGerman } from "../core/kernel/fold-german.ts";
import type { PersonId } from "../core/kernel/ids.ts";
import type { LocalDate } from "../core/kernel/local-date.ts";
import { currentMeeting } from "../core/meeting/queries.ts";
import type { Role } from "../core/membership/queries.ts";
import {
  everybodyMay,
  exampleIs,
  helpHead,
  helpInRoom,
  helpMore,
  helpNow,
  helpUnlinked,
  noSuchHelp,
  notForYou,
  nothingForYou,
  otherWords,
  rowLine,
  subjectLine,
  subjectTitles,
  whoMayLine,
} from "../texts/help.ts";
import { excerpt } from "../texts/prompts.ts";
import { roleWords } from "../texts/words-roles.ts";
import type { CommandRow, Subject } from "./command-table/command-row.ts";
import { commandTable } from "./command-table/command-table.ts";
import { matchRow } from "./command-table/match-row.ts";
import { similarCommands } from "./command-table/suggest-rows.ts";
import { type Block, heading, list, type ReplyChoice } from "./reply.ts";

export type HelpText = { readonly blocks: readonly (Block | string)[]; readonly choices: readonly ReplyChoice[] };

const subjects = Object.keys(subjectTitles) as readonly Subject[]; // the keys of a constant object

/** Hilfe: what is open to this person now; about a subject; about one command. `person` is undefined for unlinked accounts. */
export function helpText(
  state: CommitteeState,
  person: PersonId | undefined,
  today: LocalDate,
  wish: string | undefined,
): HelpText {
  const roles = person === undefined ? new Set<Role>() : rolesNow(state, person, today);
  if (wish !== undefined) return helpOn(wish, roles);
  if (person === undefined) return { blocks: [helpUnlinked()], choices: [] };
  const open = subjects
    .map((subject) => ({ subject, rows: rowsFor(subject, roles) }))
    .filter(({ rows }) => rows.length > 0);
  const nowLines = useful(state, roles);
  return {
    blocks: [
      ...(nowLines.length === 0 ? [] : [helpNow(), list(nowLines.map(lineOf))]),
      helpHead(),
      list(open.map(({ subject, rows }) => subjectLine(subjectTitles[subject], rows.length))),
      helpMore(),
      helpInRoom(),
    ],
    choices: open.map(({ subject }) => ({ label: subjectTitles[subject], command: `hilfe ${subject}` })),
  };
}

function helpOn(wish: string, roles: ReadonlySet<Role>): HelpText {
  const wanted = foldGerman(wish).replace(/[?!.]+$/, "");
  const subject = subjects.find((one) => one === wanted || foldGerman(subjectTitles[one]) === wanted);
  const row = matchRow(wish)?.row;
  if (subject !== undefined) return helpOnSubject(subject, roles);
  if (row !== undefined) return helpOnRow(row, roles);
  const near = similarCommands(wish).map(({ label }) => ({ label, command: `hilfe ${label}` }));
  const themes = subjects.map((one) => ({ label: subjectTitles[one], command: `hilfe ${one}` }));
  return {
    blocks: [noSuchHelp(excerpt(wish)), list(themes.map(({ label }) => label))],
    choices: [...near, ...themes],
  };
}

function helpOnSubject(subject: Subject, roles: ReadonlySet<Role>): HelpText {
  const rows = rowsFor(subject, roles);
  const blocks = rows.length === 0 ? [nothingForYou()] : [list(rows.map(lineOf))];
  return { blocks: [heading(subjectTitles[subject]), ...blocks, helpMore()], choices: [] };
}

function helpOnRow(row: CommandRow, roles: ReadonlySet<Role>): HelpText {
  const aliases = row.aliases.filter((alias) => !alias.includes("#")).slice(0, 6);
  return {
    blocks: [
      heading(row.usage),
      row.help,
      exampleIs(row.example),
      ...(aliases.length === 0 ? [] : [otherWords(aliases)]),
      whoMayLine(rolesText(row)),
      ...(isOpenTo(row, roles) ? [] : [notForYou()]),
    ],
    choices: [],
  };
}

export function rolesText(row: CommandRow): string {
  return row.roles === undefined ? everybodyMay() : row.roles.map((role) => roleWords[role]).join(", ");
}

function rowsFor(subject: Subject, roles: ReadonlySet<Role>): readonly CommandRow[] {
  return commandTable.filter((row) => row.subject === subject && isOpenTo(row, roles));
}

const isOpenTo = (row: CommandRow, roles: ReadonlySet<Role>): boolean =>
  row.roles === undefined || row.roles.some((role) => roles.has(role));

const lineOf = (row: CommandRow): string => rowLine(row.usage, row.summary);

/** What is most likely wanted in this moment. */
function useful(state: CommitteeState, roles: ReadonlySet<Role>): readonly CommandRow[] {
  const wanted = commandTable.filter((row) => momentOf(state).includes(row.id));
  return wanted.filter((row) => isOpenTo(row, roles)).slice(0, 8);
}

function momentOf(state: CommitteeState): readonly string[] {
  const meeting = currentMeeting(state.meetings);
  if (meeting === undefined && openProcedures(state).length > 0)
    return ["written-procedures", "written-yes", "written-no", "written-abstain", "object-written", "schedule-meeting"];
  if (meeting === undefined) return ["schedule-meeting", "open-meeting", "add-item", "agenda", "paper-minutes"];
  if (meeting.status === "paused") return ["resume-meeting", "status"];
  if (state.ballots.open !== undefined)
    return ["vote-yes", "vote-no", "vote-abstain", "mark", "hand-count", "close-ballot", "ballot"];
  if (state.elections.current !== undefined)
    return ["stand", "nominate", "open-round", "accept", "decline", "draw-lot"];
  return [
    "present",
    "request-to-speak",
    "next-speaker",
    "move-motion",
    "note-agreed",
    "note-mentioned",
    "next-item",
    "open-ballot",
  ];
}
