import { describe, expect, it } from "vitest";
import { VIEW_SCHEMAS } from "../../../src/adapters/documents/view-schemas.ts";
import type { CommitteeEvent, EventType } from "../../../src/core/committee/events.ts";
import { publicVersion } from "../../../src/core/papers/public-version.ts";
import { reportView } from "../../../src/core/papers/report-view.ts";
import { paperContext } from "../../support/paper-context.ts";
import { segeberg } from "../../support/segeberg-events.ts";
import { sourcedParts, unsourcedTexts } from "../../support/sourced-parts.ts";

const past = segeberg();
const report = reportView(past.state, 1, paperContext);

/** The events a part of the report stems from, by type. */
function stemsFrom(part: { readonly sources: readonly number[] } | undefined): readonly EventType[] {
  return (part?.sources ?? []).map((version) => eventAt(version).type);
}

function eventAt(version: number): CommitteeEvent {
  const found = past.stream.find(({ meta }) => meta.version === version);
  if (found === undefined) throw new Error(`there is no event ${version}`);
  return found.event;
}

const textsOf = (parts: readonly { readonly text: string }[]) => parts.map(({ text }) => text);
const field = (title: string) => report.findings.find((one) => one.title === title)?.statements ?? [];

describe("the report on the first sitting in Segeberg", () => {
  it("F1, F2: tells the history with its dates, and leaves the address of the intranet to the internal version", () => {
    const [first] = report.history;
    expect(first?.text).toContain("23.06.2022");
    expect(first?.text).toContain("Beschluss vom 04.05.2017");
    expect(first?.text).toContain("zunächst vier Arbeitsgemeinschaften");
    expect(first?.text).toContain("sekrse-allris");
    expect(stemsFrom(first)).toEqual(["NoteTaken"]);
    expect(JSON.stringify(publicVersion("report", report))).not.toContain("sekrse-allris");
  });

  it("F3: names the first sitting with committee, addition and date", () => {
    expect(textsOf(report.sitting)).toEqual([
      "Am 27. Januar 2023 fand die erste Sitzung der AG 78 Hilfen zur Erziehung, ambulante und stationäre Träger, statt.",
    ]);
    expect(stemsFrom(report.sitting[0])).toEqual(["MeetingScheduled", "MeetingOpened", "MeetingClosed"]);
  });

  it("F4: names who was there by groups, 24 heads with their group, the JHA's chair by name and function", () => {
    const [staff, delegates] = report.attendance;
    expect(staff).toMatchObject({
      label: "Mitarbeiter*innen und Leitungskräfte des Jugendamtes",
      parts: [
        "Soziale Dienste",
        "Fachstelle Kinderschutz, Prävention und Qualitätsentwicklung",
        "Wirtschaftliche und Rechtliche Jugendhilfe",
      ],
    });
    expect(staff?.count).toBeUndefined();
    expect(delegates).toMatchObject({
      label: "Trägervertretungen ambulanter und stationärer Träger",
      count: { number: 24 },
    });
    expect(stemsFrom(delegates)).toEqual(["HeadCountRecorded"]);
    expect(report.attendance).toHaveLength(3);
    expect(report.attendance.find(({ label }) => label === "Gast")?.persons).toEqual([
      { salutation: "Herr", name: "Pohlmann", role: "Vorsitzender des Jugendhilfeausschusses" },
    ]);
  });

  it("F4, F5: keeps 17 seats apart from 24 heads", () => {
    expect(textsOf(report.voting)).toEqual([
      "Von 17 stimmberechtigten Sitzen waren 17 vertreten (je Sitz eine Stimme).",
      "Beschlussfähigkeit wurde um 9 Uhr festgestellt: 17 von 17 Stimmen anwesend, nötig sind 9 (§ 5 Abs. 1 GO).",
    ]);
  });

  it("F5: the rules of procedure were resolved by the 17 voting members, with changes, without a count", () => {
    const [resolution] = report.resolutions;
    expect(resolution?.text).toBe(
      "Von den 17 stimmberechtigten Mitgliedern wurde mit Änderungen beschlossen (Beschluss 2023-1, Geschäftsordnung):",
    );
    expect(resolution?.grade).toBe("resolved");
    expect(resolution?.text).not.toMatch(/Ja|Nein|Enthaltung|einstimmig/);
    expect(stemsFrom(resolution)).toEqual(["MotionDecided"]);
    expect(report.attachments).toEqual([{ title: "Geschäftsordnung in der beschlossenen Fassung" }]);
  });

  it("F6: names the elected with office, rank and Träger, the shared office once", () => {
    expect(report.electionLeadIn?.text).toBe("Gewählt wurden:");
    expect(report.elections).toMatchObject([
      { title: "1. Sprecher", holders: [{ salutation: "Herr", name: "Lindner", organization: "Regenbogen" }] },
      {
        title: "2. Sprecherinnen",
        holders: [
          { salutation: "Frau", name: "Jansen", organization: "Deutscher Kinderschutzbund" },
          { salutation: "Frau", name: "Neeth", organization: "Deutscher Kinderschutzbund" },
        ],
      },
    ]);
    expect(stemsFrom(report.elections[0])).toEqual(["ElectionOpened", "ElectionDeclared", "ElectionAccepted"]);
  });

  it("F7: groups findings and tasks of the field Ambulanter Bereich in the order in which they came", () => {
    expect(field("Ambulanter Bereich").map(({ grade, text }) => ({ grade, text }))).toEqual([
      {
        grade: "found",
        text: "Es wurde konstatiert, dass es sinnvoll sei, die Soziale Gruppenarbeit (§ 29 SGB VIII) wieder zu etablieren.",
      },
      {
        grade: "agreed",
        text: "Als Aufgabe wurde festgehalten: Ermitteln, ob die SRO-Richtlinien verändert werden sollten.",
      },
      {
        grade: "agreed",
        text: "Als Aufgabe wurde festgehalten: Einzelne SRO-Angebote, auch in Richtung einer Verstetigung, auf den Prüfstand stellen.",
      },
      {
        grade: "found",
        text: "Niedrigschwelligkeit und der damit verbundene einfache Zugang wurden im Kontext SRO als eindeutige Vorteile bei den Projekten erkannt.",
      },
    ]);
  });

  it("F8: lists the five lacks of the field Stationärer Bereich under their lead-in", () => {
    const [lacks, ...others] = field("Stationärer Bereich");
    expect(others).toEqual([]);
    expect(lacks?.text).toBe("Festgestellt wurde: Im stationären Bereich mangelt es an");
    expect(textsOf(lacks?.entries ?? [])).toHaveLength(5);
    expect(lacks?.entries[4]?.text).toBe("Plätzen (Pflege und Heim), insbesondere für unter Sechsjährige.");
    expect(stemsFrom(lacks?.entries[4])).toEqual(["NoteTaken"]);
  });

  it("F9: keeps the consensus a consensus and no resolution", () => {
    const consensus = field("Weitere Aspekte").find(({ grade }) => grade === "consensus");
    expect(consensus?.text).toBe(
      "Einvernehmlich festgestellt wurde, dass eine größere flächendeckende Vereinheitlichung der Angebotsausgestaltung im Kreis erstrebenswert sei.",
    );
    expect(report.resolutions).toHaveLength(1);
  });

  it("F10: keeps what should be done without an owner as a task without an owner", () => {
    const task = field("Weitere Aspekte").find(({ text }) => text.includes("Grenzgänger*innen"));
    expect(task?.text).toContain("Kooperation mit KJP und Trägern intensivieren");
    expect(task?.text).not.toContain("zuständig");
    expect(stemsFrom(task)).toEqual(["TaskAssigned"]);
  });

  it("F11: lists the eight further aspects as mentioned", () => {
    const aspects = field("Weitere Aspekte").find(({ grade }) => grade === "mentioned");
    expect(aspects?.text).toBe("Als weitere, optimierungswürdige bzw. zu fokussierende Aspekte wurden genannt:");
    expect(textsOf(aspects?.entries ?? [])).toHaveLength(8);
    expect(aspects?.entries[5]?.text).toContain("„Freien Stuhls“");
  });

  it("F12: gives the workshop the weekday its date has: a Monday", () => {
    expect(textsOf(report.agreements)).toEqual([
      "Vereinbart wurde: Gemeinsamer Fachaustausch im Workshop-Format am Montag, dem 20. März 2023, von 9 bis 16 Uhr.",
    ]);
    expect(stemsFrom(report.agreements[0])).toEqual(["DateAgreed"]);
    expect(JSON.stringify(report)).not.toContain("Mittwoch");
  });

  it("F13: repeats the promise to forward the results", () => {
    expect(textsOf(report.forwarding)).toEqual([
      "Die daraus resultierenden Ergebnisse werden dem JHA im Nachgang übermittelt.",
    ]);
    expect(stemsFrom(report.forwarding[0])).toEqual(["ForwardingPromised"]);
  });

  it("F14: lists the regular dates by quarter", () => {
    expect(report.datesLeadIn?.text).toBe("Als nächste reguläre Sitzungstermine im Jahr 2023 wurden festgelegt:");
    expect(report.dates.map(({ quarter, date, begin, end }) => [quarter, date, begin, end])).toEqual([
      [2, "2023-05-12", "09:00", "12:00"],
      [3, "2023-09-01", "09:00", "12:00"],
      [4, "2023-10-13", "09:00", "12:00"],
    ]);
    expect(report.dates.map(stemsFrom)).toEqual([["DateAgreed"], ["DateAgreed"], ["DateAgreed"]]);
  });

  it("derives its summary, each sentence with its sources", () => {
    expect(textsOf(report.summary)).toEqual([
      "Am 27. Januar 2023 hat die erste Sitzung der AG 78 Hilfen zur Erziehung stattgefunden.",
      "Beschlossen wurde: Geschäftsordnung (mit Änderungen).",
      "Gewählt wurden Herr Lindner (Regenbogen), Frau Jansen (Deutscher Kinderschutzbund) und Frau Neeth (Deutscher Kinderschutzbund).",
      "Vereinbart wurde: Gemeinsamer Fachaustausch im Workshop-Format am 20. März 2023.",
      "Drei weitere Sitzungstermine wurden festgelegt.",
      "Ergebnisse werden weitergeleitet an: JHA.",
    ]);
    expect(report.summary.map(stemsFrom)).toEqual([
      ["MeetingScheduled", "MeetingOpened", "MeetingClosed"],
      ["MotionDecided"],
      ["ElectionDeclared", "ElectionAccepted", "ElectionDeclared", "ElectionAccepted", "ElectionAccepted"],
      ["DateAgreed"],
      ["DateAgreed", "DateAgreed", "DateAgreed"],
      ["ForwardingPromised"],
    ]);
  });

  it("carries number, route and unit as the office set them", () => {
    expect(report.paper).toEqual({
      type: "Bericht der Verwaltung",
      number: "DrS/2023/064",
      date: "2023-02-03",
      unit: "Jugendamt",
      isPublic: true,
    });
    expect(report.route).toEqual([{ body: "Jugendhilfeausschuss", role: "Kenntnisnahme" }]);
  });

  it("has no text without a source, and fits the schema of the templates in both versions", () => {
    expect(unsourcedTexts(report)).toEqual([]);
    expect(sourcedParts(report).length).toBeGreaterThan(40);
    for (const view of [report, publicVersion("report", report)])
      expect(VIEW_SCHEMAS.report.safeParse(view).error?.issues ?? []).toEqual([]);
  });
});
