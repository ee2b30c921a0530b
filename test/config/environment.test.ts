import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import { environmentExample, readEnvironment } from "../../src/config/environment.ts";
import { projectRoot } from "../../tools/step.ts";

function problemsOf(given: Record<string, string>): readonly string[] {
  const read = readEnvironment(given);
  return read.ok ? [] : read.error;
}

describe("the environment", () => {
  it("has a value for everything without any setting", () => {
    expect(readEnvironment({ PATH: "/bin" })).toEqual({
      ok: true,
      value: {
        dataFolder: "./data",
        keysFolder: "./data/schluessel",
        templatesFolder: undefined,
        committeeFile: undefined,
        matrix: { allowedServers: [], prefix: "!ag" },
        teams: { appType: "SingleTenant", host: "127.0.0.1", port: 3978, tenants: [], isLocal: false },
        mail: {},
      },
    });
  });

  it("reads how to sign in to Matrix, and names what is none", () => {
    expect(
      readEnvironment({
        SITZUNGSDIENST_MATRIX_SERVER: "https://matrix.example.org",
        SITZUNGSDIENST_MATRIX_KONTO: "@bot:example.org",
        SITZUNGSDIENST_MATRIX_PASSWORT: "",
        SITZUNGSDIENST_MATRIX_ERLAUBTE_SERVER: "example.org, traeger.example.net:8448",
      }),
    ).toMatchObject({
      value: {
        matrix: {
          server: "https://matrix.example.org",
          account: "@bot:example.org",
          password: undefined,
          allowedServers: ["example.org", "traeger.example.net:8448"],
        },
      },
    });
    const problems = problemsOf({
      SITZUNGSDIENST_MATRIX_SERVER: "matrix.example.org",
      SITZUNGSDIENST_MATRIX_KONTO: "bot",
      SITZUNGSDIENST_MATRIX_ERLAUBTE_SERVER: "https://example.org/",
      SITZUNGSDIENST_MATRIX_VORSILBE: "! ag",
    });
    expect(problems.map((one) => one.split(":", 1)[0])).toEqual([
      "SITZUNGSDIENST_MATRIX_SERVER",
      "SITZUNGSDIENST_MATRIX_KONTO",
      "SITZUNGSDIENST_MATRIX_ERLAUBTE_SERVER",
      "SITZUNGSDIENST_MATRIX_VORSILBE",
    ]);
  });

  it("puts the keys into the data folder unless they have their own", () => {
    expect(readEnvironment({ SITZUNGSDIENST_DATEN: "/srv/ag78" })).toMatchObject({
      value: { dataFolder: "/srv/ag78", keysFolder: "/srv/ag78/schluessel" },
    });
    expect(readEnvironment({ SITZUNGSDIENST_DATEN: "akte", SITZUNGSDIENST_SCHLUESSEL: "/k" })).toMatchObject({
      value: { dataFolder: "akte", keysFolder: "/k" },
    });
  });

  it("names an empty value, a control character and a path without end", () => {
    expect(problemsOf({ SITZUNGSDIENST_DATEN: "  " })).toEqual([
      "SITZUNGSDIENST_DATEN: Die Angabe ist leer. Bitte einen Ordner oder eine Datei nennen oder die Zeile weglassen.",
    ]);
    expect(problemsOf({ SITZUNGSDIENST_VORLAGEN: "vor\u0007lagen" })).toEqual([
      "SITZUNGSDIENST_VORLAGEN: Der Pfad enthält ein Steuerzeichen.",
    ]);
    expect(problemsOf({ SITZUNGSDIENST_GREMIUM: "x".repeat(1001) })).toEqual([
      "SITZUNGSDIENST_GREMIUM: Der Pfad ist zu lang.",
    ]);
  });

  it("does not pass over a misspelled name in silence", () => {
    expect(problemsOf({ SITZUNGSDIENST_DATTEN: "x", SITZUNGSDIENST_GREMIUM: "" })).toEqual([
      "SITZUNGSDIENST_DATTEN: Diese Einstellung gibt es nicht. Meinten Sie SITZUNGSDIENST_DATEN?",
      expect.stringContaining("SITZUNGSDIENST_GREMIUM: Die Angabe ist leer."),
    ]);
    expect(problemsOf({ SITZUNGSDIENST_XYZ: "x" })[0]).toContain("Bekannt sind: SITZUNGSDIENST_DATEN, ");
  });

  it("is described by .env.example", () => {
    expect(readFileSync(join(projectRoot, ".env.example"), "utf8")).toBe(environmentExample());
  });

  it("can be read from .env.example once its lines count", () => {
    const uncommented = environmentExample().replace(/^# (?=[A-Z]\w+=)/gm, "");
    const read = readEnvironment(parseEnv(uncommented));
    expect(read).toMatchObject({
      ok: true,
      value: {
        dataFolder: "./data",
        templatesFolder: "./templates",
        teams: { appId: expect.stringMatching(/^0{8}-/) },
      },
    });
  });
});
