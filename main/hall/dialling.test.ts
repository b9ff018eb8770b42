import { expect, test } from 'vitest';
import { createDialling, type DiallingOptions } from './dialling.ts';

const here = { host: '127.0.0.1', port: 4101 };
const there = { host: '127.0.0.1', port: 4102 };

function dialling() {
  const said: string[] = [];
  const met: number[] = [];
  const answering = new Set<number>();
  let isStopped = false;
  const dial = createDialling({
    lines: {
      dial: ({ port }: { port: number }) =>
        answering.has(port)
          ? Promise.resolve({ socket: { destroy: () => undefined } })
          : Promise.reject(new Error('off')),
    } as unknown as DiallingOptions['lines'],
    links: {
      meet: () => Promise.resolve({ met: { peer: { close: () => undefined } }, isKnown: true }),
    } as unknown as DiallingOptions['links'],
    log: { info: (what) => said.push(what) },
    isStopped: () => isStopped,
    met: (_, to) => met.push(to.port),
  });
  return { dial, said, met, answering, stop: () => (isStopped = true) };
}

test('that nobody answers is noted once for each address, and again after somebody did', async () => {
  const { dial, said, met, answering } = dialling();
  for (let n = 0; n < 5; n++) expect(await dial(here)).toBe(false);
  expect(said).toEqual(['nobody of the hall there']);
  await dial(there);
  expect(said).toHaveLength(2);
  answering.add(here.port);
  expect(await dial(here)).toBe(true);
  expect(met).toEqual([here.port]);
  answering.delete(here.port);
  for (let n = 0; n < 5; n++) await dial(here);
  expect(said).toHaveLength(3);
});

test('whom another line was quicker with is not spoken to; a machine that stops notes nothing', async () => {
  const { dial, said, met, answering, stop } = dialling();
  answering.add(here.port);
  expect(await dial(here, () => false)).toBe(false);
  stop();
  expect(await dial(there)).toBe(false);
  expect([met, said]).toEqual([[], []]);
});
