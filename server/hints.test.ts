import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHints } from './hints.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** What is written to it is told to `wrote`. */
function line(wrote: (text: string) => void): ServerResponse {
  const out = Object.assign(new EventEmitter(), { write: wrote, end: () => undefined });
  // The hints ask no more of an answer.
  return out as unknown as ServerResponse;
}

test('each line hears a heartbeat every 20 s, and never many of them at one moment', () => {
  const hints = createHints();
  const heard = new Map<string, number>();
  let atOnce = 0;
  for (let n = 0; n < 400; n++) {
    const out = line((text) => {
      expect(text).toBe(':\n\n');
      heard.set(`d${n}`, (heard.get(`d${n}`) ?? 0) + 1);
      atOnce += 1;
    });
    hints.open(`d${n}`, 'xa-29905', out);
  }
  heard.clear();
  for (let ms = 0; ms < 60_000; ms += 100) {
    atOnce = 0;
    vi.advanceTimersByTime(100);
    expect(atOnce).toBeLessThanOrEqual(10);
  }
  expect([...heard.values()]).toEqual(Array.from({ length: 400 }, () => 3));
  hints.close();
});
