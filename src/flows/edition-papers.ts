import type { CommitteeState } from "../core/committee/state.ts";
import type { Edition } from "../core/invitation/state.ts";
import { entry } from "../core/kernel/table.ts";
import { invitationView } from "../core/papers/invitation-view.ts";
import { type PaperMaking, paperContext } from "./make-paper.ts";
import type { LocalClock } from "./names-of.ts";

/** Which edition of which meeting's invitation. */
export type EditionRef = { readonly meeting: number; readonly edition: number };

/** Eine Ausgabe der Einladung in Worten und als Papier; made once for all who get it. */
export type EditionPapers = {
  /** As a mail, for somebody addressed by this line. */
  words(ref: EditionRef, salutation: string): Promise<{ readonly text: string; readonly html: string }>;
  pdf(ref: EditionRef): Promise<Uint8Array>;
};

type Parts = {
  state(): CommitteeState;
  readonly localOf: LocalClock;
  readonly papers: Pick<PaperMaking, "render">;
  /** Stands where the salutation will be; nobody can have typed it. */
  readonly placeholder: string;
};

type Made = { readonly key: string; readonly files: Promise<ReadonlyMap<string, Uint8Array>> };

export function createEditionPapers({ state, localOf, papers, placeholder }: Parts): EditionPapers {
  const made = new Map<"words" | "pdf", Made>();

  /** The newest is kept; one that failed is made anew for the next who asks. */
  function filesOf(kind: "words" | "pdf", ref: EditionRef): Made["files"] {
    const key = `${ref.meeting}-${ref.edition}`;
    const known = made.get(kind);
    if (known?.key === key) return known.files;
    const files = render(kind, ref);
    made.set(kind, { key, files });
    files.catch(() => {
      if (made.get(kind)?.files === files) made.delete(kind);
    });
    return files;
  }

  async function render(kind: "words" | "pdf", ref: EditionRef): Made["files"] {
    const meeting = entry(state().meetings.meetings, ref.meeting);
    if (meeting === undefined) throw new Error(`no meeting ${ref.meeting}`);
    const context = paperContext(state(), editionOf(state(), ref).at, localOf);
    const view = invitationView(state(), meeting, { edition: ref.edition }, context);
    if (kind === "pdf") return papers.render({ kind: "invitation", audience: "public", view, formats: ["pdf"] });
    const addressed = { ...view, salutation: placeholder };
    return papers.render({ kind: "invitation", audience: "public", view: addressed, formats: ["txt", "html"] });
  }

  const inWords = (files: ReadonlyMap<string, Uint8Array>, format: string): string =>
    new TextDecoder().decode(files.get(format));

  return {
    async words(ref, salutation) {
      const files = await filesOf("words", ref);
      return {
        text: inWords(files, "txt").replaceAll(placeholder, () => salutation),
        html: inWords(files, "html").replaceAll(placeholder, () => escaped(salutation)),
      };
    },
    async pdf(ref) {
      const bytes = (await filesOf("pdf", ref)).get("pdf");
      if (bytes === undefined) throw new Error("a paper without its file");
      return bytes;
    },
  };
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${String(sign.codePointAt(0))};`);

/** The edition that a file or a letter speaks of; it was sent before. */
export function editionOf(state: CommitteeState, { meeting, edition }: EditionRef): Edition {
  const found = state.invitations.get(meeting)?.editions.find((one) => one.edition === edition);
  if (found === undefined) throw new Error(`no edition ${edition} of meeting ${meeting}`);
  return found;
}
