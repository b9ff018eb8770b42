import { expect, test } from 'vitest';
import { asked, dutyAsked, opinionAsked, receivedWith, viewAfter, type Happened } from '../../tests/harness/history.ts';
import type { DossierReceived } from '../dossier/events/receipt.ts';
import { listsOf, type UnitPlace } from './lists.ts';
import { stepOf } from './work-step.ts';

const UNIT = 'Phòng Kinh tế, Hạ tầng và Đô thị';
const hoa: UnitPlace = { user: 'hoa', office: 'xa-29905', unit: UNIT };
const TODAY = '2026-11-23';
const received = (over: Partial<DossierReceived> = {}) =>
  receivedWith('2026-11-19T08:30:00', { value: 27, unit: 'WORKING_DAY' }, over);
const taken: Happened = {
  type: 'dossier.handoverAccepted',
  body: {
    batch: null,
    purpose: 'processing',
    by: { kind: 'unit', office: 'xa-29905', place: UNIT, user: 'hoa', name: 'Huỳnh Thị Hoa' },
    papers: [],
    missing: [],
    seenOnSlip: null,
    at: '2026-11-19T16:20:00',
  },
};
const assigned = (to: string): Happened => ({
  type: 'dossier.assigned',
  body: { to, name: 'Huỳnh Thị Hoa', unit: UNIT, at: '2026-11-20T08:00:00' },
});
const finished = (at: string): Happened => ({
  type: 'dossier.finished',
  body: { outcome: 'granted', papers: [], reason: '', legalBasis: '', signatory: 'A', at },
});
const step = (words: string): Happened => ({
  type: 'dossier.stepSet',
  body: { step: 'site', words, at: '2026-11-20T09:00:00' },
});

test.each<[name: string, over: Partial<DossierReceived>, then: Happened[], lists: string[]]>([
  ['on paper, still at the counter', {}, [], ['notHandedOver']],
  ['filed online, there at once', { channel: 'ONLINE' }, [], ['unassigned', 'unit']],
  ['signed for', {}, [taken], ['unassigned', 'unit']],
  ['mine', {}, [taken, assigned('hoa')], ['working', 'unit']],
  ['mine, begun without the paper', {}, [assigned('hoa')], ['working', 'unit']],
  ["a colleague's", {}, [taken, assigned('thao')], ['unit']],
  ['waits for the citizen', {}, [taken, assigned('hoa'), asked('2026-11-20T10:00:00')], ['supplement', 'unit']],
  ['waits for money', {}, [taken, assigned('hoa'), dutyAsked('2026-11-20T10:00:00')], ['financial', 'unit']],
  [
    'waits for an opinion, and its clock runs',
    {},
    [taken, assigned('hoa'), opinionAsked('2026-11-20T10:00:00', '2026-11-25')],
    ['working', 'opinion', 'unit'],
  ],
  ['done today', {}, [taken, assigned('hoa'), finished('2026-11-23T09:00:00')], ['doneToday']],
  ['done yesterday', {}, [taken, assigned('hoa'), finished('2026-11-20T09:00:00')], []],
  ["another unit's", { processingUnit: 'Văn phòng HĐND và UBND' }, [], []],
  ["another unit's, its papers here", { processingUnit: 'Văn phòng HĐND và UBND' }, [taken], ['unassigned', 'unit']],
  ['the unit of that name of another office', { competentOffice: 'xa-29869' }, [], []],
])('%s', (_name, over, then, lists) => {
  expect(listsOf(viewAfter(received(over), ...then), hoa, TODAY)).toEqual(lists);
});

test('the step is told in words, what was done last first', () => {
  const words = (...then: Happened[]): string => stepOf(viewAfter(received(), taken, ...then)).vi;
  expect(words()).toBe('Mới nhận');
  expect(words(step(''))).toBe('Kiểm tra thực địa');
  expect(words(step('Chờ trích đo'))).toBe('Chờ trích đo');
  expect(words(step(''), opinionAsked('2026-11-20T10:00:00', '2026-11-25'))).toBe('Chờ ý kiến Chi nhánh VPĐK đất đai');
  expect(words(opinionAsked('2026-11-20T08:30:00', '2026-11-25'), step('Chờ trích đo'))).toBe('Chờ trích đo');
  expect(words(asked('2026-11-20T10:00:00'))).toBe('Chờ bổ sung');
});
