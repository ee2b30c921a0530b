/** Messwert gegen eine Grenze aus demselben Lauf. */
export type Figure = {
  readonly name: string;
  readonly measured: string;
  readonly limit: string;
  readonly isMet: boolean;
};

export function atLeast(name: string, value: number, limit: number, unit = ""): Figure {
  return { name, measured: `${shown(value)}${unit}`, limit: `≥ ${shown(limit)}${unit}`, isMet: value >= limit };
}

export function atMost(name: string, value: number, limit: number, unit = ""): Figure {
  return { name, measured: `${shown(value)}${unit}`, limit: `≤ ${shown(limit)}${unit}`, isMet: value <= limit };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Below it are so many of all: 0.99 for 99 of 100. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Prints them; exit code 1 if a limit is missed. */
export function report(figures: readonly Figure[]): void {
  for (const { name, measured, limit, isMet } of figures)
    process.stdout.write(`${isMet ? "eingehalten" : "VERFEHLT   "}  ${name}: ${measured} (${limit})\n`);
  process.exitCode = figures.every((figure) => figure.isMet) ? 0 : 1;
}

const shown = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2));
