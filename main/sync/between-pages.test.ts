import { afterEach, beforeEach, expect, test } from 'vitest';
import type { z } from 'zod';
import { receiveComplete } from '../../tests/harness/complete-receipt.ts';
import { enrolledFolder, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { fakeProvince, settle, type FakeProvince } from '../../tests/harness/fake-province.ts';
import { openedStore } from '../../tests/harness/opened-store.ts';
import { openTestDesk, type TestDesk } from '../../tests/harness/test-desk.ts';
import { virtualClock } from '../../tests/harness/virtual-clock.ts';
import type { Store } from '../store/store.ts';
import type { Province } from './province.ts';
import { pullFeed } from './pull.ts';

/** While years of a feed come in, what the counter writes goes out between two pages. */

const epoch = '019ab000-0000-7000-8000-0000000000e0';
let folder: EnrolledFolder;
let province: FakeProvince;
let desk: TestDesk;
/** Pages of a feed that has no end, each let through by the test. */
let page: PromiseWithResolvers<void>;

beforeEach(async () => {
  folder = await enrolledFolder();
  province = fakeProvince(folder);
  page = Promise.withResolvers();
  let n = 0;
  province.answers.set('/v1/pull', async () => {
    await page.promise;
    page = Promise.withResolvers();
    n += 1;
    return Response.json({ epoch, events: [], verdicts: [], cursor: `c${n}`, more: true, left: 4_000 - n });
  });
  desk = await openTestDesk(folder.path, { fetch: province.fetch });
  await desk.signIn('ngan');
  desk.clock.advance(1);
  await settle();
});
afterEach(async () => {
  await desk.desk.close();
  folder.remove();
});

/** The next page comes, and is stored. */
async function next(): Promise<void> {
  page.resolve();
  await settle();
}

async function receive(): Promise<string> {
  return (await receiveComplete(desk)).dossierId;
}
const stand = async (id: string) => (await desk.call('dossier.get', { id })).stand;

test('a receipt is in the provincial system while the feed is far from its end, and the bar still says that it comes', async () => {
  for (let n = 0; n < 3; n++) await next();
  expect((await desk.call('status.get', {})).line).toMatchObject({ state: 'receiving', of: 3_999 });
  const id = await receive();
  expect((await stand(id)).reasons.map(({ code }) => code)).toEqual(['TT-07']);
  await next();
  await next();
  expect(await stand(id)).toMatchObject({ state: 'inProvince', reasons: [] });
  expect((await desk.call('status.get', {})).line.state).toBe('receiving');
});

test('a log the province does not take is tried once in a long feed, and the feed goes on', async () => {
  province.answers.set('/v1/push', () => Response.json({ code: 'DT-03', vi: '', en: '' }, { status: 403 }));
  await next();
  await receive();
  for (let n = 0; n < 4; n++) await next();
  expect(province.asked.filter((path) => path === '/v1/push')).toHaveLength(1);
  expect((await desk.call('status.get', {})).line).toMatchObject({ state: 'receiving' });
});

test('nothing is sent before what was stored of the pages is on the disk', async () => {
  const own = await openedStore();
  const did: string[] = [];
  const much: ReturnType<Store['takeMuch']> = {
    transact(work) {
      did.push('stored');
      return own.store.transact(work);
    },
    toDisk: () => void did.push('on the disk'),
    tend: () => Promise.resolve(),
    rest: () => Promise.resolve(),
    goOn: () => undefined,
    end: () => Promise.resolve(),
  };
  const store = Object.create(own.store, { takeMuch: { value: () => much } }) as Store;
  let pages = 0;
  const feed = {
    witnessed: (_method: string, _target: string, _json: null, schema: z.ZodType) => {
      pages += 1;
      const reply = { epoch, events: [], verdicts: [], cursor: `c${pages}`, more: pages < 3, left: 9_000 };
      return Promise.resolve({ reply: schema.parse(reply), isSigned: true });
    },
  } as unknown as Province;
  await pullFeed({
    store,
    province: feed,
    clock: virtualClock(0),
    serverPublicKey: '',
    progressed: () => undefined,
    between: {
      isDue: () => true,
      go() {
        did.push('sent');
        return Promise.resolve();
      },
    },
    stopped: () => false,
  });
  expect(did).toEqual(['stored', 'on the disk', 'sent', 'stored', 'on the disk', 'sent', 'stored']);
  own.close();
});
