/** Not delivered yet: the message waits, and comes again. `code` is what `status` tells of it. */
export class NotDelivered extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.name = "NotDelivered";
    this.code = code;
  }
}
