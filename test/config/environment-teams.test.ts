import { describe, expect, it } from "vitest";
import { readEnvironment } from "../../src/config/environment.ts";

const id = "0A1B2C3D-0000-4000-8000-000000000001";
const tenant = "0a1b2c3d-0000-4000-8000-0000000000aa";
const whole = {
  MicrosoftAppId: id,
  MicrosoftAppTenantId: tenant,
  MicrosoftAppPassword: "geheim",
  SITZUNGSDIENST_TEAMS_ADRESSE: "https://ag.example.org/",
};

function problemsOf(given: Record<string, string>): readonly string[] {
  const read = readEnvironment(given);
  return read.ok ? [] : read.error;
}

describe("the environment of Teams", () => {
  it("is read by the names of the Bot Framework, single tenant unless said otherwise", () => {
    expect(readEnvironment(whole)).toMatchObject({
      value: {
        teams: {
          appId: id.toLowerCase(),
          appType: "SingleTenant",
          tenant,
          tenants: [tenant],
          password: "geheim",
          address: "https://ag.example.org",
          isLocal: false,
        },
      },
    });
  });

  it("refuses everything else of Teams without an app id, which would switch authentication off", () => {
    for (const left of ["MicrosoftAppTenantId", "MicrosoftAppPassword", "SITZUNGSDIENST_TEAMS_ADRESSE"] as const)
      expect(problemsOf({ [left]: whole[left] })).toEqual([
        expect.stringMatching(/^MicrosoftAppId: .*keine Anmeldung/),
      ]);
    expect(problemsOf({ ...whole, MicrosoftAppId: "" })).toHaveLength(1);
  });

  it("names what is missing beside the app id", () => {
    const namesOf = (given: Record<string, string>): readonly string[] =>
      problemsOf(given).map((one) => one.split(":", 1)[0] ?? "");
    expect(namesOf({ MicrosoftAppId: id })).toEqual([
      "MicrosoftAppTenantId",
      "MicrosoftAppPassword",
      "SITZUNGSDIENST_TEAMS_ADRESSE",
    ]);
    const { MicrosoftAppPassword: _, ...withoutSecret } = whole;
    expect(namesOf({ ...withoutSecret, CertificateThumbprint: "ab" })).toEqual(["CertificateThumbprint"]);
    expect(namesOf({ ...withoutSecret, MicrosoftAppType: "UserAssignedMSI" })).toEqual([]);
    expect(namesOf({ ...whole, MicrosoftApPassword: "x", MicrosoftAppPasword: "x" })).toEqual(["MicrosoftAppPasword"]);
  });

  it("never answers every tenant there is", () => {
    const { MicrosoftAppTenantId: _, ...rest } = { ...whole, MicrosoftAppType: "MultiTenant" };
    expect(problemsOf(rest)).toEqual([
      expect.stringMatching(/^SITZUNGSDIENST_TEAMS_MANDANTEN: .*Mandanten-IDs nennen/),
    ]);
    expect(problemsOf({ ...rest, SITZUNGSDIENST_TEAMS_MANDANTEN: tenant })).toEqual([]);
  });

  it("takes a certificate in place of the secret, its line ends written out", () => {
    const { MicrosoftAppPassword: _, ...rest } = whole;
    const read = readEnvironment({ ...rest, CertificateThumbprint: "AB12", CertificatePrivateKey: "-----A\\nB" });
    expect(read).toMatchObject({
      value: { teams: { certificate: { thumbprint: "AB12", privateKey: "-----A\nB" }, password: undefined } },
    });
  });

  it("runs without authentication only if told so, only on this machine, and never beside an app id", () => {
    expect(readEnvironment({ SITZUNGSDIENST_TEAMS_LOKAL: "ja" })).toMatchObject({
      value: { teams: { isLocal: true } },
    });
    expect(problemsOf({ SITZUNGSDIENST_TEAMS_LOKAL: "ja", ...whole })).toEqual([
      expect.stringContaining("Der lokale Betrieb prüft keine Anmeldung"),
    ]);
    for (const place of ["0.0.0.0:3978", "192.168.1.5:3978", "[::]:3978", "example.org:80"])
      expect(problemsOf({ SITZUNGSDIENST_TEAMS_LOKAL: "ja", SITZUNGSDIENST_TEAMS_ANSCHLUSS: place })).toEqual([
        expect.stringContaining("darf nur auf 127.0.0.1 lauschen"),
      ]);
    expect(problemsOf({ SITZUNGSDIENST_TEAMS_LOKAL: "ja", SITZUNGSDIENST_TEAMS_ANSCHLUSS: "[::1]:80" })).toEqual([]);
  });

  it("refuses values that are none", () => {
    const wrong = {
      MicrosoftAppId: "app",
      MicrosoftAppType: "Multi",
      SITZUNGSDIENST_TEAMS_ADRESSE: "http://ag.example.org",
      SITZUNGSDIENST_TEAMS_ANSCHLUSS: "3978",
      SITZUNGSDIENST_TEAMS_MANDANTEN: "mandant",
      SITZUNGSDIENST_TEAMS_LOKAL: "true",
    };
    expect(problemsOf(wrong).map((one) => one.split(":", 1)[0])).toEqual(Object.keys(wrong));
    expect(problemsOf({ SITZUNGSDIENST_TEAMS_ANSCHLUSS: "127.0.0.1:70000" })[0]).toContain("Den Port gibt es nicht");
  });
});
