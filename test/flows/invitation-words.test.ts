import { describe, expect, it } from "vitest";
import { stateAfter } from "../support/fold.ts";
import { day, seatKey, time } from "../support/keys.ts";
import { described, founded, hear } from "./conversation.ts";

const state = stateAfter([
  ...founded,
  { type: "MeetingScheduled", meeting: 1, appointment: { date: day("2023-02-17"), from: time("09:00") } },
  { type: "MeetingScheduled", meeting: 2, appointment: { date: day("2023-05-12"), from: time("09:00") } },
]);

function commandOf(text: string) {
  const heard = hear(text, { state });
  if (heard.kind !== "command") throw new Error(`${text}: ${described(heard)}`);
  const { type: _, ...rest } = heard.command;
  return rest;
}

const bare = { afresh: false, links: [], papers: [] };

describe("the words of a draft", () => {
  it.each([
    ["einladung entwurf", bare],
    ["einladung entwerfen 12.05.2023", { ...bare, meeting: 2 }],
    ["einladung entwurf neu", { ...bare, afresh: true }],
    ["einladung entwurf bis 10.02.2023", { ...bare, answerBy: "2023-02-10" }],
    ["einladung entwurf 12.05.2023 bis zum 05.05.2023", { ...bare, meeting: 2, answerBy: "2023-05-05" }],
    ["einladung entwurf mit Bericht.pdf", { ...bare, papers: ["Bericht.pdf"] }],
    ["einladung entwurf mit A.pdf, B_2.docx und C-3.xlsx", { ...bare, papers: ["A.pdf", "B_2.docx", "C-3.xlsx"] }],
    ["einladung entwurf mit A.pdf A.pdf bis 10.02.2023", { ...bare, papers: ["A.pdf"], answerBy: "2023-02-10" }],
    ["einladung entwurf mit ../a.pdf", { ...bare, papers: ["../a.pdf"] }],
    ["einladung entwurf link https://kreis.example/a", { ...bare, links: ["https://kreis.example/a"] }],
    [
      "einladung entwurf links https://kreis.example:8443/a?b=c#d, http://x.example/mit-bis-link: Bitte Zahlen: zwei.",
      {
        ...bare,
        links: ["https://kreis.example:8443/a?b=c#d", "http://x.example/mit-bis-link"],
        note: "Bitte Zahlen: zwei.",
      },
    ],
    ["einladung entwurf https://ich:geheim@kreis.example/", { ...bare, links: ["https://ich:geheim@kreis.example/"] }],
    [
      "einladung entwurf 12.05.2023 bis 05.05.2023 mit A.pdf link https://kreis.example: Siehe https://x.example",
      {
        ...bare,
        meeting: 2,
        answerBy: "2023-05-05",
        papers: ["A.pdf"],
        links: ["https://kreis.example"],
        note: "Siehe https://x.example",
      },
    ],
    ["einladung entwurf: link https://x.example mit A.pdf", { ...bare, note: "link https://x.example mit A.pdf" }],
  ])("%s", (text, expected) => {
    expect(commandOf(text)).toEqual(expected);
  });

  it("asks back for what is no meeting, no day and no file", () => {
    for (const text of [
      "einladung entwurf 13.05.2023",
      "einladung entwurf bis 31.04.2023",
      "einladung entwurf mit Bericht",
    ])
      expect(hear(text, { state }).kind, text).toBe("problem");
    expect(described(hear("einladung entwurf 13.05.2023", { state }))).toContain("ist keine Sitzung geplant");
  });
});

describe("the words of sending", () => {
  it.each([
    ["einladung senden", { urgent: false, otherwise: [] }],
    ["einladung verschicken 12.05.2023", { meeting: 2, urgent: false, otherwise: [] }],
    ["einladung senden dringend: Es eilt.", { urgent: true, otherwise: [], reason: "Es eilt." }],
    [
      "einladung senden 12.05.2023 dringend außer Regenbogen, Kinderschutzbund: Es eilt.",
      { meeting: 2, urgent: true, otherwise: [seatKey("regenbogen"), seatKey("kinderschutzbund")], reason: "Es eilt." },
    ],
    ["einladung senden ausser Regenbogen", { urgent: false, otherwise: [seatKey("regenbogen")] }],
  ])("%s", (text, expected) => {
    expect(commandOf(text)).toEqual(expected);
  });
});

describe("the questions about it", () => {
  it.each([
    ["einladung", { kind: "invitation" }],
    ["einladung 12.05.2023", { kind: "invitation", meeting: 2 }],
    ["einladung datei", { kind: "paper", paper: "invitation", audience: "internal" }],
    ["versand 12.05.2023", { kind: "dispatch", meeting: 2 }],
  ])("%s", (text, expected) => {
    expect(hear(text, { state })).toEqual({ kind: "query", query: expected });
  });
});

describe("a colon inside an address", () => {
  it("begins no text", () => {
    expect(hear("notiz https://kreis.example", { state }).kind).toBe("problem");
    expect(commandOf("notiz: https://kreis.example: gelesen")).toMatchObject({
      text: "https://kreis.example: gelesen",
    });
  });
});
