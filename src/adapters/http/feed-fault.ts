import type { FeedFaultCode } from "../../texts/feed-faults.ts";

/** Calendars cannot be served; what to do is said in `texts/feed-faults`. */
export class FeedFault extends Error {
  readonly code: FeedFaultCode;
  constructor(code: FeedFaultCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "FeedFault";
    this.code = code;
  }
}
