import { entries } from "../src/core/kernel/table.ts";
import { nearestIdea } from "../src/core/workshop/near-duplicates.ts";
import type { Idea } from "../src/core/workshop/state.ts";
import { atMost, type Figure, median, quantile } from "./figure.ts";
import { workshopPapers } from "./idea-papers.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";
import { votingCommittee } from "./voting-committee.ts";

const givers = 60;
const ideas = 300;
const rounds = 7;
/** Rounds that are not counted: a service has been running for a while when a workshop begins. */
const warmUps = 2;
/** Longest text of a card. */
const longest = 1000;

const beginnings = ["Mehr", "Weniger", "Gemeinsame", "Kürzere", "Bessere", "Verlässliche", "Offene", "Regelmäßige"];
const things = [
  "Plätze in der Kurzzeitpflege",
  "Formulare beim Jugendamt",
  "Fortbildungen für alle Träger",
  "Wege in die Beratung",
  "Absprachen zwischen Schule und Jugendhilfe",
  "Wohngruppen für Geschwister",
  "Treffs im Sozialraum",
];

/** No two are the same, many resemble each other. */
function ideaText(n: number): string {
  const [beginning, thing] = [beginnings[n % beginnings.length], things[n % things.length]];
  return `${beginning} ${thing}, Vorschlag ${n} aus Gruppe ${n % 9}`;
}

const card = (n: number, text: string): Idea => ({
  idea: n,
  workshop: 1,
  text,
  isWithdrawn: false,
  comments: [],
  support: new Set(),
  tags: new Set(),
  source: n,
});

/** Hinweis auf Dubletten für eine neue Idee bei 300 vorhandenen: cards as they are usual, and the longest there can be. */
function duplicateHints(): readonly Figure[] {
  const full = (n: number): string =>
    Array.from({ length: 30 }, (_, turn) => ideaText(n * 31 + turn))
      .join(" ")
      .slice(0, longest);
  return [
    atMost(`Dubletten-Hinweis bei ${ideas} Ideen`, median(hintTimes(ideaText)), 5, " ms"),
    atMost(`Dubletten-Hinweis bei ${ideas} Ideen zu ${longest} Zeichen`, median(hintTimes(full)), 5, " ms"),
  ];
}

function hintTimes(text: (n: number) => string): readonly number[] {
  const earlier = Array.from({ length: ideas }, (_, index) => card(index + 1, text(index + 1)));
  // The earlier ones were compared when they were given.
  nearestIdea(card(0, text(0)), earlier);
  return Array.from({ length: ideas }, (_, index) => {
    const given = card(ideas + 1, text(ideas + 1 + index));
    const began = performance.now();
    nearestIdea(given, earlier);
    return performance.now() - began;
  });
}

/** Ein Schwall: 300 ideas of 60 people at the same moment, each durable and confirmed to whoever gave it, none lost. */
async function burstOfIdeas(): Promise<Figure> {
  const slowest: number[] = [];
  for (let round = 1 - warmUps; round <= rounds; round += 1) {
    const times = await inTemporaryFolder(burstTimes);
    if (round >= 1) slowest.push(quantile(times, 0.99));
  }
  return atMost(`Schwall von ${ideas} Ideen, dauerhaft und bestätigt, p99`, median(slowest), 300, " ms");
}

async function burstTimes(folder: string): Promise<readonly number[]> {
  const { house, say, delivered } = await votingCommittee(folder, givers);
  for (const line of ['workshop planen "Klausur" 20.03.2028 9–16 Uhr', "workshop eröffnen", "phase ideen"])
    await say(1, line);
  await house.settled();
  const before = delivered();
  const began = performance.now();
  const times = await Promise.all(
    Array.from({ length: ideas }, async (_, index) => {
      const { kind } = await say((index % givers) + 1, `idee: ${ideaText(index + 1)}`);
      if (kind !== "handled") throw new Error(`an idea was not taken: ${kind}`);
      return performance.now() - began;
    }),
  );
  while (delivered() - before < ideas) await new Promise((resolve) => setImmediate(resolve));
  const all = performance.now() - began;
  const taken = entries(house.runner.state().workshops.ideas).length;
  if (taken !== ideas) throw new Error(`${taken} ideas stored, ${ideas} given`);
  process.stdout.write(`  bis zur letzten Antwort ${all.toFixed(0)} ms\n`);
  await house.close();
  return times;
}

/** Grenzen der Ideen im Workshop. */
export async function ideaFigures(): Promise<readonly Figure[]> {
  return [...duplicateHints(), await burstOfIdeas(), ...(await workshopPapers(ideaText))];
}
