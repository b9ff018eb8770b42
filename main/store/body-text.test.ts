import { expect, test } from 'vitest';
import { newSigningKey } from '../../contract/signing.ts';
import { canonical } from '../../domain/log/canonical.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { testWriter } from '../../tests/harness/writer.ts';
import { turns as turnsBy } from '../sync/turns.ts';
import { readPage } from '../sync/take-page.ts';
import { bodyTextOf } from './read-events.ts';

const writer = testWriter(
  { device: '019ab000-0000-7000-8000-0000000000d1', log: '019ab000-0000-7000-8000-0000000000a1', office: 'xa-29905' },
  newSigningKey(),
);

/** As a page that was answered: another server may write a body's members in any order. */
function answered(event: LogEvent): unknown {
  const body = Object.fromEntries(Object.entries(event.body ?? {}).reverse());
  return JSON.parse(JSON.stringify({ ...event, body }));
}

const proven = async (event: unknown): Promise<LogEvent> => {
  const told = { reply: { events: [event], verdicts: [] }, isSigned: true };
  const [read] = (
    await readPage(
      told,
      '',
      turnsBy(() => 0),
    )
  ).events;
  if (read === undefined) throw new Error('nothing was read');
  return read;
};

test('what was proven is written in canonical form, whatever the order it came in', async () => {
  const event = writer.receive();
  const read = await proven(answered(event));
  expect(Object.keys(read.body ?? {})).not.toEqual(Object.keys(event.body ?? {}).sort());
  expect(bodyTextOf(read)).toBe(canonical(event.body));
});

test('of one erased since, the text that was kept is not written', async () => {
  const read = await proven(answered(writer.receive()));
  expect(bodyTextOf({ ...read, body: null, salt: null })).toBeNull();
});

test('a body that was changed is not taken for the one proven', async () => {
  const read = await proven(answered(writer.receive()));
  expect(bodyTextOf({ ...read, body: { changed: true } })).toBe('{"changed":true}');
});
