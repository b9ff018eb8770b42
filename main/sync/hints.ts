import { hintSchema } from '../../contract/sync.ts';
import type { z } from 'zod';
import type { Clock } from '../desk/ports.ts';
import type { Province } from './province.ts';

type Hint = z.infer<typeof hintSchema>['topic'];

/** The stream on which the province says that there is more. It only makes a desk ask sooner: a hint missed costs a minute. */
export interface HintStream {
  /** Opens it where there is none, or none that lives; a line that comes and goes is not hammered by whoever asks in rounds. */
  open(): void;
  /** The province says something on it every twenty seconds. */
  isLive(): boolean;
  /** How often to ask, by whether there is one that lives. */
  pace(ms: { readonly alone: number; readonly beside: number }): number;
}

export interface HintStreamOptions {
  readonly province: Province;
  readonly clock: Clock;
  readonly ending: AbortSignal;
  readonly heard: (hint: Hint) => void;
  /** It has ended. `lived`: until then it was alive. */
  readonly lost: (reason: string, lived: boolean) => void;
}

const LIVES_MS = 45_000;

export function hintStream({ province, clock, ending, heard, lost }: HintStreamOptions): HintStream {
  let stream: AbortController | null = null;
  /** Monotonic ms of its last sign of life; null: none yet. */
  let heardAt: number | null = null;
  const isLive = (): boolean => heardAt !== null && clock.monotonic() - heardAt < LIVES_MS;
  return {
    isLive,
    pace: ({ alone, beside }) => (isLive() ? beside : alone),
    open() {
      // Half open: it will never say anything again, nor that it is gone.
      if (heardAt !== null && !isLive()) stream?.abort();
      if (stream !== null || ending.aborted) return;
      const own = new AbortController();
      stream = own;
      const alive = (): void => {
        heardAt = clock.monotonic();
      };
      const end = (reason: string): void => {
        const lived = isLive();
        stream = null;
        heardAt = null;
        lost(reason, lived);
      };
      listen(province, AbortSignal.any([ending, own.signal]), heard, alive).then(
        () => end('ended'),
        (error: unknown) => end(error instanceof Error ? error.name : 'unknown'),
      );
    },
  };
}

/** Until the stream breaks or `signal` ends it. @throws LineDown, ProvinceRefused or what the stream broke with */
async function listen(
  province: Province,
  signal: AbortSignal,
  heard: (hint: Hint) => void,
  alive: () => void,
): Promise<void> {
  const response = await province.open('/v1/hints', signal);
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    return;
  }
  let rest = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    alive();
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
