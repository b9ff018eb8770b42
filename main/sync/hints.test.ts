import { expect, test } from 'vitest';
import { virtualClock } from '../../tests/harness/virtual-clock.ts';
import { hintStream } from './hints.ts';
import type { Province } from './province.ts';

/** A province whose streams are in the test's hand. */
function streams() {
  const open: ReadableStreamDefaultController<Uint8Array>[] = [];
  const ended: boolean[] = [];
  const answer = (signal: AbortSignal): Response => {
    const n = open.length;
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void open.push(controller) });
    signal.addEventListener('abort', () => {
      ended[n] = true;
      open[n]?.error(new Error('aborted'));
    });
    return new Response(body);
  };
  const never = () => Promise.reject(new Error('not asked here'));
  const province: Province = {
    request: never,
    witnessed: never,
    bytes: never,
    open: (_, signal) => Promise.resolve(answer(signal)),
  };
  const say = (n: number, text: string): void => open[n]?.enqueue(new TextEncoder().encode(text));
  return { province, open, ended, say };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
async function turns(): Promise<void> {
  for (let n = 0; n < 5; n++) await turn();
}

test('it lives while the province says something on it, and is opened anew where it has gone silent', async () => {
  const clock = virtualClock(0);
  const { province, open, ended, say } = streams();
  const heard: string[] = [];
  const lost: boolean[] = [];
  const ending = new AbortController();
  const hints = hintStream({
    province,
    clock,
    ending: ending.signal,
    heard: (hint) => heard.push(hint),
    lost: (_, lived) => lost.push(lived),
  });
  hints.open();
  await turns();
  expect(hints.isLive()).toBe(false);
  say(0, ':\n\ndata: {"topic":"feed"}\n\n');
  await turns();
  expect(heard).toEqual(['feed']);
  expect(hints.isLive()).toBe(true);
  clock.advance(44_000);
  hints.open();
  expect(hints.isLive()).toBe(true);
  clock.advance(2000);
  expect(hints.isLive()).toBe(false);
  // The round that finds it silent ends it; the next one opens another.
  hints.open();
  await turns();
  expect(ended[0]).toBe(true);
  expect(lost).toEqual([false]);
  hints.open();
  await turns();
  say(1, ':\n\n');
  await turns();
  expect(hints.isLive()).toBe(true);
  open[1]?.close();
  await turns();
  expect(lost).toEqual([false, true]);
  expect(hints.isLive()).toBe(false);
});
