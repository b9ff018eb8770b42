import { expect, test } from 'vitest';
import { waysTo } from '../../tests/harness/dossier-acts.ts';
import { line, viewOf } from '../../tests/harness/dossier-history.ts';
import { resultDossier, type ResultStory } from '../../tests/harness/result-dossiers.ts';
import { dossierStates } from '../dossier/states.ts';
import { calledOpens } from './called-opens.ts';

const OFFICE = 'xa-29905';

/** Of one that was stopped or cancelled the papers are given back where results are. */
const elsewhere = {
  submitted: 'receipt',
  guided: 'receipt',
  refused: 'receipt',
  finished: 'result',
  stopped: 'result',
  cancelled: 'result',
} as const;

test.each(dossierStates.map((state) => [state]))('whoever is called with a slip of a dossier that is %s', (state) => {
  const opens = state in elsewhere ? elsewhere[state as keyof typeof elsewhere] : 'dossier';
  expect(calledOpens(viewOf(line('a', waysTo[state])), OFFICE)).toBe(opens);
});

test('a result that lies at this shop opens where it is handed out; elsewhere, the page that says where it is', () => {
  const opened = (story: ResultStory, office = OFFICE): string =>
    calledOpens(viewOf(line('a', resultDossier(1, story).acts)), office);
  expect(opened({})).toBe('result');
  expect(opened({}, 'xa-29926')).toBe('dossier');
  expect(opened({ backAt: null })).toBe('dossier');
  // Stopped: the papers go back.
  expect(opened({ stopped: {} })).toBe('result');
});
