/** An endpoint that reads a message and answers 200, and does nothing else; says PORT and a number. */
import type { AddressInfo } from "node:net";
import express from "express";

const web = express();
web.post("/api/messages", express.json(), (_request, response) => void response.status(200).end());
const server = web.listen(0, "127.0.0.1", () => {
  // A server that listens on a port has an address of that kind.
  process.stdout.write(`PORT ${(server.address() as AddressInfo).port}\n`);
});
process.once("SIGTERM", () => {
  server.close();
  server.closeAllConnections();
});
