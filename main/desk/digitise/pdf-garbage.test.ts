import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { ProblemError } from '../../../contract/problems.ts';
import { jpeg, scannedPdf, typedPdf } from '../../../tests/harness/paper-files.ts';
import { isPdfBomb } from './pdf-bomb.ts';
import { composePdf, inspect, shownPages } from './pdf.ts';

/** Files as a bad disk, a cut transfer or an ill-meaning person leaves them: told in words, or taken; never anything else. */

const change = fc.record({ at: fc.nat({ max: 4000 }), byte: fc.nat({ max: 255 }) });

/** What comes of taking such a file, showing it and making a paper of its first page. */
async function endOf(bytes: Uint8Array): Promise<string> {
  try {
    const { pages } = await inspect(bytes, 'a');
    await shownPages(bytes, 0, 1_000_000);
    const made = await composePdf([{ fileId: 'a', page: 0, turn: 0 }], new Map([['a', bytes]]), {
      title: 'x',
      at: new Date(0),
    });
    return made.length > 0 && pages.length > 0 ? 'taken' : 'empty';
  } catch (error) {
    return error instanceof ProblemError && /^SH-0[1-5]$/.test(error.code) ? 'told' : String(error);
  }
}

test.each([
  ['a scanned PDF', () => scannedPdf(2)],
  ['a typed PDF', () => typedPdf(2)],
  ['a JPEG', () => Promise.resolve(jpeg())],
])('%s with bytes changed or cut off is taken or told', { timeout: 60_000 }, async (_what, make) => {
  // pdf-lib tells the console of what it mends.
  const quiet = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const whole = await make();
  const ends = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), fc.nat(), async (changes, cut) => {
      const bytes = new Uint8Array(whole.slice(0, cut % 3 === 0 ? cut % whole.length : whole.length));
      for (const { at, byte } of changes) if (at < bytes.length) bytes[at] = byte;
      const end = await endOf(bytes);
      ends.add(end);
      expect(['taken', 'told']).toContain(end);
    }),
    { numRuns: 300 },
  );
  expect(ends).toContain('told');
  quiet.mockRestore();
});

/** A PDF whose objects unpack to forty megabytes of blanks, said to be packed like this. */
function bomb(head: string): Uint8Array {
  const packed = deflateSync(Buffer.concat([Buffer.from('1 0 << /Type /Catalog >> '), Buffer.alloc(40_000_000, 0x20)]));
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< ${head} /N 1 /First 4 /Length ${packed.length} >>\nstream\n`),
    packed,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 2 0 R >>\n%%EOF\n'),
  ]);
}

test.each([
  '/Type /ObjStm /Filter /FlateDecode',
  '/Type /ObjStm /Filter [/FlateDecode]',
  '/Type /Obj#53tm /Filter /FlateDecode',
  '/Type /XRef /Filter /FlateDecode',
  '/Subtype /Image /Type /ObjStm /Filter /FlateDecode',
  '/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]',
])('a file that unpacks to more than it should is not opened: %s', async (head) => {
  const bytes = bomb(head);
  expect(bytes.length).toBeLessThan(100_000);
  expect(isPdfBomb(bytes)).toBe(true);
  expect(await endOf(bytes)).toBe('told');
});

test('ordinary files are not taken for one', async () => {
  for (const bytes of [await scannedPdf(200), await typedPdf(3)]) expect(isPdfBomb(bytes)).toBe(false);
});
