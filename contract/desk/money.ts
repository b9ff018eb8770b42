import { z } from 'zod';
import { paidHowSchema } from '../events/common.ts';
import { civilDateSchema, idSchema, localDateTimeSchema, textSchema } from '../primitives.ts';
import { call, counterRoles, readerRoles } from './call.ts';
import { slipIssuedReplySchema } from './slip.ts';

/** Money of a dossier, the cash list of a counter's day (danh sách thu phí), and the closing of the day (chốt ngày). */

const reasonSchema = textSchema(500).pipe(z.string().trim().min(3));
const sumSchema = z.int().min(1).max(1_000_000_000_000);

export const paymentSchema = z.strictObject({
  paymentId: idSchema,
  /** Đồng; negative: given back. */
  amount: z.int(),
  how: paidHowSchema,
  receiptNumber: z.string(),
  note: z.string(),
  counter: z.string(),
  officer: z.string(),
  at: localDateTimeSchema,
});

export const feeSchema = z.strictObject({
  /** Đồng due by the receipt. */
  amount: z.int(),
  basis: z.string(),
  /** Still to be taken; negative: more was taken than is due. */
  owed: z.int(),
  payments: z.array(paymentSchema),
  code: z.string(),
});

const byWaySchema = z.strictObject({ cash: z.int(), transfer: z.int(), online: z.int() });
const pieceSchema = z.strictObject({ value: z.int().min(1).max(1_000_000), count: z.int().min(0).max(100_000) });

export const cashCountSchema = z.strictObject({
  opening: z.int(),
  expected: z.int(),
  counted: z.int(),
  /** Too much (positive) or missing. */
  difference: z.int(),
  pieces: z.array(pieceSchema),
  note: z.string(),
  at: localDateTimeSchema,
  by: z.string(),
});

/** A dossier in a list of the day's end. */
export const dayDossierSchema = z.strictObject({
  dossierId: idSchema,
  code: z.string(),
  name: z.string(),
  procedure: z.string(),
});

export const cashListSchema = z.strictObject({
  date: civilDateSchema,
  /** Null: every counter of the office. */
  counter: z.string().nullable(),
  counters: z.array(z.string()),
  rows: z.array(
    paymentSchema.extend({
      dossierId: idSchema,
      code: z.string(),
      payer: z.string(),
      procedure: z.string(),
    }),
  ),
  taken: byWaySchema,
  givenBack: byWaySchema,
  cash: z.int(),
  total: z.int(),
  withoutReceipt: z.int(),
  /** Received that day, not paid yet. */
  owed: z.array(dayDossierSchema.extend({ amount: z.int() })),
  /** The drawer of one counter; null where it was not counted, or all counters are shown. */
  count: cashCountSchema.nullable(),
});
export type CashListReply = z.infer<typeof cashListSchema>;

const closingSchema = z.strictObject({ at: localDateTimeSchema, by: z.string(), note: z.string() });

/** One counter's day as it stands now on this machine. */
export const dayPageSchema = z.strictObject({
  date: civilDateSchema,
  counter: z.string(),
  /** What its slips in the ledger are of. */
  subjectId: idSchema,
  received: z.int(),
  unsent: z.strictObject({
    events: z.int(),
    oldest: localDateTimeSchema.nullable(),
    dossiers: z.array(
      dayDossierSchema.extend({
        since: localDateTimeSchema,
        /** The receipt itself has not reached the province. */
        isNew: z.boolean(),
      }),
    ),
  }),
  /** Must have left the counter by the end of that day (NĐ 309/2026, Điều 18 khoản 2). */
  notHandedOver: z.array(dayDossierSchema.extend({ unit: z.string(), by: localDateTimeSchema })),
  notPrinted: z.array(dayDossierSchema.extend({ why: z.enum(['never', 'failed']) })),
  numbers: z.strictObject({
    runs: z.array(z.strictObject({ from: z.int(), to: z.int(), fate: z.enum(['used', 'gap', 'unused']) })),
    /** `cancelled`: the number stands on a dossier that was taken back (hủy). */
    used: z.array(dayDossierSchema.extend({ number: z.int(), cancelled: z.boolean() })),
    outside: z.array(dayDossierSchema.extend({ number: z.int(), cancelled: z.boolean() })),
    temporary: z.array(dayDossierSchema.extend({ number: z.int(), cancelled: z.boolean() })),
  }),
  cash: cashListSchema,
  /** Null: the day is open. */
  closed: closingSchema.nullable(),
  /** Received or paid after it was closed: the closing no longer tells the whole day. */
  changedSince: z.boolean(),
  closings: z.array(closingSchema),
  reopenings: z.array(closingSchema),
});
export type DayPage = z.infer<typeof dayPageSchema>;

export const moneyCalls = {
  'fee.get': call(readerRoles, z.strictObject({ dossierId: idSchema }), feeSchema),
  /** A fee taken after receipt. The page names the payment, so that asking twice takes it once. @throws PT-01, HS-01 */
  'fee.pay': call(
    counterRoles,
    z.strictObject({
      dossierId: idSchema,
      paymentId: idSchema,
      amount: sumSchema,
      how: paidHowSchema,
      receiptNumber: textSchema(60),
      /** Of a transfer: the bank's own number. */
      reference: textSchema(120),
    }),
    feeSchema,
  ),
  /** Given back (hoàn trả), with its reason. @throws PT-02, HS-01 */
  'fee.refund': call(
    counterRoles,
    z.strictObject({
      dossierId: idSchema,
      paymentId: idSchema,
      amount: sumSchema,
      how: paidHowSchema,
      reason: reasonSchema,
    }),
    feeSchema,
  ),
  'cash.list': call(
    counterRoles,
    z.strictObject({ date: civilDateSchema, counter: textSchema(60).nullable() }),
    cashListSchema,
  ),
  /** The list as it stands, on paper; one that has changed since takes the place of the one before. @throws IN-01, IN-03 */
  'cash.print': call(
    counterRoles,
    z.strictObject({ date: civilDateSchema, counter: textSchema(60).nullable() }),
    slipIssuedReplySchema,
  ),
  /** The drawer of this counter, note by note. @throws PT-03, PT-04, PT-06 */
  'cash.count': call(
    counterRoles,
    z.strictObject({
      date: civilDateSchema,
      opening: z.int().min(0).max(1_000_000_000),
      pieces: z.array(pieceSchema).max(20),
      note: textSchema(500),
    }),
    cashListSchema,
  ),
  'day.get': call(counterRoles, z.strictObject({ date: civilDateSchema }), dayPageSchema),
  /** @throws PT-04, PT-06 */
  'day.close': call(counterRoles, z.strictObject({ date: civilDateSchema, note: textSchema(500) }), dayPageSchema),
  /** The page of a closed day (phiếu chốt ngày); each closing has its own. @throws PT-05, IN-01, IN-03 */
  'day.print': call(counterRoles, z.strictObject({ date: civilDateSchema }), slipIssuedReplySchema),
  /** @throws PT-05 */
  'day.reopen': call(counterRoles, z.strictObject({ date: civilDateSchema, reason: reasonSchema }), dayPageSchema),
} as const;
