import { expect, test } from 'vitest';
import { newSigningKey } from '../../contract/signing.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { unsignedVerdict } from '../../tests/harness/unsigned-verdict.ts';
import { testWriter } from '../../tests/harness/writer.ts';
import type { Store } from '../store/store.ts';
import { takePage, type Page } from './take-page.ts';
import type { Turns } from './turns.ts';

/** A page in many turns, as on a machine where each lasts too long: in one database after another, told by its transactions. */

const writer = testWriter(
  { device: '019ab000-0000-7000-8000-0000000000d1', log: '019ab000-0000-7000-8000-0000000000a1', office: 'xa-29905' },
  newSigningKey(),
);
const events = Array.from({ length: 40 }, () => writer.receive());
const page: Page = { events, verdicts: events.map((event) => unsignedVerdict(event)) };
const over: Turns = { isOver: () => true, next: () => Promise.resolve() };

/** One row for each transaction, in order of what was done in it. */
async function taken(stopAfter = Infinity): Promise<string[]> {
  const rows: string[] = [];
  const note = (text: string): void => void (rows[rows.length - 1] += ` ${text}`);
  // Only what `takePage` uses.
  const store = {
    agreeWith: (all: readonly LogEvent[]) => (note(`agree${all.length}`), 'own'),
    takeIn: (some: readonly LogEvent[], agreed?: string) => (
      note(`in${some.length}${agreed === 'own' ? '' : ' compared again'}`),
      some.length
    ),
    outbox: { settle: () => undefined },
    log: null,
  } as unknown as Store;
  const by = { transact: <T>(work: () => T): T => (rows.push('tx'), work()) };
  const whenAll = (): void => note('cursor');
  await takePage(page, { store, by, turns: over, stopped: () => rows.length >= stopAfter, whenAll });
  return rows;
}

test('the whole page is agreed with before any of it is in, and the cursor stands with the last of it', async () => {
  expect(await taken()).toEqual(['tx agree40 in12', 'tx in12', 'tx in12', 'tx in4 cursor']);
});

test('stopped in between, the cursor stays', async () => {
  expect(await taken(2)).toEqual(['tx agree40 in12', 'tx in12']);
});
