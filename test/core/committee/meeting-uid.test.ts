import { describe, expect, it } from "vitest";
import { letterId, meetingOfUid, meetingUid, readLetterId } from "../../../src/core/committee/meeting-uid.ts";
import { planned } from "../../support/answered-invitations.ts";
import { given } from "../../support/given.ts";
import { instant, personKey } from "../../support/keys.ts";
import { smallCommittee } from "../../support/small-committee.ts";

describe("the calendar entry of a meeting", () => {
  it("has a name made of the number of the meeting and of when the committee was founded", () => {
    expect(meetingUid(planned().state, 1)).toBe("sitzung-1-20230127080000000@ag78.sitzungsdienst");
  });

  it("is found by its name, and no other committee's is", () => {
    const { state } = planned();
    const other = given(smallCommittee(), { at: instant("2024-01-01T00:00:00.000Z") }).state;
    expect(meetingOfUid(state, meetingUid(state, 1))).toBe(1);
    for (const uid of [meetingUid(state, 2), meetingUid(other, 1), "sitzung-1-", "", "x@example.org"])
      expect(meetingOfUid(state, uid), uid).toBeUndefined();
  });
});

describe("the name of a letter", () => {
  const key = { meeting: 3, edition: 2, person: personKey("mueller-lindenhof") };

  it("is read again, also out of the id of the mail", () => {
    const id = letterId(planned().state, key);
    expect(id).toBe("einladung-20230127080000000-3-2-mueller-lindenhof");
    for (const text of [id, `${id}@kreis.example`, `<${id}@kreis.example>`])
      expect(readLetterId(planned().state, text), text).toEqual(key);
  });

  it("is nothing else", () => {
    for (const text of [
      "",
      "<abc@example.org>",
      "einladung-20230127080000000-0-1-x",
      "einladung-20230127080000000-1-1-",
      "einladung-20230127080000000-1-1-x y",
      "xeinladung-20230127080000000-1-1-x",
      // Another committee's.
      "einladung-20240127080000000-1-1-x",
    ])
      expect(readLetterId(planned().state, text), text).toBeUndefined();
  });
});
