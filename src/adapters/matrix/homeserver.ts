/** What comes from or goes to a homeserver: JSON, of which nothing is known before it is looked at. */
export type Json = { readonly [key: string]: unknown };

export type HomeserverRequest = {
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: object;
  /** Milliseconds until an attempt counts as failed; 60 000 by default. */
  readonly timeout?: number;
};

/**
 * Der Homeserver, as everything here talks to it. Retries by itself whatever may pass (429, 5xx, broken connections, pages that are
 * no JSON); rejects with `HomeserverRefusal` on a definite answer, with `Stopped` when this program is about to end, and a room that
 * may have been made with `Unanswered`.
 */
export type Homeserver = {
  send(method: "GET" | "POST" | "PUT" | "DELETE", path: string, request?: HomeserverRequest): Promise<Json>;
};

/** A definite "no" of the homeserver. */
export class HomeserverRefusal extends Error {
  readonly status: number;
  /** "M_FORBIDDEN", "M_UNKNOWN_TOKEN", … */
  readonly code: string;
  readonly body: Json;
  constructor(status: number, body: Json, request: string) {
    const code = typeof body["errcode"] === "string" ? body["errcode"] : "M_UNKNOWN";
    const { error } = body;
    super(`${request}: ${status} ${code}${typeof error === "string" ? ` ${error.slice(0, 200)}` : ""}`);
    this.name = "HomeserverRefusal";
    this.status = status;
    this.code = code;
    this.body = body;
  }
}

/** Carried out or not: no answer came to what must not simply be asked again. Whoever asked has to look. */
export class Unanswered extends Error {
  constructor(request: string, why: string) {
    super(`${request}: ${why}`);
    this.name = "Unanswered";
  }
}

/** Nothing more is asked of the homeserver, because this program ends. */
export class Stopped extends Error {
  constructor() {
    super("stopped");
    this.name = "Stopped";
  }
}

export const CLIENT = "/_matrix/client/v3";
