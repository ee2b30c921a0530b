import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TEMPLATE_FILES } from "../../../src/adapters/documents/paper-format.ts";
import { paperMeta } from "../../../src/adapters/documents/paper-meta.ts";
import { paperTree } from "../../../src/adapters/documents/render-paper.ts";
import { paperToDocx } from "../../../src/adapters/documents/to-docx.ts";
import { paperToHtml } from "../../../src/adapters/documents/to-html.ts";
import { paperToMarkdown } from "../../../src/adapters/documents/to-markdown.ts";
import { paperToPdf } from "../../../src/adapters/documents/to-pdf.ts";
import { paperToText } from "../../../src/adapters/documents/to-text.ts";
import { VIEW_SCHEMAS } from "../../../src/adapters/documents/view-schemas.ts";
import { viewShape } from "../../../src/adapters/documents/view-shape.ts";
import { readZip } from "../../../src/adapters/documents/zip-archive.ts";
import type { PaperKind } from "../../../src/core/papers/paper-kinds.ts";
import { klausurDocumentation } from "../../fixtures/documents/documentation.ts";
import {
  segebergAgenda,
  segebergAttendance,
  segebergInvitation,
  segebergMinutes,
  segebergReport,
} from "../../fixtures/documents/segeberg.ts";
import { ideaWall } from "../../fixtures/documents/wall.ts";
import { xmlProblem } from "../../support/xml-problem.ts";
import { withEveryText } from "./every-text.ts";
import { markdownStructure, structure, tags } from "./structure.ts";

const TEMPLATES = new URL("../../../templates/", import.meta.url);
const VIEWS = {
  agenda: segebergAgenda,
  attendance: segebergAttendance,
  minutes: segebergMinutes,
  report: segebergReport,
  invitation: segebergInvitation,
  wall: ideaWall,
  documentation: klausurDocumentation,
};
const KINDS = ["agenda", "attendance", "minutes", "report", "invitation", "wall", "documentation"] as const;

/** Text that tries to become structure in one of the formats. All on one line: a line break may show as one. */
const HOSTILE: readonly string[] = [
  "<script>alert(1)</script><img src=x onerror=alert(1)>",
  "{{#each this}}{{constructor}}{{/each}} {{{head}}}",
  "[Klick](javascript:alert(1)) ![b](http://example.org/t.png) <http://example.org>",
  "# Überschrift",
  "- Punkt",
  "1. Punkt",
  "> Zitat",
  "| a | b |",
  "--- *** ___ ===",
  "**fett** _kursiv_ `code` ~~weg~~ [1]: http://example.org",
  "    vier Leerzeichen ```js",
  '#set text(red) #panic("x") $x^2$ @ref <label> \\u{1F600} /* */ // = Titel',
  "=cmd|'/C calc'!A0 @SUM(A1)",
  "&amp; &#x41; <b>fett</b> ]]> <!-- x --> <?xml?> &unbekannt;",
  "Protokoll\u202Efdp.exe unsichtbar\u200B\u2066 Steuer\u0007\u0000 \uFFFE \uD800 \uE0000\uE001 😀",
  "\uE0000\uE001\uE00099\uE001",
  "w:p </w:t></w:r></w:p><w:p/> </style><style>*{}</style>",
  "\\ \\\\ \\* \\",
  "*",
];

const rendered = new Map<string, ReturnType<typeof render>>();

/** Rendered once for all formats. */
function renderedTree(kind: PaperKind, text: string) {
  const key = `${kind} ${text}`;
  const known = rendered.get(key) ?? render(kind, text);
  rendered.set(key, known);
  return known;
}

function render(kind: PaperKind, text: string) {
  const file = TEMPLATE_FILES[kind];
  const view = VIEW_SCHEMAS[kind].parse(withEveryText(viewShape(kind), VIEWS[kind], text, "javascript:alert(1)"));
  const tree = paperTree(view, readFileSync(new URL(file, TEMPLATES), "utf8"), file);
  return { tree, meta: paperMeta(tree, view.head) };
}

async function wordXml(kind: PaperKind, text: string): Promise<ReadonlyMap<string, string>> {
  const { tree, meta } = renderedTree(kind, text);
  const archive = Buffer.from(await paperToDocx(tree, meta));
  return new Map(readZip(archive).map((entry) => [entry.path, entry.data.toString("utf8")]));
}

describe.each(KINDS)("hostile text in every field of the %s", (kind) => {
  const benign = renderedTree(kind, "Wort");

  it.each(HOSTILE)("becomes no structure of the tree: %j", (text) => {
    expect(structure(renderedTree(kind, text).tree)).toEqual(structure(benign.tree));
  });

  it.each(HOSTILE)("becomes no structure in Markdown: %j", (text) => {
    const markdown = paperToMarkdown(renderedTree(kind, text).tree);
    expect(markdownStructure(markdown)).toEqual(markdownStructure(paperToMarkdown(benign.tree)));
  });

  it.each(HOSTILE)("begins no line of its own in plain text: %j", (text) => {
    const lines = (tree: typeof benign.tree) => paperToText(tree).split("\n").length;
    expect(lines(renderedTree(kind, text).tree)).toBe(lines(benign.tree));
  });

  it.each(HOSTILE)("becomes no element in HTML: %j", (text) => {
    const { tree, meta } = renderedTree(kind, text);
    expect(tags(paperToHtml(tree, meta))).toEqual(tags(paperToHtml(benign.tree, benign.meta)));
  });

  it("becomes no element in Word, and every part of the file parses", async () => {
    const plain = await wordXml(kind, "Wort");
    for (const text of [HOSTILE.join(" "), ...HOSTILE.slice(0, 3), HOSTILE.toReversed().join("")]) {
      const parts = await wordXml(kind, text);
      for (const [path, xml] of parts) expect(xmlProblem(xml), path).toBeUndefined();
      expect(tags(parts.get("word/document.xml") ?? "")).toEqual(tags(plain.get("word/document.xml") ?? ""));
    }
  });

  it("is set as text in PDF", () => {
    for (const text of [HOSTILE.join(" "), "Zeile 1\n# Zeile 2\n\n- Zeile 3", "\u200B"]) {
      const { tree, meta } = renderedTree(kind, text);
      expect(Buffer.from(paperToPdf(tree, meta)).subarray(0, 5).toString()).toBe("%PDF-");
    }
  });

  it("of any kind becomes no structure, and nothing illegal comes through", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (text) => {
        const { tree } = renderedTree(kind, `a${text.replace(/[\r\n\u2028\u2029]/g, "")}b`);
        expect(structure(tree)).toEqual(structure(benign.tree));
        expect(markdownStructure(paperToMarkdown(tree))).toEqual(markdownStructure(paperToMarkdown(benign.tree)));
      }),
      { numRuns: 15 },
    );
  });

  it("on several lines makes line breaks and nothing else", () => {
    const types = JSON.stringify(structure(renderedTree(kind, "a\n\n# b\n\n- c\n    d").tree)).replaceAll(
      ',["break"]',
      "",
    );
    expect(types).toBe(JSON.stringify(structure(benign.tree)).replaceAll(',["break"]', ""));
  });
});

describe("a text of 20 000 characters", () => {
  it("is set on several pages", () => {
    const text = `${"Wort ".repeat(2_000)}${"x".repeat(10_000)}`;
    const summary = [{ text, sources: [1] as const }];
    const findings = [{ statements: [{ text, sources: [1] as const, grade: "found" as const, entries: summary }] }];
    const view = { ...segebergReport, summary, findings, agreements: [] };
    const tree = paperTree(view, readFileSync(new URL("bericht.hbs", TEMPLATES), "utf8"), "bericht.hbs");
    const pdf = Buffer.from(paperToPdf(tree, paperMeta(tree, view.head)));
    expect(Number(/\/Count (\d+)/.exec(pdf.toString("latin1"))?.[1])).toBeGreaterThanOrEqual(9);
  });
});

describe("the comparison of structures", () => {
  it("would see hostile text that was set before parsing", () => {
    const naive = (text: string) => markdownStructure(`Satz: ${text}\n\n${text}\n`);
    const seen = HOSTILE.filter((text) => JSON.stringify(naive(text)) !== JSON.stringify(naive("Wort")));
    expect(seen.length).toBeGreaterThanOrEqual(8);
  });
});
