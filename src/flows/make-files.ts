import type { CommitteeState } from "../core/committee/state.ts";
import { entry } from "../core/kernel/table.ts";
import { entriesOfWorkshop, entryOfEdition } from "./calendar-entries.ts";
import type { CalendarEntry, CalendarWriting } from "./calendar-writing.ts";
import { type EditionPapers, editionOf } from "./edition-papers.ts";
import type { Mailbox } from "./letter.ts";
import type { MadeFile, ReplyFile } from "./reply.ts";

type Parts = {
  state(): CommitteeState;
  readonly papers: Pick<EditionPapers, "pdf">;
  readonly calendar: CalendarWriting;
  organizer(): Mailbox;
  /** The folder where people find their papers. */
  readonly folder: {
    has(reference: string): boolean;
    /** Whole or not at all; one that is there stays. */
    keep(reference: string, bytes: Uint8Array): void;
  };
};

/** Dateien, die sich aus dem Verlauf herstellen lassen: those are made that are not there yet. */
export function createFileMaking({ state, papers, calendar, organizer, folder }: Parts) {
  async function bytesOf(made: MadeFile): Promise<Uint8Array> {
    if (made.kind === "invitationPaper") return papers.pdf(made);
    const around = { name: state().membership.description?.name ?? "", organizer: organizer() };
    return new TextEncoder().encode(await calendar.published(calendarEntries(made), around));
  }

  function calendarEntries(made: MadeFile): readonly CalendarEntry[] {
    if (made.kind !== "workshopEntries") return [entryOfEdition(state(), made.meeting, editionOf(state(), made))];
    const workshop = entry(state().workshops.workshops, made.workshop);
    return workshop === undefined ? [] : entriesOfWorkshop(state(), workshop);
  }

  return async (files: readonly ReplyFile[]): Promise<void> => {
    for (const { made, reference } of files)
      if (made !== undefined && !folder.has(reference)) folder.keep(reference, await bytesOf(made));
  };
}
