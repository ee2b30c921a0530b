import type { CalDavFaultCode } from "../../texts/caldav-faults.ts";
import { CalDavFault } from "./caldav-fault.ts";

export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

export type ServerRequest = {
  readonly method: "PROPFIND" | "MKCALENDAR" | "HEAD" | "PUT";
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Answers that are no fault. */
  readonly expected: readonly number[];
};

export type Answer = { readonly status: number; readonly etag: string | undefined };

export type ServerRequests = { send(request: ServerRequest): Promise<Answer> };

type Parts = {
  readonly account: string;
  readonly password: string;
  /** Milliseconds for one answer. */
  readonly timeout: number;
  readonly fetch: Fetch;
};

/** Anfragen an den Kalender-Server: one answer each, of which only status and ETag count. Rejects with `CalDavFault`. */
export function createServerRequests({ account, password, timeout, fetch }: Parts): ServerRequests {
  const authorization = `Basic ${Buffer.from(`${account}:${password}`, "utf8").toString("base64")}`;
  return {
    async send({ method, url, headers, body, expected }) {
      const response = await fetch(url, {
        method,
        headers: { ...headers, authorization },
        ...(body === undefined ? {} : { body }),
        // The password goes to nobody else.
        redirect: "manual",
        signal: AbortSignal.timeout(timeout),
      }).catch((error: unknown) => {
        throw new CalDavFault("unreachable", `${method} ${url.pathname}: ${reasonOf(error)}`, error);
      });
      const { status } = response;
      await response.body?.cancel();
      if (!expected.includes(status)) throw new CalDavFault(faultOf(status), `${method} ${url.pathname}: ${status}`);
      return { status, etag: strongTag(response.headers.get("etag")) };
    },
  };
}

function faultOf(status: number): CalDavFaultCode {
  if (status === 401 || status === 407) return "unauthorized";
  if (status === 412) return "conflict";
  if (status === 408 || status === 425 || status === 429 || status >= 500) return "server-busy";
  return "refused";
}

/** A weak one says nothing about the bytes, and `If-Match` never holds with it (RFC 9110 § 13.1.1). */
const strongTag = (tag: string | null): string | undefined =>
  tag !== null && /^"[^"\p{Cc}]*"$/u.test(tag) ? tag : undefined;

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const { cause } = error;
  return cause instanceof Error && "code" in cause ? String(cause.code) : error.name;
}
