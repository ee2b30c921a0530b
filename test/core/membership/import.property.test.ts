import fc from "fast-check";
import { expect, test } from "vitest";
import { seatId } from "../../../src/core/kernel/ids.ts";
import { addDays, type LocalDate } from "../../../src/core/kernel/local-date.ts";
import type { CommitteeFile } from "../../../src/core/membership/committee-file.ts";
import { decideMembership } from "../../../src/core/membership/decide.ts";
import type { MemberRole } from "../../../src/core/membership/events.ts";
import { periodsOf, recordOn } from "../../../src/core/membership/periods.ts";
import type { MembershipState } from "../../../src/core/membership/state.ts";
import {
  committeeFile,
  day,
  evolved,
  given,
  office,
  organization,
  organizationKey,
  person,
} from "./committee-fixture.ts";

const firstDay = day("2023-01-01");
const dayArbitrary = fc.nat({ max: 60 }).map((days) => addDays(firstDay, days));
const datesArbitrary = fc
  .record({ since: fc.option(dayArbitrary, { nil: undefined }), until: fc.option(dayArbitrary, { nil: undefined }) })
  .map(({ since, until }) => ({
    ...(since === undefined ? {} : { since }),
    ...(until === undefined || (since !== undefined && until < since) ? {} : { until }),
  }));

const organizationsArbitrary = fc
  .uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 })
  .chain((keys) =>
    fc.tuple(
      ...keys.map((key) =>
        fc
          .tuple(fc.integer({ min: 1, max: 2 }), datesArbitrary)
          .map(([seats, dates]) => organization(key, { seats }, dates)),
      ),
    ),
  );

const roleArbitrary = fc.constantFrom<MemberRole>("voting", "substitute", "advisory", "guest");

/** Files of one small committee that contradict each other in every way the office can think of. */
const fileArbitrary: fc.Arbitrary<CommitteeFile> = organizationsArbitrary.chain((organizations) => {
  const keys = organizations.map(({ record }) => record.organization);
  const personArbitrary = fc
    .tuple(fc.constantFrom("p", "q", "r", "s"), fc.constantFrom(...keys), roleArbitrary, datesArbitrary)
    .map(([key, from, role, dates]) => person(key, { role, salutation: "Frau" }, from, dates));
  return fc
    .tuple(
      fc.uniqueArray(personArbitrary, { selector: ({ record }) => record.person, maxLength: 4 }),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([people, hasOffices, isComplete]) =>
      committeeFile({
        organizations,
        people,
        ...(hasOffices
          ? {
              offices: [
                office(
                  "amt",
                  { holders: 9 },
                  people.filter(({ until }) => until === undefined).map(({ record }) => record.person),
                  isComplete,
                ),
              ],
            }
          : {}),
      }),
    );
});

const historyArbitrary = fc.array(fc.tuple(fileArbitrary, fc.nat({ max: 20 })), { minLength: 1, maxLength: 5 });

function imported(state: MembershipState, desired: CommitteeFile, today: LocalDate): MembershipState {
  const decision = decideMembership(state, { type: "ImportCommittee", desired, today });
  if (!decision.ok) throw new Error(JSON.stringify(decision.error));
  return evolved(state, decision.value);
}

function play(
  history: readonly (readonly [CommitteeFile, number])[],
  check: (state: MembershipState, file: CommitteeFile, today: LocalDate) => void,
) {
  let state = given();
  let today = addDays(firstDay, 10);
  for (const [file, days] of history) {
    today = addDays(today, days);
    state = imported(state, file, today);
    check(state, file, today);
  }
}

test("nach jeder Vorgeschichte ändert ein zweiter Import derselben Datei nichts", () => {
  fc.assert(
    fc.property(historyArbitrary, (history) => {
      play(history, (state, file, today) => {
        const again = decideMembership(state, { type: "ImportCommittee", desired: file, today });
        expect(again).toEqual({ ok: true, value: [] });
      });
    }),
    { numRuns: 400 },
  );
});

test("auch Tage später ändert dieselbe Datei nur, was inzwischen geendet hat", () => {
  fc.assert(
    fc.property(historyArbitrary, fc.nat({ max: 40 }), (history, days) => {
      play(history, (state, file, today) => {
        const later = decideMembership(state, { type: "ImportCommittee", desired: file, today: addDays(today, days) });
        const types = later.ok ? later.value.map(({ type }) => type) : ["refused"];
        expect(types.filter((type) => type !== "OfficeVacated")).toEqual([]);
      });
    }),
    { numRuns: 400 },
  );
});

test("nach dem Import ist das Gremium so, wie die Datei es will, und niemand sonst gehört dazu", () => {
  fc.assert(
    fc.property(historyArbitrary, (history) => {
      play(history, (state, file, today) => {
        const hasBegun = ({ record, since }: CommitteeFile["people"][number]) =>
          // Without a day in the file somebody begins on the day announced before, if there was one.
          since === undefined ? (state.people.get(record.person)?.from ?? today) <= today : since <= today;
        const expected = file.people.filter(
          (entry) => hasBegun(entry) && (entry.until === undefined || entry.until >= today),
        );
        for (const entry of expected) {
          const known = state.people.get(entry.record.person);
          expect(known).toMatchObject(entry.record);
          if (entry.until !== undefined) expect(known?.until).toBe(entry.until);
        }
        const members = [...state.people.values()].filter((one) => recordOn(one, today) !== undefined);
        const listed = file.people.map(({ record }) => record.person);
        expect(members.every(({ person: key }) => listed.includes(key))).toBe(true);
        expect(expected.every(({ record }) => members.some((one) => one.person === record.person))).toBe(true);
      });
    }),
    { numRuns: 400 },
  );
});

test("Zeiträume einer Person überschneiden sich nie", () => {
  fc.assert(
    fc.property(historyArbitrary, (history) => {
      play(history, (state) => {
        for (const known of state.people.values()) {
          const periods = periodsOf(known);
          for (let at = 1; at < periods.length; at++) {
            const before = periods[at - 1];
            expect(before?.until !== undefined && before.until < (periods[at]?.from ?? "")).toBe(true);
          }
        }
      });
    }),
    { numRuns: 400 },
  );
});

test("die Probe selbst kann scheitern: ein Import ohne Vergleich wäre nicht wiederholbar", () => {
  const file = committeeFile({ organizations: [organization("a")], people: [person("p", {}, "a")] });
  const state = imported(given(), file, firstDay);
  const other = { ...file, people: [person("p", { seat: seatId(organizationKey("a"), 1), function: "Leitung" }, "a")] };
  expect(decideMembership(state, { type: "ImportCommittee", desired: other, today: firstDay })).not.toEqual({
    ok: true,
    value: [],
  });
});
