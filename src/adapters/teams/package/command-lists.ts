import type { CommandRow } from "../../../flows/command-table/command-row.ts";
import { rowOf } from "../../../flows/command-table/command-table.ts";
import type { englishSummaries } from "../../../texts/teams-package.ts";

export type Scope = "personal" | "groupChat" | "team";
type CommandId = keyof typeof englishSummaries;

/** Befehle, die Teams anbietet: at most twelve a list, those that members and chair need most where it is shown. */
const LISTS: readonly { readonly scopes: readonly Scope[]; readonly rows: readonly CommandId[] }[] = [
  {
    scopes: ["personal"],
    rows: [
      "help",
      "link",
      "status",
      "agenda",
      "add-item",
      "excused",
      "entry",
      "resolutions",
      "written-procedures",
      "tasks",
      "paper-minutes",
      "rules",
    ],
  },
  {
    scopes: ["groupChat", "team"],
    rows: [
      "help",
      "status",
      "open-meeting",
      "present",
      "agenda",
      "next-item",
      "request-to-speak",
      "move-motion",
      "open-ballot",
      "note-agreed",
      "task",
      "resolutions",
    ],
  },
];

export type ListedCommand = { readonly id: CommandId; readonly title: string; readonly description: string };
export type CommandList = { readonly scopes: readonly Scope[]; readonly commands: readonly ListedCommand[] };

/** Throws if the table no longer has a row that is named above. */
export const commandLists = (): readonly CommandList[] =>
  LISTS.map(({ scopes, rows }) => ({ scopes, commands: rows.map((id) => listed(id, rowOf(id))) }));

function listed(id: CommandId, row: CommandRow | undefined): ListedCommand {
  if (row === undefined) throw new Error(`no row ${id} in the command table`);
  return { id, title: row.words, description: `${row.summary.slice(0, 1).toUpperCase()}${row.summary.slice(1)}` };
}
