import { expect, test } from 'vitest';
import { inventedDossier } from '../../tests/harness/dossier-filler.ts';
import type { DossierEvent } from './events.ts';
import type { FeeAtReceipt } from './events/receipt.ts';
import { foldDossier, type KnownEvent } from './fold.ts';

const at = '2026-11-25T09:00:00';
const fee = (over: Partial<FeeAtReceipt>): FeeAtReceipt => ({
  amount: 15_000,
  basis: '',
  paid: 'cash',
  receiptNumber: '0012345',
  ...over,
});
const received = (over: Partial<FeeAtReceipt>): DossierEvent => ({
  type: 'dossier.received',
  version: 1,
  body: { ...inventedDossier(1, 'xa-29905'), fee: fee(over) },
});
const corrected = (over: Partial<FeeAtReceipt>): DossierEvent => ({
  type: 'dossier.corrected',
  version: 1,
  body: { change: { fee: fee(over) }, reason: 'bấm nhầm cách thu', at, override: null },
});
const paid = (paymentId: string, amount: number): DossierEvent => ({
  type: 'dossier.feePaid',
  version: 1,
  body: {
    paymentId,
    amount,
    how: 'transfer',
    receiptNumber: '',
    reference: 'FT1',
    office: 'xa-29905',
    counter: 'Quầy 4',
    at,
  },
});
const refunded = (paymentId: string, amount: number): DossierEvent => ({
  type: 'dossier.feeRefunded',
  version: 1,
  body: { paymentId, amount, how: 'cash', reason: 'thu thừa', office: 'xa-29905', counter: 'Quầy 4', at },
});

function paymentsOf(...events: DossierEvent[]) {
  const chain = events.map((event, n): KnownEvent => ({
    envelope: {
      id: `e${n}`,
      log: 'a',
      seq: n + 1,
      after: n === 0 ? [] : [`e${n - 1}`],
      type: event.type,
      version: event.version,
      actor: n === 0 ? 'ngan' : 'tam',
      approvedBy: null,
      at: { device: n, offset: null },
    },
    event,
  }));
  return foldDossier('d', chain)?.payments;
}

test('money taken with the receipt is a payment of its day, its counter and its officer', () => {
  const { receivedAt, counter } = inventedDossier(1, 'xa-29905');
  expect(paymentsOf(received({}))).toEqual([
    {
      paymentId: 'e0',
      atReceipt: true,
      amount: 15_000,
      how: 'cash',
      receiptNumber: '0012345',
      note: '',
      office: 'xa-29905',
      counter,
      actor: 'ngan',
      at: receivedAt,
    },
  ]);
});

test('nothing due and nothing taken is no payment', () => {
  expect(paymentsOf(received({ paid: 'unpaid' }))).toEqual([]);
  expect(paymentsOf(received({ amount: 0, paid: 'nothing-due' }))).toEqual([]);
});

test('what is taken later and given back stands beside it, each once', () => {
  const payments = paymentsOf(received({ paid: 'unpaid' }), paid('p', 15_000), paid('p', 15_000), refunded('q', 7000));
  expect(payments?.map(({ paymentId, amount, atReceipt }) => [paymentId, amount, atReceipt])).toEqual([
    ['p', 15_000, false],
    ['q', -7000, false],
  ]);
});

test('a corrected fee puts the receipt’s own payment right, and no other', () => {
  const payments = paymentsOf(received({}), paid('p', 1000), corrected({ paid: 'transfer' }));
  expect(payments?.map(({ paymentId, how, amount }) => [paymentId, how, amount])).toEqual([
    ['e0', 'transfer', 15_000],
    ['p', 'transfer', 1000],
  ]);
  expect(paymentsOf(received({}), corrected({ paid: 'unpaid' }))).toEqual([]);
  expect(paymentsOf(received({ paid: 'unpaid' }), corrected({ amount: 8000 }))).toMatchObject([
    { paymentId: 'e1', amount: 8000, actor: 'tam' },
  ]);
});
