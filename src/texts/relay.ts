/** Weiterleitung: who said it, in which room, and what. */
export const saidElsewhere = (person: string, room: string, text: string): string => `${person} (${room}): ${text}`;
