import { expect, test } from 'vitest';
import { bodies, doing, waysTo, type Doing } from '../../tests/harness/dossier-acts.ts';
import { line, viewOf, written } from '../../tests/harness/dossier-history.ts';
import type { SlipIssuedV1 } from './events/slip.ts';
import { foldDossier, type KnownEvent } from './fold.ts';

const issue = (
  slipId: string,
  more: Partial<(typeof bodies)['dossier.slipIssued'] extends (n: number) => infer B ? B : never> = {},
): Doing => ({
  type: 'dossier.slipIssued',
  body: { ...bodies['dossier.slipIssued'](1), slipId, ...more },
});
const voids = (acts: readonly Doing[]): unknown =>
  viewOf(line('a', [...waysTo.received, ...acts])).slips.map((slip) => [slip.slipId, slip.voidedBy]);

test('a slip that replaces another makes it void, and every copy of it', () => {
  const copy = issue('copy', { copyOf: { slipId: 'old', reason: 'Kẹt giấy' } });
  expect(voids([issue('old'), copy, issue('new', { voids: 'old' })])).toEqual([
    ['old', 'new'],
    ['copy', 'new'],
    ['new', null],
  ]);
});

test('a copy of a void slip made later is void from the start', () => {
  const copy = issue('copy', { copyOf: { slipId: 'old', reason: 'Mất phiếu' } });
  expect(voids([issue('old'), issue('new', { voids: 'old' }), copy])).toEqual([
    ['old', 'new'],
    ['new', null],
    ['copy', 'new'],
  ]);
});

test('two desks that each replace the same slip are shown; what a settlement sets aside stays known, and void', () => {
  const base = line('a', [...waysTo.received, issue('old')]);
  const [x, y] = [
    written('x', 1, ['a2'], issue('x', { voids: 'old' })),
    written('y', 1, ['a2'], issue('y', { voids: 'old' })),
  ];
  const view = viewOf([...base, x, y]);
  expect(view.flags).toEqual([{ kind: 'two-sides', events: ['x1', 'y1'], breaks: [] }]);
  const settled: Doing = {
    type: 'dossier.settled',
    body: { ...bodies['dossier.settled'](1), flags: ['two-sides x1 y1'], setAside: ['x1'] },
  };
  const after = viewOf([...base, x, y, written('a', 3, view.heads, settled)]);
  expect(after.flags).toEqual([]);
  expect(after.slips.map((slip) => [slip.slipId, slip.voidedBy])).toEqual([
    ['old', 'y'],
    ['y', null],
    ['x', 'y'],
  ]);
});

test('a slip of the first release is read as one of today', () => {
  const body: SlipIssuedV1 = {
    slipId: 's',
    form: '01',
    issue: 1,
    copyOf: null,
    templateVersion: 'mau-01@1',
    pdfSha256: '0'.repeat(64),
    madeOffline: true,
    checkCode: '7K2M-41QF',
    token: 't',
  };
  const [receipt] = line('a', waysTo.received);
  const old: KnownEvent = {
    envelope: { ...written('a', 2, ['a1'], doing('dossier.slipIssued')).envelope, version: 1 },
    event: { type: 'dossier.slipIssued', version: 1, body },
  };
  const view = foldDossier('d', [...(receipt === undefined ? [] : [receipt]), old]);
  expect(view?.slips).toEqual([{ ...body, number: '', voids: null, about: null, eventId: 'a2', voidedBy: null }]);
});
