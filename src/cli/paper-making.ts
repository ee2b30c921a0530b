import type { PaperFormat } from "../adapters/documents/paper-format.ts";
import { createOutgoingFolder } from "../adapters/files/outgoing-folder.ts";
import { PaperFault, type PaperMaking } from "../flows/make-paper.ts";

export const allFormats: readonly PaperFormat[] = ["md", "html", "docx", "pdf"];

type Options = {
  readonly templatesFolder: string;
  readonly outgoingFolder: string;
  readonly formats: readonly PaperFormat[];
};

/** Papers are rendered in a process of their own and put into the folder `ausgang`. Loaded with the first paper. */
export function createPaperMaking({ templatesFolder, outgoingFolder, formats }: Options): PaperMaking {
  const outgoing = createOutgoingFolder(outgoingFolder);
  let loading: ReturnType<typeof loadRenderer> | undefined;
  return {
    async make({ kind, audience, view, stem }) {
      loading ??= loadRenderer(templatesFolder);
      const renderer = await loading;
      try {
        const { files } = await renderer.renderPaper({ kind, version: audience, view, formats });
        return files.map(({ name, mediaType, bytes }) => {
          const written = outgoing.put({ stem, extension: name.slice(name.lastIndexOf(".") + 1), bytes });
          return { name: written, mediaType, reference: written };
        });
      } catch (error) {
        throw new PaperFault(error instanceof Error ? error.message : String(error), error);
      }
    },
  };
}

async function loadRenderer(templatesFolder: string) {
  const { createPaperRenderer } = await import("../adapters/documents/paper-renderer.ts");
  return createPaperRenderer({ templatesFolder });
}
