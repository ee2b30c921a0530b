import type { ConnectorClientOptions } from "botframework-connector";
import { z } from "zod";
import { ConnectorRefusal } from "./connector-refusal.ts";

type HttpClient = NonNullable<ConnectorClientOptions["httpClient"]>;

const PATIENCE = 15_000;
const LONGEST_ANSWER = 2_000_000;
/** Of these answers one cannot know whether the message was taken. */
const UNCLEAR = new Set([408, 500, 502, 504]);

/**
 * Our own exit to the connector: one attempt, bounded in time. The packages' own repetitions post a message again after a 502, so
 * that people read it twice, and do not repeat what Microsoft asks to repeat.
 */
export function connectorExit(patience = PATIENCE): HttpClient {
  return {
    async sendRequest(request) {
      const body = typeof request.body === "string" ? request.body : undefined;
      let response: Response;
      let text: string;
      try {
        response = await fetch(request.url, {
          method: request.method,
          headers: request.headers.toJson({ preserveCase: true }),
          ...(body === undefined ? {} : { body }),
          redirect: "error",
          signal: AbortSignal.timeout(patience),
        });
        text = await response.text();
      } catch (error) {
        throw unanswered(error);
      }
      if (!response.ok) throw refusalOf(response, text);
      if (text.length > LONGEST_ANSWER)
        throw new ConnectorRefusal(response.status, "answer-too-long", { isUnclear: true });
      // Nothing in the answer's headers is asked for; the packages only want some.
      return { request, status: response.status, headers: request.headers.clone(), bodyAsText: text };
    },
  };
}

/** Where no connection came about, nothing was taken. */
function unanswered(error: unknown): ConnectorRefusal {
  const cause: unknown = error instanceof Error ? (error.cause ?? error) : error;
  const code = cause instanceof Error ? codeOf(cause) : "unknown";
  const isUnclear = !["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"].includes(code);
  return new ConnectorRefusal(0, code, { isUnclear });
}

const codeOf = (error: Error): string => ("code" in error && typeof error.code === "string" ? error.code : error.name);

const errorBody = z.object({ error: z.object({ code: z.string().max(200) }) });

function refusalOf(response: Response, text: string): ConnectorRefusal {
  const code = errorBody.safeParse(json(text)).data?.error.code ?? `http-${response.status}`;
  const wait = retryAfter(response.headers.get("retry-after"));
  return new ConnectorRefusal(response.status, code, {
    ...(wait === undefined ? {} : { retryAfter: wait }),
    isUnclear: UNCLEAR.has(response.status),
  });
}

/** Seconds or a date, in milliseconds; at most an hour. */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const milliseconds = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(milliseconds) ? Math.min(3_600_000, Math.max(0, milliseconds)) : undefined;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
