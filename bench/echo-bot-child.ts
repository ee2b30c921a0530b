/** The plain echo bot of the SDK, as its own examples write it. Usage: node echo-bot-child.ts URL TOKEN FILE; says READY. */
import { argv } from "node:process";
import { AutojoinRoomsMixin, LogLevel, LogService, MatrixClient, SimpleFsStorageProvider } from "matrix-bot-sdk";

const [, , url = "", token = "", file = ""] = argv;
LogService.setLevel(LogLevel.ERROR);
const client = new MatrixClient(url, token, new SimpleFsStorageProvider(file));
AutojoinRoomsMixin.setupOnClient(client);
const me = await client.getUserId();
client.on(
  "room.message",
  async (room: string, event: { sender: string; content?: { msgtype?: string; body?: string } }) => {
    if (event.sender === me || event.content?.msgtype !== "m.text") return;
    await client.sendNotice(room, event.content.body ?? "");
  },
);
await client.start();
process.stdout.write("READY\n");
