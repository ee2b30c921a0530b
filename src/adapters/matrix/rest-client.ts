import { LogLevel, LogService, MatrixClient } from "matrix-bot-sdk";
import { type Homeserver, type HomeserverRequest, type Json, Unanswered } from "./homeserver.ts";
import { type Attempt, createPatience, type Patience } from "./patience.ts";

export type RestClientOptions = {
  /** "https://matrix.example" */
  readonly url: string;
  readonly accessToken: string;
  /** The homeserver knows this device no longer. Told once; the request that met it is refused. */
  signedOut(): void;
  /** For the log: what is tried again, without addresses of people or contents. */
  note(code: string, detail: string): void;
};

/** Where the homeserver is asked from, and what else belongs to it. */
export type RestClient = Homeserver & {
  /** Puts bytes into the media store; says their `mxc:` address. */
  upload(bytes: Uint8Array, mediaType: string, name?: string): Promise<string>;
  /** What lies at an `mxc:` address, asked for once. Rejects with `Unanswered` too, and refuses what is larger. */
  download(server: string, media: string, largest: number): Promise<Uint8Array>;
  /** Since when and why the homeserver is not to be reached; undefined while it is. */
  trouble(): { readonly since: number; readonly why: string } | undefined;
  /** Ends what is under way with `Stopped`. */
  stop(): void;
};

type Method = "GET" | "POST" | "PUT" | "DELETE";

/**
 * The given SDK as REST client: all its helpers leave by `doRequest`, which here goes over fetch instead of the SDK's retired HTTP
 * package, and is patient (`patience.ts`).
 */
class PatientClient extends MatrixClient {
  private readonly patience: Patience;

  constructor(url: string, accessToken: string, patience: Patience) {
    super(url, accessToken);
    this.patience = patience;
  }

  /** The parameters are the SDK's. It names them `any`; whatever else it hands over is refused as no address. */
  override doRequest(
    method: Method,
    endpoint: string,
    query: Readonly<Record<string, unknown>> | null = null,
    body: unknown = null,
    timeout = 60_000,
    raw = false,
    contentType = "application/json",
    noEncoding = false,
  ): Promise<unknown> {
    const url = addressOf(this.homeserverUrl, endpoint, query ?? {});
    const isBytes = body instanceof Uint8Array;
    const payload = payloadOf(body);
    const type = isBytes ? contentType : "application/json";
    const attempt: Attempt = {
      name: `${method} ${nameOf(endpoint)}`,
      isSync: endpoint.endsWith("/sync"),
      isOnce: endpoint.endsWith("/createRoom"),
      answer: noEncoding ? "bytes" : "json",
      timeout,
      send: (signal) =>
        fetch(url, {
          method,
          redirect: "error",
          signal,
          headers: {
            ...(this.accessToken === "" ? {} : { authorization: `Bearer ${this.accessToken}` }),
            ...(payload === undefined ? {} : { "content-type": type }),
          },
          ...(payload === undefined ? {} : { body: payload }),
        }),
    };
    return this.patience
      .answerTo(attempt)
      .then(({ status, headers, body: read }) =>
        raw ? { statusCode: status, headers: Object.fromEntries(headers), body: read } : read,
      );
  }
}

export function createRestClient(options: RestClientOptions): RestClient {
  LogService.setLevel(LogLevel.ERROR);
  LogService.muteModule("MatrixHttpClient");
  const patience = createPatience(options);
  const client = new PatientClient(options.url, options.accessToken, patience);
  return {
    async send(method: Method, path: string, { query, body, timeout }: HomeserverRequest = {}): Promise<Json> {
      // An answer that is no JSON object is asked for again, so this one is.
      return (await client.doRequest(method, path, query ?? null, body ?? null, timeout)) as Json;
    },
    upload: (bytes, mediaType, name) => client.uploadContent(Buffer.from(bytes), mediaType, name),
    async download(server, media, largest) {
      const path = `/_matrix/client/v1/media/download/${encodeURIComponent(server)}/${encodeURIComponent(media)}`;
      const headers = { authorization: `Bearer ${options.accessToken}` };
      const { body } = await patience.answerTo({
        name: "GET /media/download",
        isSync: false,
        isOnce: true,
        answer: "bytes",
        largest,
        timeout: 60_000,
        send: (signal) => fetch(addressOf(options.url, path, {}), { redirect: "error", signal, headers }),
      });
      if (!(body instanceof Uint8Array)) throw new Unanswered("GET /media/download", "no bytes");
      return body;
    },
    trouble: patience.trouble,
    stop: patience.stop,
  };
}

function addressOf(server: string, endpoint: string, query: Readonly<Record<string, unknown>>): URL {
  const url = new URL(server.replace(/\/+$/, "") + endpoint);
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(one));
  }
  return url;
}

function payloadOf(body: unknown): Uint8Array<ArrayBuffer> | string | undefined {
  if (body === null || body === undefined) return undefined;
  return body instanceof Uint8Array ? bytesOf(body) : JSON.stringify(body);
}

/** Bytes on memory of their own, as fetch wants them. */
const bytesOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/** The request without rooms, people and events: "/rooms/…/send". */
function nameOf(endpoint: string): string {
  return endpoint
    .split("/")
    .filter((part) => /^[a-z][a-z_]*$/i.test(part))
    .join("/");
}
