export interface Run {
  readonly text: string;
  readonly bold: boolean;
}

/** A sentence of the explanation with what counts in bold: each phrase where it first stands, none inside another. */
export function emphasised(text: string, phrases: readonly string[]): Run[] {
  const marked: { from: number; to: number }[] = [];
  for (const phrase of phrases) {
    const from = phrase === '' ? -1 : text.indexOf(phrase);
    const to = from + phrase.length;
    if (from >= 0 && marked.every((other) => to <= other.from || from >= other.to)) marked.push({ from, to });
  }
  const runs: Run[] = [];
  let at = 0;
  for (const { from, to } of marked.toSorted((a, b) => a.from - b.from)) {
    if (from > at) runs.push({ text: text.slice(at, from), bold: false });
    runs.push({ text: text.slice(from, to), bold: true });
    at = to;
  }
  if (at < text.length) runs.push({ text: text.slice(at), bold: false });
  return runs;
}
