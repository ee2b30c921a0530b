/**
 * A process that carries out a due job and is killed in it. Usage: node due-job-child.ts FOLDER MOMENT. `decided`: the job was taken up, and
 * nothing is on the disk yet; `stored`: the commit is on the disk, and the first message of it is on its way.
 */
import { argv, kill, pid } from "node:process";
import type { Clock } from "../../src/flows/ports.ts";
import { atTheEnd, houseOn } from "../support/due-job-house.ts";

const [, , folder = "", moment = ""] = argv;
const end = (): never => {
  kill(pid, "SIGKILL");
  throw new Error("still alive");
};

/** Asked once for what is due, and then by the decision on the job. */
let asked = 0;
const clock: Clock = {
  now() {
    asked += 1;
    return moment === "decided" && asked === 2 ? end() : atTheEnd;
  },
};

const house = houseOn(folder, clock, ({ id }) => {
  if (moment === "stored" && id.startsWith("job:")) end();
});
house.startDelivering();
await house.settled();
asked = 0;
await house.runDueJobs();
await house.settled();
