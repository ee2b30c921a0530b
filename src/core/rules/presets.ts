import type { RulesOverrides } from "./rules.ts";
import { byDefault } from "./setting.ts";

/**
 * Voreinstellungen: what each shipped profile changes in "AG 78 Standard". The sources are the published rules and statutes they are
 * named after; whatever those leave open stays as in the standard. Every value is a default of this program, none is "the law".
 */
export const presetChanges = {
  /** AG 78 Haan, draft of 2009, §§ 3 and 4. */
  "haan-2009": {
    office: { chair: { title: byDefault("Vorsitz"), shared: byDefault(false) } },
    invite: { n: byDefault(10), binding: byDefault("should") },
    planning: { minPerYear: byDefault(3), beforeJHA: byDefault("P3W") },
    agenda: { public: byDefault(false) },
    election: { majority: byDefault("absolutePresent"), eligible: byDefault("votingFreeCarriers") },
  },
  /** §§ 32–38 BGB: no quorum, no proxy (§ 38), consent of all without a meeting (§ 32 Abs. 2), three quarters for the statutes (§ 33). */
  "verein-bgb": {
    membership: {
      votingUnit: byDefault("person"),
      publicCarrierSeats: byDefault(0),
      proxy: byDefault("none"),
      advisory: byDefault({ speak: true, move: false }),
    },
    office: { chair: { title: byDefault("Vorsitz"), shared: byDefault(false) }, management: byDefault("Vorstand") },
    invite: {
      extraordinary: byDefault({
        within: "P1M",
        ladung: { n: 14, count: "clear" },
        demand: { kind: "fraction", num: 1, den: 10, of: "members" },
      }),
    },
    quorum: { kind: byDefault("none"), presumption: byDefault(false) },
    majority: { firstTry: byDefault("vote") },
    umlauf: {
      majority: byDefault("allConsent"),
      quorum: byDefault({ moreThanHalf: false }),
      memberReplacesSubstitute: byDefault(false),
    },
    bias: { scope: byDefault("legalTransaction"), mustLeave: byDefault(false) },
    goChange: { threshold: byDefault({ num: 3, den: 4, basis: "cast" }) },
  },
  /** §§ 88–93 VwVfG, with § 20 for Befangenheit. */
  "vwvfg-ausschuss": {
    membership: { votingUnit: byDefault("person"), publicCarrierSeats: byDefault(0) },
    office: { chair: { title: byDefault("Vorsitz"), shared: byDefault(false) } },
    quorum: { presumption: byDefault(false) },
    majority: { firstTry: byDefault("vote"), tie: byDefault("chairCasting") },
    election: {
      majority: byDefault("relative"),
      sequence: byDefault(["ballot", "lot"]),
      multi: byDefault("dHondtUnlessUnanimous"),
      minShare: byDefault("none"),
      tie: byDefault("lot"),
    },
  },
  /** Nothing is voted on but elections and the rules of procedure; who objects stops a resolution. */
  "konsens-runde": {
    majority: { kind: byDefault("consensus"), consensusFallback: byDefault("adjourn") },
    umlauf: { majority: byDefault("allConsent") },
  },
  /** Tierschutzbeirat Rheinland-Pfalz, §§ 2–6 of its rules: one month, the chair's written procedure, the ministry's consent. */
  "beirat-streng": {
    membership: { votingUnit: byDefault("person"), publicCarrierSeats: byDefault(0) },
    office: {
      chair: { title: byDefault("Vorsitz"), shared: byDefault(false) },
      management: byDefault("Vorsitz"),
    },
    invite: { n: byDefault(1), unit: byDefault("month") },
    planning: { minPerYear: byDefault(2) },
    quorum: { presumption: byDefault(false) },
    majority: { firstTry: byDefault("vote") },
    election: {
      mode: byDefault("secret"),
      singleCandidateOpen: byDefault(false),
      sequence: byDefault(["ballot", "ballot", "runoff2", "lot"]),
    },
    umlauf: { admission: byDefault("chair") },
    goChange: { consentOf: byDefault("zuständiges Ministerium") },
  },
} satisfies Record<string, RulesOverrides>;
