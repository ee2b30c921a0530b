import {
  type OlmMachine,
  type OutgoingRequest,
  RequestType,
  ToDeviceRequest,
} from "@matrix-org/matrix-sdk-crypto-wasm";
import { CLIENT, type Homeserver, HomeserverRefusal, type Json } from "../homeserver.ts";

/** Carries what the machine wants said to the homeserver, and the answers back. */
export type Pump = {
  /** One request, and what was answered; rejects if it is refused. */
  deliver(request: DeliverableRequest): Promise<Json>;
  /** Whatever waits, until nothing does. Refused requests are noted and left for the next time. */
  run(): Promise<void>;
  /** Some work of the machine waits for answers to requests of its own: they are carried meanwhile. */
  during<Result>(work: Promise<Result>): Promise<Result>;
};

export type DeliverableRequest = Exclude<OutgoingRequest, { readonly room_id: string } | { readonly rooms: string }>;

/** Milliseconds between two looks for new requests while work waits. */
const LOOK = 25;

const PATHS: Readonly<Partial<Record<RequestType, string>>> = {
  [RequestType.KeysUpload]: "upload",
  [RequestType.KeysQuery]: "query",
  [RequestType.KeysClaim]: "claim",
  [RequestType.SignatureUpload]: "signatures/upload",
};

export function createPump(machine: OlmMachine, homeserver: Homeserver, note: (refusal: string) => void): Pump {
  let running: Promise<void> | undefined;
  let isWanted = false;

  const pump: Pump = {
    async deliver(request) {
      const { id, type } = request;
      const answer = await send(homeserver, request);
      if (id !== undefined) await machine.markRequestAsSent(id, type, JSON.stringify(answer));
      return answer;
    },
    run() {
      isWanted = true;
      running ??= empty().finally(() => {
        running = undefined;
      });
      return running;
    },
    async during(work) {
      const look = () => void pump.run().catch(() => undefined);
      const timer = setInterval(look, LOOK);
      try {
        return await work;
      } finally {
        clearInterval(timer);
      }
    },
  };

  async function empty(): Promise<void> {
    // A call that comes during a round asks for one more.
    while (isWanted) {
      isWanted = false;
      for (const request of await machine.outgoingRequests()) await attempt(request);
    }
  }

  async function attempt(request: OutgoingRequest): Promise<void> {
    if ("room_id" in request || "rooms" in request) return; // verification inside a room, key backup: not done here
    try {
      await pump.deliver(request);
    } catch (error) {
      if (!(error instanceof HomeserverRefusal)) throw error;
      note(error.message);
    }
  }

  return pump;
}

async function send(homeserver: Homeserver, request: DeliverableRequest): Promise<Json> {
  const body: object = JSON.parse(request.body);
  if (request instanceof ToDeviceRequest) {
    // The machine's own number: a repeated request is delivered once.
    const path = `${encodeURIComponent(request.event_type)}/${encodeURIComponent(request.txn_id)}`;
    return homeserver.send("PUT", `${CLIENT}/sendToDevice/${path}`, { body });
  }
  return homeserver.send("POST", `${CLIENT}/keys/${PATHS[request.type]}`, { body });
}
