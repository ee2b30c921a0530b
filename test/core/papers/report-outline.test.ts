import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { reportOutline } from "../../../src/core/papers/report-outline.ts";

const sections = ["Zusammenfassung", "Sachverhalt"];

describe("outline of a report", () => {
  it("has no Beschlussvorschlag, a Beschlussvorlage has one", () => {
    const report = reportOutline({ type: "Bericht der Verwaltung", sections });
    expect([report.proposesResolution, report.order.includes("Beschlussvorschlag")]).toEqual([false, false]);
    expect(reportOutline({ type: "Beschlussvorlage", sections }).order[2]).toBe("Beschlussvorschlag");
  });

  it("is the one of the template we ship", () => {
    const template = readFileSync(new URL("../../../templates/bericht.hbs", import.meta.url), "utf8");
    const headings = [...template.matchAll(/^(##|###) ([\p{L} ]+)$/gmu)].map(([, level, title]) => ({ level, title }));
    let outer = "";
    const inOrder = headings.map(({ level, title = "" }) => {
      if (level === "##") outer = title;
      return level === "##" ? title : `${outer} > ${title}`;
    });
    const { order } = reportOutline({ type: "Bericht der Verwaltung", sections });
    expect(["Kopf (Art, Nummer)", ...inOrder.filter((title) => title !== "Sachverhalt")]).toEqual(order);
  });
});
