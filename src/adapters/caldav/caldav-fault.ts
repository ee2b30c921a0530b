import type { CalDavFaultCode } from "../../texts/caldav-faults.ts";

/** The calendar server did not take what it was given; what to do is said in `texts/caldav-faults`. */
export class CalDavFault extends Error {
  readonly code: CalDavFaultCode;
  constructor(code: CalDavFaultCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "CalDavFault";
    this.code = code;
  }
}
