import { nearestWords } from "../../core/kernel/edit-distance.ts";
import { foldGerman } from "../../core/kernel/fold-german.ts";

/** Befehle des Raums selbst: they steer the room, the committee never hears them. */
const roomCommands = ["als", "raum", "direkt", "foto", "uhr", "wer", "hilfe", "ende"] as const;

export type RoomCommandName = (typeof roomCommands)[number];

export type RoomCommand =
  | { readonly kind: "command"; readonly name: RoomCommandName; readonly rest: string }
  | { readonly kind: "unknown"; readonly typed: string; readonly meant: string | undefined };

/** Undefined if the line is not meant for the room. */
export function readRoomCommand(line: string): RoomCommand | undefined {
  const match = /^\/\s*(\S*)\s*(.*)$/s.exec(line.trim());
  if (match === null) return undefined;
  const typed = foldGerman(match[1] ?? "");
  const name = roomCommands.find((one) => one === typed);
  if (name !== undefined) return { kind: "command", name, rest: (match[2] ?? "").trim() };
  return { kind: "unknown", typed: match[1] ?? "", meant: nearestWords(typed, roomCommands, 1)[0] };
}
