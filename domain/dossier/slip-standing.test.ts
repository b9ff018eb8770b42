import { expect, test } from 'vitest';
import { bodies, received, waysTo, type Doing } from '../../tests/harness/dossier-acts.ts';
import { line, viewOf } from '../../tests/harness/dossier-history.ts';
import type { Correction } from './events/change.ts';
import type { SlipIssued } from './events/slip.ts';
import { slipByToken, slipStanding } from './slip-standing.ts';

const slip = (slipId: string, more: Partial<SlipIssued> = {}): Doing => ({
  type: 'dossier.slipIssued',
  body: { ...bodies['dossier.slipIssued'](1), slipId, token: `token ${slipId}`, ...more },
});
const correct = (change: Correction): Doing => ({
  type: 'dossier.corrected',
  body: { change, reason: 'Gõ nhầm tên', at: '2026-11-02T10:00:00', override: null },
});
const standing = (acts: readonly Doing[], id: string): unknown => {
  const view = viewOf(line('a', [...waysTo.received, ...acts]));
  const found = view.slips.find((each) => each.slipId === id);
  return found === undefined ? null : slipStanding(view, found);
};
const due = { ...received.due, at: '2026-11-06T17:00:00' };

test('a slip holds until something printed on it changes', () => {
  expect(standing([slip('s1')], 's1')).toEqual({ kind: 'holds' });
  expect(standing([slip('s1'), correct({ note: 'x' })], 's1')).toEqual({ kind: 'holds' });
  expect(standing([slip('s1'), correct({ due })], 's1')).toEqual({
    kind: 'outdated',
    since: 3000,
    because: 'Gõ nhầm tên',
  });
  expect(standing([correct({ due }), slip('s1')], 's1')).toEqual({ kind: 'holds' });
});

test('replaced: by which, when and why; the copy of a replaced slip as well', () => {
  const copy = slip('c1', { copyOf: { slipId: 's1', reason: 'Mất phiếu' } });
  const acts = [slip('s1'), copy, correct({ due }), slip('s2', { voids: 's1', about: 'a4', issue: 2 })];
  for (const id of ['s1', 'c1']) {
    expect(standing(acts, id)).toMatchObject({
      kind: 'replaced',
      by: { slipId: 's2' },
      since: 5000,
      because: 'Gõ nhầm tên',
    });
  }
  expect(standing(acts, 's2')).toEqual({ kind: 'holds' });
  expect(standing([slip('s1'), copy, correct({ due })], 'c1')).toMatchObject({ kind: 'outdated' });
});

test('a QR says which slip it was printed on', () => {
  const view = viewOf(
    line('a', [
      ...waysTo.received,
      slip('s1'),
      slip('c1', { copyOf: { slipId: 's1', reason: 'Mất' }, token: 'token s1' }),
    ]),
  );
  expect(slipByToken(view, 'token s1')?.slipId).toBe('s1');
  expect(slipByToken(view, 'khác')).toBeNull();
});
