import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { committeeCodec } from "../../../src/adapters/storage/committee-codec.ts";
import type { CommitteeEvent, EventType } from "../../../src/core/committee/events.ts";
import { StorageFault, type StoredRecord } from "../../../src/flows/ports.ts";
import { arbitraryEvents } from "../../support/arbitrary-events.ts";

// Object.keys of a complete record: exactly the types.
const types = Object.keys(arbitraryEvents) as EventType[];

function stored(record: Pick<StoredRecord, "type" | "schema" | "data">): StoredRecord {
  return { ...record, version: 7, at: "2023-01-27T08:00:00.000Z", by: "system" };
}

function faultOf(act: () => unknown): StorageFault {
  try {
    act();
  } catch (error) {
    if (error instanceof StorageFault) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

/** The event as it was stored, with its data changed. */
function tampered(event: CommitteeEvent, change: (data: Record<string, unknown>) => void): StoredRecord {
  const record = committeeCodec.encode(event);
  const data: Record<string, unknown> = JSON.parse(record.data);
  change(data);
  return stored({ ...record, data: JSON.stringify(data) });
}

describe("the codec of a committee's events", () => {
  it.each(types)("gives back every %s as it was written, with and without its optional members", (type) => {
    const { some, full } = arbitraryEvents[type];
    fc.assert(
      fc.property(fc.oneof(some, full), (event) => {
        const record = committeeCodec.encode(event);
        expect(record).toMatchObject({ type, schema: type === "RulesAdopted" ? 2 : 1 });
        expect(committeeCodec.decode(stored(record))).toEqual(event);
      }),
      { numRuns: 40 },
    );
  });

  it.each(types)("refuses a %s with a missing member by type and path", (type) => {
    const { required, full } = arbitraryEvents[type];
    const [event] = fc.sample(full, { numRuns: 1, seed: 1 });
    if (event === undefined) throw new Error("no sample");
    for (const member of required) {
      const fault = faultOf(() => committeeCodec.decode(tampered(event, (data) => delete data[member])));
      expect(fault).toMatchObject({ code: "damaged", version: 7 });
      expect(fault.message).toContain(type);
      expect(fault.message).toContain(`${member}:`);
    }
  });

  it.each(types)("refuses a %s with a member of a wrong kind by type and path", (type) => {
    const [event] = fc.sample(arbitraryEvents[type].full, { numRuns: 1, seed: 1 });
    if (event === undefined) throw new Error("no sample");
    for (const member of Object.keys(event).filter((key) => key !== "type")) {
      for (const wrong of [{ wrong: 1 }, null, -1]) {
        const fault = faultOf(() =>
          committeeCodec.decode(
            tampered(event, (data) => {
              data[member] = wrong;
            }),
          ),
        );
        expect(fault.message).toContain(type);
        expect(fault.message).toContain(member);
      }
    }
  });

  it.each(types)("refuses a %s with a member that does not belong to it", (type) => {
    const [event] = fc.sample(arbitraryEvents[type].full, { numRuns: 1, seed: 1 });
    if (event === undefined) throw new Error("no sample");
    const fault = faultOf(() =>
      committeeCodec.decode(
        tampered(event, (data) => {
          data["surplus"] = 1;
        }),
      ),
    );
    expect(fault.message).toMatch(new RegExp(`${type}.*surplus`));
  });

  it("never writes the choice of a secret vote, even if a bug put it into the event", () => {
    const leaking = { type: "SecretVoteCast", ballot: 1, seat: "a", person: "b", vote: { kind: "abstain" } };
    // The compiler would not let it pass: this is what a bug behind a cast would look like.
    expect(() => committeeCodec.encode(leaking as unknown as CommitteeEvent)).toThrow(/SecretVoteCast.*vote/);
  });

  it("refuses a day that does not exist and a time that is none", () => {
    const scheduled = (appointment: unknown) =>
      committeeCodec.decode(
        stored({ type: "MeetingScheduled", schema: 1, data: JSON.stringify({ meeting: 1, appointment }) }),
      );
    expect(scheduled({ date: "2024-02-29", from: "09:00" })).toMatchObject({ appointment: { date: "2024-02-29" } });
    expect(faultOf(() => scheduled({ date: "2023-02-29" })).message).toContain("appointment.date");
    expect(faultOf(() => scheduled({ date: "2024-02-29", from: "24:00" })).message).toContain("appointment.from");
  });

  it("refuses an event of an unknown type and a shape of a later day", () => {
    expect(
      faultOf(() => committeeCodec.decode(stored({ type: "MeetingDreamt", schema: 1, data: "{}" }))),
    ).toMatchObject({ code: "unknown-event", message: expect.stringContaining("MeetingDreamt") });
    expect(
      faultOf(() => committeeCodec.decode(stored({ type: "MeetingResumed", schema: 2, data: "{}" }))),
    ).toMatchObject({ code: "unknown-event" });
  });
});

describe("rules of procedure stored before settings were renamed", () => {
  const adopted = (settings: object, profile = "ag78-standard", schema = 1): StoredRecord =>
    stored({ type: "RulesAdopted", schema, data: JSON.stringify({ rules: { title: "GO", profile, settings } }) });

  it("keep their ban of roll calls on procedure, with its paragraph", () => {
    const settings = { "vote.rollCallOnProcedure": { value: false, paragraph: "§ 53" }, "quorum.min": { value: 2 } };
    expect(committeeCodec.decode(adopted(settings))).toMatchObject({
      rules: {
        settings: { "vote.rollCallNotFor": { value: ["alle"], paragraph: "§ 53" }, "quorum.min": { value: 2 } },
      },
    });
  });

  it("lose a permission that now goes without saying", () => {
    const decoded = committeeCodec.decode(adopted({ "vote.rollCallOnProcedure": { value: true } }));
    expect(decoded).toEqual({
      type: "RulesAdopted",
      rules: { title: "GO", profile: "ag78-standard", settings: {} },
    });
  });

  it("are refused with a profile this program does not know, instead of being read as another", () => {
    const fault = faultOf(() => committeeCodec.decode(adopted({}, "ag99", 2)));
    expect(fault).toMatchObject({ code: "damaged" });
    expect(fault.message).toContain("unknown profile");
  });
});
