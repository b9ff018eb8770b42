import { inflateRawSync } from 'node:zlib';
import { Workbook, type CellValue } from '@cj-tech-master/excelts';
import { parseXml } from '@cj-tech-master/excelts/xml';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { workbook, type Sheet, type SheetCell } from './workbook.ts';

const sheet = (rows: readonly (readonly SheetCell[])[], more: Partial<Sheet> = {}): Sheet => ({
  name: 'Sổ 2026',
  madeAt: '2026-11-23T16:58:00',
  madeBy: 'Lê Thị Kim Ngân',
  title: ['SỔ THEO DÕI HỒ SƠ', 'Năm 2026'],
  columns: [
    { head: 'TT', width: 6, kind: 'number' },
    { head: 'Tên cá nhân, tổ chức', width: 30, kind: 'text' },
    { head: 'Nhận hồ sơ', over: 'Ngày, tháng, năm', width: 18, kind: 'moment' },
    { head: 'Hẹn trả', over: 'Ngày, tháng, năm', width: 14, kind: 'date' },
  ],
  rows,
  ...more,
});

/** The parts of a ZIP by its own directory (APPNOTE 4.3), read without the library that wrote it. */
function partsOf(file: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(file);
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    expect(bytes.toString('latin1', at, at + 4)).toBe('PK\u0001\u0002');
    const [method, packed, nameLength, extra, comment, local] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ] as const;
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    expect(bytes.toString('latin1', local, local + 4)).toBe('PK\u0003\u0004');
    const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const raw = bytes.subarray(data, data + packed);
    parts.set(name, (method === 8 ? inflateRawSync(raw) : raw).toString('utf8'));
    at += 46 + nameLength + extra + comment;
  }
  return parts;
}

async function read(file: Uint8Array) {
  const book = new Workbook();
  await book.xlsx.load(file);
  const page = book.worksheets[0];
  if (page === undefined) throw new Error('no sheet');
  return page;
}

test('what is written is read back: numbers, text with all its marks, days and moments as such', async () => {
  const page = await read(
    await workbook(
      sheet([
        [1, 'Nguyễn Thị Hồng Nhung', '2026-11-23T10:42:59', '2026-11-27'],
        [1284, 'Đỗ Quý Ưởng', '2026-02-28T23:59:59', null],
      ]),
    ),
  );
  const cells = (row: number): CellValue[] => [1, 2, 3, 4].map((column) => page.getCell(row, column).value);
  expect(page.getCell(1, 1).value).toBe('SỔ THEO DÕI HỒ SƠ');
  expect(cells(5)).toEqual([
    1,
    'Nguyễn Thị Hồng Nhung',
    new Date('2026-11-23T10:42:59Z'),
    new Date('2026-11-27T00:00:00Z'),
  ]);
  expect(cells(6)).toEqual([1284, 'Đỗ Quý Ưởng', new Date('2026-02-28T23:59:59Z'), null]);
  expect([1, 2, 3, 4].map((column) => page.getCell(5, column).numFmt)).toEqual([
    '#,##0',
    '@',
    'dd/mm/yyyy hh:mm',
    'dd/mm/yyyy',
  ]);
});

test('the head stands over its columns, stays when scrolled and repeats on each page of A4 landscape', async () => {
  const page = await read(await workbook(sheet([])));
  expect([1, 2, 3, 4].map((column) => page.getCell(3, column).value)).toEqual([
    'TT',
    'Tên cá nhân, tổ chức',
    'Ngày, tháng, năm',
    'Ngày, tháng, năm',
  ]);
  expect([3, 4].map((column) => page.getCell(4, column).value)).toEqual(['Nhận hồ sơ', 'Hẹn trả']);
  expect(page.getCell(4, 1).master.address).toBe('A3');
  expect(page.getCell(3, 4).master.address).toBe('C3');
  expect([1, 2, 3, 4].map((column) => page.getColumn(column).width)).toEqual([6, 30, 18, 14]);
  expect(page.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
  expect(page.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToHeight: 0,
    printTitlesRow: '3:4',
  });
  const plain = await read(
    await workbook(sheet([], { title: [], columns: [{ head: 'TT', width: 6, kind: 'number' }] })),
  );
  expect(plain.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
});

test.each([
  '=1+1',
  '+84912000345',
  '-1',
  '@SUM(A1)',
  '\t=1',
  "'=1",
  '=HYPERLINK("http://x")',
  '0087',
  '1e5',
  '_x0041_',
])('%s stays text', async (text) => {
  const file = await workbook(sheet([[1, text, null, null]]));
  const page = await read(file);
  expect(page.getCell(5, 2).value).toBe(text);
  expect(page.getCell(5, 2).numFmt).toBe('@');
  expect(partsOf(file).get('xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/);
});

test('the file is a ZIP of well-formed parts, each known to the list of contents', async () => {
  const hostile = [
    '<&>"\'',
    ']]>',
    'a\nb',
    '\u0000\u0001\u000b\u009f',
    '\ud800 \udc00',
    '\ufffe\uffff',
    '👩‍👩‍👧',
    'x'.repeat(40_000),
  ];
  const file = await workbook(
    sheet(
      hostile.map((text, n) => [n, text, null, null]),
      { name: 'Sổ [2026]: "1/2" *?\\ dài hơn ba mươi mốt chữ cái' },
    ),
  );
  const parts = partsOf(file);
  for (const text of parts.values()) expect(() => parseXml(text)).not.toThrow();
  const contents = parts.get('[Content_Types].xml') ?? '';
  expect([...parts.keys()].sort()).toEqual(
    expect.arrayContaining(['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml']),
  );
  for (const [, name = ''] of contents.matchAll(/PartName="\/([^"]+)"/g))
    expect([name, parts.has(name)]).toEqual([name, true]);
  expect(parts.get('docProps/core.xml')).toContain('<dc:creator>Lê Thị Kim Ngân</dc:creator>');
  expect(parts.get('docProps/core.xml')).toContain('2026-11-23T16:58:00Z');
  const page = await read(file);
  expect(page.name).toBe('Sổ  2026   "1 2"     dài hơn ba');
  expect(page.getCell(8, 2).value).toBeNull();
  expect(page.getCell(12, 2).value).toBe('x'.repeat(32_767));
});

test('any text is read back as it can be written in XML', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), { maxLength: 20 }),
      async (texts) => {
        const page = await read(await workbook(sheet(texts.map((text, n) => [n, text, null, null]))));
        for (const [n, text] of texts.entries()) {
          const plain = text.normalize('NFC').replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, '');
          expect(page.getCell(5 + n, 2).value).toBe(plain === '' ? null : plain);
        }
      },
    ),
    { numRuns: 30 },
  );
});

test('other work has its turn while thousands of rows are written', async () => {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 0);
  function* many(): Generator<readonly SheetCell[]> {
    for (let n = 1; n <= 3000; n += 1) yield [n, `Người thứ ${n}`, '2026-11-23T10:42:00', '2026-11-27'];
  }
  const file = await workbook(sheet([], { rows: many() }));
  clearInterval(timer);
  expect((await read(file)).getCell(3004, 2).value).toBe('Người thứ 3000');
  expect(turns).toBeGreaterThan(5);
});
