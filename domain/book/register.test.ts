import { expect, test } from 'vitest';
import { inventedDossier } from '../../tests/harness/dossier-filler.ts';
import type { DossierEvent } from '../dossier/events.ts';
import type { DossierReceived } from '../dossier/events/receipt.ts';
import type { Holder } from '../dossier/events/common.ts';
import { foldDossier, type KnownEvent } from '../dossier/fold.ts';
import { registerRow } from './register.ts';

const OFFICE = 'xa-29905';
const officeName = (id: string): string => `Trung tâm ${id}`;
const counter: Holder = { kind: 'counter', office: OFFICE, place: 'Quầy 3', user: 'ngan', name: 'Ngân' };
const unit: Holder = { kind: 'unit', office: OFFICE, place: 'Văn phòng HĐND và UBND', user: 'hoa', name: 'Hoa' };
const batch = { id: '019ab000-0000-7000-8000-000000000001', number: 1 };
const received = (over: Partial<DossierReceived> = {}): DossierEvent => ({
  type: 'dossier.received',
  version: 1,
  body: { ...inventedDossier(1, OFFICE), ...over },
});
const moved = (purpose: 'processing' | 'result', from: Holder, to: Holder, hour: string): DossierEvent[] => [
  {
    type: 'dossier.handedOver',
    version: 1,
    body: { batch, purpose, from, to, papers: [], by: null, seenOnSlip: null, at: `2024-01-01T${hour}:00:00` },
  },
  {
    type: 'dossier.handoverAccepted',
    version: 1,
    body: { batch, purpose, by: to, papers: [], missing: [], seenOnSlip: null, at: `2024-01-01T${hour}:30:00` },
  },
];

function rowOf(number: number | null, ...events: DossierEvent[]) {
  const chain = events.map((event, n): KnownEvent => ({
    envelope: {
      id: `e${n}`,
      log: 'a',
      seq: n + 1,
      after: n === 0 ? [] : [`e${n - 1}`],
      type: event.type,
      version: event.version,
      actor: 'ngan',
      approvedBy: null,
      at: { device: n, offset: null },
    },
    event,
  }));
  const view = foldDossier('d', chain);
  return view === null ? null : registerRow(view, number, officeName);
}

test('a received dossier has its line with everything the receipt says, and no number until the province gives one', () => {
  const { applicant, code, procedure } = inventedDossier(1, OFFICE);
  expect(rowOf(null, received())).toEqual({
    dossierId: 'd',
    number: null,
    code: code.text,
    procedure: procedure.name,
    name: applicant?.name,
    address: applicant?.address,
    phone: applicant?.phone,
    sets: 1,
    unit: 'Văn phòng HĐND và UBND',
    receivedAt: '2024-01-01T08:05:00',
    handedOverAt: null,
    resultAt: null,
    dueAt: '2024-01-01T17:00:00',
    returnedAt: null,
    resultWay: 'counter',
    remarks: [],
  });
  expect(rowOf(7, received())?.number).toBe(7);
});

test('both handovers stand in their columns', () => {
  const row = rowOf(
    1,
    received(),
    ...moved('processing', counter, unit, '09'),
    ...moved('result', unit, counter, '14'),
  );
  expect(row).toMatchObject({ handedOverAt: '2024-01-01T09:00:00', resultAt: '2024-01-01T14:30:00' });
});

test('a result given at once was returned when it was received, and nothing was promised', () => {
  const due = { ...inventedDossier(1, OFFICE).due, at: null, limit: null };
  expect(rowOf(1, received({ fastLane: true, due }))).toMatchObject({
    returnedAt: '2024-01-01T08:05:00',
    dueAt: null,
  });
});

test('another commune’s dossier names the office that decides; remarks say what the columns do not', () => {
  const row = rowOf(1, received({ competentOffice: 'xa-1', channel: 'ONLINE' }), {
    type: 'dossier.cancelled',
    version: 1,
    body: { reason: 'nhập hai lần', mergedInto: null, papersBack: [], at: '2024-01-01T10:00:00' },
  });
  expect(row?.unit).toBe('Văn phòng HĐND và UBND, Trung tâm xa-1');
  expect(row?.remarks).toEqual(['Nộp trực tuyến', 'Đã hủy']);
});

test('a later promise and requests for papers are remarks; the first promise stays in its column', () => {
  const row = rowOf(
    1,
    received(),
    {
      type: 'dossier.supplementRequested',
      version: 1,
      body: {
        round: 1,
        demands: [
          {
            paperId: null,
            name: 'Tờ khai',
            state: 'missing',
            originals: 1,
            certified: 0,
            copies: 0,
            bring: '',
            reason: '',
          },
        ],
        reason: 'thiếu',
        answerBy: null,
        returnCode: 'X',
        lawfulUntil: null,
        clock: 'restart',
        at: '2024-01-01T10:00:00',
        override: null,
      },
    },
    {
      type: 'dossier.supplemented',
      version: 1,
      body: {
        papers: [],
        due: { at: '2024-01-09T17:00:00', calendarVersion: '1', enteredBecause: null },
        at: '2024-01-04T10:00:00',
      },
    },
  );
  expect(row).toMatchObject({
    dueAt: '2024-01-01T17:00:00',
    remarks: ['Yêu cầu bổ sung 1 lần', 'Hẹn lại 17 giờ 00, 09/01/2024'],
  });
});
