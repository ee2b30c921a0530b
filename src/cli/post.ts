import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { createOutgoingFolder } from "../adapters/files/outgoing-folder.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import { holdersOf } from "../core/membership/queries.ts";
import type { CalendarWriting } from "../flows/calendar-writing.ts";
import type { CommitteeRunner } from "../flows/committee-runner.ts";
import { createLetterDelivery } from "../flows/deliver-letter.ts";
import { createEditionPapers } from "../flows/edition-papers.ts";
import type { Mailbox, Mailing } from "../flows/letter.ts";
import { createFileMaking } from "../flows/make-files.ts";
import type { PaperMaking } from "../flows/make-paper.ts";
import type { LocalClock } from "../flows/names-of.ts";
import type { OutboxEntry } from "../flows/ports.ts";
import type { Reply } from "../flows/reply.ts";
import { paperGone } from "../texts/letters.ts";

/** Wie die Post hinausgeht. Where none is set up, every letter becomes a file. */
export type Post = {
  /** Who writes; the office, if it is not said. */
  readonly sender?: Mailbox;
  /** Opened with the first letter. */
  open(sender: Mailbox, folder: string): Promise<Mailing>;
};

type Parts = {
  readonly post: Post | undefined;
  readonly outgoingFolder: string;
  readonly papers: Pick<PaperMaking, "render">;
  readonly localOf: LocalClock;
  /** The house is made before its runner. */
  runner(): Pick<CommitteeRunner, "state" | "perform" | "tell">;
  isHandled(key: string): boolean;
  today(): Parameters<typeof holdersOf>[2];
};

/** Zustellung zweier Arten: letters, and messages whose files are made before they go out. */
export type PostOffice = {
  letter(entry: OutboxEntry): Promise<void>;
  /** Makes the files a message brings along; undefined for most messages, which bring none. */
  files(entry: OutboxEntry): Promise<void> | undefined;
  organizer(): Mailbox;
  hasPaper(name: string): boolean;
  readonly calendar: CalendarWriting;
};

export function createPostOffice({
  post = filing,
  outgoingFolder,
  papers,
  localOf,
  runner,
  isHandled,
  today,
}: Parts): PostOffice {
  const folder = createOutgoingFolder(outgoingFolder);
  const calendar = lazyCalendar();
  const state = (): CommitteeState => runner().state();
  const organizer = (): Mailbox => post.sender ?? officeMailbox(state(), today());
  const editions = createEditionPapers({ state, localOf, papers, placeholder: `anrede-${randomUUID()}` });
  const ensure = createFileMaking({ state, papers: editions, calendar, organizer, folder });
  let mailing: Promise<Mailing> | undefined;
  return {
    calendar,
    organizer,
    hasPaper: folder.has,
    letter: createLetterDelivery({
      state,
      papers: editions,
      calendar,
      organizer,
      mailing: () => (mailing ??= post.open(organizer(), outgoingFolder)),
      async readPaper(name) {
        try {
          return { name, mediaType: mediaTypeOf(name), bytes: await readFile(folder.pathOf(name)) };
        } catch (error) {
          throw new PaperGone(name, error);
        }
      },
      isHandled,
      perform: (key, command) => runner().perform(key, command),
      noted: (key) => runner().tell(key, []),
    }),
    // What lies in the outbox was put there by the runner, as JSON of a reply.
    files: ({ body }) => (body.includes('"made"') ? ensure((JSON.parse(body) as Reply).files) : undefined),
  };
}

/** The letter waits until the file is back. */
class PaperGone extends Error {
  readonly code = "paper-gone";
  constructor(name: string, cause: unknown) {
    super(paperGone(name), { cause });
    this.name = "PaperGone";
  }
}

const filing: Post = {
  async open(sender, folder) {
    const { createMailFolder } = await import("../adapters/mail/mail-folder.ts");
    return createMailFolder({ folder: `${folder}/post`, sender });
  },
};

/** Loaded with the first calendar entry. */
function lazyCalendar(): CalendarWriting {
  let loading: Promise<CalendarWriting> | undefined;
  const load = () =>
    (loading ??= import("../adapters/calendar/calendar-writing.ts").then(({ createCalendarWriting }) =>
      createCalendarWriting(),
    ));
  return {
    invitation: async (entry, around) => (await load()).invitation(entry, around),
    published: async (entries, around) => (await load()).published(entries, around),
  };
}

/** Nobody answers to an address that ends so (RFC 2606). */
const NOWHERE = "sitzungsdienst@gremium.invalid";

function officeMailbox(state: CommitteeState, today: Parameters<typeof holdersOf>[2]): Mailbox {
  const name = state.membership.description?.name ?? "";
  const office = holdersOf(state.membership, "office", today).find(({ email }) => email !== undefined);
  return { name, address: office?.email ?? NOWHERE };
}

const mediaTypes: ReadonlyMap<string, string> = new Map([
  [".pdf", "application/pdf"],
  [".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  [".html", "text/html; charset=utf-8"],
  [".md", "text/markdown; charset=utf-8"],
  [".ics", "text/calendar; charset=utf-8"],
]);

const mediaTypeOf = (name: string): string => mediaTypes.get(extname(name).toLowerCase()) ?? "application/octet-stream";
