import { describe, expect, test } from 'vitest';
import { doing, waysTo, type Doing } from '../../tests/harness/dossier-acts.ts';
import { line, viewOf } from '../../tests/harness/dossier-history.ts';
import { dossierVersions, type DossierEventType } from './events.ts';
import { foldDossier } from './fold.ts';
import { dossierStates } from './states.ts';
import { cellOf, openers, type Before } from './table.ts';

// Object.keys gives strings; the object has one key a type.
const types = Object.keys(dossierVersions) as DossierEventType[];
const befores: readonly Before[] = ['nothing', ...dossierStates];

/** An approval counts with its reason: those that carry one in the body get it there. */
function approved(act: Doing): Doing {
  const body = 'override' in act.body ? { ...act.body, override: { reason: 'Dân ở xa' } } : act.body;
  return { ...act, body, approved: true } as Doing;
}

/** A second guidance is past a limit of its own; a receipt says its reason in the note. */
function example(type: DossierEventType): Doing {
  const act = doing(type, 7);
  return act.type === 'dossier.received'
    ? { ...act, body: { ...act.body, note: 'Nhận lại theo kết luận kiểm tra' } }
    : act;
}

test('the way to each state leads there, lawfully', () => {
  for (const state of dossierStates) expect(viewOf(line('a', waysTo[state]))).toMatchObject({ state, flags: [] });
});

/** Flags of the event itself, on the shortest way to the state. */
function flagsOf(before: Before, act: Doing): string[] {
  const way = waysTo[before];
  const view = foldDossier('d', line('a', [...way, act]));
  const own = `a${way.length + 1}`;
  return (view?.flags ?? []).filter((flag) => flag.events.includes(own)).map((flag) => flag.kind);
}

function expected(before: Before, type: DossierEventType, isApproved: boolean): string[] {
  const cell = cellOf(before, type);
  // Nothing is shown of what began no dossier: there is none to show it of.
  if (before === 'nothing') return [];
  if (cell === 'flag') {
    const isSecond = type === 'dossier.received' && waysTo[before].some((act) => act.type === 'dossier.received');
    return [isSecond ? 'received-twice' : 'out-of-place'];
  }
  const own = cell === 'override' && !isApproved ? ['not-approved'] : [];
  return type === 'dossier.handoverAccepted' ? [...own, 'paper-missing'] : own;
}

describe.each(befores)('after %s', (before) => {
  test.each(types)('%s', (type) => {
    expect(flagsOf(before, example(type))).toEqual(expected(before, type, false));
    expect(flagsOf(before, approved(example(type)))).toEqual(expected(before, type, true));
  });

  const refused = types.filter((type) => before !== 'nothing' && cellOf(before, type) === 'flag');
  test('what has no place changes nothing but the story', () => {
    const facts = (acts: readonly Doing[]): unknown => {
      const { flags: _flags, codes: _codes, story: _story, heads: _heads, ...rest } = viewOf(line('a', acts));
      return rest;
    };
    for (const type of refused) expect(facts([...waysTo[before], example(type)])).toEqual(facts(waysTo[before]));
  });
});

test.each(types)('nothing begins without an event that begins a dossier: %s', (type) => {
  expect(foldDossier('d', line('a', [example(type)])) === null).toBe(!openers.has(type));
});

test('the law as it is told: what may never happen, and what only a supervisor allows', () => {
  const never: readonly [Before, DossierEventType][] = [
    ['received', 'dossier.returned'],
    ['supplement', 'dossier.supplementRequested'],
    ['received', 'dossier.guided'],
    ['finished', 'dossier.extended'],
    ['finished', 'dossier.withdrawalRequested'],
    ['supplement', 'dossier.extended'],
    ['returned', 'dossier.cancelled'],
    ['cancelled', 'dossier.corrected'],
  ];
  for (const [state, type] of never) expect([state, type, cellOf(state, type)]).toEqual([state, type, 'flag']);
  const asks: readonly [Before, DossierEventType][] = [
    ['guided', 'dossier.guided'],
    ['refused', 'dossier.received'],
    ['processing', 'dossier.cancelled'],
    ['returned', 'dossier.corrected'],
    ['archived', 'dossier.returned'],
  ];
  for (const [state, type] of asks) expect([state, type, cellOf(state, type)]).toEqual([state, type, 'override']);
});
