import { type Json, listIn, objectIn, textIn } from "./json.ts";

export type ConnectorAnswer = {
  readonly status: number;
  readonly body: Json;
  /** Code of a refusal. */
  readonly code: string | undefined;
  readonly retryAfter: string | null;
};

/** The connector, asked without a package and without retries. */
export type ConnectorClient = {
  call(method: string, path: string, body?: unknown): Promise<ConnectorAnswer>;
  send(conversation: string, message: string | Json): Promise<ConnectorAnswer>;
  /** All pages, with the number of members on each. */
  members(conversation: string, pageSize?: number): Promise<{ readonly ids: string[]; readonly pages: number[] }>;
};

export function connectorClient(serviceUrl: string, token: string, timeoutMs = 10_000): ConnectorClient {
  const call: ConnectorClient["call"] = async (method, path, body) => {
    const response = await fetch(`${serviceUrl}v3/conversations${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // A connector answers with an object or nothing; each field is looked at where it is used.
    const answer = (await response.json().catch(() => ({}))) as Json;
    const code = textIn(objectIn(answer, "error"), "code");
    return { status: response.status, body: answer, code, retryAfter: response.headers.get("retry-after") };
  };
  return {
    call,
    send: (conversation, message) =>
      call(
        "POST",
        `/${encodeURIComponent(conversation)}/activities`,
        typeof message === "string" ? { type: "message", text: message } : message,
      ),
    async members(conversation, pageSize) {
      const [ids, pages]: [string[], number[]] = [[], []];
      let token: string | undefined;
      do {
        const query = new URLSearchParams({
          ...(pageSize === undefined ? {} : { pageSize: String(pageSize) }),
          ...(token === undefined ? {} : { continuationToken: token }),
        });
        const { body } = await call("GET", `/${encodeURIComponent(conversation)}/pagedmembers?${query}`);
        const page = listIn(body, "members");
        ids.push(...page.map((member) => textIn(member, "id") ?? ""));
        pages.push(page.length);
        token = textIn(body, "continuationToken");
      } while (token !== undefined && pages.length < 20);
      return { ids, pages };
    },
  };
}

/** A message that is a card with these buttons. */
export const cardMessage = (text: string, actions: readonly Json[] = [], extras: Json = {}): Json => ({
  type: "message",
  attachments: [
    {
      contentType: "application/vnd.microsoft.card.adaptive",
      content: {
        type: "AdaptiveCard",
        version: "1.5",
        body: [{ type: "TextBlock", text }, ...(actions.length === 0 ? [] : [{ type: "ActionSet", actions }])],
        ...extras,
      },
    },
  ],
});
