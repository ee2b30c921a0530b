/** Was neben den Plattformen läuft: mail, feeds. Its trouble is told, and never keeps the committee from its chat. */
export type SideService = {
  /** What is wrong with it now, in sentences. */
  alarms(): readonly string[];
  /** Resolves to what whoever started the program should read. */
  start(): Promise<readonly string[]>;
  stop(): Promise<void>;
};
