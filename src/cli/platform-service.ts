import type { Platform } from "./platforms.ts";

/** Eine Plattform im Dienst: what is delivered through it, and how it is begun and ended. */
export type PlatformService = {
  readonly name: string;
  readonly platform: Platform;
  /** What is wrong with it now, in sentences. */
  alarms(): readonly string[];
  /** Resolves when it is reachable, to what whoever started the program should read. */
  start(): Promise<readonly string[]>;
  stop(): Promise<void>;
};

/** What a platform needs of the running program. */
export type ServiceParts = {
  note(code: string, detail?: string): void;
  /** Nothing can go on before the next start. */
  broken(error: unknown): void;
  /** This platform is lost for now; the others are told before the program ends. */
  lost(sentence: string): void;
};
