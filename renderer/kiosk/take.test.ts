import { expect, test } from 'vitest';
import { take, TAKEN_WITHIN_MS } from './take.ts';

const asked = { series: 'B', priority: null, card: null, slip: null, language: 'vi' } as const;
const ticket = { number: 'B027', series: 'B', ahead: 3, wait: null, booked: null, printed: true, url: null };

test('a desk that never answers leaves nobody standing at a number on its way', async () => {
  let end = (): void => undefined;
  const after = (ms: number, fn: () => void) => {
    expect(ms).toBe(TAKEN_WITHIN_MS);
    end = fn;
    return () => undefined;
  };
  const taken = take(asked, { after }, () => new Promise<never>(() => undefined));
  end();
  await expect(taken).rejects.toMatchObject({ code: 'GN-05' });
});

test('a number that comes in time is shown, and its limit is forgotten', async () => {
  let isCounted = true;
  const after = () => () => {
    isCounted = false;
  };
  expect(await take(asked, { after }, () => Promise.resolve(ticket))).toBe(ticket);
  expect(isCounted).toBe(false);
});
