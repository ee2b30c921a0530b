import type { PaperFile, PaperFormat } from "../adapters/documents/paper-format.ts";
import type { PaperRequest } from "../adapters/documents/paper-renderer.ts";
import type { ReadyChildren } from "../adapters/documents/ready-children.ts";
import type { RunChild } from "../adapters/documents/run-child.ts";
import { createOutgoingFolder } from "../adapters/files/outgoing-folder.ts";
import type { PaperKind } from "../core/papers/paper-kinds.ts";
import type { WallView } from "../core/papers/views.ts";
import { PaperFault, type PaperMaking } from "../flows/make-paper.ts";
import type { Folders } from "./folders.ts";

export const allFormats: readonly PaperFormat[] = ["md", "html", "docx", "pdf"];

type Options = {
  readonly templatesFolder: string;
  readonly outgoingFolder: string;
  readonly cacheFolder?: string | undefined;
  readonly formats: readonly PaperFormat[];
  readonly runChild: RunChild;
};

/** Papers are rendered in a process of their own and put into the folder `ausgang`. Loaded with the first paper. */
export function createPaperMaking(options: Options): PaperMaking {
  const { outgoingFolder, formats } = options;
  const outgoing = createOutgoingFolder(outgoingFolder);
  let loading: ReturnType<typeof loadRenderer> | undefined;

  async function filesOf<K extends PaperKind>(request: PaperRequest<K>): Promise<readonly PaperFile[]> {
    loading ??= loadRenderer(options);
    const renderer = await loading;
    try {
      const { files } = await renderer.renderPaper(request);
      return files;
    } catch (error) {
      throw new PaperFault(error instanceof Error ? error.message : String(error), error);
    }
  }

  return {
    async make({ kind, audience, view, stem }) {
      const files = await filesOf({ kind, version: audience, view, formats });
      return files.map(({ name, mediaType, bytes }) => {
        const written = outgoing.put({ stem, extension: extensionOf(name), bytes });
        return { name: written, mediaType, reference: written };
      });
    },
    async makeData({ audience, view, stem }) {
      const { workshopData } = await import("../adapters/documents/workshop-data.ts");
      return workshopData(audience, view).map(({ suffix, extension, mediaType, bytes }) => {
        const written = outgoing.put({ stem: `${stem}${suffix}`, extension, bytes });
        return { name: written, mediaType, reference: written };
      });
    },
    async drawWall(view, stem) {
      const pictures = await picturesOf(view, options);
      return pictures.map(({ bytes, ...picture }, index) => {
        const own = pictures.length === 1 ? stem : `${stem}-${index + 1}`;
        const written = outgoing.put({ stem: own, extension: "png", bytes });
        return { name: written, mediaType: "image/png", reference: written, picture };
      });
    },
    async render({ kind, audience, view, formats: wanted }) {
      const files = await filesOf({ kind, version: audience, view, formats: wanted });
      return new Map(files.map(({ name, bytes }) => [extensionOf(name), bytes]));
    },
  };
}

async function picturesOf(view: WallView, { cacheFolder, runChild }: Options) {
  const { drawWall, wallProgram } = await import("../adapters/documents/wall-picture.ts");
  try {
    return await drawWall(view, wallProgram(cacheFolder), runChild);
  } catch (error) {
    throw new PaperFault(error instanceof Error ? error.message : String(error), error);
  }
}

const extensionOf = (name: string): string => name.slice(name.lastIndexOf(".") + 1);

async function loadRenderer({ templatesFolder, cacheFolder, runChild }: Options) {
  const { createPaperRenderer } = await import("../adapters/documents/paper-renderer.ts");
  return createPaperRenderer({ templatesFolder, cacheFolder, run: runChild });
}

/** Has what papers are made with loaded and waiting before the first of them. */
export async function prepareForPapers(children: ReadyChildren, { cache }: Pick<Folders, "cache">): Promise<void> {
  const { renderPrograms } = await import("../adapters/documents/paper-renderer.ts");
  const { wallProgram } = await import("../adapters/documents/wall-picture.ts");
  for (const program of [...renderPrograms(allFormats, { cacheFolder: cache }), wallProgram(cache)])
    children.prepare(program);
}
