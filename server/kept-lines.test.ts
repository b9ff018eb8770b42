import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { keptLines, type KeptLines } from './kept-lines.ts';

let folder: string;
let path: string;
let lines: KeptLines<{ said: string }>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-lines-'));
  path = join(folder, 'data', 'kept.jsonl');
  lines = keptLines(path, (value) => z.object({ said: z.string() }).parse(value));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file cut anywhere by a crash goes on: what was whole is read, before and after', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), fc.nat(), fc.string(), (texts, cut, later) => {
      rmSync(path, { force: true });
      lines.add(texts.map((said) => ({ said })));
      const whole = readFileSync(path);
      const kept = whole.subarray(0, cut % (whole.length + 1));
      writeFileSync(path, kept);
      // A line of which nothing but its end is lost is whole as well.
      const there = texts.filter((_, at) => kept.length >= Buffer.byteLength(lineUpTo(texts, at)) - 1);
      expect(lines.read().map(({ said }) => said)).toEqual(there);
      lines.add([{ said: later }]);
      lines.add([{ said: later }]);
      expect(lines.read().map(({ said }) => said)).toEqual([...there, later, later]);
    }),
  );
});

const lineUpTo = (texts: readonly string[], at: number): string =>
  texts
    .slice(0, at + 1)
    .map((said) => `${JSON.stringify({ said })}\n`)
    .join('');

test('what another process is just writing is no loss to it, nor to who writes behind it', () => {
  lines.add([{ said: 'một' }]);
  appendFileSync(path, '{"said":"ha');
  // Seen half written; the other half comes before this process's own line, as the system orders appends.
  appendFileSync(path, 'i"}\n');
  appendFileSync(path, ' cut\n{"said":"ba"}\n');
  expect(lines.read().map(({ said }) => said)).toEqual(['một', 'hai', 'ba']);
});

test('a damaged line is told, not passed over', () => {
  lines.add([{ said: 'một' }, { said: 'hai' }]);
  writeFileSync(path, readFileSync(path, 'utf8').replace('{"said":"m', '{"said";"m'));
  expect(() => lines.read()).toThrow(/Line 1 cannot be read/);
});

test.skipIf(process.platform === 'win32')('only its owner reads the file', () => {
  lines.add([{ said: 'một' }]);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});
