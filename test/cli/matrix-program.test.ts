import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeWithSynapse } from "../support/matrix/describe-with-synapse.ts";
import { type Peer, startPeer } from "../support/matrix/peer.ts";
import { type Synapse, startSynapse } from "../support/matrix/synapse.ts";
import { type Ended, emptyFolder, printed, runProgram, startProgram } from "./run-program.ts";

const committeeFile = `name: AG 78 Frühe Hilfen
land: SH
seit: 2026-01-01
traeger:
  - name: Jugendamt
    art: oeffentlich
    personen:
      - { anrede: Frau, name: Vollmer, rolle: stimmberechtigt, aemter: [Geschäftsführung, Sprecher*in] }
  - name: Hebammenpraxis
    personen:
      - { anrede: Frau, name: Ahrens, rolle: stimmberechtigt }
aemter:
  - { titel: Geschäftsführung, art: geschaeftsfuehrung }
  - { titel: Sprecher*in, art: vorsitz }
raeume:
  - { schluessel: traeger, plattform: matrix, name: Träger, adresse: "ROOM" }
`;

/** As an office would do it, with the program's own commands. */
describeWithSynapse("the program in Matrix", () => {
  let synapse: Synapse;
  let office: Peer;
  let room: string;
  const cwd = emptyFolder();
  const bot = "@sitzungsdienst:localhost";
  let password = "";
  const env = (): Record<string, string> => ({
    SITZUNGSDIENST_MATRIX_SERVER: synapse.url,
    SITZUNGSDIENST_MATRIX_KONTO: bot,
    SITZUNGSDIENST_MATRIX_PASSWORT: password,
  });
  const run = (args: readonly string[], more: Record<string, string> = {}): Promise<Ended> =>
    runProgram(args, { cwd, env: more });

  beforeAll(async () => {
    synapse = await startSynapse({ messageRate: { perSecond: 0.2, burst: 10 } });
    ({ password } = await synapse.register("sitzungsdienst"));
    const login = await synapse.register("vollmer");
    await synapse.admin.overrideRateLimit(login.userId);
    office = await startPeer(synapse.url, login, { crossSign: true, onlySignedDevices: true });
    room = await office.call("createRoom", { encrypted: true });
    writeFileSync(join(cwd, "gremium.yaml"), committeeFile.replace("ROOM", room));
  });

  afterAll(async () => {
    await office?.stop();
    await synapse?.stop();
    rmSync(cwd, { recursive: true, force: true });
  });

  test("refuses a wrong password and a server that is none, each with what to do", async () => {
    const wrong = await run(["matrix", "login"], { ...env(), SITZUNGSDIENST_MATRIX_PASSWORT: "falsch" });
    expect(wrong.code).toBe(1);
    expect(wrong.errors).toContain("Der Matrix-Server hat die Anmeldung abgelehnt. Bitte Konto und Passwort");
    const nowhere = await run(["matrix", "login"], { ...env(), SITZUNGSDIENST_MATRIX_SERVER: "http://127.0.0.1:9" });
    expect(nowhere.errors).toContain("Unter dieser Adresse antwortet kein Matrix-Server.");
    expect((await run(["matrix", "logout"])).code).toBe(2);
  });

  test("signs in, signs its device, and says what the server's administrator should set", async () => {
    const limited = await run(["matrix", "login"], env());
    expect(limited.errors).toBe("");
    expect(limited.out).toContain(`Angemeldet als ${bot}, Gerät `);
    expect(limited.out).toContain("Das Gerät ist mit der Identität des Kontos bestätigt");
    expect(limited.out).toMatch(/Nach \d+ Nachrichten hat der Server gebremst/);
    expect(limited.out).toContain(`/override_ratelimit`);
    const session = join(cwd, "data", "matrix", "anmeldung.json");
    expect(statSync(session).mode & 0o777).toBe(0o600);
    expect(readFileSync(session, "utf8")).not.toContain(password);

    await synapse.admin.overrideRateLimit(bot);
    const again = await run(["matrix", "login"], env());
    expect(again.out).toContain(`Schon angemeldet als ${bot}`);
    expect(again.out).toContain("gingen ohne Bremse durch");
    expect(readFileSync(session, "utf8")).toContain(/Gerät (\w+)/.exec(limited.out)?.[1]);
  });

  test("asks for a committee before it serves one", async () => {
    const ended = await run(["start"]);
    expect(ended).toMatchObject({ code: 1, errors: expect.stringContaining("Bitte zuerst einlesen") });
  });

  test("serves the committee: a code from the command line links the office, which then opens a meeting", async () => {
    expect((await run(["import", "gremium.yaml", "--ja"])).code).toBe(0);
    expect((await run(["code", "Frau", "Volmer"])).errors).toContain("Frau Vollmer (Jugendamt)");
    const { out } = await run(["code", "Frau", "Vollmer"]);
    const code = /Code für Frau Vollmer \(Jugendamt\): (\S+)/.exec(out)?.[1] ?? "";
    expect(code).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/);

    const program = startProgram(["start"], { cwd });
    try {
      await printed(program, `ist in Matrix erreichbar, als ${bot}`);
      await office.call("invite", { room, userId: bot });
      const direct = await office.call("createRoom", { encrypted: true, isDirect: true, invite: [bot] });
      await office.waitFor((event) => event.room === direct && says("ich bin der Sitzungsdienst")(event));
      await office.call("sendText", { room: direct, text: `anmelden ${code}` });
      await office.waitFor((event) => event.room === direct && says("Frau Vollmer")(event));
      await office.call("sendText", { room, text: "!ag sitzung eröffnen" });
      const opened = await office.waitFor((event) => event.room === room && says("Die 1. Sitzung ist eröffnet")(event));
      expect(opened).toMatchObject({ encrypted: true, shield: { color: "none" } });
    } finally {
      const ended = new Promise((resolve) => program.on("exit", resolve));
      program.kill("SIGTERM");
      expect(await ended).toBe(0);
    }
  });

  test("stops with an alarm when the server has signed it out, and says so until it is signed in again", async () => {
    const program = startProgram(["start"], { cwd });
    let errors = "";
    program.stderr.on("data", (chunk: Buffer) => {
      errors += chunk.toString("utf8");
    });
    const ended = new Promise((resolve) => program.on("exit", resolve));
    await printed(program, "ist in Matrix erreichbar");
    const { deviceId } = sessionIn(cwd);
    await synapse.admin.logoutDevice(bot, deviceId);
    expect(await ended).toBe(1);
    expect(errors).toContain("ALARM: Der Matrix-Server kennt die Anmeldung nicht mehr");
    expect((await run(["status"])).out).toMatch(/Matrix: @sitzungsdienst:localhost ist seit \S+ abgemeldet/);
    expect((await run(["start"])).errors).toContain("Bitte neu anmelden: npx sitzungsdienst matrix login");

    const again = await run(["matrix", "login"], env());
    expect(again.out).toContain("Es wird ein neues Gerät angelegt");
    const next = startProgram(["start"], { cwd });
    await printed(next, "ist in Matrix erreichbar");
    const closed = new Promise((resolve) => next.on("exit", resolve));
    next.kill("SIGTERM");
    expect(await closed).toBe(0);
    expect((await run(["status"])).out).toContain(`Matrix: angemeldet als ${bot}.`);
  });

  test("does not start on a damaged store of keys, nor on a device whose keys are somewhere else", async () => {
    const keys = join(cwd, "data", "matrix", "schluessel");
    rmSync(keys, { recursive: true });
    expect((await run(["start"])).errors).toContain(
      "Dieses Gerät benutzt auf dem Matrix-Server schon andere Schlüssel",
    );
    mkdirSync(keys, { recursive: true });
    writeFileSync(join(cwd, "data", "matrix", "anmeldung.json"), "{");
    expect((await run(["start"])).errors).toContain(
      "Die Matrix-Anmeldung (anmeldung.json im Ordner »matrix«) ist nicht lesbar.",
    );
  });

  const says = (text: string) => (event: { sender: string; content: { readonly [key: string]: unknown } }) =>
    event.sender === bot && String(event.content["body"]).includes(text);
});

function sessionIn(cwd: string): { readonly deviceId: string } {
  return JSON.parse(readFileSync(join(cwd, "data", "matrix", "anmeldung.json"), "utf8")) as { deviceId: string }; // written by the program
}
