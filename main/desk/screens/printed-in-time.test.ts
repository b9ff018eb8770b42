import { expect, test } from 'vitest';
import { silentLog } from '../../../tests/harness/test-desk.ts';
import { virtualClock } from '../../../tests/harness/virtual-clock.ts';
import { ticketCases } from '../../../tests/slips/ticket-cases.ts';
import { PRINTED_WITHIN_MS, printedInTime } from './printed-in-time.ts';

const [usual] = ticketCases;
if (usual === undefined) throw new Error('no ticket');
const { ticket } = usual;

test('whoever stands at the kiosk is told the number though no printer ever answers', async () => {
  const clock = virtualClock(0);
  const printer = { print: () => new Promise<never>(() => undefined) };
  const printed = printedInTime(printer, ticket, { log: silentLog, clock });
  clock.advance(PRINTED_WITHIN_MS);
  expect(await printed).toBe(false);
});

test.each([
  [{ kind: 'printed', printer: 'lp0', instead: [] } as const, true],
  [{ kind: 'failed', refusals: [] } as const, false],
])('%j: on paper %s', async (outcome, onPaper) => {
  const printer = { print: () => Promise.resolve(outcome) };
  expect(await printedInTime(printer, ticket, { log: silentLog, clock: virtualClock(0) })).toBe(onPaper);
});

test('a ticket that cannot be drawn is not on paper', async () => {
  const printer = { print: () => Promise.reject(new Error('no browser')) };
  expect(await printedInTime(printer, ticket, { log: silentLog, clock: virtualClock(0) })).toBe(false);
});
