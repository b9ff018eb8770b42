import { expect, test } from 'vitest';
import saidEn from '../../catalogue/voice/said-en.json' with { type: 'json' };
import saidVi from '../../catalogue/voice/said-vi.json' with { type: 'json' };
import type { KioskTicket, KioskView } from '../../contract/desk/screens.ts';
import { DeskProblem } from '../app/desk-client.ts';
import { readingOf, spokenOf } from './reading.ts';
import { atStart, type Kiosk } from './state.ts';

/** What the clips that ship say. */
const said = { vi: saidVi, en: saidEn };

const view: KioskView = {
  state: 'open',
  office: 'Phường Sa Đéc',
  series: [
    {
      letter: 'A',
      kind: 'field',
      name: { vi: 'Hộ tịch', en: 'Civil status' },
      hint: { vi: 'Khai sinh', en: 'Births' },
      ahead: 12,
      wait: { from: 15, to: 25 },
      served: true,
    },
  ],
  priorities: [{ id: 'elderly', name: { vi: 'Người cao tuổi', en: 'Elderly' } }],
  hours: '7:00–11:30',
  opens: null,
  toRate: [{ ticket: '01900000-0000-7000-8000-000000000000', number: 'A105' }],
  printer: 'paper-out',
  phoneDoor: null,
};
const holds = new DeskProblem({ code: 'HC-08', params: { number: 'A105' }, correlationId: '' });
const onAppointment: KioskTicket = {
  number: 'K106',
  series: 'K',
  ahead: 0,
  wait: null,
  booked: { at: '2026-11-23T09:30:00', from: '2026-11-23T09:05:00' },
  printed: true,
  url: null,
};
const [served] = view.toRate;
const screens: readonly Partial<Kiosk>[] = [
  {},
  ...(['papers', 'result', 'appointment', 'number'] as const).map((gives) => ({ scan: 'slip' as const, gives })),
  { scan: 'card' },
  { scan: 'bad' },
  { step: 'priority' },
  { step: 'code' },
  { step: 'code', scan: 'bad' },
  { step: 'rate' },
  { step: 'rate', rating: served ?? null },
  { step: 'thanks' },
  { step: 'refused' },
  { step: 'refused', problem: new DeskProblem({ code: 'HC-15', params: {}, correlationId: '' }) },
  { step: 'refused', problem: holds },
  {
    step: 'done',
    ticket: {
      number: 'A106',
      series: 'A',
      ahead: 3,
      wait: { from: 0, to: 5 },
      booked: null,
      printed: false,
      url: null,
    },
  },
  { step: 'done', ticket: onAppointment },
];

test.each(['vi', 'en'] as const)('%s: every screen of the kiosk is read aloud, each word from a clip', (language) => {
  const clips = new Set(Object.keys(said[language]));
  for (const screen of screens) {
    const reading = readingOf({ ...atStart, ...screen, language }, view);
    expect({ screen, missing: reading.filter((clip) => !clips.has(clip)), silent: reading.length === 0 }).toEqual({
      screen,
      missing: [],
      silent: false,
    });
  }
});

test.each([
  ['papers', 'kiosk-slip-read-hint'],
  ['result', 'kiosk-result-ready-hint'],
  ['appointment', 'kiosk-appointment-hint'],
  ['number', 'kiosk-due-slip-hint'],
] as const)('of a slip that gives %s the reading ends with %s', (gives, clip) => {
  expect(readingOf({ ...atStart, scan: 'slip', gives }, view).at(-1)).toBe(clip);
});

test('a number is asked for by its own words, then the three answers are said', () => {
  const reading = readingOf({ ...atStart, step: 'rate', rating: served ?? null }, view);
  expect(reading.slice(0, 2)).toEqual(['kiosk-your-number', 'chu-a']);
  expect(reading.slice(-4)).toEqual(['muc-satisfied', 'muc-neutral', 'muc-unsatisfied', 'kiosk-rate-note']);
});

test('refused to who holds a number: which it is, and what to do; to others whom to ask', () => {
  const refused = (problem: Kiosk['problem']) => readingOf({ ...atStart, step: 'refused', problem }, view);
  const words = refused(holds);
  expect(words.slice(0, 3)).toEqual(['kiosk-refused', 'kiosk-holds-number', 'chu-a']);
  expect(words.at(-1)).toBe('kiosk-holds-number-hint');
  expect(words.map((clip) => saidVi[clip as keyof typeof saidVi]).join(' ')).toContain('một trăm');
  expect(refused(null)).toEqual(['kiosk-refused', 'kiosk-refused-hint']);
});

test('a code that was not read is said where it was typed too', () => {
  expect(readingOf({ ...atStart, step: 'code', scan: 'bad' }, view)[0]).toBe('kiosk-code-bad');
});

test('a field and a class without a clip of their own are left out, and everything else is read', () => {
  const [field] = view.series;
  if (field === undefined) throw new Error('no field');
  const clips = Object.keys(saidVi).map((name) => ({ name }));
  const added = { ...field, letter: 'Z', kind: 'unknown' as const };
  const wide = { ...view, series: [...view.series, added], priorities: [...view.priorities, { ...added, id: 'new' }] };
  const reading = readingOf(atStart, wide);
  expect(reading).toContain('linh-vuc-z');
  const silent = ['linh-vuc-z', 'viec-z'];
  expect(spokenOf(reading, clips)).toEqual(reading.filter((name) => !silent.includes(name)));
  const classes = readingOf({ ...atStart, step: 'priority' }, wide);
  expect(spokenOf(classes, clips)).toEqual(readingOf({ ...atStart, step: 'priority' }, view));
});

test('a number on appointment is read with its time and from when it is called, and no wait', () => {
  const said = (language: 'vi' | 'en'): string[] =>
    readingOf({ ...atStart, step: 'done', ticket: onAppointment, language }, view)
      .slice(6)
      .map((clip) => (language === 'vi' ? saidVi : saidEn)[clip as keyof typeof saidVi & keyof typeof saidEn]);
  expect(said('vi').join(' ')).toContain('Giờ hẹn chín giờ ba mươi phút Được gọi từ chín giờ năm phút');
  expect(said('en').join(' ')).toContain('Your appointment nine thirty Called from nine zero five');
});
