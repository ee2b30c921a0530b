import { describe, expect, it } from "vitest";
import { publicVersion } from "../../../src/core/papers/public-version.ts";
import {
  segebergAgenda,
  segebergAttendance,
  segebergInvitation,
  segebergMinutes,
  segebergReport,
} from "../../fixtures/documents/segeberg.ts";

const agenda = publicVersion("agenda", segebergAgenda);
const attendance = publicVersion("attendance", segebergAttendance);
const minutes = publicVersion("minutes", segebergMinutes);
const report = publicVersion("report", segebergReport);

describe("the public version", () => {
  it("says that it is public", () => {
    for (const view of [agenda, attendance, minutes, report]) expect(view.head.version).toBe("public");
  });

  it("holds no address of the intranet and no e-mail of a person", () => {
    for (const view of [agenda, attendance, minutes, report]) {
      expect(JSON.stringify(view)).not.toMatch(/sekrse|lindner@regenbogen/);
    }
  });

  it("keeps the office's own address in the hints of an agenda, but none in texts of members", () => {
    expect(JSON.stringify(agenda.hints)).toContain("ag78@kreis-segeberg.example");
    const typed = { ...segebergReport, summary: [{ text: "Fragen an a.b@kreis.example.", sources: [1] as const }] };
    expect(publicVersion("report", typed).summary[0]?.text).toBe("Fragen an (E-Mail-Adresse entfernt).");
  });

  it("keeps the agenda of an invitation whole, since it goes to members, without addresses of the intranet", () => {
    const view = publicVersion("invitation", segebergInvitation);
    expect(view.items).toEqual(segebergInvitation.items);
    expect(view.items.some(({ isPublic }) => !isPublic)).toBe(true);
    expect(view.links).toEqual([{ text: "https://www.segeberg.de/ag78.pdf", url: "https://www.segeberg.de/ag78.pdf" }]);
    expect(
      JSON.stringify(publicVersion("invitation", { ...view, note: "Siehe http://sekrse-allris:81/ai/." })),
    ).not.toContain("sekrse");
  });

  it("leaves a non-public item its number", () => {
    expect(agenda.items[3]).toEqual({ number: "4", title: "nichtöffentlich", isPublic: false, papers: [] });
    expect(JSON.stringify(minutes.items[5])).not.toContain("Vertraulich");
  });

  it("keeps the text of a link whose address is internal", () => {
    expect(report.history[0]?.links).toEqual([{ text: "Vorlage zum Beschluss" }]);
    expect(agenda.items[1]?.papers).toEqual([
      { text: "Entwurf", url: "https://www.segeberg.de/go-entwurf.pdf" },
      { text: "Vorgang" },
    ]);
  });

  it("names Träger, not people, in attendance", () => {
    expect(attendance.attendance.seats[0]).toEqual({ organization: "Regenbogen", status: "present", remote: false });
    expect(JSON.stringify(attendance.attendance)).not.toMatch(/Muster|Lindner|Pohlmann/);
  });

  it("drops roll calls, corrections, candidates and persons behind motions and tasks", () => {
    const motion = minutes.items[1]?.motions[0];
    expect(motion?.ballot?.rollCall).toEqual([]);
    expect(motion?.movedBy).toEqual({ organization: "Jugendamt" });
    expect(minutes.corrections).toEqual([]);
    expect(minutes.items[2]?.elections[0]?.rounds).toEqual([
      { title: "1. Wahlgang", mode: "secret", results: [], counts: [] },
    ]);
    expect(JSON.stringify(segebergMinutes.items[2]?.elections)).toContain("Muster-2");
    expect(JSON.stringify(minutes.items[2]?.elections)).not.toContain("Muster-2");
  });

  it("keeps those elected who accepted", () => {
    const [first] = segebergMinutes.items[2]?.elections ?? [];
    const elected = [
      { person: { name: "A" }, acceptance: "declined", sources: [1] },
      { person: { name: "B" }, acceptance: "accepted", votes: { number: 9, cast: 16 }, sources: [2] },
    ] as const;
    const items =
      first === undefined
        ? []
        : segebergMinutes.items.slice(2, 3).map((item) => ({ ...item, elections: [{ ...first, elected }] }));
    expect(publicVersion("minutes", { ...segebergMinutes, items }).items[0]?.elections[0]?.elected).toEqual([
      elected[1],
    ]);
  });

  it("drops what is marked internal, in lists and as optional parts", () => {
    const secret = { text: "nur für uns", sources: [1], internalOnly: true } as const;
    const view = { ...segebergReport, summary: [secret, ...segebergReport.summary], electionLeadIn: secret };
    const narrowed = publicVersion("report", view);
    expect(narrowed.summary).toEqual(report.summary);
    expect(narrowed).not.toHaveProperty("electionLeadIn");
  });

  it("changes nothing the second time", () => {
    expect(publicVersion("minutes", minutes)).toEqual(minutes);
    expect(publicVersion("report", report)).toEqual(report);
    expect(publicVersion("attendance", attendance)).toEqual(attendance);
    expect(publicVersion("agenda", agenda)).toEqual(agenda);
  });
});
