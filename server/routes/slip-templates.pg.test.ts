import { z } from 'zod';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishedEditionSchema, slipEditionSchema } from '../../contract/slip-template.ts';
import { referenceReplySchema } from '../../contract/sync.ts';
import { mau02Template } from '../../domain/form/templates/mau-02.ts';
import { mau03Template } from '../../domain/form/templates/mau-03.ts';
import { CENTRE, OFFICE, OTHER, testProvince, type Seat, type TestProvince } from '../../tests/harness/test-server.ts';

let province: TestProvince;
/** Today by the test province's clock. */
const TODAY = '2026-11-24';

type Who = 'local' | 'other' | 'provincial' | 'officer';
const desks = new Map<Who, Seat>();

beforeAll(async () => {
  province = await testProvince();
  for (const [who, role, office] of [
    ['local', 'administrator', OFFICE],
    ['other', 'administrator', OTHER],
    ['provincial', 'administrator', CENTRE],
    ['officer', 'officer', OFFICE],
  ] as const) {
    desks.set(who, await province.seat(who, role, office));
  }
});
afterAll(() => province.close());

function at(who: Who): Seat {
  const found = desks.get(who);
  if (found === undefined) throw new Error(`no desk of ${who}`);
  return found;
}

const publish = (who: Who, over: object = {}) =>
  at(who).desk.ask(
    'POST',
    '/v1/admin/templates',
    { office: OFFICE, basedOn: 'mau-02@1', template: mau02Template, validFrom: TODAY, ...over },
    { 'x-session': at(who).token },
  );
const seen = async (who: Who): Promise<string[]> => {
  const answer = await at(who).desk.ask('GET', '/v1/admin/templates', undefined, { 'x-session': at(who).token });
  return answer.as(z.array(publishedEditionSchema)).map(({ template }) => template.id);
};
const handedOut = async (who: Who): Promise<string[]> => {
  const { reference } = (await at(who).desk.ask('GET', '/v1/reference')).as(referenceReplySchema);
  return reference.slipEditions.map((each) => slipEditionSchema.parse(each).template.id);
};

test('an edition gets the next number, is handed out to its own office alone, and the province sees who made it', async () => {
  const template = { ...mau02Template, name: 'Phiếu yêu cầu bổ sung của phường' };
  const made = (await publish('local', { template, validFrom: '2026-12-01' })).as(publishedEditionSchema);
  expect(made).toMatchObject({
    template: { id: 'mau-02@2', name: template.name },
    validFrom: '2026-12-01',
    office: OFFICE,
    publishedAt: province.clock.at,
  });
  expect(await handedOut('local')).toEqual(['mau-02@2']);
  expect(await handedOut('other')).toEqual([]);
  expect(await seen('local')).toEqual(['mau-02@2']);
  expect(await seen('other')).toEqual([]);
});

test('whoever edits an edition that is no longer the newest is told, and two at once do not get one number', async () => {
  const answers = await Promise.all([
    publish('local', { basedOn: 'mau-02@2' }),
    publish('local', { basedOn: 'mau-02@2' }),
  ]);
  expect(answers.map(({ status, code }) => `${status} ${code}`).toSorted()).toEqual(['200 null', '409 SV-04']);
  expect(await seen('local')).toEqual(['mau-02@2', 'mau-02@3']);
});

test('the number of another office is never given again', async () => {
  const made = (await publish('other', { office: OTHER })).as(publishedEditionSchema);
  expect(made.template.id).toBe('mau-02@4');
  expect(await handedOut('other')).toEqual(['mau-02@4']);
});

test("the province's edition goes to every office, and only its administrator makes it", async () => {
  const wanted = { office: null, basedOn: 'mau-03@1', template: mau03Template };
  expect(await publish('local', wanted)).toMatchObject({ status: 403, code: 'DN-05' });
  expect((await publish('provincial', wanted)).status).toBe(200);
  expect(await handedOut('local')).toContain('mau-03@2');
  expect(await handedOut('other')).toContain('mau-03@2');
});

test('nobody publishes for another office, nor an officer for their own', async () => {
  expect(await publish('other', { basedOn: 'mau-02@3' })).toMatchObject({ status: 403, code: 'DN-05' });
  expect(await publish('officer', { basedOn: 'mau-02@3' })).toMatchObject({ status: 403, code: 'DN-05' });
});

test('an edition of an office that is not there is refused, by whom it may be made for any', async () => {
  const answer = await publish('provincial', { office: 'xa-khong-co', basedOn: 'mau-02@1' });
  expect(answer).toMatchObject({ status: 400, code: 'GN-02' });
  expect(answer.body).toContain('office');
});

test('a day that is over, a template that lost what the law asks for, and markup are refused; nothing is kept', async () => {
  const before = await seen('local');
  const basedOn = 'mau-02@3';
  expect(await publish('local', { basedOn, validFrom: '2026-11-23' })).toMatchObject({ status: 400, code: 'GN-02' });
  const bare = { ...mau02Template, blocks: mau02Template.blocks.filter(({ kind }) => kind !== 'signatures') };
  expect(await publish('local', { basedOn, template: bare })).toMatchObject({ status: 400, code: 'GN-02' });
  const marked = { ...mau02Template, source: '<b>Mẫu 02</b>' };
  expect(await publish('local', { basedOn, template: marked })).toMatchObject({ status: 400, code: 'GN-02' });
  const script = { ...mau02Template, script: 'alert(1)' };
  expect(await publish('local', { basedOn, template: script })).toMatchObject({ status: 400, code: 'GN-02' });
  expect(await seen('local')).toEqual(before);
});
