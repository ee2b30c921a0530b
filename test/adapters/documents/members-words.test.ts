import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { TEMPLATE_FILES } from "../../../src/adapters/documents/paper-format.ts";
import { paperMeta } from "../../../src/adapters/documents/paper-meta.ts";
import { paperTree } from "../../../src/adapters/documents/render-paper.ts";
import { paperToHtml } from "../../../src/adapters/documents/to-html.ts";
import { paperToMarkdown } from "../../../src/adapters/documents/to-markdown.ts";
import { VIEW_SCHEMAS } from "../../../src/adapters/documents/view-schemas.ts";
import type { CommitteeEvent } from "../../../src/core/committee/events.ts";
import { minutesView } from "../../../src/core/papers/minutes-view.ts";
import { happened, nothingHappened } from "../../support/fold.ts";
import { day } from "../../support/keys.ts";
import { paperContext } from "../../support/paper-context.ts";
import {
  calledItem,
  firstSpokesperson,
  openMeeting,
  seat,
  smallCommittee,
  voter,
} from "../../support/small-committee.ts";
import { markdownStructure, structure, tags } from "./structure.ts";

/** What members say of their own accord, in every place of the minutes that prints it. */
const wordsOfMembers = (words: string): readonly CommitteeEvent[] => [
  {
    type: "InvitationRecorded",
    meeting: 1,
    sent: day("2023-01-20"),
    notInvited: [],
    missing: [],
    urgent: true,
    reason: words,
    timely: false,
    clearDays: 6,
    latest: day("2023-01-12"),
  },
  { type: "CallObjectionRaised", meeting: 1, person: voter(2), seat: seat(2), text: words, inTime: true },
  put(1, { kind: "procedural", wants: "appeal", text: words }),
  put(2, { kind: "deviation", text: words }),
  put(3, { kind: "recall", office: firstSpokesperson, title: "1. Sprecher*in", person: voter(3), reason: words }),
  put(4, { kind: "urgentItem", title: words }),
  { type: "MinutesSent", meeting: 1, sentOn: day("2023-01-30"), lastDay: day("2023-02-13") },
  {
    type: "MinutesObjectionRaised",
    objection: 1,
    meeting: 1,
    person: voter(2),
    text: words,
    reason: words,
    isInTime: true,
  },
  { type: "MinutesObjectionSettled", objection: 1, settledIn: 1, isAccepted: true, text: words },
];

function put(question: number, subject: Extract<CommitteeEvent, { type: "QuestionPut" }>["subject"]): CommitteeEvent {
  return { type: "QuestionPut", question, meeting: 1, item: 1, subject, mover: voter(1) };
}

const template = readFileSync(new URL(`../../../templates/${TEMPLATE_FILES.minutes}`, import.meta.url), "utf8");

function minutesWith(words: string) {
  const events = [...smallCommittee(), ...openMeeting(3), ...calledItem("Bedarfe"), ...wordsOfMembers(words)];
  const view = VIEW_SCHEMAS.minutes.parse(minutesView(happened(nothingHappened, events).state, 1, paperContext));
  const tree = paperTree(view, template, TEMPLATE_FILES.minutes);
  return { tree, markdown: paperToMarkdown(tree), html: paperToHtml(tree, paperMeta(tree, view.head)) };
}

describe("what members say, in the minutes", () => {
  const benign = minutesWith("Wort");

  it("stands in every place that prints it", () => {
    // Reason of the call, objection to it, four questions, objection to the minutes with its reason, and the new wording twice:
    // beside the objection and under the meeting that settled it.
    expect(benign.html.match(/(?<!\p{L})Wort(?!\p{L})/gu)).toHaveLength(10);
  });

  it.each(["<b>fett</b>", "# x", "{{x}}", "[a](http://b)", "- Punkt", "**fett**", "| a | b |", "> Zitat", "<script>"])(
    "stays a text: %s",
    (words) => {
      const { tree, markdown, html } = minutesWith(words);
      expect(structure(tree)).toEqual(structure(benign.tree));
      expect(markdownStructure(markdown)).toEqual(markdownStructure(benign.markdown));
      expect(tags(html)).toEqual(tags(benign.html));
      expect(html.replaceAll("&lt;", "<").replaceAll("&#x3C;", "<").replaceAll("&gt;", ">")).toContain(words);
    },
  );
});
