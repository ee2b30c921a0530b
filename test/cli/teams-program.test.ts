import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { PATIENCE } from "../support/patience.ts";
import { emptyFolder, printed, runProgram, startProgram } from "./run-program.ts";

const committeeFile = `name: AG 78 Frühe Hilfen
land: SH
seit: 2026-01-01
traeger:
  - name: Jugendamt
    art: oeffentlich
    personen: [{ anrede: Frau, name: Vollmer, rolle: stimmberechtigt, aemter: [Geschäftsführung] }]
aemter:
  - { titel: Geschäftsführung, art: geschaeftsfuehrung }
`;

/** Of those that Linux knows, the processes that this one started. */
const childrenOf = (parent: number): readonly number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
    .map(Number);

function parentOf(pid: string): number | undefined {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  } catch {
    return undefined; // it has ended meanwhile
  }
}

/** As whoever looks after it would meet it. */
describe("the program in Teams", () => {
  const cwd = emptyFolder();
  let other: Server;
  let taken = 0;

  beforeAll(async () => {
    writeFileSync(join(cwd, "gremium.yaml"), committeeFile);
    other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = other.address();
    taken = typeof address === "object" && address !== null ? address.port : 0;
  });

  afterAll(() => {
    other.close();
    rmSync(cwd, { recursive: true, force: true });
  });

  test("does not start without an app id, which would let everybody in", async () => {
    const env = { MicrosoftAppTenantId: "00000000-0000-4000-8000-000000000002", MicrosoftAppPassword: "x" };
    const { code, out, errors } = await runProgram(["start"], { cwd, env });
    expect(code).toBe(1);
    expect(errors).toContain("MicrosoftAppId: Für Teams fehlt die App-ID; ohne sie würde keine Anmeldung geprüft.");
    expect(out).toBe("");
  });

  test("does not start without authentication where others could reach it", async () => {
    const env = { SITZUNGSDIENST_TEAMS_LOKAL: "ja", SITZUNGSDIENST_TEAMS_ANSCHLUSS: "0.0.0.0:3978" };
    const { code, errors } = await runProgram(["start"], { cwd, env });
    expect(code).toBe(1);
    expect(errors).toContain("darf nur auf 127.0.0.1 lauschen");
  });

  test("asks for a committee first", async () => {
    const { code, errors } = await runProgram(["start"], { cwd, env: { SITZUNGSDIENST_TEAMS_LOKAL: "ja" } });
    expect(code).toBe(1);
    expect(errors).toContain("Bitte zuerst einlesen: npx sitzungsdienst import DATEI");
  });

  test("says so where the port is taken, and what to do, and that a room is missing where it is not", async () => {
    expect((await runProgram(["import", "gremium.yaml", "--ja"], { cwd })).errors).toBe("");
    const env = { SITZUNGSDIENST_TEAMS_LOKAL: "ja", SITZUNGSDIENST_TEAMS_ANSCHLUSS: `127.0.0.1:${taken}` };
    const { code, errors } = await runProgram(["start"], { cwd, env });
    expect(code).toBe(1);
    expect(errors).toContain("Bitte SITZUNGSDIENST_TEAMS_ANSCHLUSS prüfen");
    const program = startProgram(["start"], { cwd, env: { ...env, SITZUNGSDIENST_TEAMS_ANSCHLUSS: "127.0.0.1:0" } });
    const ended = new Promise((resolve) => program.on("exit", resolve));
    const said = await printed(program, "kein Raum mit plattform: teams");
    expect(said).toContain("ACHTUNG: Teams läuft im lokalen Betrieb.");
    program.kill("SIGTERM");
    expect(await ended).toBe(0);
  });

  test.skipIf(process.platform !== "linux")(
    "has what papers are made with waiting, and leaves none of it behind",
    async () => {
      const env = { SITZUNGSDIENST_TEAMS_LOKAL: "ja", SITZUNGSDIENST_TEAMS_ANSCHLUSS: "127.0.0.1:0" };
      const program = startProgram(["start"], { cwd, env });
      const ended = new Promise((resolve) => program.on("exit", resolve));
      const waiting = await vi.waitUntil(
        () => {
          const children = childrenOf(program.pid ?? 0);
          return children.length === 3 && children;
        },
        { timeout: PATIENCE },
      );
      program.kill("SIGTERM");
      expect(await ended).toBe(0);
      expect(waiting.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
    },
  );

  test("serves Teams while the homeserver of Matrix does not answer, and ends all the same", async () => {
    const folder = join(cwd, "data", "matrix");
    mkdirSync(folder, { recursive: true });
    const login = { url: "http://127.0.0.1:9", userId: "@bot:localhost", deviceId: "D", accessToken: "t" };
    writeFileSync(join(folder, "anmeldung.json"), JSON.stringify(login));
    const env = { SITZUNGSDIENST_TEAMS_LOKAL: "ja", SITZUNGSDIENST_TEAMS_ANSCHLUSS: "127.0.0.1:0" };
    const program = startProgram(["start"], { cwd, env });
    const ended = new Promise((resolve) => program.on("exit", resolve));
    await printed(program, "ist in Teams erreichbar");
    program.kill("SIGTERM");
    expect(await ended).toBe(0);
  });
});
