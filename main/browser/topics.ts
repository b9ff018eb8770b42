import type { ServerResponse } from 'node:http';
import type { Topic } from '../../contract/desk.ts';
import type { Clock } from '../desk/ports.ts';
import { headersOf } from './static.ts';

const HEARTBEAT_MS = 15_000;

/**
 * One tab's stream of topics: a JSON line each, an empty line now and then so that either side notices a dead one.
 * A topic only says "ask again", so a tab that reads slowly gets each waiting topic once, however often it came.
 */
export function streamTopics(
  response: ServerResponse,
  subscribe: (listener: (topic: Topic) => void) => () => void,
  clock: Clock,
): void {
  const waiting = new Set<Topic>();
  let full = false;
  const flush = (): void => {
    for (const topic of waiting) {
      if (full) return;
      waiting.delete(topic);
      full = !response.write(`${JSON.stringify({ topic })}\n`);
    }
  };
  response.on('drain', () => {
    full = false;
    flush();
  });
  const unsubscribe = subscribe((topic) => {
    waiting.add(topic);
    flush();
  });
  let cancel = (): void => {};
  const beat = (): void => {
    cancel = clock.after(HEARTBEAT_MS, () => {
      if (!full) full = !response.write('\n');
      beat();
    });
  };
  response.once('close', () => {
    unsubscribe();
    cancel();
  });
  response.writeHead(200, headersOf('application/x-ndjson; charset=utf-8'));
  full = !response.write('\n');
  beat();
}
