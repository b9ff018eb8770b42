import { expect, test } from 'vitest';
import { bodies, doing, waysTo, type Doing } from '../../tests/harness/dossier-acts.ts';
import { line, viewOf, written } from '../../tests/harness/dossier-history.ts';
import { lawBreaks, lawWords, mayDo, type LawBreak } from './law.ts';

const guidedThenReceived = [doing('dossier.guided'), ...waysTo.received];
const extension = (at: string): Doing => ({
  type: 'dossier.extended',
  body: { ...bodies['dossier.extended'](1), at, lawfulUntil: '2026-11-20' },
});
const request = (at: string): Doing => ({
  type: 'dossier.supplementRequested',
  body: { ...bodies['dossier.supplementRequested'](1), at, lawfulUntil: '2026-11-05' },
});

const cases: readonly (readonly [string, readonly Doing[], Doing, readonly LawBreak[]])[] = [
  ['the first request, in time', waysTo.processing, request('2026-11-05T16:59:00'), []],
  ['asked on the fourth working day', waysTo.processing, request('2026-11-06T07:00:00'), ['late-supplement-request']],
  [
    'asked by the unit after the counter had asked',
    guidedThenReceived,
    request('2026-11-05T09:00:00'),
    ['second-round'],
  ],
  ['second and late', guidedThenReceived, request('2026-11-09T09:00:00'), ['second-round', 'late-supplement-request']],
  ['guided twice', waysTo.guided, doing('dossier.guided', 2), ['second-round']],
  ['an extension in time', waysTo.processing, extension('2026-11-20T16:00:00'), []],
  ['an extension on the due day', waysTo.processing, extension('2026-11-21T08:00:00'), ['late-extension']],
  [
    'a second extension',
    [...waysTo.processing, extension('2026-11-10T08:00:00')],
    extension('2026-11-11T08:00:00'),
    ['second-extension'],
  ],
  [
    'granted while the citizen is waited for',
    waysTo.supplement,
    { type: 'dossier.finished', body: { ...bodies['dossier.finished'](1), outcome: 'granted' } },
    ['granted-while-waiting'],
  ],
  ['declined while the citizen is waited for', waysTo.supplement, doing('dossier.finished'), []],
  ['stopped though nobody asked', waysTo.processing, doing('dossier.stopped'), ['out-of-place']],
];

test.each(cases)('%s', (_name, way, act, breaks) => {
  const view = viewOf(line('a', way));
  expect(lawBreaks(view, written('a', 9, [], act).event)).toEqual(breaks);
  const flags = (approved: boolean): unknown => {
    const body = 'override' in act.body ? { ...act.body, override: { reason: 'Người dân ở xa' } } : act.body;
    const done = (approved ? { ...act, body, approved } : act) as Doing;
    return viewOf(line('a', [...way, done])).flags.map((flag) => [flag.kind, flag.breaks]);
  };
  expect(flags(false)).toEqual(breaks.length === 0 ? [] : [['not-approved', breaks]]);
  expect(flags(true)).toEqual([]);
  for (const each of breaks) expect(lawWords[each].vi).not.toBe('');
});

test('an approval without a reason is none', () => {
  const bare: Doing = { ...extension('2026-11-25T08:00:00'), approved: true } as Doing;
  expect(viewOf(line('a', [...waysTo.processing, bare])).flags.map((flag) => flag.kind)).toEqual(['not-approved']);
});

test('what may be done now is asked before anything is typed', () => {
  expect(mayDo(null, 'dossier.received')).toBe('allowed');
  expect(mayDo(null, 'dossier.finished')).toBe('never');
  expect(mayDo(null, 'dossier.handoverAccepted')).toBe('allowed');
  expect(mayDo(viewOf(line('a', waysTo.finished)), 'dossier.corrected')).toBe('override');
  expect(mayDo(viewOf(line('a', waysTo.cancelled)), 'dossier.corrected')).toBe('never');
});

test('what was lawful where it was written is not made unlawful by what another did meanwhile', () => {
  const base = line('a', waysTo.received);
  const view = viewOf([
    ...base,
    written('x', 1, ['a1'], doing('dossier.finished', 1)),
    written('y', 1, ['a1'], doing('dossier.corrected', 1)),
  ]);
  expect(view).toMatchObject({ flags: [], state: 'finished', received: { note: 'Ghi chú 1' } });
});
