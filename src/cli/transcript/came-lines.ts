import type { Surroundings } from "../../adapters/console/surroundings.ts";
import { plainText } from "../../flows/reply.ts";
import { byMail, cameHeading, nothingCame } from "../../texts/transcript.ts";
import type { Arrival } from "./recording-stage.ts";

/** What stands in a file that was looked into. */
export const contentLines = (content: string): readonly string[] => [
  cameHeading(),
  ...content
    .trimEnd()
    .split("\n")
    .map((line) => `    ${line}`),
];

const placeIn = (address: string, around: Surroundings): string =>
  address.startsWith("mail:") ? byMail(address.slice("mail:".length)) : around.where(address);

/** Was kam, with where it came. */
export function cameLines(arrivals: readonly Arrival[], around: Surroundings): readonly string[] {
  if (arrivals.length === 0) return [nothingCame()];
  return [
    cameHeading(),
    ...arrivals.flatMap(({ address, reply }) =>
      [`(${placeIn(address, around)})`, ...plainText(reply).split("\n")].map((line) => `    ${line}`),
    ),
  ];
}
