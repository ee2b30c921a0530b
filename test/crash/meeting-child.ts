/**
 * A meeting to be killed. Opens the real house on a folder and works through the script; tells what was sent, what was handled and
 * what was delivered, each line before the next thing happens. Usage: node meeting-child.ts ORDER, an `Order` as JSON.
 */
import { writeSync } from "node:fs";
import { argv, exit } from "node:process";
import { fingerprint, keyOf, openCrashHouse, sendTo } from "../support/meeting-crash-house.ts";
import type { Order } from "../support/meeting-crash-lane.ts";
import { type ScriptMessage, scripts, stepsOf } from "../support/meeting-crash-script.ts";

// Written by the lane, which knows the shape.
const order = JSON.parse(argv[2] ?? "") as Order;

/** Whole lines, also while the parent is slow to read and the pipe is full. */
function say(line: string): void {
  const bytes = Buffer.from(`${line}\n`);
  let written = 0;
  while (written < bytes.length) written += writtenFrom(bytes, written);
}

function writtenFrom(bytes: Uint8Array, start: number): number {
  try {
    return writeSync(1, bytes, start);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EAGAIN") return 0;
    throw error;
  }
}

say("OPENING");
const house = openCrashHouse(order.folder, (entry) => say(`DELIVERED ${entry.id} ${fingerprint(entry)}`));
house.startDelivering();
say("READY");

async function send(message: ScriptMessage, key: string): Promise<void> {
  // The control that must lose work on a kill.
  if (order.control === "acknowledge-first") say(`HANDLED ${message.number} handled`);
  const { kind } = await sendTo(house, message, key);
  if (order.control !== "acknowledge-first") say(`HANDLED ${message.number} ${kind}`);
}

const again = new Set(order.again);
// The control that must apply things twice: a platform that gives a repeated message a new key.
const keyOfRepeated = (number: number) =>
  order.control === "new-keys" ? `${keyOf(number)}-life${order.life}` : keyOf(number);

let step = 0;
for (const { messages, endsRound } of stepsOf(scripts[order.script])) {
  if (step < order.from) {
    // All at once, as a platform does that was waiting.
    await Promise.all(
      messages.filter(({ number }) => again.has(number)).map((one) => send(one, keyOfRepeated(one.number))),
    );
  } else {
    say(`STEP ${step}`);
    await Promise.all(messages.map((one) => send(one, keyOf(one.number))));
    if (order.finish && endsRound) break;
  }
  step += 1;
}

await house.settled();
await house.close();
say("DONE");
exit(0);
