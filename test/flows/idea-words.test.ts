import { describe, expect, it } from "vitest";
import { interpret } from "../../src/flows/interpret.ts";
import { answerOf, choicesOf, commandOf, hear, jansen, meetingState, message, ports, room } from "./conversation.ts";

const inRoom = { inRoom: true };

describe("words for ideas", () => {
  it("give one, and say where it was said", () => {
    expect(commandOf("idee: Mehr Plätze")).toEqual({ type: "GiveIdeas", texts: ["Mehr Plätze"], private: true });
    expect(commandOf("Idee zur Leitfrage 2: Mehr: viel mehr", inRoom)).toEqual({
      type: "GiveIdeas",
      texts: ["Mehr: viel mehr"],
      question: 2,
      room,
      private: false,
    });
  });

  it("say in which thread they were said, and which question it is of", () => {
    const inThread = (thread: string) =>
      interpret({ ...message("idee: Mehr Plätze", true), thread }, meetingState, jansen, undefined, ports);
    expect(inThread("leitfrage-2-3")).toMatchObject({ command: { room, thread: { workshop: 2, question: 3 } } });
    expect(inThread("2-3")).toMatchObject({ command: { type: "GiveIdeas", room } });
    expect(inThread("2-3")).not.toHaveProperty("command.thread");
  });

  it("give many, a line each, with or without bullets, blank lines left out", () => {
    const many = commandOf("ideen zu 2:\n- Eins; und mehr\n\n• Zwei\n3. Drei\nidee: Vier");
    expect(many).toMatchObject({ texts: ["Eins; und mehr", "Zwei", "Drei", "idee: Vier"], question: 2 });
    expect(commandOf("ideen: Eins; Zwei;")).toMatchObject({ texts: ["Eins", "Zwei"] });
    expect(commandOf("ideen\nEins\nZwei")).toMatchObject({ texts: ["Eins", "Zwei"] });
  });

  it("leave hostile text as it is", () => {
    for (const text of [
      "<script>alert(1)</script>",
      "{{#each x}}",
      "[x](javascript:alert(1))",
      "=cmd()",
      "idee zurückziehen 1",
    ])
      expect(commandOf(`idee: ${text}`)).toMatchObject({ texts: [text] });
    expect(answerOf(hear("idee: schöner \u202eText"))).toContain("unsichtbares Zeichen (U+202E)");
  });

  it("ask for what is missing, and for the colon", () => {
    expect(answerOf(hear("idee"))).toContain("Wie lautet die Idee?");
    expect(answerOf(hear("idee zu 2"))).toContain("Wie lautet die Idee?");
    expect(choicesOf(hear("idee Mehr Plätze"))).toEqual(["idee: Mehr Plätze"]);
    expect(answerOf(hear("idee zu Plätzen: Mehr"))).toContain("„zu Plätzen“ ist keine Nummer einer Leitfrage.");
    expect(answerOf(hear("kommentar: Hallo"))).toContain("Welche Idee?");
    expect(answerOf(hear("idee ändern zwei: Hallo"))).toContain("„zwei“ ist keine Nummer einer Idee.");
    expect(answerOf(hear("ideen in gruppe 2: Eins"))).toContain("„in gruppe 2“ passt hier nicht.");
  });

  it.each([
    ["idee 3 ändern: Neu", { type: "ChangeIdea", idea: 3, text: "Neu" }],
    ["idee ändern 3: Neu", { type: "ChangeIdea", idea: 3, text: "Neu" }],
    ["idee 3 zurückziehen", { type: "WithdrawIdea", idea: 3 }],
    ["idee zurückziehen 3", { type: "WithdrawIdea", idea: 3 }],
    ["kommentar zu 3: Gut", { type: "CommentIdea", idea: 3, text: "Gut" }],
    ["kommentar zu Idee 3: Gut", { type: "CommentIdea", idea: 3, text: "Gut" }],
    ["unterstütze 3", { type: "SupportIdea", idea: 3 }],
    ["ich unterstuetze idee 3", { type: "SupportIdea", idea: 3 }],
    ["nicht mehr 3", { type: "EndSupport", idea: 3 }],
    ["ideen aufdecken", { type: "RevealIdeas" }],
  ])("%s", (line, command) => {
    expect(commandOf(line)).toEqual(command);
  });

  it.each([
    ["ideen", {}],
    ["ideen zu 2", { question: 2 }],
    ["ideen in gruppe 3 #Partizipation ab 31", { group: 3, tag: "Partizipation", from: 31 }],
    ['ideen #"Soziale Räume"', { tag: "Soziale Räume" }],
    ["ideen zeigen zu 1", { question: 1 }],
    ["meine ideen", { own: true }],
    ["meine ideen ab 31", { own: true, from: 31 }],
    ["idee 7", { idea: 7 }],
  ])("%s is a question", (line, query) => {
    expect(hear(line)).toEqual({ kind: "query", query: { kind: "ideas", ...query } });
  });
});
