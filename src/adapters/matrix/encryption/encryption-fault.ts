import type { EncryptionFaultCode } from "../../../texts/matrix-encryption.ts";

/** Störung der Verschlüsselung: a fault of the world, with a sentence for each code in `texts`. */
export class EncryptionFault extends Error {
  readonly code: EncryptionFaultCode;
  constructor(code: EncryptionFaultCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "EncryptionFault";
    this.code = code;
  }
}
