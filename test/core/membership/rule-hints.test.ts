import { describe, expect, it } from "vitest";
import type { CommitteeFile, OfficeEntry } from "../../../src/core/membership/committee-file.ts";
import type { OrganizationRecord, RulesRecord } from "../../../src/core/membership/events.ts";
import { hintsFor } from "../../../src/core/membership/import-hints.ts";
import { noMembership } from "../../../src/core/membership/state.ts";
import { day, officeKey, organizationKey } from "../../support/keys.ts";

const office: OrganizationRecord = {
  organization: organizationKey("jugendamt"),
  name: "Jugendamt",
  kind: "public",
  seats: 2,
};

function codes(
  settings: RulesRecord["settings"],
  organization: OrganizationRecord,
  offices: readonly OfficeEntry[] = [],
): readonly string[] {
  const file: CommitteeFile = {
    description: { name: "AG 78", land: "DE-SH", timeZone: "Europe/Berlin", meetingsBefore: 0 },
    organizations: [{ record: organization }],
    people: [],
    offices,
    rules: { title: "GO", profile: "ag78-standard", settings },
  };
  return hintsFor(noMembership, file, day("2023-01-27")).map(({ code }) => code);
}

describe("hints where file and GO do not fit together", () => {
  it("tell another number of public votes, only where the GO names one", () => {
    expect(codes({ "membership.publicCarrierSeats": { value: 1 } }, office)).toContain("PublicSeatsDiffer");
    expect(codes({ "membership.publicCarrierSeats": { value: 2 } }, office)).not.toContain("PublicSeatsDiffer");
    expect(codes({}, office)).not.toContain("PublicSeatsDiffer");
  });

  it("tell a chair held by two, where the GO gives it to one person", () => {
    const chair = { office: officeKey("vorsitz"), title: "Vorsitz", kind: "chair", holders: 2 } as const;
    const shared = (value: boolean) =>
      codes({ "office.chair.shared": { value } }, office, [{ record: chair, holders: [], isComplete: false }]);
    expect(shared(false)).toContain("ChairNotShared");
    expect(shared(true)).not.toContain("ChairNotShared");
  });

  it("tell what has no effect under the GO", () => {
    const resting = { ...office, suspended: true, contractUntil: day("2023-12-31") };
    expect(codes({}, resting).filter((code) => code === "NotInRules")).toHaveLength(2);
    const rules = { "membership.suspension": { value: true }, "membership.endsWith": { value: "contract" } };
    expect(codes(rules, resting)).not.toContain("NotInRules");
  });
});
