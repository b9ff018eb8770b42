import { z } from 'zod';
import { checkStandings } from '../../domain/guidance/to-check.ts';
import { bilingualSchema, idSchema, localDateTimeSchema } from '../primitives.ts';
import { call, counterRoles } from './call.ts';

/** Dossiers sent in from afar (nộp trực tuyến, bưu chính) that the counter has not looked at yet (chờ kiểm tra). */

const submittedFileSchema = z.strictObject({
  /** Its place among what was sent in, from 0: its name here. */
  n: z.int(),
  name: z.string(),
  kind: z.enum(['original', 'copy', 'electronic']),
  count: z.int(),
  /** Whether there is a file to open; a paper that comes by post has none. */
  file: z.boolean(),
});

const toCheckSchema = z.strictObject({
  id: idSchema,
  portalCode: z.string(),
  channel: z.enum(['DIRECT', 'ONLINE', 'POSTAL']),
  name: z.string(),
  phone: z.string(),
  procedureCode: z.string(),
  procedure: z.string(),
  submittedAt: localDateTimeSchema,
  checkBy: localDateTimeSchema.nullable(),
  standing: z.enum(checkStandings),
  /** "còn 3 giờ 20 phút làm việc"; null without a limit. */
  left: bilingualSchema.nullable(),
  papers: z.array(submittedFileSchema),
  fee: z.strictObject({ amount: z.int(), paid: z.boolean() }),
  note: z.string(),
  /** Somebody has begun to check it: name of whose draft it is. */
  begunBy: z.string().nullable(),
});

export const submittedCalls = {
  /** Late ones first, then by the end of their 8 working hours. */
  'submitted.list': call(
    counterRoles,
    z.strictObject({}),
    z.strictObject({
      rows: z.array(toCheckSchema),
      /** Late ones, and those whose time ends today. */
      due: z.int(),
      late: z.int(),
    }),
  ),
} as const;
