import { describe, expect, it } from "vitest";
import { stateAfter } from "../support/fold.ts";
import { day } from "../support/keys.ts";
import { answerOf, choicesOf, commandOf, founded, hear, jansen, neeth } from "./conversation.ts";

const state = stateAfter([
  ...founded,
  { type: "MeetingScheduled", meeting: 1, appointment: { date: day("2023-05-12") } },
  { type: "MeetingScheduled", meeting: 2, appointment: { date: day("2023-05-19") } },
]);
const command = (text: string) => commandOf(text, { state });
const accepted = { type: "AnswerInvitation", answer: "accepted" };
const declined = { type: "AnswerInvitation", answer: "declined" };

describe("answering an invitation in words", () => {
  it.each(["zusage", "Zusage!", "ich komme", "bin dabei", "Ich nehme teil."])("accepts: %s", (text) => {
    expect(command(text)).toEqual(accepted);
  });

  it.each(["absage", "ich komme nicht", "Ich kann nicht kommen.", "bin nicht dabei", "ich sage ab"])(
    "declines: %s",
    (text) => {
      expect(command(text)).toEqual(declined);
    },
  );

  it("leaves it open with „vielleicht“", () => {
    expect(command("vielleicht")).toEqual({ ...accepted, answer: "tentative" });
  });

  it.each([
    "zusage 19.05.2023",
    "zusage zur Sitzung am 19.5.2023",
    "ich komme am 19.05.",
    "zusage für den 19. 5. 2023",
    "zusage am Freitag, dem 19. Mai 2023",
  ])("reads the day: %s", (text) => {
    expect(command(text)).toEqual({ ...accepted, meeting: 2 });
  });

  it.each([
    "zusage für Frau Neeth 19.05.2023",
    "zusage 19.05.2023 für Frau Neeth",
    "zusage am 19. Mai 2023 für @neeth",
  ])("reads for whom, before or behind the day: %s", (text) => {
    expect(command(text)).toEqual({ ...accepted, meeting: 2, person: neeth });
  });

  it.each([
    "absage vertretung Frau Neeth: Urlaub",
    "absage, meine Vertretung ist Frau Neeth: Urlaub",
    "ich komme nicht, es vertritt mich Frau Neeth: Urlaub",
  ])("reads the Vertretung and the remark: %s", (text) => {
    expect(command(text)).toEqual({ ...declined, substitute: neeth, comment: "Urlaub" });
  });

  it.each(["absage für Frau Jansen vertretung Frau Neeth", "absage vertretung Frau Neeth für Frau Jansen"])(
    "reads for whom and the Vertretung in either order: %s",
    (text) => {
      expect(command(text)).toEqual({ ...declined, person: jansen, substitute: neeth });
    },
  );

  it("takes a name that is nobody's, and one in quotation marks, as it stands", () => {
    expect(command("absage vertretung Wilhelmine Ostermann")).toEqual({
      ...declined,
      substituteName: "Wilhelmine Ostermann",
    });
    expect(command('absage vertretung "Frau Neet"')).toEqual({ ...declined, substituteName: "Frau Neet" });
  });

  it("asks about a name that is nearly somebody's, or several people's", () => {
    expect(choicesOf(hear("absage vertretung Frau Neet", { state }))).toEqual([
      "absage vertretung @neeth",
      'absage vertretung "Frau Neet"',
    ]);
    expect(choicesOf(hear("absage vertretung Müller", { state }))).toContain("absage vertretung @mueller-pflege");
  });

  it("asks about a day without a meeting, and about words without a colon", () => {
    expect(choicesOf(hear("absage 13.05.2023", { state }))).toEqual(["absage 12.05.2023", "absage 19.05.2023"]);
    expect(answerOf(hear("absage Urlaub", { state }))).toContain("Vor dem Text fehlt der Doppelpunkt.");
    expect(choicesOf(hear("absage Urlaub", { state }))).toEqual(["absage: Urlaub"]);
  });

  it("shows how it stands, for the next meeting or that of a day", () => {
    expect(hear("wer kommt", { state })).toEqual({ kind: "query", query: { kind: "answers" } });
    expect(hear("rückmeldungen 19.05.2023", { state })).toEqual({
      kind: "query",
      query: { kind: "answers", meeting: 2 },
    });
  });
});
