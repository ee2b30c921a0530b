import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VIEW_SCHEMAS } from "../../../src/adapters/documents/view-schemas.ts";
import type { CommitteeState } from "../../../src/core/committee/state.ts";
import { agendaView } from "../../../src/core/papers/agenda-view.ts";
import { attendanceView } from "../../../src/core/papers/attendance-view.ts";
import { minutesView } from "../../../src/core/papers/minutes-view.ts";
import type { PaperKind, PaperViews } from "../../../src/core/papers/paper-kinds.ts";
import { publicVersion } from "../../../src/core/papers/public-version.ts";
import { reportView } from "../../../src/core/papers/report-view.ts";
import type { Past } from "../../support/fold.ts";
import { paperContext } from "../../support/paper-context.ts";
import { HIDDEN, randomMeeting } from "../../support/random-meeting.ts";
import { segeberg } from "../../support/segeberg-events.ts";
import { sourcedParts, unsourcedTexts } from "../../support/sourced-parts.ts";

type AnyView = { readonly [Kind in PaperKind]: { readonly kind: Kind; readonly view: PaperViews[Kind] } }[PaperKind];

function viewsOf(state: CommitteeState): readonly AnyView[] {
  return [
    { kind: "agenda", view: agendaView(state, 1, paperContext) },
    { kind: "attendance", view: attendanceView(state, 1, paperContext) },
    { kind: "minutes", view: minutesView(state, 1, paperContext) },
    { kind: "report", view: reportView(state, 1, paperContext) },
  ];
}

/** Paths of parts whose sources are no events of the stream, or were taken back. */
function badSources(past: Past, view: unknown): readonly string[] {
  const reverted = new Set(past.stream.flatMap(({ event }) => (event.type === "EntryReverted" ? event.reverted : [])));
  const known = new Set(past.stream.map(({ meta }) => meta.version).filter((version) => !reverted.has(version)));
  return sourcedParts(view)
    .filter(({ sources }) => sources.length === 0 || !sources.every((one) => typeof one === "number" && known.has(one)))
    .map(({ path, sources }) => `${path}: ${sources.join(", ")}`);
}

describe("the papers of any meeting", () => {
  it("say nothing that does not stem from an event of this committee that still counts", () => {
    fc.assert(
      fc.property(randomMeeting, (past) => {
        for (const { kind, view } of viewsOf(past.state)) {
          expect(badSources(past, view), kind).toEqual([]);
          expect(unsourcedTexts(view), kind).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("fit the schemas of the templates, internal and public", () => {
    fc.assert(
      fc.property(randomMeeting, (past) => {
        for (const { kind, view } of viewsOf(past.state)) {
          expect(VIEW_SCHEMAS[kind].safeParse(view).error?.issues ?? [], kind).toEqual([]);
          const narrowed = publicVersion(kind, view as never); // kind and view belong together
          expect(VIEW_SCHEMAS[kind].safeParse(narrowed).error?.issues ?? [], kind).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("show nothing of a non-public item and no internal note in public", () => {
    fc.assert(
      fc.property(randomMeeting, (past) => {
        for (const { kind, view } of viewsOf(past.state)) {
          const narrowed = publicVersion(kind, view as never); // kind and view belong together
          expect(JSON.stringify(narrowed), kind).not.toContain(HIDDEN);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("never show how somebody voted, but in an internal roll call", () => {
    fc.assert(
      fc.property(randomMeeting, (past) => {
        const minutes = minutesView(past.state, 1, paperContext);
        const motions = minutes.items.flatMap((item) => item.motions);
        for (const ballot of motions.flatMap((motion) => motion.ballot ?? []))
          if (ballot.mode !== "rollCall") expect(ballot.rollCall).toEqual([]);
        const narrowed = publicVersion("minutes", minutes);
        expect(JSON.stringify(narrowed)).not.toMatch(/"rollCall":\[\{/);
      }),
      { numRuns: 60 },
    );
  });

  it("are random enough: motions, ballots of each mode, elections, corrections and hidden things come about", () => {
    const pasts = fc.sample(randomMeeting, { numRuns: 300, seed: 7 });
    const types = new Set(pasts.flatMap((past) => past.stream.map(({ event }) => event.type)));
    for (const wanted of ["MotionDecided", "BallotClosed", "SecretVoteCast", "ElectionAccepted", "EntryReverted"])
      expect(types).toContain(wanted);
    const views = pasts.map((past) => JSON.stringify(viewsOf(past.state)));
    expect(views.filter((text) => text.includes(HIDDEN)).length).toBeGreaterThan(100);
    expect(views.filter((text) => /"rollCall":\[\{/.test(text)).length).toBeGreaterThan(0);
  });
});

describe("the search for sentences without source", () => {
  const past = segeberg();
  const report = reportView(past.state, 1, paperContext);

  it("finds a source that is no event, an empty list, and a text without sources", () => {
    expect(badSources(past, report)).toEqual([]);
    const [first, ...others] = report.summary;
    expect(badSources(past, { ...report, summary: [{ ...first, sources: [9999] }, ...others] })).toHaveLength(1);
    expect(badSources(past, { ...report, summary: [{ ...first, sources: [] }, ...others] })).toHaveLength(1);
    expect(unsourcedTexts({ ...report, summary: [{ text: "Alle waren zufrieden." }, ...others] })).toEqual([
      ".summary[0]",
    ]);
  });
});
