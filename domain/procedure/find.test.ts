import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleCase, exampleCatalogue, exampleProcedure } from './example.ts';
import { findProcedures } from './find.ts';

const catalogue = exampleCatalogue([
  exampleProcedure({ code: '1.000001', shortName: 'Đăng ký khai sinh', everydayNames: ['làm khai sanh'], rank: 1 }),
  exampleProcedure({ code: '1.000002', shortName: 'Đăng ký lại khai sinh', everydayNames: ['mất khai sanh'], rank: 2 }),
  exampleProcedure({ code: '2.004873', shortName: 'Xác nhận hôn nhân', everydayNames: ['giấy độc thân'], rank: 3 }),
]);
const date = '2026-11-24';
const codes = (query: string, uses: Record<string, number> = {}): string[] =>
  findProcedures(catalogue, query, { date, uses: new Map(Object.entries(uses)) }).map((f) => f.procedure.code);

test('everyday names are found without marks, in any order, half typed', () => {
  for (const query of ['giay doc than', 'giấy độc thân', 'GIẤY ĐỘC THÂN', 'than doc', 'doc th', 'giấy độc thân']) {
    expect([query, codes(query)[0]]).toEqual([query, '2.004873']);
  }
});

test('the recognised name is given back as written', () => {
  expect(findProcedures(catalogue, 'doc than', { date })[0]?.matched).toBe('giấy độc thân');
});

test('a whole name comes before a part, a part in order before other orders', () => {
  expect(codes('mat khai sanh')).toEqual(['1.000002']);
  expect(codes('dang ky khai sinh')).toEqual(['1.000001', '1.000002']);
});

test('a name that begins with the query comes before one that only holds it', () => {
  const two = exampleCatalogue([
    exampleProcedure({ code: '1.000001', everydayNames: ['giấy độc thân mua đất'], rank: 1 }),
    exampleProcedure({ code: '1.000002', everydayNames: ['đất chưa có sổ'], rank: 2 }),
  ]);
  expect(findProcedures(two, 'dat', { date }).map((f) => f.procedure.code)).toEqual(['1.000002', '1.000001']);
});

test('a case is found by its label, and the procedure’s own name is not repeated as an everyday name', () => {
  const one = exampleCatalogue([exampleProcedure({ cases: [exampleCase('a', { label: 'Đã ly hôn' })] })]);
  expect(findProcedures(one, 'ly hon', { date })).toHaveLength(1);
  expect(findProcedures(one, 'thu tuc', { date })[0]?.matched).toBeNull();
});

test('a whole official or English name that says a word twice finds its procedure', () => {
  const names = { name: 'Cấp bản sao từ bản chính', nameEn: 'Issue of a copy of an original' };
  const one = exampleCatalogue([exampleProcedure(names)]);
  for (const query of Object.values(names))
    expect([query, findProcedures(one, query, { date }).length]).toEqual([query, 1]);
});

test('words in the order of the name come before other orders, whatever is used most', () => {
  const two = exampleCatalogue([
    exampleProcedure({ code: '1.000001', everydayNames: ['đã có giấy đất'], rank: 2 }),
    exampleProcedure({ code: '1.000002', everydayNames: ['giấy đất đã có'], rank: 1 }),
  ]);
  const found = findProcedures(two, 'co giay', { date, uses: new Map([['1.000002', 9]]) });
  expect(found.map((f) => f.procedure.code)).toEqual(['1.000001', '1.000002']);
});

test('between equal matches the counter’s most used comes first, then the suggested order', () => {
  expect(codes('khai sinh')).toEqual(['1.000001', '1.000002']);
  expect(codes('khai sinh', { '1.000002': 7 })).toEqual(['1.000002', '1.000001']);
});

test('a procedure is found by its code, whole or in part', () => {
  expect(codes('2.004873')).toEqual(['2.004873']);
  expect(codes('4873')).toEqual(['2.004873']);
  expect(codes('00000')).toEqual(['1.000001', '1.000002']);
});

test('an empty query lists everything by use', () => {
  expect(codes('  ', { '2.004873': 3 })).toEqual(['2.004873', '1.000001', '1.000002']);
  expect(findProcedures(catalogue, '', { date, limit: 2 })).toHaveLength(2);
});

test('a short beginning never takes the word a longer one needs', () => {
  expect(codes('t than thu tuc')).toEqual(['2.004873']);
});

test('words no procedure has find nothing', () => {
  expect(codes('xe lửa')).toEqual([]);
  expect(codes('khai khai khai')).toEqual([]);
});

test('any words of a name in any order find its procedure', () => {
  const phrase = fc.constantFrom(
    ...catalogue.procedures.flatMap((p) => [p.shortName, ...p.everydayNames].map((name) => ({ code: p.code, name }))),
  );
  fc.assert(
    fc.property(
      phrase.chain((p) =>
        fc.shuffledSubarray(p.name.split(' '), { minLength: 1 }).map((w) => ({ ...p, typed: w.join(' ') })),
      ),
      ({ code, typed }) => {
        expect(codes(typed)).toContain(code);
      },
    ),
  );
});

test('a text is found only on the days it is in force', () => {
  const dated = exampleCatalogue([exampleProcedure({ validFrom: '2026-06-01', validTo: '2026-12-31' })]);
  const on = (day: string): number => findProcedures(dated, 'thu tuc', { date: day }).length;
  expect(['2026-05-31', '2026-06-01', '2026-12-31', '2027-01-01'].map(on)).toEqual([0, 1, 1, 0]);
});

test('of the fields a number was taken for: alone while nothing is typed, first among equal matches, never instead of a better one', () => {
  const field = (code: string) => ({ code, name: code, nameEn: code });
  const three = exampleCatalogue([
    exampleProcedure({ code: '1.000001', shortName: 'Đăng ký khai sinh', field: field('ho-tich'), rank: 2 }),
    exampleProcedure({ code: '1.000002', shortName: 'Đăng ký hộ kinh doanh', field: field('ho-kinh-doanh'), rank: 1 }),
    exampleProcedure({ code: '1.000003', shortName: 'Sao y', field: field('chung-thuc'), rank: 3 }),
  ]);
  const of = (query: string, ...fields: string[]): string[] =>
    findProcedures(three, query, { date, fields }).map((f) => f.procedure.code);
  expect(of('', 'ho-tich')).toEqual(['1.000001']);
  expect(of('', 'cu-tru')).toEqual(['1.000002', '1.000001', '1.000003']);
  expect(of('dang ky', 'ho-tich')).toEqual(['1.000001', '1.000002']);
  expect(of('sao y', 'ho-tich')).toEqual(['1.000003']);
});
