/**
 * The connector did not take it. `isUnclear`: it may have taken it nevertheless. `retryAfter`: milliseconds it asks us to wait.
 */
export class ConnectorRefusal extends Error {
  /** 0: no answer came. */
  readonly status: number;
  readonly code: string;
  readonly retryAfter: number | undefined;
  readonly isUnclear: boolean;
  constructor(status: number, code: string, extras: { retryAfter?: number; isUnclear?: boolean } = {}) {
    super(`${status} ${code}`);
    this.name = "ConnectorRefusal";
    this.status = status;
    this.code = code;
    this.retryAfter = extras.retryAfter;
    this.isUnclear = extras.isUnclear ?? false;
  }
}

/** True where trying again later is what the answer asks for. */
export const isPassing = ({ status }: ConnectorRefusal): boolean =>
  status === 0 || status === 408 || status === 412 || status === 429 || status >= 500;
