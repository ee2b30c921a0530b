/** Warum ein Raum nicht mehr erreichbar ist. */
export type RoomGone = "silenced" | "gone" | "kicked" | "banned";
