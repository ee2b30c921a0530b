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

const shown = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2));
