import { argv, stdout } from "node:process";
import { createFakeHomeserver } from "./fake-homeserver.ts";
import { BOT, openSide } from "./house.ts";

/** Opens the keys of a folder in a process of its own, and says what came of it. */
const [folder = ""] = argv.slice(2);
try {
  const { encryption } = await openSide(createFakeHomeserver(), BOT, "BOT", folder);
  await encryption.stop();
  stdout.write("opened\n");
} catch (error) {
  stdout.write(`${error instanceof Error && "code" in error ? error.code : error}\n`);
}
