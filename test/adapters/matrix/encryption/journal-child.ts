import { argv, stdout } from "node:process";
import { keep } from "./journal-store.ts";

/** Writes number after number, says each once it is committed, and compacts all the time. Killed by its parent. */
const [path = "", first = "1"] = argv.slice(2);
const kept = await keep(path, { smallestTail: 10_000 });
stdout.write("READY\n");
for (let number = Number(first); ; number += 1) {
  await kept.change((store) => {
    store.put({ number, text: "x".repeat(number % 700) }, `key-${number % 20}`);
    store.put(number, "last");
  });
  stdout.write(`${number}\n`);
}
