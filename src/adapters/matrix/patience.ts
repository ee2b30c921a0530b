import { setTimeout as delay } from "node:timers/promises";
import { HomeserverRefusal, type Json, Stopped, Unanswered } from "./homeserver.ts";

/** One request, which may have to be made several times. */
export type Attempt = {
  readonly name: string;
  /** A missed sync is asked for sooner again than anything else. */
  readonly isSync: boolean;
  /** A second time would do it once more. */
  readonly isOnce: boolean;
  readonly answer: "json" | "bytes";
  /** More bytes are refused. */
  readonly largest?: number;
  /** Milliseconds, until the last byte of the answer. */
  readonly timeout: number;
  send(signal: AbortSignal): Promise<Response>;
};

export type Answer = { readonly status: number; readonly headers: Headers; readonly body: unknown };

/**
 * Geduld: whatever may pass is tried again (429 after exactly the time it names, 5xx, time-outs, cut connections, pages that are no
 * JSON); a definite answer is a result or a `HomeserverRefusal`.
 */
export type Patience = {
  answerTo(attempt: Attempt): Promise<Answer>;
  trouble(): { readonly since: number; readonly why: string } | undefined;
  stop(): void;
};

type Options = { signedOut(): void; note(code: string, detail: string): void };

const FIRST_WAIT = 250;
const LONGEST_WAIT = 15_000;
const LONGEST_SYNC_WAIT = 5_000;
/** Every so many attempts the log hears of it. */
const NOTED = 5;

export function createPatience({ signedOut, note }: Options): Patience {
  const stopping = new AbortController();
  let trouble: { readonly since: number; readonly why: string } | undefined;
  let signOut: HomeserverRefusal | undefined;

  async function answerTo(attempt: Attempt): Promise<Answer> {
    for (let failures = 0; ; failures += 1) {
      if (stopping.signal.aborted) throw new Stopped();
      // Nothing more is asked by somebody who is not known.
      if (signOut !== undefined) throw signOut;
      const outcome = await outcomeOf(attempt);
      if (outcome.kind === "answer") {
        trouble = undefined;
        return outcome.answer;
      }
      if (outcome.kind === "refusal") {
        trouble = undefined;
        if (outcome.refusal.code === "M_UNKNOWN_TOKEN" && signOut === undefined) {
          signOut = outcome.refusal;
          signedOut();
        }
        throw outcome.refusal;
      }
      if (outcome.retryAfter === undefined && attempt.isOnce && !stopping.signal.aborted)
        throw new Unanswered(attempt.name, outcome.why);
      if (outcome.retryAfter === undefined)
        trouble ??= { since: performance.timeOrigin + performance.now(), why: outcome.why };
      const wait = outcome.retryAfter ?? waitAfter(failures, attempt.isSync);
      if (failures % NOTED === 0) note("retry", `${attempt.name}: ${outcome.why}, again in ${Math.round(wait)} ms`);
      await pause(wait);
    }
  }

  type Outcome =
    | { readonly kind: "answer"; readonly answer: Answer }
    | { readonly kind: "refusal"; readonly refusal: HomeserverRefusal }
    | { readonly kind: "passing"; readonly why: string; readonly retryAfter?: number };

  async function outcomeOf(attempt: Attempt): Promise<Outcome> {
    const deadline = deadlineOf(attempt.timeout, stopping.signal);
    try {
      const response = await attempt.send(deadline.signal);
      const { status, headers, ok } = response;
      if (ok && attempt.answer === "bytes") return await bytesOf(response, attempt);
      const body = jsonOf(await response.text());
      if (ok && body !== undefined) return { kind: "answer", answer: { status, headers, body } };
      if (ok) return { kind: "passing", why: "no JSON" };
      if (status === 429) return { kind: "passing", why: "429", retryAfter: retryAfterOf(headers, body) };
      if (isDefinite(status, body))
        return { kind: "refusal", refusal: new HomeserverRefusal(status, body ?? {}, attempt.name) };
      return { kind: "passing", why: String(status) };
    } catch (error) {
      return { kind: "passing", why: reasonOf(error) };
    } finally {
      deadline.clear();
    }
  }

  /** Read no further than they may be. */
  async function bytesOf(response: Response, { name, largest = Number.POSITIVE_INFINITY }: Attempt): Promise<Outcome> {
    const { status, headers } = response;
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > largest)
        return { kind: "refusal", refusal: new HomeserverRefusal(413, { errcode: "M_TOO_LARGE" }, name) };
      chunks.push(chunk);
    }
    return { kind: "answer", answer: { status, headers, body: Buffer.concat(chunks) } };
  }

  /** Ends early, and without an error, when all is to stop. */
  async function pause(milliseconds: number): Promise<void> {
    await delay(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);
  }

  return { answerTo, trouble: () => trouble, stop: () => stopping.abort() };
}

/** A homeserver's own "no" has a code, or names the ways to prove who one is; what is in front of it says no for a while, except to what is too large. */
function isDefinite(status: number, body: Json | undefined): boolean {
  if (status < 400 || status >= 500 || status === 408) return false;
  return typeof body?.["errcode"] === "string" || status === 413 || (status === 401 && Array.isArray(body?.["flows"]));
}

/**
 * Ends an attempt that takes too long, or with the program. By hand: `AbortSignal.any` leaves something behind at every request, which
 * adds up over months.
 */
function deadlineOf(milliseconds: number, stopping: AbortSignal) {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(new DOMException("no answer in time", "TimeoutError")), milliseconds);
  const stop = (): void => ending.abort(stopping.reason);
  stopping.addEventListener("abort", stop);
  return {
    signal: ending.signal,
    clear() {
      clearTimeout(timer);
      stopping.removeEventListener("abort", stop);
    },
  };
}

/** Doubled up to the longest, with a quarter of chance in it, so that many do not come back at the same moment. */
function waitAfter(failures: number, isSync: boolean): number {
  const longest = isSync ? LONGEST_SYNC_WAIT : LONGEST_WAIT;
  return Math.min(longest, FIRST_WAIT * 2 ** Math.min(failures, 10)) * (0.75 + Math.random() / 2);
}

/** As the homeserver says, in its body or its header; a second if it does not. */
function retryAfterOf(headers: Headers, body: Json | undefined): number {
  const told = body?.["retry_after_ms"];
  if (typeof told === "number" && told >= 0) return told;
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : 1000;
}

/** Arrays and objects; a bare word or number is no answer of a homeserver. */
function jsonOf(text: string): Json | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    // Arrays (the state of a room) are objects too.
    return typeof parsed === "object" && parsed !== null ? (parsed as Json) : undefined;
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const { cause } = error;
  return cause instanceof Error && "code" in cause ? String(cause.code) : error.name;
}
