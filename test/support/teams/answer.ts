import type { Json } from "./json.ts";

/** What a request is answered with. */
export type Answer = {
  readonly status: number;
  readonly body?: Json;
  /** In place of a body. */
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A refusal in the form of the connector. */
export const refused = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } },
});
