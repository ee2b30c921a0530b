import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";

/** The types of all nodes but texts, as they nest. */
export function structure(node: { readonly type: string; readonly children?: readonly unknown[] }): unknown {
  const children = (node.children ?? []) as readonly { readonly type: string }[]; // mdast's children are nodes
  const kept = children.filter((child) => child.type !== "text");
  return [node.type, ...kept.map((child) => structure(child))];
}

export function markdownStructure(markdown: string): unknown {
  return structure(fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }));
}

export function tags(html: string): readonly string[] {
  return [...html.matchAll(/<\/?[a-z!][^\s>]*/gi)].map(([tag]) => tag);
}
