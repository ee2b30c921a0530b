/** What can go wrong with a paper. `message` is a German sentence for the office; `template…` faults name file, line and path. */
export type DocumentFaultCode =
  | "template-missing"
  | "template-invalid"
  | "view-invalid"
  | "render-failed"
  | "timeout"
  | "child-crashed";

export type FaultPlace = { readonly file?: string; readonly line?: number; readonly path?: string };

export class DocumentFault extends Error {
  readonly code: DocumentFaultCode;
  readonly place: FaultPlace;
  constructor(code: DocumentFaultCode, message: string, place: FaultPlace = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "DocumentFault";
    this.code = code;
    this.place = place;
  }
}
