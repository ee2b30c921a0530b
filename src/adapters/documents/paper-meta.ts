import type { PaperHead } from "../../core/papers/views.ts";
import { cleanText } from "./clean-text.ts";
import { germanDate } from "./german-date.ts";
import { type PaperTree, titleOf } from "./paper-tree.ts";

/** What a file says about itself. `created` is the instant of the state shown, so that the same state gives the same file. */
export type PaperMeta = {
  readonly title: string;
  readonly author: string;
  readonly pageHeader: string;
  readonly created: string;
};

export function paperMeta(tree: PaperTree, head: PaperHead): PaperMeta {
  const committee = oneLine(head.committee);
  const note =
    head.version === "internal" ? "intern, nicht zur Veröffentlichung" : `Stand ${germanDate(head.asOfDate)}`;
  return {
    title: titleOf(tree) ?? committee,
    author: oneLine(head.body),
    pageHeader: `${committee} · ${note}`,
    created: head.asOf,
  };
}

function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, " ").trim();
}
