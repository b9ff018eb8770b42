import { hintSchema } from '../../contract/sync.ts';
import type { z } from 'zod';
import type { Province } from './province.ts';

export type Hint = z.infer<typeof hintSchema>['topic'];

/**
 * Listens to the province's "there is more" until the stream breaks or `signal` ends it. A hint only makes the desk ask
 * sooner; without any it asks on its own, so a missed one costs seconds.
 * @throws LineDown, ProvinceRefused or what the stream broke with
 */
export async function listenForHints(
  province: Province,
  signal: AbortSignal,
  heard: (hint: Hint) => void,
): Promise<void> {
  const response = await province.open('/v1/hints', signal);
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    return;
  }
  let rest = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = `${rest}${chunk}`.split('\n');
    // Comments keep the line open; a line without an end this long is no hint.
    rest = (lines.pop() ?? '').slice(-1000);
    for (const line of lines) {
      const hint = hintOf(line);
      if (hint !== null) heard(hint);
    }
  }
}

function hintOf(line: string): Hint | null {
  if (!line.startsWith('data:')) return null;
  try {
    return hintSchema.safeParse(JSON.parse(line.slice(5))).data?.topic ?? null;
  } catch {
    return null;
  }
}
