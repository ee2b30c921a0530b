/** JSON as a homeserver sends it: nothing is known before it is looked at. */
export type Json = Readonly<Record<string, unknown>>;

export type ApiRequest = {
  readonly token?: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** JSON, or bytes as they are. */
  readonly body?: object;
  readonly type?: string;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
};

/** Everything that is no 2xx. */
export class ApiError extends Error {
  readonly status: number;
  readonly errcode: string | undefined;
  readonly body: Json;
  constructor(request: string, status: number, body: Json) {
    super(`${request} → ${status} ${JSON.stringify(body)}`);
    this.name = "ApiError";
    this.status = status;
    this.errcode = typeof body["errcode"] === "string" ? body["errcode"] : undefined;
    this.body = body;
  }
}

/** One request, no retries. */
export async function apiCall(base: string, method: string, path: string, request: ApiRequest = {}): Promise<Json> {
  const response = await apiResponse(base, method, path, request);
  const body = await response.json().catch(() => ({}));
  // A homeserver answers with an object; each field is looked at where it is used.
  return body as Json;
}

export async function apiResponse(
  base: string,
  method: string,
  path: string,
  request: ApiRequest = {},
): Promise<Response> {
  const url = new URL(base + path);
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  const headers = new Headers();
  if (request.token !== undefined) headers.set("authorization", `Bearer ${request.token}`);
  if (request.body !== undefined) headers.set("content-type", request.type ?? "application/json");
  const timeout = AbortSignal.timeout(request.timeoutMs ?? 60_000);
  const response = await fetch(url, {
    method,
    headers,
    signal: request.signal === undefined ? timeout : AbortSignal.any([timeout, request.signal]),
    ...(request.body === undefined ? {} : { body: asBody(request.body) }),
  });
  if (response.ok) return response;
  const body = await response.json().catch(() => ({}));
  // As above.
  throw new ApiError(`${method} ${path}`, response.status, body as Json);
}

function asBody(body: object): string | Uint8Array<ArrayBuffer> {
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}

/** A field that has to be a string. */
export function textOf(json: Json, name: string): string {
  const value = json[name];
  if (typeof value !== "string") throw new Error(`"${name}" is no string in ${JSON.stringify(json).slice(0, 300)}`);
  return value;
}
