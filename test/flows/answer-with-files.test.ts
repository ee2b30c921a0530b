import { describe, expect, it } from "vitest";
import { localOf } from "../../src/adapters/clock/zone-time.ts";
import type { PersonId } from "../../src/core/kernel/ids.ts";
import type { WallView } from "../../src/core/papers/views.ts";
import { answerWithFiles } from "../../src/flows/answer-with-files.ts";
import { PaperFault, type PaperMaking } from "../../src/flows/make-paper.ts";
import type { PhotoKeeping } from "../../src/flows/photos.ts";
import { plainText, type Reply } from "../../src/flows/reply.ts";
import type { Past } from "../support/fold.ts";
import { given } from "../support/given.ts";
import { grouping } from "../support/idea-groups.ts";
import { officePerson, onMeetingDay, smallCommittee, voter } from "../support/small-committee.ts";
import { message, now } from "./conversation.ts";

const noPhotos: PhotoKeeping = { keep: async () => undefined, settle: () => undefined, show: async () => undefined };

type Answer = { readonly reply: Reply; readonly drawn: readonly WallView[] };

async function picture(
  { state }: Past,
  wish: { readonly person?: PersonId; readonly everywhere?: true } = {},
  fault?: PaperFault,
): Promise<Answer> {
  const drawn: WallView[] = [];
  const papers: PaperMaking = {
    make: () => Promise.reject(new Error("no paper was asked for")),
    makeData: () => Promise.reject(new Error("no data were asked for")),
    render: () => Promise.reject(new Error("nothing was to be rendered")),
    async drawWall(view, stem) {
      if (fault !== undefined) throw fault;
      drawn.push(view);
      const name = `${stem}.png`;
      return [
        { name, mediaType: "image/png", reference: name, picture: { width: 800, height: 600, caption: "Tafel" } },
      ];
    },
  };
  const { person = voter(3), ...query } = wish;
  const asked = { kind: "wallPicture", ...query } as const;
  const doing = { ...onMeetingDay, now, actor: person };
  return {
    reply: await answerWithFiles({ papers, photos: noPhotos, localOf }, state, asked, message("tafel bild"), doing),
    drawn,
  };
}

describe("the wall as a picture", () => {
  it("goes to where it was asked for, with a file", async () => {
    const { reply, drawn } = await picture(grouping());
    expect(plainText(reply)).toContain("Tafel des Workshops „Klausurtagung“ als Bild, Stand jetzt.");
    expect(reply.files.map(({ name }) => name)).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d-tafel-bild\.png$/)]);
    expect(reply.to.kind).toBe("account");
    expect(drawn).toHaveLength(1);
  });

  it("never holds what is hidden", async () => {
    const { reply, drawn } = await picture(grouping({ hidden: true }));
    expect(drawn).toEqual([]);
    expect(reply.files).toEqual([]);
    expect(plainText(reply)).toContain("verdeckt");
  });

  it("goes to all rooms only for those who moderate", async () => {
    const refused = await picture(grouping(), { everywhere: true });
    expect(plainText(refused.reply)).toBe(
      "Abgelehnt: In alle Räume schickt das Bild die Moderation.\n„tafel bild“ zeigt es nur hier.",
    );
    expect(refused.drawn).toEqual([]);
    const allowed = await picture(grouping(), { everywhere: true, person: officePerson });
    expect(allowed.reply.to).toEqual({ kind: "everyone" });
    expect(allowed.reply.files).toHaveLength(1);
  });

  it("is refused in words where there is no workshop, nothing on the wall, or no drawing", async () => {
    expect(plainText((await picture(given(smallCommittee()))).reply)).toContain("Es gibt noch keine Tafel");
    expect(plainText((await picture(grouping({ ideas: [] }))).reply)).not.toBe("");
    const failed = await picture(grouping(), {}, new PaperFault("Tafel: Das dauerte zu lange.", undefined));
    expect(plainText(failed.reply)).toContain("Tafel: Das dauerte zu lange.");
    expect(failed.reply.files).toEqual([]);
  });
});
