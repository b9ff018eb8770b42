import { afterEach, expect, test } from 'vitest';
import { viewIn } from '../../../tests/harness/arrived.ts';
import { passwordOf } from '../../../tests/harness/enrolled-folder.ts';
import {
  approval,
  closeDesks,
  deskWith,
  giving,
  id,
  one,
  refusal,
  removeDesks,
  son,
} from '../../../tests/harness/result-desk.ts';
import { dossierId, nhung, resultDossier } from '../../../tests/harness/result-dossiers.ts';

afterEach(removeDesks);

test('given to the applicant with the originals that were kept: out of the list, in the citizen’s hands', async () => {
  const { desk, folder } = await deskWith(resultDossier(1));
  const page = await desk.call('results.get', { dossierId: id });
  // The form stays; what was kept beside its copy goes back.
  expect(page.originals).toEqual([
    { paper: { paperId: 'to-khai', name: 'Tờ khai', originals: 1, copies: 0 }, proposed: false },
    { paper: { paperId: 'ly-hon', name: 'Bản án ly hôn', originals: 1, copies: 0 }, proposed: true },
  ]);
  expect(await refusal(desk.try('results.return', { ...giving, papers: [] }))).toEqual(['TK-04', '']);
  await desk.call('results.return', { ...giving, originals: ['Bản án ly hôn'] });
  expect((await desk.call('results.list', {})).rows).toEqual([]);
  expect(await refusal(desk.try('results.return', giving))).toEqual(['TK-01', '']);
  await closeDesks();
  const view = viewIn(folder, id);
  expect(view).toMatchObject({
    state: 'returned',
    flags: [],
    custody: { holder: { kind: 'citizen', name: nhung.name } },
    result: { returned: { identity: 'card', slipShown: true, originals: [{ name: 'Bản án ly hôn' }] } },
  });
});

test('somebody else needs the paper that gives the right to; without it a supervisor allows it, by name and reason', async () => {
  const { desk, folder } = await deskWith(resultDossier(1));
  const bare = { ...son, authority: { ...son.authority, number: '' } };
  expect(await refusal(desk.try('results.return', { ...giving, to: bare }))).toEqual(['HS-02', 'no-authority']);
  expect(await refusal(desk.try('results.return', { ...giving, to: { kind: 'submitter' } }))).toEqual([
    'HS-02',
    'no-authority',
  ]);
  const byOfficer = { ...approval, login: 'tam', password: passwordOf('tam') };
  expect(await refusal(desk.try('results.return', { ...giving, to: bare, approval: byOfficer }))).toEqual([
    'HS-03',
    '',
  ]);
  await desk.call('results.return', { ...giving, to: bare, approval });
  await closeDesks();
  const view = viewIn(folder, id);
  expect(view?.flags).toEqual([]);
  expect(view?.story.at(-1)).toMatchObject({ type: 'dossier.returned', approvedBy: 'u-phuoc' });
  expect(view?.result.returned?.override).toEqual({ reason: 'người nhà ốm nặng' });
});

test('an authorised son collects with number and date of the authorisation', async () => {
  const desk = await one();
  await desk.call('results.return', { ...giving, to: son });
  expect((await desk.call('results.list', {})).rows).toEqual([]);
});

test('a fee still owed is taken first, in the same stroke, or a supervisor lets it go', async () => {
  const fee = { amount: 15_000, basis: '', paid: 'unpaid' as const, receiptNumber: '' };
  const desk = await one({ received: { fee } });
  expect((await desk.call('results.get', { dossierId: id })).fee).toEqual({ amount: 15_000, owed: 15_000 });
  expect(await refusal(desk.try('results.return', giving))).toEqual(['HS-02', 'fee-owed']);
  const payment = { paymentId: dossierId(77), how: 'cash' as const, receiptNumber: '0012', reference: '' };
  await desk.call('results.return', { ...giving, payment });
  expect(await desk.call('fee.get', { dossierId: id })).toMatchObject({
    owed: 0,
    payments: [{ amount: 15_000, how: 'cash', receiptNumber: '0012', counter: 'Quầy 3' }],
  });
  const second = await one({ received: { fee } });
  await second.call('results.return', { ...giving, approval });
  expect(await second.call('fee.get', { dossierId: id })).toMatchObject({ owed: 15_000, payments: [] });
});

test('for a refusal no fee is asked before it is handed out', async () => {
  const fee = { amount: 15_000, basis: '', paid: 'unpaid' as const, receiptNumber: '' };
  const desk = await one({ received: { fee }, finished: { outcome: 'declined', reason: 'Không đủ điều kiện' } });
  expect((await desk.call('results.get', { dossierId: id })).fee.owed).toBe(0);
  await desk.call('results.return', giving);
});

test('by post it goes with the number of the item', async () => {
  const { desk, folder } = await deskWith(resultDossier(1));
  await desk.call('results.return', { ...giving, to: { kind: 'post', number: 'RR123456789VN' }, signature: 'post' });
  await closeDesks();
  expect(viewIn(folder, id)).toMatchObject({
    custody: { holder: { kind: 'post', place: 'RR123456789VN' } },
    result: { returned: { identity: 'none', signature: 'post' } },
  });
});

test('a signature drawn on screen is kept as a picture under its hash; what is no picture is refused', async () => {
  const desk = await one();
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(40, 9)]).toString('base64url');
  const drawn = { ...giving, signature: 'screen' as const };
  expect(await refusal(desk.try('results.return', drawn))).toEqual(['TK-05', '']);
  expect(await refusal(desk.try('results.return', { ...drawn, drawing: 'AAAA' }))).toEqual(['TK-05', '']);
  expect(await desk.call('results.drawing', { dossierId: id })).toEqual({ png: null });
  expect((await desk.call('dossier.get', { id })).signedOnScreen).toBe(false);
  await desk.call('results.return', { ...drawn, drawing: png });
  expect((await desk.call('dossier.get', { id })).signedOnScreen).toBe(true);
  expect(await desk.call('results.drawing', { dossierId: id })).toEqual({ png });
});

test('late without an apology is said; with a new date it is not the unit’s debt any more', async () => {
  const late = await one({ finished: { at: '2026-11-24T09:00:00' }, backAt: '2026-11-24T10:00:00' });
  expect((await late.call('results.get', { dossierId: id })).lateness).toEqual({
    late: true,
    moved: false,
    unexcused: true,
    due: '2026-11-23T17:00:00',
  });
  const moved = await deskWith({
    id,
    acts: [
      ...resultDossier(1, { finished: null, backAt: null }).acts,
      {
        type: 'dossier.extended',
        body: {
          number: '3/PXL',
          reason: 'Chờ xác minh',
          due: { at: '2026-11-30T17:00:00', calendarVersion: '2026-11-23.1', enteredBecause: null },
          lawfulUntil: '2026-11-20',
          signatory: 'Phó Chủ tịch UBND phường',
          at: '2026-11-19T08:00:00',
          override: null,
        },
      },
      ...resultDossier(1, { finished: { at: '2026-11-26T09:00:00' } }).acts.slice(-2),
    ],
  });
  expect((await moved.desk.call('results.get', { dossierId: id })).lateness).toMatchObject({
    late: false,
    moved: true,
    unexcused: false,
  });
});

test('papers of a stopped dossier go back by hand; whoever takes them must have the right to', async () => {
  const { desk, folder } = await deskWith(resultDossier(1, { stopped: {} }));
  expect((await desk.call('results.list', {})).rows).toMatchObject([{ kind: 'papers-back', at: 'counter' }]);
  await desk.call('results.shelve', { dossierIds: [id], place: 'Kệ C' });
  const page = await desk.call('results.get', { dossierId: id });
  expect(page.originals.map((each) => each.proposed)).toEqual([true, true]);
  expect(page.notices[0]?.text).toContain('nhận lại giấy tờ');
  const back = { ...giving, papers: [], originals: ['Tờ khai', 'Bản án ly hôn'] };
  expect(await refusal(desk.try('results.return', { ...back, to: { kind: 'submitter' } }))).toEqual([
    'HS-02',
    'no-authority',
  ]);
  await desk.call('results.return', { ...back, to: son });
  expect((await desk.call('results.list', {})).rows).toEqual([]);
  await closeDesks();
  expect(viewIn(folder, id)).toMatchObject({
    state: 'stopped',
    flags: [],
    custody: {
      holder: { kind: 'citizen', name: 'Nguyễn Văn Hai', place: 'Giấy ủy quyền số 12/2026 ngày 20/11/2026' },
    },
  });
});
