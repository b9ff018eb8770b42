import { expect, test } from 'vitest';
import { bodies, doing, waysTo, type Doing } from '../../tests/harness/dossier-acts.ts';
import { line, viewOf, written } from '../../tests/harness/dossier-history.ts';
import { foldDossier } from './fold.ts';
import { flagKey } from './view.ts';

const settle = (flags: readonly string[], setAside: readonly string[]): Doing => ({
  type: 'dossier.settled',
  body: { ...bodies['dossier.settled'](1), flags, setAside },
});
const base = line('a', waysTo.processing);
const left = written('x', 1, ['a2'], doing('dossier.supplementRequested', 1));
const right = written('y', 1, ['a2'], doing('dossier.supplementRequested', 2));
const key = 'two-sides x1 y1';

test('two desks that both asked for a supplement are flagged once, with both; one request counts', () => {
  const view = viewOf([...base, left, right]);
  expect(view.flags.map(flagKey)).toEqual([key]);
  expect(view.rounds.map((round) => round.eventId)).toEqual(['x1']);
});

test('the side set aside has no effect; it stays in the story, and the flag is closed', () => {
  const view = viewOf([...base, left, right, written('a', 3, ['x1', 'y1'], settle([key], ['x1']))]);
  expect(view).toMatchObject({ state: 'supplement', flags: [], rounds: [{ eventId: 'y1' }] });
  expect(view.story.map((each) => [each.eventId, each.setAside])).toEqual([
    ['a1', false],
    ['a2', false],
    ['x1', true],
    ['y1', false],
    ['a3', false],
  ]);
});

test('a settlement set aside by a later one opens the question again', () => {
  const first = written('a', 3, ['x1', 'y1'], settle([key], ['x1']));
  const view = viewOf([...base, left, right, first, written('a', 4, ['a3'], settle(['nothing'], ['a3']))]);
  expect(view.flags.map(flagKey)).toEqual([key]);
  expect(view.rounds.map((round) => round.eventId)).toEqual(['x1']);
});

test('two settlements that keep different sides are shown themselves; two that agree are not', () => {
  const by = (log: string, aside: string) => written(log, 2, ['x1', 'y1'], settle([key], [aside]));
  const apart = viewOf([...base, left, right, by('x', 'x1'), by('y', 'y1')]);
  expect(apart.flags.map(flagKey)).toContain('two-sides x2 y2');
  const alike = viewOf([...base, left, right, by('x', 'x1'), by('y', 'x1')]);
  expect(alike).toMatchObject({ flags: [], state: 'supplement' });
});

test('what rested on a side that was set aside has lost its ground, and is shown', () => {
  const answer = written('y', 2, ['y1'], doing('dossier.supplemented', 2));
  const view = viewOf([...base, right, answer, written('a', 3, ['y2'], settle(['nothing'], ['y1']))]);
  expect(view).toMatchObject({ state: 'processing', flags: [{ kind: 'out-of-place', events: ['y2'] }] });
  expect(view.clock.marks.map((mark) => mark.kind)).toEqual(['start']);
});

test('what nobody approved is closed by a person and keeps its effect', () => {
  const late: Doing = {
    type: 'dossier.extended',
    body: { ...bodies['dossier.extended'](1), at: '2026-12-01T09:00:00', lawfulUntil: '2026-11-20' },
  };
  const events = [...base, written('a', 3, ['a2'], late)];
  const view = viewOf(events);
  expect(view.flags).toEqual([{ kind: 'not-approved', events: ['a3'], breaks: ['late-extension'] }]);
  const after = viewOf([...events, written('a', 4, ['a3'], settle(['not-approved a3'], []))]);
  expect(after).toMatchObject({ flags: [], clock: { extensions: 1 } });
  expect(after.settled.map(flagKey)).toEqual(['not-approved a3']);
});

test('the only event that began a dossier cannot be set aside; one of two can', () => {
  expect(viewOf([...base, written('a', 3, ['a2'], settle(['x'], ['a1']))])).toMatchObject({ state: 'processing' });
  const again = written('y', 1, [], doing('dossier.received', 2));
  const view = viewOf([...line('a', waysTo.received), again]);
  expect(view.flags.map(flagKey)).toEqual(['received-twice a1 y1']);
  const second = viewOf([
    ...line('a', waysTo.received),
    again,
    written('a', 2, ['a1', 'y1'], settle(['received-twice a1 y1'], ['a1'])),
  ]);
  expect(second.codes).toEqual(['H20.57-261102-0002', 'H20.57-261102-0000']);
  expect(second.flags).toEqual([]);
});

test('an event this release cannot read is shown until a newer one reads it', () => {
  const odd = { ...written('a', 3, ['a2'], doing('dossier.noted')), event: null };
  expect(foldDossier('d', [...base, odd])?.flags.map(flagKey)).toEqual(['unreadable a3']);
});
