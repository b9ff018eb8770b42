/** One figure of a benchmark; where a peer or a limit was measured in the same run, both and their ratio. */
export interface Figure {
  readonly bench: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  readonly peer?: string;
  readonly peerValue?: number;
  readonly ratio?: number;
}

/** Prints one JSON object a line, then the same as a table. */
export function report(figures: readonly Figure[]): void {
  const rounded = figures.map((figure) => ({
    ...figure,
    value: round(figure.value),
    ...(figure.peerValue === undefined
      ? {}
      : { peerValue: round(figure.peerValue), ratio: round(figure.value / figure.peerValue) }),
  }));
  for (const figure of rounded) console.log(JSON.stringify(figure));
  console.table(Object.fromEntries(rounded.map(({ bench, metric, ...rest }) => [`${bench} ${metric}`, rest])));
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
