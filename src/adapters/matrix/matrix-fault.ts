import type { MatrixFaultCode } from "../../texts/matrix-faults.ts";

/** A fault of the connection to Matrix, by code; the sentence for people is in `texts`. */
export class MatrixFault extends Error {
  readonly code: MatrixFaultCode;
  constructor(code: MatrixFaultCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "MatrixFault";
    this.code = code;
  }
}
