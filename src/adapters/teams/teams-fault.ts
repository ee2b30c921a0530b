import type { TeamsFaultCode } from "../../texts/teams-faults.ts";

/** Teams cannot be served; what to do is said in `texts/teams-faults`. */
export class TeamsFault extends Error {
  readonly code: TeamsFaultCode;
  constructor(code: TeamsFaultCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "TeamsFault";
    this.code = code;
  }
}
