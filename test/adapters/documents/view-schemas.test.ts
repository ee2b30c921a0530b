import { describe, expect, it } from "vitest";
import { VIEW_SCHEMAS } from "../../../src/adapters/documents/view-schemas.ts";
import type { Sentence } from "../../../src/core/papers/views.ts";
import {
  segebergAgenda,
  segebergAttendance,
  segebergInvitation,
  segebergMinutes,
  segebergReport,
} from "../../fixtures/documents/segeberg.ts";

describe("the schemas of the views", () => {
  it("take the views as they are", () => {
    expect(VIEW_SCHEMAS.agenda.parse(segebergAgenda)).toEqual(segebergAgenda);
    expect(VIEW_SCHEMAS.attendance.parse(segebergAttendance)).toEqual(segebergAttendance);
    expect(VIEW_SCHEMAS.minutes.parse(segebergMinutes)).toEqual(segebergMinutes);
    expect(VIEW_SCHEMAS.report.parse(segebergReport)).toEqual(segebergReport);
    expect(VIEW_SCHEMAS.invitation.parse(segebergInvitation)).toEqual(segebergInvitation);
  });

  it("have a type that refuses a sentence without source", () => {
    // @ts-expect-error a sentence without a source cannot be written
    const withoutSource: Sentence = { text: "Es wurde beschlossen.", sources: [] };
    expect(VIEW_SCHEMAS.report.safeParse({ ...segebergReport, summary: [withoutSource] }).success).toBe(false);
  });

  it.each([
    ["no sources", { text: "Satz." }],
    ["an empty list of sources", { text: "Satz.", sources: [] }],
    ["an event that cannot be", { text: "Satz.", sources: [0] }],
    ["an unknown field", { text: "Satz.", sources: [1], source: 1 }],
  ])("refuse a sentence with %s", (_what, sentence) => {
    expect(VIEW_SCHEMAS.report.safeParse({ ...segebergReport, summary: [sentence] }).success).toBe(false);
  });

  it("refuse a day that does not exist", () => {
    const meeting = { ...segebergAgenda.meeting, date: "2023-02-29" };
    expect(VIEW_SCHEMAS.agenda.safeParse({ ...segebergAgenda, meeting }).success).toBe(false);
  });
});
