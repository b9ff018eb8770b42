import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadCatalogue } from './load.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'catalogue-'));
  for (const name of ['edition.json', 'shared.json', 'offices.json', 'procedures']) {
    await cp(new URL(name, import.meta.url), join(dir, name), { recursive: true });
  }
});
afterEach(() => rm(dir, { recursive: true }));

/** Changes one file of the copy and loads it. */
async function loadWith(file: string, change: (text: string) => string): ReturnType<typeof loadCatalogue> {
  const path = join(dir, file);
  await writeFile(path, change(await readFile(path, 'utf8')));
  return loadCatalogue(pathToFileURL(dir));
}

test('a copy elsewhere loads like the original', async () => {
  expect(await loadWith('edition.json', (t) => t)).toMatchObject({ ok: true });
});

test('a missing file, broken JSON and a broken rule each have their own code and both languages', async () => {
  expect(await loadWith('edition.json', (t) => t.replace('cu-tru.json', 'khong-co.json'))).toMatchObject({
    ok: false,
    fault: { code: 'DM-01', file: 'procedures/khong-co.json' },
  });
  expect(await loadWith('edition.json', () => '{')).toMatchObject({ ok: false, fault: { code: 'DM-02' } });
  const wrong = await loadWith('edition.json', () => '{}');
  expect(wrong).toMatchObject({ ok: false, fault: { code: 'DM-03', file: 'edition.json' } });
  if (wrong.ok) throw new Error('loaded');
  expect(wrong.fault.text.vi).toContain('Gọi người quản trị');
  expect(wrong.fault.text.en).toContain('administrator');
});

const chungThuc = 'procedures/chung-thuc.json';
test.each([
  [
    'a case that no paper list knows',
    chungThuc,
    '"cases": ["co-ban-sao", "nhieu-trang"]',
    '"cases": ["la-lung"]',
    'no case la-lung',
  ],
  ['a case id twice', chungThuc, '"id": "chi-ban-chinh"', '"id": "co-ban-sao"', 'stands twice'],
  ['an unknown shared name', chungThuc, '"use": "identity"', '"use": "khong-co"', 'khong-co'],
  ['a field nobody asked for', chungThuc, '"fastLane": true', '"fastLane": true, "la": 1', 'la'],
  ['a date that does not exist', chungThuc, '2026-06-01', '2026-02-30', 'validFrom'],
  ['text that is not NFC', chungThuc, 'Chứng thực chữ ký"', `${'Chứng thực chữ ký'.normalize('NFD')}"`, 'NFC'],
  ['two blanks', chungThuc, 'Chỉ có bản chính', 'Chỉ  có bản chính', 'blanks'],
  [
    'a sure time without a unit',
    'shared.json',
    '"value": 15, "unit": "DAY"',
    '"value": 15, "unit": "UNKNOWN"',
    'disagree',
  ],
  [
    'a conditional paper without its condition',
    'shared.json',
    '"condition": "Khi ủy quyền cho người khác làm thay", ',
    '',
    'condition',
  ],
  ['one code prefix for two offices', 'offices.json', 'H20.57', 'H20.58', 'code prefix H20.58'],
  ['an office under itself', 'offices.json', '"parent": "tinh-pvhcc"', '"parent": "tinh-pvhcc-co-so-2"', 'no parent'],
])('%s is refused', async (_, file, from, to, words) => {
  const result = await loadWith(file, (text) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  });
  expect(result).toMatchObject({ ok: false, fault: { code: 'DM-03' } });
  expect(result.ok ? '' : result.fault.detail).toContain(words);
});
