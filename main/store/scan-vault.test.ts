import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ProblemError } from '../../contract/problems.ts';
import { newDatabaseKey } from './key-file.ts';
import { scanVaultOf } from './scan-vault.ts';

let folder = '';
const key = newDatabaseKey();
const paper = new TextEncoder().encode('%PDF Giấy chứng sinh của Nguyễn Thị Bé');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vault-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function codeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
  return 'nothing thrown';
}

const allFiles = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test('what is put is found under the hash of its bytes, and reads back the same', async () => {
  const vault = scanVaultOf(folder, key);
  const hash = await vault.put(paper);
  expect(hash).toBe(createHash('sha256').update(paper).digest('hex'));
  expect(allFiles()).toEqual([join(folder, hash.slice(0, 2), hash)]);
  expect(Buffer.from(await vault.read(hash)).equals(paper)).toBe(true);
  expect(Buffer.from(await scanVaultOf(folder, key).read(hash)).equals(paper)).toBe(true);
});

test('nothing of the paper stands on the disk in plain', async () => {
  await scanVaultOf(folder, key).put(paper);
  for (const file of allFiles()) {
    expect(readFileSync(file).includes('Nguy')).toBe(false);
    expect(readFileSync(file).includes('%PDF')).toBe(false);
  }
});

test('the same bytes twice are one file, and it is not written again', async () => {
  const vault = scanVaultOf(folder, key);
  const first = await vault.put(paper);
  const sealed = readFileSync(allFiles()[0] ?? '');
  expect(await vault.put(paper)).toBe(first);
  expect(allFiles()).toHaveLength(1);
  expect(readFileSync(allFiles()[0] ?? '').equals(sealed)).toBe(true);
});

test('two equal papers put at once end as one whole file', async () => {
  const vault = scanVaultOf(folder, key);
  const big = randomBytes(300_000);
  const [a, b] = await Promise.all([vault.put(big), vault.put(big)]);
  expect(a).toBe(b);
  expect(allFiles()).toHaveLength(1);
  expect(Buffer.from(await vault.read(a)).equals(big)).toBe(true);
});

test('a changed byte anywhere is found', async () => {
  const vault = scanVaultOf(folder, key);
  const hash = await vault.put(paper);
  const [file = ''] = allFiles();
  const whole = readFileSync(file);
  for (const at of whole.keys()) {
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 1;
    writeFileSync(file, changed);
    expect(await codeOf(() => vault.read(hash))).toBe('SH-09');
  }
  for (const length of [0, 3, 20, 40, whole.length - 1]) {
    writeFileSync(file, whole.subarray(0, length));
    expect(await codeOf(() => vault.read(hash))).toBe('SH-09');
  }
});

test('a file in another’s place is found', async () => {
  const vault = scanVaultOf(folder, key);
  const [mine, other] = [await vault.put(paper), await vault.put(randomBytes(50))];
  copyFileSync(join(folder, other.slice(0, 2), other), join(folder, mine.slice(0, 2), mine));
  expect(await codeOf(() => vault.read(mine))).toBe('SH-09');
});

test('another key opens nothing', async () => {
  const hash = await scanVaultOf(folder, key).put(paper);
  expect(await codeOf(() => scanVaultOf(folder, newDatabaseKey()).read(hash))).toBe('SH-09');
});

test('a damaged file is healed by the same paper put again', async () => {
  const vault = scanVaultOf(folder, key);
  const hash = await vault.put(paper);
  writeFileSync(allFiles()[0] ?? '', 'x');
  expect(await vault.put(paper)).toBe(hash);
  expect(Buffer.from(await vault.read(hash)).equals(paper)).toBe(true);
});

test('what is not here, and what is no hash, is said so', async () => {
  const vault = scanVaultOf(folder, key);
  for (const hash of ['0'.repeat(64), '../../etc/passwd', `${'0'.repeat(62)}/.`, '']) {
    expect(await codeOf(() => vault.read(hash))).toBe('SH-08');
  }
  expect(vault.has('0'.repeat(64))).toBe(false);
});

test('a full disk is told, and leaves nothing half-written', async () => {
  const full = scanVaultOf(folder, key, {
    write: async (path, bytes) => {
      await (await open(path, 'wx')).close();
      const disk = await open('/dev/full', 'w');
      try {
        await disk.writeFile(bytes);
      } finally {
        await disk.close();
      }
    },
  });
  expect(await codeOf(() => full.put(paper))).toBe('LT-03');
  expect(allFiles()).toEqual([]);
});

test('what a crash left half-written is swept, whole files stay', async () => {
  const vault = scanVaultOf(folder, key);
  const hash = await vault.put(paper);
  writeFileSync(join(folder, hash.slice(0, 2), '.part-0011'), 'half');
  vault.tidy();
  expect(vault.hashes()).toEqual([hash]);
  expect(allFiles()).toHaveLength(1);
  vault.remove(hash);
  expect(vault.has(hash)).toBe(false);
});

test('any piece reads as the whole does, whatever it begins and ends at', async () => {
  const vault = scanVaultOf(folder, key);
  const bytes = randomBytes(10_007);
  const hash = await vault.put(bytes);
  expect(vault.bytesOf(hash)).toBe(bytes.length);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length), fc.nat(bytes.length), async (a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const piece = await vault.piece(hash, from, to - from);
      expect(Buffer.from(piece).equals(bytes.subarray(from, to))).toBe(true);
    }),
  );
  expect(await codeOf(() => vault.piece(hash, bytes.length - 1, 2 + 16))).toBe('SH-09');
  expect(await codeOf(() => vault.piece('ab'.repeat(32), 0, 1))).toBe('SH-08');
});

test('a changed file passes no check, one that is whole does', async () => {
  const vault = scanVaultOf(folder, key);
  const hash = await vault.put(randomBytes(600_000));
  expect(await codeOf(() => vault.check(hash))).toBe('nothing thrown');
  const path = allFiles()[0] ?? '';
  const sealed = readFileSync(path);
  sealed[300_000] = (sealed[300_000] ?? 0) ^ 4;
  writeFileSync(path, sealed);
  expect(await codeOf(() => vault.check(hash))).toBe('SH-09');
  rmSync(path);
  expect(await codeOf(() => vault.check(hash))).toBe('SH-08');
  expect(await codeOf(() => Promise.resolve().then(() => vault.bytesOf(hash)))).toBe('SH-08');
});
