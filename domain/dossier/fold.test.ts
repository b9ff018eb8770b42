import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inventedDossier } from '../../tests/harness/dossier-filler.ts';
import type { DossierEvent } from './events.ts';
import type { SlipIssuedV1 } from './events/slip.ts';
import { foldDossier, type KnownEvent } from './fold.ts';

const received = (n: number): DossierEvent => ({
  type: 'dossier.received',
  version: 1,
  body: inventedDossier(n, 'xa-29905'),
});
const slip = (n: number): DossierEvent => ({
  type: 'dossier.slipIssued',
  version: 1,
  body: {
    slipId: `s${n}`,
    form: '01',
    issue: n,
    copyOf: null,
    templateVersion: 'mau-01@1',
    pdfSha256: '0'.repeat(64),
    madeOffline: true,
    checkCode: '7K2M-41QF',
    token: 't',
  } satisfies SlipIssuedV1,
});

function known(id: string, log: string, seq: number, after: string[], event: DossierEvent | null): KnownEvent {
  const at = { device: seq * 1000, offset: null };
  return {
    envelope: { id, log, seq, after, type: event?.type ?? 'unknown', version: 1, actor: 'u', approvedBy: null, at },
    event,
  };
}

const first = known('r', 'a', 1, [], received(1));
const one = known('s1', 'a', 2, ['r'], slip(1));
const two = known('s2', 'b', 1, ['r'], slip(2));

test('a received dossier is open with its code; its heads are the newest events', () => {
  const view = foldDossier('d', [first, one, two]);
  expect(view).toMatchObject({ state: 'received', codes: ['H20.57-240101-0002'], flags: [], heads: ['s1', 's2'] });
  expect(view?.slips.map((each) => each.slipId)).toEqual(['s1', 's2']);
});

test('the fast lane is done at once', () => {
  const body = { ...inventedDossier(1, 'xa-29905'), fastLane: true };
  expect(foldDossier('d', [known('r', 'a', 1, [], { type: 'dossier.received', version: 1, body })])?.state).toBe(
    'done',
  );
});

test('an event whose parents have not arrived waits and flags nothing', () => {
  expect(foldDossier('d', [one])).toBeNull();
  const late = known('s3', 'b', 2, ['s2'], slip(3));
  expect(foldDossier('d', [first, late])).toMatchObject({ flags: [], slips: [] });
});

test('a dossier received twice keeps the first in order and is flagged with both', () => {
  const again = known('r2', 'b', 1, [], received(2));
  const view = foldDossier('d', [again, first]);
  expect(view?.received?.code.text).toBe('H20.57-240101-0002');
  expect(view?.codes).toEqual(['H20.57-240101-0002', 'H20.57-240101-0003']);
  expect(view?.flags).toEqual([{ kind: 'received-twice', events: ['r', 'r2'], breaks: [] }]);
});

test('a slip of a dossier nobody received, and an event that cannot be read, are flagged', () => {
  const before = known('s0', 'a', 1, [], slip(1));
  const receipt = known('r', 'a', 2, ['s0'], received(1));
  const odd = known('x', 'a', 3, ['r'], null);
  expect(foldDossier('d', [before, receipt, odd])?.flags.map((flag) => flag.kind)).toEqual([
    'out-of-place',
    'unreadable',
  ]);
});

test('the view does not depend on the order in which events arrived', () => {
  const all = [first, one, two, known('r2', 'c', 1, [], received(2)), known('s4', 'c', 2, ['r2', 's1'], slip(4))];
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      expect(foldDossier('d', shuffled)).toEqual(foldDossier('d', all));
    }),
  );
});

test('no wall clock decides anything but the time shown in the story', () => {
  const backwards = [first, one, two].map((each) => ({
    ...each,
    envelope: { ...each.envelope, at: { device: 0, offset: -5 } },
  }));
  const without = (events: readonly KnownEvent[]) => ({ ...foldDossier('d', events), story: [] });
  expect(without(backwards)).toEqual(without([first, one, two]));
});
