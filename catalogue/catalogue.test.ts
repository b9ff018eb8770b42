import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { caseOf, procedureAt, type Procedure } from '../domain/procedure/catalogue.ts';
import { checklistFor } from '../domain/procedure/checklist.ts';
import { feeFor } from '../domain/procedure/fee.ts';
import { findProcedures } from '../domain/procedure/find.ts';
import { limitFor } from '../domain/procedure/limit.ts';
import { allOffices, processingUnit } from '../domain/procedure/office.ts';
import { procedureFile } from './file.ts';
import { loadCatalogue } from './load.ts';

const DIR = new URL('./', import.meta.url);
const loaded = await loadCatalogue(DIR);
if (!loaded.ok) throw new Error(`${loaded.fault.code} ${loaded.fault.file}\n${loaded.fault.detail}`);
const { catalogue, offices } = loaded;
const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(new URL(name, DIR), 'utf8'));
const sources = z.record(z.string(), z.array(z.string())).parse(await read('source-papers.json'));
const names = (await readdir(new URL('procedures/', DIR))).toSorted();
const files = await Promise.all(names.map(async (n) => procedureFile.parse(await read(`procedures/${n}`))));
const self = { onBehalf: false, cardRead: false, lineUp: true };

const get = (code: string): Procedure => {
  const found = procedureAt(catalogue, code, '2026-11-24');
  if (found === undefined) throw new Error(`no procedure ${code}`);
  return found;
};

/** Every text of a value, with its path. */
function texts(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, v]) => texts(v, `${path}.${key}`));
}

test('the edition names every procedure file and no other', async () => {
  const edition = z.object({ files: z.array(z.string()) }).parse(await read('edition.json'));
  expect(edition.files.toSorted()).toEqual(names);
});

test('all 48 procedures of the starter list are there, once each', () => {
  expect(catalogue.procedures.map((p) => p.code).toSorted()).toEqual(Object.keys(sources).toSorted());
  expect(catalogue.procedures).toHaveLength(48);
});

test('every published paper stands in some row of its procedure, and no row points past the list', () => {
  for (const entry of files.flatMap((f) => f.procedures)) {
    const published = sources[entry.code] ?? [];
    const used = new Set(entry.papers.flatMap((p) => p.src));
    expect([entry.code, [...used].toSorted((x, y) => x - y)]).toEqual([entry.code, published.map((_, i) => i)]);
  }
});

test('a paper that is not on the published list says where it comes from', () => {
  const papers = files.flatMap((f) => f.procedures.flatMap((p) => p.papers.map((x) => ({ code: p.code, ...x }))));
  expect(papers.filter((p) => p.src.length === 0 && p.legal === undefined).map((p) => `${p.code} ${p.id}`)).toEqual([]);
});

test('every case can be received: it shows at least one paper to somebody acting for himself', () => {
  for (const p of catalogue.procedures) {
    for (const c of p.cases) {
      const list = checklistFor(p, c.id, self);
      expect([p.code, c.id, list.submit.length + list.present.length > 0]).toEqual([p.code, c.id, true]);
    }
  }
});

test('papers of one case have different names and fit one screen', () => {
  for (const p of catalogue.procedures) {
    for (const c of p.cases) {
      const list = checklistFor(p, c.id, { ...self, onBehalf: true });
      const shown = [...list.submit, ...list.present].map((r) => r.paper.name);
      expect([p.code, c.id, new Set(shown).size]).toEqual([p.code, c.id, shown.length]);
      expect(shown.length).toBeLessThanOrEqual(10);
    }
  }
});

test('the limits that must be asked for in person are exactly the known gaps', () => {
  const asked = catalogue.procedures.filter((p) => p.cases.some((c) => limitFor(p, c.id, 'DIRECT').kind === 'ask'));
  expect(asked.map((p) => p.code).toSorted()).toEqual([
    '1.001266',
    '1.010041',
    '1.010803',
    '1.010824',
    '1.012783',
    '1.013831',
    '2.000986',
    '2.000992',
  ]);
  expect(limitFor(get('2.000992'), 'trong-ngay', 'DIRECT')).toMatchObject({ unit: 'SAME_DAY' });
});

test.each([
  ['1.004873', 'lan-dau', 'DIRECT', 3, 'WORKING_DAY'],
  ['1.001193', 'co-chung-sinh', 'DIRECT', 0, 'SAME_DAY'],
  ['1.000894', 'xac-minh', 'DIRECT', 5, 'WORKING_DAY'],
  ['1.004859', 'bo-sung', 'DIRECT', 0, 'SAME_DAY'],
  ['1.013978', 'thua-ke-ho', 'DIRECT', 27, 'WORKING_DAY'],
  ['1.013978', 'thua-ke-ho', 'ONLINE', 17, 'WORKING_DAY'],
  ['1.012812', 'hoa-giai', 'DIRECT', 40, 'DAY'],
  ['1.011607', 'ra-soat', 'POSTAL', 15, 'DAY'],
  ['1.010041', 'xac-minh', 'ONLINE', 3, 'WORKING_DAY'],
  ['1.001699', 'lan-dau', 'DIRECT', 25, 'WORKING_DAY'],
] as const)('%s, case %s, %s takes %i %s', (code, caseId, channel, value, unit) => {
  expect(limitFor(get(code), caseId, channel)).toMatchObject({ kind: 'limit', value, unit });
});

test('the marital-status certificate shows three papers and hides three, as on the receipt screen', () => {
  const list = checklistFor(get('1.004873'), 'lan-dau', self);
  expect(list.submit.map((r) => r.paper.name)).toEqual(['Tờ khai cấp Giấy xác nhận tình trạng hôn nhân']);
  expect(list.present).toHaveLength(2);
  expect(list.hidden).toHaveLength(3);
});

test.each([
  ['2.000815', 'co-ban-sao', 'DIRECT', { quantity: 1, documents: [{ pages: 4, copies: 2 }] }, 12_000],
  ['2.000884', 'ky', 'DIRECT', { quantity: 2 }, 20_000],
  ['2.000635', 'ca-nhan', 'DIRECT', { quantity: 5 }, 40_000],
  ['2.001035', 'the-chap-nong-nghiep', 'DIRECT', { quantity: 1 }, 0],
  ['1.000656', 'dung-han', 'DIRECT', { quantity: 1 }, 0],
  ['1.004222', 'ghe-thuyen', 'DIRECT', { quantity: 1 }, 20_000],
  ['1.010038', 'ly-hon', 'ONLINE', { quantity: 1 }, 5000],
] as const)('the fee of %s, case %s, %s', (code, caseId, channel, request, total) => {
  expect(feeFor(get(code), caseId, channel, request)).toMatchObject({ kind: 'fee', total });
});

test.each([
  ['1.004873', 'lan-dau', 'DIRECT'],
  ['1.000656', 'qua-han', 'DIRECT'],
  ['1.013978', 'co-giay-to', 'DIRECT'],
  ['1.004194', 'ca-nhan', 'DIRECT'],
  ['1.010803', 'tu-tho-cung', 'DIRECT'],
] as const)('the fee of %s is not known and is asked for', (code, caseId, channel) => {
  expect(feeFor(get(code), caseId, channel, { quantity: 1 }).kind).toBe('ask');
});

test('ranks, short names and everyday names tell procedures apart', () => {
  const { procedures } = catalogue;
  expect(new Set(procedures.map((p) => p.rank)).size).toBe(48);
  expect(new Set(procedures.map((p) => p.shortName)).size).toBe(48);
  for (const p of procedures) expect(new Set(p.everydayNames).size).toBe(p.everydayNames.length);
});

test('labels fit the screen and the words are Vietnamese letters, digits and usual signs', () => {
  const marked = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ';
  const allowed = new RegExp(`^[a-zA-Z0-9${marked}${marked.toUpperCase()} _.,;:()/%×'-]+$`);
  for (const [path, text] of texts([catalogue.procedures, offices], '')) {
    if (path.endsWith('.source') && text.startsWith('https:')) continue; // The test of the schema looks at addresses.
    expect([path, text, text === text.normalize('NFC') && allowed.test(text)]).toEqual([path, text, true]);
  }
  for (const c of catalogue.procedures.flatMap((p) => p.cases)) expect(c.label.length).toBeLessThanOrEqual(44);
  for (const x of catalogue.procedures.flatMap((p) => p.papers)) expect(x.name.length).toBeLessThanOrEqual(90);
});

test('civil-status procedures are to be looked through before the law of 1 March 2027', () => {
  const civil = catalogue.procedures.filter((p) => p.field.code === 'ho-tich');
  expect(civil).toHaveLength(13);
  expect(civil.map((p) => p.review?.before)).toEqual(civil.map(() => '2027-03-01'));
});

test('the fast lane holds certification done at once', () => {
  expect(catalogue.procedures.filter((p) => p.fastLane).map((p) => p.code)).toEqual([
    '2.000815',
    '2.000884',
    '2.000992',
  ]);
});

test('a procedure has no text before its first day', () => {
  expect(procedureAt(catalogue, '1.001193', '2026-05-31')).toBeUndefined();
  expect(caseOf(get('1.001193'), 'khong-co')).toBeUndefined();
});

test('the office table holds 102 communes, 20 of them wards, each with four units and its own code prefix', () => {
  const communes = offices.offices.filter((o) => o.kind === 'commune-centre');
  expect(communes).toHaveLength(102);
  expect(communes.filter((o) => o.shortName.startsWith('phường'))).toHaveLength(20);
  expect(allOffices(offices)).toHaveLength(offices.offices.length + 4 * 102);
  expect(offices.offices.filter((o) => o.codePrefix?.sure === true)).toEqual([]);
});

test('every procedure finds its processing unit from a commune of either kind', () => {
  for (const id of ['xa-29905', 'xa-28360']) {
    const receiving = offices.offices.find((o) => o.id === id);
    if (receiving === undefined) throw new Error(id);
    for (const p of catalogue.procedures) {
      expect([p.code, processingUnit(offices, p.competent, receiving)?.role]).toEqual([p.code, p.competent.unit]);
    }
  }
});

test('the ward of Sa Đéc is written as on its slips', () => {
  const saDec = offices.offices.find((o) => o.id === 'xa-29905');
  expect(saDec).toMatchObject({
    name: 'Trung tâm Phục vụ hành chính công phường Sa Đéc',
    authority: 'UBND PHƯỜNG SA ĐÉC',
    placeName: 'Sa Đéc',
    codePrefix: { value: 'H20.57', sure: false },
  });
});

test.each([
  ['sao y', '2.000815'],
  ['photo cong chung', '2.000815'],
  ['so do', '1.013978'],
  ['sổ đỏ', '1.013978'],
  ['giay doc than', '1.004873'],
  ['khai sinh', '1.001193'],
  ['khai sanh', '1.001193'],
  ['bao tu', '1.000656'],
  ['hon thu', '1.000894'],
  ['sang ten', '1.013831'],
  ['cat dat', '1.012784'],
  ['mat so do', '1.012786'],
  ['doi so do', '1.012783'],
  ['mo tiem', '1.001612'],
  ['tien nguoi gia', '1.014027'],
  ['ho ngheo', '1.011607'],
  ['ct07', '1.010041'],
  ['ho khau', '1.004222'],
  ['tam tru', '1.004194'],
  ['trich luc', '2.000635'],
  ['chia thua ke', '2.001406'],
  ['mai tang', '1.001731'],
  ['giay khuyet tat', '1.001699'],
  ['1.012812', '1.012812'],
])('"%s" finds %s first', (query, code) => {
  expect(findProcedures(catalogue, query, { date: '2026-11-24' })[0]?.procedure.code).toBe(code);
});

test('every procedure has an English name of its own, by which it is found first', () => {
  expect(new Set(catalogue.procedures.map((p) => p.nameEn)).size).toBe(48);
  for (const p of catalogue.procedures) {
    const first = findProcedures(catalogue, p.nameEn, { date: '2026-11-24', limit: 1 }).map((f) => f.procedure.code);
    expect([p.nameEn, first]).toEqual([p.nameEn, [p.code]]);
  }
});

test.each([
  ['permanent residence', '1.004222'],
  ['marital status', '1.004873'],
  ['will', '2.001019'],
])('in English "%s" finds %s among the first three', (query, code) => {
  const found = findProcedures(catalogue, query, { date: '2026-11-24', limit: 3 });
  expect(found.map(({ procedure }) => procedure.code)).toContain(code);
});

test('every everyday name finds its own procedure within the first three', () => {
  for (const p of catalogue.procedures) {
    for (const name of p.everydayNames) {
      const first = findProcedures(catalogue, name, { date: '2026-11-24', limit: 3 }).map((f) => f.procedure.code);
      expect([name, first]).toEqual([name, expect.arrayContaining([p.code])]);
    }
  }
});
