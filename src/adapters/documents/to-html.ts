import { toHtml } from "hast-util-to-html";
import { toHast } from "mdast-util-to-hast";
import type { PaperMeta } from "./paper-meta.ts";
import type { PaperTree } from "./paper-tree.ts";

type Node = ReturnType<typeof toHast>;
type Element = Extract<Node, { type: "element" }>;

const STYLE = `
body { font: 11pt/1.45 "Liberation Sans", Arial, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; hyphens: auto; color: #111; }
h1, h2, h3, h4 { color: #1f3a5f; line-height: 1.25; break-after: avoid; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 1.8rem; } h3 { font-size: 1.05rem; margin-top: 1.4rem; } h4 { font-size: 1rem; }
table { border-collapse: collapse; width: 100%; margin: 0 0 1rem; }
th, td { border: 1px solid #767676; padding: .3rem .5rem; text-align: left; vertical-align: top; }
th { background: #e7ecf2; } thead { display: table-header-group; } tr { break-inside: avoid; }
blockquote { margin: 1rem 0; padding: .2rem 1rem; border-left: .25rem solid #1f3a5f; break-inside: avoid; }
a { color: #0645ad; } .quelle { color: #595959; white-space: nowrap; } p { orphans: 3; widows: 3; }
@page { size: A4; margin: 25mm 20mm 22mm 25mm; @bottom-center { content: "Seite " counter(page) " von " counter(pages); font: 8pt sans-serif; } }
@media print { body { max-width: none; margin: 0; padding: 0; } }
`;

/** The paper as one HTML page without scripts, images or anything loaded from elsewhere. */
export function paperToHtml(tree: PaperTree, meta: PaperMeta): string {
  const content = toHast(tree);
  addColumnScopes(content);
  const page: Element = element("html", { lang: "de" }, [
    element("head", {}, [
      element("meta", { charSet: "utf-8" }, []),
      element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }, []),
      element("title", {}, [{ type: "text", value: meta.title }]),
      element("style", {}, [{ type: "text", value: STYLE }]),
    ]),
    element("body", {}, [element("main", {}, content.type === "root" ? elementsOf(content.children) : [])]),
  ]);
  return toHtml({ type: "root", children: [{ type: "doctype" }, page] });
}

function elementsOf(children: readonly Node[]): Element["children"] {
  return children.filter((child) => child.type === "element" || child.type === "text");
}

function element(tagName: string, properties: Element["properties"], children: Element["children"]): Element {
  return { type: "element", tagName, properties, children };
}

function addColumnScopes(node: Node): void {
  if (node.type === "element" && node.tagName === "th") node.properties["scope"] = "col";
  if ("children" in node) for (const child of node.children) addColumnScopes(child);
}
