import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { localOf } from "../src/adapters/clock/zone-time.ts";
import { createReadyChildren } from "../src/adapters/documents/ready-children.ts";
import { allFormats, createPaperMaking, prepareForPapers } from "../src/cli/paper-making.ts";
import type { CommitteeState } from "../src/core/committee/state.ts";
import type { Instant } from "../src/core/kernel/ids.ts";
import { entries, entry } from "../src/core/kernel/table.ts";
import { wallView } from "../src/core/papers/wall-view.ts";
import { makeDocumentation, makeWall, paperContext } from "../src/flows/make-paper.ts";
import { atMost, type Figure, median } from "./figure.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";
import { votingCommittee } from "./voting-committee.ts";

const givers = 60;
const ideas = 300;
const perGroup = 25;
const rounds = 5;
const limit = 1000;
/** Nobody asks for a paper in the moment in which the last one came. */
const between = 1000;
const now = "2028-03-20T10:00:00.000Z" as Instant;

/** Papiere eines Workshops mit 300 Ideen, each in all its formats, from the state to the files on the disk. */
export function workshopPapers(ideaText: (n: number) => string): Promise<readonly Figure[]> {
  return inTemporaryFolder(async (folder) => {
    const state = await heldWorkshop(folder, ideaText);
    const workshop = entry(state.workshops.workshops, 1);
    if (workshop === undefined) throw new Error("no workshop was held");
    const cacheFolder = join(folder, "cache");
    const children = createReadyChildren();
    await prepareForPapers(children, { cache: cacheFolder });
    const papers = createPaperMaking({
      templatesFolder: "templates",
      outgoingFolder: join(folder, "papers"),
      cacheFolder,
      formats: allFormats,
      runChild: children.run,
    });
    const documentation = (as: "paper" | "data") =>
      makeDocumentation(papers, state, workshop, { as, audience: "internal" }, now, localOf);
    return [
      await figure(`Tafel von ${ideas} Ideen, alle Formate`, () => makeWall(papers, state, workshop, now, localOf)),
      await figure(`Tafel als Bild von ${ideas} Ideen`, () =>
        papers.drawWall(wallView(state, workshop, paperContext(state, now, localOf)), "tafel-bild"),
      ),
      await figure(`Dokumentation von ${ideas} Ideen, alle Formate`, () => documentation("paper")),
      await figure(`Tabellen und JSON von ${ideas} Ideen, alle Formate`, () => documentation("data")),
    ];
  });
}

async function figure(name: string, make: () => Promise<readonly unknown[]>): Promise<Figure> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await setTimeout(between);
    const began = performance.now();
    const files = await make();
    if (files.length === 0) throw new Error(`${name}: no files`);
    times.push(performance.now() - began);
  }
  return atMost(name, median(times), limit, " ms");
}

async function heldWorkshop(folder: string, ideaText: (n: number) => string): Promise<CommitteeState> {
  const { house, say } = await votingCommittee(folder, givers);
  const said = async (text: string): Promise<void> => {
    const { kind } = await say(1, text);
    if (kind !== "handled") throw new Error(`not taken: ${text}`);
  };
  for (const line of ['workshop planen "Klausur" 20.03.2028 9–16 Uhr', "workshop eröffnen", "phase ideen"])
    await said(line);
  for (let from = 1; from <= ideas; from += perGroup) {
    const numbers = Array.from({ length: perGroup }, (_, index) => from + index);
    await said(`ideen:\n${numbers.map(ideaText).join("\n")}`);
  }
  await said("phase gruppieren");
  for (let from = 1; from <= ideas; from += perGroup) {
    const numbers = Array.from({ length: perGroup }, (_, index) => from + index);
    await said(`gruppe "Gruppe ab ${from}": ${numbers.join(", ")}`);
  }
  await said("workshop schließen");
  await house.settled();
  const state = house.runner.state();
  await house.close();
  const grouped = entries(state.workshops.ideas).filter(({ group }) => group !== undefined);
  if (grouped.length !== ideas) throw new Error(`${grouped.length} ideas in groups, ${ideas} given`);
  return state;
}
