import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { type BothScene, MATRIX_ROOM, openBothScene, TEAMS_ROOM } from "../../support/both-platforms-scene.ts";
import { describeWithSynapse } from "../../support/matrix/describe-with-synapse.ts";
import { PATIENCE } from "../../support/patience.ts";
import { cardText } from "../../support/teams/card-text.ts";
import type { Delivery } from "../../support/teams/courier.ts";
import { isJson, objectIn } from "../../support/teams/json.ts";
import { messageText } from "../../support/teams/sight.ts";

describeWithSynapse("one committee in a chat of Teams and in an encrypted room", () => {
  let scene: BothScene;
  let motions = 0;

  beforeAll(async () => {
    scene = await openBothScene();
    await scene.inTeams(scene.teams.anna, "sitzung eröffnen");
    await scene.readInBoth("Die 1. Sitzung ist eröffnet");
    await scene.inTeams(scene.teams.anna, "anwesend Frau Anna, Frau Bert, Frau Carla, Frau Dora, Frau Emil");
    await scene.readInBoth("ist beschlussfähig");
  });
  afterAll(() => scene?.stop());

  /** Opens a ballot on a new motion; its card in Teams. */
  async function openBallot(how = "") {
    motions += 1;
    await scene.inTeams(scene.teams.anna, `antrag: Vorschlag Nummer ${motions} wird umgesetzt.`);
    await scene.inTeams(scene.teams.anna, `abstimmung ${motions}${how}`);
    const opened = `Abstimmung eröffnet: Antrag ${motions},`;
    const [card] = await Promise.all([scene.readInTeams(opened), scene.readInMatrix(opened)]);
    return card;
  }

  async function close(): Promise<void> {
    await scene.inTeams(scene.teams.anna, "abstimmung schließen");
    await scene.readInBoth(new RegExp(`^Antrag ${motions} ist (?:einstimmig )?(?:beschlossen|abgelehnt)`, "m"));
  }

  const votesOf = (seat: string) =>
    scene
      .events()
      .flatMap((event) =>
        event.type === "VoteCast" && event.ballot === motions && event.seat === seat ? [event] : [],
      );
  const countsNow = () => {
    const closed = scene.events().findLast((event) => event.type === "BallotClosed");
    return closed?.type === "BallotClosed" ? { ...closed.counts, voted: closed.voted } : undefined;
  };

  test("votes of both platforms count in one roll, and both read how it ended", async () => {
    const { teams, matrix } = scene;
    const card = await openBallot();
    await teams.anna.clicks(card, "Ja");
    await scene.inTeams(teams.bert, "ja");
    await scene.handledInMatrix(await scene.inMatrix(matrix.emil, "nein"));
    await scene.readInBoth("Abgestimmt: 3 von 4 Stimmen.");
    await close();
    expect(countsNow()).toMatchObject({ yes: 2, no: 1, abstain: 0, voted: 3 });
    await scene.readInBoth("Angenommen: 2 Ja, 1 Nein, 0 Enthaltungen.");
    await scene.fake.waitFor(() => teams.anna.seesOf(card).text.includes("Angenommen: 2 Ja, 1 Nein, 0 Enthaltungen."));
  });

  test("a person with accounts on both has one vote, changes it from either, and is answered where she voted", async () => {
    const { teams, matrix } = scene;
    const card = await openBallot();
    const clicked = await teams.dora.clicks(card, "Ja");
    expect(answerOf(clicked)).toContain("Ihre Stimme für Träger Dora: Ja.");
    await scene.handledInMatrix(await scene.inMatrix(matrix.dora, "nein"));
    expect(votesOf("dora").map(({ person, vote }) => ({ person, vote }))).toEqual([
      { person: "dora", vote: { kind: "question", choice: "yes" } },
      { person: "dora", vote: { kind: "question", choice: "no" } },
    ]);
    await scene.fake.waitFor(() =>
      scene
        .toldInMatrix(matrix.dora)
        .some((text) => text.includes("Ihre Stimme für Träger Dora ist geändert: Nein statt Ja.")),
    );
    await close();
    expect(countsNow()).toMatchObject({ yes: 0, no: 1, voted: 1 });
    expect(teams.dora.sees(teams.dora.alone).filter(({ text }) => text.includes("Ihre Stimme"))).toEqual([]);
  });

  /** Who is started first; "settled": the other one only when that vote is on the disk. */
  const rounds = [
    "teams",
    "matrix",
    "teams",
    "matrix",
    "teams",
    "matrix",
    "teams",
    "matrix",
    "teams settled",
    "matrix settled",
  ];

  test(`two people of one Träger vote at the same moment, ${rounds.length} times: one counts, the other is told who voted`, {
    timeout: rounds.length * PATIENCE,
  }, async () => {
    const { teams, matrix } = scene;
    const winners: string[] = [];
    for (const round of rounds) {
      const card = await openBallot();
      const told = scene.toldInMatrix(matrix.carla).length;
      const both = await voteTogether(round, card);
      await scene.handledInMatrix(both.event);
      const votes = votesOf("hafen");
      expect(votes.map(({ ballot }) => ballot)).toEqual([motions]);
      const winner = String(votes[0]?.person);
      winners.push(winner);
      const news = await scene.fake.waitFor(() => {
        const now = scene.toldInMatrix(matrix.carla).slice(told);
        return now.length > 0 && now;
      });
      if (winner === "bert") {
        expect(answerOf(both.click)).toContain("Ihre Stimme für Träger Hafen: Ja.");
        expect(news).toEqual([expect.stringContaining("Für Träger Hafen hat schon Frau Bert (Träger Hafen) um ")]);
      } else {
        expect(answerOf(both.click)).toContain("Für Träger Hafen hat schon Frau Carla (Träger Hafen) um ");
        expect(news).toEqual([expect.stringContaining("Ihre Stimme für Träger Hafen: Nein.")]);
      }
      await close();
      expect(countsNow()).toMatchObject({ yes: winner === "bert" ? 1 : 0, no: winner === "bert" ? 0 : 1, voted: 1 });
    }
    expect(winners.slice(-2)).toEqual(["bert", "carla"]);
    // Who was refused stands nowhere where others read.
    expect([...scene.saidInTeams(), ...scene.saidInMatrix()].filter((text) => text.includes("hat schon"))).toEqual([]);
    expect(teams.bert.sees(teams.bert.alone).filter(({ text }) => text.includes("hat schon"))).toEqual([]);
  });

  type Card = Awaited<ReturnType<typeof openBallot>>;

  async function voteTogether(
    round: string,
    card: Card,
  ): Promise<{ readonly click: Delivery; readonly event: string }> {
    const { bert } = scene.teams;
    const { carla } = scene.matrix;
    const isSettled = round.endsWith("settled");
    if (round.startsWith("teams")) {
      const clicking = bert.clicks(card, "Ja");
      if (isSettled) await clicking;
      const event = await scene.inMatrix(carla, "nein");
      return { click: await clicking, event };
    }
    const event = await scene.inMatrix(carla, "nein");
    if (isSettled) await scene.handledInMatrix(event);
    return { click: await bert.clicks(card, "Ja"), event };
  }

  test("a homeserver that is down does not hold up Teams, and Matrix catches up", async () => {
    const { teams, matrix, synapse, bot } = scene;
    motions += 1;
    const text = `Antrag ${motions} ist`;
    await synapse.kill9();
    try {
      await scene.inTeams(teams.anna, `antrag: Vorschlag Nummer ${motions} wird umgesetzt.`);
      await scene.inTeams(teams.anna, `abstimmung ${motions}`);
      const card = await scene.readInTeams(`Abstimmung eröffnet: Antrag ${motions},`);
      expect(answerOf(await teams.bert.clicks(card, "Ja"))).toContain("Ihre Stimme für Träger Hafen: Ja.");
      await scene.inTeams(teams.anna, "abstimmung schließen");
      await scene.readInTeams(text);
      expect(scene.saidInMatrix().filter((one) => one.includes(text))).toEqual([]);
    } finally {
      await synapse.restart();
    }
    await scene.readInMatrix(text);
    const event = await scene.inMatrix(matrix.emil, "beschlussfähig");
    await scene.handledInMatrix(event);
    expect(
      scene.saidInMatrix().filter((one) => new RegExp(`^${text}`, "m").test(one) && !one.startsWith("* ")),
    ).toHaveLength(1);
    expect(bot.notes.filter((note) => note.startsWith("failed"))).toEqual([]);
  });

  test("a connector that refuses does not hold up Matrix, and Teams catches up, saying nothing twice", async () => {
    const { teams, matrix, fake } = scene;
    // Nothing of before is still on its way to Teams.
    await fake.waitFor(() => scene.bot.house.store.pending().length === 0);
    const rule = fake.faults.add({ path: /\/activities/, fault: { kind: "status", status: 503 } });
    onTestFinished(() => rule.remove());
    motions += 1;
    const text = `Antrag ${motions} ist`;
    await scene.handledInMatrix(
      await scene.inMatrix(matrix.emil, `antrag: Vorschlag Nummer ${motions} wird umgesetzt.`),
    );
    await scene.inTeams(teams.anna, `abstimmung ${motions}`);
    await scene.readInMatrix(`Abstimmung eröffnet: Antrag ${motions},`);
    await scene.handledInMatrix(await scene.inMatrix(matrix.emil, "ja"));
    await scene.inTeams(teams.anna, "abstimmung schließen");
    await scene.readInMatrix(text);
    expect(scene.saidInTeams().filter((one) => one.includes(text))).toEqual([]);
    // Microsoft's pace may hold it back for a while.
    await fake.waitFor(() => fake.calls.some(({ method, status }) => method === "POST" && status === 503));
    rule.remove();
    await scene.readInTeams(new RegExp(`^${text}`, "m"));
    await fake.waitFor(() => scene.saidInTeams().filter((one) => one.includes(text)).length === 2);
    // The card of the ballot, and the result.
    const said = scene.saidInTeams().filter((one) => one.includes(`Antrag ${motions}`));
    expect(said.map((one) => one.split("\n", 1)[0]?.slice(0, 20))).toEqual([
      `Antrag ${motions} von Frau Em`.slice(0, 20),
      "Abstimmung eröffnet: Antrag".slice(0, 20),
      "Angenommen: 1 Ja, 0 Nein".slice(0, 20),
    ]);
    expect(said.filter((one) => one.includes("Möglicherweise doppelt"))).toEqual([]);
  });

  /** What was said before this has arrived, if it ever does. */
  async function mark(word: string): Promise<void> {
    await scene.handledInMatrix(await scene.inMatrix(scene.matrix.emil, "beschlussfähig"));
    await scene.inTeams(scene.teams.anna, `feststellung: ${word}.`);
    await scene.readInBoth(`${word}.`);
  }

  test("what people say to each other stays in its room, unless the committee wants otherwise", async () => {
    const { teams, matrix, room, chat } = scene;
    await matrix.emil.sendText(room, "Guten Morgen aus dem Norden");
    await teams.bert.says(chat, "Moin aus dem Süden");
    await mark("Marke eins");
    expect([...scene.saidInTeams(), ...scene.saidInMatrix()].filter((one) => /Guten Morgen|Moin/.test(one))).toEqual(
      [],
    );
  });

  test("with Weiterleitung it appears in the other room, with name and room", async () => {
    const { teams, matrix, room, chat } = scene;
    const { description } = scene.bot.house.runner.state().membership;
    if (description === undefined) throw new Error("no committee");
    await scene.bot.house.runner.apply([{ type: "CommitteeDescribed", description: { ...description, relay: true } }]);
    await matrix.emil.sendText(room, "Ich bringe **Kuchen** mit, <at>Anna</at>");
    // What would be a mention is broken by a character without width.
    await scene.readInTeams(`(${MATRIX_ROOM}): Ich bringe **Kuchen** mit, <\u2060at>Anna<\u2060/at>`);
    const { message } = await teams.bert.says(chat, "Und ich <b>Tee</b> für !ag");
    const relayed = await scene.readInMatrix(`(${TEAMS_ROOM}): Und ich <b>Tee</b> für !ag`);
    expect(String(relayed.content["body"])).toBe(
      `Frau Bert (Träger Hafen) (${TEAMS_ROOM}): Und ich <b>Tee</b> für !ag`,
    );
    expect(String(relayed.content["formatted_body"] ?? "")).not.toContain("<b>");
    expect(messageText(message)).toContain("Tee");
    // Not back into the room where it was said, and a mention of nobody.
    expect(scene.saidInTeams().filter((one) => one.includes("Tee"))).toEqual([]);
    expect(scene.saidInMatrix().filter((one) => one.includes("Kuchen"))).toEqual([]);
    const [kuchen] = scene.fake
      .messagesIn(chat)
      .filter((one) => one.from === "bot" && messageText(one).includes("Kuchen"));
    expect(JSON.stringify(kuchen?.versions[0]?.activity)).not.toContain('"mentioned"');
  });

  test("nothing is passed on of people who belong to nothing, whatever they call themselves", async () => {
    const { teams, matrix, room, chat } = scene;
    await matrix.guest.sendText(room, "Ich bin die Vorsitzende");
    await teams.guest.says(chat, "Die Sitzung ist abgesagt");
    await mark("Marke zwei");
    expect([...scene.saidInTeams(), ...scene.saidInMatrix()].filter((one) => /Vorsitzende|abgesagt/.test(one))).toEqual(
      [],
    );
  });

  test("nothing is passed on while a secret ballot runs, and afterwards again", async () => {
    const { teams, matrix, room, chat } = scene;
    await openBallot(" geheim");
    await matrix.emil.sendText(room, "ich bin dagegen");
    await teams.bert.says(chat, "ich bin dafür");
    await mark("Marke drei");
    expect([...scene.saidInTeams(), ...scene.saidInMatrix()].filter((one) => /dagegen|dafür/.test(one))).toEqual([]);
    await scene.inTeams(teams.anna, "abstimmung abbrechen: Probe.");
    await scene.readInBoth(/abgebrochen/);
    await matrix.emil.sendText(room, "jetzt wieder");
    await scene.readInTeams(`(${MATRIX_ROOM}): jetzt wieder`);
  });

  test("agenda and speakers' list go on in both", async () => {
    const { teams, matrix } = scene;
    await scene.inTeams(teams.anna, 'top vorschlagen "Verschiedenes" ohne Beschluss');
    await scene.inTeams(teams.anna, "top 1");
    await scene.readInBoth("TOP 1: Verschiedenes");
    await scene.handledInMatrix(await scene.inMatrix(matrix.emil, "melden"));
    await scene.inTeams(teams.dora, "melden");
    await scene.readInBoth(/1\. Frau Emil \(Träger Emil\)\s+2\. Frau Dora/);
    await scene.inTeams(teams.anna, "nächste");
    await scene.readInBoth("Es spricht: Frau Emil (Träger Emil).");
    await scene.fake.waitFor(() => scene.toldInMatrix(matrix.emil).some((one) => one.includes("Sie haben das Wort.")));
    await scene.inTeams(teams.anna, "nächste");
    await scene.readInBoth("Es spricht: Frau Dora (Träger Dora).");
    await scene.fake.waitFor(() => scene.toldInMatrix(matrix.dora).some((one) => one.includes("Sie haben das Wort.")));
    await scene.fake.waitForMessage(teams.dora.alone, "Sie haben das Wort.");
    expect(scene.fake.violations).toEqual([]);
  });
});

/** What a click was answered with. */
const answerOf = ({ body }: Delivery): string => (isJson(body) ? cardText(objectIn(body, "value")) : "");
