import { afterEach, beforeEach, expect, test } from 'vitest';
import { receiveComplete } from '../../../tests/harness/complete-receipt.ts';
import { enrolledFolder, type EnrolledFolder } from '../../../tests/harness/enrolled-folder.ts';
import { openTestDesk, textPrinter, type TestDesk } from '../../../tests/harness/test-desk.ts';

/** The ledger while a PDF is being made: a second press, a colleague who sits down, a program that closes. */

let folder: EnrolledFolder;
let desk: TestDesk;
let waiting: (() => void)[];
let dossierId: string;

beforeEach(async () => {
  waiting = [];
  folder = await enrolledFolder();
  const printer = {
    ...textPrinter,
    makePdf: async (html: string) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return new TextEncoder().encode(`%PDF ${html}`);
    },
  };
  desk = await openTestDesk(folder.path, { printer });
  await desk.signIn('ngan');
  ({ dossierId } = await receiveComplete(desk));
});

afterEach(async () => {
  await desk.desk.close();
  folder.remove();
});

/** Finishes every PDF that is asked for, until the calls are answered. */
async function finish<T>(calls: Promise<T>): Promise<T> {
  let open = true;
  void calls.finally(() => (open = false));
  while (open) {
    waiting.splice(0).forEach((done) => done());
    await new Promise((resolve) => setImmediate(resolve));
  }
  return calls;
}

const printIt = () => desk.call('slip.print', { dossierId, form: '01', about: null });

test('printed twice at once, one first slip is made', async () => {
  const [one, two] = await finish(Promise.all([printIt(), printIt()]));
  expect(two.slip.slipId).toBe(one.slip.slipId);
  expect(await desk.call('slip.list', { dossierId })).toHaveLength(1);
});

test('two copies at once have numbers of their own', async () => {
  const { slip } = await finish(printIt());
  const again = () => desk.call('slip.reprint', { slipId: slip.slipId, reason: 'bị nhòe' });
  const copies = await finish(Promise.all([again(), again()]));
  expect(copies.map((copy) => copy.slip.issue).sort((a, b) => a - b)).toEqual([2, 3]);
});

test('a slip is written to the person who asked for it, though another sits there when it is ready', async () => {
  const asked = printIt();
  while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await desk.signIn('tam');
  expect((await finish(asked)).slip.madeBy).toBe('Lê Thị Kim Ngân');
});
