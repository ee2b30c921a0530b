import { describe, expect, it } from "vitest";
import { fileConsentMessage, fileInfoMessage } from "../../../../src/adapters/teams/rendering/file-messages.ts";
import { messageProblems } from "../../../support/teams/message-check.ts";

const file = { name: "Protokoll.pdf", description: "Vom Sitzungsdienst erstellt", size: 12_345 };
const upload = {
  name: "Protokoll.pdf",
  uploadUrl: "https://ag.example/put",
  contentUrl: "https://ag.example/Protokoll.pdf",
  uniqueId: "u-1",
  fileType: "pdf",
};

describe("a file in a personal chat", () => {
  it("is offered first, and its reference comes back with the answer", () => {
    const message = fileConsentMessage(file, "ref-1");
    expect(message).toEqual({
      type: "message",
      summary: "Protokoll.pdf",
      attachments: [
        {
          contentType: "application/vnd.microsoft.teams.card.file.consent",
          name: "Protokoll.pdf",
          content: {
            description: "Vom Sitzungsdienst erstellt",
            sizeInBytes: 12_345,
            acceptContext: { reference: "ref-1", name: "Protokoll.pdf" },
            declineContext: { reference: "ref-1", name: "Protokoll.pdf" },
          },
        },
      ],
    });
    expect(messageProblems(message, "personal")).toEqual([]);
    expect(messageProblems(message, "groupChat")).toHaveLength(1);
  });

  it("can be opened from the chat when it was put there", () => {
    const message = fileInfoMessage(upload);
    expect(message.attachments).toEqual([
      {
        contentType: "application/vnd.microsoft.teams.card.file.info",
        contentUrl: "https://ag.example/Protokoll.pdf",
        name: "Protokoll.pdf",
        content: { uniqueId: "u-1", fileType: "pdf" },
      },
    ]);
    expect(messageProblems(message, "personal")).toEqual([]);
  });

  it.each([
    ["../../etc/pass wd", "_.._etc_pass wd"],
    ['a:b*c?"d"<e>|f\\g\n.md', "a_b_c__d__e__f_g_.md"],
    ["~$x. ", "$x"],
    ["Ja\u202efdp.exe", "Ja_fdp.exe"],
    ["{{x}}.md", "{{x}}.md"],
    [" . ", "Datei"],
    [`${"x".repeat(300)}.pdf`, `${"x".repeat(196)}.pdf`],
  ])("has a name that OneDrive takes: %j", (name, safe) => {
    expect(fileConsentMessage({ ...file, name }, "r").attachments[0]?.name).toBe(safe);
    expect(fileInfoMessage({ ...upload, name }).attachments[0]?.name).toBe(safe);
  });
});
