import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { toMarkdown } from "mdast-util-to-markdown";
import type { PaperTree } from "./paper-tree.ts";

/** The paper as Markdown; what looks like Markdown in a value is escaped. */
export function paperToMarkdown(tree: PaperTree): string {
  return toMarkdown(tree, { extensions: [gfmTableToMarkdown()], bullet: "-", rule: "-" });
}
