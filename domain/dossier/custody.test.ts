import { expect, test } from 'vitest';
import { bodies, doing, holders, papers, waysTo, type Doing } from '../../tests/harness/dossier-acts.ts';
import { line, viewOf, written } from '../../tests/harness/dossier-history.ts';
import { pending } from './custody.ts';

const receipt = line('a', waysTo.received);
const given = doing('dossier.handedOver', 1);
const taken = doing('dossier.handoverAccepted', 1);
const bySlip: Doing = {
  type: 'dossier.handoverAccepted',
  body: {
    ...bodies['dossier.handoverAccepted'](1),
    batch: null,
    missing: [],
    seenOnSlip: { code: 'H20.57-261102-0000', procedure: '1.004873', due: null, signature: 's' },
  },
};

test('given is not taken: the giver holds it until the taker has signed', () => {
  const view = viewOf(line('a', [...waysTo.received, given]));
  expect(view.custody.holder?.kind).toBe('counter');
  expect(pending(view.custody)?.to.place).toBe(holders.unit.place);
  expect(pending(viewOf(line('a', [...waysTo.received, given, taken])).custody)).toBeNull();
});

test('a unit that never heard of the dossier takes it by its slip; the receipt may come later', () => {
  const acceptance = written('y', 1, [], bySlip);
  const view = viewOf([...receipt, acceptance]);
  expect(view).toMatchObject({ state: 'processing', flags: [], custody: { holder: holders.unit } });
  expect(view.story.map((each) => each.eventId)).toEqual(['a1', 'y1']);
  // Its log sorts before the receipt's: the receipt still stands first.
  expect(viewOf([...receipt, written('0', 1, [], bySlip)]).story.map((each) => each.eventId)).toEqual(['a1', '01']);
});

test('a dossier that came from the portal: taken by its slip means after the receipt, not after the submission', () => {
  const way = line('m', [doing('dossier.submitted'), ...waysTo.received]);
  const view = viewOf([...way, written('0', 1, [], bySlip)]);
  expect(view).toMatchObject({ state: 'processing', flags: [] });
  expect(view.story.map((each) => each.eventId)).toEqual(['m1', 'm2', '01']);
  // Before the receipt is known it has its effect on the paper and no flag.
  expect(viewOf([...way.slice(0, 1), written('0', 1, [], bySlip)])).toMatchObject({ state: 'submitted', flags: [] });
});

test('given and taken are one movement, whichever was heard of first', () => {
  const first = viewOf([...receipt, written('x', 1, ['a1'], given), written('y', 1, [], bySlip)]);
  const last = viewOf([...receipt, written('y', 1, ['a1'], given), written('x', 1, [], bySlip)]);
  for (const view of [first, last]) {
    expect(view.custody.movements).toHaveLength(1);
    expect(view.custody.movements[0]).toMatchObject({
      from: holders.counter,
      to: holders.unit,
      givenAt: '2026-11-03T09:01:00',
      takenAt: '2026-11-03T09:01:00',
    });
    // The list names a paper the taker did not have: it is missing, last held by the giver.
    expect(view.custody.missing.map((each) => [each.paper.name, each.lastHolder?.name])).toEqual([
      [papers.lost.name, 'Lê Thị Kim Ngân'],
    ]);
    expect(view.flags.map((flag) => flag.kind)).toEqual(['paper-missing']);
  }
});

test('given by somebody not known to hold it is a gap in the chain', () => {
  const back: Doing = {
    type: 'dossier.handedOver',
    body: {
      ...bodies['dossier.handedOver'](2),
      from: { ...holders.unit, place: 'Phòng Kinh tế' },
      to: holders.counter,
    },
  };
  const view = viewOf(line('a', [...waysTo.received, given, taken, back]));
  expect(view.flags.map((flag) => [flag.kind, flag.events])).toContainEqual(['custody-gap', ['a4']]);
  // Another counter of the office may stand in: no gap.
  const colleague: Doing = {
    type: 'dossier.handedOver',
    body: { ...bodies['dossier.handedOver'](2), from: { ...holders.counter, place: 'Quầy 1' } },
  };
  expect(viewOf(line('a', [...waysTo.received, colleague])).flags).toEqual([]);
});

test('a gap is seen as well where the taking was heard of before the giving', () => {
  const stranger: Doing = {
    type: 'dossier.handedOver',
    body: { ...bodies['dossier.handedOver'](1), from: { ...holders.unit, place: 'Phòng Kinh tế' }, papers: [] },
  };
  const flags = (giving: string, taking: string): string[] =>
    viewOf([...receipt, written(giving, 1, ['a1'], stranger), written(taking, 1, [], bySlip)]).flags.map(
      (flag) => flag.kind,
    );
  expect(flags('x', 'y')).toEqual(['custody-gap']);
  expect(flags('y', 'x')).toEqual(['custody-gap']);
});

test('what two missed is missing once; what is found is missing no more', () => {
  const way = [...waysTo.received, given, taken, doing('dossier.handedOver', 2), doing('dossier.handoverAccepted', 2)];
  expect(viewOf(line('a', way)).custody.missing).toHaveLength(1);
  expect(viewOf(line('a', [...way, doing('dossier.paperFound', 1)])).custody.missing).toEqual([]);
});

test('paper given to the citizen or the post needs no signature of ours', () => {
  const citizen = { ...holders.counter, kind: 'citizen', place: 'Người nộp', user: '' } as const;
  const view = viewOf(
    line('a', [
      ...waysTo.received,
      { type: 'dossier.handedOver', body: { ...bodies['dossier.handedOver'](1), to: citizen } },
    ]),
  );
  expect(view.custody).toMatchObject({ holder: citizen, since: '2026-11-03T09:01:00' });
  expect(pending(view.custody)).toBeNull();
});
