import { z } from 'zod';
import type {
  ComeAsked,
  CounterAway,
  CounterClosed,
  CounterOpened,
  CounterSeries,
  HallClosed,
  HallOpened,
  HallSignedOff,
  HelpAsked,
  MessageSet,
} from '../../domain/ticket/events.ts';
import { civilDateSchema, idSchema, keySchema, localDateTimeSchema, textSchema } from '../primitives.ts';
import { atCounter, seriesSchema, termSchema } from './ticket.ts';

const at = localDateTimeSchema;
const lettersSchema = z.array(seriesSchema).max(26);

export const hallOpenedSchema = z.strictObject({
  office: keySchema,
  date: civilDateSchema,
  term: termSchema,
  block: z.int().min(0).max(99),
  how: z.enum(['day', 'takeover']),
  after: z.strictObject({ term: termSchema, host: idSchema }).nullable(),
  at,
}) satisfies z.ZodType<HallOpened>;

export const hallSignedOffSchema = z.strictObject({ term: termSchema, at }) satisfies z.ZodType<HallSignedOff>;
export const hallClosedSchema = z.strictObject({ term: termSchema, at }) satisfies z.ZodType<HallClosed>;

export const counterOpenedSchema = z.strictObject({
  ...atCounter,
  name: textSchema(60),
  series: lettersSchema,
}) satisfies z.ZodType<CounterOpened>;

export const counterAwaySchema = z.strictObject({
  ...atCounter,
  reason: textSchema(500),
  until: at.nullable(),
}) satisfies z.ZodType<CounterAway>;

export const counterClosedSchema = z.strictObject(atCounter) satisfies z.ZodType<CounterClosed>;

export const counterSeriesSchema = z.strictObject({
  ...atCounter,
  series: lettersSchema,
}) satisfies z.ZodType<CounterSeries>;

export const helpAskedSchema = z.strictObject({ ...atCounter, series: seriesSchema }) satisfies z.ZodType<HelpAsked>;
export const comeAskedSchema = z.strictObject(atCounter) satisfies z.ZodType<ComeAsked>;

export const hallMessageSchema = z.strictObject({
  vi: textSchema(160).pipe(z.string().min(1)),
  en: textSchema(160).pipe(z.string().min(1)),
});
export const messageSetSchema = z.strictObject({
  term: termSchema,
  message: hallMessageSchema.nullable(),
  until: at,
  at,
}) satisfies z.ZodType<MessageSet>;
