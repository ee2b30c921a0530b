import { localOf } from "../../src/adapters/clock/zone-time.ts";
import type { PaperContext } from "../../src/core/papers/paper-source.ts";
import { paperWording } from "../../src/texts/papers.ts";
import { day, instant } from "./keys.ts";

const zone = "Europe/Berlin";

/** The papers as the office gets them, made a week after the meeting. */
export const paperContext: PaperContext = {
  now: instant("2023-02-03T09:00:00.000Z"),
  today: day("2023-02-03"),
  localDate: (at) => localOf(at, zone).date,
  localTime: (at) => localOf(at, zone).time,
  wording: paperWording,
};
