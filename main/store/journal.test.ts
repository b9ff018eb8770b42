import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newSigningKey, sealerOf } from '../../contract/signing.ts';
import { GENESIS, seal, type LogEvent } from '../../domain/log/envelope.ts';
import { endsCommitted, openJournal, readJournal } from './journal.ts';
import { newDatabaseKey } from './key-file.ts';

let dir: string;
let path: string;
const key = newDatabaseKey();
const sealer = sealerOf(newSigningKey());

const event = (n: number): LogEvent =>
  seal(
    {
      id: `e${n}`,
      device: 'd',
      log: 'l',
      seq: n,
      aggregate: 'dossier',
      aggregateId: 'a',
      after: [],
      type: 't',
      version: 1,
      actor: 'u',
      approvedBy: null,
      at: { device: n, offset: null },
      prev: GENESIS,
    },
    { name: 'Nguyễn Thị Hồng Nhung', n },
    'ab',
    sealer,
  );

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'quay-'));
  path = join(dir, 'desk.journal');
});

afterEach(() => rmSync(dir, { recursive: true }));

test('what was appended is read back, over a reopening', () => {
  const first = openJournal(path, key);
  first.append([event(1)]);
  first.close();
  const second = openJournal(path, key);
  second.append([event(2)]);
  second.close();
  expect(readJournal(path, key)).toEqual({ writes: [[event(1)], [event(2)]], whole: true });
});

test('no name can be read in the file', () => {
  const journal = openJournal(path, key);
  journal.append([event(1)]);
  journal.close();
  expect(readFileSync(path).toString('latin1')).not.toContain('Nhung');
});

test('a torn last record, a foreign key and garbage end the reading and are told', () => {
  const journal = openJournal(path, key);
  journal.append([event(1)]);
  journal.append([event(2)]);
  journal.close();
  expect(readJournal(path, newDatabaseKey())).toEqual({ writes: [], whole: false });
  // The second record is as long as the first; the zeros behind it are room.
  const record = 4 + readFileSync(path).readUInt32BE(0);
  for (const cut of [1, 5, 40]) {
    truncateSync(path, 2 * record - cut);
    expect(readJournal(path, key)).toEqual({ writes: [[event(1)]], whole: false });
  }
  writeFileSync(path, '');
  appendFileSync(path, Buffer.from('ffffffff00', 'hex'));
  expect(readJournal(path, key)).toEqual({ writes: [], whole: false });
});

test('hundreds of events go beyond the first chunk and are all read back', () => {
  const journal = openJournal(path, key);
  const events = Array.from({ length: 600 }, (_, n) => event(n + 1));
  for (const each of events) journal.append([each]);
  journal.close();
  expect(readJournal(path, key)).toEqual({ writes: events.map((each) => [each]), whole: true });
});

test('a batch is one record: read back whole, or not at all when its end is torn off', () => {
  const journal = openJournal(path, key);
  journal.append([event(1)]);
  const before = journal.mark();
  const batch = Array.from({ length: 60 }, (_, n) => event(n + 2));
  journal.append(batch);
  const end = journal.mark();
  journal.close();
  expect(readJournal(path, key)).toEqual({ writes: [[event(1)], batch], whole: true });
  truncateSync(path, before + Math.floor((end - before) / 2));
  expect(readJournal(path, key)).toEqual({ writes: [[event(1)]], whole: false });
});

test('an empty or missing journal is whole', () => {
  expect(readJournal(path, key)).toEqual({ writes: [], whole: true });
  const journal = openJournal(path, key);
  journal.append([event(1)]);
  journal.clear();
  expect(journal.isEmpty).toBe(true);
  journal.close();
  expect(readJournal(path, key)).toEqual({ writes: [], whole: true });
});

test('a write whose transaction nobody knows to be committed stays so, whatever is begun and undone behind it', () => {
  const first = openJournal(path, key);
  first.append([event(1)]);
  first.close();
  const second = openJournal(path, key);
  const mark = second.mark();
  second.append([event(2)]);
  second.backTo(mark);
  expect(endsCommitted(path)).toBe(false);
  second.append([event(2)]);
  second.ended(true);
  const behind = second.mark();
  second.append([event(3)]);
  second.backTo(behind);
  second.close();
  expect(endsCommitted(path)).toBe(true);
});
