import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../catalogue/load.ts';
import { examplePaper, exampleCase, exampleProcedure } from '../procedure/example.ts';
import type { Channel, PaperRule } from '../procedure/catalogue.ts';
import { procedureGuidance } from './sheet.ts';

const loaded = await loadCatalogue(new URL('../../catalogue/', import.meta.url));
if (!loaded.ok) throw new Error(loaded.fault.detail);
const { procedures } = loaded.catalogue;
const every = procedures.flatMap((procedure) => procedure.cases.map((one) => ({ procedure, caseId: one.id })));
const channels = ['DIRECT', 'ONLINE', 'POSTAL'] as const satisfies readonly Channel[];

test('every procedure, case and channel of the catalogue can be told in whole words', () => {
  fc.assert(
    fc.property(fc.constantFrom(...every), fc.constantFrom(...channels), ({ procedure, caseId }, channel) => {
      const told = procedureGuidance(procedure, caseId, channel);
      const ofCase = procedure.papers.filter(({ cases }) => cases === undefined || cases.includes(caseId));
      const sets = (group: PaperRule['group']): number =>
        new Set(ofCase.filter((paper) => paper.group === group).map((paper) => paper.oneOf ?? paper.id)).size;
      // No paper is left out, and none is told twice.
      expect(told.submit).toHaveLength(sets('submit'));
      expect(told.present).toHaveLength(sets('present'));
      for (const paper of ofCase) {
        const said = [...told.submit, ...told.present].map(({ name }) => name.toLowerCase()).join('\n');
        expect(said).toContain(paper.name.toLowerCase());
      }
      for (const text of [told.limitText, told.feeText, told.result, ...told.steps, ...told.remarks]) {
        expect(text).not.toBe('');
        expect(text).not.toMatch(/undefined|null|NaN/);
        expect(text).toBe(text.normalize('NFC'));
      }
      expect(told.steps.length).toBeGreaterThan(1);
    }),
    { numRuns: 300 },
  );
});

test('a set of papers is one line with the condition of each; a paper of another case is not told', () => {
  const procedure = exampleProcedure({
    cases: [exampleCase('a'), exampleCase('b')],
    papers: [
      examplePaper('form', { name: 'Đơn', form: 'Mẫu số 01' }),
      examplePaper('witness', { name: 'Văn bản làm chứng', need: 'case', condition: 'Khi có người', oneOf: 'birth' }),
      examplePaper('oath', { name: 'Giấy cam đoan', need: 'case', condition: 'Khi không ai', oneOf: 'birth' }),
      examplePaper('proxy', { name: 'Ủy quyền', role: 'authorisation', need: 'case', condition: 'Khi làm thay' }),
      examplePaper('other', { name: 'Giấy khác', cases: ['b'] }),
      examplePaper('home', { name: 'Giấy tờ cư trú', group: 'present', need: 'if-not-in-database' }),
    ],
  });
  const told = procedureGuidance(procedure, 'a', 'DIRECT');
  expect(told.submit.map(({ name, when }) => [name, when])).toEqual([
    ['Đơn (Mẫu số 01)', ''],
    ['Một trong các giấy tờ: văn bản làm chứng (khi có người); giấy cam đoan (khi không ai)', ''],
    ['Ủy quyền', 'khi làm thay'],
  ]);
  expect(told.present).toEqual([{ name: 'Giấy tờ cư trú', when: 'khi không tra cứu được trên dữ liệu dùng chung' }]);
  expect(() => procedureGuidance(procedure, 'x', 'DIRECT')).toThrow(RangeError);
});

const find = (code: string) => {
  const procedure = procedures.find((each) => each.code === code);
  if (procedure === undefined) throw new Error(`${code} is not in the catalogue`);
  return procedure;
};

test('time and fee by channel: the first land certificate is told to be faster online', () => {
  const land = find('1.013978');
  const caseId = land.cases[0]?.id ?? '';
  const told = procedureGuidance(land, caseId, 'DIRECT');
  expect(told.limitText).toBe('27 ngày làm việc kể từ khi nộp đủ giấy tờ');
  expect(told.remarks).toContain('Nộp trực tuyến chỉ mất 17 ngày làm việc');
  expect(procedureGuidance(land, caseId, 'ONLINE').steps[0]).toContain('Cổng Dịch vụ công');
});

test('a fee by pages is told with its ceiling, a fast procedure with waiting at the counter', () => {
  const copies = find('2.000815');
  const told = procedureGuidance(copies, 'co-ban-sao', 'DIRECT');
  expect(told.feeText).toBe('2.000 đồng một trang, từ trang thứ 3 là 1.000 đồng, nhiều nhất 200.000 đồng một bản');
  expect(told.steps.at(-1)).toBe('Chờ nhận kết quả tại quầy');
  expect(told.limitText).toBe('trả ngay tại quầy');
});
