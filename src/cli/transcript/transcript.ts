import type { ClockSetting } from "../../adapters/console/clock-setting.ts";

/** Gesprächsverlauf: who says what where, and what must come back. The format is described in test/scenarios/LIESMICH.md. */
export type Transcript = {
  /** Committee file, as written. */
  readonly committee: string;
  readonly start: ClockSetting;
  /** Number from which every lot is drawn. */
  readonly chance: number;
  readonly steps: readonly Step[];
};

export type Say = {
  readonly kind: "say";
  readonly line: number;
  /** Name of the room; undefined: direct chat. */
  readonly room: string | undefined;
  readonly speaker: string;
  readonly text: string;
};

export type Step =
  | (Say & { readonly expected: readonly Expectation[] })
  /** Messages handled at the same moment. */
  | {
      readonly kind: "together";
      readonly line: number;
      readonly says: readonly Say[];
      readonly expected: readonly Expectation[];
    }
  /** What has come due by then happens. */
  | {
      readonly kind: "clock";
      readonly line: number;
      readonly setting: ClockSetting;
      readonly expected: readonly Expectation[];
    }
  /** A mail comes in from this address. */
  | {
      readonly kind: "mail";
      readonly line: number;
      readonly address: string;
      readonly text: string;
      readonly expected: readonly Expectation[];
    }
  | { readonly kind: "crash"; readonly line: number; readonly expected: readonly Expectation[] };

/** Where something must (or must not) appear. `here`: what the speaker sees; with `nicht`: anywhere. */
export type Where =
  | { readonly kind: "here" }
  | { readonly kind: "room"; readonly name: string }
  | { readonly kind: "person"; readonly name: string }
  /** What came by mail; the name is the address. */
  | { readonly kind: "mail"; readonly name: string }
  /** A file whose name contains this; `content`: what must stand in it, else the file has to be there. */
  | { readonly kind: "file"; readonly name: string; readonly isContent: boolean };

export type Expectation = {
  readonly line: number;
  readonly where: Where;
  readonly text: string;
  readonly isForbidden: boolean;
};

export type ParseProblem = { readonly line: number; readonly message: string };
